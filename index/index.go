// Package index finds findings: candidates by their words, then named points
// on the best of them. It alone knows Bleve.
package index

import (
	"context"

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
	Weight float64 // 1, or less for a corrected word
}

// A Hit is a finding with its score and why.
type Hit struct {
	Finding *data.Finding
	Score   float64  // sum of Why, rounded to a fixed step
	Why     []Point  // every point, in the fixed order of the table of weights
	Missing []string // texts of the query's terms that the finding does not say
}

// A Point is one named part of a score.
type Point struct {
	Name  string
	Value float64
}

// An Index finds the findings of one library. It never changes once built and
// is safe for use by several goroutines.
type Index struct{}

// Build makes the index of a library, in memory.
func Build(l *data.Library) (*Index, error) { return &Index{}, nil }

// Search returns the hits of a query, best first; equal scores by ordinal.
func (x *Index) Search(ctx context.Context, q Query) ([]Hit, error) { return nil, nil }

// Knows reports whether a folded word stands in a finding of the library.
func (x *Index) Knows(word string) bool { return false }

// Correct returns the word of the library nearest to an unknown folded word.
func (x *Index) Correct(word string) (string, bool) { return "", false }

// Close frees the index.
func (x *Index) Close() error { return nil }
