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
}
