package bot

import (
	"os"
	"strings"
	"testing"

	"constat/bot/answer"
	"constat/data"
)

// TestEllipsis: a message that leaves a part unsaid stays on what was said. It
// is answered by what measures the same sort of thing, or says the rest of the
// subject, of the same people and year; by nothing else.
func TestEllipsis(t *testing.T) {
	l, faults := data.Read(os.DirFS("testdata/piscines"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b := open(t, l)
	for _, c := range []struct {
		turns []string
		cited string // told with these findings; nothing when empty
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
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et sauna ?"}, "p31-04"},
		{[]string{"quelle part des piscines municipales ont un sauna ?", "et qualité de l'eau ?"}, ""}, // its control, or those that are late on it
		{[]string{"pour combien de piscines municipales la rénovation du bassin est un atout ?", "et retard ?"}, ""},
		// Nothing to complete.
		{[]string{"et un frein ?"}, ""},
		{[]string{"et le troisième ?"}, ""},
		{[]string{"et le sauna dans les clubs de plongée ?"}, "p31-05"},
		{[]string{"et celles qui ont un sauna dans les piscines municipales ?"}, "p31-04"},
		{[]string{"quelle part des piscines municipales ont un sauna ?", "et en euros ?"}, ""},
		// A question of its own starts anew.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et combien de clubs de plongée ont un sauna ?"}, "p31-05"},
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et qu'est-ce qui freine les clubs de plongée ?"}, "p31-08"},
		// After a refusal nothing goes on, but what comes back to the subject.
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le dimanche ?", "et en 2031 ?"}, ""},
		{[]string{"quelle part des piscines municipales ouvrent le soir ?", "et le dimanche ?", "et le midi ?"}, "p31-02"},
		// A stage that no finding of the subject has is no question about the same figure.
		{[]string{"combien de nageurs sauvés en 2031 ?", "et en projet ?"}, ""},
		{[]string{"combien de piscines municipales ont ouvert le soir en 2033 ?", "et en 2031 ?"}, "p31-01"},
		// Another edition, that of before, or another moment.
		{[]string{"ouverture le soir des piscines municipales en 2033 ?", "et avant ?"}, "p31-01 p33-01"},
		{[]string{"ouverture le soir des piscines municipales en 2031 ?", "et avant ?"}, ""},
		{[]string{"où l'édition 2031 a-t-elle été présentée ?", "et en 2033, dans quelle ville ?"}, "edition:piscines:2033"},
		{[]string{"où l'édition 2031 a-t-elle été présentée ?", "et en 2035 ?"}, ""},
		{[]string{"à quoi oblige la norme sur le chlore ?", "et l'échéance tombe quand ?"}, "p31-14"},
		{[]string{"combien de piscines municipales prévoient des travaux d'ici à 2032 ?", "et celles qui repoussent ça à après 2032 ?"}, "p31-16"},
		{[]string{"combien de piscines municipales prévoient des travaux d'ici à 2032 ?", "et après 2032 ?"}, "p31-16"},
		{[]string{"combien de piscines municipales prévoient des travaux d'ici à 2032 ?", "et après 2033 ?"}, ""},
		{[]string{"qu'est-ce qui pousse les piscines municipales à rénover ?", "et la deuxième raison ?"}, "p33-03"},
		{[]string{"qu'est-ce qui pousse les piscines municipales à rénover ?", "et la deuxième piscine ouverte le soir ?"}, ""},
		// What is compared with what was said: another year, another thing, other people.
		{[]string{"ouverture le soir des piscines municipales en 2033 ?", "compare avec 2031"}, "p31-01 p33-01"},
		{[]string{"ouverture le soir des piscines municipales en 2033 ?", "compare avec 2029"}, ""},
		{[]string{"ouverture le soir des piscines municipales en 2031 ?", "par rapport au midi ?"}, "p31-01 p31-02"},
		{[]string{"ouverture le soir des piscines municipales en 2031 ?", "par rapport au dimanche ?"}, ""},
		{[]string{"sauna dans les piscines municipales ?", "vs les clubs de plongée"}, "p31-04 p31-05"},
		{[]string{"combien de piscines municipales prévoient d'ouvrir la nuit ?", "et celles qui n'ont aucun projet ?"}, "p33-04"},
		// Whether something is in the list that was told, how fast what was told grows.
		{[]string{"qu'est-ce qui pousse les piscines municipales à rénover ?", "la sécurité en fait partie ?"}, "p33-03"},
		{[]string{"combien de baigneurs dans les piscines municipales en 2033 ?", "et leur croissance ?"}, "p33-06"},
		{[]string{"combien de baigneurs dans les piscines municipales en 2033 ?", "et au fait, le sauna des clubs de plongée ?"}, "p31-05"},
		// A correction is a turn like another.
		{[]string{"quelle part des piscines municipales ont un sauna ?", "pardon, je voulais dire les clubs de plongée"}, "p31-05"},
		{[]string{"qu'est-ce que l'enquête de 2033 dit de la nuit dans les clubs de plongée ?", "je voulais dire tous les répondants"}, ""},
		{[]string{"quelle part des piscines municipales ont un sauna ?", "oups, tous les clubs de plongée"}, "p31-05"},
	} {
		var a answer.Answer
		for _, text := range c.turns {
			a = b.Handle(t.Context(), Message{Text: text, State: a.State})
		}
		if got := cited(a); c.cited == "" && a.Kind == answer.Found || c.cited != "" && strings.Join(got, " ") != c.cited {
			t.Errorf("%q: %s %s %q, want %q\n%s", c.turns, a.Kind, a.Reason, got, c.cited, a.Text)
		}
	}
}
