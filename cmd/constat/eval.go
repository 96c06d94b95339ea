package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"constat/bot/answer"
	"constat/bot/console"
	"constat/bot/eval"
)

var evaluate = command{
	name:     "eval",
	synopsis: "[OPTIONS] FICHIER…",
	summary:  "pose des fichiers de questions et mesure les réponses",
	details: `Un FICHIER tient une liste « questions », et peut fixer des seuils :
thresholds: {exact: 0.97, false: 0, wrong: 0}. Chaque mesure est donnée avec son intervalle
de Wilson à 95 %. Code de sortie 1 si un seuil n'est pas atteint.`,
	examples: []string{
		"constat eval bot/eval/testdata/markess.yaml",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		o := evaluation{data: dataFlag(fs), format: formatFlag(fs, "text", "json")}
		return o.run
	},
}

// evaluation is one run of eval.
type evaluation struct{ data, format *string }

func (o evaluation) run(ctx context.Context, sh shell, names []string) error {
	if len(names) == 0 {
		return misused("donnez au moins un fichier de questions.")
	}
	files, err := questionFiles(names)
	if err != nil {
		return err
	}
	b, err := open(*o.data)
	if err != nil {
		return err
	}
	defer b.Close()
	missed := false
	for i, f := range files {
		r := eval.Run(ctx, b.Handle, b.Library(), f)
		missed = missed || len(r.Missed) > 0
		if err := o.write(sh.stdout, r, f, i == 0); err != nil {
			return err
		}
	}
	if missed {
		return errFailed
	}
	return nil
}

// questionFiles reads every file; its error holds every fault of all of them.
func questionFiles(names []string) ([]*eval.File, error) {
	var files []*eval.File
	var faults []string
	for _, name := range names {
		shown := filepath.ToSlash(name)
		src, err := os.ReadFile(name)
		if err != nil {
			faults = append(faults, shown+" : ce fichier n'existe pas, ou n'est pas lisible.")
			continue
		}
		f, wrong := eval.Read(shown, src)
		if len(wrong) > 0 {
			faults = append(faults, wrong.Error())
		}
		files = append(files, f)
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("les questions ne peuvent pas être posées :\n%s", strings.Join(faults, "\n"))
	}
	return files, nil
}

func (o evaluation) write(w io.Writer, r eval.Report, f *eval.File, first bool) error {
	if *o.format == "json" {
		line, err := console.Line(r)
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	}
	text := console.Clean(reportText(r, f))
	if !first {
		text = "\n" + text
	}
	_, err := io.WriteString(w, text)
	return err
}

// measureNames say the measures, and of what each is a part.
var measureNames = map[string]string{
	"exact": "réponses exactes", "offered": "exactes ou à un clic", "false": "fausses réponses", "wrong": "constats erronés",
}

func reportText(r eval.Report, f *eval.File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s : %s, %d avec réponse publiée, %d sans.\n\n  Mesures, avec leur intervalle de Wilson à 95 %% :\n", r.File, plural(r.Questions, "question"), r.Exact.Of, r.False.Of)
	table := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for _, m := range []struct {
		name string
		rate eval.Rate
	}{{"exact", r.Exact}, {"offered", r.Offered}, {"false", r.False}, {"wrong", r.Wrong}} {
		fmt.Fprintf(table, "  %s\t%d sur %d\t%s\tde %s à %s\n", measureNames[m.name], m.rate.Count.Count, m.rate.Of, percent(m.rate.Rate), percent(m.rate.Low), percent(m.rate.High))
	}
	fmt.Fprintf(table, "  temps par question\t\tmédiane %s\t95e centile %s\n", duration(r.MedianMicros), duration(r.P95Micros))
	table.Flush()
	groups(&b, "nature", r.Kinds)
	groups(&b, "piège", r.Traps)
	if len(r.Unloaded) > 0 {
		fmt.Fprintf(&b, "\nAttendus, mais absents des éditions chargées : %s.\n", strings.Join(r.Unloaded, ", "))
	}
	if len(r.Failures) > 0 {
		b.WriteString("\nÉchecs :\n")
	}
	for _, f := range r.Failures {
		failure(&b, f)
	}
	thresholds(&b, r, f)
	return b.String()
}

func groups(b *strings.Builder, by string, all []eval.Group) {
	if len(all) == 0 {
		return
	}
	b.WriteString("\n")
	table := tabwriter.NewWriter(b, 0, 0, 3, ' ', 0)
	fmt.Fprintf(table, "  %s\texactes\tfausses\terronées\n", by)
	for _, g := range all {
		name := g.Name
		if name == "" {
			name = "(sans)"
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", name, of(g.Exact), of(g.False), of(g.Wrong))
	}
	table.Flush()
}

func of(c eval.Count) string {
	if c.Of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", c.Count, c.Of)
}

var outcomes = map[eval.Outcome]string{
	eval.Missed:   "sans réponse",
	eval.Wrong:    "constat erroné",
	eval.Invented: "fausse réponse",
	eval.Leaked:   "chiffre voisin donné",
}

func failure(b *strings.Builder, f eval.Failure) {
	fmt.Fprintf(b, "\n  %s : %s (%s)\n", f.ID, outcomes[f.Outcome], strings.Join(compact(f.Kind, f.Trap), ", "))
	for _, turn := range f.Turns {
		fmt.Fprintf(b, "    > %s\n", turn)
	}
	expected := "une abstention"
	switch {
	case len(f.Expected) > 0 && f.Match == eval.All:
		expected = "tous : " + strings.Join(f.Expected, ", ")
	case len(f.Expected) > 0:
		expected = strings.Join(f.Expected, " ou ")
	}
	got := string(f.Answer)
	if f.Answer == answer.Abstained {
		got += " " + string(f.Reason)
	}
	if len(f.Cited) > 0 {
		got += " " + strings.Join(f.Cited, ", ")
	}
	if len(f.Near) > 0 {
		got += " (voisins à ne pas citer : " + strings.Join(f.Near, ", ") + ")"
	}
	fmt.Fprintf(b, "    attendu : %s\n    obtenu : %s\n", expected, got)
	for line := range strings.Lines(f.Text) {
		fmt.Fprintf(b, "    | %s\n", strings.TrimRight(line, "\n"))
	}
}

func thresholds(b *strings.Builder, r eval.Report, f *eval.File) {
	switch {
	case len(f.Thresholds) == 0:
		return
	case len(r.Missed) == 0:
		b.WriteString("\nTous les seuils du fichier sont atteints.\n")
		return
	}
	b.WriteString("\n")
	for _, m := range r.Missed {
		bound := "au plus"
		if m.Measure == "exact" || m.Measure == "offered" {
			bound = "au moins"
		}
		fmt.Fprintf(b, "Seuil manqué : %s, %s au lieu de %s %s.\n", measureNames[m.Measure], percent(m.Measured), bound, percent(m.Value))
	}
}

// percent writes a part of one: "17,4 %".
func percent(p float64) string {
	return strings.Replace(fmt.Sprintf("%.1f", 100*p), ".", ",", 1) + nbsp + "%"
}

func duration(micros int64) string {
	if micros < 1000 {
		return fmt.Sprintf("%d"+nbsp+"µs", micros)
	}
	ms := float64(micros) / float64(time.Millisecond/time.Microsecond)
	return strings.Replace(fmt.Sprintf("%.1f", ms), ".", ",", 1) + nbsp + "ms"
}
