package answer

import (
	"fmt"
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// fitRest holds a finding against what a message leaves unsaid: it measures
// the same thing as the finding before, or the same sort of thing, or says the
// rest of its subject. A message that names another thing with its article may
// be answered by a finding that measures just that.
func fitRest(l *data.Library, q question.Question, h index.Hit) fit {
	before, ok := l.Finding(q.Before)
	if !ok || !q.Elliptic() {
		return matches
	}
	switch f := h.Finding; {
	case f.Attribution == data.Method && before.Attribution != data.Method:
		return conflicts // how the survey was made is not what it found
	case sameMeasure(before, f), sameSort(f, q.Unsaid.Head):
		return matches
	case len(q.Unsaid.Rest) > 0 && !slices.ContainsFunc(q.Unsaid.Rest, func(w string) bool { return slices.Contains(h.Missing, w) }):
		return matches
	case q.Unsaid.Theme && (sameSort(f, q.Subject[0]) || !slices.ContainsFunc(q.Subject, func(w string) bool {
		return !says(f.Indicator, w) || contains(f.Indicator, "en "+w) // "en priorité" is no thing measured
	})):
		return matches
	case q.Unsaid.Bare && (names(q, f.Indicator) || names(q, complementOf(f))):
		return matches
	}
	return conflicts
}

// complementOf is the indicator of a finding without the noun by which it
// begins: "cloud", of "recours au cloud".
func complementOf(f *data.Finding) string {
	words := slices.DeleteFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool { return lexicon.ClassOf(w.Text) == lexicon.Function })
	if len(words) < 2 {
		return ""
	}
	return f.Indicator[words[0].End:]
}

// sameSort reports whether the indicator of a finding begins by a noun.
func sameSort(f *data.Finding, noun string) bool {
	for _, w := range lexicon.Words(f.Indicator) {
		if lexicon.ClassOf(w.Text) != lexicon.Function {
			return noun != "" && lexicon.Singular(w.Text) == lexicon.Singular(noun)
		}
	}
	return false
}

// untold says that nothing is published of what a message changed in the
// question before, and offers what was asked before and what is beside it.
func untold(l *data.Library, q question.Question) Answer {
	before, _ := l.Finding(q.Before)
	a := Answer{Kind: Abstained, Reason: NothingFound, loose: true, view: View{Lead: sayUntold}}
	if q.Wants.Measured() {
		a.Reason = NotMeasured
	}
	near := append([]*data.Finding{before}, beside(l, before)...)
	near = near[:min(len(near), maxNear)]
	a.Near = nearOf(l, near)
	heading := sayNear
	if subject := common(near); subject != "" {
		heading = fmt.Sprintf(sayNearOf, subject)
	}
	a.view.Groups = []Group{offered(heading, a.Near)}
	return a
}
