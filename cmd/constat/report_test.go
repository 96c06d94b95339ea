package main

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"constat/bot/answer"
	"constat/bot/journal"
)

func TestReported(t *testing.T) {
	at := time.Date(2031, 3, 3, 9, 5, 0, 0, time.Local)
	got := reported(journal.Report{
		Days: 2, Asked: 41, Found: 30, Published: 2, RolledBack: 1, Lost: 1, Altered: &journal.AlteredError{Entry: 2},
		Unanswered: []journal.Unanswered{
			{Count: 7, Reason: answer.OtherPopulation, Understood: answer.Understood{Indicator: "compostage", Populations: []string{"régions"}, Editions: []int{2023}, Status: "prévu"}},
			{Count: 1, Reason: answer.OffTopic},
		},
		Remarks:  []journal.RemarkCount{{Count: 2, Finding: "j1-01", Reason: "Le chiffre est faux"}},
		Refusals: []journal.Refusal{{At: at, By: "slack:T1/U9", Act: "a publier"}},
	}, "etat")
	want := `41 questions, 30 réponses, 2 publications, 1 retour.
Attention : le journal des publications a été modifié : son entrée 2 n'est pas celle qui avait été écrite.
Questions acceptées et restées sans réponse, quand un processus a été tué : 1.

Demandé, et sans réponse :
  7   compostage, régions, 2023, prévu   publié pour une autre population
  1   sujet inconnu des éditions         hors du sujet

Remarques :
  2   j1-01   Le chiffre est faux

Refusé à qui n'est pas administrateur :
  03/03/2031 09:05   slack:T1/U9   a publier
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}
