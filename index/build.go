package index

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	blevex "github.com/blevesearch/bleve_index_api"

	"constat/data"
	"constat/data/lexicon"
	"constat/index/french"
)

// An Index finds the findings of one library. It never changes once built and
// is safe for use by several goroutines.
type Index struct {
	library *data.Library
	lexicon *lexicon.Lexicon

	bleve    bleve.Index
	reader   blevex.IndexReader
	ordinals []uint32 // of Bleve's document numbers

	records []record // one a finding, by ordinal
	average float64  // mean length of a record

	stems  numbering // words as Bleve's analyzer leaves them
	forms  numbering // words as folded
	keys   numbering // keys of word families
	rarity []float64 // idf by stem
	grams  []gram    // sorted

	words vocabulary
}

// A record is what ranking needs of a finding, made once so that a search
// only walks sorted slices.
type record struct {
	stems     []count // of the combined text, sorted
	length    float64 // stems of the combined text, repeats counted
	forms     []uint32
	pairs     []uint64 // neighbouring stems
	grams     []uint32
	label     []uint32 // stems of the indicator and its aliases
	sentences []sentence
	said      []uint32 // keys of word families: see french.Said
}

type count struct {
	id    uint32
	times float64
}

type sentence struct {
	stems  []uint32
	number bool // it holds a figure or a number
}

type gram struct {
	text   uint32 // four letters, one a byte
	rarity float64
}

// batchSize bounds what Bleve analyses at once: measured best between 1,000
// and 5,000.
const batchSize = 5000

// Build makes the index of a library, in memory. The extra texts hold words
// that Knows and Correct take for words of the library.
func Build(l *data.Library, extra ...string) (*Index, error) {
	x := newIndex(l, extra...)
	order := make([]int, len(l.Findings))
	for i := range order {
		order[i] = i
	}
	if err := x.open(order); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	return x, nil
}

// newIndex makes everything but what Bleve holds.
func newIndex(l *data.Library, extra ...string) *Index {
	x := &Index{library: l, lexicon: l.Lexicon, records: make([]record, len(l.Findings))}
	if x.lexicon == nil {
		x.lexicon = lexicon.New(nil, nil, nil)
	}
	x.words = newVocabulary(append(x.lexicon.Vocabulary(), extra...))
	for i, f := range l.Findings {
		x.add(i, f)
	}
	x.weigh()
	return x
}

// Close frees the index. No search may be under way.
func (x *Index) Close() error {
	if err := x.reader.Close(); err != nil {
		return err
	}
	return x.bleve.Close()
}

// add makes the record of a finding.
func (x *Index) add(ordinal int, f *data.Finding) {
	own := ownTexts(f)
	r := &x.records[ordinal]

	for _, t := range own {
		for _, w := range x.withEquivalents(lexicon.Words(t)) {
			x.words.add(w)
			if lexicon.ClassOf(w) == lexicon.Function {
				continue
			}
			for _, key := range french.Said(w) {
				r.said = append(r.said, x.keys.of(key))
			}
		}
	}
	r.said = sortedSet(r.said)

	times := make(map[uint32]float64)
	for _, t := range append(own, context(f)...) {
		words := x.withEquivalents(lexicon.Words(t))
		var last uint32
		first := true
		for _, w := range words {
			if lexicon.ClassOf(w) == lexicon.Function {
				continue
			}
			id := x.stems.of(french.Stem(w))
			times[id]++
			r.length++
			if !first {
				r.pairs = append(r.pairs, pair(last, id))
			}
			last, first = id, false
			r.forms = append(r.forms, x.forms.of(w))
			r.grams = appendGrams(r.grams, w)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(times)) {
		r.stems = append(r.stems, count{id, times[id]})
	}
	r.forms, r.pairs, r.grams = sortedSet(r.forms), sortedSet(r.pairs), sortedSet(r.grams)

	for _, t := range labels(f) {
		r.label = append(r.label, x.stemsOf(t)...)
	}
	r.label = sortedSet(r.label)
	for _, t := range sentences(f.Statement) {
		r.sentences = append(r.sentences, sentence{
			stems:  sortedSet(x.stemsOf(t)),
			number: f.Figure != nil || strings.ContainsFunc(t, unicode.IsDigit),
		})
	}
}

// combined is the text that Bleve is given: everything, and the words that
// are taken for those of the finding.
func (x *Index) combined(f *data.Finding) string {
	var all []string
	for _, t := range append(ownTexts(f), context(f)...) {
		all = append(all, x.withEquivalents(lexicon.Words(t))...)
	}
	return strings.Join(all, " ")
}

// context returns what stands around a finding and helps to find it.
func context(f *data.Finding) []string {
	if len(f.Sources) == 0 {
		return nil
	}
	return []string{f.Sources[0].Title}
}

// ownTexts returns every text in which a finding says something itself: not
// the titles of its sources, nor the passage, which are another's words.
func ownTexts(f *data.Finding) []string {
	texts := append([]string{f.Statement}, labels(f)...)
	texts = append(texts, f.Population)
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

// withEquivalents returns the words of a text, followed by the canonical words
// that stand for some of them.
func (x *Index) withEquivalents(words []lexicon.Word) []string {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = w.Text
	}
	all := plain
	for _, w := range x.lexicon.Canonical(plain) {
		if !slices.Contains(plain, w) {
			all = append(all, w)
		}
	}
	return all
}

func (x *Index) stemsOf(s string) []uint32 {
	var ids []uint32
	for _, w := range x.withEquivalents(lexicon.Words(s)) {
		if lexicon.ClassOf(w) != lexicon.Function {
			ids = append(ids, x.stems.of(french.Stem(w)))
		}
	}
	return ids
}

// weigh computes, once every record is made, how rare stems and grams are.
func (x *Index) weigh() {
	n := float64(len(x.records))
	holders := make([]float64, len(x.stems.ids))
	gramHolders := make(map[uint32]float64)
	for i := range x.records {
		r := &x.records[i]
		x.average += r.length / n
		for _, c := range r.stems {
			holders[c.id]++
		}
		for _, g := range r.grams {
			gramHolders[g]++
		}
	}
	x.rarity = make([]float64, len(holders))
	for id, h := range holders {
		x.rarity[id] = rarity(n, h)
	}
	for _, g := range slices.Sorted(maps.Keys(gramHolders)) {
		x.grams = append(x.grams, gram{g, rarity(n, gramHolders[g])})
	}
	x.words.sort()
}

// rarity is the idf of BM25: near 0 for what every finding has.
func rarity(findings, holders float64) float64 {
	return math.Log(1 + (findings-holders+0.5)/(holders+0.5))
}

// gramRarity returns how rare a gram is; the highest rarity when no finding
// has it.
func (x *Index) gramRarity(g uint32) float64 {
	i, ok := slices.BinarySearchFunc(x.grams, g, func(e gram, g uint32) int { return cmp.Compare(e.text, g) })
	if !ok {
		return rarity(float64(len(x.records)), 0)
	}
	return x.grams[i].rarity
}

// open gives the findings to Bleve, in the order of those ordinals, and learns
// which finding each of its documents is: it numbers the documents of a batch
// in no fixed order.
func (x *Index) open(order []int) error {
	var err error
	if x.bleve, err = bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil); err != nil {
		return err
	}
	for part := range slices.Chunk(order, batchSize) {
		batch := x.bleve.NewBatch()
		for _, i := range part {
			if err := batch.Index(strconv.Itoa(i), map[string]any{text: x.combined(x.library.Findings[i])}); err != nil {
				return err
			}
		}
		if err := x.bleve.Batch(batch); err != nil {
			return err
		}
	}
	advanced, err := x.bleve.Advanced()
	if err != nil {
		return err
	}
	if x.reader, err = advanced.Reader(); err != nil {
		return err
	}
	return x.numberDocuments()
}

func (x *Index) numberDocuments() error {
	all, err := x.reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer all.Close()
	for {
		id, err := all.Next()
		if err != nil {
			return err
		}
		if id == nil {
			return nil
		}
		name, err := x.reader.ExternalID(id)
		if err != nil {
			return err
		}
		ordinal, err := strconv.ParseUint(name, 10, 32)
		if err != nil {
			return err
		}
		number := int(id.Value())
		if number >= len(x.ordinals) {
			x.ordinals = append(x.ordinals, make([]uint32, number+1-len(x.ordinals))...)
		}
		x.ordinals[number] = uint32(ordinal)
	}
}

// candidateCount is how many findings are ranked in full. The right one is
// among the best fifty by words alone for 93 to 96 questions in a hundred,
// and more candidates do not bring it first.
const candidateCount = 50

// scale makes the weights of words integers: sums of floats would depend on
// the order in which Bleve hands out its documents.
const scale = 1 << 12

// candidates returns the ordinals of the findings whose words answer the
// query best, in no useful order. Bleve's own scores are not used: their last
// bits, and so the last candidates, would change from one build to the next.
func (x *Index) candidates(ctx context.Context, a *asked) ([]int, error) {
	scores := make([]int32, len(x.records))
	for _, t := range a.terms {
		for _, stem := range t.stems {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			postings, err := x.reader.TermFieldReader(ctx, []byte(x.stems.text(stem)), text, true, false, false)
			if err != nil {
				return nil, err
			}
			var doc blevex.TermFieldDoc
			for {
				found, err := postings.Next(&doc)
				if err != nil {
					return nil, err
				}
				if found == nil {
					break
				}
				ordinal := x.ordinals[found.ID.Value()]
				scores[ordinal] += int32(scale * t.weight * saturate(float64(found.Freq), x.records[ordinal].length/x.average))
			}
			if err := postings.Close(); err != nil {
				return nil, err
			}
		}
	}
	return best(scores, candidateCount), nil
}

// best returns the positions of the n highest scores above 0; among equals,
// the first.
func best(scores []int32, n int) []int {
	positions := make([]int, 0, n+1)
	for i, s := range scores {
		if s <= 0 || len(positions) == n && s <= scores[positions[n-1]] {
			continue
		}
		at := len(positions)
		for at > 0 && scores[positions[at-1]] < s {
			at--
		}
		positions = slices.Insert(positions, at, i)
		positions = positions[:min(len(positions), n)]
	}
	return positions
}

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

func (n *numbering) text(id uint32) string { return n.texts[id] }

func pair(a, b uint32) uint64 { return uint64(a)<<32 | uint64(b) }

// gramLength: four letters tell words apart and survive one typing error in
// a word.
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
