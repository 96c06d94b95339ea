package chattest

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"constat/data"
)

// Hostile is an invented library whose every free text holds another, whatever
// it is: markup, mentions, links, far too much. It is nil when the text is one
// that editions are not let to hold.
func Hostile(t testing.TB, text string) *data.Library {
	t.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	edition := strings.ReplaceAll(hostile, "§", strings.Trim(string(quoted), `"`))
	l, faults := data.Read(fstest.MapFS{"serres.yaml": {Data: []byte(edition)}})
	if err := faults.Err(); err != nil {
		t.Logf("%.20q may not be in an edition: %.300s", text, err)
		return nil
	}
	return l
}

// HostileQuestions are answered from a hostile library: by a figure, a list,
// an abstention, and what the edition says of itself.
var HostileQuestions = []string{
	"quelle part des serres ont un poêle ?", "quels sont les poêles des serres ?", "quelle part des vergers ont un poêle ?", "qui a publié l'étude ?",
}

const hostile = `observatoire: "Observatoire des serres §"
serie: serres
editeur: "Institut §"
edition: 2020
champ: serres
precaution: "Attention §"
sources:
  - {id: w-1, titre: "Rapport §", editeur: "Institut §", auteur: "Auteur §", date: "2020", url: "https://serres.example/rapport", page: "page §"}
  - {id: w-2, titre: "Gazette §", editeur: "Gazette §", url: "https://serres.example/gazette"}
constats:
  - {id: w-01, enonce: "62 % des serres ont un poêle §", chiffre: 62 % des serres, population: serres, indicateur: poêle, statut: adopté, source: w-1, precaution: "Attention §"}
  - {id: w-02, enonce: "Trois serres sur cinq ont un poêle §", chiffre: trois serres sur cinq, population: serres, indicateur: poêle, statut: adopté, source: w-2, redit: [w-01]}
  - {id: w-03, enonce: "Les poêles des serres §", population: serres, indicateur: sortes de poêle, source: w-1, liste: [{libelle: "fonte §"}, {libelle: "à bois §", precision: "détail §"}]}
`
