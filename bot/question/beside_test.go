package question

import (
	"strings"
	"testing"
)

// TestBeside reads what stands beside the subject.
func TestBeside(t *testing.T) {
	r := reader(t)
	for _, test := range []struct{ said, subject string }{
		{"qu'est-ce qui arrive loin derrière le radis en 2021 ?", "loin derriere"},
		{"quels légumes viennent juste après la courgette et le radis ?", "legumes"},
		{"après la courgette, quels légumes sont semés ?", "courgette legumes semes"},
		{"c'est la région qui prête le terrain, non ?", "prete terrain"},
		{"quels légumes en juin 2021 ?", "legumes"},
		{"quels légumes en juin ?", "legumes juin"},
		{"top 3 des légumes semés", "legumes semes"},
		{"peu de communes prêtent un terrain, c'est vrai ?", "pretent terrain"},
		{"Compost : combien de communes ?", "compost"},
		{"comment s'appelle le compost ?", "compost nom"},
		{"quels légumes sont les plus utilisés ?", "legumes utilises"},
		{"quels légumes utilisés ?", "legumes"},
	} {
		q := r.Read(test.said, "")
		if got := strings.Join(q.Subject, " "); got != test.subject {
			t.Errorf("%q is about %q, want %q", test.said, got, test.subject)
		}
	}
	for said, want := range map[string]string{
		"est-il vrai que 14 % du compost est vendu ?":        "compost",
		"est-il vrai que 14 % des communes ont un compost ?": "",
		"14 % des parcelles et 20 % des communes ?":          "parcelles",
	} {
		if got := r.Read(said, "").PartOf; got != want {
			t.Errorf("%q states a part of %q, want %q", said, got, want)
		}
	}
	if q := r.Read("Compost de Paris : combien de communes ?", ""); strings.Join(q.Proper, " ") != "paris" {
		t.Errorf("names are %v, want paris alone", q.Proper)
	}
	if q := r.Read("c'est la région qui prête le terrain, non ?", ""); strings.Join(q.Focus, " ") != "region" {
		t.Errorf("the claim is about %v, want region", q.Focus)
	}
}
