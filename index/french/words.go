package french

import (
	_ "embed"
	"sync"

	"github.com/blevesearch/vellum"
)

// The words of French of five letters and more, 317,000 of them in 300 kB: see
// makewords.go.
//
//go:embed words.fst
var wordSet []byte

var words = sync.OnceValues(func() (*vellum.FST, error) { return vellum.Load(wordSet) })

// IsWord reports whether a folded word of at least five letters is a word of
// French, in any of its forms. What is one is no typing error, whatever word
// it looks like: "prévisions" is not "pressions". Proper names and the words
// of a trade are not in the list. It is safe for use by several goroutines.
func IsWord(folded string) bool {
	set, err := words()
	if err != nil {
		return false // unreachable: the set is part of the program, and tested
	}
	known, err := set.Contains([]byte(folded))
	return known && err == nil
}
