package question

import (
	"slices"

	"constat/data/lexicon"
)

// complements returns the subject words that say among whom or where: those of
// "dans les hôpitaux", "chez les avocats", "à l'étranger". A finding that lacks
// nothing but them is about other people, or another place.
func (s *sentence) complements(q *Question) (among []string) {
	for i := range s.words {
		k := s.complement(i)
		for n := 0; k >= 0 && k < len(s.words) && n < longestComplement && s.restricts(k, q) && (n == 0 || !s.starts(k)); n++ {
			among = append(among, s.at(k))
			k++
		}
	}
	return among
}

// longestComplement is how many words in a row a complement's noun has with
// its adjectives: "dans les écoles primaires privées".
const longestComplement = 3

// restricts reports a subject word that may tell other people or another
// place: no number, and no service of the organisations that are asked.
func (s *sentence) restricts(i int, q *Question) bool {
	return slices.Contains(q.Subject, s.at(i)) && !s.aside[i] && !s.used[i] && !isNumber(s.at(i)) && !slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool {
		g := s.lexicon.Group(m.ID)
		return m.Start <= i && i < m.End && g.Counted && !g.People
	})
}

// complement returns where the noun begins that a preposition of place at a
// word brings, or -1 when none does.
func (s *sentence) complement(i int) int {
	k := i + 1
	switch w := s.at(i); {
	case w == "chez", w == "parmi", w == "dans", w == "aupres":
	case w == "a" && s.at(k) == "l", (w == "a" || w == "en") && s.capital(k): // "à l'étranger", "en Allemagne"
	default:
		return -1
	}
	for articles[s.at(k)] || numerals[s.at(k)] {
		k++
	}
	return k
}

// capital reports a word typed with a capital that is no abbreviation.
func (s *sentence) capital(i int) bool {
	if i >= len(s.words) || s.words[i].Capitals {
		return false
	}
	c := s.text[s.words[i].Start]
	return 'A' <= c && c <= 'Z'
}
