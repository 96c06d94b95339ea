// Package figure reads how French words a figure: "près d'une collectivité sur
// quatre" is about 25 %, never more. It imports nothing of this program.
package figure

// Kind says what a figure counts.
type Kind string

// The kinds of a figure.
const (
	Share    Kind = "share"    // a part of a population, in percent
	Change   Kind = "change"   // a difference, a growth, a factor
	FromTo   Kind = "from_to"  // a share now, with the former one in From
	Count    Kind = "count"    // so many of a noun
	Duration Kind = "duration" // in months, or a rate such as jour/semaine
	Amount   Kind = "amount"   // in euros, or a rate such as euro/habitant
	Date     Kind = "date"     // a year or years
)

// A Figure is one number in its source's words, with what those words say of
// the true value. Shares lie in 0..100. A nil bound is no bound. A Figure is
// immutable once read and may be shared.
type Figure struct {
	Wording     string   `json:"wording"`   // as the source words it; always what is shown
	Qualifier   string   `json:"qualifier"` // "plus de", "près de"; empty when exact
	Kind        Kind     `json:"kind"`
	Value       *float64 `json:"value"` // the number that is named; nil for ranges and vague quantifiers
	From        *float64 `json:"from"`  // the former value of a FromTo
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	LowOpen     bool     `json:"low_open"`  // Low itself is excluded
	HighOpen    bool     `json:"high_open"` // High itself is excluded
	Unit        string   `json:"unit"`
	Approximate bool     `json:"approximate"`
	Negative    bool     `json:"negative"` // it counts those who do not
}

// A Span is a figure found inside a longer text, in bytes: text[Start:End].
type Span struct {
	Figure
	Start, End int
}

// Read reads a whole wording. The second result is false when the wording
// holds no figure, or more than one reading: it never guesses.
func Read(wording string) (Figure, bool) { return Figure{}, false }

// Find returns the figures of a text in the order they stand, never
// overlapping. Bare numbers without a unit or noun are not figures.
func Find(text string) []Span { return nil }
