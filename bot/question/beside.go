package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// What stands in a question beside its subject: a finding need not say it.

// placed marks what a rank is told from: "qu'est-ce qui arrive loin derrière
// la dématérialisation ?" is answered by what comes behind.
func (s *sentence) placed() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if !ranking[s.at(i)] || !s.ranksBefore(i) {
			continue
		}
		for k := i + 1; k < len(s.words) && !s.starts(k); k++ {
			marks[k] = true
		}
	}
	return marks
}

var (
	ranking     = set("derriere devant apres")
	rankingVerb = set("arrive arrivent vient viennent venait passe passent place placent classe suit suivent loin juste")
)

func (s *sentence) ranksBefore(i int) bool {
	const near = 3 // words: "arrive très loin derrière"
	for k := i - 1; k >= 0 && i-k <= near; k-- {
		if rankingVerb[s.at(k)] {
			return true
		}
	}
	return false
}

// focus marks the words between "c'est" and "qui": whom a claim is about, which
// the finding that settles it may well not name.
func (s *sentence) focus() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if s.at(i) != "c" || s.at(i+1) != "est" && s.at(i+1) != "sont" {
			continue
		}
		for k := i + 2; k < len(s.words) && k <= i+2+longestFocus && !s.starts(k); k++ {
			if s.at(k) != "qui" {
				continue
			}
			for n := i + 2; n < k; n++ {
				marks[n] = true
			}
			return marks
		}
	}
	return marks
}

// longestFocus is how many words are put forward at most: "c'est la direction
// des ressources humaines qui".
const longestFocus = 7

// monthOf reports a month that stands before its year: the year is what is
// asked.
func (s *sentence) monthOf(i int) bool {
	next := s.at(i + 1)
	return months[s.at(i)] && len(next) == 4 && isNumber(next)
}

var months = set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")

// asked reports a noun that only says what is wanted of the rest: the dates or
// the town of an event.
func (s *sentence) asked(w string, wants Wants) bool {
	return (wants == Date || wants == Place) && moments[lexicon.Singular(w)]
}

var moments = set("date ville lieu endroit jour mois periode")

// asksName reports "comment s'appelle", which asks for a name.
func (s *sentence) asksName() bool {
	return s.says("comment", "s") && slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return naming(w.Text) })
}

// naming reports a form of a verb of naming.
func naming(w string) bool {
	return strings.HasPrefix(w, "appel") || strings.HasPrefix(w, "nomm") || strings.HasPrefix(w, "intitul")
}

// themes are words that ask what an edition is about, when nothing else is.
var themes = set("theme themes contenu sujet sujets")
