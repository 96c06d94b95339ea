package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// complements returns the subject words that say among whom or where, those of
// "dans les hôpitaux", "chez les avocats", "à l'étranger", "des musées". A
// finding that does not say them is about other people, or another place.
func (s *sentence) complements(q *Question) (among []string) {
	subject := map[string]bool{}
	for _, w := range q.Subject {
		subject[w] = true
	}
	for i := range s.words {
		k := s.complement(i)
		if k == i {
			continue
		}
		for n := 0; k < len(s.words) && n < longestComplement && s.restricts(k, subject) && (n == 0 || !s.starts(k)); n++ {
			among = append(among, s.at(k))
			k++
		}
	}
	return among
}

// restricts reports a subject word that may tell other people or another
// place: no number, and no service of the organisations that are asked.
func (s *sentence) restricts(i int, subject map[string]bool) bool {
	return subject[s.at(i)] && !s.aside[i] && !s.used[i] && !isNumber(s.at(i)) && !slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool {
		g := s.lexicon.Group(m.ID)
		return m.Start <= i && i < m.End && g.Counted && !g.People
	})
}

// longestComplement is how many words in a row a complement's noun has with
// its adjectives: "dans les écoles primaires privées".
const longestComplement = 3

// complement returns where the noun begins that a preposition at a word
// brings, or i when none does. "de la stratégie" says what is measured, "des
// musées" may say whose: only the plural does.
func (s *sentence) complement(i int) int {
	k := i + 1
	switch w := s.at(i); {
	case w == "des", w == "aux":
		if !strings.HasSuffix(s.at(k), "s") && !strings.HasSuffix(s.at(k), "x") && !s.words[min(k, len(s.words)-1)].Capitals {
			return i // "des IaaS" apart, a plural is written
		}
		return k
	case w == "chez", w == "parmi", w == "dans", w == "aupres", w == "hors":
	case w == "pour":
	case w == "a":
		if s.at(k) != "l" && !s.capital(k) {
			return i
		}
	case w == "de" && s.at(k) == "l", w == "du":
	case w == "en":
		if strings.HasSuffix(s.at(k), "ant") {
			return i
		}
	default:
		return i
	}
	for k < len(s.words) && (articles[s.at(k)] || numerals[s.at(k)]) {
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
