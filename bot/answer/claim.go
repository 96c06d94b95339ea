package answer

import (
	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
)

var verdictWords = map[Verdict]string{
	Confirmed: sayConfirmed,
	Different: sayDifferent,
	Undecided: sayUndecided,
}

// verdict compares the figure that the person states with the one published.
// A claim without a figure has no verdict: the finding is shown, the person
// judges.
func verdict(q question.Question, f *data.Finding) Verdict {
	if len(q.Focus) > 0 {
		return Undecided
	}
	if len(q.Quoted) == 0 || f.Figure == nil {
		return ""
	}
	stated, published := q.Quoted[0], *f.Figure
	switch {
	case stated.Unit != published.Unit:
		return Undecided
	case sameFigure(stated, published):
		return Confirmed
	case disjoint(stated, published):
		return Different
	case within(published, stated):
		return Confirmed
	}
	return Undecided
}

// disjoint reports that no true value could be worded both ways.
func disjoint(a, b figure.Figure) bool { return below(a, b) || below(b, a) }

func below(a, b figure.Figure) bool {
	if a.High == nil || b.Low == nil {
		return false
	}
	return *a.High < *b.Low || *a.High == *b.Low && (a.HighOpen || b.LowOpen)
}

// within reports that every value of a lies in the bounds of b.
func within(a, b figure.Figure) bool {
	if a.Low == nil && b.Low != nil || a.High == nil && b.High != nil {
		return false
	}
	if b.Low != nil && (*a.Low < *b.Low || *a.Low == *b.Low && b.LowOpen && !a.LowOpen) {
		return false
	}
	return b.High == nil || *a.High < *b.High || *a.High == *b.High && (a.HighOpen || !b.HighOpen)
}
