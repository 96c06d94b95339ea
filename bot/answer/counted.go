package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data/figure"
)

// countsOther reports that the question counts those who do something, and
// that the figure of the finding counts others: "dans 35 % des écoles, les
// familles sèment" tells no share of the families. Declared populations are
// held by fitWhom.
func (r roles) countsOther(asked question.Deed) bool {
	f := r.finding
	if !r.measured || f.Figure == nil || f.Figure.Kind != figure.Share {
		return false
	}
	for _, doer := range slices.Concat(asked.Agents, asked.Others) { // "sont arrosées" counts others
		if !doer.Counted || len(r.library.Lexicon.Mentions(words(doer))) > 0 {
			continue
		}
		isDoer := func(t question.Thing) bool { return same(t, doer) }
		stands := slices.ContainsFunc(r.told, func(d question.Deed) bool {
			return slices.ContainsFunc(d.Agents, isDoer) || slices.ContainsFunc(d.Others, isDoer)
		})
		counted, ok := question.Assert(r.library.Lexicon, f.Statement, f.Figure)
		if stands && ok && (counted.Who.Named() || counted.Counted != "") && !formsOfOne(counted.Counted, doer.Head) {
			return true
		}
	}
	return false
}
