package question

import (
	"slices"

	"constat/data/lexicon"
)

// existences say that there are things.
var existences = phrases("y a t il", "existe t il", "compte t on", "il y a")

// thereAre reports that one of them ends at a word.
func (s *sentence) thereAre(k int) bool {
	return slices.ContainsFunc(existences, func(run []string) bool {
		for n, w := range run {
			if s.at(k+1-len(run)+n) != w {
				return false
			}
		}
		return true
	})
}

// existing returns the population of which nothing is asked but how many there
// are, "combien y a-t-il de jardiniers ?", or -1.
func (s *sentence) existing(q *Question) int {
	if q.Wants != Number || len(s.clusters) != 1 || !slices.ContainsFunc(existences, func(run []string) bool { return s.says(run...) }) {
		return -1
	}
	i := slices.IndexFunc(s.mentions, func(m lexicon.Mention) bool { return s.used[m.Start] })
	said := func(w string) bool {
		return slices.ContainsFunc(s.words[s.mentions[i].Start:s.mentions[i].End], func(m lexicon.Word) bool { return m.Text == w })
	}
	if i < 0 || slices.ContainsFunc(q.Subject, func(w string) bool { return !said(w) }) {
		return -1
	}
	return i
}
