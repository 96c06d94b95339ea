package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// How many of the words of a question a finding must say. A figure is said only
// when every word of the subject is: one word changes what is counted. People
// put more words into a question than a sentence holds, so a statement without
// a figure may lack some, but never a word that names something else.

// answers reports whether the finding may be said as the answer.
func (c candidate) answers() bool {
	return c.faults() == 0 && len(c.missing) == 0 && len(c.near) == 0
}

// answersNearly reports whether the finding may be said when none has the very
// words: it has at least as many of them as it says in near words.
func (c candidate) answersNearly(q question.Question) bool {
	return c.faults() == 0 && len(c.missing) == 0 && 2*len(c.near) <= len(q.Subject) && !(q.Negative && len(c.near) > 0) &&
		!slices.ContainsFunc(c.near, func(w string) bool { return slices.Contains(q.Proper, w) })
}

// mostlyAnswers reports whether a statement without a figure says enough of the
// question to answer it when nothing says all: twice as many words as it lacks,
// and one more, unless what it lacks is a verb.
func (c candidate) mostlyAnswers(q question.Question) bool {
	if q.Wants.Measured() || q.Negative || c.faults() > 0 || c.Figure != nil {
		return false
	}
	said, lacks := len(q.Subject)-len(c.missing), len(c.missing)
	if slices.ContainsFunc(c.missing, func(w string) bool {
		return slices.Contains(q.Proper, w) || slices.Contains(c.elsewhere, w) && !(c.first && lacks == 1 && said-len(c.near) > leastSaid) || w[0] <= '9'
	}) {
		return false
	}
	if lacks == 1 && len(c.near) == 0 && verbal(c.missing[0]) {
		return said >= leastSaid
	}
	return said > leastSaid*lacks
}

// verbal reports a word that is a form of a verb by its ending and can hardly
// be a noun or an adjective: what is lacking then is how the thing is said, not
// the thing.
func verbal(w string) bool {
	const shortest = 5
	if len(w) < shortest || lexicon.ClassOf(w) != lexicon.Subject {
		return false
	}
	return slices.ContainsFunc(verbEndings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// verbEndings are those of finite forms: infinitives look like nouns
// ("métier"), participles are adjectives that restrict ("sécurisé").
var verbEndings = strings.Fields("aient issent erait eraient eront irait iront ait ez")

// concessions is what it costs to say a finding although it lacks words of the
// subject: a near word is half of a word that is not said at all.
func (c candidate) concessions() int { return len(c.near) + 2*len(c.missing) }

// answering returns the candidates that may be said: those that concede the
// least. A figure, or a claim, is told only when every word is said, if nearly.
func answering(l *data.Library, q question.Question, candidates []candidate) []candidate {
	strict := q.Wants == question.Check || q.Wants == question.Overview // a claim is told as unconfirmed, an overview tells only what is asked
	var best []candidate
	for _, c := range candidates {
		switch {
		case !c.answersNearly(q) && (strict || !c.mostlyAnswers(q)), len(best) > 0 && c.concessions() > best[0].concessions():
		case len(best) > 0 && c.concessions() == best[0].concessions() && len(c.missing) == 0:
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
