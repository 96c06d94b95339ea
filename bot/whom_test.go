package bot

import (
	"testing"
	"testing/fstest"

	"constat/bot/answer"
	"constat/data"
)

// An invented observatory without a lexicon; no number of it was published.
const mills = `
observatoire: Observatoire des moulins de Sauvenelle
serie: moulins
editeur: Institut du Grain
edition: 2031
champ: petits et moyens moulins
populations:
  - {nom: petits moulins, definition: moulins de moins de 10 salariés}
  - {nom: moyens moulins, definition: moulins de 10 à 49 salariés}
  - {nom: ateliers artisanaux, definition: ateliers tenus par leur patron}
  - {nom: exploitations agricoles}
sources:
  - {id: r31, editeur: Institut du Grain, page: p. 3}
constats:
  - {id: m1, enonce: "17 % des petits moulins ont une roue à aubes.", chiffre: 17 % des petits moulins, population: petits moulins, indicateur: roue à aubes, statut: adopté, source: [r31]}
  - {id: m2, enonce: "39 % des moyens moulins ont une roue à aubes.", chiffre: 39 % des moyens moulins, population: moyens moulins, indicateur: roue à aubes, statut: adopté, source: [r31]}
  - {id: m3, enonce: "4 % des ateliers artisanaux pétrissent à la main.", chiffre: 4 % des ateliers artisanaux, population: ateliers artisanaux, indicateur: pétrissage à la main, statut: adopté, source: [r31]}
  - {id: m4, enonce: "52 % des dirigeants de moyens moulins redoutent la sécheresse.", chiffre: 52 % des dirigeants, population: dirigeants de moyens moulins, indicateur: crainte de la sécheresse, statut: perception, source: [r31]}
  - {id: m5, enonce: "6 % des agents des moyens moulins viennent en barque.", chiffre: 6 % des agents des moyens moulins, population: moyens moulins, indicateur: trajet en barque, statut: adopté, source: [r31]}
`

// TestWhom asks of populations in the words of everyday, with the place that
// the observatory is about, and of others that it does not count.
func TestWhom(t *testing.T) {
	l, faults := data.Read(fstest.MapFS{"moulins.yaml": {Data: []byte(mills)}})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b := open(t, l)
	for text, want := range map[string]string{
		"quelle part des moulins de petite taille ont une roue à aubes ?":        "m1",
		"quelle part des petits moulins (moins de 10 salariés) ont une roue ?":   "m1",
		"combien de moulins de 10 à 49 salariés ont une roue à aubes ?":          "m2",
		"et les moyens, roue à aubes ?":                                          "m2",
		"combien d'artisans pétrissent à la main ?":                              "m3",
		"quelle part des entreprises artisanales pétrit à la main ?":             "m3",
		"combien de patrons de moyens moulins redoutent la sécheresse ?":         "m4",
		"quelle part des agents des moyens moulins vient en barque ?":            "m5",
		"à Sauvenelle, combien d'artisans pétrissent à la main ?":                "m3",
		"combien de petits moulins de Sauvenelle ont une roue à aubes ?":         "m1",
		"combien de moulins de 10 à 99 salariés ont une roue à aubes ?":          "",
		"combien de petits moulins de 10 à 49 salariés ont une roue à aubes ?":   "",
		"combien de gros moulins ont une roue à aubes ?":                         "",
		"combien d'agriculteurs ont une roue à aubes ?":                          "",
		"combien d'agriculteurs pétrissent à la main ?":                          "",
		"combien de patrons de petits moulins redoutent la sécheresse ?":         "",
		"combien de patrons d'ateliers artisanaux ont une roue à aubes ?":        "",
		"quelle part des agents des petits moulins vient en barque ?":            "",
		"quelle part des élus des moyens moulins vient en barque ?":              "",
		"à Port-Grève, combien d'artisans pétrissent à la main ?":                "",
		"à l'est de Sauvenelle, combien d'artisans pétrissent à la main ?":       "",
		"hors de Sauvenelle, combien d'artisans pétrissent à la main ?":          "",
		"en dehors de Sauvenelle, combien d'artisans pétrissent à la main ?":     "",
		"combien d'artisans de Sauvenelle pétrissent à la machine ?":             "",
		"quelle part des petites entreprises artisanales pétrissent à la main ?": "",
	} {
		a := b.Handle(t.Context(), Message{Text: text})
		got := ""
		if a.Kind == answer.Found {
			got = a.Cited[0].ID()
		}
		if got != want {
			t.Errorf("%q: cites %q, want %q\n%s", text, got, want, a.Text)
		}
	}
}
