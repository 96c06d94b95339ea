package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// fitQuoted: a figure that the person takes as given must be the finding's.
// In a claim it is what is checked, not a constraint.
func fitQuoted(q question.Question, f *data.Finding) fit {
	switch {
	case len(q.Quoted) > 0 && (q.PartOf != "" && !isPartOf(f, q.PartOf) || q.Quoted[0].Kind == figure.Change && f.Figure != nil && f.Figure.Kind == figure.Share):
		return conflicts // a part of something else, or another thing than a part
	case q.Wants == question.Check || len(q.Quoted) == 0:
		return matches
	case q.Wants == question.Conflict:
		if f.Figure != nil && slices.ContainsFunc(q.Quoted, func(g figure.Figure) bool { return sameFigure(g, *f.Figure) || among(g, *f.Figure) }) {
			return matches
		}
		return conflicts
	}
	for _, g := range q.Quoted {
		if f.Figure == nil || !sameFigure(g, *f.Figure) {
			return conflicts
		}
	}
	return matches
}

// isPartOf reports whether a finding's share is worded as a part of a thing:
// "1,9 % du budget".
func isPartOf(f *data.Finding, noun string) bool {
	texts := []string{f.Statement}
	if f.Figure != nil {
		texts = append(texts, f.Figure.Wording)
	}
	for _, t := range texts {
		for _, g := range figure.Find(t) {
			for i, w := range lexicon.Words(t[g.End:]) {
				if lexicon.Singular(w.Text) == lexicon.Singular(noun) {
					return true
				}
				if i > 1 {
					break
				}
			}
		}
	}
	return false
}

// sameFigure reports figures that state the same number of one kind of thing. A
// number without a unit has no kind.
func sameFigure(a, b figure.Figure) bool {
	return (a.Kind == b.Kind || a.Kind == "") && sameNumber(a.Value, b.Value) && sameNumber(a.Low, b.Low) && sameNumber(a.High, b.High)
}

// among reports whether a figure is one of the two that the person hesitates
// between: "2,6 ou 2,7 milliards".
func among(either, f figure.Figure) bool {
	return either.Value == nil && (either.Unit == f.Unit || either.Unit == figure.Percent && f.Unit == figure.PercentPerYear) && f.Value != nil && (sameNumber(either.Low, f.Value) || sameNumber(either.High, f.Value))
}

func sameNumber(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
