package bot

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"constat/bot/answer"
	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// libraries are the embedded editions and the invented ones.
func libraries(tb testing.TB) map[string]*Bot {
	tb.Helper()
	published, err := data.Published()
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string]*Bot{"published": open(tb, published)}
	for name, dir := range map[string]string{"jardins": "../data/testdata/jardins", "veterinaires": "eval/testdata/veterinaires"} {
		l, faults := data.Read(os.DirFS(dir))
		if err := faults.Err(); err != nil {
			tb.Fatal(err)
		}
		all[name] = open(tb, l)
	}
	return all
}

// longestLabel is what a Slack button holds:
// https://docs.slack.dev/reference/block-kit/block-elements/button-element
const longestLabel = 75

// fewestClicks of a kind prove something of it.
const fewestClicks = 100

// TestOffers clicks everything that is ever offered: about every finding, and
// in the answers to many made up questions. Each click shows the finding that
// the button names; no label is too long, holds a figure or is there twice.
func TestOffers(t *testing.T) {
	clicked := map[string]int{}
	for name, b := range libraries(t) {
		t.Run(name, func(t *testing.T) {
			var messages []Message
			for _, f := range b.Library().Findings {
				messages = append(messages, Message{State: question.State{Findings: []string{f.ID}, Offered: true}.String()})
			}
			r := rand.New(rand.NewPCG(4, 75))
			n := 1500
			if testing.Short() {
				n /= inShort
			}
			for range n {
				messages = append(messages, Message{Text: ask(r, b.Library())})
			}
			for _, m := range messages {
				a := b.Handle(t.Context(), m)
				offered := map[string][]answer.Choice{"near": a.Near, "choice": a.Choices, "follow-up": a.FollowUps}
				labels := map[string]bool{}
				for kind, all := range offered {
					for _, c := range all {
						clicked[kind]++
						if labels[c.Label] || utf8.RuneCountInString(c.Label) > longestLabel || c.Label == "" || figures(c.Label) != "" {
							t.Errorf("the %s %q after %q is not a label", kind, c.Label, m)
						}
						labels[c.Label] = true
						shown := b.Handle(t.Context(), Message{State: c.State})
						if shown.Kind != answer.Found || shown.Cited[0].Finding != c.Finding {
							t.Errorf("the %s %q (%s, %s) after %q shows %s:\n%s", kind, c.Label, c.Finding.ID, c.State, m, shown.Kind, shown.Text)
						}
					}
				}
				if a.Kind == answer.Clarify && len(a.Choices) < 2 {
					t.Errorf("%q leaves %d choices", m, len(a.Choices))
				}
			}
		})
	}
	for _, kind := range []string{"near", "choice", "follow-up"} {
		if clicked[kind] < fewestClicks && !testing.Short() {
			t.Errorf("%d of %q were clicked: this proves nothing", clicked[kind], kind)
		}
	}
}

// figures returns the share, change or amount that a text words, if any.
func figures(text string) string {
	for _, f := range figure.Find(text) {
		if f.Kind == figure.Share || f.Kind == figure.Change || f.Kind == figure.FromTo || f.Kind == figure.Amount {
			return f.Wording
		}
	}
	return ""
}

// TestClicksAreWords asks for each next step by its button and in words. Both
// give the same answer, and so does whatever is asked after them.
func TestClicksAreWords(t *testing.T) {
	ctx := context.Background()
	agreed, otherwise := 0, 0
	for name, b := range libraries(t) {
		l := b.Library()
		for _, f := range l.Findings {
			if f.Indicator == "" || f.Figure == nil || len(f.About()) == 0 {
				continue
			}
			first := b.Handle(ctx, Message{Text: fmt.Sprintf("quelle part : %s, %s, %d ?", f.Indicator, f.Population, f.About()[0])})
			if first.Kind != answer.Found {
				continue
			}
			lead := first.Cited[0].Finding
			for _, c := range first.FollowUps {
				words, ok := inWords(l, lead, c.Finding)
				if !ok {
					continue
				}
				typed := b.Handle(ctx, Message{Text: words, State: first.State})
				direct := typed.Kind == answer.Found
				if at := slices.IndexFunc(typed.Choices, func(o answer.Choice) bool { return o.Finding == c.Finding }); at >= 0 {
					typed = b.Handle(ctx, Message{Text: fmt.Sprintf("la %d", at+1), State: typed.State})
				}
				if typed.Kind != answer.Found || typed.Cited[0].Finding != c.Finding {
					t.Logf("%s: %s then %q is not %q (%s) but %s", name, lead.ID, words, c.Label, c.Finding.ID, typed.Text)
					otherwise++
					continue
				}
				agreed++
				clicked := b.Handle(ctx, Message{State: c.State})
				if clicked.Text != typed.Text || direct && clicked.State != typed.State {
					t.Errorf("%s: the button %q (%s) says\n%s\nand %q\n%s\nstates %s and %s", name, c.Label, c.State, clicked.Text, words, typed.Text, clicked.State, typed.State)
					continue
				}
			}
		}
	}
	t.Logf("%d next steps agree, %d are asked otherwise in words", agreed, otherwise)
	if agreed < 30 || agreed < 3*otherwise {
		t.Errorf("%d next steps agree in words, %d do not", agreed, otherwise)
	}
}

// inWords is a message that asks for a finding after another one, when one
// slot alone tells them apart.
func inWords(l *data.Library, lead, f *data.Finding) (string, bool) {
	who, when, stage := l.Lexicon.Relate(l.Whom(lead), l.Whom(f)) != lexicon.Same, !slices.Equal(lead.About(), f.About()), lead.Status != f.Status
	switch {
	case who && !when && !stage:
		return "et pour les " + f.Population + " ?", true
	case when && !who && !stage && len(f.About()) == 1:
		return fmt.Sprintf("et en %d ?", f.About()[0]), true
	case stage && !who && !when && f.Status == data.Planned:
		return "et ceux qui le prévoient ?", true
	case stage && !who && !when && f.Status == data.Adopted:
		return "et ceux qui l'ont déjà fait ?", true
	case stage && !who && !when && f.Status == data.UnderWay:
		return "et en cours ?", true
	}
	return "", false
}

// TestStaleStates continues conversations from states that were altered, and
// from those of other editions: each gets one polite sentence, and nothing is
// guessed.
func TestStaleStates(t *testing.T) {
	all := libraries(t)
	b, other := all["published"], all["jardins"]
	for _, said := range []string{"", "et en 2016 ?", "la source ?", "oui", "la première", "quelle part des collectivités ont une stratégie numérique ?"} {
		for _, f := range other.Library().Findings {
			theirs := other.Handle(t.Context(), Message{Text: f.Indicator + ", quelle part ?"}).State
			ours := b.Handle(t.Context(), Message{State: question.State{Findings: []string{b.Library().Findings[f.Ordinal].ID}, Offered: true}.String()}).State
			for _, state := range []string{theirs, ours[:len(ours)-1], ours[1:], strings.Replace(ours, "|", "", 1), strings.ToUpper(ours), ours + ours, "1|", "null"} {
				if state == "" {
					continue
				}
				a := b.Handle(t.Context(), Message{Text: said, State: state})
				if a.Kind != answer.Notice || len(a.Cited) > 0 || a.State != "" || !strings.HasSuffix(a.Text, "s'il vous plaît.") {
					t.Fatalf("%q after %q: %s, %q", said, state, a.Kind, a.Text)
				}
			}
		}
	}
}

// TestAmbiguous asks questions that can be read in several ways. Each gets
// labelled choices and no figure, and each choice yields its finding: by its
// button, and by its rank in words, alike.
func TestAmbiguous(t *testing.T) {
	src, err := os.ReadFile("testdata/ambiguous.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := libraries(t)
	asked := 0
	for line := range strings.Lines(string(src)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		part := strings.Split(strings.TrimSpace(line), " | ")
		b, said := all[part[0]], part[1]
		asked++
		a := b.Handle(t.Context(), Message{Text: said})
		if a.Kind != answer.Clarify || len(a.Choices) < 2 || len(a.Choices) > 4 || len(a.Cited) > 0 || figures(a.Text) != "" {
			t.Errorf("%q is answered by %s:\n%s", said, a.Kind, a.Text)
			continue
		}
		for _, id := range strings.Fields(part[2]) {
			if !slices.ContainsFunc(a.Choices, func(c answer.Choice) bool { return c.Finding.ID == id }) {
				t.Errorf("%q does not offer %s:\n%s", said, id, a.Text)
			}
		}
		for i, c := range a.Choices {
			clicked := b.Handle(t.Context(), Message{State: c.State})
			typed := b.Handle(t.Context(), Message{Text: fmt.Sprintf("le %d", i+1), State: a.State})
			if clicked.Kind != answer.Found || clicked.Cited[0].Finding != c.Finding {
				t.Errorf("%q, then %q (%s), shows:\n%s", said, c.Label, c.Finding.ID, clicked.Text)
			}
			if typed.Text != clicked.Text || typed.State != clicked.State {
				t.Errorf("%q, then %q: the button says\n%s\n%s\nand its rank\n%s\n%s", said, c.Label, clicked.Text, clicked.State, typed.Text, typed.State)
			}
		}
	}
	if asked < 50 {
		t.Errorf("%d ambiguous questions, want 50", asked)
	}
}
