package index

import "math"

// The weights. A point is its weight times a share between 0 and 1 of the
// question: of its words by how rare they are, unless said otherwise. They
// were set on half of the PIAF questions (see TestPIAF) and rounded; those of
// years and populations, of which PIAF has none, on testdata/ranking.
const (
	weightText     = 4.0  // words of the finding and its context, repeats and length counted
	weightGrams    = 4.5  // four letters in a row: survive typing errors and unknown endings
	weightSentence = 0.8  // words in the best sentence: what is said together
	weightPairs    = 4.0  // words that stand side by side in both
	weightNames    = 2.0  // capitalised words
	weightFigure   = 1.5  // a figure is wanted and the finding has one
	weightLabel    = 4.0  // words of the indicator: what is measured
	weightForms    = 2.5  // words in the very form that was typed, or an equivalent
	weightNumber   = -1.5 // numbers of the question that the finding does not have
	weightYear     = -3.0 // none of the years asked is the finding's; half when it only names one
	weightSame     = 3.0  // the population asked
	weightNear     = 1.0  // one that contains it, or that it contains
)

// stepsPerPoint is how finely points are rounded: far below any difference
// that means something, far above what the order of a sum can change.
const stepsPerPoint = 1000

// rank scores a finding and says why.
func (x *Index) rank(a *asked, ordinal int) Hit {
	r, f := &x.records[ordinal], x.library.Findings[ordinal]
	sentence, figure := bestSentence(a, r)
	hit := Hit{Finding: f}
	sum := 0
	for _, p := range []Point{
		{"text", weightText * x.textScore(a, r)},
		{"grams", weightGrams * gramShare(a, r)},
		{"sentence", weightSentence * sentence},
		{"pairs", weightPairs * pairShare(a, r)},
		{"names", weightNames * nameShare(a, r)},
		{"figure", weightFigure * figure},
		{"label", weightLabel * covered(a, func(t *askedTerm) bool { return anyOf(t.stems, r.label) })},
		{"forms", weightForms * covered(a, func(t *askedTerm) bool { return anyOf(t.forms, r.forms) })},
		{"number", weightNumber * numberMissing(a, r)},
		{"year", weightYear * x.yearMissing(a, r, f)},
		{"population", x.population(a, f)},
	} {
		steps := int(math.Round(p.Value * stepsPerPoint)) // an integer has no -0
		sum += steps
		hit.Why = append(hit.Why, Point{p.Name, float64(steps) / stepsPerPoint})
	}
	hit.Score = float64(sum) / stepsPerPoint
	return hit
}
