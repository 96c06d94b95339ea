package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// superlative reports "la plus mature", "les plus utilisés", "quelle direction
// dépense le plus", which only a ranking answers. The verb is that of the last
// of these: what the ranking must be of.
func (s *sentence) superlative() (verb string, made bool) {
	for i := range s.words {
		if s.numberOne(i) || s.standsOut(i) {
			return "", true
		}
		if s.at(i) != "plus" || !articles[s.at(i-1)] || s.at(i+1) == "souvent" {
			continue
		}
		switch {
		case i+1 < len(s.words) && (lexicon.ClassOf(s.at(i+1)) != lexicon.Function || strings.EqualFold(s.text[s.words[i+1].Start:s.words[i+1].End], "sûr")):
			return "", true
		case s.at(i-1) == "le" && s.has(which): // of "ce qui freine le plus" whatever is the most so may be told
			return s.surpassing(i - 1), true
		}
	}
	return "", false
}

// numberOne reports "numéro 1", "n° 1": what it follows comes before all else.
func (s *sentence) numberOne(i int) bool {
	next := s.at(i + 1)
	return s.at(i) == "numero" && (next == "1" || next == "un" || next == "une") || s.at(i) == "n" && next == "1"
}

// standsOut reports "qui se détache", "sort du lot": the same question without
// "plus".
func (s *sentence) standsOut(i int) bool {
	w := s.at(i)
	return s.at(i-2) == "qui" && s.at(i-1) == "se" && (w == "detache" || w == "detachent") || (w == "sort" || w == "sortent") && s.at(i+1) == "du" && s.at(i+2) == "lot"
}

var which = set("quel quelle quels quelles")

// asksOf returns the noun that "quel" asks one of: "quelle direction", "quel
// est le légume".
func (s *sentence) asksOf() string {
	for i := range s.words {
		if !which[s.at(i)] {
			continue
		}
		k := i + 1
		for being[s.at(k)] || articles[s.at(k)] || numerals[s.at(k)] {
			k++
		}
		if lexicon.ClassOf(s.at(k)) == lexicon.Subject {
			return s.at(k)
		}
	}
	return ""
}

// surpassing returns the subject word that stands just before "le plus", small
// words aside: "dépense-t-elle le plus". Empty when there is none.
func (s *sentence) surpassing(i int) string {
	for k := i - 1; k >= 0; k-- {
		switch lexicon.ClassOf(s.at(k)) {
		case lexicon.Function:
			continue
		case lexicon.Subject:
			return s.at(k)
		}
		break
	}
	return ""
}

// outnumbers reports "plus nombreux que", "sont-ils plus nombreux": only a
// figure or a comparison tells who are more.
func (s *sentence) outnumbers() bool {
	return slices.ContainsFunc(numerous, func(w string) bool { return s.says("plus", w) || s.says("moins", w) || s.says("aussi", w) })
}

var numerous = strings.Fields("nombreux nombreuses")
