package answer

import (
	"fmt"
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
)

// aboutEdition answers what an edition file says of itself. A finding that
// says it in so many words goes first: it has a source of its own.
func aboutEdition(l *data.Library, q question.Question, candidates []candidate) Answer {
	for _, c := range candidates {
		if c.Attribution == data.Method && c.answers() && len(q.Subject) > 0 {
			return found(l, q, fact{answers: []*data.Finding{c.Finding}})
		}
	}
	for _, e := range editionsAsked(l, q) {
		text, sources := tell(e, q.About, q.Wants)
		if text == "" {
			continue
		}
		c := Citation{Edition: e, About: q.About, sources: sources}
		a := Answer{Kind: Found, Cited: []Citation{c}}
		lines := []string{text}
		a.Notes = cautions(e, q.About)
		for _, n := range a.Notes {
			lines = append(lines, labelCaution+n)
		}
		for _, s := range c.Sources()[:min(1, len(c.Sources()))] {
			lines = append(lines, labelSource+SourceLine(s))
		}
		a.Text = strings.Join(lines, "\n")
		return a
	}
	if len(q.Years) > 0 || q.Rank != 0 {
		return Answer{Kind: Abstained, Reason: OtherEdition, Text: fmt.Sprintf(sayOtherEdition, when(q)), Asked: asked(q)}
	}
	return Answer{Kind: Abstained, Reason: NotMeasured, Text: sayNotTold}
}

// editionsAsked are the editions that the question may be about, newest first.
func editionsAsked(l *data.Library, q question.Question) []*data.Edition {
	var asked []*data.Edition
	for _, e := range l.Editions {
		if len(q.Years) > 0 && !slices.Contains(q.Years, e.Year) || q.Rank != 0 && !ranked(l, q.Rank, e) {
			continue
		}
		asked = append(asked, e)
	}
	slices.SortStableFunc(asked, func(a, b *data.Edition) int { return b.Year - a.Year })
	return asked
}

// tell says what an edition says of itself, or nothing when it does not, and
// the sources that carry it.
func tell(e *data.Edition, about question.About, wants question.Wants) (string, []*data.Source) {
	name := title(e)
	switch {
	case about == question.Publisher:
		return fmt.Sprintf(sayPublisher, name, e.Publisher), e.Sources
	case about == question.Scope && e.Scope != "":
		return fmt.Sprintf(sayScope, name, e.Scope), e.Sources
	case about == question.Presentation && e.Presentation != nil:
		p := e.Presentation
		if wants == question.Date && p.Date == "" || wants == question.Place && p.Place == "" {
			return "", nil
		}
		return presented(name, p), p.Sources
	case e.Survey == nil:
		return "", nil
	case about == question.Sample && e.Survey.Size != 0:
		return fmt.Sprintf(saySample, name, number(e.Survey.Size), e.Survey.Unit), e.Sources
	case about == question.Respondents && e.Survey.Respondents != "":
		return fmt.Sprintf(sayRespondents, name, e.Survey.Respondents), e.Sources
	case about == question.Fieldwork && e.Survey.Dates != "":
		return fmt.Sprintf(sayFieldwork, name, e.Survey.Dates), e.Sources
	}
	return "", nil
}

func presented(name string, p *data.Presentation) string {
	var where []string
	if p.Event != "" {
		where = append(where, p.Event)
	}
	if p.Place != "" {
		where = append(where, p.Place)
	}
	if p.Date != "" {
		where = append(where, Date(p.Date))
	}
	return fmt.Sprintf(sayPresentation, name, strings.Join(where, ", "))
}

func cautions(e *data.Edition, about question.About) []string {
	var all []string
	add := func(s string) {
		if s != "" {
			all = append(all, s)
		}
	}
	switch about {
	case question.Presentation:
		add(e.Presentation.Caution)
	case question.Sample, question.Respondents, question.Fieldwork:
		add(e.Survey.Caution)
	}
	add(e.Caution)
	return all
}
