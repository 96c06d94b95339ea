package index

import (
	"context"
	"slices"

	blevex "github.com/blevesearch/bleve_index_api"
)

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
