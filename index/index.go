// Package index finds findings: candidates by their words, then named points
// on the best of them. It alone knows Bleve.
package index

import (
	"context"
	"slices"

	"constat/data"
	"constat/data/lexicon"
)

// A Query is what is looked up: a question without the words of asking.
type Query struct {
	Text   string             // what the person typed, spelling corrected
	Terms  []Term             // the words of Text that carry meaning, in order
	Who    lexicon.Population // zero when nobody is named
	Years  []int              // editions or years asked; empty when none
	Figure bool               // a figure is wanted
	Limit  int                // hits wanted at most; 0 means 10
}

// A Term is one folded word that is looked up.
type Term struct {
	Text   string
	Weight float64 // 1, or less for a corrected word; 0 means 1
}

// A Hit is a finding with its score and why.
type Hit struct {
	Finding *data.Finding
	Score   float64  // sum of Why, rounded to a fixed step
	Why     []Point  // every point, in the fixed order of the table of weights
	Missing []string // texts of the query's terms that the finding does not say, years asked aside
	Nearly  []string // those of Missing that it says in near words
	// Listed are the terms that only the members of its list say.
	Listed []string
	// Elsewhere are those of Missing that name an indicator of another finding.
	Elsewhere []string
	Named     bool // the query says every word of its indicator, or of another name of it
}

// A Point is one named part of a score.
type Point struct {
	Name  string
	Value float64
}

const (
	defaultLimit = 10
	// maxTerms bounds the work of one search. The longest question that is
	// still one question has some thirty words; the rest is pasted text.
	maxTerms = 64
)

// Search returns the hits of a query, best first; equal scores by ordinal. The
// same query on the same library always returns the same hits, to the last
// bit, whichever index was built from it. A query without a known word has no
// hits.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) {
	if len(q.Terms) > maxTerms {
		q.Terms = q.Terms[:maxTerms]
	}
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	a := x.ask(q)
	candidates, err := x.candidates(ctx, a)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(candidates))
	for i, ordinal := range candidates {
		hits[i] = x.rank(a, ordinal)
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return a.Finding.Ordinal - b.Finding.Ordinal
	})
	hits = hits[:min(q.Limit, len(hits)):min(q.Limit, len(hits))]
	for i := range hits {
		x.missing(a, &hits[i])
		hits[i].Named = x.named(a, hits[i].Finding.Ordinal)
	}
	return hits, nil
}
