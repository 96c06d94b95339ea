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
	phrases map[string][]nearRun // sayings of several words, by a key of a family of the first
	labels  map[uint32]bool      // keys of the words of all indicators
}

// A nearSaying is, for each meaningful word of one way to say, the keys of
// which a finding must leave one.
type nearSaying [][]uint32

// A nearRun is several words in a row that stand in a list.
type nearRun struct {
	words []nearWord
	list  int
}

// A nearWord is a word of a run: small words stand as they are, any form of
// the others will do.
type nearWord struct {
	text string   // folded, singular
	keys []string // of its family; none of a small word
}

// turning are the small words without which an expression may say the
// contrary: a finding that says "payer" does not say "sans payer".
var turning = map[string]bool{"sans": true, "pas": true, "non": true, "ne": true, "n": true, "plus": true, "moins": true, "hors": true, "contre": true, "jamais": true, "rien": true, "trop": true}

// learnNear reads the lexicon's lists, once every record is made.
func (x *Index) learnNear() {
	x.near.byKey, x.near.phrases = make(map[string][]int), make(map[string][]nearRun)
	for _, list := range x.lexicon.Near() {
		x.learnList(list)
	}
	for _, g := range x.lexicon.Groups() { // "services" and "directions", where they are the subject
		var names [][]lexicon.Word
		for _, n := range g.Names {
			names = append(names, lexicon.Words(n))
		}
		x.learnList(names)
	}
}

// learnList reads one list of words and expressions.
func (x *Index) learnList(list [][]lexicon.Word) {
	i := len(x.near.lists)
	var sayings []nearSaying
	for _, words := range list {
		if s := x.nearSaying(words); len(s) > 0 {
			sayings = append(sayings, s)
		}
		if len(words) == 1 {
			for _, key := range french.Said(words[0].Text) {
				x.near.byKey[key] = union(x.near.byKey[key], i)
			}
		} else if len(words) > 1 {
			run := nearRun{list: i}
			for _, w := range words {
				run.words = append(run.words, nearWordOf(w.Text))
			}
			for _, key := range french.Said(elided(words[0].Text)) {
				x.near.phrases[key] = append(x.near.phrases[key], run)
			}
		}
	}
	x.near.lists = append(x.near.lists, sayings)
}

// nearSaying returns what a finding must leave to say an expression, or
// nothing when none can: it lacks one of the words, or keeps too little of
// them once the small words are left out.
func (x *Index) nearSaying(words []lexicon.Word) nearSaying {
	var said nearSaying
	for _, w := range words {
		if lexicon.ClassOf(w.Text) == lexicon.Function {
			if turning[w.Text] {
				return nil
			}
			continue
		}
		keys := x.askedKeys([]string{w.Text})
		if len(keys) == 0 {
			return nil
		}
		said = append(said, keys)
	}
	if len(said) == 1 && len(words) > 1 {
		return nil
	}
	return said
}

func nearWordOf(text string) nearWord {
	w := nearWord{text: lexicon.Singular(elided(text))}
	if lexicon.ClassOf(text) != lexicon.Function {
		w.keys = french.Said(text)
	}
	return w
}

// is reports whether a folded word of a query is a form of the word.
func (w nearWord) is(text string) bool {
	return lexicon.Singular(elided(text)) == w.text || slices.ContainsFunc(french.Asked(text), func(key string) bool { return slices.Contains(w.keys, key) })
}

// elided is a folded word as it stands before a vowel: "se" and "s'" are one.
func elided(word string) string {
	if word == "se" {
		return "s"
	}
	return word
}

// union adds a number to a set of few.
func union(set []int, n int) []int {
	if slices.Contains(set, n) {
		return set
	}
	return append(set, n)
}

// nearLists returns, for each word of a query, the lists that it stands in,
// alone or with its neighbours as typed.
func (x *Index) nearLists(q Query) map[string][]int {
	lists := make(map[string][]int)
	for _, t := range q.Terms {
		keys := french.Asked(t.Text)
		if french.Agent(t.Text) { // who administers is not what it is to manage
			keys = keys[:1]
		}
		for _, key := range keys {
			for _, i := range x.near.byKey[key] {
				lists[t.Text] = union(lists[t.Text], i)
			}
		}
	}
	words := lexicon.Words(q.Text)
	for i := range words[:min(len(words), 2*maxTerms)] {
		for _, key := range french.Asked(elided(words[i].Text)) {
			for _, run := range x.near.phrases[key] {
				for _, w := range words[i : i+run.stands(words[i:])] {
					lists[w.Text] = union(lists[w.Text], run.list)
				}
			}
		}
	}
	return lists
}

// stands returns how many words make the run at the start of some words, or 0.
// The auxiliary of a compound tense may stand in it: "se sont opposés".
func (r nearRun) stands(words []lexicon.Word) int {
	n := 0
	for i, w := range r.words {
		if i > 0 && n < len(words) && auxiliaries[words[n].Text] && !w.is(words[n].Text) {
			n++
		}
		if n >= len(words) || !w.is(words[n].Text) {
			return 0
		}
		n++
	}
	return n
}

// auxiliaries are those of reflexive verbs.
var auxiliaries = map[string]bool{"est": true, "sont": true, "etait": true, "etaient": true, "etre": true}

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
