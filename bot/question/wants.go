package question

import (
	"slices"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// wants reads what kind of thing would answer. The first rule that speaks
// wins: the surest come first.
func (s *sentence) wants() Wants {
	switch {
	case s.reads >= 0:
		return Statement
	case s.has(conflictWords), s.hesitates(), s.disagrees():
		return Conflict
	case s.claims():
		return Check
	case s.said != nil:
		return Person
	case s.asksDate():
		return Date
	case s.has(shareWords), s.asksPart(), s.barePercent():
		return Share
	case s.has(amountWords) && !s.countsWho(), s.says("quelle", "somme"):
		return Amount
	case s.has(figureWords), s.asksMeasure(), s.has(numberWords), s.asksNumber():
		return Number
	case s.asksPlace():
		return Place
	case s.has(reasonWords), s.says("comment", "expliquer"), s.says("comment", "explique"), s.says("comment", "expliquez"):
		return Reason
	case s.asksAll():
		return Overview
	case s.asksWho():
		return Person
	case s.says("la", "liste"), s.says("une", "liste"), s.says("enumerer"), s.says("listez"), s.says("liste", "des"):
		return List
	case s.asksNames():
		return List
	case s.asksDegree(), s.asksPlaceOf():
		return Statement
	case s.asksWhich():
		return Which
	}
	return Statement
}

var (
	or    = set("ou")
	among = set("parmi")
)

// starts reports whether a word is the first of its clause.
func (s *sentence) starts(i int) bool {
	return i == 0 || strings.ContainsAny(s.text[s.words[i-1].End:s.words[i].Start], ",;:.?!")
}

func (s *sentence) asksWho() bool {
	for i, w := range s.words {
		if w.Text != "qui" {
			continue
		}
		before := s.at(i - 1)
		if i == 0 || before == "par" || before == "avec" || before == "pour" && i == 1 || before == "a" || before == "et" || before == "ok" || before == "sinon" || lexicon.ClassOf(before) == lexicon.Asking || before == "de" {
			return !s.says("qu", "est", "ce", "qui") // "qu'est-ce qui freine"
		}
	}
	return s.says("quel", "cabinet") || s.says("quel", "organisme") || s.says("quels", "profils")
}

// asksNames reports "quelles communes", which only a list of them answers.
func (s *sentence) asksNames() bool {
	return slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool {
		return !s.lexicon.Group(m.ID).Counted && (s.at(m.Start-1) == "quelles" || s.at(m.Start-1) == "quels")
	})
}

// asksDegree reports "dans quelle mesure", which a figure answers as well as a
// statement.
func (s *sentence) asksDegree() bool {
	return slices.ContainsFunc(degrees, func(run []string) bool { return s.says(run...) })
}

var degrees = phrases("dans quelle mesure", "a quel point", "jusqu a quel point", "dans quelles mesures")

// asksWhich tells "quels animaux", "dans quoi", which ask for names, from
// "quel est le budget".
func (s *sentence) asksWhich() bool {
	for i := range s.words {
		switch s.at(i) {
		case "quel", "quelle", "quels", "quelles":
			if next := s.at(i + 1); lexicon.ClassOf(next) == lexicon.Subject || lexicon.ClassOf(next) == lexicon.Light || next == "sont" {
				return true
			}
		case "lequel", "laquelle", "lesquels", "lesquelles":
			return true
		case "quoi":
			return !giving[s.at(i-1)] && s.at(i-1) != "est" // "ça donne quoi", "c'est quoi le …"
		}
	}
	return false
}

// giving verbs ask for whatever there is: "ça donne quoi".
var giving = set("donne donnait dit disait raconte")

// claims reports whether the person states something to be confirmed.
func (s *sentence) claims() bool {
	if s.has(claimWords) || s.says("c", "est", "bien") || s.says("est", "ce", "vrai") || s.says("est", "il", "vrai") || s.says("on", "me", "dit") || s.says("on", "m", "a", "dit") || s.says("n", "est", "ce", "pas") || s.says("c", "juste") || s.says("c", "bien", "ca") || s.says("me", "trompe") || s.says("soutient", "que") || s.says("pretend", "que") ||
		s.says("j", "ai", "lu") || s.says("il", "parait") {
		return true
	}
	last := s.at(len(s.words) - 1)
	if len(s.words) > 3 && (last == "non" || last == "exact" || last == "si" || last == "ca" && s.says("c", "est", "ca")) {
		return true
	}
	// "La majorité des communes a-t-elle un site ?"
	return len(s.figures) > 0 && s.figures[0].Kind == figure.Share && s.inverted() && !s.has(questionWords)
}

// asksAll reports that the person wants whatever there is on a subject.
func (s *sentence) asksAll() bool {
	for _, opening := range overviews {
		if s.says(opening...) {
			return true
		}
	}
	return s.has(summaries)
}

// summaries are what sums up all there is: no finding says them.
var summaries = set("resumer resumez resume recapituler recapitulez recap synthese panorama enseignement enseignements")

var overviews = phrases("qu avez vous", "que avez vous", "qu est ce que vous avez", "vous avez quoi", "que sait on", "que dit", "que disent", "que disait", "que disaient",
	"parlez moi", "parle moi", "tout sur", "tout ce que", "infos sur", "info sur", "quoi sur", "quoi de neuf", "resume", "que savez vous", "que trouve t on", "y a t il des")

// member reports that the person asks whether something is in a list.
func (s *sentence) member() bool {
	return s.has(among) || s.says("fait", "partie") || s.says("font", "partie") || s.says("fait", "elle", "partie") || s.says("fait", "il", "partie") || s.says("font", "elles", "partie") || s.says("font", "ils", "partie") || s.says("est", "elle", "cite") || s.says("dans", "le", "trio") ||
		s.says("dans", "la", "liste") || s.says("dans", "le", "classement") || s.says("dans", "le", "top") || s.says("figure", "t") || s.says("figurent", "t")
}

var (
	claimWords    = set("confirmez confirmes confirmer vrai faux pareil correct")
	questionWords = set("quel quelle quels quelles combien cb qui quand pourquoi comment")
)

// inverted reports a verb before its pronoun ("a-t-elle", "ont-ils") or
// "est-ce que".
func (s *sentence) inverted() bool {
	if s.says("est", "ce", "que") || s.says("est", "ce", "qu") {
		return true
	}
	for i := 1; i < len(s.words); i++ {
		w := s.words[i]
		if (w.Text == "il" || w.Text == "elle" || w.Text == "ils" || w.Text == "elles" || w.Text == "on" || w.Text == "t") && w.Start > 0 && s.text[w.Start-1] == '-' {
			return true
		}
	}
	return false
}
