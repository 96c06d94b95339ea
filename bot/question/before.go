package question

import (
	"cmp"
	"slices"

	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// What a conversation was about before the message.

// lead is the finding that a conversation is about, or nil.
func (r *Reader) lead(state State) *data.Finding {
	id := state.Subject
	if id == "" && len(state.Findings) > 0 {
		id = state.Findings[0]
	}
	f, _ := r.library.Finding(id)
	return f
}

// before rebuilds the subject of the answer that is continued, from the
// indicator of the finding that leads it. An indicator that measures several
// things at once, or none, says too little: when the message has no subject
// of its own, the statement tells which of them it was.
func (r *Reader) before(lead *data.Finding, alone bool) Question {
	var q Question
	if lead == nil {
		return q
	}
	q.Topic = cmp.Or(lead.Indicator, lead.Statement)
	said := r.sentence(q.Topic)
	if alone && Coarse(r.library, lead) || lead.Indicator == "" {
		said = r.sentence(lead.Statement)
		said.frameOf()
	}
	for i, w := range said.words {
		if class := lexicon.ClassOf(w.Text); !said.used[i] && class != lexicon.Function && class != lexicon.Asking {
			q.Terms = append(q.Terms, index.Term{Text: w.Text, Weight: 1})
			if class == lexicon.Subject && !isNumber(w.Text) && !numerals[w.Text] && w.Text != "%" {
				q.Subject = append(q.Subject, w.Text)
			}
		}
	}
	return q
}

// frameOf marks the words of a statement that say a figure, whom, when or how
// far: a follow-up may change them.
func (s *sentence) frameOf() {
	for _, f := range s.figures {
		for i, w := range s.words {
			if w.Start >= f.Start && w.End <= f.End {
				s.use(i, i+1)
			}
		}
	}
	for _, m := range s.mentions {
		s.use(m.Start, m.End)
	}
	for _, y := range lexicon.Years(s.words) {
		s.use(y.Start, y.End)
	}
	_, tells := lexicon.Stages(s.words)
	for i, t := range tells {
		s.used[i] = s.used[i] || t
	}
}

// Coarse reports whether the indicator of a finding measures another thing of
// the same people in the same edition and state: it is the name of a theme.
func Coarse(l *data.Library, f *data.Finding) bool {
	return slices.ContainsFunc(f.Edition.Findings, func(g *data.Finding) bool {
		return g != f && lexicon.Fold(g.Indicator) == lexicon.Fold(f.Indicator) && g.Status == f.Status && g.Figure != nil && SamePeople(l, f, g) &&
			slices.Equal(f.About(), g.About()) && !slices.Contains(f.Restates, g) && !slices.Contains(f.Contradicts, g)
	})
}
