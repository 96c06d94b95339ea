package question

import (
	"unicode"
	"unicode/utf8"

	"constat/data"
	"constat/data/lexicon"
)

// The place that every edition of a library is about goes without saying: where
// all tell of "les jardins de Sauvenelle", a finding need not say "à
// Sauvenelle". A place that an edition does not name stays to be said.

// places returns the folded proper names that the titles of all editions give
// after a preposition. A name that findings also write as a common noun, or
// that is what they measure, is none: "Observatoire du Vélo".
func places(l *data.Library) map[string]bool {
	counts := map[string]int{}
	for _, e := range l.Editions {
		for w := range proper(e.Title()) {
			counts[w]++
		}
	}
	for w, n := range counts {
		if n < len(l.Editions) {
			delete(counts, w)
		}
	}
	all := map[string]bool{}
	for w := range counts {
		all[w] = true
	}
	for _, f := range l.Findings {
		for _, w := range lexicon.Words(f.Indicator) {
			delete(all, w.Text)
		}
		for _, w := range lexicon.Words(f.Statement) {
			if !capital(f.Statement[w.Start:]) {
				delete(all, w.Text)
			}
		}
	}
	return all
}

// proper returns the words of a title that have a capital after a preposition.
func proper(title string) map[string]bool {
	names := map[string]bool{}
	words := lexicon.Words(title)
	for i := 1; i < len(words); i++ {
		if capital(title[words[i].Start:]) && !words[i].Capitals && locating[words[i-1].Text] {
			names[words[i].Text] = true
		}
	}
	return names
}

func capital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// locating words stand before a place.
var locating = set("de d du des en a au aux dans")

// atPlace reports that a word says where every edition is about.
func (s *sentence) atPlace(i int) bool {
	return s.hereabouts(i) || s.places[s.at(i)] && locating[s.at(i-1)] && !aroundIt[s.at(i-2)]
}

// hereabouts reports the last word of "dans le pays", which names none.
func (s *sentence) hereabouts(i int) bool {
	next := s.at(i + 1)
	return s.at(i) == "pays" && s.at(i-1) == "le" && s.at(i-2) == "dans" &&
		(next == "" || s.breaks(i+1) || lexicon.ClassOf(next) != lexicon.Subject && next != "de" && next != "d" && next != "du" && next != "des")
}

// aroundIt are words by which a place is another one: "à l'est de", "près de".
var aroundIt = set("est ouest nord sud pres loin autour cote hors moitie partie deca dela")

// outside reports that a word sets that place aside, about which nothing else
// is published: "hors de Sauvenelle".
func (s *sentence) outside(i int) bool { return s.places[s.at(i)] && (s.besides[i] || s.except[i]) }
