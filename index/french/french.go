// Package french is Bleve's analysis of French over the folding of package
// lexicon: what people type and what is printed become the same terms.
package french

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/registry"

	"constat/data/lexicon"
)

// Analyzer is the name under which the analyzer is registered with Bleve.
const Analyzer = "constat_french"

func init() {
	err := registry.RegisterAnalyzer(Analyzer, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return &analysis.DefaultAnalyzer{
			Tokenizer:    tokenizer{},
			TokenFilters: []analysis.TokenFilter{stemmer{}},
		}, nil
	})
	if err != nil {
		panic(err) // the name is taken: two packages of this program disagree
	}
}

// tokenizer cuts a text into the folded words of the lexicon, without those
// that carry no meaning alone.
type tokenizer struct{}

func (tokenizer) Tokenize(input []byte) analysis.TokenStream {
	words := lexicon.Words(string(input))
	tokens := make([]analysis.Token, 0, len(words))
	for _, w := range words {
		if lexicon.ClassOf(w.Text) == lexicon.Function {
			continue
		}
		tokens = append(tokens, analysis.Token{
			Term: []byte(w.Text), Start: w.Start, End: w.End, Position: len(tokens) + 1, Type: analysis.AlphaNumeric,
		})
	}
	stream := make(analysis.TokenStream, len(tokens))
	for i := range tokens {
		stream[i] = &tokens[i]
	}
	return stream
}

// stemmer is Bleve's light French stemmer, held back where it cuts too deep.
type stemmer struct{}

func (stemmer) Filter(input analysis.TokenStream) analysis.TokenStream {
	for _, t := range input {
		t.Term = []byte(Stem(string(t.Term)))
	}
	return input
}

var light = fr.NewFrenchLightStemmerFilter()

// The light stemmer takes "numérique" and "numérisation" both to "num",
// "formation" and "forme" both to "form". A long word must keep this many
// letters; otherwise only its plural mark goes.
const (
	longWord    = 8
	longestLoss = 4 // letters that a long word may lose when little is left
	shortStem   = 5 // letters that are little
)

// Stem returns the stem of one folded word: what the analyzer makes of it.
func Stem(word string) string {
	t := analysis.Token{Term: []byte(word)}
	light.Filter(analysis.TokenStream{&t})
	stem := string(t.Term)
	if len(word) >= longWord && len(stem) < shortStem && len(word)-len(stem) > longestLoss {
		return lexicon.Singular(word)
	}
	return stem
}
