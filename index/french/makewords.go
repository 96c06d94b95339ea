//go:build ignore

// Command makewords writes words.fst, the set of the French words of a list, folded
// as questions are. The list is the array of the npm package
// an-array-of-french-words 2.0.0 (MIT, see words.LICENSE), whose index.json is read
// from the input:
//
//	npm pack an-array-of-french-words@2.0.0 && tar xzf an-array-of-french-words-2.0.0.tgz
//	go run makewords.go < package/index.json > words.fst
package main

import (
	"encoding/json"
	"log"
	"maps"
	"os"
	"slices"

	"constat/data/lexicon"

	"github.com/blevesearch/vellum"
)

// shortest leaves out the words that are never taken for typing errors.
const shortest = 5

func main() {
	var list []string
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	folded := map[string]bool{}
	for _, entry := range list {
		for _, w := range lexicon.Words(entry) {
			if len(w.Text) >= shortest {
				folded[w.Text] = true
			}
		}
	}
	set, err := vellum.New(os.Stdout, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range slices.Sorted(maps.Keys(folded)) {
		if err := set.Insert([]byte(w), 0); err != nil {
			log.Fatal(err)
		}
	}
	if err := set.Close(); err != nil {
		log.Fatal(err)
	}
}
