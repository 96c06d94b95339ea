package question

import (
	"slices"

	"constat/data/lexicon"
)

// deadline reads "avant fin 2017", of what is planned, as a horizon: that year
// is no edition.
func (s *sentence) deadline(q *Question) {
	if q.Horizon != 0 || q.Stage&lexicon.Planned == 0 {
		return
	}
	for _, y := range lexicon.Years(s.words) {
		if y.Role == lexicon.Until && y.First == y.Last && s.before(y) {
			q.Horizon = y.First
			q.Years = slices.DeleteFunc(q.Years, func(o int) bool { return o == y.First })
			return
		}
	}
}

// before reports that a year is said to be one before which: "avant 2017", not
// "jusqu'en 2017".
func (s *sentence) before(y lexicon.Year) bool {
	return slices.ContainsFunc(s.words[y.Start:y.End], func(w lexicon.Word) bool { return w.Text == "avant" })
}
