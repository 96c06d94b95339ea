package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
	"constat/data/figure"
)

func TestLines(t *testing.T) {
	long := strings.Repeat("é", maxLine/2)
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"one, unended", "un", []string{"un"}},
		{"blank lines count", "un\n\ndeux\n", []string{"un", "", "deux"}},
		{"Windows", "un\r\ndeux\r\n", []string{"un", "deux"}},
		{"byte order mark", "\ufeffun\n\ufeffdeux", []string{"un", "\ufeffdeux"}},
		{"not UTF-8", "caf\xe9\ndeux", []string{"caf\ufffd", "deux"}},
		{"a mebibyte", long + "\ndeux", []string{long, "deux"}},
		{"longer", long + "x suite\ndeux", []string{long, "deux"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for line, err := range Lines(strings.NewReader(test.in)) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLinesError(t *testing.T) {
	broken := errors.New("broken")
	var got []string
	var last error
	for line, err := range Lines(io.MultiReader(strings.NewReader("un\n"), iotest.ErrReader(broken))) {
		got, last = append(got, line), err
	}
	if !errors.Is(last, broken) || !cmp.Equal(got, []string{"un", ""}) {
		t.Errorf("got %q, %v", got, last)
	}
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		line string
		want Conversation
	}{
		{"et les régions ?", Conversation{Turns: []string{"et les régions ?"}}},
		{"", Conversation{Turns: []string{""}}},
		{`{"id":"q1","state":"1|x","turns":["a","b"],"expected":["c"]}`, Conversation{"q1", "1|x", []string{"a", "b"}}},
		{` {"turns":["a"]}`, Conversation{Turns: []string{"a"}}},
		{`{"id":"q1"}`, Conversation{ID: "q1"}},
		{`{pas du JSON`, Conversation{Turns: []string{`{pas du JSON`}}},
		{`{"turns":"a"}`, Conversation{Turns: []string{`{"turns":"a"}`}}},
		{`{"turns":["a"]} et plus`, Conversation{Turns: []string{`{"turns":["a"]} et plus`}}},
	} {
		if diff := cmp.Diff(test.want, Parse(test.line)); diff != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", test.line, diff)
		}
	}
}

func TestLast(t *testing.T) {
	handle := func(ctx context.Context, m bot.Message) answer.Answer {
		return answer.Answer{State: m.State + "+" + m.Text}
	}
	for _, test := range []struct {
		c    Conversation
		want bot.Message
	}{
		{Conversation{}, bot.Message{}},
		{Conversation{State: "s", Turns: []string{"a"}}, bot.Message{Text: "a", State: "s"}},
		{Conversation{State: "s", Turns: []string{"a", "b", "c"}}, bot.Message{Text: "c", State: "s+a+b"}},
	} {
		if got := test.c.Last(t.Context(), handle); got != test.want {
			t.Errorf("%+v ends with %+v, want %+v", test.c, got, test.want)
		}
	}
}

func TestTalk(t *testing.T) {
	handle := func(ctx context.Context, m bot.Message) answer.Answer {
		return answer.Answer{Text: m.State + "+" + m.Text, State: m.Text}
	}
	var got []string
	turns, err := Talk(t.Context(), handle, strings.NewReader("a\n \nb\n"), func(a answer.Answer, first bool) error {
		if first != (len(got) == 0) {
			t.Errorf("first is %v at %q", first, a.Text)
		}
		got = append(got, a.Text)
		return nil
	})
	if want := []string{"+a", "a+b"}; err != nil || turns != 2 || !cmp.Equal(got, want) {
		t.Errorf("got %d turns %q, %v; want %q", turns, got, err, want)
	}
}

func TestText(t *testing.T) {
	cited := func(wordings ...string) answer.Answer {
		a := answer.Answer{Kind: answer.Found}
		for _, w := range wordings {
			a.Cited = append(a.Cited, answer.Citation{Finding: &data.Finding{Figure: &figure.Figure{Wording: w}}})
		}
		return a
	}
	for _, test := range []struct {
		name string
		a    answer.Answer
		text string
		bold bool
		want string
	}{
		{"plain", cited("37 %"), "C'est 37 %.", false, "C'est 37 %.\n"},
		{"bold", cited("37 %"), "C'est 37 %, oui 37 %.", true, "C'est <37 %>, oui 37 %.\n"},
		{"opening a sentence", cited("près d'un sur deux"), "Près d'un sur deux sème.", true, "<Près d'un sur deux> sème.\n"},
		{"one inside the other", cited("37 %", "plus de 37 %"), "C'est plus de 37 %.", true, "C'est <plus de 37 %>.\n"},
		{"several", cited("b", "a"), "a puis b", true, "<a> puis <b>\n"},
		{"an edition", answer.Answer{Cited: []answer.Citation{{Edition: &data.Edition{}}}}, "En 2015.", true, "En 2015.\n"},
		{"control characters", cited("37 %"), "C'est \x1b[31m37 %\x07.\nFin\r\n", false, "C'est [31m37 %.\nFin\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.a.Text = test.text
			got := strings.NewReplacer(boldOn, "<", boldOff, ">").Replace(Text(test.a, test.bold))
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestJSON(t *testing.T) {
	line, err := JSON(`<"q">`, answer.Answer{Kind: answer.Notice}, map[string]int64{"micros": 12})
	if err != nil {
		t.Fatal(err)
	}
	got := string(line)
	if !strings.HasPrefix(got, `{"id":"<\"q\">","kind":"notice",`) || !strings.HasSuffix(got, `,"micros":12}`+"\n") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %s", got)
	}
}

// TestNumbered: what "le 2" picks has the number 2 before it on a terminal.
func TestNumbered(t *testing.T) {
	l, faults := data.Read(os.DirFS("../../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(l)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	a := b.Handle(t.Context(), bot.Message{Text: "arrosage, combien ?"})
	if len(a.Choices) < 2 {
		t.Fatalf("nothing to choose from:\n%s", a.Text)
	}
	got := numbered(a, Text(a, false))
	for i, c := range a.Choices {
		picked := b.Handle(t.Context(), bot.Message{Text: fmt.Sprintf("le %d", i+1), State: a.State})
		if want := fmt.Sprintf("\n%d. %s", i+1, capital(c.Finding.Indicator)); !strings.Contains(got, want) {
			t.Errorf("no line %q in:\n%s", want, got)
		}
		if len(picked.Cited) == 0 || picked.Cited[0].Finding != c.Finding {
			t.Errorf("%d picks:\n%s", i+1, picked.Text)
		}
	}
	if strings.Contains(got, "–") {
		t.Errorf("a dash is left in:\n%s", got)
	}
}
