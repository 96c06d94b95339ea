package answer

import (
	"testing"

	"constat/data"
)

// TestPhrase: what tells a statement apart stands without its figure, and
// without a hole.
func TestPhrase(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for statement, want := range map[string]string{
		"L'immense majorité des DSI de collectivités a engagé sa mue.":                                  "a engagé sa mue",
		"Le budget informatique baisse dans 36 % des collectivités.":                                    "Le budget informatique baisse",
		"Dans 14 % des collectivités seulement, le budget informatique augmente, de 1 à 10 %.":          "le budget informatique augmente",
		"Pour 42 % des collectivités, devenir une ville intelligente est un but stratégique.":           "devenir une ville intelligente est un but stratégique",
		"34 % des collectivités font de la ville intelligente une ambition secondaire mais importante.": "font de la ville intelligente une ambition secondaire mais importante",
		"En 2019, 12 % des communes proposent la prise de rendez-vous.":                                 "proposent la prise de rendez-vous",
		"Selon Weka, 42 % des grandes collectivités ont commencé des projets de ville intelligente.":    "ont commencé des projets de ville intelligente",
		"La DSI et les finances sont les deux directions les plus engagées.":                            "La DSI et les finances sont les deux directions les plus engagées",
		"12 %.": "…",
	} {
		if got := phrase(l, statement); got != want {
			t.Errorf("phrase(%q) = %q, want %q", statement, got, want)
		}
	}
}
