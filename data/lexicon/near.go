package lexicon

import "slices"

// AddNear returns a lexicon that knows these lists of near words too: words
// of the language that may say one another in a question, though no trade
// takes them for one. A list may hold several words of one family once.
func (l *Lexicon) AddNear(lists [][]string) *Lexicon {
	grown := *l
	grown.near = slices.Clone(l.near)
	for _, list := range lists {
		var said [][]Word
		for _, text := range list {
			said = append(said, Words(text))
		}
		grown.near = append(grown.near, said)
	}
	return &grown
}

// Near returns the lists of near words, each expression cut into its words.
// They belong to the lexicon.
func (l *Lexicon) Near() [][][]Word { return l.near }
