package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"constat/bot/answer"
	"constat/bot/console"
	"constat/bot/journal"
	"constat/bot/publish"
)

var report = command{
	name:     "report",
	synopsis: "[OPTIONS]",
	summary:  "montre ce qui a été demandé sans réponse, et ce qu'on dit des réponses",
	details: `Lit le journal du dossier d'état. Les questions n'y sont que si serve a été lancé avec
--journal-days : sans leur texte ni qui les a posées, groupées par ce sur quoi elles
portaient. Le sujet n'est écrit qu'avec les mots que les éditions connaissent.`,
	examples: []string{
		"constat report --state /var/lib/constat",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		state, format := readStateFlag(fs), formatFlag(fs, "text", "json")
		return func(ctx context.Context, sh shell, args []string) error {
			switch {
			case len(args) > 0:
				return misused("report ne prend que des options.")
			case *state == "":
				return errNoState
			}
			return writeReport(sh.stdout, *state, *format)
		}
	},
}

func writeReport(w io.Writer, state, format string) error {
	j := publish.Journal(state)
	r, err := j.Report()
	if err != nil {
		return err
	}
	if format == "json" {
		line, err := console.Line(r)
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	}
	_, err = io.WriteString(w, console.Clean(reported(r, filepath.ToSlash(state))))
	return err
}

func reported(r journal.Report, state string) string {
	var b strings.Builder
	counts := []string{plural(r.Asked, "question"), plural(r.Found, "réponse"), plural(r.Published, "publication")}
	if r.RolledBack > 0 {
		counts = append(counts, plural(r.RolledBack, "retour"))
	}
	b.WriteString(strings.Join(counts, ", ") + ".\n")
	if r.Asked == 0 {
		fmt.Fprintf(&b, "Aucune question n'est gardée dans « %s » : constat serve --journal-days N les garde N jours.\n", state)
	}
	if r.Altered != nil {
		fmt.Fprintf(&b, "Attention : %v\n", r.Altered)
	}
	if r.Lost > 0 {
		fmt.Fprintf(&b, "Questions acceptées et restées sans réponse, quand un processus a été tué : %d.\n", r.Lost)
	}
	table := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	if len(r.Unanswered) > 0 {
		b.WriteString("\nDemandé, et sans réponse :\n")
	}
	for _, u := range r.Unanswered {
		fmt.Fprintf(table, "  %d\t%s\t%s\n", u.Count, subject(u.Understood), reasons[u.Reason])
	}
	table.Flush()
	if len(r.Remarks) > 0 {
		b.WriteString("\nRemarques :\n")
	}
	for _, m := range r.Remarks {
		fmt.Fprintf(table, "  %d\t%s\t%s\n", m.Count, m.Finding, m.Reason)
	}
	table.Flush()
	if len(r.Refusals) > 0 {
		b.WriteString("\nRefusé à qui n'est pas administrateur :\n")
	}
	for _, refusal := range r.Refusals {
		fmt.Fprintf(table, "  %s\t%s\t%s\n", moment(refusal.At), refusal.By, refusal.Act)
	}
	table.Flush()
	return b.String()
}

// reasons say why nothing was answered.
var reasons = map[answer.Reason]string{
	answer.NothingFound:    "rien de publié",
	answer.NotMeasured:     "pas mesuré",
	answer.OtherPopulation: "publié pour une autre population",
	answer.OtherEdition:    "publié dans une autre édition",
	answer.OtherStatus:     "publié pour un autre statut",
	answer.Opinion:         "avis ou conseil",
	answer.Prediction:      "prévision",
	answer.OffTopic:        "hors du sujet",
	answer.Empty:           "pas de question",
}

// subject is what a question was about.
func subject(u answer.Understood) string {
	parts := []string{u.Indicator}
	if u.Indicator == "" {
		parts[0] = "sujet inconnu des éditions"
	}
	parts = append(parts, u.Populations...)
	for _, y := range u.Editions {
		parts = append(parts, fmt.Sprint(y))
	}
	return strings.Join(compact(append(parts, u.Status)...), ", ")
}
