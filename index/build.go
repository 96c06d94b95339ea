package index

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	blevex "github.com/blevesearch/bleve_index_api"

	"constat/data"
	"constat/data/lexicon"
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

	stems  numbering  // words as Bleve's analyzer leaves them
	forms  numbering  // words as folded
	keys   numbering  // keys of word families
	kin    [][]uint32 // by key: stems of the words that left it
	rarity []float64  // by stem
	grams  []gram     // sorted

	words vocabulary
	near  nearness

	families map[string][]uint32 // what family returns, while the index is built
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
		return nil, errors.Join(fmt.Errorf("index: %w", err), x.Close())
	}
	return x, nil
}

// newIndex makes everything but what Bleve holds.
func newIndex(l *data.Library, extra ...string) *Index {
	x := &Index{library: l, lexicon: l.Lexicon, records: make([]record, len(l.Findings)), near: nearness{labels: make(map[uint32]bool)}, families: make(map[string][]uint32)}
	if x.lexicon == nil {
		x.lexicon = lexicon.New(nil, nil, nil)
	}
	x.words = newVocabulary(append(x.lexicon.Vocabulary(), extra...))
	for i, f := range l.Findings {
		x.add(i, f)
	}
	for _, list := range x.lexicon.Near() {
		x.words.addNear(list)
	}
	x.weigh()
	x.learnNear()
	x.families = nil
	return x
}

// Close frees the index. No search may be under way.
func (x *Index) Close() error {
	var err error
	if x.reader != nil {
		err = x.reader.Close()
	}
	if x.bleve != nil {
		err = errors.Join(err, x.bleve.Close())
	}
	return err
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

// numberDocuments reads which ordinal each document number of Bleve stands for.
func (x *Index) numberDocuments() error {
	all, err := x.reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer all.Close()
	for n := 0; ; n++ {
		id, err := all.Next()
		if err != nil {
			return err
		}
		if id == nil {
			if n != len(x.records) { // a finding that cannot be found would be denied
				return fmt.Errorf("%d findings were indexed, of %d", n, len(x.records))
			}
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
