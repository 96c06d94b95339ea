package lexicon

import "testing"

func TestSound(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"budjet", "budget", true}, {"intelligeante", "intelligente", true}, {"apelle", "appelle", true}, {"teritoriale", "territoriale", true},
		{"bibliotèque", "bibliothèque", true}, {"reconaissait", "reconnaissait", true}, {"cartografie", "cartographie", true},
		{"mutualizer", "mutualiser", false}, {"salon", "savon", false}, {"commune", "communes", false}, {"élu", "élue", false},
	} {
		if got := Sound(Fold(test.a)) == Sound(Fold(test.b)); got != test.same {
			t.Errorf("%s and %s sound alike: %v, want %v", test.a, test.b, got, test.same)
		}
	}
	for typed, want := range map[string]string{"conaissez": "connaissez", "piscine": ""} {
		if got, _ := Misspelt(typed); got != want {
			t.Errorf("Misspelt(%q) = %q, want %q", typed, got, want)
		}
	}
}
