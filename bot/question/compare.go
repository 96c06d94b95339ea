package question

import (
	"slices"

	"constat/data"
)

// Messages that hold something against what was said: "compare avec 2024", "par rapport au compostage ?".

// compares reports that a message holds something else against what was said
// before.
func (s *sentence) compares() bool {
	if s.says("par", "rapport") || s.says("face", "a") || s.says("face", "au") || s.says("face", "aux") || s.hasPrefix("compar") {
		return true
	}
	return versus[s.at(0)] || continuations[s.at(0)] && versus[s.at(1)]
}

var versus = set("vs versus contre")

// besides reads a message that compares what was said with another year, or
// with another thing that is measured: what it asks is both. Populations are
// compared where sides are read.
func (r *Reader) besides(s *sentence, q Question, state State, lead *data.Finding) (Question, bool) {
	if !s.compares() || q.About != "" || len(s.clusters) > 0 || len(q.Quoted) > 0 {
		return q, false
	}
	if q.Subject = slices.DeleteFunc(slices.Clone(q.Subject), func(w string) bool { return comparative[w] }); len(q.Subject) > mostElliptic {
		return q, false
	}
	if !q.Wants.Measured() {
		q.Wants = Statement
	}
	if from := r.yearOf(state); len(q.Subject) == 0 && len(q.Years) == 1 && from != 0 && from != q.Years[0] {
		years := []int{min(from, q.Years[0]), max(from, q.Years[0])}
		q = r.again(s, q, state, lead)
		q.Years, q.Change.Asked = years, true
		return q, true
	}
	if len(q.Subject) == 0 {
		return q, false
	}
	first, second := q, r.within(s, q, state, lead)
	first.Subject, first.Terms = nil, nil
	first = r.again(s, first, state, lead)
	q = second
	q.Subject, q.Terms = slices.Concat(first.Subject, second.Subject), slices.Concat(first.Terms, second.Terms)
	q.Sides, q.Several = []Question{first, second}, true
	return q, true
}

// again asks anew what was said, with what the message changes of the frame.
func (r *Reader) again(s *sentence, q Question, state State, lead *data.Finding) Question {
	before := r.before(lead, true)
	q.Subject, q.Topic = before.Subject, before.Topic
	q.Terms = append(q.Terms[:len(q.Terms):len(q.Terms)], before.Terms...)
	r.keep(s, &q, state, true)
	q.Before, q.Unstated, q.Followed = lead.ID, state.Offered, true
	return q
}
