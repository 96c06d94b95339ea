package answer

import (
	"slices"

	"constat/data"
)

// rankingBetween returns the ranking that answers every side, which says how they
// stand to one another: the shortest list first, nil when there is none.
func rankingBetween(sides []part) *data.Finding {
	var best *data.Finding
	for _, f := range sides[0].facts {
		for _, a := range f.answers {
			everywhere := !slices.ContainsFunc(sides, func(s part) bool {
				return !slices.ContainsFunc(s.facts, func(g fact) bool { return slices.Contains(g.answers, a) })
			})
			if everywhere && a.Status == data.Ranking && (best == nil || len(a.Items) < len(best.Items)) {
				best = a
			}
		}
	}
	return best
}
