package answer

import (
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
)

// maxVersions is how many findings are told to who hesitates between figures.
const maxVersions = 3

// versions tells who hesitates between two figures the finding that each is,
// when no link makes one fact of them: they are of two years, or two
// populations. False when one fact says it all.
func versions(q question.Question, answering []candidate) ([]*data.Finding, bool) {
	if q.Wants != question.Conflict || len(q.Quoted) == 0 {
		return nil, false
	}
	var leads []*data.Finding
	var values []float64
	for _, c := range answering {
		if slices.ContainsFunc(leads, func(f *data.Finding) bool { return linked(f, c.Finding) }) || c.Figure.Value == nil {
			continue
		}
		leads = append(leads, c.Finding)
		if !slices.Contains(values, *c.Figure.Value) {
			values = append(values, *c.Figure.Value)
		}
	}
	slices.SortStableFunc(leads, func(a, b *data.Finding) int { return quotedAt(q, a) - quotedAt(q, b) })
	return leads, len(leads) > 1 && len(leads) <= maxVersions && len(values) == len(leads) && alike(leads)
}

// quotedAt is where the person states the figure of a finding: among the
// figures, then within one that holds both, "61 % ou 88 %".
func quotedAt(q question.Question, f *data.Finding) int {
	const within = 1000 // over the length of any wording
	for i, g := range q.Quoted {
		switch {
		case sameFigure(g, *f.Figure):
			return i * within
		case among(g, *f.Figure):
			return i*within + strings.Index(strings.ReplaceAll(g.Wording, ",", "."), strconv.FormatFloat(*f.Figure.Value, 'f', -1, 64))
		}
	}
	return len(q.Quoted) * within
}

// alike reports that findings measure one indicator, in figures of one kind.
func alike(all []*data.Finding) bool {
	return !slices.ContainsFunc(all, func(f *data.Finding) bool {
		return !sameIndicator(fact{answers: all[:1]}, fact{answers: []*data.Finding{f}}) || f.Figure.Kind == figure.Date || f.Figure.Kind != all[0].Figure.Kind
	})
}
