package publish

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/data"
)

// Impact is what a version would change: to what is published, and to what is
// answered.
type Impact struct {
	Added        []Statement     `json:"added"`
	Changed      []Change        `json:"changed"`
	Removed      []Statement     `json:"removed"`
	Contradicted []Contradiction `json:"contradicted"` // otherwise than before
	Answers      Answers         `json:"answers"`
}

// A Statement is a finding that only one of two versions has.
type Statement struct {
	Finding string `json:"finding"`
	Edition string `json:"edition"` // "jardins 2023"
	Text    string `json:"statement"`
}

// A Change is what is written otherwise of a finding, or of an edition itself.
type Change struct {
	Finding string  `json:"finding"` // empty when it is the edition's
	Edition string  `json:"edition"`
	Fields  []Field `json:"fields"`
}

// A Field is one key of the edition file, before and after.
type Field struct {
	Key    string `json:"key"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// A Contradiction is a finding that other ones contradict from then on, or
// that they do not any more.
type Contradiction struct {
	Finding  string   `json:"finding"`
	By       []string `json:"by"`
	NoLonger []string `json:"no_longer"`
}

// difference is what a library publishes otherwise than another one.
func difference(before, after *data.Library) Impact {
	i := Impact{Added: []Statement{}, Changed: []Change{}, Removed: []Statement{}, Contradicted: []Contradiction{}}
	for _, f := range before.Findings {
		if _, kept := after.Finding(f.ID); !kept {
			i.Removed = append(i.Removed, statement(f))
		}
	}
	for _, e := range after.Editions {
		if was := run(before, e); was != nil {
			if fields := changed(editionFields(was), editionFields(e)); len(fields) > 0 {
				i.Changed = append(i.Changed, Change{Edition: runName(e), Fields: fields})
			}
		}
	}
	for _, f := range after.Findings {
		was, known := before.Finding(f.ID)
		if !known {
			i.Added = append(i.Added, statement(f))
			was = &data.Finding{}
		} else if fields := changed(findingFields(was), findingFields(f)); len(fields) > 0 {
			i.Changed = append(i.Changed, Change{f.ID, runName(f.Edition), fields})
		}
		by, noLonger := without(f.Contradicts, was.Contradicts), without(was.Contradicts, f.Contradicts)
		if len(by)+len(noLonger) > 0 {
			i.Contradicted = append(i.Contradicted, Contradiction{f.ID, by, noLonger})
		}
	}
	return i
}

func statement(f *data.Finding) Statement {
	return Statement{f.ID, runName(f.Edition), f.Statement}
}

// run is the edition of a library that is of the series and year of another.
func run(l *data.Library, e *data.Edition) *data.Edition {
	i := slices.IndexFunc(l.Editions, func(other *data.Edition) bool { return other.Series == e.Series && other.Year == e.Year })
	if i < 0 {
		return nil
	}
	return l.Editions[i]
}

func runName(e *data.Edition) string {
	if e.Year == 0 {
		return e.Series
	}
	return fmt.Sprintf("%s %d", e.Series, e.Year)
}

func ids(findings []*data.Finding) []string {
	all := make([]string, len(findings))
	for i, f := range findings {
		all[i] = f.ID
	}
	return all
}

// without lists the findings of a list that the other one has not.
func without(list, other []*data.Finding) []string {
	known := ids(other)
	return slices.DeleteFunc(ids(list), func(id string) bool { return slices.Contains(known, id) })
}

// changed are the fields that differ; both lists have the same keys.
func changed(before, after []Field) []Field {
	var fields []Field
	for i, f := range after {
		if was := before[i].After; was != f.After {
			fields = append(fields, Field{f.Key, was, f.After})
		}
	}
	return fields
}

// findingFields writes a finding under the keys of the edition file. What one
// reads is what is compared: a source is told in full, because a corrected
// address changes what is cited.
func findingFields(f *data.Finding) []Field {
	base := ""
	if f.Base != nil {
		base = fmt.Sprintf("%d %s", f.Base.Size, f.Base.Label)
	}
	var items []string
	for _, i := range f.Items {
		text := i.Label
		if i.Rank > 0 {
			text = fmt.Sprintf("%d. %s", i.Rank, text)
		}
		if i.Figure != nil {
			text += " : " + i.Figure.Wording
		}
		if i.Detail != "" {
			text += " (" + i.Detail + ")"
		}
		items = append(items, text)
	}
	return []Field{
		{Key: "enonce", After: f.Statement},
		{Key: "chiffre", After: wording(f)},
		{Key: "moderateur", After: qualifier(f)},
		{Key: "population", After: f.Population},
		{Key: "indicateur", After: f.Indicator},
		{Key: "annee", After: joined(f.Years)},
		{Key: "base", After: base},
		{Key: "statut", After: string(f.Status)},
		{Key: "horizon", After: number(f.Horizon)},
		{Key: "liste", After: strings.Join(items, ", ")},
		{Key: "liste_ouverte", After: yes(f.ItemsOpen)},
		{Key: "source", After: sources(f.Sources)},
		{Key: "passage", After: f.Passage},
		{Key: "attribution", After: string(f.Attribution)},
		{Key: "locuteur", After: f.Speaker},
		{Key: "deduit", After: yes(f.Deduced)},
		{Key: "hors_enquete", After: yes(f.OutsideSurvey)},
		{Key: "redit", After: strings.Join(ids(f.Restates), ", ")},
		{Key: "precaution", After: f.Caution},
	}
}

// wording is the figure in its source's words.
func wording(f *data.Finding) string {
	if f.Figure == nil {
		return ""
	}
	return f.Figure.Wording
}

// qualifier is what the long form of a figure may say beside its words; its
// value and unit must be what the words say.
func qualifier(f *data.Finding) string {
	if f.Figure == nil {
		return ""
	}
	return f.Figure.Qualifier
}

// editionFields writes what an edition says beside its findings.
func editionFields(e *data.Edition) []Field {
	survey, shown := "", ""
	if s := e.Survey; s != nil {
		survey = filled(" ; ", number(s.Size), s.Unit, s.Respondents, s.Dates, s.Caution)
	}
	if p := e.Presentation; p != nil {
		shown = filled(" ; ", p.Event, p.Place, p.Date, sources(p.Sources), p.Caution)
	}
	var populations, indicators []string
	for _, p := range e.Populations {
		populations = append(populations, p.Name+" : "+p.Text)
	}
	for _, i := range e.Indicators {
		text := i.Name + " (" + strings.Join(i.Aliases, ", ") + ")"
		if i.Break != nil {
			text += fmt.Sprintf(" rupture %d : %s", i.Break.Edition, i.Break.Reason)
		}
		indicators = append(indicators, text)
	}
	return []Field{
		{Key: "observatoire", After: e.Observatory},
		{Key: "collection", After: e.Collection},
		{Key: "editeur", After: e.Publisher},
		{Key: "periode", After: e.Period},
		{Key: "rang", After: number(e.Rank)},
		{Key: "champ", After: e.Scope},
		{Key: "precaution", After: e.Caution},
		{Key: "enquete", After: survey},
		{Key: "presentation", After: shown},
		{Key: "populations", After: strings.Join(populations, ", ")},
		{Key: "indicateurs", After: strings.Join(indicators, ", ")},
	}
}

func sources(all []*data.Source) string {
	var texts []string
	for _, s := range all {
		reconstructed := ""
		if s.Reconstructed {
			reconstructed = "titre reconstitué"
		}
		texts = append(texts, filled(", ", s.ID, s.Title, s.Publisher, s.Author, s.Date, s.DateEstimate, s.URL, s.Page, s.Caution, reconstructed))
	}
	return strings.Join(texts, " ; ")
}

// filled joins the parts that are not empty.
func filled(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), by)
}

func joined(years []int) string {
	var texts []string
	for _, y := range years {
		texts = append(texts, strconv.Itoa(y))
	}
	return strings.Join(texts, ", ")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}
