package lexicon

import (
	"slices"
	"strings"
)

// A Kind is how everyday French calls one kind of organisation.
type Kind struct {
	Names  []string // nouns that stand for one another: "industrie", "usine"
	Holds  []string // nouns of narrower kinds: a "société" may be an "industrie"
	People []string // whoever runs one and is said for it: "artisan" for "atelier artisanal"
}

// AddKinds returns a lexicon that knows these kinds too.
func (l *Lexicon) AddKinds(kinds []Kind) *Lexicon {
	grown := *l
	grown.kinds = append(slices.Clip(slices.Clone(l.kinds)), kinds...)
	return &grown
}

// AddRelations returns a lexicon that knows these lists too: each an adjective,
// and the nouns that say it after "de": "rural", "campagne".
func (l *Lexicon) AddRelations(lists [][]string) *Lexicon {
	grown := *l
	grown.relations = append(slices.Clip(slices.Clone(l.relations)), lists...)
	return &grown
}

// A scale is one of the sizes by which people tell organisations apart, and
// the adjectives that say it.
type scale struct {
	before []string // before the noun, in both genders
	after  []string // after it
	taille []string // with "taille": "de taille moyenne", "de petite taille"
}

var scales = []scale{
	{adjectives("petit petite"), nil, adjectives("petite modeste")},
	{adjectives("moyen moyenne"), adjectives("moyen moyenne intermediaire"), adjectives("moyenne intermediaire")},
	{adjectives("grand grande gros grosse"), nil, adjectives("grande importante")},
}

// adjectives are words as a key holds them.
func adjectives(words string) []string {
	list := strings.Fields(words)
	for i, w := range list {
		list[i] = Singular(w)
	}
	return list
}

// scaled reports whether a word of a key says a size before its noun.
func scaled(word string) bool {
	return slices.ContainsFunc(scales, func(s scale) bool { return slices.Contains(s.before, word) })
}

// core parts the words of a name from the size that they say; nil when they
// say none. "moyennes industries" are "industries" of middle size.
func core(words []string) (size *scale, rest []string) {
	n := len(words)
	for i := range scales {
		s := &scales[i]
		switch {
		case n > 1 && slices.Contains(s.before, words[0]):
			return s, words[1:]
		case n > 2 && words[n-2] == "taille" && slices.Contains(s.taille, words[n-1]):
			return s, words[:n-2]
		case n > 1 && slices.Contains(s.after, words[n-1]):
			return s, words[:n-1]
		}
	}
	return nil, words
}

// ways returns how people say that organisations have a size.
func (s *scale) ways(noun []string) [][]string {
	var ways [][]string
	for _, a := range s.before {
		ways = append(ways, append([]string{a}, noun...))
	}
	for _, a := range s.after {
		ways = append(ways, append(slices.Clone(noun), a))
	}
	for _, a := range s.taille {
		ways = append(ways, append(slices.Clone(noun), "taille", a), append(slices.Clone(noun), a, "taille"))
	}
	return ways
}

// The endings by which an adjective changes with the gender of its noun, the
// longest first, as a key holds them.
var genders = []struct{ feminine, masculine string }{
	{"trice", "teur"}, {"ienne", "ien"}, {"iere", "ier"}, {"euse", "eu"}, {"elle", "el"}, {"onne", "on"}, {"ive", "if"}, {"ale", "al"}, {"ee", "e"}, {"ue", "u"},
}

// otherGender returns an adjective of a key in the other gender, or as it is
// when its form tells none: "artisanale" of "artisanal", "universitaire".
func otherGender(word string) string {
	for _, g := range genders {
		if stem, ok := strings.CutSuffix(word, g.feminine); ok {
			return stem + g.masculine
		}
	}
	for _, g := range genders {
		if stem, ok := strings.CutSuffix(word, g.masculine); ok && g.masculine != "e" {
			return stem + g.feminine
		}
	}
	return word
}
