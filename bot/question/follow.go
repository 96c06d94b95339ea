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
	if picked, ok := r.pick(s, q, state); ok {
		return picked
	}
	if len(state.Findings) == 0 && s.asksSource(q) {
		q.Subject, q.Terms, q.About, q.Sources = nil, nil, "", true
	}
	if len(state.Findings) > 0 && s.asksOther(q) {
		q.Before, q.Else = state.Findings[0], true
		return q.framed(state)
	}
	if q.About != "" && continuations[s.at(0)] && q.Who.Named() && len(q.Subject) == 0 {
		q.About = "" // "et les décideurs interrogés ?": whom, not who answered
	}
	if !r.goesOn(s, q, state) {
		return q
	}
	before := r.before(state)
	s.goesBack(&q, r.yearOf(state))
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
	r.keep(s, &q, state, len(said) == 0)
	q.Followed = true
	if len(state.Findings) > 0 {
		q.Before = state.Findings[0]
	}
	return q
}

// keep takes from the state every slot that the message does not name. A
// message with a subject of its own does not deny what was denied before.
func (r *Reader) keep(s *sentence, q *Question, state State, same bool) {
	switch {
	case s.has(everyone) || slices.ContainsFunc(wholes, func(run []string) bool { return s.says(run...) }):
		// "au total": whom the survey as a whole is about
	case len(q.Who.Groups) == 0 && q.Who.Size == (lexicon.Size{}):
		q.Who = state.Who
	case len(q.Who.Groups) == 0:
		q.Who.Groups = state.Who.Groups
	}
	switch {
	case q.Stage != 0 && q.Stage != state.Stage:
		q.Negative = q.Negative && state.Negative
	default:
		q.Negative = q.Negative || state.Negative && same && q.Stage == 0
		q.Stage = state.Stage
		if q.Horizon == 0 && len(q.Years) == 0 {
			q.Horizon = state.Horizon
		}
	}
	q.Opinion = q.Opinion || state.Opinion
	if y := r.yearOf(state); s.relative && y != 0 {
		shift, _ := s.shift()
		q.Years = []int{y + shift}
	} else if len(q.Years) == 0 && q.Rank == 0 && !q.Change.Asked {
		q.Years, q.Rank = state.Years, state.Rank
	}
	if s.says("meme", "annee") && len(state.Years) == 0 {
		q.Partly = true // nobody said which
	}
	if s.says("les", "autres") || s.says("le", "reste") {
		q.Partly = true // the complement of what was said
	}
}

var (
	everyone = set("globalement")
	wholes   = phrases("au total", "en general", "en tout", "tous confondus", "toutes confondues", "tout confondu", "dans l ensemble", "au global")
)

// goesOn reports that the message continues the answer: it names no subject,
// points back, or adds a word that another finding of the same indicator says.
func (r *Reader) goesOn(s *sentence, q Question, state State) bool {
	if q.About != "" || s.meta() != "" || s.asksMeaning(q) || s.advice() {
		return false
	}
	if s.continues(len(q.Subject)) || len(q.Subject) == 0 || q.onlyChange() {
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
	q.Topic = cmp.Or(lead.Indicator, lead.Statement)
	for _, w := range lexicon.Words(q.Topic) {
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

// State is what the next turn needs, given the findings that the answer says
// or offers.
func (q Question) State(offered bool, findings ...string) State {
	return State{
		Findings: findings, Offered: offered, Wants: q.Wants, About: q.About, Who: q.Who,
		Years: q.Years, Rank: q.Rank, Horizon: q.Horizon, Stage: q.Stage, Negative: q.Negative, Opinion: q.Opinion,
	}
}
