package bot

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"constat/bot/answer"
	"constat/data"
)

// conversations is how many generated conversations pass the gate test.
const conversations = 10_000

// TestGate re-reads what was sent with lines of its own: every number that
// leaves must stand in what is cited, offered, loaded or typed, and a planted
// wrong digit must be caught.
func TestGate(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	gardens, _ := data.Read(os.DirFS("../data/testdata/jardins"))
	n := conversations / 2
	if testing.Short() {
		n /= inShort
	}
	for _, l := range []*data.Library{published, gardens} {
		b := open(t, l)
		r := rand.New(rand.NewPCG(2015, 44))
		kinds, planted := map[answer.Kind]int{}, 0
		for range n {
			state, conversation := "", ""
			for range 1 + r.IntN(2) {
				said := ask(r, l)
				conversation += said + "\n"
				a := b.Handle(context.Background(), Message{Text: said, State: state})
				state = a.State
				kinds[a.Kind]++
				for _, text := range []string{parts(a), a.Text, a.Sentence()} {
					if n := stranger(l, conversation, a, text); n != "" {
						t.Fatalf("%q was sent to %q in:\n%s", n, said, text)
					}
				}
				if err := answer.Gate(a, parts(a)); err != nil {
					t.Fatalf("%v, sent to %q", err, said)
				}
				if q := stranded(a); q != "" {
					t.Fatalf("%q stands between guillemets to %q in:\n%s", q, said, a.Text)
				}
				if wrong, ok := plant(r, a.Text); ok {
					planted++
					if answer.Gate(a, wrong) == nil {
						t.Fatalf("the gate let a planted digit out:\n%s\ninstead of:\n%s", wrong, a.Text)
					}
				}
			}
		}
		if enough := n / 20; kinds[answer.Found] < enough || kinds[answer.Abstained] < enough || planted < enough {
			t.Errorf("the conversations are too alike to prove anything: %v, %d planted digits", kinds, planted)
		}
	}
}

// parts are the texts of an answer as a card shows them: those of its view,
// addresses left out as no renderer shows them, and the labels of its buttons.
func parts(a answer.Answer) string {
	v := a.View()
	all := slices.Concat([]string{v.Lead, v.Figure, v.Statement, v.Listed}, v.Notes, v.Studies)
	for _, f := range v.Fields {
		all = append(all, f.Label+" : "+f.Value)
	}
	for _, g := range v.Groups {
		all = append(append(all, g.Heading), g.Lines...)
	}
	for _, s := range v.Sources {
		all = append(all, s.Label)
	}
	for _, c := range slices.Concat(a.Near, a.Choices, a.FollowUps) {
		all = append(all, c.Label)
	}
	return strings.Join(all, "\n")
}

var (
	digits     = regexp.MustCompile(`\d+`)
	percentage = regexp.MustCompile(`(\d+)[\s\x{a0}\x{202f}]*%`)
)

// stranger returns a number of a text that nothing accounts for. It knows
// nothing of the gate: it compares runs of digits with the edition's own text.
func stranger(l *data.Library, said string, a answer.Answer, text string) string {
	var known strings.Builder
	for _, e := range l.Editions {
		fmt.Fprintln(&known, e.Year, e.Rank, e.Period, e.Observatory)
	}
	for _, c := range a.Cited {
		fmt.Fprintf(&known, "%+v %+v %+v %+v\n", *c.Edition, c.Edition.Survey, c.Edition.Presentation, c.Finding)
		for _, s := range c.Sources() {
			fmt.Fprintf(&known, "%+v\n", *s)
		}
		if c.Finding != nil {
			fmt.Fprintf(&known, "%+v %+v\n", c.Finding.Figure, c.Finding.Base)
			for _, i := range c.Finding.Items {
				fmt.Fprintf(&known, "%+v %+v\n", i, i.Figure)
			}
		}
	}
	for _, offered := range [][]answer.Choice{a.Near, a.Choices, a.FollowUps} {
		for _, c := range offered {
			fmt.Fprintln(&known, c.Finding.Indicator, c.Finding.Population, c.Finding.Horizon, c.Finding.Years)
		}
	}
	if a.Told != nil {
		fmt.Fprintf(&known, "%+v %+v\n", *a.Told, a.Told.Figure)
	}
	if a.Kind == answer.Abstained {
		known.WriteString(said) // a year or a size that is repeated as theirs
	}
	accounted := map[string]bool{}
	for _, n := range digits.FindAllString(known.String(), -1) {
		accounted[strings.TrimLeft(n, "0")] = true
	}
	for _, n := range digits.FindAllString(text, -1) {
		if !accounted[strings.TrimLeft(n, "0")] && !accounted[n] {
			return n
		}
	}
	return ""
}

var guillemets = regexp.MustCompile(`«[\s\x{a0}]*([^»]*?)[\s\x{a0}]*»`)

// stranded returns what stands between guillemets and is neither a formula nor
// a printed title, nor quoted by an editor in a precaution, a statement or the
// name of an observatory.
func stranded(a answer.Answer) string {
	var printed strings.Builder
	note := func(f *data.Finding) {
		fmt.Fprintln(&printed, f.Statement, f.Caution, f.Edition.Caution, f.Edition.Observatory)
		if f.Figure != nil {
			fmt.Fprintln(&printed, f.Figure.Wording)
		}
		for _, i := range f.Items {
			fmt.Fprintln(&printed, i.Label, i.Detail)
			if i.Figure != nil {
				fmt.Fprintln(&printed, i.Figure.Wording)
			}
		}
	}
	for _, c := range a.Cited {
		if c.Finding != nil {
			note(c.Finding)
		}
		fmt.Fprintln(&printed, c.Edition.Observatory)
		if p := c.Edition.Presentation; p != nil {
			fmt.Fprintln(&printed, p.Caution)
		}
		for _, s := range c.Sources() {
			fmt.Fprintln(&printed, s.Title)
		}
	}
	if a.Told != nil {
		note(a.Told)
	}
	for _, m := range guillemets.FindAllStringSubmatch(a.Text, -1) {
		if !strings.Contains(printed.String(), m[1]) {
			return m[1]
		}
	}
	return ""
}

// plant makes one percentage of a text wrong.
func plant(r *rand.Rand, text string) (string, bool) {
	at := percentage.FindStringSubmatchIndex(text)
	if at == nil {
		return "", false
	}
	return text[:at[2]] + fmt.Sprint(101+r.IntN(800)) + text[at[3]:], true
}

// ask makes up what a person may type: a finding's words under a wish, with
// another year, population or claim, or no sense at all.
func ask(r *rand.Rand, l *data.Library) string {
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	f := l.Findings[r.IntN(len(l.Findings))]
	other := l.Findings[r.IntN(len(l.Findings))]
	if measured := l.Findings[r.IntN(len(l.Findings))]; measured.Figure != nil {
		f = measured
	}
	subject := pick(f.Indicator, f.Indicator, f.Statement, f.Statement, other.Indicator, "cybersécurité")
	whom := pick("", "", f.Population, f.Population, other.Population, "départements", "communes de moins de 3 500 habitants")
	when := pick("", "", "", fmt.Sprint("en ", f.Edition.Year), "en 2019", "d'ici 2030", "dans dix ans")
	wish := pick("quelle part des", "combien de", "quel pourcentage de", "qui pilote", "que dit l'observatoire sur", "quand", "où", "pourquoi", "", "17 % des", "la majorité des", "combien n'ont pas de", "qu'avez-vous sur")
	end := pick("", " ?", ", vous confirmez ?", " non ?", " svp", "…")
	return strings.Join([]string{wish, whom, subject, when}, " ") + end
}
