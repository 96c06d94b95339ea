package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// joint reports that a finding's figure is of several things at once, of which
// the question names only some: a share of those who have "l'IaaS ou le PaaS"
// is not that of those who have the IaaS. It needs every word asked to stand in
// the sentence: a thing that is named otherwise may be any of them. Few who have
// one or the other are few who have either: only a number is joint.
func joint(q question.Question, f *data.Finding) bool {
	if f.Figure == nil || !f.Figure.HasNumber() || figured(f) || slices.ContainsFunc(q.Subject, func(w string) bool { return !saysKin(content(f.Statement+" "+f.Indicator), w) }) {
		return false
	}
	words := lexicon.Words(f.Statement)
	_, tells := lexicon.Stages(words)
	names := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return saysKin(q.Subject, w) })
	}
	for i, w := range words {
		var one, other []string
		switch {
		case w.Text == "ou", w.Text == "et" && slices.ContainsFunc(q.Terms, func(t index.Term) bool { return exclusive[t.Text] }):
			one, other = thing(f.Statement, words, tells, i-1, -1), thing(f.Statement, words, tells, i+1, 1)
			if names(one) != names(other) && len(one) > 0 && len(other) > 0 {
				return true
			}
		case including[w.Text]:
			one = thing(f.Statement, words, tells, i-1, -1)
			other = thing(f.Statement, words, tells, i-1-len(one), -1)
			if names(one) && !names(other) {
				return true
			}
		}
	}
	return false
}

// exclusive words ask for those who have one thing and not the other.
var exclusive = map[string]bool{"seulement": true, "uniquement": true, "exclusivement": true}

var including = map[string]bool{"compris": true, "comprise": true, "comprises": true}

// thing returns the words in a row that name a thing from a place on, or back:
// small words may lead there, a comma or another small word ends it. None when
// they tell how far a thing has gone, "ou le prévoient".
func thing(text string, words []lexicon.Word, tells []bool, i, step int) []string {
	var named []string
	for ; i >= 0 && i < len(words); i += step {
		if k := max(i, i-step); step > 0 && strings.ContainsAny(text[words[i-1].End:words[i].Start], ",;:") || step < 0 && strings.ContainsAny(text[words[i].End:words[k].Start], ",;:") && len(named) > 0 {
			return named
		}
		switch class := lexicon.ClassOf(words[i].Text); {
		case tells[i]:
			return nil
		case class == lexicon.Function && (step > 0 && len(named) == 0):
			continue
		case class != lexicon.Subject:
			return named
		}
		named = append(named, words[i].Text)
	}
	return named
}

// aside reports that a finding says some word of the question only in what its
// figure brings about: "150 métiers, ce qui rend la tâche de la DSI ardue"
// counts nothing at the DSI.
func aside(q question.Question, f *data.Finding) bool {
	at := strings.Index(f.Statement, ", ce qu")
	if f.Figure == nil || at < 0 {
		return false
	}
	said := content(f.Statement[:at] + " " + f.Indicator + " " + f.Population)
	effect := content(f.Statement[at:])
	return slices.ContainsFunc(q.Subject, func(w string) bool { return saysKin(effect, w) && !saysKin(said, w) })
}
