package answer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"constat/data"
	"constat/data/lexicon"
)

// How a finding is told: its state, whom it is about, when, who says it.

// statusWords say a status after a population and an edition.
var statusWords = map[data.Status]string{
	data.Adopted:          "adopté",
	data.UnderWay:         "en cours",
	data.Planned:          "prévu",
	data.AdoptedOrPlanned: "adopté ou prévu",
	data.None:             "constat d'absence",
	data.Perception:       "avis des répondants",
	data.Ranking:          "classement",
	data.Estimate:         "estimation",
}

// attributionWords say who makes a statement when it is not the observatory.
var attributionWords = map[data.Attribution]string{
	data.Journalist: "propos de l'auteur de la page, à ne pas prêter à l'observatoire",
	data.Ambiguous:  "la page ne dit pas si l'idée vient de l'observatoire ou de son auteur",
	data.Method:     "information sur l'enquête",
}

// brief tells a finding on one line, with the publisher of its source and its
// precaution. What the finding that leads the answer says already is left out.
func brief(l *data.Library, f, lead *data.Finding) string {
	s := strings.TrimSuffix(f.Statement, ".")
	if f.Figure != nil {
		s = quote(f.Figure.Wording)
		if f == lead || f.Indicator != lead.Indicator || lead.Figure == nil {
			if merged, ok := merge(s, f.Statement); ok {
				s = strings.TrimSuffix(merged, ".")
			} else {
				s += nbsp + ": " + goesOn(strings.TrimSuffix(f.Statement, "."))
			}
		}
	}
	s += " (" + frame(l, f)
	if len(f.Sources) > 0 {
		s += nbsp + "; " + f.Sources[0].Publisher
	}
	s += ")."
	if f.Caution != "" {
		s += " " + f.Caution
	}
	return s
}

// fields say whom a finding is about, when, how many answered, in what state
// the thing is and who says it.
func fields(l *data.Library, f *data.Finding) []Field {
	var all []Field
	add := func(label, value string) {
		if value != "" {
			all = append(all, Field{label, value})
		}
	}
	whom := f.Population
	if whom != "" && f.Attribution != data.Method && f.Status != data.Perception && l.Lexicon.OnlyRespondents(l.Lexicon.PeopleOf(f.Who)) {
		whom += ", d'après leurs réponses"
	}
	add("Population", whom)
	add(dateLabel(f.Edition), dateOf(f.Edition)+yearsOf(f))
	if b := f.Base; b != nil {
		add("Base", strings.TrimSpace(number(b.Size)+" "+b.Label))
	}
	switch s := statusWords[f.Status]; {
	case s != "" && f.Horizon != 0:
		add("Statut", s+until(f))
	case s == "" && f.Horizon != 0:
		add("Horizon", strconv.Itoa(f.Horizon))
	default:
		add("Statut", s)
	}
	if f.Speaker != "" {
		add("Auteur des propos", f.Speaker)
	}
	add("Attribution", attributionWords[f.Attribution])
	if f.Deduced {
		add("Lecture", sayDeduced)
	}
	if f.OutsideSurvey {
		add("Portée", sayOutside)
	}
	return all
}

// frame is fields as they stand between parentheses.
func frame(l *data.Library, f *data.Finding) string {
	var parts []string
	for _, field := range fields(l, f) {
		switch field.Label {
		case labelEdition, LabelStudy:
			parts = append(parts, editionOf(f))
		case "Base", "Horizon":
			parts = append(parts, uncapital(field.Label)+nbsp+": "+field.Value)
		case "Auteur des propos":
			parts = append(parts, "propos "+ofThe(field.Value))
		default:
			parts = append(parts, field.Value)
		}
	}
	return strings.Join(parts, ", ")
}

// until says the horizon of a finding.
func until(f *data.Finding) string {
	if f.Status == data.Planned || f.Status == data.AdoptedOrPlanned {
		return fmt.Sprintf(" d'ici à %d", f.Horizon)
	}
	return fmt.Sprintf(", à l'horizon %d", f.Horizon)
}

func editionOf(f *data.Finding) string { return editionName(f.Edition) + yearsOf(f) }

// yearsOf are the years that a finding is about, when they are not its
// edition's.
func yearsOf(f *data.Finding) string {
	if len(f.Years) == 0 {
		return ""
	}
	about := make([]string, len(f.Years))
	for i, y := range f.Years {
		about[i] = strconv.Itoa(y)
	}
	return ", portant sur " + join(about)
}

// according opens a citation: "Selon l'Observatoire … (Markess)".
func according(e *data.Edition) string {
	name := the(title(e))
	if whole, ok := strings.CutSuffix(name, ")"); ok {
		return "Selon " + whole + nbsp + "; " + e.Publisher + ")"
	}
	return "Selon " + name + " (" + e.Publisher + ")"
}

// tells goes on from "Selon …" with a statement: after a comma when its first
// word is no name.
func tells(f *data.Finding) string {
	s := strings.TrimSuffix(f.Statement, ".")
	if on := goesOn(s); on != s {
		return ", " + on
	}
	return nbsp + ": " + s
}

// goesOn is a sentence without its capital, when its first word is no name.
func goesOn(s string) string {
	if words := lexicon.Words(s); len(words) > 0 && lexicon.ClassOf(words[0].Text) == lexicon.Function {
		return uncapital(s)
	}
	return s
}

// editionName is "édition 2015", or "étude" and the period as printed.
func editionName(e *data.Edition) string {
	switch {
	case e.Period != "" && unicode.IsLetter(rune(e.Period[0])):
		return "étude " + of(e.Period) // "étude de juin 2015"
	case e.Period != "":
		return "étude " + e.Period
	}
	return "édition " + dateOf(e)
}

// dateLabel is the label of the date of an edition: a study that says its period
// is not called an edition.
func dateLabel(e *data.Edition) string {
	if e.Period != "" {
		return LabelStudy
	}
	return labelEdition
}

// dateOf is the period of an edition as printed, or its year, or an avowal.
func dateOf(e *data.Edition) string {
	switch {
	case e.Period != "":
		return e.Period
	case e.Year != 0:
		return strconv.Itoa(e.Year)
	}
	return "sans date connue"
}

// items lists what a finding enumerates.
func items(f *data.Finding) string {
	var all []string
	for _, i := range f.Items {
		s := i.Label
		if i.Rank != 0 {
			s = rank(i.Rank) + nbsp + ": " + s
		}
		switch {
		case i.Figure != nil && i.Detail != "":
			s += " (" + quote(i.Figure.Wording) + ", " + i.Detail + ")"
		case i.Figure != nil:
			s += " (" + quote(i.Figure.Wording) + ")"
		case i.Detail != "":
			s += " (" + i.Detail + ")"
		}
		all = append(all, s)
	}
	s := strings.Join(all, nbsp+"; ")
	if f.ItemsOpen {
		s += listOpen
	}
	return s
}
