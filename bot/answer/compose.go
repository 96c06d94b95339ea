package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/index"
)

// Compose says what the hits honestly answer to a question. It is pure: no
// clock, no input, no error; the same arguments give the same answer. It sees
// the library, because contradictions and other editions need not be among
// the hits.
func Compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	a := compose(l, q, hits)
	a.library, a.Version = l, l.Version
	a.view = a.view.spaced()
	a.Text = a.view.String()
	a.carry(l, q)
	a.Understood = understood(l, q, a)
	a.allowed = allowance(l, a)
	return a
}

func compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	if a, ok := settled(l, q); ok {
		return a
	}
	if a, ok := decline(l, q); ok {
		return a
	}
	candidates := judge(l, q, hits)
	if q.About != "" {
		return aboutEdition(l, q, candidates)
	}
	sayable := slices.DeleteFunc(answering(l, q, candidates), func(c candidate) bool { return strays(l, q, c.Finding) || later(q, c.Finding) })
	if leads, ok := versions(q, sayable); ok {
		return together(l, leads, func(*Answer) {})
	}
	facts := sharpen(l, q, group(l, q, sayable))
	rivals := collections(facts)
	if len(facts) == 0 {
		if a, ok := byCourse(l, q, hits); ok {
			return a
		}
	}
	// A single finding that says it all, a change too, is the better answer.
	if since := q.Change.Asked && len(q.Change.Words) == 0 && !q.Demands.Has(question.HowMuch); len(facts) == 0 || since || q.Several {
		if a, ok := atOnce(l, q, hits); ok && (len(facts) == 0 || q.Several || a.Kind == Found) {
			return a
		}
	}
	switch {
	case len(facts) == 0:
		for _, among := range []func(*data.Library, question.Question, []index.Hit) (Answer, bool){amongMembers, amongStages} {
			if a, ok := among(l, q, hits); ok {
				return a
			}
		}
		if a, ok := shownElsewhere(l, q, candidates); ok {
			return a
		}
		if a, ok := membership(l, q, candidates); ok {
			return a
		}
		if a, ok := unconfirmed(l, q, candidates); ok {
			return a
		}
		if q.Demands.Has(question.Duty) {
			return Answer{Kind: Abstained, Reason: Opinion, view: View{Lead: sayOpinion}}
		}
		return abstain(l, q, candidates)
	case len(rivals) > 1:
		return clarify(l, rivals)
	case q.Wants == question.Overview:
		return overview(l, q, facts)
	case len(facts) > 1 && ambiguous(q, facts):
		return clarify(l, facts)
	}
	return found(l, q, claimed(l, q, facts[0], sayable))
}

// settled answers what the conversation before decides alone: one finding that
// was picked, several to pick from again, or what else there is.
func settled(l *data.Library, q question.Question) (Answer, bool) {
	var picked []*data.Finding
	for _, id := range q.Offered {
		f, _ := l.Finding(id)
		picked = append(picked, f)
	}
	shown, _ := l.Finding(q.Show)
	switch {
	case shown != nil && q.Sources:
		return whereabouts(l, shown), true
	case shown != nil:
		return found(l, q, fact{answers: []*data.Finding{shown}}), true
	case len(picked) == 1:
		a := Answer{Kind: Notice, FollowUps: nearOf(l, picked)}
		a.view.Groups = []Group{offered(sayOnlyOffer, a.FollowUps)}
		return a, true
	case len(picked) > 1:
		a := choose(l, picked)
		a.view.Lead = sayWhich
		return a, true
	case q.Else:
		return elsewhere(l, q), true
	}
	return Answer{}, false
}

// found states a fact: its best finding, what says the same in other words,
// and what contradicts it.
func found(l *data.Library, q question.Question, f fact) Answer {
	lead := f.answers[0]
	a := Answer{Kind: Found}
	if q.Wants == question.Check {
		a.Verdict = verdict(l, q, lead, f.nearly)
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

// overview tells the best facts on a subject, one line each. To sum up an
// edition is to tell its figures before the rest, not how it was made.
func overview(l *data.Library, q question.Question, facts []fact) Answer {
	if q.Summary {
		method := func(f fact) bool { return f.answers[0].Attribution == data.Method }
		if measured := slices.DeleteFunc(slices.Clone(facts), method); len(measured) > 0 {
			facts = measured
		}
		prefer(facts, func(f fact) bool { return f.answers[0].Figure != nil })
	}
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
	if q.Wants != question.Check {
		return Answer{}, false
	}
	for _, c := range candidates {
		if c.mostlyAnswers(q) {
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
func clarify(l *data.Library, facts []fact) Answer {
	var read []*data.Finding
	for _, f := range facts[:min(len(facts), maxChoices)] {
		read = append(read, f.answers[0])
	}
	return choose(l, read)
}

// choose asks which finding is meant.
func choose(l *data.Library, read []*data.Finding) Answer {
	a := Answer{Kind: Clarify, Choices: choicesOf(l, nil, read)}
	a.view.Lead = sayChoose
	heading := ""
	if subject := common(read); subject != "" {
		heading = capital(subject) + nbsp + ":"
	}
	a.view.Groups = []Group{offered(heading, a.Choices)}
	return a
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
