package question

import (
	"slices"

	"constat/data"
	"constat/data/lexicon"
)

// pick reads a message that asks for a finding that was offered or said: a
// click (no text), "la première", "les communes", "oui", "la source ?". What
// it shows is in Show, or in Offered when the message does not tell which.
func (r *Reader) pick(s *sentence, q Question, state State) (Question, bool) {
	shown := Question{Text: q.Text, Corrected: q.Corrected, spelt: q.spelt, Followed: true}
	show := func(id string, state State) (Question, bool) {
		shown.Show = id
		return shown.framed(state), true
	}
	choose := func(ids []string) (Question, bool) {
		if len(ids) == 1 {
			return show(ids[0], r.toward(state, ids[0]))
		}
		shown.Offered = ids
		return shown.framed(state), true
	}
	switch {
	case len(state.Findings) == 0:
		return q, false
	case len(s.words) == 0 && (len(state.Findings) == 1 || !state.Offered):
		shown.Sources = state.Sources
		return show(state.Findings[0], state)
	case len(s.words) == 0:
		return choose(state.Findings)
	case !state.Offered:
		n, ok := s.choice(1)
		switch {
		case r.asksRank(q, state): // the list says who is where
			return show(state.Findings[0], state)
		case ok && n == 1, s.asksSource(q):
			shown.Sources = !ok
			return show(state.Findings[0], state)
		case q.Wants == Date && !s.says("depuis") && !s.due() && q.About == "" && len(q.Subject) == 0 && !q.names(): // "c'était quand ?"
			return show(state.Findings[0], state)
		case ok: // "la deuxième", of one
			shown.Wants = Nothing
			return shown, true
		}
		return q, false
	}
	if n, ok := s.choice(len(state.Findings)); ok && n <= len(state.Findings) {
		return show(state.Findings[n-1], r.toward(state, state.Findings[n-1]))
	} else if ok && len(state.Findings) == 1 { // there is no second one
		shown.Offered = state.Findings
		return shown.framed(state), true
	} else if ok || s.asksOther(q) || s.asksSource(q) {
		return choose(state.Findings)
	}
	named := r.named(s, q, state)
	if state.Near && q.names() {
		if named = slices.DeleteFunc(named, func(id string) bool { return !r.nearlyFits(q, state, id) }); len(named) > 1 {
			return q, false
		}
	}
	switch {
	case len(named) == 1:
		return show(named[0], r.toward(state, named[0]))
	case len(named) > 1:
		return choose(named)
	}
	return q, false
}

// asksRank reports that a message asks for another rank of the list that was
// told: "et en deuxième ?", "et le deuxième frein ?".
func (r *Reader) asksRank(q Question, state State) bool {
	f, ok := r.library.Finding(state.Findings[0])
	if !ok || len(q.Subject) == 0 || !slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Rank != 0 }) {
		return false
	}
	ranks := func(w string) bool { _, ok := lexicon.Ordinal(w); return ok }
	return slices.ContainsFunc(q.Subject, ranks) &&
		!slices.ContainsFunc(q.Subject, func(w string) bool { return !ranks(w) && !rankFillers[w] && !r.index.Says(f, w) })
}

var rankFillers = set("juste position place rang")

// framed puts a conversation's frame under what is shown.
func (q Question) framed(s State) Question {
	q.Wants, q.Who, q.Years, q.Rank, q.Horizon, q.Stage, q.Negative, q.Opinion = s.Wants, s.Who, s.Years, s.Rank, s.Horizon, s.Stage, s.Negative, s.Opinion
	if q.Wants == "" {
		q.Wants = Statement
	}
	return q
}

// named are the offered findings that a short message names by what tells
// them apart: "oui", "les communes", "celle de 2016", "ceux qui prévoient".
func (r *Reader) named(s *sentence, q Question, state State) []string {
	agrees := s.says("d", "accord")
	if s.has(yes) && len(s.words) <= mostYes && !q.names() || s.has(gladly) && !q.names() || agrees && s.remark() == noted {
		return state.Findings
	}
	if _, shifts := s.shift(); shifts || !q.names() || q.Wants != Statement || len(q.Subject) > maxFragment {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(state.Findings), func(id string) bool {
		f, ok := r.library.Finding(id)
		return !ok || q.Who.Named() && r.library.Lexicon.Relate(q.Who, r.library.Whom(f)) != lexicon.Same ||
			slices.ContainsFunc(q.Years, func(y int) bool { return !slices.Contains(f.About(), y) && f.Edition.Year != y }) ||
			q.Rank != 0 && !r.library.Ranked(q.Rank, f.Edition) ||
			q.Horizon != 0 && f.Horizon != q.Horizon ||
			q.Negative && !f.Denies || q.Stage != 0 && !q.Negative && data.Stages[f.Status] != q.Stage ||
			len(q.Subject) > 0 && !r.index.Says(f, q.Subject...)
	})
}

// nearlyFits reports whether a neighbour whose population is named fits what
// was asked, as the message changes it, but for a stage that covers the one
// asked: "adopté ou prévu". It was offered as such, and is what is meant. Of
// any other neighbour, the message changes a slot of what was asked.
func (r *Reader) nearlyFits(q Question, state State, id string) bool {
	f, ok := r.library.Finding(id)
	if !ok || !q.Who.Named() {
		return false
	}
	years, stage := q.Years, q.Stage|state.Stage
	if len(years) == 0 && q.Rank == 0 {
		years = state.Years
	}
	covers := data.Stages[f.Status]
	return r.library.Lexicon.Relate(q.Who, r.library.Whom(f)) == lexicon.Same && f.Denies == (q.Negative || state.Negative) &&
		!slices.ContainsFunc(years, func(y int) bool { return !slices.Contains(f.About(), y) }) &&
		stage != 0 && covers != stage && covers&stage == stage
}

// mostYes is how many words an agreement has at most: "oui s'il vous plaît"
// has five.
const mostYes = 5

var (
	yes    = set("oui ouais ok daccord")
	gladly = set("volontiers voir montre montrez vas allez")
)

// names reports whether a message says anything that tells findings apart.
func (q Question) names() bool {
	return q.Who.Named() || len(q.Years) > 0 || q.Rank != 0 || q.Horizon != 0 || q.Stage != 0 || q.Negative || len(q.Subject) > 0
}

// asksSource reports that the person wants to know where what was said is
// printed.
func (s *sentence) asksSource(q Question) bool {
	if _, shifts := s.shift(); shifts || q.Who.Named() || len(q.Years) > 0 || q.Stage != 0 {
		return false
	}
	for _, w := range q.Subject {
		if !sourceWords[w] && !saidWords[w] {
			return false
		}
	}
	return s.has(sourceWords) || slices.ContainsFunc(sourceAsked, func(run []string) bool { return s.says(run...) })
}

var (
	sourceWords = set("source sources lien liens reference references article page url adresse publication provenance origine document telecharger telechargement")
	saidWords   = set("chiffre chiffres resultat resultats info information informations svp stp etude etudes rapport enquete")
	sourceAsked = phrases("d ou ca vient", "d ou vient", "d ou tirez", "d ou tenez", "d ou sort", "ou est ce ecrit", "ou c est ecrit", "c est ecrit ou", "qui dit ca", "qui le dit", "qui l a dit",
		"dit par qui", "ou est ce publie", "ou c est publie", "c est publie ou", "ou trouver", "ou lire", "ou peut on lire", "ou puis je lire", "dans quel document", "dans quelle publication")
)

// downloads reports that the person wants the whole study, when nothing was said
// whose source could be given.
func (s *sentence) downloads(q Question) bool {
	return s.has(wholeStudy) && s.asksSource(q)
}

var wholeStudy = set("telecharger telechargement")

// asksOther reports that the person wants what else there is: "et sinon ?",
// "autre chose ?".
func (s *sentence) asksOther(q Question) bool {
	return !q.Who.Named() && len(q.Years) == 0 && q.After == 0 && q.Stage == 0 && len(q.Besides) == 0 && !slices.ContainsFunc(q.Subject, func(w string) bool { return !otherWords[w] }) &&
		(slices.ContainsFunc(otherAsked, func(run []string) bool { return s.says(run...) }))
}

var (
	otherWords = set("autre autres chose choses sinon encore reste plus rien tout chiffre chiffres sujet savoir details detail infos informations developpe developpez developper")
	otherAsked = phrases("sinon", "autre chose", "quoi d autre", "qui d autre", "lesquels d autre", "lesquelles d autre", "rien d autre", "d autres chiffres", "d autre chiffres", "autres chiffres", "et encore", "c est tout", "et apres", "quoi encore", "quelque chose d autre", "d autres", "m en plus", "nous en plus", "en savoir plus", "plus de details", "plus de detail", "plus d infos", "plus d informations", "developpe", "developpez", "developper")
)

// choice reads "la première", "le 2", "2", "la dernière" of so many.
func (s *sentence) choice(many int) (int, bool) {
	var rest []string
	for _, w := range s.words {
		if !choiceFillers[w.Text] {
			rest = append(rest, w.Text)
		}
	}
	if len(rest) != 1 {
		return 0, false
	}
	if n, ok := lexicon.Ordinal(rest[0]); ok {
		return n, true
	}
	if rest[0] == "derniere" || rest[0] == "dernier" {
		return many, true
	}
	if len(rest[0]) == 1 && rest[0][0] >= '1' && rest[0][0] <= '9' {
		return int(rest[0][0] - '0'), true
	}
	return 0, false
}

var choiceFillers = set("la le l option choix numero n o reponse svp stp merci plutot celle celui alors euh")
