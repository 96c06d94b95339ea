package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// meets says, for each demand, whether a finding's own words tell it.
var meets = []struct {
	demand question.Demand
	told   func(question.Question, index.Hit) bool
}{
	{question.Manner, byWords(func(f *data.Finding) bool { return f.Figure == nil && tellsHow(f) })},
	{question.Meant, func(q question.Question, h index.Hit) bool { return defines(h.Finding, q.Subject) }},
	{question.Superlative, ranksMost},
	{question.Duty, byWords(obliges)},
	{question.Survey, byWords(func(f *data.Finding) bool { return f.Attribution == data.Method })},
	{question.Side, byWords(takesSides)},
	{question.Fewer, byWords(func(f *data.Finding) bool { return contains(f.Statement, "moins") })},
	{question.Onset, byWords(func(f *data.Finding) bool { return f.Horizon == 0 })},
	{question.HowMuch, byWords(changesBy)},
	{question.Numerous, byWords(func(f *data.Finding) bool { return f.Figure != nil || figured(f) || compares(f) })},
	{question.Day, byWords(func(f *data.Finding) bool { return namesDay(f.Statement) })},
	{question.Moment, byWords(func(f *data.Finding) bool {
		return f.Horizon == 0 || f.Status == data.Adopted || f.Status == data.Qualitative
	})},
	{question.Done, byWords(func(f *data.Finding) bool { return !plansOnly(f) })},
	{question.Gauge, gauges},
	{question.Members, namesMembers},
	{question.Located, byWords(func(*data.Finding) bool { return false })}, // an edition tells where it was shown, and nothing of where things lie
	{question.Headcount, byWords(func(f *data.Finding) bool { return f.Figure != nil && f.Figure.Kind == figure.Count })},
	{question.Speaker, byWords(func(f *data.Finding) bool { return f.Speaker != "" })},
	{question.Placed, byWords(hasPlace)},
	{question.Existing, byWords(countsAll)},
}

// byWords asks only the finding.
func byWords(told func(*data.Finding) bool) func(question.Question, index.Hit) bool {
	return func(_ question.Question, h index.Hit) bool { return told(h.Finding) }
}

// unmet returns the demands that a finding does not meet.
func unmet(q question.Question, h index.Hit) question.Demand {
	var d question.Demand
	for _, m := range meets {
		if q.Demands.Has(m.demand) && !m.told(q, h) {
			d |= m.demand
		}
	}
	return d
}

// hasPlace reports whether a finding tells where something stands in a ranking.
func hasPlace(f *data.Finding) bool {
	return f.Status == data.Ranking || slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Rank != 0 }) ||
		slices.ContainsFunc(lexicon.Words(f.Statement), func(w lexicon.Word) bool {
			_, ordinal := lexicon.Ordinal(lexicon.Singular(w.Text))
			return ordinal
		})
}

// changesBy reports whether a finding tells by how much a thing changes: its
// figure, or a second one, "dans 14 % des communes, de 1 à 10 %".
func changesBy(f *data.Finding) bool {
	if f.Figure == nil {
		return false
	}
	return f.Figure.Kind == figure.Change || f.Figure.Kind == figure.FromTo || len(shares(f.Statement)) > 1
}

// shares are the figures of a text that are told in hundredths, or as changes.
func shares(text string) []figure.Span {
	return slices.DeleteFunc(figure.Find(text), func(g figure.Span) bool {
		return g.Kind != figure.Share && g.Kind != figure.FromTo && g.Kind != figure.Change
	})
}

// gauges reports whether a finding's figure is the amount asked, or a part of
// it, or how much it grows: a share of those whose budget grows is neither.
func gauges(q question.Question, h index.Hit) bool {
	f := h.Finding
	if q.GrowthAsked() {
		return f.Figure != nil && (f.Figure.Kind == figure.Change || f.Figure.Kind == figure.FromTo)
	}
	return f.Figure != nil && (f.Figure.Kind == figure.Amount || f.Figure.Kind == figure.Count || f.Figure.Kind == figure.FromTo || isPartOf(f, q.Gauge)) || // in couronnes it is a count
		slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Figure != nil && i.Figure.Kind == figure.Amount })
}

// plansOnly reports whether a finding tells what is planned, by its status or,
// when that tells nothing, by its words.
func plansOnly(f *data.Finding) bool {
	if stage, staged := data.Stages[f.Status]; staged {
		return stage&lexicon.Planned != 0
	}
	for _, text := range []string{f.Statement, f.Indicator} {
		if stage, _ := lexicon.Stages(lexicon.Words(text)); stage&lexicon.Planned != 0 {
			return true
		}
	}
	return false
}

// countsAll reports whether a finding counts a population, and not those of it
// that do something: its indicator names nothing else.
func countsAll(f *data.Finding) bool {
	who := content(f.Population)
	return f.Figure != nil && f.Figure.Kind == figure.Count && f.Indicator != "" &&
		!slices.ContainsFunc(content(f.Indicator), func(w string) bool { return !saysKin(who, w) })
}
