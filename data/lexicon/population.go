package lexicon

import "slices"

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

// Mentions returns the groups that words name, in order. At one place the
// longest reading wins: "communauté d'agglomération" is never "communauté",
// and "ville intelligente", a subject, is no "ville". Two-letter abbreviations
// count only in capitals or after "les", "des", "aux": "ca" and "cc" are
// everyday words. The short ways of saying the names given to With are read
// where no longer name stands.
func (l *Lexicon) Mentions(words []Word) []Mention {
	t := texts(words)
	capitals := !shouted(words)
	var found []Mention
	for i := 0; i < len(words); {
		p, n := match(l.names, t[i:])
		_, longer := match(l.expressions, t[i:])
		id, short := l.abbreviations[t[i]]
		briefly, m := l.shorts.at(words, t, i, capitals, found)
		switch {
		case longer > max(n, m):
			i += longer
			continue
		case m > n:
			found = append(found, Mention{ID: briefly, Start: i, End: i + m})
			i += m
			continue
		case n > 0:
			found = append(found, Mention{ID: p.means, Start: i, End: i + n})
			i += n
			continue
		case short && !words[i].Accents && (capitals && words[i].Capitals || pluralArticles[at(t, i-1)]):
			found = append(found, Mention{ID: id, Start: i, End: i + 1})
		}
		i++
	}
	if len(l.classes) > 0 {
		found = l.classed(words, found)
	}
	return found
}

var pluralArticles = wordSet("les des aux")

// shouted reports a text typed all in capitals, where they tell nothing. A few
// words may be abbreviations side by side.
func shouted(words []Word) bool {
	const few = 3
	loud := 0
	for _, w := range words {
		switch {
		case w.Capitals:
			loud++
		case len(w.Text) > 1 && !isDigit(w.Text[0]):
			return false
		}
	}
	return loud > few
}

// Population reads the population of a finding, as its editor wrote it. The
// first group named is the population; others count when they are tied to it
// by "de", "des", "et" or stand beside it ("décideurs de collectivités
// interrogés"), not when something else ties them ("services en contact avec
// les citoyens", "directions (hors DSI)") nor when they say its size. False
// when nobody known is named.
func (l *Lexicon) Population(text string) (Population, bool) {
	words := Words(text)
	size, span := SizeOf(words)
	mentions := l.Mentions(words)
	if Covered(mentions, span) {
		size = Size{}
	}
	p := Population{Size: size}
	end := 0 // of the last group that counts
	for _, m := range mentions {
		inSize := span[0] <= m.Start && m.Start < span[1]
		if inSize || len(p.Groups) > 0 && !tied(words[end:m.Start]) {
			continue
		}
		end = m.End
		if !slices.Contains(p.Groups, m.ID) {
			p.Groups = append(p.Groups, m.ID)
		}
	}
	slices.Sort(p.Groups)
	return p, len(p.Groups) > 0
}

// Covered reports that a size stands within the name of a population, which its
// definition bounds by it.
func Covered(mentions []Mention, span [2]int) bool {
	return slices.ContainsFunc(mentions, func(m Mention) bool { return m.Start < span[0] && span[1] <= m.End })
}

// tied reports whether the words between two groups make one population of
// them.
func tied(between []Word) bool {
	return !slices.ContainsFunc(between, func(w Word) bool { return loose[w.Text] })
}

// loose words break the tie between a population and what follows it.
var loose = wordSet("avec hors sans pour aupres envers sauf excepte hormis vers contre contact")

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
	generic := !slices.ContainsFunc(asked, func(id string) bool { return !l.groups[id].Anyone })
	asked, published = l.precise(asked), l.precise(published)
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

// precise leaves out whoever answered: "décideurs interrogés" are "décideurs".
func (l *Lexicon) precise(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return l.groups[id].Anyone })
}

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
		if g := l.groups[id]; g.People {
			people = append(people, id)
			for _, o := range g.Of {
				if !slices.Contains(organisations, o) {
					organisations = append(organisations, o)
				}
			}
		} else if !slices.Contains(organisations, id) {
			organisations = append(organisations, id)
		}
	}
	slices.Sort(organisations)
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
