package lexicon

import (
	"slices"
)

// A Population is whom a text is about. The zero value is nobody in
// particular.
type Population struct {
	Groups []string // ids of the groups named, sorted
	Size   Size
}

// Named reports whether anybody is named.
func (p Population) Named() bool { return len(p.Groups) > 0 || p.Size != Size{} }

// A Mention is a group named in a text: words[Start:End].
type Mention struct {
	ID         string
	Start, End int
}

// Mentions returns the groups that words name, longest names first come first
// served: "communauté d'agglomération" is never "communauté". Two-letter
// abbreviations count only in capitals or after "les", "des", "aux".
func (l *Lexicon) Mentions(words []Word) []Mention {
	t := texts(words)
	var found []Mention
	for i := 0; i < len(words); {
		if p, n := match(l.names, t[i:]); n > 0 {
			found = append(found, Mention{ID: p.means, Start: i, End: i + n})
			i += n
			continue
		}
		if id, ok := l.abbreviations[t[i]]; ok && (words[i].Capitals || i > 0 && pluralArticles[t[i-1]]) {
			found = append(found, Mention{ID: id, Start: i, End: i + 1})
		}
		i++
	}
	return found
}

var pluralArticles = map[string]bool{"les": true, "des": true, "aux": true}

// Population reads the population of a finding, as its editor wrote it. The
// first group named is the population; others count when they are tied to it
// by "de", "des", "et" or stand beside it ("décideurs de collectivités
// interrogés"), not when something else ties them ("services en contact avec
// les citoyens", "directions (hors DSI)"). False when nobody known is named.
func (l *Lexicon) Population(text string) (Population, bool) {
	words := Words(text)
	var p Population
	var size [2]int
	p.Size, size = SizeOf(words)
	for _, m := range l.Mentions(words) {
		inSize := size[0] <= m.Start && m.Start < size[1] // "habitants" of a size class
		if inSize || len(p.Groups) > 0 && !tied(words, m.Start) {
			continue
		}
		if !slices.Contains(p.Groups, m.ID) {
			p.Groups = append(p.Groups, m.ID)
		}
	}
	slices.Sort(p.Groups)
	return p, len(p.Groups) > 0
}

// loose words break the tie between a population and what follows it.
var loose = map[string]bool{"avec": true, "hors": true, "sans": true, "pour": true, "aupres": true, "envers": true, "sauf": true, "vers": true}

func tied(words []Word, i int) bool {
	for k := i - 1; k >= 0 && i-k <= 3; k-- {
		if loose[words[k].Text] {
			return false
		}
	}
	return true
}

// A Relation says how a published population stands to the one asked.
type Relation uint8

// The relations. Only Same answers; Near may be offered by name.
const (
	Same  Relation = iota
	Near           // one contains the other, or only the size differs
	Other          // another population
)

// Relate compares the population of a finding with the one asked. Asking
// about nobody in particular is Same as anybody. Respondents answer for their
// organisations; elected people, agents and inhabitants never do.
func (l *Lexicon) Relate(asked, published Population) Relation {
	if !asked.Named() {
		return Same
	}
	askedOrgs, askedPeople := l.split(asked)
	orgs, people := l.split(published)
	return max(l.relateOrganisations(askedOrgs, orgs), l.relatePeople(askedPeople, people), relateSizes(asked.Size, published.Size))
}

func (l *Lexicon) relateOrganisations(asked, published []string) Relation {
	switch {
	case len(asked) == 0 || slices.Equal(asked, published):
		return Same
	case len(published) == 0:
		return Other
	}
	return l.kin(asked, published)
}

func (l *Lexicon) relatePeople(asked, published []string) Relation {
	if len(asked) == 0 {
		if l.allRespondents(published) {
			return Same
		}
		return Other
	}
	generic := slices.Equal(asked, []string{respondent})
	asked, published = without(asked, respondent), without(published, respondent)
	switch {
	case generic && l.allRespondents(published):
		return Same // "les répondants" are whoever answered
	case slices.Equal(asked, published):
		return Same
	case len(published) == 0:
		return Near
	case generic:
		return Other
	}
	return l.kin(asked, published)
}

// respondent is the group of whoever answers a survey: it adds nothing to a
// more precise one ("décideurs interrogés" are "décideurs").
const respondent = "repondant"

// kin is Near when each side has a member that contains, or is contained in,
// one of the other.
func (l *Lexicon) kin(a, b []string) Relation {
	for _, x := range a {
		for _, y := range b {
			if x == y || l.contains(x, y) || l.contains(y, x) {
				return Near
			}
		}
	}
	return Other
}

// contains reports whether group a contains group b, at any depth.
func (l *Lexicon) contains(a, b string) bool {
	seen := map[string]bool{}
	var up func(string) bool
	up = func(id string) bool {
		if seen[id] { // a folder's lexicon may hold a circle
			return false
		}
		seen[id] = true
		for _, parent := range l.groups[id].Parents {
			if parent == a || up(parent) {
				return true
			}
		}
		return false
	}
	return up(b)
}

func (l *Lexicon) split(p Population) (organisations, people []string) {
	for _, id := range p.Groups {
		if l.groups[id].People {
			people = append(people, id)
		} else {
			organisations = append(organisations, id)
		}
	}
	return organisations, people
}

func (l *Lexicon) people(p Population) bool {
	organisations, people := l.split(p)
	return len(people) > 0 && len(organisations) == 0
}

func (l *Lexicon) allRespondents(ids []string) bool {
	for _, id := range ids {
		if !l.groups[id].Respondent {
			return false
		}
	}
	return true
}

// Organisations returns the ids of the organisations of a population, sorted.
func (l *Lexicon) Organisations(p Population) []string {
	organisations, _ := l.split(p)
	return organisations
}

// PeopleOf returns the people of a population, without their organisations.
func (l *Lexicon) PeopleOf(p Population) Population {
	_, people := l.split(p)
	return Population{Groups: people}
}

// OnlyRespondents reports whether a population is people who answer a survey,
// without their organisations.
func (l *Lexicon) OnlyRespondents(p Population) bool {
	return l.people(p) && l.allRespondents(p.Groups)
}

func without(ids []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(s string) bool { return s == id })
}
