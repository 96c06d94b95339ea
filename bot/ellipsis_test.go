package bot

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"constat/bot/answer"
	"constat/data"
)

// TestEllipsis: a message that leaves a part unsaid stays on what was said. It
// is answered by what measures the same sort of thing, or says the rest of the
// subject, of the same people and year; by nothing else.
func TestEllipsis(t *testing.T) {
	edition, err := os.ReadFile("testdata/piscines.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, faults := data.Read(fstest.MapFS{"piscines.yaml": {Data: edition}})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b := open(t, l)
	for _, c := range []struct {
		turns []string
		cited string // led by this finding; nothing when empty
	}{
		// The same sort of thing.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le midi ?"}, "p31-02"},
		// Said of others, or of another thing.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le dimanche ?"}, ""},
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et par courrier ?"}, ""},
		{[]string{"pour combien de piscines municipales la rénovation du bassin est un atout ?", "et un frein ?"}, ""},
		// "Ceux qui": the same thing, in another state.
		{[]string{"combien de piscines municipales contrôlent la qualité de l'eau ?", "et celles qui sont en retard ?"}, "p31-10"},
		{[]string{"combien de piscines municipales contrôlent la qualité de l'eau ?", "et celles qui sont en faillite ?"}, ""},
		// Another thing, named as one that is measured, of the same people.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le sauna ?"}, "p31-04"},
		{[]string{"quel est le rôle des moniteurs dans les clubs de plongée ?", "et le sauna ?"}, "p31-05"},
		{[]string{"quelle part des clubs de plongée ont un sauna ?", "et l'ouverture le soir ?"}, ""},
		// A question of its own starts anew.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et combien de clubs de plongée ont un sauna ?"}, "p31-05"},
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et qu'est-ce qui freine les clubs de plongée ?"}, "p31-08"},
		// After a refusal nothing goes on, but what comes back to the subject.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le dimanche ?", "et en 2031 ?"}, ""},
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le dimanche ?", "et le midi ?"}, "p31-02"},
		// A correction is a turn like another.
		{[]string{"quelle part des piscines municipales ont un sauna ?", "pardon, je voulais dire les clubs de plongée"}, "p31-05"},
		{[]string{"quelle part des piscines municipales ont un sauna ?", "oups, tous les clubs de plongée"}, "p31-05"},
	} {
		var a answer.Answer
		for _, text := range c.turns {
			a = b.Handle(t.Context(), Message{Text: text, State: a.State})
		}
		if got := cited(a); c.cited == "" && a.Kind == answer.Found || c.cited != "" && (len(got) == 0 || !slices.Contains(got, c.cited)) {
			t.Errorf("%q: %s %s %q, want %q\n%s", c.turns, a.Kind, a.Reason, got, c.cited, a.Text)
		}
	}
}
