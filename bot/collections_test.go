package bot

import (
	"fmt"
	"testing"
	"testing/fstest"

	"constat/bot/answer"
	"constat/data"
)

// gazettes are two invented observatories of one subject, by two publishers.
func gazettes(t *testing.T) *Bot {
	t.Helper()
	files := fstest.MapFS{}
	for i, name := range []string{"potagers", "vergers"} {
		files[name+".yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, `
observatoire: Observatoire inventé des %[1]s
serie: %[1]s
editeur: Gazette des %[1]s
edition: 2031
sources: [{id: s-%[1]s, editeur: Gazette des %[1]s, page: p. 1}]
constats:
  - {id: %[1]s-1, enonce: "%[2]d %% des jardiniers font du compost.", chiffre: "%[2]d %% des jardiniers", population: jardiniers, indicateur: compost, statut: adopté, source: [s-%[1]s]}
  - {id: %[1]s-2, enonce: "Le compost des %[1]s se fait en bac.", population: jardiniers, indicateur: manière de faire le compost, statut: qualitatif, source: [s-%[1]s]}
  - {id: %[1]s-3, enonce: "%[3]d %% des jardiniers taillent les %[1]s.", chiffre: "%[3]d %% des jardiniers", population: jardiniers, indicateur: taille des %[1]s, statut: adopté, source: [s-%[1]s]}
`, name, 31+i, 51+i)}
	}
	l, faults := data.Read(files)
	if l == nil {
		t.Fatal(faults)
	}
	return open(t, l)
}

// TestCollections: what two publishers both tell is asked back, what one of
// them tells is answered, and no answer cites both.
func TestCollections(t *testing.T) {
	b := gazettes(t)
	for said, want := range map[string]answer.Kind{
		"quelle part des jardiniers fait du compost ?":       answer.Clarify,
		"combien de jardiniers font du compost en 2031 ?":    answer.Clarify,
		"quelle part des jardiniers taille les vergers ?":    answer.Found,
		"qu'avez-vous sur le compost ?":                      answer.Clarify,
		"combien de jardiniers taillent les potagers ?":      answer.Found,
		"quelle part des jardiniers arrose ses courgettes ?": answer.Abstained,
	} {
		a := b.Handle(t.Context(), Message{Text: said})
		if a.Kind != want {
			t.Errorf("%q is answered by %s, want %s:\n%s", said, a.Kind, want, a.Text)
		}
		series := map[string]bool{}
		for _, c := range a.Cited {
			series[c.Edition.Series] = true
		}
		for _, c := range a.Choices {
			series[c.Finding.Edition.Series] = true
		}
		if mixed := len(series) > 1; mixed != (want == answer.Clarify) {
			t.Errorf("%q cites or offers %v", said, series)
		}
	}
}
