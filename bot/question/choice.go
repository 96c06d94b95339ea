package question

import "slices"

// alternatives returns the subject words of the alternatives that a question leaves
// to choose between, "qui tranche : la DSI ou les élus ?", those after "ou"
// last: a finding that says the words of one need not say those of the other.
// The first is empty when nothing tells where it begins: then its words are
// those of the question. Nil when there is no choice: figures are counted
// jointly, and two ways that a thing may go are asked each.
func (s *sentence) alternatives(q *Question) [][]string {
	if q.Wants.Measured() || q.Wants == Conflict || len(q.Quoted) > 0 || q.Change.Asked || q.Grows {
		return nil
	}
	for i := len(s.words) - 2; i > 0; i-- {
		if s.at(i) != "ou" || s.typed("où") || s.starts(i) {
			continue
		}
		p := s.part(i)
		second := s.subjects(q, i+1, p.end)
		if len(second) == 0 || len(second) > longestAlternative || len(s.subjects(q, p.end, len(s.words))) > 0 || s.at(i+1) == "pas" || s.at(i+1) == "non" || s.at(i-1) == "plus" || s.at(i-1) == "mieux" {
			return nil
		}
		first := s.subjects(q, p.start, i)
		if p.start == 0 || len(first) > longestAlternative {
			first = nil
		}
		return [][]string{first, second}
	}
	return nil
}

// longestAlternative is how many subject words an alternative has at most:
// "un usage réel ou des intentions comprises".
const longestAlternative = 3

// subjects returns the subject words of a run.
func (s *sentence) subjects(q *Question, start, end int) []string {
	var all []string
	for _, w := range s.words[start:end] {
		if slices.Contains(q.Subject, w.Text) {
			all = append(all, w.Text)
		}
	}
	return all
}
