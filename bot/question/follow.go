package question

import (
	"cmp"
	"slices"
	"strings"

	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// follow reads a message as the next turn of a conversation, when it is one:
// what it names changes, all else is kept. A new subject is left as it was
// read, and inherits nothing.
func (r *Reader) follow(s *sentence, q Question, state State) Question {
	if len(state.Findings) > 0 {
		if id, ok := s.picks(r.library, q, state); ok {
			q.Wants, q.Show = Shown, id
			if f, ok := r.library.Finding(id); ok && !q.Who.Named() {
				q.Who = f.Who // the next turn goes on about them
			}
			return q
		}
	}
	if !r.goesOn(s, q, state) {
		return q
	}
	before := r.before(state)
	said := q.Subject
	q.Subject = append(slices.Clone(before.Subject), said...)
	q.Terms = append(slices.Clone(before.Terms), q.Terms...)
	q.Topic = strings.TrimSpace(before.Topic + " " + q.Topic)
	q.Text, q.spelt = before.Topic+" "+q.Text, before.Topic+" "+q.spelt
	if q.Wants == Statement || q.Wants == Nothing {
		q.Wants = cmp.Or(state.Wants, Statement)
	}
	if q.About == "" && len(said) == 0 {
		q.About = state.About
	}
	if !q.Who.Named() {
		q.Who.Groups = state.Who
	}
	if q.Stage != 0 && q.Stage != state.Stage {
		q.Negative = q.Negative && state.Negative
	} else {
		q.Stage = state.Stage
		q.Negative = q.Negative || state.Negative && len(said) == 0
		if q.Horizon == 0 && len(q.Years) == 0 {
			q.Horizon = state.Horizon
		}
	}
	if shift, ok := s.shift(); ok {
		if y := r.yearOf(state); y != 0 {
			q.Years = []int{y + shift}
		}
	} else if len(q.Years) == 0 && q.Rank == 0 {
		q.Years = state.Years
	}
	if s.says("meme", "annee") && len(state.Years) == 0 {
		q.Partly = true // nobody said which
	}
	if s.says("les", "autres") || s.says("le", "reste") {
		q.Partly = true // the complement of what was said
	}
	q.Followed = true
	return q
}

// goesOn reports that the message continues the answer: it names no subject,
// points back, or adds a word that another finding of the same indicator says.
func (r *Reader) goesOn(s *sentence, q Question, state State) bool {
	if q.About != "" || s.greets() || s.advice() {
		return false
	}
	if s.continues(len(q.Subject)) || len(q.Subject) == 0 {
		return true
	}
	fragment := len(q.Subject) <= maxFragment && (continuations[s.at(0)] || len(s.words) <= maxFragment)
	return fragment && !s.says("sinon") && r.siblingSays(state, q.Subject)
}

// maxFragment is how many subject words a message has at most that only adds
// to the last one: "et en baisse ?".
const maxFragment = 2

// siblingSays reports whether a finding of the same indicator says the words.
func (r *Reader) siblingSays(state State, words []string) bool {
	lead := r.lead(state)
	if lead == nil || lead.Indicator == "" {
		return false
	}
	for _, f := range r.library.Findings {
		if lexicon.Fold(f.Indicator) == lexicon.Fold(lead.Indicator) && r.index.Says(f, words...) {
			return true
		}
	}
	return false
}

// lead is the first finding of a state, or nil.
func (r *Reader) lead(state State) *data.Finding {
	if len(state.Findings) == 0 {
		return nil
	}
	f, _ := r.library.Finding(state.Findings[0])
	return f
}

// before rebuilds the subject of the answer that is continued, from the
// indicator of its first finding.
func (r *Reader) before(state State) Question {
	var q Question
	lead := r.lead(state)
	if lead == nil {
		return q
	}
	q.Topic = lead.Indicator
	for _, w := range lexicon.Words(lead.Indicator) {
		if class := lexicon.ClassOf(w.Text); class != lexicon.Function && class != lexicon.Asking {
			q.Terms = append(q.Terms, index.Term{Text: w.Text, Weight: 1})
			if class == lexicon.Subject {
				q.Subject = append(q.Subject, w.Text)
			}
		}
	}
	return q
}

// yearOf is the year from which relative years count.
func (r *Reader) yearOf(state State) int {
	if len(state.Years) > 0 {
		return state.Years[len(state.Years)-1]
	}
	if lead := r.lead(state); lead != nil {
		return lead.Edition.Year
	}
	return 0
}

// shift reads a year relative to the last one: "l'année suivante", "trois ans
// plus tard", "l'édition précédente".
func (s *sentence) shift() (int, bool) {
	for i := range s.words {
		switch w := s.at(i); {
		case w == "meme" && s.at(i+1) == "annee":
			return 0, true
		case (w == "annee" || w == "edition" || w == "an") && (s.at(i+1) == "suivante" || s.at(i+1) == "suivant" || s.at(i+1) == "d" && s.at(i+2) == "apres"):
			return 1, true
		case (w == "annee" || w == "edition" || w == "an") && (s.at(i+1) == "precedente" || s.at(i+1) == "precedent" || s.at(i+1) == "d" && s.at(i+2) == "avant"):
			return -1, true
		case (w == "ans" || w == "annees" || w == "an") && s.at(i+1) == "plus" && s.at(i+2) == "tard":
			return counts[s.at(i-1)], counts[s.at(i-1)] != 0
		case (w == "ans" || w == "annees" || w == "an") && (s.at(i+1) == "plus" && s.at(i+2) == "tot" || s.at(i+1) == "avant" || s.at(i+1) == "auparavant"):
			return -counts[s.at(i-1)], counts[s.at(i-1)] != 0
		}
	}
	return 0, false
}

var counts = map[string]int{"un": 1, "1": 1, "deux": 2, "2": 2, "trois": 3, "3": 3, "quatre": 4, "4": 4, "cinq": 5, "5": 5, "six": 6, "6": 6, "sept": 7, "7": 7, "huit": 8, "8": 8, "neuf": 9, "9": 9, "dix": 10, "10": 10}

// picks reads a message that shows one of the findings that were offered or
// said: a click (no text), "la première", "oui", "la source ?".
func (s *sentence) picks(l *data.Library, q Question, state State) (string, bool) {
	if len(s.words) == 0 {
		return state.Findings[0], true
	}
	if n, ok := s.choice(); ok {
		if n > len(state.Findings) {
			return "", false
		}
		return state.Findings[n-1], true
	}
	if _, shifts := s.shift(); shifts || len(q.Subject) > 0 || len(q.Years) > 0 {
		return "", false
	}
	if state.Offered {
		if s.has(yes) && len(s.words) <= 3 || s.has(gladly) {
			return state.Findings[0], true
		}
		// "les communes": the one offered about them
		var named []string
		for _, id := range state.Findings {
			if f, _ := l.Finding(id); q.Who.Named() && l.Lexicon.Relate(q.Who, f.Who) == lexicon.Same {
				named = append(named, id)
			}
		}
		if len(named) == 1 {
			return named[0], true
		}
		return "", false
	}
	if s.has(sourceWords) && !q.Who.Named() || s.says("d", "ou", "ca", "vient") || s.says("d", "ou", "vient") {
		return state.Findings[0], true
	}
	return "", false
}

var (
	yes    = set("oui")
	gladly = set("volontiers voir montre montrez")
)

var sourceWords = set("source sources lien liens reference references article page")

// choice reads "la première", "le 2", "2".
func (s *sentence) choice() (int, bool) {
	var rest []string
	for _, w := range s.words {
		if w.Text != "la" && w.Text != "le" && w.Text != "option" && w.Text != "choix" && w.Text != "numero" {
			rest = append(rest, w.Text)
		}
	}
	if len(rest) != 1 {
		return 0, false
	}
	if n, ok := lexicon.Ordinal(rest[0]); ok {
		return n, true
	}
	if len(rest[0]) == 1 && rest[0][0] >= '1' && rest[0][0] <= '9' {
		return int(rest[0][0] - '0'), true
	}
	return 0, false
}

// State is what the next turn needs, given the findings that the answer says
// or offers.
func (q Question) State(offered bool, findings ...string) State {
	return State{
		Findings: findings, Offered: offered, Wants: q.Wants, About: q.About, Who: q.Who.Groups,
		Years: q.Years, Horizon: q.Horizon, Stage: q.Stage, Negative: q.Negative,
	}
}
