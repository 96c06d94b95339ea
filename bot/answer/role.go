package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// fitRole holds who does what to whom in the question against the finding: "la
// DSI demande aux métiers" is not told by "les métiers demandent à la DSI".
// What is not read surely on both sides tells nothing.
func fitRole(l *data.Library, q question.Question, h index.Hit) fit {
	if len(q.Deeds) == 0 {
		return matches
	}
	f := h.Finding
	r := roles{library: l, finding: f,
		told:  slices.Concat(question.Deeds(l.Lexicon, f.Statement), question.Deeds(l.Lexicon, f.Indicator)),
		sides: slices.Concat(question.Coordinated(l.Lexicon, f.Statement), question.Coordinated(l.Lexicon, f.Indicator)),
	}
	for _, asked := range q.Deeds {
		if r.unnamed(asked) || r.otherEffect(asked) || r.choosesOther(asked) {
			return conflicts
		}
		if !asked.Holds() && (r.exchanged(asked) || r.doneByAnother(asked) || r.doneToAnother(asked, h) || r.onlyDoer(asked) || r.noDeed(asked, h) || r.unrelated(q, asked, h)) {
			return conflicts
		}
	}
	return matches
}

// roles are those of one finding.
type roles struct {
	library *data.Library
	finding *data.Finding
	told    []question.Deed
	sides   [][]question.Thing
}

// unnamed reports that the finding does not say what several words of the
// question name together: "autres directions" is no "direction générale".
func (r roles) unnamed(asked question.Deed) bool {
	var said []string
	for _, t := range asked.Agents {
		for _, name := range t.Names {
			if said == nil {
				said = r.canonical()
			}
			if !slices.Contains(said, name) {
				return true
			}
		}
	}
	return false
}

// canonical are the words of all that the finding says, trade equivalents as one.
func (r roles) canonical() []string {
	f := r.finding
	texts := []string{f.Statement, f.Indicator, f.Population}
	for _, i := range f.Items {
		texts = append(texts, i.Label)
	}
	for _, i := range f.Edition.Indicators {
		if i.Name == f.Indicator {
			texts = append(texts, i.Aliases...)
		}
	}
	var all []string
	for _, w := range lexicon.Words(strings.Join(texts, " | ")) {
		all = append(all, w.Text)
	}
	all = r.library.Lexicon.Canonical(all)
	for i, w := range all {
		all[i] = lexicon.Singular(w)
	}
	return all
}

// exchanged reports that two things stand in the finding the other way round,
// or side by side, and nowhere as the question has them.
func (r roles) exchanged(asked question.Deed) bool {
	reversed := false
	if orders(asked) || asked.Mutual() {
		return false
	}
	for _, doer := range asked.Agents {
		for _, other := range asked.Others {
			if other.Beside || other.Place || same(doer, other) {
				continue
			}
			for _, d := range r.told {
				does, undergoes := r.among(d.Agents, doer), r.among(d.Others, other)
				if does && undergoes {
					return false
				}
				if d.Receives() != asked.Receives() || (d.Felt() || asked.Felt()) && !kin(d.Verb, asked.Verb) {
					continue
				}
				turned := !d.Holds() && r.among(d.Agents, other) && r.among(d.Others, doer)
				reversed = reversed || turned
			}
			for _, side := range r.sides {
				reversed = reversed || r.among(side, doer) && r.among(side, other)
			}
		}
	}
	return reversed
}

// among reports whether one of some things, other than those that only stand
// beside, is a thing.
func (r roles) among(things []question.Thing, thing question.Thing) bool {
	return slices.ContainsFunc(things, func(t question.Thing) bool {
		return !t.Beside && !t.Place && (same(t, thing) || r.samePeople(t, thing))
	})
}

// samePeople reports whether a thing of a finding is the people that it counts,
// and the thing of a question their organisations.
func (r roles) samePeople(told, asked question.Thing) bool {
	who := func(t question.Thing) []string {
		var ids []string
		for _, m := range r.library.Lexicon.Mentions(words(t)) {
			ids = append(ids, m.ID)
		}
		return ids
	}
	counted, organisations := who(told), who(asked)
	if len(counted) == 0 || len(organisations) == 0 || slices.ContainsFunc(counted, func(id string) bool { return !slices.Contains(r.finding.Who.Groups, id) }) {
		return false
	}
	return r.library.Lexicon.Relate(lexicon.Population{Groups: organisations}, r.library.Whom(r.finding)) == lexicon.Same
}

func words(t question.Thing) []lexicon.Word {
	all := make([]lexicon.Word, len(t.Words))
	for i, w := range t.Words {
		all[i].Text = w
	}
	return all
}

// same reports whether two things may be one: one of them says all the words of
// the other.
func same(a, b question.Thing) bool {
	if len(a.Words) > len(b.Words) {
		a, b = b, a
	}
	return len(a.Words) > 0 && !slices.ContainsFunc(a.Words, func(w string) bool {
		return !slices.ContainsFunc(b.Words, func(v string) bool { return formsOfOne(v, w) })
	})
}

// formsOfOne reports two words that differ by their last letter or two at most:
// "communal" and "communaux".
func formsOfOne(a, b string) bool {
	const shortest, most = 5, 2
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= shortest && len(b)-len(a) <= most && strings.HasPrefix(b, a[:len(a)-1])
}

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
func (r roles) choosesOther(asked question.Deed) bool {
	if !asked.Who {
		return false
	}
	other := false
	for _, t := range slices.Concat(question.Holdings(r.library.Lexicon, r.finding.Statement), question.Holdings(r.library.Lexicon, r.finding.Indicator)) {
		if !doingOf(t.Noun, asked.Verb) || len(t.Of) == 0 || t.Prep[0] != "de" {
			continue
		}
		for _, object := range asked.Others {
			if !object.Direct {
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

// orders reports a deed that puts one thing before another, which a finding
// that names both in order tells.
func orders(d question.Deed) bool {
	return ordering[stemOf(d.Verb)] || slices.ContainsFunc(d.Others, func(t question.Thing) bool {
		return slices.Contains(t.Words, "devant") || slices.Contains(t.Words, "derriere")
	})
}

var ordering = map[string]bool{"devanc": true, "depass": true, "suiv": true, "su": true, "pass": true, "arriv": true, "preced": true, "ressembl": true, "class": true, "vienn": true, "est": true, "sont": true, "etai": true}

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
			if shared || kin(d.Verb, asked.Verb) {
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
	if asked.Mutual() || q.Wants != question.Statement && q.Wants != question.Which || slices.Contains(q.Subject, asked.Verb) || r.says(asked.Verb) {
		return false
	}
	for _, doer := range asked.Agents {
		for _, other := range asked.Others {
			named := func(t question.Thing) bool {
				return slices.ContainsFunc(t.Typed, func(w string) bool { return slices.Contains(q.Subject, w) })
			}
			both := slices.Concat(doer.Typed, other.Typed)
			if other.Beside || other.Place || !named(doer) || !named(other) || slices.ContainsFunc(q.Subject, func(w string) bool { return !slices.Contains(both, w) }) {
				continue
			}
			if slices.Contains(h.Elsewhere, asked.Verb) || !slices.ContainsFunc(r.told, func(d question.Deed) bool { return r.among(d.Agents, doer) && r.among(d.Others, other) }) {
				return true
			}
		}
	}
	return false
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
			return len(d.Agents) == 0 || r.among(d.Others, t) || !r.among(d.Agents, t)
		})
	})
}
