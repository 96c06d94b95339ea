package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
)

// TestListed: who asks which ones is told the list before another statement of
// the same indicator, never before one of another.
func TestListed(t *testing.T) {
	said := invent("Les conditions d'un bon compost sont rarement réunies.", "conditions du compost", data.Qualitative, "")
	listed := invent("Deux conditions : de l'ombre et de l'eau.", "conditions du compost", data.Qualitative, "", members("ombre", "eau")...)
	other := invent("On y jette épluchures et feuilles.", "apports du compost", data.Qualitative, "", members("épluchures", "feuilles")...)
	for _, test := range []struct {
		wants question.Wants
		rival *data.Finding
		first *data.Finding
	}{
		{question.Which, listed, listed},
		{question.Which, other, said},
		{question.Statement, listed, said},
	} {
		facts := []fact{{answers: []*data.Finding{said}}, {answers: []*data.Finding{test.rival}}}
		if got := sharpen(&data.Library{}, question.Question{Wants: test.wants}, facts)[0].answers[0]; got != test.first {
			t.Errorf("%v, %q or %q: %q comes first", test.wants, said.Statement, test.rival.Statement, got.Statement)
		}
	}
}
