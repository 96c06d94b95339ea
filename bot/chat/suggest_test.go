package chat

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"

	"github.com/google/go-cmp/cmp"
)

// gardens is a bot over the invented observatory.
func gardens(t testing.TB) *bot.Bot {
	t.Helper()
	l, faults := data.Read(os.DirFS("../../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(l)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// TestSuggestedQuestionsAreAnswered asks everything that can be suggested, of
// the invented observatory and of the published one.
func TestSuggestedQuestionsAreAnswered(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	published, err := bot.New(l)
	if err != nil {
		t.Fatal(err)
	}
	defer published.Close()
	for name, b := range map[string]*bot.Bot{"gardens": gardens(t), "published": published} {
		s := NewSuggester(b.Library, b.Handle)
		all := s.Questions("", len(b.Library().Findings)*2, 1000)
		if len(all) < 10 {
			t.Errorf("%s: only %d questions", name, len(all))
		}
		for _, q := range all {
			if a := b.Handle(t.Context(), bot.Message{Text: q}); a.Kind != answer.Found {
				t.Errorf("%s: %q is answered by %s %s", name, q, a.Kind, a.Reason)
			}
		}
	}
}

func TestComplete(t *testing.T) {
	all := once([]string{"Récolte de tomates", "récolte de tomates", "compost, écoles, édition 2031", "Écoute des élus", "paillage"})
	for _, test := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"Récolte de tomates", "compost, écoles, édition 2031", "Écoute des élus", "paillage"}},
		{"ECO", []string{"Écoute des élus", "compost, écoles, édition 2031"}},
		{"éco com", []string{"compost, écoles, édition 2031", "Écoute des élus"}},
		{"combien de rec", []string{"Récolte de tomates"}},
		{"nulle part", nil},
	} {
		if diff := cmp.Diff(test.want, complete(all, test.typed, 25, 100)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.typed, diff)
		}
	}
	if got := complete(all, "", 2, 10); !slices.Equal(got, []string{"paillage"}) {
		t.Errorf("those of at most 10: %q", got)
	}
}

// TestSuggesterFollowsTheLibrary holds that another version is asked anew.
func TestSuggesterFollowsTheLibrary(t *testing.T) {
	b := gardens(t)
	l := b.Library()
	s := NewSuggester(func() *data.Library { return l }, b.Handle)
	before := s.Questions("", 1000, 1000)
	l = &data.Library{Version: "other", Findings: l.Findings[:5]}
	s.Refresh(t.Context())
	if after := s.Questions("", 1000, 1000); len(after) >= len(before) || len(after) == 0 {
		t.Errorf("%d questions, then %d", len(before), len(after))
	}
}

// TestSuggesterSurvivesAFault holds that a question that breaks the handler is
// not suggested, and breaks nothing else.
func TestSuggesterSurvivesAFault(t *testing.T) {
	b := gardens(t)
	s := NewSuggester(b.Library, func(ctx context.Context, m bot.Message) answer.Answer {
		if m.Text == "compostage" {
			panic("fault")
		}
		return b.Handle(ctx, m)
	})
	if all := s.Questions("", 1000, 1000); len(all) < 10 || slices.Contains(all, "compostage") {
		t.Errorf("%q", all)
	}
}

func TestNarrowed(t *testing.T) {
	for _, test := range [][4]string{
		{"compost ?", "", "", "compost ?"},
		{"compost ?", "2031", "", "compost ? (édition 2031)"},
		{"compost ?", "2031", "écoles", "compost ? (édition 2031, écoles)"},
		{"", "", "écoles", "(écoles)"},
	} {
		if got := Narrowed(test[0], test[1], test[2]); got != test[3] {
			t.Errorf("Narrowed(%q, %q, %q) = %q", test[0], test[1], test[2], got)
		}
	}
}

// BenchmarkComplete completes over 2,000 invented findings. Discord waits 3
// seconds, a person 50 ms.
func BenchmarkComplete(b *testing.B) {
	var all []suggestion
	for i := range 2_000 {
		all = append(all, newSuggestion(fmt.Sprintf("récolte de légumes de la parcelle %d, jardins partagés de la commune, édition %d", i, 2020+i%12)))
	}
	for b.Loop() {
		if len(complete(all, "combien de legumes en 2027 dans les jard", 25, 100)) != 25 {
			b.Fatal("not 25")
		}
	}
}
