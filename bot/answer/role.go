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
	r := roles{library: l, finding: f, measured: q.Wants.Measured() && !q.Grows,
		told:  slices.Concat(question.Deeds(l.Lexicon, f.Statement), question.Deeds(l.Lexicon, f.Indicator)),
		sides: slices.Concat(question.Coordinated(l.Lexicon, f.Statement), question.Coordinated(l.Lexicon, f.Indicator)),
	}
	for _, asked := range q.Deeds {
		if asked.Aim {
			if r.aimsElsewhere(asked, h) {
				return conflicts
			}
			continue
		}
		if r.unnamed(asked) || r.countsOther(asked) || r.otherEffect(asked) || r.choosesOther(asked, h) {
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
	library  *data.Library
	finding  *data.Finding
	measured bool // a figure is asked, of no growth: another verb may well say the same
	told     []question.Deed
	sides    [][]question.Thing
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
			if other.Beside || same(doer, other) {
				continue
			}
			for _, d := range r.told {
				does, undergoes := r.among(d.Agents, doer), r.among(d.Others, other)
				if does && undergoes {
					return false
				}
				alike := kin(d.Verb, asked.Verb)
				if d.Receives() != asked.Receives() || (d.Felt() || asked.Felt()) && !alike {
					continue
				}
				if !r.among(d.Agents, other) {
					continue
				}
				turned := (alike || !r.measured || asked.Noun || d.Noun) && !d.Holds() && !other.Place && r.among(d.Others, doer)
				suffers := alike && !d.Noun && other.Direct && !does // what does it in the finding is what it is done to
				reversed = reversed || turned || suffers
			}
			for _, side := range r.sides {
				reversed = reversed || !other.Place && r.among(side, doer) && r.among(side, other)
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

// orders reports a deed that puts one thing before another, which a finding
// that names both in order tells.
func orders(d question.Deed) bool {
	return ordering[stemOf(d.Verb)] || slices.ContainsFunc(d.Others, func(t question.Thing) bool {
		return slices.Contains(t.Words, "devant") || slices.Contains(t.Words, "derriere")
	})
}

var ordering = map[string]bool{"devanc": true, "depass": true, "suiv": true, "preced": true}
