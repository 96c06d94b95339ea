package question

import (
	"slices"

	"constat/data"
	"constat/data/lexicon"
)

// toward is the frame after one of the offered findings is picked. Slots that
// the finding does not fit take its value, and so do those that tell it from
// the others offered: what the person would have named. All others stay.
func (r *Reader) toward(state State, id string) State {
	f, ok := r.library.Finding(id)
	if !ok {
		return state
	}
	var others []*data.Finding
	for _, other := range state.Findings {
		if g, ok := r.library.Finding(other); ok {
			others = append(others, g)
		}
	}
	return Toward(r.library, state, f, others)
}

// Toward is the state from which a conversation goes on after a finding that
// was offered beside others, or beside the one just said, is picked.
func Toward(l *data.Library, s State, f *data.Finding, others []*data.Finding) State {
	differs := func(same func(g *data.Finding) bool) bool {
		return slices.ContainsFunc(others, func(g *data.Finding) bool {
			return lexicon.Fold(g.Indicator) == lexicon.Fold(f.Indicator) && !same(g)
		})
	}
	s.Findings, s.Offered, s.Near, s.Loose, s.Subject, s.Sources = []string{f.ID}, true, false, false, "", false
	who := l.Whom(f)
	if l.Lexicon.Relate(s.Who, who) != lexicon.Same ||
		!s.Who.Named() && differs(func(g *data.Finding) bool { return SamePeople(l, f, g) }) {
		s.Who = f.Who
	}
	about := f.About()
	sameYears := func(g *data.Finding) bool { return slices.Equal(g.About(), about) }
	switch {
	case s.Rank != 0 && !l.Ranked(s.Rank, f.Edition),
		slices.ContainsFunc(s.Years, func(y int) bool { return !slices.Contains(about, y) }),
		s.Rank == 0 && len(s.Years) == 0 && differs(sameYears):
		s.Rank, s.Years = 0, about[max(0, len(about)-1):]
	}
	stage, staged := data.Stages[f.Status]
	switch {
	case s.Stage != 0 && staged && stage != s.Stage,
		s.Stage == 0 && differs(func(g *data.Finding) bool { return g.Status == f.Status }):
		s.Stage = stage
	}
	if s.Horizon != 0 && f.Horizon != s.Horizon {
		s.Horizon = f.Horizon
	}
	s.Negative = f.Denies
	return s
}

// SamePeople reports whether two findings are about one population:
// respondents answer for their organisation.
func SamePeople(l *data.Library, f, g *data.Finding) bool {
	a, b := l.Whom(f), l.Whom(g)
	return l.Lexicon.Relate(a, b) == lexicon.Same || l.Lexicon.Relate(b, a) == lexicon.Same
}
