package chat

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"constat/bot/answer"
	"constat/data/figure"

	"github.com/google/go-cmp/cmp"
)

func TestFitDropsInOrder(t *testing.T) {
	v := answer.View{
		Figure: "« 45 % »", Statement: "45 % des jardins ont un composteur.", Listed: "bac, tas",
		Groups: []answer.Group{
			{Heading: "Dit aussi :", Lines: []string{"ligne a", "ligne b"}},
			{Heading: "À rapprocher :", Lines: []string{"trois"}, Offered: true},
		},
		Notes: []string{"première", "seconde"}, Studies: []string{"étude"},
		Sources: []answer.Origin{{Label: "a"}, {Label: "b"}},
	}
	whole := v.String()
	var steps []string
	last, cut := Fit(v, func(v answer.View) bool {
		steps = append(steps, v.String())
		return false
	})
	want := answer.View{Figure: v.Figure, Statement: v.Statement, Sources: v.Sources[:1], Groups: []answer.Group{}, Notes: []string{}}
	if diff := cmp.Diff(want, last); diff != "" || !cut {
		t.Errorf("cut %v; what is always kept (-want +got):\n%s", cut, diff)
	}
	// Each step loses something, and what it loses is in this order.
	order := []string{"étude", "bac", "trois", "Source\u00a0: b", "ligne b", "ligne a", "seconde", "première"}
	for i, lost := range order {
		if !strings.Contains(steps[i], lost) || strings.Contains(steps[i+1], lost) {
			t.Errorf("step %d does not lose %q:\n%s", i, lost, steps[i+1])
		}
	}
	if v.String() != whole {
		t.Error("the view that was given changed")
	}
}

// TestFitButtonsStand holds that an answer whose offers are still shown by
// buttons is not said to be cut.
func TestFitButtonsStand(t *testing.T) {
	v := answer.View{Lead: "Rien.", Groups: []answer.Group{{Heading: "À rapprocher :", Lines: []string{"un"}, Offered: true}}}
	if _, cut := Fit(v, func(v answer.View) bool { return len(v.Groups) == 0 }); cut {
		t.Error("told as cut")
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		text string
		most int
		want string
	}{
		{"deux mots", 9, "deux mots"},
		{"rien de neuf ici", 14, "rien de […]"},
		{"on compte 45 % des jardins", 17, "on compte […]"},
		{"on compte 45 % des jardins", 23, "on compte 45 % des […]"},
		{"près d'une commune sur quatre", 20, "[…]"},
		{"les 1 200 suivants", 10, "les […]"},
		{"mot, 12 autres mots", 10, "mot […]"},
		{"anticonstitutionnellement", 10, "antico […]"},
		{"éééééééééé", 8, "éééé […]"},
		{"mot", 2, ""},
	} {
		if got := Cut(test.text, test.most); got != test.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", test.text, test.most, got, test.want)
		}
	}
}

// FuzzCut holds that what is cut is no longer than asked, valid, a beginning
// of the text, and ends in no figure.
func FuzzCut(f *testing.F) {
	f.Add("on compte près de 45 % des jardins, et 1 200 composteurs", 20)
	f.Add("une commune sur quatre\nun tiers", 12)
	f.Fuzz(func(t *testing.T, text string, most int) {
		text = strings.ToValidUTF8(text, "?")
		got := Cut(text, most)
		if most >= 0 && utf8.RuneCountInString(got) > most || !utf8.ValidString(got) {
			t.Fatalf("%q is longer than %d or not valid", got, most)
		}
		if got == text {
			return
		}
		head := strings.TrimSuffix(got, strings.TrimSpace(cutMark))
		end := len(strings.TrimRight(head, " "))
		if end > 0 && !strings.HasPrefix(text, head[:end]) {
			t.Fatalf("%q does not begin %q", got, text)
		}
		if slices.ContainsFunc(figure.Find(text), func(s figure.Span) bool { return s.Start < end && end < s.End }) {
			t.Fatalf("%q cuts a figure of %q", got, text)
		}
	})
}
