package question

import (
	"slices"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// readings returns where the readings begin between which a person hesitates of
// a figure that she states: "les 42 %, c'est une ambition ou des projets ?", "le
// 85 %, il vaut pour les villes ou pour l'État ?". They go on to the end; -1
// when there are none. The finding of that figure tells which is right: it need
// not say the others.
func (s *sentence) readings() int {
	f := s.only()
	if f == nil || s.has(claimWords) {
		return -1
	}
	first := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.Start >= f.End })
	for i := first; i > 0 && i < len(s.words); i++ {
		if !s.cuts(i) {
			continue
		}
		rest := s.words[i:]
		opposed := slices.ContainsFunc(rest, func(w lexicon.Word) bool {
			return comprising[w.Text] || w.Text == "ou" && w.End != rest[len(rest)-1].End
		})
		if !opposed || slices.ContainsFunc(rest, func(w lexicon.Word) bool { return isNumber(w.Text) || questionWords[w.Text] && w.Text != "qui" }) {
			return -1
		}
		return i
	}
	return -1
}

// only returns the single figure that a message states, a number in digits, or
// nil.
func (s *sentence) only() *figure.Span {
	var only *figure.Span
	for i, f := range s.figures {
		switch {
		case f.Kind == figure.Date || f.Kind == figure.Duration || f.Kind == figure.Count:
		case only != nil || f.Value == nil || !isNumber(strings.TrimLeft(f.Wording, "-+ ")):
			return nil
		default:
			only = &s.figures[i]
		}
	}
	return only
}

// cuts reports that the readings may begin at a word: behind a colon, or with
// a pronoun that stands for the figure behind a comma.
func (s *sentence) cuts(i int) bool {
	gap := s.text[s.words[i-1].End:s.words[i].Start]
	return strings.Contains(gap, ":") || strings.Contains(gap, ",") && takingUp[s.at(i)]
}

var (
	// takingUp words stand for what was just said.
	takingUp = set("c ca cela il elle ils elles est sont")
	// comprising words ask what is counted in.
	comprising = set("melange melangent inclut incluent englobe englobent comprises compris")
)
