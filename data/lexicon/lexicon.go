// Package lexicon reads French as people type it: it folds words, and finds
// the populations, size classes, years, status, polarity and horizon that a
// text names. It imports nothing of this program.
package lexicon

// A Population is whom a text is about.
type Population struct {
	Groups []string // ids of the groups named
}

// A Lexicon knows how people say things. It never changes once made.
type Lexicon struct{}
