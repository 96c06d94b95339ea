package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
)

// How many of the words of a question a finding must say: every word of the
// subject, if some nearly. One word changes what is counted, and a verb what is
// told: "refusés" is not what was offered.

// answers reports whether the finding may be said as the answer.
func (c candidate) answers() bool {
	return c.faults() == 0 && len(c.missing) == 0 && len(c.near) == 0 && c.themed == 0
}

// answersNearly reports whether the finding may be said when none has the very
// words: it has at least as many of them as it says in near words, or some and
// its indicator is named whole.
func (c candidate) answersNearly(q question.Question) bool {
	strict := len(q.Subject) - len(c.near) - len(c.missing) - c.themed
	if q.Demands.Has(question.Placed) {
		strict++ // it has the place that is asked
	}
	if c.themed > 0 && (strict == 0 || strict <= c.themed && q.Wants == question.Statement && !q.Demands.Has(question.Survey)) {
		return false // "les freins au numérique" are not those of one thing in it
	}
	if q.Wants.Measured() && !q.Opinion && len(c.near) > 0 && thinks(c.Finding) {
		return false // near words of what people think they do are far from what they do
	}
	if !q.Wants.Measured() && q.Wants != question.Check && q.Wants != question.Reason && !c.named && strict < leastSaid*len(c.near) {
		return false // of a statement, each near word needs two that are said
	}
	return c.faults() == 0 && len(c.missing) == 0 && (c.named && strict > 0 || 2*len(c.near) <= len(q.Subject)) && !(q.Negative && len(c.near) > 0) &&
		!slices.ContainsFunc(c.near, func(w string) bool { return slices.Contains(q.Proper, w) })
}

// mostlyAnswers reports whether a statement without a figure is what a claim is
// about, although it does not settle it: it lacks nothing but verbs, and says
// twice as many words. A noun that is not said may be the very thing, or the
// people, that is claimed.
func (c candidate) mostlyAnswers(q question.Question) bool {
	if len(c.missing) == 0 || q.Wants.Measured() || q.Negative || c.faults() > 0 || c.Figure != nil {
		return false
	}
	said := len(q.Subject) - len(c.missing)
	return said >= leastSaid*len(c.missing) && !slices.ContainsFunc(c.missing, func(w string) bool { return !slices.Contains(q.Verbs, w) || slices.Contains(c.elsewhere, w) })
}

// causal keeps the candidates that give a cause.
func causal(candidates []candidate) []candidate {
	return slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool { return !explains(c.Finding) })
}

// concessions counts the words of the subject that a finding says nearly, or
// by the name of its observatory alone.
func (c candidate) concessions() int { return c.themed + len(c.near) }

// answering returns the candidates that may be said: those that concede the
// least.
func answering(l *data.Library, q question.Question, candidates []candidate) []candidate {
	if q.Wants == question.Reason {
		candidates = causal(candidates)
	}
	var best []candidate
	for _, c := range candidates {
		switch {
		case !c.answersNearly(q), len(best) > 0 && c.concessions() > best[0].concessions():
		case len(best) > 0 && c.concessions() == best[0].concessions():
			best = append(best, c)
		case len(best) == 0 || c.concessions() < best[0].concessions():
			best = []candidate{c}
		}
	}
	if len(best) == 0 {
		if i := slices.IndexFunc(candidates, func(c candidate) bool { return c.namesOthers(l, q) }); i >= 0 {
			return candidates[i : i+1]
		}
	}
	return best
}
