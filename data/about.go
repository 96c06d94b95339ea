package data

import (
	"slices"

	"constat/data/lexicon"
)

// Stages are the statuses that exclude one another. The others (perception,
// ranking, qualitative, estimate) say nothing of what is done or planned.
var Stages = map[Status]lexicon.Stage{
	Adopted:          lexicon.Adopted,
	UnderWay:         lexicon.UnderWay,
	Planned:          lexicon.Planned,
	AdoptedOrPlanned: lexicon.Adopted | lexicon.Planned,
}

// About returns the years that a finding is about: its own, or else its
// edition's; none when no year is known. The slice must not be changed.
func (f *Finding) About() []int {
	if len(f.Years) > 0 {
		return f.Years
	}
	if f.Edition.Year != 0 {
		return []int{f.Edition.Year}
	}
	return nil
}

// Whom returns the population of a finding. Respondents whose organisation is
// not said answer for the one that the survey represents; those of whom nothing
// is said are the people whom it asked.
func (l *Library) Whom(f *Finding) lexicon.Population {
	who := f.Who
	if len(who.Groups) == 0 || !l.Lexicon.OnlyRespondents(who) {
		return who
	}
	who.Groups = append(slices.Clone(who.Groups), f.Edition.Whole.Groups...)
	if !slices.ContainsFunc(f.Who.Groups, func(id string) bool { return !l.Lexicon.Group(id).Anyone }) {
		who.Groups = append(who.Groups, f.Edition.Surveyed.Groups...)
	}
	slices.Sort(who.Groups)
	who.Groups = slices.Compact(who.Groups)
	return who
}

// Ranked reports whether an edition is the one of that rank in its series;
// lexicon.Latest is the newest that is loaded.
func (l *Library) Ranked(rank int, e *Edition) bool {
	if rank != lexicon.Latest {
		return e.Rank == rank
	}
	return !slices.ContainsFunc(l.Editions, func(other *Edition) bool { return other.Series == e.Series && other.Year > e.Year })
}
