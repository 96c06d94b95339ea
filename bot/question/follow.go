package question

import (
	"cmp"
	"slices"
	"strings"

	"constat/data/lexicon"
)

// follow reads a message as the next turn of a conversation, when it is one:
// what it names changes, all else is kept. A new subject is left as it was
// read, and inherits nothing.
func (r *Reader) follow(s *sentence, q Question, state State) Question {
	if shown, ok := r.remarked(s, q, state); ok {
		return shown
	}
	if s.remark() == explain {
		q.Wants, q.Subject, q.Terms = Reason, nil, nil
	}
	if picked, ok := r.pick(s, q, state); ok {
		return picked
	}
	if len(state.Findings) == 0 && s.asksSource(q) {
		q.Subject, q.Terms, q.About, q.Sources = nil, nil, "", true
	}
	q.Subject = slices.DeleteFunc(q.Subject, func(w string) bool { return restricting[w] })
	if slices.ContainsFunc(whoAnswered, func(run []string) bool { return s.says(run...) }) { // whom the survey as a whole is about
		q.About = ""
		q.Subject = slices.DeleteFunc(q.Subject, func(w string) bool { return w == "repondants" })
	}
	lead := r.lead(state)
	if lead != nil && s.asksOther(q) {
		q.Before, q.Else = lead.ID, true
		return q.framed(state)
	}
	if q.About != "" && continuations[s.at(0)] && q.Who.Named() && len(q.Subject) == 0 {
		q.About = "" // "et les décideurs interrogés ?": whom, not who answered
	}
	if lead != nil && !state.Loose {
		if both, ok := r.besides(s, q, state, lead); ok {
			return both
		}
	}
	another := len(q.Subject) > 0 && q.About == "" && s.sameFrame() // "et le cloud, au même horizon ?"
	if s.sizesUp(q) || r.sizedState(state) && len(q.Subject) == 0 && s.beyond() {
		q.Subject, q.Resized, s.resized = nil, true, true
	}
	if len(q.Subject) > 0 && s.has(restricting) && !q.Who.Named() {
		q.Partly = true // "seulement l'IaaS": not what it was counted with
	}
	if q.About != "" && len(q.Years) == 0 && q.Rank == 0 && !s.relative && state.About != "" {
		q.Years, q.Rank = state.Years, state.Rank // "combien de participants ?", of the edition before
	}
	if lead != nil && !state.Loose && len(q.Change.Words) > 0 && s.elliptic(q) && r.measured(s, q) {
		q.Change = Change{}
		return r.within(s, q, state, lead)
	}
	wished := false
	if q.Wants == Statement && s.at(0) == "et" && len(q.Subject) > 0 && moreOf[state.Wants] && state.Wants != Conflict {
		q.Wants, wished = state.Wants, true // "qui pilote … ?", "et le RGPD ?"
	}
	if len(q.Subject) == 0 && s.has(sums) {
		q.Wants = Number
	}
	switch goesOn := another || wished && q.About == "" || r.goesOn(s, q, state); {
	case state.Loose && goesOn && !another: // of what was not found, nothing goes on
		q.Subject, q.Followed = nil, true
		return q
	case !goesOn && lead != nil && s.elliptic(q):
		return r.within(s, q, state, lead)
	case !goesOn && lead == nil && state.About != "" && s.elliptic(q) && !s.definite(q) && !s.bareName(q): // "et par téléphone ?", of who answered
		q.Subject, q.Followed = nil, true
		return q
	case !goesOn:
		if q.About != "" && lead != nil && len(q.Years) == 0 && q.Rank == 0 {
			q.Before = lead.ID // the study under discussion
		}
		return q
	}
	if another {
		lead = nil
	}
	s.goesBack(&q, r.yearOf(state))
	said := q.Subject
	before := r.before(lead, len(said) == 0)
	q.Subject = append(slices.Clone(before.Subject), said...)
	q.Terms = append(slices.Clone(before.Terms), q.Terms...)
	q.Topic = strings.TrimSpace(before.Topic + " " + q.Topic)
	q.Text, q.spelt = before.Topic+" "+q.Text, before.Topic+" "+q.spelt
	switch {
	case q.Wants == Statement || q.Wants == Nothing:
		q.Wants = cmp.Or(state.Wants, Statement)
	case moreOf[q.Wants] && len(said) == 0:
		q.Aside = state.Wants
	}
	if q.Wants == Check && len(q.Quoted) == 0 && q.Negative {
		q.Wants = Number // "et celles que ça n'intéresse pas ?" claims nothing
	}
	if q.About == "" && len(said) == 0 {
		q.About = state.About
	}
	q.beside = state.Who.Groups
	r.keep(s, &q, state, len(said) == 0)
	q.Followed = true
	if s.byHowMuch() {
		q.Demands |= HowMuch
	}
	if lead != nil {
		q.Before, q.Unstated = lead.ID, state.Offered
	}
	q.Added = len(said) > 0
	return q
}

// sameFrame reports that a message asks of another subject what was asked
// before: "même question pour…", "la même année".
func (s *sentence) sameFrame() bool {
	return slices.ContainsFunc(samely, func(run []string) bool { return s.says(run...) })
}

var samely = phrases("meme annee", "meme horizon", "meme echeance", "meme question", "meme chose", "meme population", "meme edition", "meme periode", "memes annees", "memes collectivites", "idem pour")

// moreOf are the wishes that ask something more of what was just said: the turn after them goes on
// with the wish before.
var moreOf = map[Wants]bool{Conflict: true, Date: true, Place: true, Person: true, Reason: true}

// keep takes from the state every slot that the message does not name. A
// message with a subject of its own does not deny what was denied before.
func (r *Reader) keep(s *sentence, q *Question, state State, same bool) {
	switch {
	case s.resized:
		// "et les petites ?": others than those before
	case s.has(everyone) || slices.ContainsFunc(wholes, func(run []string) bool { return s.says(run...) }):
		// "au total": whom the survey as a whole is about
	case len(q.Who.Groups) == 0 && q.Who.Size == (lexicon.Size{}):
		q.Who = state.Who
	case len(q.Who.Groups) == 0:
		q.Who.Groups = state.Who.Groups
	}
	switch {
	case q.Stage != 0 && q.Stage != state.Stage:
		q.Restaged = true
		q.Negative = s.has(nothing) || q.Negative && state.Negative
	default:
		if q.Negative && !state.Negative && s.has(nothing) {
			break // "ceux qui n'ont aucun projet": at no stage, by no year
		}
		q.Negative = q.Negative || state.Negative && same && q.Stage == 0
		q.Stage = state.Stage
		if q.Horizon == 0 && len(q.Years) == 0 && q.After == 0 && !s.says("plus", "tard") {
			q.Horizon = state.Horizon
		}
	}
	if s.thinksOfIt() {
		q.Stage, q.Opinion = lexicon.Planned, false
	}
	q.Opinion = q.Opinion || state.Opinion
	if y := r.yearOf(state); s.relative && y != 0 {
		shift, _ := s.shift()
		q.Years = []int{r.shifted(state, y, shift, s.ofEditions())}
	} else if len(q.Years) == 0 && q.Rank == 0 && !q.Change.Asked {
		q.Years, q.Rank = state.Years, state.Rank
	}
	if s.says("meme", "annee") && len(state.Years) == 0 {
		q.Partly = true // nobody said which
	}
	if s.says("les", "autres") || s.says("le", "reste") || s.says("les", "deux") || s.has(sums) {
		q.Partly = true // the complement of what was said, or its sum with something
	}
}

// thinksOfIt reports "ceux qui y pensent": they plan what was said before.
func (s *sentence) thinksOfIt() bool {
	for i := range s.words {
		if s.at(i) == "y" && (strings.HasPrefix(s.at(i+1), "pens") || strings.HasPrefix(s.at(i+1), "song") || strings.HasPrefix(s.at(i+1), "reflech") || strings.HasPrefix(s.at(i+1), "travaill")) {
			return true
		}
	}
	return false
}

// sizesUp reports that a message names only a size: "et dans les plus petites
// ?". It is about a part of those that were said.
func (s *sentence) sizesUp(q Question) bool {
	return continuations[s.at(0)] && len(q.Subject) > 0 && !q.Who.Named() && !slices.ContainsFunc(q.Subject, func(w string) bool { return !sizeWords[w] })
}

var (
	sizeWords = set("petite petites petit petits grande grandes grand grands moyenne moyennes moyens gros grosse grosses")
	sums      = set("total cumul somme")
)

// restricting words only insist on the slot beside them: "uniquement les
// communes ?".
var restricting = set("uniquement exclusivement seulement seules seuls")

var (
	everyone    = set("globalement")
	whoAnswered = phrases("tous les repondants", "l ensemble des repondants")
	wholes      = slices.Concat(whoAnswered, phrases("au total", "en general", "en tout", "tous confondus", "toutes confondues", "tout confondu", "dans l ensemble", "pour l ensemble", "sur l ensemble", "et l ensemble", "au global"))
)

// byHowMuch reports "de combien", which only a change answers.
func (s *sentence) byHowMuch() bool {
	for i := 1; i < len(s.words); i++ {
		if numberWords[s.at(i)] && s.at(i-1) == "de" && s.at(i+1) != "de" && s.at(i+1) != "d" {
			return true
		}
	}
	return false
}

// sizedState reports that the turn before was about a size class.
func (r *Reader) sizedState(state State) bool {
	lead := r.lead(state)
	return state.Who.Size != (lexicon.Size{}) || lead != nil && r.library.Whom(lead).Size != (lexicon.Size{})
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

// State is what the next turn needs, given the findings that the answer says
// or offers.
func (q Question) State(offered bool, findings ...string) State {
	return State{
		Findings: findings, Offered: offered, Wants: cmp.Or(q.Aside, q.Wants), About: q.About, Who: q.Who,
		Years: q.Years, Rank: q.Rank, Horizon: q.Horizon, Stage: q.Stage, Negative: q.Negative, Opinion: q.Opinion,
	}
}
