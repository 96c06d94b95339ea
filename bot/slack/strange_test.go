package slack

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"constat/bot"
	"constat/bot/chat"
	"constat/data"
)

// strange are replies that an edition or a person made as bad as they can:
// the longest, the emptiest, and what would be markup, mentions or links.
func strange(tb testing.TB) []chat.Reply {
	tb.Helper()
	replies := []chat.Reply{
		{Notice: "."}, chat.Busy(), chat.Stopping(), chat.Fault(),
		{Notice: strings.Repeat("Une ligne de ce qui change.\n", 900), Buttons: []chat.Button{{Label: "Publier", Verb: chat.Confirm, Value: "p", Main: true}, {Label: "Ne rien publier", Verb: chat.Withdraw}}},
		{Notice: strings.Repeat("mot", 9000)}, {Notice: strings.Repeat("&", 9000)},
	}
	for _, text := range []string{
		strings.Repeat("très long ", 500), strings.Repeat("&<>", 1200), "<!channel> <!here|ici> <@U2> <#C2> <https://ailleurs.example|cliquez>",
		"*gras* _italique_ ~barré~ `code` ```bloc``` :tada: @here @channel @everyone #general", "a\u202eb\x00c\r\nd", "\u00a0",
	} {
		library := weird(tb, text)
		if library == nil {
			replies = append(replies, chat.Reply{Notice: text, Buttons: []chat.Button{{Label: text, Verb: chat.Report, Value: "w-01"}}})
			continue
		}
		b := answering(tb, library)
		for _, m := range []bot.Message{{Text: "quelle part des serres ont un poêle ?"}, {Text: "quels sont les poêles des serres ?"}, {Text: "quelle part des vergers ont un poêle ?"}, {Text: "qui a publié l'étude ?"}} {
			a := b.Handle(tb.Context(), m)
			buttons := []chat.Button{{Label: text, Verb: chat.Pick, Value: a.State, Main: true}, {Label: "Citer", Verb: chat.Cite, Value: a.State}}
			replies = append(replies, chat.Reply{Answer: a, Buttons: buttons}, chat.Reply{Answer: a, Notice: text, Public: true, By: chat.Person{ID: "slack:T1/U1", Name: text}})
		}
	}
	return replies
}

// weird is a library whose every free text is the same, whatever it is; nil
// when it is one that editions are not let to hold.
func weird(tb testing.TB, text string) *data.Library {
	tb.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		tb.Fatal(err)
	}
	edition := strings.ReplaceAll(weirdEdition, "§", strings.Trim(string(quoted), `"`))
	l, faults := data.Read(fstest.MapFS{"serres.yaml": {Data: []byte(edition)}})
	if err := faults.Err(); err != nil {
		tb.Logf("%.20q may not be in an edition: %.300s", text, err)
	}
	return l
}

const weirdEdition = `observatoire: "Observatoire des serres §"
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
