package answer

import (
	"strings"
	"testing"

	"constat/bot/question"
	"constat/data"
)

// A figure is told in near words when the question has as many of the finding's
// own, or when it names the whole indicator and says one word as it is.
func TestAnswersNearly(t *testing.T) {
	for _, c := range []struct {
		asked, near string
		named       bool
		want        bool
	}{
		{"arrosage nocturne pelouse", "", false, true},
		{"arrosage nuit pelouse", "nuit", false, true},
		{"eau nuit gazon pelouse", "eau nuit gazon", false, false},
		{"eau nuit gazon pelouse", "eau nuit gazon", true, true},
		{"eau nuit gazon", "eau nuit gazon", true, false}, // nothing is said as it is
	} {
		q := question.Question{Wants: question.Share, Subject: strings.Fields(c.asked)}
		held := candidate{Finding: &data.Finding{}, named: c.named, near: strings.Fields(c.near)}
		if got := held.answersNearly(q); got != c.want {
			t.Errorf("%q, nearly %q, named %v: %v, want %v", c.asked, c.near, c.named, got, c.want)
		}
	}
	// A word that the observatory's name alone says is none that the finding says.
	for asked, want := range map[string]bool{"freins jardins": false, "freins arrosage jardins": true} {
		q := question.Question{Wants: question.Statement, Subject: strings.Fields(asked)}
		if got := (candidate{Finding: &data.Finding{}, themed: 1}).answersNearly(q); got != want {
			t.Errorf("%q of the jardins: %v, want %v", asked, got, want)
		}
	}
}
