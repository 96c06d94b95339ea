package question

import "cmp"

// Years that are told from another one: from the year of the turn before, or
// from the clock when there is none.

// shift reads a year relative to the last one: "l'année suivante", "trois ans
// plus tard", "l'édition précédente", "l'an dernier".
func (s *sentence) shift() (int, bool) {
	for i := range s.words {
		if n, length := s.shiftAt(i); length > 0 {
			return n, true
		}
	}
	return 0, false
}

// shiftAt reads the relative year that begins at a word, and how many words
// say it.
func (s *sentence) shiftAt(i int) (years, length int) {
	next, after := s.at(i+1), s.at(i+2)
	switch w := s.at(i); {
	case w == "meme" && next == "annee":
		return 0, 2
	case (w == "annee" || w == "edition" || w == "an") && (next == "suivante" || next == "suivant"):
		return 1, 2
	case (w == "annee" || w == "edition" || w == "an") && next == "d" && after == "apres":
		return 1, 3
	case (w == "annee" || w == "edition" || w == "an") && (next == "precedente" || next == "precedent"):
		return -1, 2
	case (w == "annee" || w == "edition" || w == "an") && next == "d" && after == "avant":
		return -1, 3
	case (w == "la" || w == "le") && (next == "suivante" || next == "suivant"):
		return 1, 2
	case (w == "la" || w == "le") && (next == "precedente" || next == "precedent"):
		return -1, 2
	case (w == "celle" || w == "celui") && next == "d" && after == "apres":
		return 1, 3
	case (w == "celle" || w == "celui") && next == "d" && after == "avant":
		return -1, 3
	case w == "annee" && (next == "derniere" || next == "passee"), w == "an" && (next == "dernier" || next == "passe"):
		return -1, 2
	case counts[w] == 0 || next != "ans" && next != "annees" && next != "an":
		return 0, 0
	case after == "plus" && s.at(i+3) == "tard":
		return counts[w], 4
	case after == "apres":
		return counts[w], 3
	case after == "plus" && s.at(i+3) == "tot":
		return -counts[w], 4
	case after == "avant", after == "auparavant":
		return -counts[w], 3
	}
	return 0, 0
}

// ofEditions reports that a relative year is told by editions: "l'édition
// suivante", "celle d'après".
func (s *sentence) ofEditions() bool {
	for i := range s.words {
		if _, length := s.shiftAt(i); length > 0 {
			return s.at(i) == "edition" || s.at(i) == "la" || s.at(i) == "le" || s.at(i) == "celle" || s.at(i) == "celui"
		}
	}
	return false
}

// shifted is the year so many years, or editions of the survey, from another.
func (r *Reader) shifted(state State, from, by int, editions bool) int {
	if !editions || by == 0 {
		return from + by
	}
	series := ""
	if lead := r.lead(state); lead != nil {
		series = lead.Edition.Series
	}
	best := 0
	for _, e := range r.library.Editions {
		if series != "" && e.Series != series || e.Year == 0 || (e.Year-from)*by <= 0 {
			continue
		}
		if best == 0 || (e.Year-best)*by < 0 {
			best = e.Year
		}
	}
	return cmp.Or(best, from+by)
}

// clocked reads a year that only the clock tells, whatever was said before:
// "cette année", "il y a deux ans".
func (s *sentence) clocked(i int) (years, length int) {
	switch {
	case s.at(i) == "cette" && s.at(i+1) == "annee":
		return 0, 2
	case s.at(i) == "y" && s.at(i+1) == "a" && counts[s.at(i+2)] != 0 && (s.at(i+3) == "ans" || s.at(i+3) == "an"):
		return -counts[s.at(i+2)], 4
	}
	return 0, 0
}

// relatively sets the years that the message tells from another one: from the
// clock, as long as no turn before says otherwise.
func (s *sentence) relatively(q *Question, now int) {
	for i := range s.words {
		if n, length := s.clocked(i); length > 0 {
			q.Years = []int{now + n}
			s.use(i, i+length)
			return
		}
		n, length := s.shiftAt(i)
		if length == 0 {
			continue
		}
		s.use(i, i+length)
		if s.relative = len(q.Years) == 0; s.relative && s.sinceNow(i) {
			q.Years = []int{now + n}
		}
		return
	}
}

// sinceNow reports whether a relative year means something to who has said
// nothing before: "l'an dernier", not "l'année suivante".
func (s *sentence) sinceNow(i int) bool {
	return (s.at(i) == "annee" || s.at(i) == "an") && (s.at(i+1) == "dernier" || s.at(i+1) == "derniere" || s.at(i+1) == "passe" || s.at(i+1) == "passee")
}

var counts = map[string]int{"un": 1, "1": 1, "deux": 2, "2": 2, "trois": 3, "3": 3, "quatre": 4, "4": 4, "cinq": 5, "5": 5, "six": 6, "6": 6, "sept": 7, "7": 7, "huit": 8, "8": 8, "neuf": 9, "9": 9, "dix": 10, "10": 10}
