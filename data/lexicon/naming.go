package lexicon

import (
	"cmp"
	"slices"
	"strings"
)

// A Naming is how an edition names whom it counts.
type Naming struct {
	Name       string
	Definition string // what it means by that; may be empty
	Whole      bool   // whom its survey represents, all of them
}

// named opens the id of a group that only a finding or an edition names.
const named = "="

// Declared reports whether editions alone name the group: With made it.
func (g Group) Declared() bool { return strings.HasPrefix(g.ID, named) }

// With returns a lexicon that knows these populations too, each as a group of
// its own: other observatories count other people. A name that holds a known
// one stands under it ("communes du littoral" under "communes").
//
// The first word of a name is a name too when no other begins so: "cabinets"
// are the "cabinets vétérinaires", and "cabinets ruraux" those that are rural.
// When several begin so, it is a group above them all, of which no finding
// tells: "bibliothèques" are neither the rural ones nor those of universities.
func (l *Lexicon) With(names []Naming) *Lexicon {
	names = slices.Clone(names)
	slices.SortStableFunc(names, func(a, b Naming) int {
		return cmp.Or(rankWhole(a)-rankWhole(b), cmp.Compare(len(key(a.Name)), len(key(b.Name))))
	})
	grown := l
	for _, head := range l.sharedHeads(names) {
		grown = grown.Add([]Group{head}, nil, nil)
	}
	for _, n := range names {
		if g, ok := grown.name(n, names); ok {
			grown = grown.Add([]Group{g}, nil, nil)
		}
	}
	if grown == l {
		return l
	}
	grown = grown.Add(grown.defined(names), nil, nil)
	grown.shorts = grown.shorten()
	return grown
}

func rankWhole(n Naming) int {
	if n.Whole {
		return 0
	}
	return 1
}

// name makes the group of one population, among all that are given.
func (l *Lexicon) name(n Naming, all []Naming) (Group, bool) {
	who, _ := l.Population(n.Name)
	beside := l.Beside(n.Name)
	if len(beside) == 0 {
		return Group{}, false
	}
	g := Group{ID: named + strings.Join(append(slices.Clone(beside), who.Groups...), "-"), Names: []string{n.Name}, Beside: beside}
	organisations, people := l.split(who)
	if len(people) > 0 { // "décideurs IT des collectivités" are people, who answer for them
		g.People, g.Respondent, g.Parents, g.Of = true, l.allRespondents(people), people, organisations
	} else {
		g.Parents = organisations
	}
	head := key(n.Name)[0]
	switch {
	case scaled(head): // nobody is "petite" alone
	case (len(who.Groups) == 0 && len(beside) > 1 || l.ownedBy(n.Name, who)) && ClassOf(head) == Subject && len(l.names[head]) == 0 && (n.Whole || nested(head, all)):
		g.Names = append(g.Names, head)
	case len(who.Groups) == 1 && strings.HasPrefix(who.Groups[0], named):
		if short := key(l.Name(who.Groups[0]))[0]; short != strings.Join(beside, " ") {
			g.Names = append(g.Names, short+" "+strings.Join(beside, " "))
		}
	}
	return g, true
}

// ownedBy reports that a name begins by a word of its own, before a population
// that editions name: the "propriétaires" of "camions".
func (l *Lexicon) ownedBy(name string, who Population) bool {
	words := Words(name)
	return len(who.Groups) == 1 && len(words) > 2 && connectors[words[1].Text] &&
		l.groups[who.Groups[0]].Declared() && key(l.Name(who.Groups[0]))[0] != Singular(words[0].Text)
}

// sharedHeads returns a group for each first word by which several populations
// begin, unless one of them is all of these already.
func (l *Lexicon) sharedHeads(names []Naming) []Group {
	var groups []Group
	done := map[string]bool{}
	for _, n := range names {
		words := Words(n.Name)
		if len(words) == 0 {
			continue
		}
		head := Singular(words[0].Text)
		if done[head] || n.Whole || scaled(head) || ClassOf(head) != Subject || len(l.names[head]) > 0 || nested(head, names) {
			done[head] = true
			continue
		}
		done[head] = true
		groups = append(groups, Group{ID: named + head, Names: []string{n.Name[words[0].Start:words[0].End]}})
	}
	return groups
}

// nested reports whether a head belongs to one population, and to those that
// stand under it.
func nested(head string, names []Naming) bool {
	var shortest []string
	for _, n := range names {
		if size, words := core(key(n.Name)); size != nil && words[0] == head {
			return false // "petites coopératives" are some of them
		}
		if words := key(n.Name); len(words) > 0 && words[0] == head && (shortest == nil || len(words) < len(shortest)) {
			shortest = words
		}
	}
	return !slices.ContainsFunc(names, func(n Naming) bool {
		words := key(n.Name)
		return len(words) > 0 && words[0] == head && !slices.Equal(words[:len(shortest)], shortest)
	})
}

// family is how many letters a word of a definition shares with a word of the
// name to be of its family: "université" of "universitaires". Under it
// "communauté" would be of the family of "communales".
const family = 8

// defined returns what populations are also called by their definitions: where
// the editor says that "bibliothèques universitaires" are those of the
// "universités", so do people. A name that two definitions give is nobody's.
func (l *Lexicon) defined(names []Naming) []Group {
	var groups []Group
	owners := map[string]int{}
	for _, n := range names {
		who, _ := l.Population(n.Name)
		if n.Definition == "" || len(who.Groups) != 1 {
			continue
		}
		g := Group{ID: who.Groups[0]}
		words := key(n.Name)
		for _, w := range Words(n.Definition) {
			d := Singular(w.Text)
			if slices.Contains(words, d) || !slices.ContainsFunc(words[1:], func(m string) bool { return len(d) >= family && strings.HasPrefix(m, d[:family]) }) {
				continue
			}
			name := words[0] + " " + d
			if _, n := match(l.names, strings.Fields(name)); n < 2 && !slices.Contains(g.Names, name) {
				g.Names = append(g.Names, name)
				owners[name]++
			}
		}
		groups = append(groups, g)
	}
	for i := range groups {
		groups[i].Names = slices.DeleteFunc(groups[i].Names, func(name string) bool { return owners[name] > 1 })
	}
	return groups
}

// Members returns the populations that editions name by a group's own name and
// more words, when it has one of a single word: those of "bibliothèques" are
// "bibliothèques rurales" and "bibliothèques universitaires".
func (l *Lexicon) Members(id string) []string {
	var heads, members []string
	for _, name := range l.groups[id].Names {
		if words := key(name); len(words) == 1 {
			heads = append(heads, words[0])
		}
	}
	for _, other := range l.order {
		g := l.groups[other]
		if _, words := core(key(g.Names[0])); g.Declared() && slices.Contains(g.Parents, id) && slices.Contains(heads, words[0]) {
			members = append(members, other)
		}
	}
	return members
}
