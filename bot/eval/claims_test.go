package eval

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// fewestTrue is the part of the true claims that are at least confirmed: the
// others are told undecided, or another edition answers.
const fewestTrue = 0.8

// TestClaims makes a true claim of every finding that publishes a share, and
// twists it: another population, the part for the whole, a growth, another
// stage, another number. What is twisted is never confirmed, what is true is
// never refuted.
func TestClaims(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for name, library := range map[string]*data.Library{
		"published": published, "veterinaires": invented(t, "testdata/veterinaires"), "bibliotheques": invented(t, "testdata/bibliotheques"),
		"cantines": invented(t, "testdata/cantines"), "velo": invented(t, "testdata/velo"),
	} {
		t.Run(name, func(t *testing.T) {
			b, err := bot.New(library)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			ask := func(claim string) answer.Answer {
				return b.Handle(t.Context(), bot.Message{Text: "est-il vrai que " + claim + " ?"})
			}
			truths, confirmed, twisted := 0, 0, 0
			for _, f := range library.Findings {
				c, ok := claimOf(library, f)
				if !ok {
					continue
				}
				truths++
				switch a := ask(c.truth); a.Verdict {
				case answer.Confirmed:
					confirmed++
				case answer.Different:
					t.Errorf("%s: %q is refuted by %s", f.ID, c.truth, a.Cited[0].ID())
				}
				for how, claim := range c.twists() {
					twisted++
					a := ask(claim)
					// What people plan, some others may have: their own finding says so.
					other := how == "stage" && a.Verdict == answer.Confirmed && a.Cited[0].Finding.Status != f.Status
					if a.Verdict == answer.Confirmed && !other {
						t.Errorf("%s, %s: %q is confirmed by %q", f.ID, how, claim, a.Cited[0].Finding.Statement)
					}
					if a.Verdict == answer.Different && how != "number" && how != "stage" {
						t.Errorf("%s, %s: %q is refuted by %q, of another measure", f.ID, how, claim, a.Cited[0].Finding.Statement)
					}
				}
			}
			t.Logf("%d true claims, %d confirmed; %d twisted", truths, confirmed, twisted)
			if float64(confirmed) < fewestTrue*float64(truths) {
				t.Errorf("only %d of %d true claims are confirmed", confirmed, truths)
			}
		})
	}
}

// A claim is a statement cut at its figure and those counted.
type claim struct {
	truth                 string
	share, people, rest   string // "44 %", "communes", "ont un compost"
	indicator, population string
	status                data.Status
	value                 float64
}

// claimOf cuts a statement, when it has the plain form "44 % des communes ont
// un compost"; else only its truth is known, and the claims made of parts.
func claimOf(l *data.Library, f *data.Finding) (claim, bool) {
	if f.Figure == nil || f.Figure.Kind != figure.Share || !f.Figure.HasNumber() || f.Indicator == "" {
		return claim{}, false
	}
	text := strings.TrimSuffix(f.Statement, ".")
	first, size := utf8.DecodeRuneInString(text)
	c := claim{truth: string(unicode.ToLower(first)) + text[size:], indicator: f.Indicator, population: f.Population, status: f.Status}
	if f.Figure.Value != nil {
		c.value = *f.Figure.Value
	}
	for _, s := range figure.Find(text) {
		if s.Kind != figure.Share {
			continue
		}
		c.share = text[s.Start:s.End]
		if strings.Contains(c.share, " sur ") && f.Figure.Value != nil { // the noun is in the figure
			c.share = fmt.Sprintf("%g %%", *f.Figure.Value)
			return c, true
		}
		after := lexicon.Words(text[s.End:])
		for _, m := range l.Lexicon.Mentions(after) {
			if m.Start == 1 && m.End < len(after) {
				c.people = text[s.End:][after[0].Start:after[m.End-1].End]
				c.rest = text[s.End:][after[m.End].Start:]
			}
		}
		return c, true
	}
	return claim{}, false
}

// twists are false claims that have most words of a true one.
func (c claim) twists() map[string]string {
	twists := map[string]string{
		"part and whole": fmt.Sprintf("%s des %s sont des %s", c.share, c.indicator, c.population),
		"whole in part":  fmt.Sprintf("%s des %s ont des %s", c.share, c.indicator, c.population),
		"growth":         fmt.Sprintf("%s augmente de %s", c.indicator, c.share),
	}
	stage := "n'ont pas encore mais vont avoir"
	if c.status == data.Planned {
		stage = "ont déjà"
	}
	twists["stage"] = fmt.Sprintf("%s des %s %s %s", c.share, c.population, stage, c.indicator)
	if c.rest != "" {
		twists["others"] = fmt.Sprintf("%s des fournisseurs %s", c.share, c.rest)
		twists["being"] = fmt.Sprintf("%s %s sont des %s", c.share, c.people, c.indicator)
		if c.value > 0 {
			twists["number"] = fmt.Sprintf("%g %% %s %s", 100-(100-c.value)/3, c.people, c.rest)
		}
	}
	return twists
}
