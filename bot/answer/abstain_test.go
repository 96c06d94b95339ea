package answer

import (
	"slices"
	"testing"

	"constat/bot/question"
	"constat/data"
)

// TestNeighbours: what is offered when nothing says every word says the most of
// them, and is first about those asked; the observatory's name tells nothing.
func TestNeighbours(t *testing.T) {
	jardins := &data.Edition{Observatory: "Observatoire des jardins"}
	q := question.Question{Subject: []string{"jardins", "tuyau", "arrosage", "progresse"}, Change: question.Change{Asked: true, Words: []string{"progresse"}}}
	var got []string
	for _, c := range neighbours(q, []candidate{
		{Finding: &data.Finding{ID: "its name alone", Edition: jardins}, missing: []string{"tuyau", "arrosage", "progresse"}},
		{Finding: &data.Finding{ID: "another rise", Edition: jardins}, missing: []string{"jardins", "tuyau", "arrosage"}},
		{Finding: &data.Finding{ID: "another year", Edition: jardins}, missing: []string{"tuyau", "progresse"}, when: conflicts},
		{Finding: &data.Finding{ID: "people near them", Edition: jardins}, missing: []string{"tuyau", "progresse"}, who: isNear},
		{Finding: &data.Finding{ID: "says one word", Edition: jardins}, missing: []string{"jardins", "tuyau", "progresse"}},
		{Finding: &data.Finding{ID: "says two", Edition: jardins}, missing: []string{"tuyau", "progresse"}},
	}) {
		got = append(got, c.ID)
	}
	if want := []string{"says two", "people near them", "another year", "says one word"}; !slices.Equal(got, want) {
		t.Errorf("offers %q, want %q", got, want)
	}
}
