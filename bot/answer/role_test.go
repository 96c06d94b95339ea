package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

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
