package index

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"constat/data/lexicon"
	"constat/index/french"
)

// asked is a query in the numbers of one index, made once a search.
type asked struct {
	Query
	terms  []askedTerm // one a distinct stem, in order
	total  float64     // sum of their weights
	pairs  []askedPair
	grams  []askedGram
	gramed float64  // sum of the rarities of grams
	names  []uint32 // forms typed with a capital inside the text
	wanted []wanted
}

// An askedTerm is a word that is looked up, and its trade equivalents.
type askedTerm struct {
	stems  []uint32 // known to the index; any of them will do
	form   uint32   // as folded; noID when no finding has it
	weight float64  // how rare, times Term.Weight
	number bool
}

type askedPair struct {
	pair   uint64
	weight float64
}

type askedGram struct {
	gram   uint32
	weight float64
}

// wanted is what a finding must leave to say a term.
type wanted struct {
	text string
	keys []uint32 // sorted
}

const noID = ^uint32(0)

// longestEquivalent is how many words a trade equivalent has at most:
// "règlement général sur la protection des données", "établissement public de
// coopération intercommunale".
const longestEquivalent = 7

func (x *Index) ask(q Query) *asked {
	a := &asked{Query: q}
	equivalents := x.equivalents(q)
	var last uint32 = noID
	var lastWeight float64
	for _, t := range q.Terms {
		if t.Weight == 0 {
			t.Weight = 1
		}
		stem := french.Stem(t.Text)
		id, known := x.stems.ids[stem]
		if !known {
			id = noID
		}
		a.want(x, t.Text, equivalents[t.Text])
		weight := x.addTerm(a, t, id, equivalents[t.Text])
		if id != noID && last != noID {
			a.pairs = append(a.pairs, askedPair{pair(last, id), (weight + lastWeight) / 2})
		}
		last, lastWeight = id, weight
	}
	a.addGrams(x)
	a.addNames(x)
	return a
}

// addTerm adds a term, unless its stem was already asked, and returns its weight.
func (x *Index) addTerm(a *asked, t Term, id uint32, equivalents []string) float64 {
	e := askedTerm{form: noID, number: "0" <= t.Text && t.Text < ":"}
	if form, ok := x.forms.ids[t.Text]; ok {
		e.form = form
	}
	if id != noID {
		e.stems = append(e.stems, id)
	}
	for _, w := range equivalents {
		if s, ok := x.stems.ids[french.Stem(w)]; ok && !slices.Contains(e.stems, s) {
			e.stems = append(e.stems, s)
		}
	}
	e.weight = rarity(float64(len(x.records)), 0)
	for _, s := range e.stems {
		e.weight = min(e.weight, x.rarity[s])
	}
	e.weight *= t.Weight
	for _, other := range a.terms {
		if id != noID && slices.Contains(other.stems, id) {
			return e.weight
		}
	}
	a.terms = append(a.terms, e)
	a.total += e.weight
	return e.weight
}

func (a *asked) addGrams(x *Index) {
	var all []uint32
	for _, t := range a.Terms {
		all = appendGrams(all, t.Text)
	}
	for _, g := range sortedSet(all) {
		w := x.gramRarity(g)
		a.grams = append(a.grams, askedGram{g, w})
		a.gramed += w
	}
}

// addNames finds the words that stand with a capital elsewhere than first.
func (a *asked) addNames(x *Index) {
	for i, w := range lexicon.Words(a.Text) {
		r, _ := utf8.DecodeRuneInString(a.Text[w.Start:])
		if i == 0 || !unicode.IsUpper(r) || !a.has(w.Text) {
			continue
		}
		form, ok := x.forms.ids[w.Text]
		if !ok {
			form = noID
		}
		a.names = append(a.names, form)
	}
}

func (a *asked) has(word string) bool {
	return slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Text == word })
}

// want notes what a finding must leave to say a term: itself, a word of its
// family, or an equivalent.
func (a *asked) want(x *Index, term string, equivalents []string) {
	w := wanted{text: term}
	for _, e := range append([]string{term}, equivalents...) {
		for _, key := range french.Asked(e) {
			if id, ok := x.keys.ids[key]; ok {
				w.keys = append(w.keys, id)
			}
		}
	}
	a.wanted = append(a.wanted, w)
}

// equivalents returns, for each word of a query that stands in a trade
// equivalent, the canonical words that may stand in its place. The text is
// read too, because the terms lack the small words: "direction des finances".
func (x *Index) equivalents(q Query) map[string][]string {
	var typed, terms []string
	for _, w := range lexicon.Words(q.Text) {
		typed = append(typed, w.Text)
	}
	for _, t := range q.Terms {
		terms = append(terms, t.Text)
	}
	found := make(map[string][]string)
	for _, words := range [][]string{typed[:min(len(typed), 2*maxTerms)], terms} {
		if slices.Equal(x.lexicon.Canonical(words), words) {
			continue // most questions
		}
		for i := range words {
			for n := 1; n <= min(longestEquivalent, len(words)-i); n++ {
				phrase := words[i : i+n]
				c := x.lexicon.Canonical(phrase)
				if len(c) != 1 || c[0] == phrase[0] && n == 1 {
					continue
				}
				for _, w := range phrase {
					if !slices.Contains(found[w], c[0]) {
						found[w] = append(found[w], c[0])
					}
				}
			}
		}
	}
	return found
}

// missing returns the terms that a finding does not say, in order, each once.
// A year that the query names as such is left to the year's point.
func (x *Index) missing(a *asked, ordinal int) []string {
	said := x.records[ordinal].said
	var terms []string
	for _, w := range a.wanted {
		if !slices.ContainsFunc(w.keys, func(key uint32) bool { return has(said, key) }) && !slices.Contains(terms, w.text) {
			terms = append(terms, w.text)
		}
	}
	return terms
}
