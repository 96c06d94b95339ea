// Package lexicon reads French as people type it: it folds words, and finds
// the populations, size classes, years, status, polarity and horizon that a
// text names. It imports nothing of this program.
package lexicon

// A Lexicon knows how people say populations and indicators. It never changes
// once made: safe for use by several goroutines.
type Lexicon struct {
	groups   map[string]*Group
	phrases  map[string][]phrase // by first word, longest first
	families map[string][]phrase
}

// A Group is a kind of organisation or of people that surveys count.
type Group struct {
	ID         string
	Names      []string // any form: compared folded, in the singular; the first is shown
	Parents    []string
	People     bool // persons, not organisations
	Respondent bool // persons who answer a survey for their organisation
}

type phrase struct {
	words []string
	id    string
}

// A Population is whom a text is about.
type Population struct {
	Groups []string // ids of the groups named, organisations and people
	Size   Size
}

// A Size bounds organisations by inhabitants; zero is no bound.
type Size struct{ Low, High float64 }

// A Relation says how a published population stands to the one asked.
type Relation uint8

// The relations. Only Same answers; Near may be offered by name.
const (
	Same Relation = iota
	Near
	Other
)

// Relate compares the population of a finding with the one asked. Asking
// about nobody in particular is the same as anybody.
func (l *Lexicon) Relate(asked, published Population) Relation { return Same }

// Canonical replaces the trade equivalents of folded words by one canonical
// word: "donnees ouvertes" and "open data" give the same words. The result
// is fresh.
func (l *Lexicon) Canonical(words []string) []string { return words }

// Population reads the population of a finding; false when it is unknown.
func (l *Lexicon) Population(text string) (Population, bool) { return Population{}, false }

// Nearest returns at most n known names that look like the text.
func (l *Lexicon) Nearest(text string, n int) []string { return nil }

// With returns a lexicon that knows these population names too.
func (l *Lexicon) With(names []string) *Lexicon { return l }
