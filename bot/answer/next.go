package answer

import (
	"cmp"
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// How a conversation goes on: what is carried to the next turn, and what is
// offered.

// carry sets the state that a follow-up needs, and that of each button.
func (a *Answer) carry(l *data.Library, q question.Question) {
	var near, read []*data.Finding
	for _, c := range a.Near {
		near = append(near, c.Finding)
	}
	for _, c := range a.Choices {
		read = append(read, c.Finding)
	}
	frame := q.State(true)
	a.Near = buttons(l, frame, a.Near, near)
	a.Choices = buttons(l, frame, a.Choices, read)
	var said []string
	for _, c := range a.Cited {
		if c.Finding != nil {
			said = append(said, c.Finding.ID)
		}
	}
	var lead []*data.Finding
	if len(said) > 0 {
		lead = append(lead, a.Cited[0].Finding)
	}
	a.FollowUps = buttons(l, frame, a.FollowUps, lead)
	switch {
	case a.Kind == Found:
		s := q.State(false, said[:min(1, len(said))]...)
		if len(said) == 0 && len(a.Cited) > 0 {
			s.About = a.Cited[0].About
		}
		if before, ok := l.Finding(q.Before); ok && !q.Added && len(said) > 0 && !sameMeasure(before, a.Cited[0].Finding) {
			s.Subject = q.Before // another edition calls it otherwise: the subject is still the person's
		}
		a.State = s.String()
	case len(near)+len(read) > 0 || q.Before != "":
		s := q.State(true, ids(append(near, read...))...)
		s.Near, s.Loose, s.Subject = a.Kind == Abstained, a.loose && (q.Before == "" || q.Elliptic()), q.Before
		if q.Elliptic() {
			s.Subject = "" // what was asked instead is the subject now
		}
		a.State = s.String()
	case a.Kind == Notice && q.Wants != question.Stale, a.Reason == Opinion, a.Reason == Prediction, a.Reason == Empty:
		a.State = q.Carried // said beside the subject: it is still the one
	}
}

// buttons gives each choice the state of a click: the frame of the question
// turned toward the finding. Others are those beside which it is offered. A
// choice that no state can carry is not offered.
func buttons(l *data.Library, frame question.State, all []Choice, others []*data.Finding) []Choice {
	for i, c := range all {
		s := question.Toward(l, frame, c.Finding, others)
		s.Sources = c.sources
		all[i].State = s.String()
	}
	return slices.DeleteFunc(all, func(c Choice) bool { return c.State == "" })
}

func ids(all []*data.Finding) []string {
	var names []string
	for _, f := range all {
		names = append(names, f.ID)
	}
	return names
}

// followUps offers what is published of the same indicator about other people,
// stages or editions, the other version where sources disagree, and where it
// is all printed. A click shows it.
func followUps(l *data.Library, a Answer) []Choice {
	lead := a.Cited[0].Finding
	next := beside(l, lead)
	next = slices.DeleteFunc(next, func(f *data.Finding) bool { return f.Figure == nil && lead.Figure != nil })
	next = append(slices.Clone(lead.Contradicts), next...)
	choices := choicesOf(l, lead, next[:min(len(next), maxFollowUps)])
	if len(lead.Sources) > 1 || lead.Passage != "" {
		choices = append(choices, Choice{Finding: lead, Label: labelSources, sources: true})
	}
	return choices
}

// beside are the findings that measure the same thing as one, the nearest to it
// first, then the newest. What restates or contradicts it is told with it, and
// what restates another of them is left to that one.
func beside(l *data.Library, lead *data.Finding) []*data.Finding {
	var all []*data.Finding
	told := append(slices.Concat(lead.Restates, lead.Contradicts), lead)
	for _, f := range l.Findings {
		if sameMeasure(f, lead) && !slices.ContainsFunc(told, func(g *data.Finding) bool { return f == g || linked(f, g) }) {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(f, g *data.Finding) int {
		return cmp.Or(distance(l, lead, f)-distance(l, lead, g), g.Edition.Year-f.Edition.Year, hearsay(f)-hearsay(g), vague(f)-vague(g))
	})
	var kept []*data.Finding
	for _, f := range all {
		if !slices.ContainsFunc(kept, func(g *data.Finding) bool { return linked(f, g) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// sameMeasure reports whether two findings measure the same thing and may be
// answered together.
func sameMeasure(f, g *data.Finding) bool {
	return f.Indicator != "" && lexicon.Fold(f.Indicator) == lexicon.Fold(g.Indicator) && collection(f.Edition) == collection(g.Edition)
}

// distance counts the slots that tell a finding from the one that leads: the
// nearest are the likeliest to be asked next.
func distance(l *data.Library, lead, f *data.Finding) int {
	n := 0
	if !question.SamePeople(l, lead, f) {
		n++
	}
	if f.Status != lead.Status || f.Horizon != lead.Horizon {
		n++
	}
	if !slices.Equal(f.About(), lead.About()) {
		n++
	}
	return n
}

// strays reports whether a finding measures another thing than the figure that
// a message asks again of other people, or of another year: all words of what
// was measured may stand in it, and it is not that. It is offered, not stated.
// The name of a theme, or of a part of what was measured, may be its own.
func strays(l *data.Library, q question.Question, f *data.Finding) bool {
	before, ok := l.Finding(q.Before)
	if !ok || q.Added || !q.Wants.Measured() && q.Wants != question.Reason && (!q.Unstated || f.Figure == nil) || before.Indicator == "" || f.Indicator == "" || sameMeasure(before, f) {
		return false
	}
	names := lexicon.Words(before.Indicator)
	part := !slices.ContainsFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool {
		return !slices.ContainsFunc(names, func(n lexicon.Word) bool { return n.Text == w.Text })
	})
	return !part && !question.Coarse(l, f) && !question.Coarse(l, before)
}

// later reports that a finding is not from before the one that was said, for
// who asks "et avant ?".
func later(q question.Question, f *data.Finding) bool {
	return q.Change.Before && lastYear(f) >= q.Change.Until
}

// namesOthers reports whether a finding answers "et à part eux, qui d'autre ?":
// a list of the same edition that does not name them, and says all but one
// word of what was measured before. Those words are of the finding before, not
// of the person.
func (c candidate) namesOthers(l *data.Library, q question.Question) bool {
	before, ok := l.Finding(q.Before)
	return ok && before.Edition == c.Edition && q.Followed && len(q.Besides) > 0 && !q.Wants.Measured() && q.Wants != question.Check &&
		len(c.Items) > 0 && c.faults() == 0 && len(c.missing) == 1 && len(q.Subject) > 2
}

// elsewhere tells what else is published on the subject of a finding: "et
// sinon ?".
func elsewhere(l *data.Library, q question.Question) Answer {
	lead, _ := l.Finding(q.Before)
	rest := beside(l, lead)
	switch len(rest) {
	case 0:
		return Answer{Kind: Abstained, Reason: NothingFound, view: View{Lead: sayNothingElse}}
	case 1:
		return found(l, q, fact{answers: rest})
	}
	a := Answer{Kind: Found}
	a.others(l, sayElse, rest[:min(len(rest), maxOverview)])
	return a.close(l)
}

// whereabouts tells where a finding is printed: all its sources, and the place in
// the page.
func whereabouts(l *data.Library, f *data.Finding) Answer {
	a := Answer{Kind: Found}
	a.cite(f)
	a.view.tell(l, f)
	a.view.Lead = sayPrinted
	a.view.Listed = ""
	if f.Passage != "" {
		a.view.Fields = append(a.view.Fields, Field{"Passage", f.Passage})
	}
	a.view.Notes = notes(a.Cited)
	a = a.close(l)
	a.view.Sources = nil
	for _, s := range f.Sources {
		a.view.Sources = append(a.view.Sources, Origin{Label: sourceLabel(s), URL: s.URL})
	}
	return a
}
