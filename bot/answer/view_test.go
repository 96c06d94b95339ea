package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/data"
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
		{"a study that calls itself one", "Elles arrosent.\nÉtudes des jardins, édition 2021.", View{Statement: "Elles arrosent.", Studies: []string{"Études des jardins, édition 2021"}}},
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

// TestTitle: a name says once which year and which edition it is.
func TestTitle(t *testing.T) {
	for _, test := range []struct {
		edition     data.Edition
		title, said string
	}{
		{data.Edition{Observatory: "Observatoire des jardins", Year: 2021, Publisher: "Râteau"}, "Observatoire des jardins, édition 2021", "Selon l'Observatoire des jardins, édition 2021 (Râteau)"},
		{data.Edition{Observatory: "Jardins 2021", Year: 2021, Publisher: "Râteau"}, "Jardins 2021", "Selon Jardins 2021 (Râteau)"},
		{data.Edition{Observatory: "Baromètre des jardins, 3e édition", Year: 2021, Publisher: "Râteau"}, "Baromètre des jardins, 3e édition (2021)", "Selon le Baromètre des jardins, 3e édition (2021 ; Râteau)"},
		{data.Edition{Observatory: "Jardins, 3e édition", Year: 2021, Period: "2021-2023", Publisher: "Râteau"}, "Jardins, 3e édition, étude 2021-2023", "Selon Jardins, 3e édition, étude 2021-2023 (Râteau)"},
	} {
		if got := title(&test.edition); got != test.title {
			t.Errorf("title: got %q, want %q", got, test.title)
		}
		if got := strings.ReplaceAll(according(&test.edition), nbsp, " "); got != test.said {
			t.Errorf("got %q, want %q", got, test.said)
		}
	}
}

// TestPublishers: a long name without a known article is quoted.
func TestPublishers(t *testing.T) {
	l := &data.Library{Editions: []*data.Edition{{Publisher: "Râteau"}, {Publisher: "Maison des jardins"}, {Publisher: "Institut du râteau"}, {Publisher: "Râteau"}}}
	if got, want := strings.ReplaceAll(publishers(l), nbsp, " "), "Râteau, l'éditeur « Maison des jardins » et l'Institut du râteau"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSentenceOfOffers: what is offered is one sentence in a note, not lines.
func TestSentenceOfOffers(t *testing.T) {
	a := Answer{Kind: Abstained, view: View{Lead: "Rien n'est publié.", Groups: []Group{{Heading: "À rapprocher" + nbsp + ":", Lines: []string{"Seaux", "Tuyaux"}, Offered: true}}}}
	if got, want := strings.ReplaceAll(a.Sentence(), nbsp, " "), "Rien n'est publié. À rapprocher : Seaux ; Tuyaux."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
