package index

import (
	"strings"
	"testing"
)

func TestCompounds(t *testing.T) {
	for text, want := range map[string]string{
		"des start-up locales":    "startup",
		"rendez-vous en ligne":    "",
		"l'e-administration":      "eadministration",
		"a-t-il un porte-vélo ?":  "portevelo",
		"a-t-il un co-pilote ?":   "", // one word already
		"de 2014-2016":            "",
		"hors compagnie":          "",
		"médico-social/scolaires": "medicosocial",
	} {
		if got := strings.Join(compounds(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
