package index

import (
	"maps"
	"slices"

	"constat/data/lexicon"
	"constat/index/french"
)

// Typing errors that are undone. A short word has too many neighbours that
// are other words: "DGS" is not "DSI".
const (
	shortestCorrected = 5 // letters
	longWord          = 9 // from here on two errors are undone
)

// Knows reports whether a folded word needs no correction: a finding of the
// library or the lexicon has it, in this form or another of its family.
func (x *Index) Knows(word string) bool {
	return lexicon.ClassOf(word) != lexicon.Subject ||
		slices.ContainsFunc(french.Asked(word), func(key string) bool { return x.words.keys[key] })
}

// Holds reports whether a folded word is known, and not only as a near word of
// another: the findings have it, or the names of populations, trade
// equivalents and extra texts.
func (x *Index) Holds(word string) bool {
	return lexicon.ClassOf(word) != lexicon.Subject ||
		slices.ContainsFunc(french.Asked(word), func(key string) bool { return x.words.keys[key] && !x.words.near[key] })
}

// Correct returns the word of the library that an unknown folded word, which
// is no word of French, is another spelling of ("budjet", "intelligeante"), or
// else the nearest one:
// one letter added, dropped, replaced or swapped with its neighbour, two in a
// long word, never the first letter. Among equals the word that more findings
// use, then the first of the alphabet.
func (x *Index) Correct(word string) (string, bool) {
	if len(word) < shortestCorrected || word[0] < 'a' || word[0] > 'z' || x.words.times[word] > 0 || french.IsWord(word) {
		return "", false
	}
	if w, ok := x.words.sounds[lexicon.Sound(word)]; ok && w[0] == word[0] {
		return w, true
	}
	if x.Knows(word) {
		return "", false
	}
	allowed := 1
	if len(word) >= longWord {
		allowed = 2
	}
	found, distance := "", allowed+1
	for length := len(word) - allowed; length <= len(word)+allowed; length++ {
		for _, w := range x.words.buckets[bucket{word[0], length}] {
			d := edits(word, w, min(distance, allowed))
			if d > allowed || d > distance || d == distance && !x.words.before(w, found) || len(word) < replaceable && replaces(word, w) {
				continue
			}
			found, distance = w, d
		}
	}
	if found == "" {
		found = x.inflected(word)
	}
	return found, found != ""
}

// inflected returns the French word, one letter away, of a family that the
// library has in another form only: "reconaissait" where a finding has
// "reconnaissent". When words of two families are as near, none is meant.
func (x *Index) inflected(word string) string {
	found := ""
	for _, w := range oneAway(word) {
		if len(w) < replaceable || !french.IsWord(w) || !x.Knows(w) {
			continue
		}
		if found != "" && !slices.ContainsFunc(french.Asked(w), func(key string) bool { return slices.Contains(french.Said(found), key) }) {
			return ""
		}
		if found == "" {
			found = w
		}
	}
	return found
}

// oneAway returns the words that have one letter more or less than a word, but
// for the first, or two neighbours swapped.
func oneAway(word string) []string {
	var all []string
	for i := 1; i <= len(word); i++ {
		for c := 'a'; c <= 'z'; c++ {
			all = append(all, word[:i]+string(c)+word[i:])
		}
		if i < len(word) {
			all = append(all, word[:i]+word[i+1:])
		}
		if i+1 < len(word) {
			all = append(all, word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:])
		}
	}
	return all
}

// replaceable is how long a word is at least for one letter of it to be taken
// for another: under it "savon" would be "salon".
const replaceable = 7

// replaces reports that two words of one length differ otherwise than by two
// neighbours that are swapped.
func replaces(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 >= len(a) || a[i] != b[i+1] || a[i+1] != b[i]
}

// A vocabulary is the words that may be meant.
type vocabulary struct {
	times   map[string]int    // how often each stands in the findings; 1 for extra words
	sounds  map[string]string // the word, the most used, of each sound
	keys    map[string]bool   // of their families: see french.Said
	near    map[string]bool   // those of keys that only near words have
	buckets map[bucket][]string
}

type bucket struct {
	first  byte
	length int
}

func newVocabulary(extra []string) vocabulary {
	v := vocabulary{times: make(map[string]int), keys: make(map[string]bool), near: make(map[string]bool)}
	for _, e := range extra {
		for _, w := range lexicon.Words(e) {
			v.add(w.Text)
		}
	}
	return v
}

func (v *vocabulary) add(word string) {
	v.times[word]++
	if v.times[word] == 1 {
		for _, key := range french.Said(word) {
			v.keys[key] = true
		}
	}
}

// addNear adds the words of a list of near words, once all others are there.
func (v *vocabulary) addNear(list [][]lexicon.Word) {
	for _, words := range list {
		for _, w := range words {
			if v.times[w.Text] > 0 {
				continue
			}
			v.times[w.Text] = 1
			for _, key := range french.Said(w.Text) {
				v.near[key] = v.near[key] || !v.keys[key]
				v.keys[key] = true
			}
		}
	}
}

// sort makes the buckets that Correct looks into.
func (v *vocabulary) sort() {
	v.sounds = make(map[string]string)
	for _, w := range slices.Sorted(maps.Keys(v.times)) {
		if s := lexicon.Sound(w); len(w) >= shortestCorrected && (v.sounds[s] == "" || v.times[w] > v.times[v.sounds[s]]) {
			v.sounds[s] = w
		}
	}
	v.buckets = make(map[bucket][]string)
	for _, w := range slices.Sorted(maps.Keys(v.times)) {
		if len(w) < shortestCorrected-1 {
			continue
		}
		b := bucket{w[0], len(w)}
		v.buckets[b] = append(v.buckets[b], w)
	}
}

// before reports whether a correction to a is likelier than to b.
func (v *vocabulary) before(a, b string) bool {
	if v.times[a] != v.times[b] {
		return v.times[a] > v.times[b]
	}
	return a < b
}

// longestCompared bounds the words compared, so that rows fit on the stack.
const longestCompared = 40

// edits returns how many letters are added, dropped, replaced or swapped
// between two words, or more than most as soon as there are more.
func edits(a, b string, most int) int {
	if len(a) > longestCompared || len(b) > longestCompared {
		return most + 1
	}
	var rows [3][longestCompared + 1]uint8
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = uint8(i)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if int(least) > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return int(last[len(b)])
}
