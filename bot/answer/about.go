package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// aboutEdition answers what an edition file says of itself, for each year that
// is asked, or else for the newest edition that says it. A finding that prints
// it goes first: it has a source of its own.
func aboutEdition(l *data.Library, q question.Question, candidates []candidate) Answer {
	editions := editionsAsked(l, q)
	onePublisher := len(editions) > 1 && len(editions) == len(l.Editions) &&
		!slices.ContainsFunc(editions, func(e *data.Edition) bool { return e.Publisher != editions[0].Publisher })
	for _, c := range candidates {
		if q.About == question.Scope && c.mentions(q) && len(c.missing) == 0 && c.Figure == nil {
			return found(l, q, fact{answers: []*data.Finding{c.Finding}}) // it names those of whom one asks whether they are in it
		}
		if c.Attribution == data.Method && c.answers() && len(q.Subject) > 0 && slices.Contains(editions, c.Edition) {
			return found(l, q, fact{answers: []*data.Finding{c.Finding}})
		}
	}
	a := Answer{Kind: Found}
	var told []View
	for _, e := range editions {
		var v View
		if f := printed(e, q.About); f != nil {
			a.cite(f)
			v.tell(l, f)
			v.Notes = noted(f.Caution)
		} else if said, sources := tell(e, q.About, q.Wants); said != "" {
			if q.About == question.Publisher && onePublisher {
				said = fmt.Sprintf(sayPublisherAll, the(e.Publisher)) // why this edition, otherwise?
			}
			a.Cited = append(a.Cited, Citation{Edition: e, About: q.About, said: said, sources: sources})
			v.Statement, v.Notes = said, noted(cautionOf(e, q.About))
		} else {
			continue
		}
		if q.Demands.Has(question.Day) && !namesDay(v.Statement) {
			a.Cited = a.Cited[:len(a.Cited)-1]
			continue
		}
		told = append(told, v)
		if len(told) >= len(q.Years) { // one a year asked, or the first
			break
		}
	}
	switch {
	case len(a.Cited) < len(q.Years) || len(a.Cited) == 0 && q.Rank != 0:
		return Answer{Kind: Abstained, Reason: OtherEdition, view: View{Lead: fmt.Sprintf(sayOtherEdition, when(q))}, Asked: asked(q)}
	case len(a.Cited) == 0 && q.Before != "" && !q.Followed && len(editions) > 0:
		return Answer{Kind: Abstained, Reason: NotMeasured, view: View{Lead: fmt.Sprintf(sayNotToldOf, editionName(editions[0]))}}
	case len(a.Cited) == 0:
		return Answer{Kind: Abstained, Reason: NotMeasured, view: View{Lead: sayNotTold}}
	}
	if len(told) == 1 {
		a.view = told[0]
		return a.close(l)
	}
	var all Group
	for i, v := range told {
		line := editionName(a.Cited[i].Edition) + nbsp + ": " + v.Statement
		if f := a.Cited[i].Finding; f != nil {
			line = brief(l, f, f)
		}
		all.Lines = append(all.Lines, capital(line))
		a.view.Notes = append(a.view.Notes, v.Notes...)
	}
	a.view.Groups = []Group{all}
	return a.close(l)
}

func noted(caution string) []string {
	if caution == "" {
		return nil
	}
	return []string{caution}
}

// printed returns the finding that prints what is asked of an edition: its
// sample as a figure, or where it was shown.
func printed(e *data.Edition, about question.About) *data.Finding {
	for _, f := range e.Findings {
		if f.Attribution != data.Method {
			continue
		}
		switch {
		case about == question.Sample && e.Survey != nil && f.Figure != nil && f.Figure.Kind == figure.Count && *f.Figure.Value == float64(e.Survey.Size),
			about == question.Fieldwork && e.Survey != nil && e.Survey.Dates != "" && contains(f.Statement, e.Survey.Dates),
			about == question.Presentation && placed(f):
			return f
		}
	}
	return nil
}

// editionsAsked are the editions that the question may be about: first those
// of a series that calls itself as the person does ("l'observatoire"), then
// those of the longest series, the newest first.
func editionsAsked(l *data.Library, q question.Question) []*data.Edition {
	length := map[string]int{}
	for _, e := range l.Editions {
		length[e.Series]++
	}
	var asked []*data.Edition
	for _, e := range l.Editions {
		if slices.ContainsFunc(q.Titled, func(w string) bool { return !contains(e.Title(), w) }) || !represents(l, e, q) ||
			len(q.Years) > 0 && !slices.Contains(q.Years, e.Year) || q.Rank != 0 && !l.Ranked(q.Rank, e) {
			continue
		}
		asked = append(asked, e)
	}
	called := func(e *data.Edition) int {
		if q.Survey != "" && contains(e.Observatory, q.Survey) {
			return 0
		}
		return 1
	}
	if before, ok := l.Finding(q.Before); ok && !q.Followed { // the study under discussion
		return slices.DeleteFunc(asked, func(e *data.Edition) bool { return e != before.Edition })
	}
	slices.SortStableFunc(asked, func(a, b *data.Edition) int {
		return cmp.Or(called(a)-called(b), length[b.Series]-length[a.Series], b.Year-a.Year)
	})
	return asked
}

// represents reports whether those whom the question counts are those whom an
// edition surveyed: "combien de départements ont répondu ?" is about a part of
// them, which no edition tells.
func represents(l *data.Library, e *data.Edition, q question.Question) bool {
	if q.About != question.Sample || !q.Who.Named() {
		return true
	}
	surveyed := []lexicon.Population{e.Whole}
	if e.Survey != nil {
		for _, text := range []string{e.Survey.Unit, e.Survey.Respondents} {
			who, _ := l.Lexicon.Population(text)
			surveyed = append(surveyed, who)
		}
	}
	return slices.ContainsFunc(surveyed, func(who lexicon.Population) bool {
		return who.Named() && l.Lexicon.Relate(q.Who, who) == lexicon.Same
	})
}

// tell says what an edition says of itself, or nothing when it does not, and
// the sources that carry it.
func tell(e *data.Edition, about question.About, wants question.Wants) (string, []*data.Source) {
	switch {
	case about == question.Publisher:
		return fmt.Sprintf(sayPublisher, the(e.Publisher)), e.Sources
	case about == question.Scope:
		for _, p := range e.Populations {
			if p.Text != "" && lexicon.Fold(p.Name) == lexicon.Fold(e.Scope) {
				return fmt.Sprintf(sayScope, e.Scope, p.Text), e.Sources
			}
		}
		return "", nil // the name of a field tells nobody which levels it covers
	case about == question.Presentation && e.Presentation != nil:
		p := e.Presentation
		if wants == question.Date && p.Date == "" || wants == question.Place && p.Place == "" {
			return "", nil
		}
		return presented(p), p.Sources
	case e.Survey == nil:
		return "", nil
	case about == question.Sample && e.Survey.Size != 0:
		return fmt.Sprintf(saySample, strings.TrimSpace(number(e.Survey.Size)+" "+e.Survey.Unit)), e.Sources
	case about == question.Respondents && e.Survey.Respondents != "":
		return fmt.Sprintf(sayRespondents, e.Survey.Respondents), e.Sources
	case about == question.Fieldwork && e.Survey.Dates != "":
		return fmt.Sprintf(sayFieldwork, e.Survey.Dates), e.Sources
	}
	return "", nil
}

func cautionOf(e *data.Edition, about question.About) string {
	switch about {
	case question.Presentation:
		return e.Presentation.Caution
	case question.Sample, question.Respondents, question.Fieldwork:
		return e.Survey.Caution
	}
	return ""
}

// shownElsewhere answers where or when another edition was shown, after a finding
// that told it of one: the edition file tells it where no finding does.
func shownElsewhere(l *data.Library, q question.Question, candidates []candidate) (Answer, bool) {
	before, ok := l.Finding(q.Before)
	if !ok || q.Added || len(q.Years)+q.Rank == 0 || q.Wants != question.Place && q.Wants != question.Date || !placed(before) {
		return Answer{}, false
	}
	q.About = question.Presentation
	a := aboutEdition(l, q, candidates)
	return a, a.Kind == Found
}
