package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// Compose says what the hits honestly answer to a question. It is pure: no
// clock, no input, no error; the same arguments give the same answer. It sees
// the library, because contradictions and other editions need not be among
// the hits.
func Compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	a := compose(l, q, hits)
	a.library, a.Version = l, l.Version
	a.Text = a.view.String()
	a.carry(q)
	a.Understood = understood(l, q, a)
	a.allowed = allowance(l, a)
	return a
}

func compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	if a, ok := decline(l, q); ok {
		return a
	}
	if q.Wants == question.Shown {
		shown, _ := l.Finding(q.Show)
		return found(l, q, fact{answers: []*data.Finding{shown}})
	}
	candidates := judge(l, q, hits)
	if q.About != "" {
		return aboutEdition(l, q, candidates)
	}
	answering := slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool { return !c.answers() })
	if len(answering) == 0 {
		if i := slices.IndexFunc(candidates, func(c candidate) bool { return c.nearlyAnswers(q) }); i >= 0 {
			answering = candidates[i : i+1]
		}
	}
	facts := group(l, q, answering)
	rivals := collections(facts)
	switch {
	case len(facts) == 0:
		if a, ok := membership(l, q, candidates); ok {
			return a
		}
		if a, ok := unconfirmed(l, q, candidates); ok {
			return a
		}
		return abstain(l, q, candidates)
	case len(rivals) > 1:
		return clarify(rivals)
	case q.Wants == question.Overview:
		return overview(l, facts)
	case len(facts) > 1 && ambiguous(q, facts):
		return clarify(facts)
	}
	return found(l, q, facts[0])
}

// found states a fact: its best finding, what says the same in other words,
// and what contradicts it.
func found(l *data.Library, q question.Question, f fact) Answer {
	lead := f.answers[0]
	a := Answer{Kind: Found}
	if q.Wants == question.Check {
		a.Verdict = verdict(q, lead)
		a.view.Lead = verdictWords[a.Verdict]
	}
	a.cite(lead)
	a.view.tell(l, lead)
	a.others(l, sayRestated, lead.Restates)
	a.others(l, sayContradicted, lead.Contradicts)
	a.view.Notes = notes(a.Cited[:1])
	a.FollowUps = followUps(l, a)
	return a.close(l)
}

// followUps offers what is published of the same indicator about other people,
// editions or stages: a click shows it.
func followUps(l *data.Library, a Answer) []Choice {
	lead := a.Cited[0].Finding
	if lead.Indicator == "" {
		return nil
	}
	var offered []Choice
	for i := len(l.Findings) - 1; i >= 0 && len(offered) < maxFollowUps; i-- { // the newest first
		f := l.Findings[i]
		if f.Figure == nil || lexicon.Fold(f.Indicator) != lexicon.Fold(lead.Indicator) || collection(f.Edition) != collection(lead.Edition) {
			continue
		}
		c := choice(f)
		if c.Label == label(lead) || slices.ContainsFunc(a.Cited, func(c Citation) bool { return c.Finding == f }) ||
			slices.ContainsFunc(offered, func(o Choice) bool { return o.Label == c.Label }) {
			continue
		}
		offered = append(offered, c)
	}
	return offered
}

// overview tells the best facts on a subject, one line each.
func overview(l *data.Library, facts []fact) Answer {
	a := Answer{Kind: Found}
	var all []*data.Finding
	for _, f := range facts[:min(len(facts), maxOverview)] {
		all = append(all, f.answers[0])
	}
	a.others(l, sayOverview, all)
	return a.close(l)
}

// membership answers whether something is in a published list, when the list
// is the one asked and does not name it: no, or nobody knows when the list is
// open.
func membership(l *data.Library, q question.Question, candidates []candidate) (Answer, bool) {
	if !q.Member {
		return Answer{}, false
	}
	for _, c := range candidates {
		if len(c.Items) < 2 || c.faults() > 0 || len(c.missing) != 1 || len(q.Subject) < 2 {
			continue
		}
		a := found(l, q, fact{answers: []*data.Finding{c.Finding}})
		a.Verdict = Different
		said := sayNotListed
		if c.ItemsOpen || len(c.Contradicts) > 0 {
			a.Verdict, said = Undecided, sayUnlisted
		}
		a.view.Lead = said
		return a, true
	}
	return Answer{}, false
}

// unconfirmed answers a claim without a figure of which one word is published
// by nobody, all others by one finding: the finding is told, and that it does
// not settle the claim.
func unconfirmed(l *data.Library, q question.Question, candidates []candidate) (Answer, bool) {
	if q.Wants != question.Check || len(q.Subject) < minClaim {
		return Answer{}, false
	}
	for _, c := range candidates {
		if len(c.missing) == 1 && c.faults() == 0 && c.Figure == nil {
			a := found(l, q, fact{answers: []*data.Finding{c.Finding}})
			a.Verdict = Undecided
			a.view.Lead = sayUnconfirmed
			return a, true
		}
	}
	return Answer{}, false
}

// close ends an answer with its study and its sources.
func (a Answer) close(l *data.Library) Answer {
	a.Notes = notes(a.Cited)
	a.view.Studies = studies(l, a.Cited)
	a.view.Sources = sources(a.Cited)
	return a
}

// carry sets the state that a follow-up needs, and that of each choice.
func (a *Answer) carry(q question.Question) {
	var said, offered []string
	for _, c := range a.Cited {
		if c.Finding != nil {
			said = append(said, c.Finding.ID)
		}
	}
	for _, list := range [][]Choice{a.Near, a.Choices, a.FollowUps} {
		for i := range list {
			list[i].State = q.State(true, list[i].Finding.ID).String()
		}
	}
	for _, c := range append(slices.Clone(a.Near), a.Choices...) {
		offered = append(offered, c.Finding.ID)
	}
	switch {
	case a.Kind == Found:
		a.State = q.State(false, said[:min(1, len(said))]...).String()
	case len(offered) > 0:
		a.State = q.State(true, offered...).String()
	}
}

// others tells linked findings under a heading, a line each.
func (a *Answer) others(l *data.Library, heading string, all []*data.Finding) {
	g := Group{Heading: heading}
	for _, f := range all {
		if slices.ContainsFunc(a.Cited, func(c Citation) bool { return c.Finding == f }) {
			continue
		}
		a.cite(f)
		g.Lines = append(g.Lines, brief(l, f, a.Cited[0].Finding))
	}
	if len(g.Lines) > 0 {
		a.view.Groups = append(a.view.Groups, g)
	}
}

func (a *Answer) cite(f *data.Finding) {
	a.Cited = append(a.Cited, Citation{Finding: f, Edition: f.Edition})
}

// notes are the reading precautions of what is cited, each once.
func notes(cited []Citation) []string {
	var all []string
	add := func(n string) {
		if n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	for _, c := range cited {
		if f := c.Finding; f != nil {
			add(f.Caution)
			for _, s := range f.Sources {
				add(s.Caution)
			}
		}
		add(c.Edition.Caution)
	}
	return all
}

// clarify offers the readings of a question, without their figures.
func clarify(facts []fact) Answer {
	a := Answer{Kind: Clarify}
	for _, f := range facts[:min(len(facts), maxChoices)] {
		a.Choices = append(a.Choices, choice(f.answers[0]))
	}
	distinguish(a.Choices)
	a.view.Lead = sayChoose
	a.view.Groups = []Group{offered("", a.Choices)}
	return a
}

// distinguish tells apart choices that would carry one label, by what their
// statements say around the figure.
func distinguish(choices []Choice) {
	times := map[string]int{}
	for _, c := range choices {
		times[c.Label]++
	}
	for i, c := range choices {
		if times[c.Label] > 1 {
			choices[i].Label = withoutFigures(c.Finding.Statement) + " (" + editionName(c.Finding.Edition) + ")"
		}
	}
}

// choice offers a finding without its figure.
func choice(f *data.Finding) Choice {
	return Choice{Finding: f, Label: label(f)}
}

// understood restates the frame that was read.
func understood(l *data.Library, q question.Question, a Answer) Understood {
	u := Understood{Wants: string(q.Wants), Indicator: q.Topic, Editions: slices.Clone(q.Years), Populations: []string{}}
	if q.About != "" {
		u.Wants = string(q.About)
	}
	for _, id := range q.Who.Groups {
		u.Populations = append(u.Populations, l.Lexicon.Name(id))
	}
	if u.Editions == nil {
		u.Editions = []int{}
	}
	for status, stage := range data.Stages {
		if stage == q.Stage {
			u.Status = string(status)
		}
	}
	if len(a.Cited) > 0 && a.Cited[0].Finding != nil && a.Cited[0].Finding.Indicator != "" {
		u.Indicator = a.Cited[0].Finding.Indicator
	}
	return u
}
