package answer

import (
	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
)

// meets says, for each demand, whether a finding's own words tell it.
var meets = []struct {
	demand question.Demand
	told   func(*data.Finding) bool
}{
	{question.Manner, func(f *data.Finding) bool { return f.Figure == nil && tellsHow(f) }},
	{question.Meant, defines},
	{question.Superlative, ranksMost},
	{question.Duty, obliges},
	{question.Survey, func(f *data.Finding) bool { return f.Attribution == data.Method }},
	{question.Side, takesSides},
	{question.Fewer, func(f *data.Finding) bool { return contains(f.Statement, "moins") }},
	{question.Onset, func(f *data.Finding) bool { return f.Horizon == 0 }},
	{question.HowMuch, func(f *data.Finding) bool {
		return f.Figure != nil && (f.Figure.Kind == figure.Change || f.Figure.Kind == figure.FromTo)
	}},
}

// unmet returns the demands that a finding does not meet.
func unmet(q question.Question, f *data.Finding) question.Demand {
	var d question.Demand
	for _, m := range meets {
		if q.Demands.Has(m.demand) && !m.told(f) {
			d |= m.demand
		}
	}
	return d
}
