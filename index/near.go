package index

import (
	"slices"

	"constat/data/lexicon"
	"constat/index/french"
)

// What a question calls "coupes" a finding may call "baisse". The lexicon's
// lists of near words, its names of a population, and adjectives made from a
// noun of the finding, say a word nearly: whether that is enough is the answer's to judge. They never
// change a rank: general synonyms found 5 to 12 questions in a hundred fewer.

// nearness is the lists of near words in the numbers of one index.
type nearness struct {
	lists   [][]nearSaying
	byKey   map[string][]int     // lists by a key of a family of their single words
	phrases map[string][]nearRun // sayings of several words by their first
	labels  map[uint32]bool      // keys of the words of all indicators
}

// A nearSaying is, for each meaningful word of one way to say, the keys of
// which a finding must leave one.
type nearSaying [][]uint32

// A nearRun is several words in a row that stand in a list.
type nearRun struct {
	words []string // folded, singular
	list  int
}

// learnNear reads the lexicon's lists, once every record is made.
func (x *Index) learnNear() {
	x.near.byKey, x.near.phrases = make(map[string][]int), make(map[string][]nearRun)
	lists := slices.Clone(x.lexicon.Near())
	for _, g := range x.lexicon.Groups() {
		lists = append(lists, g.Names) // "services" and "directions", where they are the subject
	}
	for i, list := range lists {
		var sayings []nearSaying
		for _, text := range list {
			var words []string
			var said nearSaying
			for _, w := range lexicon.Words(text) {
				words = append(words, lexicon.Singular(w.Text))
				if lexicon.ClassOf(w.Text) != lexicon.Function {
					said = append(said, x.askedKeys([]string{w.Text}))
				}
			}
			if len(words) == 1 {
				for _, key := range french.Said(lexicon.Words(text)[0].Text) {
					if !slices.Contains(x.near.byKey[key], i) {
						x.near.byKey[key] = append(x.near.byKey[key], i)
					}
				}
			} else if len(words) > 1 {
				x.near.phrases[words[0]] = append(x.near.phrases[words[0]], nearRun{words, i})
			}
			if len(said) > 0 && !slices.ContainsFunc(said, func(keys []uint32) bool { return len(keys) == 0 }) {
				sayings = append(sayings, said)
			}
		}
		x.near.lists = append(x.near.lists, sayings)
	}
}

// nearLists returns, for each word of a query, the lists that it stands in,
// alone or with its neighbours as typed.
func (x *Index) nearLists(q Query) map[string][]int {
	lists := make(map[string][]int)
	for _, t := range q.Terms {
		for _, key := range french.Asked(t.Text) {
			for _, i := range x.near.byKey[key] {
				if !slices.Contains(lists[t.Text], i) {
					lists[t.Text] = append(lists[t.Text], i)
				}
			}
		}
	}
	words := lexicon.Words(q.Text)
	for i := range words[:min(len(words), 2*maxTerms)] {
		for _, run := range x.near.phrases[lexicon.Singular(words[i].Text)] {
			if i+len(run.words) > len(words) {
				continue
			}
			there := words[i : i+len(run.words)]
			if !slices.EqualFunc(there, run.words, func(w lexicon.Word, s string) bool { return lexicon.Singular(w.Text) == s }) {
				continue
			}
			for _, w := range there {
				lists[w.Text] = append(lists[w.Text], run.list)
			}
		}
	}
	return lists
}

// nearly reports whether a finding says a word that it does not have: by a
// near word, or by a word of the same root that no indicator has.
func (x *Index) nearly(r *record, w *wanted) bool {
	for _, i := range w.near {
		for _, said := range x.near.lists[i] {
			if !slices.ContainsFunc(said, func(keys []uint32) bool { return !anyOf(keys, r.said) }) {
				return true
			}
		}
	}
	if w.root == noID || !has(r.said, w.root) {
		return false
	}
	return !x.names(w)
}

// names reports whether the name of some indicator has a word.
func (x *Index) names(w *wanted) bool {
	return slices.ContainsFunc(w.keys, func(key uint32) bool { return x.near.labels[key] })
}
