package lexicon

import (
	"maps"
	"slices"
	"strings"
)

// Called returns a lexicon that also knows what people call the populations in
// words that no edition has: by another noun for their kind ("usines" for
// "industries"), by whoever runs them ("artisans"), with their size told
// otherwise ("de taille moyenne"), or in the words of their definition
// ("collèges publics", "de 10 à 49 salariés"). A way to say two populations is
// neither's, and what is a name already stays what it is. It is made last, of
// all the names given to With, so that no population that an edition names is
// taken for another.
func (l *Lexicon) Called(names []Naming) *Lexicon {
	grown := l.Add(l.unsized(), nil, nil)
	owners := map[string][]string{}
	own := func(way []string, id string) {
		if _, n := match(grown.names, way); n < len(way) {
			text := strings.Join(way, " ")
			owners[text] = union(owners[text], []string{id})
		}
	}
	for _, id := range grown.order {
		for _, name := range grown.groups[id].Names {
			for _, way := range grown.ways(id, name) {
				own(way, id)
			}
		}
	}
	for _, n := range names {
		if id, way := grown.restated(n); id != "" {
			own(way, id)
		}
	}
	for _, way := range slices.Sorted(maps.Keys(owners)) {
		if ids := owners[way]; len(ids) == 1 {
			insert(grown.names, way, ids[0])
		}
	}
	grown.classes = grown.classesOf(names)
	grown.shorts = grown.shorten()
	return grown
}

// unsized returns the groups that stand above populations told apart by their
// size: "industries" are neither the small ones nor those of middle size.
func (l *Lexicon) unsized() []Group {
	var groups []Group
	for _, id := range l.order {
		g := l.groups[id]
		size, rest := core(key(g.Names[0]))
		if size == nil || !g.Declared() || g.People {
			continue
		}
		if _, n := match(l.names, rest); n == len(rest) {
			continue
		}
		words := Words(g.Names[0])
		noun := g.Names[0][words[len(words)-1].Start:]
		if scaled(Singular(words[0].Text)) {
			noun = g.Names[0][words[1].Start:]
		}
		above := Group{ID: named + strings.Join(rest, "-"), Names: []string{noun}}
		groups = append(groups, above, Group{ID: id, Parents: []string{above.ID}})
	}
	return groups
}

// ways returns how people say one name of a group otherwise.
func (l *Lexicon) ways(id, name string) [][]string {
	size, noun := core(key(name))
	complement := len(Words(name)) > len(key(name)) // "coopératives de production": no adjective
	var ways [][]string
	for _, n := range l.nouns(id, noun) {
		switch {
		case size != nil:
			ways = append(ways, size.ways(n.words)...)
		case n.wider && (len(n.words) == 1 || complement):
			// "sociétés" are not only those that are counted
		default:
			ways = append(ways, n.words)
		}
	}
	return ways
}

// A noun says a population without its size.
type noun struct {
	words []string
	wider bool // it says others too
}

// nouns returns what may be said for a noun and its adjectives.
func (l *Lexicon) nouns(id string, words []string) []noun {
	all := []noun{{words: words}}
	replace := func(old string, by []string, wider bool) {
		head := key(old)
		if len(head) > len(words) || !slices.Equal(words[:len(head)], head) {
			return
		}
		tail := words[len(head):]
		turned := make([]string, len(tail))
		for i, w := range tail {
			turned[i] = otherGender(w)
		}
		for _, other := range by {
			all = append(all, noun{slices.Concat(key(other), tail), wider})
			if !slices.Equal(tail, turned) {
				all = append(all, noun{slices.Concat(key(other), turned), wider})
			}
		}
	}
	for _, k := range l.kinds {
		for _, old := range k.Names {
			replace(old, k.Names, false)
			if slices.Equal(key(old), words) {
				replace(old, k.People, false)
			}
		}
		for _, old := range k.Holds {
			replace(old, k.Names, true)
		}
	}
	if l.groups[id].Declared() {
		for _, parent := range l.groups[id].Parents { // "petites villes" for "petites communes"
			if names := l.groups[parent].Names; slices.ContainsFunc(names, func(n string) bool { return slices.Equal(key(n), words) }) {
				replace(strings.Join(words, " "), slices.DeleteFunc(slices.Clone(names), func(n string) bool { return len(key(n)) > 1 }), false)
			}
		}
	}
	return append(all, l.related(words)...)
}

// related returns what says the same with a noun in place of an adjective:
// "cabinets de campagne" of "cabinets ruraux".
func (l *Lexicon) related(words []string) []noun {
	var all []noun
	for i, w := range words[1:] {
		for _, list := range l.relations {
			adjective := key(list[0])[0]
			if w != adjective && otherGender(w) != adjective {
				continue
			}
			for _, other := range list[1:] {
				all = append(all, noun{words: slices.Concat(words[:i+1], key(other), words[i+2:])})
			}
		}
	}
	return all
}

// restated returns the name of a population with the adjective that its
// definition gives it first: "collèges publics" where these are "collèges".
func (l *Lexicon) restated(n Naming) (id string, way []string) {
	name, definition := Words(n.Name), Words(n.Definition)
	who, _ := l.Population(n.Name)
	if len(who.Groups) != 1 || len(definition) <= len(name) || ClassOf(definition[len(name)].Text) != Subject {
		return "", nil
	}
	for i, w := range name {
		if Singular(w.Text) != Singular(definition[i].Text) {
			return "", nil
		}
	}
	return who.Groups[0], append(key(n.Name), Singular(definition[len(name)].Text))
}
