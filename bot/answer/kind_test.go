package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// TestCounted: "combien de" a noun is answered by a count of it, in whatever
// unit the trade takes for it, by a part of it, and by how long it lasts.
func TestCounted(t *testing.T) {
	l := &data.Library{Lexicon: lexicon.New(nil, nil, [][]string{{"kilomètre", "km"}})}
	for _, test := range []struct {
		noun, statement, figure string
		want                    fit
	}{
		{"km", "Les haies font 3 kilomètres.", "3 kilomètres", matches},
		{"km", "Les haies ont 3 portails.", "3 portails", isNear},
		{"jardinier", "9 % des jardiniers sèment.", "9 %", matches},
		{"jardinier", "9 % des jardins sont semés.", "9 %", isNear},
		{"temp", "Le compost mûrit en deux ans.", "deux ans", matches},
		{"temp", "Le compost coûte 12 euros.", "12 euros", isNear},
		{"jour", "On arrose 2 jours par semaine.", "2 jours par semaine", matches},
		{"semaine", "On arrose 2 jours par semaine.", "2 jours par semaine", isNear},
	} {
		f := invent(test.statement, "", data.Adopted, test.figure)
		if got := fitKind(l, question.Question{Wants: question.Number, Noun: test.noun}, f); got != test.want {
			t.Errorf("combien de %s: %q fits %v, want %v", test.noun, test.statement, got, test.want)
		}
	}
}
