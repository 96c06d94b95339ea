package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// TestFitRoleMeasured: who is counted must be whom the figure counts, and what
// another verb says of them is not held against who asks for a figure.
func TestFitRoleMeasured(t *testing.T) {
	l := &data.Library{Lexicon: lexicon.New([]lexicon.Group{{ID: "ecoles", Names: []string{"écoles"}}}, nil, nil)}
	for _, test := range []struct {
		asked, statement, figure string
		wants                    question.Wants
		want                     fit
	}{
		{"quel pourcentage de jardiniers arrosent la nuit ?", "Dans 35 % des écoles, les jardiniers arrosent la nuit.", "35 % des écoles", question.Share, conflicts},
		{"quel pourcentage d'écoles arrosent la nuit ?", "Dans 35 % des écoles, les jardiniers arrosent la nuit.", "35 % des écoles", question.Share, matches},
		{"quel pourcentage de jardiniers arrosent la nuit ?", "35 % des jardiniers arrosent la nuit.", "35 % des jardiniers", question.Share, matches},
		{"combien de serres sont arrosées la nuit ?", "12 % des jardiniers arrosent leurs serres la nuit.", "12 % des jardiniers", question.Number, conflicts},
		{"combien de serres sont arrosées la nuit ?", "Douze jardiniers arrosent leurs serres la nuit.", "12 jardiniers", question.Number, matches}, // fitKind holds the noun of a count
		{"combien coûte l'eau d'une serre ?", "Une serre dépense 300 euros d'eau par an.", "300 euros", question.Amount, matches},
		{"combien de jardins utilisent des pompes solaires ?", "Les pompes solaires équipent 22 % des jardins.", "22 % des jardins", question.Number, matches},
		{"quelle part des clubs aident les jardiniers ?", "41 % des jardiniers aident les clubs.", "41 % des jardiniers", question.Share, conflicts}, // the very verb
	} {
		g, ok := figure.Read(test.figure)
		if !ok {
			t.Fatalf("%q is no figure", test.figure)
		}
		h := index.Hit{Finding: &data.Finding{Statement: test.statement, Figure: &g, Edition: &data.Edition{}}}
		q := question.Question{Deeds: question.Deeds(l.Lexicon, test.asked), Subject: content(test.asked), Wants: test.wants}
		if got := fitRole(l, q, h); got != test.want {
			t.Errorf("%q: %q fits %d, want %d", test.asked, test.statement, got, test.want)
		}
	}
}

// TestFitRole: a finding does not answer when those of whom the question is
// stand in it in other roles; what is not read surely tells nothing.
func TestFitRole(t *testing.T) {
	l := &data.Library{Lexicon: lexicon.New(
		[]lexicon.Group{{ID: "communes", Names: []string{"communes"}}, {ID: "ecoles", Names: []string{"écoles"}}, {ID: "clubs", Names: []string{"clubs"}}},
		nil, [][]string{{"DEV", "direction des espaces verts"}})}
	for _, test := range []struct {
		asked, statement, indicator string
		want                        fit
	}{
		// Exchanged roles.
		{"que demandent les écoles aux clubs ?", "Les clubs réclament des graines.", "demandes des clubs aux écoles", conflicts},
		{"que demandent les clubs aux écoles ?", "Les clubs réclament des graines.", "demandes des clubs aux écoles", matches},
		{"quels outils les écoles attendent-elles des clubs ?", "Des clubs inventent des jeux et attendent des écoles des outils simples.", "jeux", conflicts},
		{"quels outils les clubs attendent-ils des écoles ?", "Des clubs inventent des jeux et attendent des écoles des outils simples.", "jeux", matches},
		{"quelle part des clubs s'allie à des communes ?", "41 % des communes s'allient à des clubs.", "alliances", conflicts},
		{"quelle part des communes s'allie à des clubs ?", "41 % des communes s'allient à des clubs.", "alliances", matches},
		{"le compost protège-t-il le paillage ?", "Le paillage protège le compost du gel.", "paillage", conflicts},
		{"le compost est-il protégé par le paillage ?", "Le paillage protège le compost du gel.", "paillage", matches},
		{"combien pensent que le jardin va changer la ville ?", "Pour quatre maires sur dix, la ville change le jardin.", "effet de la ville sur le jardin", conflicts},
		{"les clubs reçoivent-ils des graines des écoles ?", "Les écoles donnent des graines aux clubs.", "dons", matches}, // received is given, turned round
		{"les clubs coopèrent-ils avec les écoles ?", "Les écoles coopèrent avec les clubs.", "coopération", matches},
		{"le compost existe-t-il dans les écoles ?", "Les écoles ont un compost.", "compost", matches},
		{"les clubs se disent-ils tentés par les écoles ?", "Un tiers des clubs sont tentés par les écoles.", "goût des clubs", matches},
		{"les clubs préfèrent-ils les écoles ?", "Un tiers des clubs sont tentés par les écoles.", "goût des clubs", matches}, // a taste is said both ways round
		{"le paillage est-il protégé par le compost ?", "Le paillage protège le jardin du gel.", "paillage", conflicts},
		{"le compost est-il un accélérateur de la serre ?", "La serre accélère tout.", "effet de la serre sur le compost", conflicts},
		{"quelles difficultés pose le compost ?", "Les écoles manquent de temps.", "difficultés du compost", matches},
		// Side by side.
		{"les écoles sont-elles aidées par les clubs ?", "Les écoles et les clubs tiennent le jardin.", "tenue du jardin", conflicts},
		{"les écoles tiennent-elles le jardin ?", "Les écoles et les clubs tiennent le jardin.", "tenue du jardin", matches},
		// Another does it, or does it to another thing.
		{"quel outil utilisent les clubs ?", "Des écoles adoptent des outils en se passant des clubs.", "outils", conflicts},
		{"les clubs inventent-ils les écoles ?", "Les clubs inventent des jeux et parlent des écoles.", "jeux", conflicts},
		{"quels outils utilisent les clubs ?", "Des écoles adoptent des outils en se passant des clubs.", "outils", matches}, // read both ways
		{"les clubs inventent-ils des jeux ?", "Les clubs inventent des jeux et parlent des écoles.", "jeux", matches},
		{"qui a donné des graines aux clubs ?", "Les clubs ont reçu des graines.", "graines", conflicts},
		{"qui a donné des graines aux clubs ?", "Les écoles ont donné des graines aux clubs.", "graines", matches},
		{"en quoi le compost protège-t-il le paillage ?", "Le paillage protège le compost du gel.", "paillage", conflicts},
		{"en quoi le paillage protège-t-il le compost ?", "Le paillage protège le compost du gel.", "paillage", matches},
		{"qui siège au comité ?", "Le comité réunit deux jardiniers et un élu.", "comité", matches}, // those whom it gathers are its members
		{"les clubs prennent-ils exemple sur les écoles ?", "Les écoles devancent les clubs.", "avance des écoles", matches},
		// What is done to what, in the infinitive.
		{"sur quoi misent les clubs pour nourrir le compost ?", "Les clubs misent sur le compost pour nourrir le sol.", "compost", conflicts},
		{"sur quoi misent les clubs pour nourrir le sol ?", "Les clubs misent sur le compost pour nourrir le sol.", "compost", matches},
		{"sur quoi misent les clubs pour nourrir leurs plants ?", "Les clubs misent sur le compost pour nourrir le sol.", "compost", matches}, // other words may say the soil
		// A noun is no verb, and several words one name.
		{"la commune finance-t-elle la serre ?", "La serre relève de la direction financière de la commune.", "serre", conflicts},
		{"la direction des espaces verts aide-t-elle les écoles ?", "Les autres directions aident les écoles.", "aide", conflicts},
		{"la direction des espaces verts aide-t-elle les écoles ?", "La DEV aide les écoles.", "aide", matches},
	} {
		h := index.Hit{Finding: &data.Finding{Statement: test.statement, Indicator: test.indicator, Edition: &data.Edition{}}}
		q := question.Question{Deeds: question.Deeds(l.Lexicon, test.asked), Subject: content(test.asked), Wants: question.Statement}
		if got := fitRole(l, q, h); got != test.want {
			t.Errorf("%q: %q fits %d, want %d", test.asked, test.statement, got, test.want)
		}
	}
}
