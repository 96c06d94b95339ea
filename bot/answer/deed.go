package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data/lexicon"
	"constat/index"
)

// What is done, and by whom, as roles holds it against a finding.

// otherEffect reports that the effect of one thing on another is asked, and
// that the finding tells of none: the word itself is a light one.
func (r roles) otherEffect(asked question.Deed) bool {
	if !asked.Noun || !effectNouns[asked.Verb] || len(asked.Agents) == 0 {
		return false
	}
	return !slices.ContainsFunc(r.told, func(d question.Deed) bool {
		return r.among(d.Agents, asked.Agents[0]) && slices.ContainsFunc(asked.Others, func(t question.Thing) bool { return r.among(d.Others, t) })
	})
}

var effectNouns = map[string]bool{"effet": true, "impact": true, "influence": true, "consequence": true}

// choosesOther reports that "qui" asks who does something to a thing, and that
// the finding names that doing by a noun, of another thing: "le choix des
// achats", for who chooses the volunteers.
func (r roles) choosesOther(asked question.Deed, h index.Hit) bool {
	if !asked.Who && len(asked.Agents) == 0 || asked.Noun {
		return false
	}
	other := false
	for _, t := range r.holdings() {
		if !doingOf(t.Noun, asked.Verb) || len(t.Of) == 0 || t.Prep[0] != "de" || r.among(asked.Agents, t.Of[0]) {
			continue
		}
		for _, object := range asked.Others {
			if !object.Direct || r.saysOtherwise(h, object) {
				continue
			}
			if slices.ContainsFunc(t.Of, func(of question.Thing) bool { return sameWords(of, object) }) {
				return false
			}
			other = true
		}
	}
	return other
}

// doingOf reports whether a noun is that of doing what a verb says.
func doingOf(noun, verb string) bool {
	const enough = 4 // letters: "choi"
	return nominalises(noun, verb) || len(verb) >= enough && strings.HasPrefix(noun, verb[:enough]) && len(noun) <= len(verb)
}

// doneByAnother reports that the finding tells of another one that he does to
// the same thing what the question asks of a doer who, in it, only stands as
// an object.
func (r roles) doneByAnother(asked question.Deed) bool {
	for _, doer := range asked.Agents {
		if slices.ContainsFunc(r.told, func(d question.Deed) bool { return r.among(d.Agents, doer) }) {
			return false
		}
		for _, d := range r.told {
			if len(d.Agents) == 0 || d.Noun || d.Receives() != asked.Receives() || !r.among(d.Others, doer) {
				continue
			}
			shared := slices.ContainsFunc(asked.Others, func(t question.Thing) bool { return t.Direct && r.among(d.Others, t) })
			if shared && !r.measured || kin(d.Verb, asked.Verb) {
				return true
			}
		}
	}
	return false
}

// doneToAnother reports that the finding says what the question's doer does, by
// the same verb, to another thing than the one asked.
func (r roles) doneToAnother(asked question.Deed, h index.Hit) bool {
	for _, object := range asked.Others {
		if !object.Direct || asked.Noun || r.saysOtherwise(h, object) {
			continue
		}
		another := false
		for _, d := range r.told {
			switch {
			case r.among(d.Others, object) && kin(d.Verb, asked.Verb):
				return false
			case !kin(d.Verb, asked.Verb) || d.Noun:
			case slices.ContainsFunc(d.Others, func(t question.Thing) bool { return t.Direct && !same(t, object) }):
				another = another || slices.ContainsFunc(asked.Agents, func(t question.Thing) bool { return r.among(d.Agents, t) })
			}
		}
		if another {
			return true
		}
	}
	return false
}

// noDeed reports that the finding has only a noun or an adjective that looks
// like the verb of the question: "la direction des finances" finances nothing.
func (r roles) noDeed(asked question.Deed, h index.Hit) bool {
	if asked.Noun || len(asked.Agents) == 0 || slices.Contains(h.Missing, asked.Verb) || slices.Contains(h.Nearly, asked.Verb) {
		return false
	}
	looks := false
	for _, w := range slices.Concat(content(r.finding.Statement), content(r.finding.Indicator)) {
		rest, alike := strings.CutPrefix(w, stemOf(asked.Verb))
		switch {
		case alike && slices.Contains(nounEndings, rest):
			looks = true
		case alike, kin(w, asked.Verb):
			return false
		}
	}
	return looks
}

// nounEndings end, folded, the nouns and adjectives that share the root of a
// verb and are neither its doing nor a form of it: "finances", "financière".
var nounEndings = []string{"es", "ier", "iers", "iere", "ieres", "eur", "eurs"}

// unrelated reports that the question asks what one thing does to another and
// nothing more, by a verb that says little ("que demande la DSI aux élus ?"),
// and that the finding, which names both, does not say that verb: what it tells
// is something else when other findings are on what the verb says, or when it
// has not the one do anything to the other.
func (r roles) unrelated(q question.Question, asked question.Deed, h index.Hit) bool {
	if asked.Mutual() || q.Wants != question.Statement && q.Wants != question.Which || slices.Contains(q.Subject, asked.Verb) && !slices.Contains(h.Nearly, asked.Verb) || !slices.Contains(h.Nearly, asked.Verb) && r.says(asked.Verb) {
		return false
	}
	for _, doer := range asked.Agents {
		for _, other := range asked.Others {
			named := func(t question.Thing) bool {
				return slices.ContainsFunc(t.Typed, func(w string) bool { return slices.Contains(q.Subject, w) })
			}
			both := slices.Concat(doer.Typed, other.Typed, []string{asked.Verb})
			near := slices.Contains(h.Nearly, asked.Verb) && len(r.library.Lexicon.Mentions(words(doer))) == 0
			if other.Beside || other.Place || near || !named(doer) || !named(other) || slices.ContainsFunc(q.Subject, func(w string) bool { return !slices.Contains(both, w) }) {
				continue
			}
			if r.has(doer, other) {
				return false
			}
			if slices.Contains(h.Elsewhere, asked.Verb) || !slices.ContainsFunc(r.told, func(d question.Deed) bool { return r.among(d.Agents, doer) && r.among(d.Others, other) }) {
				return true
			}
		}
	}
	return false
}

// has reports that the finding speaks of what one thing has: "difficultés de
// l'open data", for the difficulties that it makes.
func (r roles) has(doer, other question.Thing) bool {
	return slices.ContainsFunc(r.holdings(), func(t question.Holding) bool {
		return len(other.Words) > 0 && kin(t.Noun, other.Words[0]) && slices.ContainsFunc(t.Of, func(of question.Thing) bool { return same(of, doer) })
	})
}

func (r roles) holdings() []question.Holding {
	return slices.Concat(question.Holdings(r.library.Lexicon, r.finding.Statement), question.Holdings(r.library.Lexicon, r.finding.Indicator))
}

// says reports whether the finding has a form of a verb, or a word that the
// lexicon puts near it.
func (r roles) says(verb string) bool {
	said := slices.Concat(content(r.finding.Statement), content(r.finding.Indicator))
	if saysKin(said, verb) {
		return true
	}
	for _, list := range r.library.Lexicon.Near() {
		var near []string
		for _, saying := range list {
			if len(saying) == 1 {
				near = append(near, saying[0].Text)
			}
		}
		if saysKin(near, verb) && slices.ContainsFunc(near, func(w string) bool { return saysKin(said, w) }) {
			return true
		}
	}
	return false
}

// saysOtherwise reports that a finding says a thing by other words: by near
// ones, or by another name of its indicator.
func (r roles) saysOtherwise(h index.Hit, t question.Thing) bool {
	if slices.ContainsFunc(t.Typed, func(w string) bool { return slices.Contains(h.Nearly, w) }) {
		return true
	}
	said := content(r.finding.Statement)
	lacks := func(w string) bool { return lexicon.ClassOf(w) == lexicon.Subject && !saysKin(said, w) }
	return slices.ContainsFunc(t.Typed, lacks) && !slices.ContainsFunc(t.Typed, func(w string) bool { return slices.Contains(h.Missing, w) })
}

// onlyDoer reports that "qui" asks for who does it to those who, in the
// finding, are the only ones that do anything: "les refuges ont reçu des dons"
// tells nobody who gave.
func (r roles) onlyDoer(asked question.Deed) bool {
	if !asked.Who || len(r.told) == 0 {
		return false
	}
	return slices.ContainsFunc(asked.Others, func(t question.Thing) bool {
		return !t.Within && !t.Beside && (!t.Direct || len(r.library.Lexicon.Mentions(words(t))) > 0) && !slices.ContainsFunc(r.told, func(d question.Deed) bool {
			return len(d.Agents) == 0 && !d.Aim || d.Holds() || r.among(d.Others, t) || !r.among(d.Agents, t)
		})
	})
}
