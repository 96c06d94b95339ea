package answer

import (
	"slices"

	"constat/data/lexicon"
)

// says reports whether a text has a folded word, in the singular or the plural.
func says(text, word string) bool {
	return slices.ContainsFunc(lexicon.Words(text), func(w lexicon.Word) bool { return lexicon.Singular(w.Text) == lexicon.Singular(word) })
}

func contains(text, part string) bool {
	words, want := lexicon.Words(text), lexicon.Words(part)
	for i := 0; i+len(want) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(want)], want, func(a, b lexicon.Word) bool { return a.Text == b.Text }) {
			return true
		}
	}
	return false
}
