package question

import "constat/data/lexicon"

// members returns the noun of which the members are asked, or nothing: "quels
// outils", "quelles sont les priorités". A finding that only mentions some
// does not tell which.
func (s *sentence) members() string {
	for i := range s.words {
		if s.at(i) != "quels" && s.at(i) != "quelles" {
			continue
		}
		k := i + 1
		for being[s.at(k)] || articles[s.at(k)] || numerals[s.at(k)] || small(s.at(k)) || sizing[s.at(k)] {
			k++
		}
		if lexicon.ClassOf(s.at(k)) == lexicon.Subject && k < len(s.words) && !s.used[k] && !isNumber(s.at(k)) {
			return s.at(k)
		}
	}
	return ""
}

// sizing adjectives may stand before the noun and tell no members apart.
var sizing = set("grands grandes premiers premieres nouveaux nouvelles principaux principales autres")
