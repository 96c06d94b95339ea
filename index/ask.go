package index

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"constat/data"
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
	gramed float64  // sum of their weights
	names  []uint32 // forms typed with a capital inside the text
	wanted []wanted // what a finding must say, in order
	says   []uint32 // every key of which the query leaves one, near words included
}

// An askedTerm is a word that is looked up.
type askedTerm struct {
	stems  []uint32 // any of them will do; none when nobody says it
	forms  []uint32 // as folded, and its equivalents
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
	keys []uint32
	near []int  // lists of near words
	root uint32 // of words made from one another; noID when nobody has it
}

// longestEquivalent is how many words a trade equivalent has at most:
// "règlement général sur la protection des données", "établissement public de
// coopération intercommunale".
const longestEquivalent = 7

// ask reads a query.
func (x *Index) ask(q Query) *asked {
	a := &asked{Query: q}
	equivalents, near := x.equivalents(q), x.nearLists(q)
	last, lastWeight := noID, 0.0
	for _, t := range q.Terms {
		words := append([]string{t.Text}, equivalents[t.Text]...)
		keys := x.askedKeys(words)
		if !a.asksYear(t.Text) {
			a.wanted = append(a.wanted, wanted{t.Text, keys, near[t.Text], x.keys.find(french.Root(t.Text))})
		}
		stem := x.stems.find(french.Stem(t.Text))
		weight := a.addTerm(x, t, words, keys)
		if stem != noID && last != noID {
			a.pairs = append(a.pairs, askedPair{pair(last, stem), (weight + lastWeight) / 2})
		}
		last, lastWeight = stem, weight
	}
	for _, w := range a.wanted {
		a.says = append(a.says, w.keys...)
		for _, i := range w.near {
			for _, said := range x.near.lists[i] {
				if len(said) == 1 {
					a.says = append(a.says, said[0]...)
				}
			}
		}
	}
	a.says = sortedSet(a.says)
	a.addGrams(x)
	a.addNames(x)
	return a
}

// askedKeys returns what a finding may leave to say one of some words: itself,
// a word of its family, or a trade equivalent.
func (x *Index) askedKeys(words []string) []uint32 {
	var keys []uint32
	for _, w := range words {
		for _, key := range french.Asked(w) {
			if id := x.keys.find(key); id != noID {
				keys = append(keys, id)
			}
		}
	}
	return keys
}

// addTerm adds a term, unless it was asked already, and returns its weight. Its
// stems are those of the words themselves, and of every word of a finding that
// says them: "arrosent" has another stem than the indicator "arrosage".
func (a *asked) addTerm(x *Index, t Term, words []string, keys []uint32) float64 {
	e := askedTerm{number: isNumber(t.Text) && !a.asksYear(t.Text)}
	for _, w := range words {
		e.forms = append(e.forms, x.forms.find(w))
		if s := x.stems.find(french.Stem(w)); s != noID {
			e.stems = append(e.stems, s)
		}
	}
	e.weight = x.commonest(e.stems)
	known := len(e.stems) > 0
	for _, k := range keys {
		e.stems = append(e.stems, x.kin[k]...)
	}
	if !known {
		e.weight = x.commonest(e.stems)
	}
	if t.Weight != 0 {
		e.weight *= t.Weight
	}
	e.stems = sortedSet(e.stems)
	if len(e.stems) > 0 && slices.ContainsFunc(a.terms, func(o askedTerm) bool { return slices.Equal(o.stems, e.stems) }) {
		return e.weight
	}
	a.terms = append(a.terms, e)
	a.total += e.weight
	return e.weight
}

// commonest returns the least rarity of some stems; the highest there is when
// there are none.
func (x *Index) commonest(stems []uint32) float64 {
	least := rarity(float64(len(x.records)), 0)
	for _, s := range stems {
		least = min(least, x.rarity[s])
	}
	return least
}

func isNumber(w string) bool { return "0" <= w && w < ":" }

// asksYear reports whether a word is a year that the query names as such: the
// year's point judges it.
func (a *asked) asksYear(word string) bool {
	year, err := strconv.Atoi(word)
	return err == nil && slices.Contains(a.Years, year)
}

// addGrams adds the 4-grams of the terms.
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
		a.names = append(a.names, x.forms.find(w.Text))
	}
}

func (a *asked) has(word string) bool {
	return slices.ContainsFunc(a.Terms, func(t Term) bool { return t.Text == word })
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

// Says reports whether a finding of the library says every one of some folded
// words, as Hit.Missing judges it.
func (x *Index) Says(f *data.Finding, words ...string) bool {
	var q Query
	for _, w := range words {
		q.Terms = append(q.Terms, Term{Text: w})
	}
	hit := Hit{Finding: f}
	x.missing(x.ask(q), &hit)
	return len(hit.Missing) == 0
}

// named reports whether a query says every word of one name of what a finding
// measures. Canonical words stand beside those that they replace: the name
// "smart city" is said by either.
func (x *Index) named(a *asked, ordinal int) bool {
	return slices.ContainsFunc(x.records[ordinal].names, func(name [][]uint32) bool {
		return len(name) > 0 && !slices.ContainsFunc(name, func(keys []uint32) bool { return !anyOf(keys, a.says) })
	})
}

// missing notes the terms that a finding does not say, in order, each once,
// which of them it says nearly, and which name another indicator.
func (x *Index) missing(a *asked, h *Hit) {
	r := &x.records[h.Finding.Ordinal]
	for i := range a.wanted {
		w := &a.wanted[i]
		if anyOf(w.keys, r.said) || slices.Contains(h.Missing, w.text) {
			if len(r.unlisted) > 0 && !anyOf(w.keys, r.unlisted) && !slices.Contains(h.Missing, w.text) {
				h.Listed = append(h.Listed, w.text)
			}
			continue
		}
		h.Missing = append(h.Missing, w.text)
		switch {
		case x.nearly(r, w):
			h.Nearly = append(h.Nearly, w.text)
		case x.names(w):
			h.Elsewhere = append(h.Elsewhere, w.text)
		}
	}
}
