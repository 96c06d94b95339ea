package question

import (
	"strings"

	"constat/data/lexicon"
)

// talk marks the words of the clauses that tell why the person asks ("je
// prépare une note :", "on m'a parlé d'un …") and of what "bref" sums up. Each
// of them leaves the question whole: another clause must name a subject.
func (s *sentence) talk() []bool {
	marks := make([]bool, len(s.words))
	clauses := s.clauses()
	for i, c := range clauses {
		end := c[0]
		switch {
		case s.personal(c) && !s.within(c, questionWords, shareWords, claimWords):
			end = c[1]
		default:
			for k := c[0]; k < c[1]; k++ {
				if s.at(k) == "bref" && k > c[0] && s.names([2]int{k, c[1]}) {
					end = k
				}
			}
		}
		if end == c[0] || end == c[1] && !s.nameElsewhere(clauses, i, marks) {
			continue
		}
		for k := c[0]; k < end; k++ {
			marks[k] = true
		}
	}
	return marks
}

// openings begin a clause of their own after a comma.
var openings = set("je j nous on pourriez pouvez auriez merci bonjour est sont")

// clauses cuts the words at each full stop, colon, and comma that a word of
// asking follows.
func (s *sentence) clauses() [][2]int {
	var all [][2]int
	start := 0
	for i := 1; i < len(s.words); i++ {
		gap := s.text[s.words[i-1].End:s.words[i].Start]
		asks := questionWords[s.at(i)] || questionWords[s.at(i+1)] && lexicon.ClassOf(s.at(i)) == lexicon.Function
		if strings.ContainsAny(gap, ".!?:;…\n") || strings.Contains(gap, ",") && (asks || openings[s.at(i)]) {
			all = append(all, [2]int{start, i})
			start = i
		}
	}
	return append(all, [2]int{start, len(s.words)})
}

// personal reports that a clause is about the one who asks: "je", "nous", "on
// m'a parlé".
func (s *sentence) personal(c [2]int) bool {
	for i := c[0]; i < c[1]; i++ {
		switch s.at(i) {
		case "je", "j":
			return true
		case "nous":
			return s.at(i-1) != "dites" && s.at(i-1) != "donnez"
		case "on":
			return s.at(i+1) == "m" || s.at(i+1) == "me"
		case "ici":
			return i == c[1]-1 && s.at(i-1) != "d" // "élue aux finances ici :"
		}
	}
	return false
}

func (s *sentence) within(c [2]int, sets ...map[string]bool) bool {
	for i := c[0]; i < c[1]; i++ {
		for _, set := range sets {
			if set[s.at(i)] {
				return true
			}
		}
	}
	return false
}

// names reports whether a clause holds a word that names a subject, a
// population aside.
func (s *sentence) names(c [2]int) bool {
	for i := c[0]; i < c[1]; i++ {
		if lexicon.ClassOf(s.at(i)) == lexicon.Subject && !s.used[i] && !s.inMention(i) && !isNumber(s.at(i)) {
			return true
		}
	}
	return false
}

func (s *sentence) nameElsewhere(clauses [][2]int, but int, marks []bool) bool {
	for i, c := range clauses {
		if i != but && !marks[c[0]] && s.names(c) {
			return true
		}
	}
	return false
}

func (s *sentence) inMention(i int) bool {
	for _, m := range s.mentions {
		if m.Start <= i && i < m.End {
			return true
		}
	}
	return false
}
