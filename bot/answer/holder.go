package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// fitHolder holds whose a thing is against the finding: the priorities of
// people who answer are not told by those of others who serve them.
func fitHolder(l *data.Library, q question.Question, h index.Hit) fit {
	if len(q.Holdings) == 0 {
		return matches
	}
	f := h.Finding
	r := roles{library: l, finding: f}
	told := slices.Concat(question.Holdings(l.Lexicon, f.Statement), question.Holdings(l.Lexicon, f.Indicator))
	for _, asked := range q.Holdings {
		if q.Wants == question.Which && slices.ContainsFunc(asked.Which, func(w string) bool { return slices.Contains(h.Listed, w) }) {
			return conflicts // one of those listed does not narrow what is listed
		}
		for i, whose := range asked.Of {
			switch {
			case i > 0 && asked.Prep[i] == "de": // whose the complement is
			case slices.ContainsFunc(whose.Typed, func(w string) bool { return slices.Contains(h.Nearly, w) }):
			case q.Wants == question.Which && slices.ContainsFunc(whose.Typed, func(w string) bool { return slices.Contains(h.Listed, w) }),
				r.ofAnother(told, asked, asked.Prep[i], whose), r.onlyServed(told, asked, whose):
				return conflicts
			}
		}
	}
	return matches
}

// ofAnother reports that the finding says the same noun with complements of
// the same kind, none of which is the one asked. People who answer hold what
// the finding says of a thing, not what it says of other people.
func (r roles) ofAnother(told []question.Holding, asked question.Holding, prep string, whose question.Thing) bool {
	another := false
	for _, t := range told {
		if !kin(t.Noun, asked.Noun) {
			continue
		}
		if same(t.Whole, whose) || slices.ContainsFunc(t.Of, func(of question.Thing) bool { return sameWords(of, whose) }) {
			return false
		}
		for i, of := range t.Of {
			another = another || comparable(prep, t.Prep[i]) && (!r.counts(whose) || len(r.library.Lexicon.Mentions(words(of))) > 0)
		}
	}
	return another
}

// sameWords reports that a thing is another, or that a trade equivalent is made
// of its words: "relation usagers" says "usagers".
func sameWords(told, asked question.Thing) bool {
	return same(told, asked) || !slices.ContainsFunc(asked.Typed, func(w string) bool { return !saysKin(told.Typed, w) })
}

// comparable reports two prepositions that tell the same of a noun: whose it
// is, where, or what it bears on.
func comparable(asked, told string) bool {
	holds := map[string]bool{"de": true, "pour": true, "dans": true, "chez": true}
	return asked == told || holds[asked] && holds[told] || asked == "a" && (told == "dans" || told == "chez")
}

// onlyServed reports that the finding names people only as those to whom
// something is done: "servir l'usager", "des services aux usagers" tell nothing
// that users have or want.
func (r roles) onlyServed(told []question.Holding, asked question.Holding, whose question.Thing) bool {
	if r.counts(whose) || len(r.library.Lexicon.Mentions(words(whose))) == 0 {
		return false
	}
	served := false
	for _, t := range told {
		if of := slices.IndexFunc(t.Of, func(of question.Thing) bool { return same(of, whose) }); of >= 0 {
			if kin(t.Noun, asked.Noun) || t.Prep[of] != "a" && t.Prep[of] != "avec" {
				return false
			}
			served = true
		}
		if same(t.Whole, whose) {
			if !t.Object && !t.Tied {
				return false
			}
			served = served || t.Object
		}
	}
	return served
}

// counts reports whether a thing is those whom the finding is about.
func (r roles) counts(t question.Thing) bool {
	var who lexicon.Population
	for _, m := range r.library.Lexicon.Mentions(words(t)) {
		who.Groups = append(who.Groups, m.ID)
	}
	return who.Named() && r.library.Lexicon.Relate(who, r.library.Whom(r.finding)) == lexicon.Same
}
