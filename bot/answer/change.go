package answer

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// overYears returns a question once for each year that it asks about. For a
// change without two years these are the first and the last that are published,
// since or until the year that is named. False when a year that is named is
// not published, or when only one is.
func overYears(l *data.Library, q question.Question, hits []index.Hit) ([]question.Question, bool) {
	one := q.Without()
	asked := q.Years
	switch c := q.Change; {
	case len(asked) > 1 && c.Open:
		one.Years, one.Rank = nil, 0
		if all := published(l, one, hits); slices.Contains(all, asked[0]) && slices.Contains(all, asked[len(asked)-1]) {
			asked = slices.DeleteFunc(all, func(y int) bool { return y < asked[0] || y > asked[len(asked)-1] })
		}
	case len(asked) > 1:
	case c.Asked:
		one.Years, one.Rank = nil, 0
		if asked = spanned(published(l, one, hits), c, q.Years); len(asked) == 0 {
			return nil, false
		}
	default:
		return []question.Question{one}, true
	}
	if len(asked) > maxTold {
		asked = []int{asked[0], asked[len(asked)-1]}
	}
	var all []question.Question
	for _, y := range asked {
		at := one
		at.Years = []int{y}
		all = append(all, at)
	}
	return all, true
}

// published returns the years, ascending, for which the fact that best answers
// a question is published.
func published(l *data.Library, q question.Question, hits []index.Hit) []int {
	facts := levels(answersTo(l, q, hits))
	if len(facts) == 0 {
		return nil
	}
	key := factKey(l, facts[0].answers[0])
	var all []int
	for _, c := range judge(l, q, hits) {
		if c.answersNearly(q) && factKey(l, c.Finding) == key {
			all = append(all, c.About()...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// spanned returns the two ends, among the years that are published, of the time
// that a change is asked of; none when it has no two ends there.
func spanned(published []int, c question.Change, named []int) []int {
	var from, to int
	switch {
	case c.Before:
		i := slices.Index(published, c.Until)
		if i < 1 {
			return nil
		}
		return published[i-1 : i+1]
	case len(published) < 2:
		return nil
	default:
		from, to = published[0], published[len(published)-1]
	}
	switch {
	case c.Until != 0:
		to = c.Until
	case c.Since != 0:
		from = c.Since
	case len(named) == 1 && named[0] == to: // "en 2023, a-t-il augmenté ?": since the run before
		from = published[len(published)-2]
	case len(named) == 1:
		from = named[0]
	}
	if from >= to || !slices.Contains(published, from) || !slices.Contains(published, to) {
		return nil
	}
	return []int{from, to}
}

// tellChange says how a figure moved between two editions, when both are
// comparable, and why it is not said.
func (a *Answer) tellChange(l *data.Library, q question.Question, old, recent *data.Finding) {
	why := incomparable(l, old, recent)
	var said []string
	if q.Change.Closed && old.Figure != nil && recent.Figure != nil {
		a.Verdict = Undecided
		if went, known := moved(*old.Figure, *recent.Figure); known && why == "" {
			a.Verdict = changed(went, q.Change)
		}
		said = append(said, changeWords[a.Verdict])
	}
	switch {
	case why != "":
		said = append(said, fmt.Sprintf(sayIncomparable, why))
	case !exact(old.Figure) || !exact(recent.Figure):
		said = append(said, sayInexact)
	default:
		text := difference(*recent.Figure.Value-*old.Figure.Value, recent.Figure.Unit)
		a.Computed = append(a.Computed, Computed{Text: text, Operands: []string{old.ID, recent.ID}})
		said = append(said, fmt.Sprintf(sayComputed, text, quote(old.Figure.Wording), editionOf(old), quote(recent.Figure.Wording), editionOf(recent)))
	}
	a.view.Lead = strings.Join(said, " ")
}

// moved returns where a figure went, 0 when it did not move; not known when
// both wordings hold for one value.
func moved(old, recent figure.Figure) (went question.Direction, known bool) {
	switch o, r := widened(old), widened(recent); {
	case below(o, r):
		return question.Up, true
	case below(r, o):
		return question.Down, true
	}
	return 0, exact(&old) && exact(&recent) && *old.Value == *recent.Value
}

// changed is the verdict on a change that is asked to be confirmed.
func changed(went question.Direction, c question.Change) Verdict {
	if went != 0 && (c.Claimed == 0 || c.Claimed == went) {
		return Confirmed
	}
	return Different
}

// order says which of several figures is the highest or the lowest, when they
// are comparable and their bounds tell.
func (a *Answer) order(l *data.Library, q question.Question, leads []*data.Finding) {
	for _, f := range leads[1:] {
		if why := incomparable(l, leads[0], f); why != "" {
			a.view.Lead = fmt.Sprintf(sayIncomparable, why)
			if q.Order.Than {
				a.Verdict = Undecided
				a.view.Lead = changeWords[Undecided] + " " + a.view.Lead
			}
			return
		}
	}
	best := slices.IndexFunc(leads, func(f *data.Finding) bool {
		return !slices.ContainsFunc(leads, func(g *data.Finding) bool {
			if q.Order.Asked == question.Down {
				return g != f && !below(widened(*f.Figure), widened(*g.Figure))
			}
			return g != f && !below(widened(*g.Figure), widened(*f.Figure))
		})
	})
	said := sayHighest
	if q.Order.Asked == question.Down {
		said = sayLowest
	}
	verdict := Undecided
	switch {
	case best < 0:
		a.view.Lead = sayUnordered
	case best == 0:
		verdict, a.view.Lead = Confirmed, fmt.Sprintf(said, named(leads[best]))
	default:
		verdict, a.view.Lead = Different, fmt.Sprintf(said, named(leads[best]))
	}
	if q.Order.Than { // "dans X ou dans Y" claims nothing
		a.Verdict = verdict
		a.view.Lead = changeWords[verdict] + " " + a.view.Lead
	}
}

// named says what a finding is about, without its figure.
func named(f *data.Finding) string {
	return strings.Join(said(f, []side{subject, population, edition, state}), ", ")
}

// incomparable says why two figures are not to be held against one another, or
// nothing. What differs by intent, the population or the year, is no reason.
func incomparable(l *data.Library, a, b *data.Finding) string {
	switch {
	case a.Figure == nil || b.Figure == nil || !a.Figure.HasNumber() || !b.Figure.HasNumber():
		return whyNoFigure
	case a.Edition.Series != b.Edition.Series:
		return whySeries
	case lexicon.Fold(a.Indicator) != lexicon.Fold(b.Indicator) || a.Indicator == "":
		return whyIndicator
	case a.Status != b.Status || a.Horizon != 0 && b.Horizon != 0 && a.Edition == b.Edition && a.Horizon != b.Horizon:
		return whyStatus
	case a.Figure.Kind != b.Figure.Kind || a.Figure.Unit != b.Figure.Unit || a.Denies != b.Denies:
		return whyUnit
	case a.Edition != b.Edition && (!slices.Equal(a.Who.Groups, b.Who.Groups) || a.Who.Size != b.Who.Size || lexicon.Fold(a.Population) != lexicon.Fold(b.Population)):
		return whyPopulation
	case broken(l, a, b) != nil:
		return whyBroken(broken(l, a, b))
	case len(a.Contradicts)+len(b.Contradicts) > 0:
		return whyContradicted
	case hearsay(a)+hearsay(b) > 0:
		return whyHearsay
	}
	return ""
}

// broken returns the break of an indicator's series between two findings, or
// nil.
func broken(l *data.Library, a, b *data.Finding) *data.Break {
	first, last := min(lastYear(a), lastYear(b)), max(lastYear(a), lastYear(b))
	for _, e := range breaks(l, a) {
		if first < e.Edition && e.Edition <= last {
			return e
		}
	}
	return nil
}

// breaks returns where the series of a finding's indicator breaks.
func breaks(l *data.Library, f *data.Finding) []*data.Break {
	var all []*data.Break
	for _, e := range l.Editions {
		for _, i := range e.Indicators {
			if i.Break != nil && e.Series == f.Edition.Series && lexicon.Fold(i.Name) == lexicon.Fold(f.Indicator) {
				all = append(all, i.Break)
			}
		}
	}
	return all
}

// exact reports a figure from which another may be taken away: a value without
// a modifier, a share being printed in per cent. "Deux sur trois" is a rounding.
func exact(f *figure.Figure) bool {
	return f.Value != nil && f.From == nil && !f.Approximate && !f.LowOpen && !f.HighOpen && sameNumber(f.Low, f.Value) && sameNumber(f.High, f.Value) &&
		(f.Kind != figure.Share || strings.Contains(f.Wording, "%"))
}

// wordedMargin is how many points a share in letters may stand from its value:
// "deux sur trois" is said of 65 % and of 68 %.
const wordedMargin = 2

// widened gives a share in letters the bounds of what is worded so.
func widened(f figure.Figure) figure.Figure {
	if f.Kind == figure.Share && f.Low != nil && f.High != nil && !strings.Contains(f.Wording, "%") {
		low, high := *f.Low-wordedMargin, *f.High+wordedMargin
		f.Low, f.High = &low, &high
	}
	return f
}

// difference words a computed difference with its sign: "+3 points".
func difference(d float64, unit string) string {
	sign, size := "+", d
	switch {
	case d < 0:
		sign, size = "−", -d
	case d == 0:
		sign = ""
	}
	const hundredths = 100 // figures are printed with two decimals at most
	whole, frac, _ := strings.Cut(strconv.FormatFloat(math.Round(size*hundredths)/hundredths, 'f', -1, 64), ".")
	if n, err := strconv.Atoi(whole); err == nil && n > 0 {
		whole = number(n)
	}
	if frac != "" {
		whole += "," + frac
	}
	return sign + whole + nbsp + unitWords(unit, size)
}
