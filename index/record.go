package index

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"constat/data"
	"constat/data/lexicon"
	"constat/index/french"
)

// A record is what ranking needs of a finding, made once so that a search
// only walks sorted slices.
type record struct {
	stems     []count // of the combined text, sorted
	length    float64 // stems of the combined text, repeats counted
	forms     []uint32
	pairs     []uint64 // neighbouring stems
	grams     []uint32
	label     []uint32     // stems of the indicator and its aliases
	names     [][][]uint32 // of each of these, the keys that each word leaves
	sentences []sentence
	figure    bool     // the finding or one of its items has one
	said      []uint32 // keys of word families: see french.Said
	unlisted  []uint32 // those that it leaves elsewhere than in its list; none when it has no list
}

type count struct {
	id    uint32
	times float64
}

type sentence struct {
	stems  []uint32
	number bool // it holds one
}

type gram struct {
	text   uint32 // four letters, one a byte
	rarity float64
}

// add makes the record of a finding.
func (x *Index) add(ordinal int, f *data.Finding) {
	r := &x.records[ordinal]
	times := make(map[uint32]float64)
	own := ownTexts(f)
	for i, t := range append(own, around(f)...) {
		last := noID
		for _, w := range x.meaningful(t) {
			stem := x.stems.of(french.Stem(w))
			times[stem]++
			r.length++
			if last != noID {
				r.pairs = append(r.pairs, pair(last, stem))
			}
			last = stem
			r.forms = append(r.forms, x.forms.of(w))
			r.grams = appendGrams(r.grams, w)
		}
		if i < len(own) {
			for _, w := range x.meaningful(asserted(t)) {
				x.say(r, w, x.stems.of(french.Stem(w)))
			}
			for _, w := range compounds(asserted(t)) {
				x.say(r, w, x.stems.of(french.Stem(w)))
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(times)) {
		r.stems = append(r.stems, count{id, times[id]})
	}
	r.forms, r.pairs, r.grams, r.said = sortedSet(r.forms), sortedSet(r.pairs), sortedSet(r.grams), sortedSet(r.said)

	r.unlisted = x.unlisted(f)
	r.figure = f.Figure != nil || slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Figure != nil })
	for _, t := range labels(f) {
		r.label = append(r.label, x.stemsOf(t)...)
	}
	r.label = sortedSet(r.label)
	for _, t := range labels(f) {
		for _, w := range x.meaningful(t) {
			for _, key := range x.family(w) {
				x.near.labels[key] = true
			}
		}
		r.names = append(r.names, x.name(t))
	}
	for _, t := range sentences(f.Statement) {
		r.sentences = append(r.sentences, sentence{
			stems:  sortedSet(x.stemsOf(t)),
			number: strings.ContainsFunc(t, unicode.IsDigit),
		})
	}
}

// unlisted returns the keys that a finding with a list leaves elsewhere than in
// its members: what it says of more than one of them.
func (x *Index) unlisted(f *data.Finding) []uint32 {
	if len(f.Items) == 0 {
		return nil
	}
	bare := *f
	bare.Items = nil
	var all []uint32
	for _, t := range ownTexts(&bare) {
		for _, w := range x.meaningful(asserted(t)) {
			all = append(all, x.family(w)...)
		}
	}
	return sortedSet(all)
}

// name returns the keys that each word of an indicator's name leaves, trade
// equivalents in place of what they replace.
func (x *Index) name(t string) [][]uint32 {
	var words []string
	for _, w := range lexicon.Words(t) {
		words = append(words, w.Text)
	}
	var name [][]uint32
	for _, w := range x.lexicon.Canonical(words) {
		if class := lexicon.ClassOf(w); class != lexicon.Subject && class != lexicon.Light {
			continue
		}
		name = append(name, x.family(w))
	}
	return name
}

// compounds returns the words that a hyphen cuts in two, as people type them
// who leave it out: "start-up" is "startup".
func compounds(t string) []string {
	var whole []string
	words := lexicon.Words(t)
	for i, w := range words {
		if w.Joined && t[w.Start-1] != '/' && lexicon.ClassOf(w.Text) != lexicon.Function && unicode.IsLetter(rune(w.Text[0])) && unicode.IsLetter(rune(words[i-1].Text[0])) {
			whole = append(whole, words[i-1].Text+w.Text)
		}
	}
	return whole
}

// asserted is a text without what it sets aside ("hors Big Data") and without
// the rank of an edition ("la première édition" puts nothing first): a finding
// does not say those words.
func asserted(t string) string {
	words := lexicon.Words(t)
	_, rank := lexicon.EditionRank(words)
	aside := make([]bool, len(words))
	for i := rank[0]; i < rank[1]; i++ {
		aside[i] = true
	}
	for i, w := range words {
		if w.Text != "hors" && w.Text != "sauf" && w.Text != "hormis" {
			continue
		}
		for k := i; k < len(words) && (k == i || !strings.ContainsAny(t[words[k-1].End:words[k].Start], ",;:.()")); k++ {
			aside[k] = true
		}
	}
	if !slices.Contains(aside, true) {
		return t
	}
	var said []string
	for i, w := range words {
		if !aside[i] {
			said = append(said, t[w.Start:w.End])
		}
	}
	return strings.Join(said, " ")
}

// say notes that a finding has a word, in every way a question may put it.
func (x *Index) say(r *record, word string, stem uint32) {
	x.words.add(word)
	for _, id := range append(slices.Clip(x.family(word)), x.keys.of(french.Root(word))) {
		r.said = append(r.said, id)
		for int(id) >= len(x.kin) {
			x.kin = append(x.kin, nil)
		}
		if !slices.Contains(x.kin[id], stem) {
			x.kin[id] = append(x.kin[id], stem)
		}
	}
}

// family returns the numbers of the keys that a word of a finding leaves: see
// french.Said. The same words come again and again while an index is built.
func (x *Index) family(word string) []uint32 {
	keys, known := x.families[word]
	if !known {
		for _, key := range french.Said(word) {
			keys = append(keys, x.keys.of(key))
		}
		x.families[word] = keys
	}
	return keys
}

// combined is the text that Bleve is given: the words of the record. The
// semicolons keep numbers apart: "3, 100" is not "3 100".
func (x *Index) combined(f *data.Finding) string {
	var all []string
	for _, t := range append(ownTexts(f), around(f)...) {
		all = append(all, x.meaningful(t)...)
	}
	return strings.Join(all, "; ")
}

// around returns what stands around a finding and helps to find it: its
// edition, and the title under which it is printed.
func around(f *data.Finding) []string {
	var texts []string
	if f.Edition != nil && f.Edition.Year != 0 {
		texts = append(texts, strconv.Itoa(f.Edition.Year))
	}
	for _, year := range f.Years {
		texts = append(texts, strconv.Itoa(year))
	}
	if len(f.Sources) > 0 {
		texts = append(texts, f.Sources[0].Title)
	}
	return texts
}

// ownTexts returns every text in which a finding says something itself: not
// the titles of its sources, nor the passage, which are another's words.
func ownTexts(f *data.Finding) []string {
	texts := append([]string{f.Statement}, labels(f)...)
	texts = append(texts, f.Population, f.Speaker)
	for _, item := range f.Items {
		texts = append(texts, item.Label, item.Detail)
		if item.Figure != nil {
			texts = append(texts, item.Figure.Wording)
		}
	}
	if f.Figure != nil {
		texts = append(texts, f.Figure.Wording)
	}
	if f.Base != nil {
		texts = append(texts, f.Base.Label)
	}
	return texts
}

// labels returns the indicator of a finding and what people say instead.
func labels(f *data.Finding) []string {
	if f.Indicator == "" {
		return nil
	}
	names := []string{f.Indicator}
	if f.Edition != nil {
		for _, i := range f.Edition.Indicators {
			if i.Name == f.Indicator {
				names = append(names, i.Aliases...)
			}
		}
	}
	return names
}

// sentences cuts a text after each full stop, question mark, exclamation mark
// or semicolon that a space follows.
func sentences(s string) []string {
	var parts []string
	start := 0
	for i := 0; i+1 < len(s); i++ {
		if strings.IndexByte(".?!;", s[i]) >= 0 && s[i+1] == ' ' {
			parts = append(parts, s[start:i+1])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// meaningful returns the folded words of a text that carry meaning, followed
// by the canonical words that stand for some of them.
func (x *Index) meaningful(t string) []string {
	var words []string
	for _, w := range lexicon.Words(t) {
		words = append(words, w.Text)
	}
	for _, w := range x.lexicon.Canonical(words) {
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	for _, w := range words[:len(words):len(words)] {
		// "data protection officer" is about data too
		if c := x.lexicon.Canonical([]string{w}); !slices.Contains(words, c[0]) {
			words = append(words, c[0])
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return lexicon.ClassOf(w) == lexicon.Function })
}

func (x *Index) stemsOf(t string) []uint32 {
	var ids []uint32
	for _, w := range x.meaningful(t) {
		ids = append(ids, x.stems.of(french.Stem(w)))
	}
	return ids
}

// noID is the number of what a numbering does not hold.
const noID = ^uint32(0)

// A numbering gives texts small numbers, in the order they come.
type numbering struct {
	ids   map[string]uint32
	texts []string
}

func (n *numbering) of(s string) uint32 {
	if id, ok := n.ids[s]; ok {
		return id
	}
	if n.ids == nil {
		n.ids = make(map[string]uint32)
	}
	id := uint32(len(n.texts))
	n.ids[s] = id
	n.texts = append(n.texts, s)
	return id
}

// find returns the number of a text, or noID.
func (n *numbering) find(s string) uint32 {
	if id, ok := n.ids[s]; ok {
		return id
	}
	return noID
}

func (n *numbering) text(id uint32) string { return n.texts[id] }

func pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// gramLength: four letters tell words apart, and most of those of a word
// outlive one typing error in it. They also fit in a uint32.
const gramLength = 4

// appendGrams adds the 4-grams of a folded word, a short word being one.
func appendGrams(grams []uint32, w string) []uint32 {
	if len(w) <= gramLength {
		return append(grams, pack(w))
	}
	for i := 0; i+gramLength <= len(w); i++ {
		grams = append(grams, pack(w[i:i+gramLength]))
	}
	return grams
}

func pack(s string) uint32 {
	var g uint32
	for i := range len(s) {
		g = g<<8 | uint32(s[i])
	}
	return g
}

func sortedSet[T cmp.Ordered](s []T) []T {
	slices.Sort(s)
	return slices.Clip(slices.Compact(s))
}

func has[T cmp.Ordered](sorted []T, v T) bool {
	_, ok := slices.BinarySearch(sorted, v)
	return ok
}
