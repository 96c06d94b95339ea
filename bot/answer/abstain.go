package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// When not to answer, and why. Every threshold of the decision is here.
const (
	// maxChoices: more readings than four are not a choice but a list.
	maxChoices = 4
	// maxNear: an abstention names three neighbours at most.
	maxNear = 3
	// maxFollowUps: a row of buttons holds five, one of them is the source.
	maxFollowUps = 4
	// maxOverview: five findings are read, ten are not.
	maxOverview = 5
	// lead is the part of the best score under which another measure that
	// answers too is no longer in doubt with it.
	lead = 0.95
	// leastSaid is how many subject words a statement without a figure says at
	// least for each one that it lacks.
	leastSaid = 2
	// namedLead is the part of the best score that a finding has at least to go
	// first because the question says every word of its indicator.
	namedLead = 0.75
	// retoldShare is the part of their words that two statements share at least
	// when one tells anew what the other told.
	retoldShare = 0.6
	// unsaidCost is how far a word that it does not say puts a neighbour off: as
	// much as another year, and more than people who are near those asked.
	unsaidCost = int(conflicts)
)

// decline answers what needs no finding: questions about the bot, opinions,
// predictions, empty and stale messages.
func decline(l *data.Library, q question.Question) (Answer, bool) {
	if a, ok := meta(l, q); ok {
		return a, true
	}
	switch q.Wants {
	case question.Stale:
		return Answer{Kind: Notice, view: View{Lead: sayStale}}, true
	case question.Nothing:
		a := Answer{Kind: Abstained, Reason: Empty, view: View{Lead: sayEmpty}}
		a.suggest(l, q.Examples[:min(len(q.Examples), 1)])
		return a, true
	case question.Advice:
		return Answer{Kind: Abstained, Reason: Opinion, view: View{Lead: sayOpinion}}, true
	case question.Forecast:
		return Answer{Kind: Abstained, Reason: Prediction, view: View{Lead: sayForecast}}, true
	}
	return Answer{}, false
}

// ambiguous reports whether the two best facts are in doubt: both answer, and
// nothing in the question chooses.
func ambiguous(q question.Question, facts []fact) bool {
	first, second := facts[0], facts[1]
	measured := q.Wants.Measured() || q.Wants == question.Statement && first.answers[0].Figure != nil && second.answers[0].Figure != nil
	if sameIndicator(first, second) {
		return measured && first.usual == second.usual && !outgrown(second, first)
	}
	return q.Wants.Measured() && second.score >= lead*first.score
}

// outgrown reports that what was under way in an older edition is done in a
// newer one.
func outgrown(older, newer fact) bool {
	a, b := older.answers[0], newer.answers[0]
	return a.Status == data.UnderWay && b.Status == data.Adopted && lastYear(a) < lastYear(b)
}

// abstain says why nothing answers, and names up to three neighbours without
// their figures.
func abstain(l *data.Library, q question.Question, candidates []candidate) Answer {
	saying := slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool { return len(c.missing) > 0 || c.rest != matches })
	// A finding of the kind wanted tells more of why it does not answer than
	// one without a figure, and one about the same people more than another.
	slices.SortStableFunc(saying, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.faults(), b.faults()), cmp.Compare(a.who, b.who), cmp.Compare(a.stage, b.stage))
	})
	a := Answer{Kind: Abstained}
	switch {
	case q.Wants == question.Conflict && q.Followed:
		return Answer{Kind: Abstained, Reason: NotMeasured, view: View{Lead: sayUncontested}}
	case q.Wants == question.Reason && q.Followed && !q.Added && q.Before != "" && !q.Unstated:
		return Answer{Kind: Abstained, Reason: NotMeasured, view: View{Lead: sayUnexplained}}
	case len(saying) == 0 && q.Elliptic():
		return untold(l, q)
	case len(saying) > 0:
		a.Reason, a.view.Lead = why(l, q, saying[0])
		a.Asked = asked(q)
	case !touches(q, candidates):
		a.Reason, a.view.Lead = OffTopic, sayOffTopic
	case foreign(q, candidates):
		a.Reason, a.view.Lead = OtherPopulation, sayForeign
	case q.Wants.Measured():
		a.Reason, a.view.Lead = NotMeasured, sayNotMeasured
	default:
		a.Reason, a.view.Lead = NothingFound, sayNothingFound
	}
	if q.Wants == question.Check {
		a.Verdict = Unknown
	}
	if len(saying) > 0 && saying[0].onlyWords(q) {
		a.Told = saying[0].Finding
		a.view.Lead += sayOnly + brief(l, a.Told, a.Told)
	}
	if len(saying) == 0 {
		saying = neighbours(q, candidates)
	}
	a.loose = len(saying) > 0 && len(saying[0].missing) > 0 && !misspelt(q, candidates, saying[0])
	var near []*data.Finding
	for _, c := range saying {
		twin := func(f *data.Finding) bool { return twins(f, c.Finding) }
		if c.Finding != a.Told && len(near) < maxNear && !slices.ContainsFunc(near, twin) {
			near = append(near, c.Finding)
		}
	}
	a.Near = nearOf(l, near)
	if len(near) > 0 {
		heading := sayNear
		if subject := common(near); subject != "" {
			heading = fmt.Sprintf(sayNearOf, subject)
		}
		a.view.Groups = []Group{offered(heading, a.Near)}
	}
	return a
}

// why names the slot that keeps the closest candidate from answering. The
// population comes first: it is what people must not be misled about.
func why(l *data.Library, q question.Question, c candidate) (Reason, string) {
	switch {
	case q.Wants.Measured() && c.kind != matches:
		return NotMeasured, sayNotMeasured
	case c.who != matches && !c.mentions(q):
		return OtherPopulation, fmt.Sprintf(sayOtherPopulation, who(l, q), c.alsoOther(q))
	case c.when != matches:
		return OtherEdition, fmt.Sprintf(sayOtherEdition, when(q))
	case q.Resized:
		return OtherPopulation, sayOtherSize
	case c.polar != matches && q.Partly:
		return NotMeasured, sayNotMeasured
	case c.unmet.Has(question.Side):
		return NotMeasured, sayNoStance
	case c.polar != matches:
		return NotMeasured, sayNoComplement
	case c.stage != matches && q.Stage == 0:
		return OtherStatus, fmt.Sprintf(sayOnlyStatus, statusWords[c.Status])
	case c.stage != matches:
		return OtherStatus, fmt.Sprintf(sayOtherStatus, stageName(q.Stage))
	case c.quoted != matches:
		return NotMeasured, sayNotMeasured
	}
	if q.Wants.Measured() {
		return NotMeasured, sayNotMeasured
	}
	return NotMeasured, sayNotTold
}

// alsoOther names the other slots that keep a candidate from answering, after
// the population: who asks again of another year is told of both.
func (c candidate) alsoOther(q question.Question) string {
	var s string
	if c.when != matches && (len(q.Years) > 0 || q.Horizon != 0) {
		s += fmt.Sprintf(sayAlsoFor, when(q))
	}
	if c.stage != matches && q.Stage != 0 {
		s += fmt.Sprintf(sayAlsoAt, stageName(q.Stage))
	}
	return s
}

// mentions reports that a finding names the people who are asked about,
// although it is about others: it is not of them that nothing is published.
func (c candidate) mentions(q question.Question) bool {
	return len(q.Naming) > 0 && !slices.ContainsFunc(q.Naming, func(w string) bool { return !contains(c.Statement, w) })
}

// onlyWords reports that a candidate would answer if it had a number: it may
// be told for what it is.
func (c candidate) onlyWords(q question.Question) bool {
	return q.Wants.Measured() && c.faults() == 1 && c.kind != matches && (c.Figure == nil || !c.Figure.HasNumber())
}

// touches reports whether a finding says anything that the question asks
// about.
func touches(q question.Question, candidates []candidate) bool {
	if len(q.Subject) == 0 {
		return true
	}
	return slices.ContainsFunc(candidates, func(c candidate) bool { return len(c.missing) < len(q.Subject) })
}

// foreign reports that a finding says all that is asked but for whom, or where:
// a word that brings a population or a place, and that no known one has.
func foreign(q question.Question, candidates []candidate) bool {
	return slices.ContainsFunc(candidates, func(c candidate) bool {
		return len(c.missing) > 0 && len(c.missing) < len(q.Subject) && !slices.ContainsFunc(c.missing, func(w string) bool { return !slices.Contains(q.Among, w) })
	})
}

// neighbours are the candidates to offer when none says every word of the
// subject: those that say the most of it first, and of these the ones about the
// people, the year and the stage that are asked. What makes a neighbour is a
// word of its own: a rise, a fall or the name of the observatory tells nothing.
func neighbours(q question.Question, candidates []candidate) []candidate {
	near := slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool {
		return !slices.ContainsFunc(q.Subject, func(w string) bool {
			return !slices.Contains(c.missing, w) && !slices.Contains(q.Change.Words, w) && !themed(c.Edition, w)
		})
	})
	lacks := func(c candidate) int { return unsaidCost*len(c.missing) + int(c.who+c.when+c.stage) }
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(lacks(a), lacks(b)) })
	return near
}

// misspelt reports whether a neighbour is what was meant, but for one word of
// three at least that nothing says, or that was read as another: "strat
// numérique transversale". A follow-up may go on from it.
func misspelt(q question.Question, candidates []candidate, c candidate) bool {
	const fewest = 3
	if len(q.Subject) < fewest || len(c.missing) != 1 {
		return false
	}
	word := c.missing[0]
	return slices.ContainsFunc(q.Corrected, func(r question.Correction) bool { return r.Read == word }) ||
		!slices.ContainsFunc(candidates, func(o candidate) bool { return !slices.Contains(o.missing, word) })
}

func who(l *data.Library, q question.Question) string {
	var names []string
	for _, id := range q.Who.Groups {
		names = append(names, l.Lexicon.Name(id))
	}
	size := q.Who.Size
	switch {
	case size.Low != 0 && size.High != 0:
		names = append(names, fmt.Sprintf("de %s à %s habitants", number(int(size.Low)), number(int(size.High))))
	case size.High != 0:
		names = append(names, fmt.Sprintf("moins de %s habitants", number(int(size.High))))
	case size.Low != 0:
		names = append(names, fmt.Sprintf("plus de %s habitants", number(int(size.Low))))
	}
	return strings.Join(names, ", ")
}

func when(q question.Question) string {
	var years []string
	for _, y := range q.Years {
		years = append(years, strconv.Itoa(y))
	}
	switch {
	case q.After != 0:
		return fmt.Sprintf("la période qui suit %d", q.After)
	case q.Horizon != 0:
		return fmt.Sprintf("l'horizon %d", q.Horizon)
	case len(years) == 0:
		return "l'édition demandée"
	}
	return join(years)
}

// asked are the years and sizes that the person typed, which an abstention
// repeats as theirs.
func asked(q question.Question) []string {
	typed := []string{number(int(q.Who.Size.Low)), number(int(q.Who.Size.High))}
	for _, y := range append(slices.Clone(q.Years), q.Horizon, q.After) {
		typed = append(typed, strconv.Itoa(y))
	}
	return typed
}

func stageName(s lexicon.Stage) string {
	for status, stage := range data.Stages {
		if stage == s {
			return statusWords[status]
		}
	}
	return "plusieurs stades à la fois"
}
