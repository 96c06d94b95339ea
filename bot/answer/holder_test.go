package answer

import (
	"strings"
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// TestFitHolder: what somebody has is not told by a finding on somebody else's.
func TestFitHolder(t *testing.T) {
	l := &data.Library{Lexicon: lexicon.New(
		[]lexicon.Group{{ID: "communes", Names: []string{"communes"}}, {ID: "clubs", Names: []string{"clubs"}, People: true}, {ID: "enfants", Names: []string{"enfants"}, People: true}}, nil, nil)}
	communes := lexicon.Population{Groups: []string{"communes"}}
	for _, test := range []struct {
		asked, statement, indicator string
		listed                      []string
		want                        fit
	}{
		{"quelles sont les priorités des enfants ?", "Bien servir les enfants passe avant tout.", "priorités", nil, conflicts},
		{"quelles sont les priorités des enfants ?", "Des jeux offerts aux enfants viennent en tête des priorités.", "priorités", nil, conflicts},
		{"quelles sont les priorités des enfants ?", "Pour les enfants, jouer passe avant tout.", "priorités", nil, matches},
		{"quelles sont les priorités des enfants ?", "Jouer passe avant tout.", "priorités des enfants", nil, matches},
		{"quelles sont les priorités des communes ?", "Bien servir les enfants passe avant tout.", "priorités", nil, matches},
		{"quelles sont les qualités des communes ?", "Les qualités attendues des clubs sont nombreuses.", "qualités attendues des clubs", nil, conflicts},
		{"quelles sont les difficultés des communes ?", "Les difficultés du compostage découragent.", "difficultés du compostage", nil, matches}, // theirs, with it
		{"quelles sont les difficultés du paillage ?", "Avec le paillage, la difficulté de l'arrosage disparaît.", "arrosage", nil, conflicts},
		{"quels sont les freins au paillage ?", "Le prix freine.", "freins au compostage", nil, conflicts},
		{"quels sont les freins au compostage ?", "Le prix freine.", "freins au compostage", nil, matches},
		{"quelles sont les priorités potagères ?", "Les fleurs viennent en tête.", "priorités", []string{"potageres"}, conflicts},
		{"quelles sont les priorités pour le potager ?", "Les fleurs viennent en tête.", "priorités", []string{"potager"}, conflicts},
		{"les enfants, leurs priorités ?", "Bien servir les enfants passe avant tout.", "priorités", nil, conflicts}, // set out first
		{"les enfants, quelles sont leurs priorités ?", "Pour les enfants, jouer passe avant tout.", "priorités", nil, matches},
		{"les enfants, quelles sont ses priorités ?", "Bien servir les enfants passe avant tout.", "priorités", nil, matches}, // somebody else's
		{"où est le potager ?", "Les fleurs viennent en tête.", "priorités", []string{"potager"}, matches},
	} {
		h := index.Hit{Listed: test.listed, Finding: &data.Finding{Statement: test.statement, Indicator: test.indicator, Who: communes, Edition: &data.Edition{}}}
		q := question.Question{Holdings: question.Held(l.Lexicon, test.asked, ""), Wants: question.Which}
		if got := fitHolder(l, q, h); got != test.want {
			t.Errorf("%q: %q fits %d, want %d", test.asked, test.statement, got, test.want)
		}
	}
}

// TestFitDenied: "non structurées" is not "structurées", and what is hard to do
// is not done.
func TestFitDenied(t *testing.T) {
	for _, test := range []struct {
		asked, statement string
		want             fit
	}{
		{"quelle part analyse des terres traitées ?", "35 % analysent des terres non traitées.", conflicts},
		{"quelle part analyse des terres non traitées ?", "35 % analysent des terres non traitées.", matches},
		{"quelle part analyse des terres non traitées ?", "35 % analysent des terres traitées.", conflicts},
		{"les terres sont-elles traitées ou non ?", "Les terres sont traitées.", matches},
		{"les terres sont-elles arrosées ?", "Les terres arrosées, traitées ou non, gèlent.", matches},
		{"quelle part des clubs recrutent ?", "78 % des clubs disent avoir du mal à recruter.", conflicts},
		{"quelle part des clubs peine à recruter ?", "78 % des clubs disent avoir du mal à recruter.", matches},
		{"pourquoi les clubs ne recrutent pas ?", "78 % des clubs disent avoir du mal à recruter.", matches},
		{"quelle part des clubs manque de bras pour recruter ?", "78 % des clubs disent avoir du mal à recruter.", matches},
		{"quelle part des clubs recrutent ?", "78 % des clubs ont commencé à recruter.", matches},
	} {
		q := question.Question{Text: test.asked, Subject: content(test.asked), Negative: strings.Contains(test.asked, " ne ")}
		if got := fitDenied(q, &data.Finding{Statement: test.statement}); got != test.want {
			t.Errorf("%q: %q fits %d, want %d", test.asked, test.statement, got, test.want)
		}
	}
}
