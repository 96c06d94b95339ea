// Package figure reads how French words a figure: "près d'une collectivité sur
// quatre" is about 25 %, never more. It imports nothing of this program.
//
// A wording is cut into tokens (token.go), numbers are read in digits and in
// letters (number.go), the word before or after them says on which side the
// true value lies (qualifier.go), what is counted gives the unit
// (measure.go), and a few shapes put them together: parts, changes, factors,
// dates, vague shares (quantity.go, shape.go, date.go, vague.go). The words
// themselves are tables in words.go.
package figure

import "math"

// Kind says what a figure counts.
type Kind string

// The kinds of a figure.
const (
	Share    Kind = "share"    // a part of a population, in percent
	Change   Kind = "change"   // a difference, a growth, a factor
	FromTo   Kind = "from_to"  // a figure now, with the former one in From
	Count    Kind = "count"    // so many of a noun
	Duration Kind = "duration" // in months, in a shorter unit under its own noun, or a rate such as jour/semaine
	Amount   Kind = "amount"   // in euros or in another currency under its own noun, or a rate such as euro/habitant
	Date     Kind = "date"     // a year or years
)

// The units that are not a counted noun.
const (
	Percent        = "percent"
	Point          = "point" // percentage points
	PercentPerYear = "percent_per_year"
	Factor         = "factor"
	Year           = "year"
	Month          = "month"
	Euro           = "euro"
)

// A Figure is one number in its source's words, with what those words say of
// the true value. Shares lie in 0..100. A nil bound is no bound. A Figure is
// immutable once read and may be shared.
//
// Where words are not exact the bounds are a convention, not a measured fact:
// a band of 10 % of the value, for percents at least 1 and at most 5 points.
// A range ("2 à 3 %") is exact in its two bounds and has no value. Every
// number is rounded to four decimals.
//
// Qualifier is one word for each family of wordings: environ, près de,
// presque, à peine, un peu moins de, un peu plus de, plus de, au moins, moins
// de, au plus, jusqu'à, largement plus de, nettement moins de; for vague
// shares majorité, minorité, quasi-totalité, and presque for "presque aucun".
// The wordings of each are in qualifier.go. It is empty where the wording is
// exact, a plain fraction, a collective ("une trentaine") or a date.
type Figure struct {
	Wording     string   `json:"wording"`   // as the source words it; always what is shown
	Qualifier   string   `json:"qualifier"` // "plus de", "près de"; empty when exact, and for a plain fraction
	Kind        Kind     `json:"kind"`
	Value       *float64 `json:"value"` // the number that is named; nil for ranges and vague quantifiers
	From        *float64 `json:"from"`  // the former value of a FromTo
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	LowOpen     bool     `json:"low_open"`  // Low itself is excluded
	HighOpen    bool     `json:"high_open"` // High itself is excluded
	Unit        string   `json:"unit"`      // one of the constants, or the counted noun: singular, lower case, accents as typed
	Approximate bool     `json:"approximate"`
	Negative    bool     `json:"negative"` // it counts those who do not
}

// HasNumber tells whether the words say anything of a number: a value or at
// least one bound.
func (f Figure) HasNumber() bool {
	return f.Value != nil || f.Low != nil || f.High != nil
}

// Bounds returns Low and High, infinite where there is no bound.
func (f Figure) Bounds() (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if f.Low != nil {
		low = *f.Low
	}
	if f.High != nil {
		high = *f.High
	}
	return low, high
}

// A Span is a figure found inside a longer text, in bytes: text[Start:End],
// which is also its Wording. It covers the number with its qualifier and its
// unit, not the words around them: Negative is read from what follows it.
type Span struct {
	Figure
	Start, End int
}
