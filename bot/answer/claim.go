package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

var verdictWords = map[Verdict]string{
	Confirmed: sayConfirmed,
	Different: sayDifferent,
	Undecided: sayUndecided,
}

// verdict says what a finding makes of a claim.
// It is firm only when the claim and the finding say the same of the same
// people but for the figure, and in the same words. A claim without a figure has no verdict: the
// finding is shown, the person judges.
func verdict(l *data.Library, q question.Question, f *data.Finding, nearly bool) Verdict {
	if len(q.Focus) > 0 {
		return Undecided
	}
	if len(q.Quoted) == 0 || f.Figure == nil {
		return ""
	}
	if fitClaim(l, q, f, nearly) != matches {
		return Undecided
	}
	return compared(q.Quoted[0], *f.Figure)
}

// claimed returns the fact that a claim without a year is held against: the
// newest, unless that refutes it and an older edition published just that.
func claimed(l *data.Library, q question.Question, newest fact, sayable []candidate) fact {
	lead := newest.answers[0]
	if q.Wants != question.Check || len(q.Quoted) == 0 || len(q.Years) > 0 || q.Rank != 0 || verdict(l, q, lead, newest.nearly) != Different {
		return newest
	}
	for _, c := range sayable {
		if c.Figure != nil && c.Figure.Value != nil && lastYear(c.Finding) < lastYear(lead) && sameFigure(q.Quoted[0], *c.Figure) && verdict(l, q, c.Finding, len(c.near) > 0) == Confirmed {
			return fact{answers: []*data.Finding{c.Finding}}
		}
	}
	return newest
}

// compared says what a published figure makes of the one that is stated.
func compared(stated, published figure.Figure) Verdict {
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

// How much of what a finding says a claim says, at least.
const (
	enoughSaid = 0.6 // to be told true or false
	someSaid   = 0.5 // to be about it at all
)

// fitClaim holds what a claim says of its figure against what a finding says
// of its own: matches when both say the same of the same people, isNear when
// the claim is about the finding and says less, conflicts when the figure is of
// something else. Words that are said nearly cannot be counted: a claim that
// has some is at most about the finding. What a claim says more is told by the words that are missing.
func fitClaim(l *data.Library, q question.Question, f *data.Finding, nearly bool) fit {
	if q.Wants != question.Check || len(q.Quoted) == 0 || len(q.Focus) > 0 || f.Figure == nil || q.Claim == nil {
		return matches
	}
	claim := *q.Claim
	published, ok := question.Assert(l.Lexicon, f.Statement, f.Figure)
	if !ok || !sameScale(q.Quoted[0], *f.Figure) || !sameCounted(l, claim, published, f) || !sameUse(claim, published, f) {
		return conflicts
	}
	people := content(f.Population)
	published.Words = slices.DeleteFunc(published.Words, func(w string) bool { return saysKin(people, w) })
	named, said := namesIndicator(claim, f), share(published.Words, claim.Words)
	switch {
	case !toldApart(l, claim, published, f):
	case !nearly && (named || said >= enoughSaid && (published.Verb == "" || saysKin(claim.Words, published.Verb))):
		return matches
	case nearly, said >= someSaid, share(content(f.Indicator), claim.Words) >= someSaid:
		return isNear
	}
	return conflicts
}

// sameScale reports figures that can be compared.
func sameScale(a, b figure.Figure) bool {
	part := func(k figure.Kind) bool { return k == figure.Share || k == figure.FromTo }
	return a.Unit == b.Unit && (a.Kind == b.Kind || part(a.Kind) && part(b.Kind))
}

// sameCounted reports whether a claim is about a part of those whom the finding
// counts: the same population, or the same noun.
func sameCounted(l *data.Library, claim, published question.Assertion, f *data.Finding) bool {
	people := published.Counted == "" || len(published.Who.Groups) > 0
	switch {
	case claim.Counted == "":
		return people
	case len(claim.Who.Groups) > 0:
		return people && !published.Weighs && (l.Lexicon.Relate(claim.Who, l.Whom(f)) == lexicon.Same || l.Lexicon.Relate(claim.Who, published.Who) == lexicon.Same && len(published.Who.Groups) > 0)
	}
	return claim.Counted == published.Counted && claim.Weighs == published.Weighs
}

// sameUse reports whether claim and finding assert in the same way: as a fact
// or as an opinion, of those counted or of something else, done or to come.
func sameUse(claim, published question.Assertion, f *data.Finding) bool {
	denied := func(a, b question.Assertion) bool {
		return slices.ContainsFunc(a.Not, func(w string) bool { return saysKin(b.Words, w) && !saysKin(b.Not, w) })
	}
	switch {
	case published.That && !claim.Thinks, claim.That && !published.Thinks && f.Status != data.Perception:
		return false
	case claim.Is && !published.Is, claim.Weighs != published.Weighs:
		return false
	case claim.Later && !published.Later && f.Status != data.Planned && f.Horizon == 0:
		return false
	case denied(claim, published), denied(published, claim):
		return false
	}
	unsaid := func(w string) bool { return !says(f.Statement, w) }
	return !slices.ContainsFunc(claim.Strict, unsaid) &&
		!slices.ContainsFunc(claim.Verbs, func(w string) bool {
			return !saysKin(slices.Concat(published.Verbs, published.Words, content(f.Indicator)), w)
		})
}

// toldApart reports whether a claim says what tells a finding from another one
// on the same indicator, about the same people, in the same edition: "le budget
// baisse" and "le budget augmente".
func toldApart(l *data.Library, claim, published question.Assertion, f *data.Finding) bool {
	return !slices.ContainsFunc(l.Findings, func(g *data.Finding) bool {
		if g == f || g.Edition != f.Edition || g.Figure == nil || g.Status != f.Status || !sameScale(*f.Figure, *g.Figure) || lexicon.Fold(g.Indicator) != lexicon.Fold(f.Indicator) || linked(f, g) || linked(g, f) || l.Lexicon.Relate(l.Whom(f), l.Whom(g)) != lexicon.Same {
			return false
		}
		other := content(g.Statement)
		return !slices.ContainsFunc(published.Words, func(w string) bool { return !saysKin(other, w) && saysKin(claim.Words, w) })
	})
}

// namesIndicator reports whether a claim says every word of what is measured.
func namesIndicator(claim question.Assertion, f *data.Finding) bool {
	words := content(f.Indicator)
	return len(words) > 0 && share(words, claim.Words) == 1
}

// content are the words of a text that name a subject.
func content(text string) []string {
	var all []string
	for _, w := range lexicon.Words(text) {
		if lexicon.ClassOf(w.Text) == lexicon.Subject && w.Text[0] > '9' {
			all = append(all, w.Text)
		}
	}
	return all
}

// share is the part of some words that others say, none being nothing.
func share(words, others []string) float64 {
	if len(words) == 0 {
		return 0
	}
	said := 0
	for _, w := range words {
		if saysKin(others, w) {
			said++
		}
	}
	return float64(said) / float64(len(words))
}

func saysKin(words []string, word string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return kin(w, word) })
}

// kin reports whether two words may be forms of one, they begin by most of the
// longer, "recourir" and "recours", or say that a figure goes the same way.
func kin(a, b string) bool {
	const shortest, most = 4, 0.6
	a, b = lexicon.Singular(a), lexicon.Singular(b)
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if course := question.CourseOf(a); course != 0 && course == question.CourseOf(b) {
		return true // "monte", "augmente"
	}
	return a == b || n >= shortest && float64(n) >= most*float64(max(len(a), len(b)))
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
