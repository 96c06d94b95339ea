package french

import "testing"

// TestVerbForms: a form is told by the other forms that French has.
func TestVerbForms(t *testing.T) {
	for _, test := range []struct {
		word                           string
		finite, infinitive, participle bool
	}{
		{"pilote", true, false, true}, {"pilotent", true, false, false}, {"piloter", false, true, false}, {"pilotee", false, false, true},
		{"choisit", true, false, false}, {"choisissent", true, false, false}, {"attend", true, false, false}, {"attendent", true, false, false},
		{"attendu", false, false, true}, {"prennent", true, false, false}, {"vient", true, false, false}, {"ouvert", false, false, true},
		{"rurale", false, false, false}, {"metier", false, false, false}, {"informatique", false, false, false}, {"agent", false, false, false},
		{"prendre", false, true, false}, {"repondre", false, true, false}, {"aiderait", true, false, false}, {"chantier", false, false, false},
	} {
		if got := Finite(test.word); got != test.finite {
			t.Errorf("%s finite: %t", test.word, got)
		}
		if got := Infinitive(test.word); got != test.infinitive {
			t.Errorf("%s infinitive: %t", test.word, got)
		}
		if got := Participle(test.word); got != test.participle {
			t.Errorf("%s participle: %t", test.word, got)
		}
	}
}
