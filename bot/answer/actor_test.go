package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// TestFitActor: only a finding that says of somebody that he does what is
// asked tells who does it.
func TestFitActor(t *testing.T) {
	l := &data.Library{Lexicon: lexicon.New([]lexicon.Group{{ID: "communes", Names: []string{"communes"}}}, nil, nil)}
	for _, test := range []struct {
		act, statement, indicator string
		items                     []data.Item
		want                      fit
	}{
		{"finance", "Les communes financent le compost.", "compost", nil, matches},
		{"finance", "Le compost est financé par les communes.", "compost", nil, matches},
		{"finance", "La direction des finances aime le compost.", "compost", nil, isNear},
		{"finance", "Les communes paient le plus souvent.", "financement du compost", nil, matches},
		{"gere", "Les communes cherchent la façon de gérer le compost.", "compost", nil, isNear},
		{"impose", "Le décret a imposé de trier les déchets.", "tri", []data.Item{{Label: "papier"}}, isNear},
		{"choisit", "Le choix des graines revient au chef de culture.", "choix des graines", []data.Item{{Label: "chef de culture"}}, matches},
		{"choisit", "Le chef de culture choisit les graines.", "graines", []data.Item{{Label: "chef de culture"}}, matches},
		{"", "Les radis poussent.", "radis", nil, matches},
	} {
		h := index.Hit{Finding: &data.Finding{Statement: test.statement, Indicator: test.indicator, Items: test.items}}
		if got := fitActor(l, question.Question{Act: test.act}, h); got != test.want {
			t.Errorf("who %q: %q fits %d, want %d", test.act, test.statement, got, test.want)
		}
	}
}

// TestTellsHow: only a finding that gives a manner or a means answers "comment".
func TestTellsHow(t *testing.T) {
	for statement, want := range map[string]bool{
		"Les communes compostent en triant les déchets.": true,
		"Le compost est vendu par un jardinier.":         true,
		"Les communes se partagent le terrain.":          true,
		"Le compost est tenu pour essentiel.":            false,
		"Le maraîchage vient au premier rang.":           false,
	} {
		if got := tellsHow(&data.Finding{Statement: statement}); got != want {
			t.Errorf("%q tells how: %t, want %t", statement, got, want)
		}
	}
}

// TestOnlyCauses: an effect is no reason.
func TestOnlyCauses(t *testing.T) {
	f := &data.Finding{Statement: "Un compost complique le travail des communes."}
	for subject, want := range map[string]bool{"compost": true, "travail": false, "radis": false} {
		if got := onlyCauses(question.Question{Subject: []string{subject}}, f); got != want {
			t.Errorf("why %q: %t, want %t", subject, got, want)
		}
	}
}
