package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"constat/bot/answer"
	"constat/bot/console"
	"constat/data"
)

var show = command{
	name:     "show",
	synopsis: "[OPTIONS] IDENTIFIANT",
	summary:  "montre un constat en entier, ou une édition, avec ses sources",
	details:  "L'IDENTIFIANT est celui d'un constat (e2-04), ou d'une édition (edition:SERIE:ANNÉE).",
	examples: []string{
		"constat show e2-04",
		"constat show edition:competences-numeriques:2015",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		dir := dataFlag(fs)
		return func(ctx context.Context, sh shell, ids []string) error {
			if len(ids) != 1 {
				return misused("donnez un identifiant, et un seul.")
			}
			l, err := library(*dir)
			if err != nil {
				return err
			}
			text, err := shown(l, ids[0])
			if err != nil {
				return err
			}
			_, err = io.WriteString(sh.stdout, console.Clean(text))
			return err
		}
	},
}

// shown tells all that a library knows of a finding or an edition.
func shown(l *data.Library, id string) (string, error) {
	if f, ok := l.Finding(id); ok {
		return showFinding(f), nil
	}
	var ids []string
	for _, e := range l.Editions {
		name := answer.Citation{Edition: e}.ID()
		if name == id {
			return showEdition(e), nil
		}
		ids = append(ids, name)
	}
	unknown := fmt.Sprintf("aucune édition ne porte l'identifiant « %s ».", id)
	if !strings.HasPrefix(id, "edition:") {
		unknown = fmt.Sprintf("aucun constat ne porte l'identifiant « %s ».", id)
		for _, f := range l.Findings {
			ids = append(ids, f.ID)
		}
	}
	if near := nearest(id, ids, 3); len(near) > 0 {
		return "", fmt.Errorf("%s Les plus proches : %s.", unknown, strings.Join(near, ", "))
	}
	return "", errors.New(unknown)
}

// A sheet is labelled lines, one a thing that is known.
type sheet struct{ strings.Builder }

func (s *sheet) line(label, text string) {
	if text != "" {
		fmt.Fprintf(s, "  %s : %s\n", label, text)
	}
}

func (s *sheet) number(label string, n int) {
	if n != 0 {
		s.line(label, strconv.Itoa(n))
	}
}

func (s *sheet) fact(label string, yes bool) {
	if yes {
		s.line(label, "oui")
	}
}

func (s *sheet) sources(label string, all []*data.Source) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(s, "\n%s :\n", label)
	for _, src := range all {
		fmt.Fprintf(s, "  [%s] %s\n", src.ID, answer.SourceLine(src))
		var unknown []string
		for _, part := range []struct{ name, value string }{
			{"titre", src.Title}, {"auteur", src.Author}, {"adresse", src.URL},
		} {
			if part.value == "" {
				unknown = append(unknown, part.name)
			}
		}
		if len(unknown) > 0 {
			fmt.Fprintf(s, "      non connu : %s\n", strings.Join(unknown, ", "))
		}
		if src.Caution != "" {
			fmt.Fprintf(s, "      précaution : %s\n", src.Caution)
		}
	}
}

func (s *sheet) findings(label string, all []*data.Finding) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(s, "\n%s :\n", label)
	for _, f := range all {
		fmt.Fprintf(s, "  %s  %s\n", f.ID, f.Statement)
	}
}

var attributions = map[data.Attribution]string{
	data.Observatory: "l'observatoire",
	data.Journalist:  "l'auteur de la page, et non l'observatoire",
	data.Ambiguous:   "la page ne dit pas si c'est l'observatoire ou son auteur",
	data.Method:      "information sur l'enquête",
}

func showFinding(f *data.Finding) string {
	var s sheet
	fmt.Fprintf(&s, "%s\n%s\n\n", f.ID, f.Statement)
	s.line("édition", editionLine(f.Edition))
	s.line("observatoire", f.Edition.Observatory+" ("+f.Edition.Publisher+")")
	s.line("population", f.Population)
	s.line("indicateur", f.Indicator)
	if f.Figure != nil {
		s.line("chiffre", f.Figure.Wording+" ("+reading(*f.Figure)+")")
	}
	s.line("statut", string(f.Status))
	s.number("horizon", f.Horizon)
	s.line("année", years(f.Years))
	if f.Base != nil {
		s.line("effectif", strings.TrimSpace(count(f.Base.Size)+" "+f.Base.Label))
	}
	if len(f.Items) > 0 {
		label := "liste"
		if f.ItemsOpen {
			label = "liste (la source en nomme certains parmi d'autres)"
		}
		fmt.Fprintf(&s, "  %s :\n", label)
		for _, i := range f.Items {
			fmt.Fprintf(&s, "    %s\n", item(i))
		}
	}
	s.line("attribution", attributions[f.Attribution])
	s.line("propos de", f.Speaker)
	s.fact("déduit, non énoncé en toutes lettres", f.Deduced)
	s.fact("hors enquête", f.OutsideSurvey)
	s.line("passage", f.Passage)
	s.line("précaution", f.Caution)
	s.line("fichier", f.Edition.File)
	s.number("ligne", f.Line)
	s.sources("sources (la première est citée, les suivantes portent le même fait)", f.Sources)
	s.findings("contredit par", f.Contradicts)
	s.findings("redit, en d'autres mots", f.Restates)
	return s.String()
}

func showEdition(e *data.Edition) string {
	var s sheet
	fmt.Fprintf(&s, "%s\n%s\n\n", answer.Citation{Edition: e}.ID(), e.Observatory)
	s.line("éditeur", e.Publisher)
	s.line("série", e.Series)
	s.line("collection", e.Collection)
	if e.Year == 0 {
		s.line("édition", "année inconnue")
	}
	s.number("édition", e.Year)
	s.line("période", e.Period)
	s.number("rang", e.Rank)
	s.line("champ", e.Scope)
	if v := e.Survey; v != nil {
		s.line("effectif", strings.TrimSpace(count(v.Size)+" "+v.Unit))
		s.line("répondants", v.Respondents)
		s.line("dates de l'enquête", orUnknown(v.Dates, "inconnues"))
		s.line("précaution sur l'enquête", v.Caution)
	}
	if p := e.Presentation; p != nil {
		s.line("présentation", strings.Join(compact(p.Event, p.Place, answer.Date(p.Date)), ", "))
		s.line("précaution sur la présentation", p.Caution)
	}
	for _, d := range e.Populations {
		s.line("population « "+d.Name+" »", d.Text)
	}
	for _, i := range e.Indicators {
		text := orUnknown(strings.Join(i.Aliases, ", "), "sans autre nom")
		if i.Break != nil {
			text += fmt.Sprintf(" ; rupture en %d : %s", i.Break.Edition, i.Break.Reason)
		}
		s.line("indicateur « "+i.Name+" »", text)
	}
	s.line("précaution", e.Caution)
	s.line("fichier", e.File)
	s.sources("sources", e.Sources)
	s.findings("constats", e.Findings)
	return s.String()
}

// editionLine says when an edition is from, and its id.
func editionLine(e *data.Edition) string {
	when := "année inconnue"
	switch {
	case e.Period != "":
		when = e.Period
	case e.Year != 0:
		when = strconv.Itoa(e.Year)
	}
	return when + " (" + answer.Citation{Edition: e}.ID() + ")"
}

func item(i data.Item) string {
	s := i.Label
	if i.Rank != 0 {
		s = fmt.Sprintf("%d. %s", i.Rank, s)
	}
	if i.Figure != nil {
		s += " : " + i.Figure.Wording
	}
	if i.Detail != "" {
		s += " (" + i.Detail + ")"
	}
	return s
}

func years(all []int) string {
	s := make([]string, len(all))
	for i, y := range all {
		s[i] = strconv.Itoa(y)
	}
	return strings.Join(s, ", ")
}

// count writes a number of people, or nothing when it is unknown.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return decimal(float64(n))
}

func orUnknown(s, unknown string) string {
	if s == "" {
		return unknown
	}
	return s
}

// compact returns the texts that are not empty.
func compact(all ...string) []string {
	var some []string
	for _, s := range all {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}
