package lexicon

import "slices"

// AddNear returns a lexicon that knows these lists of near words too: words
// of the language that may say one another in a question, though no trade
// takes them for one. A list may hold several words of one family once.
func (l *Lexicon) AddNear(lists [][]string) *Lexicon {
	grown := *l
	grown.near = append(slices.Clip(slices.Clone(l.near)), lists...)
	return &grown
}

// Near returns the lists of near words. They belong to the lexicon.
func (l *Lexicon) Near() [][]string { return l.near }
