package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestViewText: the formula takes the place of the same words at the head of
// the statement, and stands on a line of its own before any other statement.
func TestViewText(t *testing.T) {
	for _, test := range []struct {
		name, want string
		view       View
	}{
		{"formula opens the statement",
			"Oui.\n« 44% des communes » arrosent.\nPopulation : communes ; édition : 2021.\nSource : « Les jardins », p. 3, https://g.example",
			View{
				Lead: "Oui.", Figure: "« 44% des communes »", Statement: "44 % des communes arrosent.",
				Fields:  []Field{{"Population", "communes"}, {"Édition", "2021"}},
				Sources: []Origin{{"« Les jardins », p. 3", "https://g.example"}},
			}},
		{"capital and apostrophe", "« plus d'une sur deux », dit-on.", View{Figure: "« plus d'une sur deux »", Statement: "Plus d’une sur deux, dit-on."}},
		{"other words", "« 44 % arrosent »\nEn 2021, 44 % des communes arrosent.", View{Figure: "« 44 % arrosent »", Statement: "En 2021, 44 % des communes arrosent."}},
		{"part of a word", "« 4 »\n44 communes arrosent.", View{Figure: "« 4 »", Statement: "44 communes arrosent."}},
		{"list, groups, notes, studies", "Elles arrosent.\nListe publiée : seaux ; tuyaux.\nAilleurs :\n– peu\nPrécaution : Petit échantillon.\nÉtude : Jardins, édition 2021.",
			View{
				Statement: "Elles arrosent.", Listed: "seaux ; tuyaux", Groups: []Group{{Heading: "Ailleurs :", Lines: []string{"peu"}}},
				Notes: []string{"Petit échantillon."}, Studies: []string{"Jardins, édition 2021"},
			}},
	} {
		t.Run(test.name, func(t *testing.T) {
			spaces := strings.NewReplacer("« ", "«"+nbsp, " »", nbsp+"»", " :", nbsp+":", " ;", nbsp+";")
			test.view.Figure = spaces.Replace(test.view.Figure)
			got := spaces.Replace(test.view.String())
			if diff := cmp.Diff(spaces.Replace(test.want), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
