package discord

import (
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/chat/chattest"
	"constat/bot/discord/discordtest"
)

// TestSameAnswers has every question of the evaluation asked over both
// transports, and compares what is shown with what the program answers on a
// terminal: the same citation, figures and sources.
func TestSameAnswers(t *testing.T) {
	onBothOf(t, "", func(b *bench, transport string) {
		for _, q := range chattest.Questions(t, "../eval/testdata/markess.yaml") {
			p := oneToOne
			p.Channel = q.ID
			m := bot.Message{}
			var a answer.Answer
			var got discordtest.Interaction
			for _, m.Text = range q.Turns {
				got = b.ask(transport, b.question(p, m.Text))
				if m.Text == "" {
					m.Text = "aide" // as the desk takes it
				}
				a = b.bot.Handle(b.ctx, m)
				m.State = a.State
			}
			shown := shownIn(b, got.Shown)
			same(b, q.ID, a, shown, string(got.Shown))
		}
	})
}

// same compares what is shown with an answer.
func same(t testing.TB, id string, a answer.Answer, shown shownMessage, raw string) {
	t.Helper()
	v := a.View()
	text := shown.text()
	for _, want := range []string{v.Lead, v.Figure, v.Statement} {
		if !strings.Contains(text, escape(want)) && !strings.Contains(text, want) {
			t.Errorf("%s: %q is not in %s", id, want, text)
		}
	}
	for _, c := range a.Cited {
		if f := c.Finding; f != nil && f.Figure != nil && !strings.Contains(text, escape(f.Figure.Wording)) && shown.Embeds[0].Footer.Text == "" {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(escape(f.Figure.Wording))) {
				t.Errorf("%s: the figure %q of %s is not in %s", id, f.Figure.Wording, c.ID(), text)
			}
		}
	}
	for i, s := range v.Sources {
		whole := shown.Embeds[0].Footer.Text == ""
		if (i == 0 || whole) && !strings.Contains(text, source(s, maxFieldValue)) {
			t.Errorf("%s: the source %q is not in %s", id, s.Label, text)
		}
	}
	if a.Kind == answer.Found && a.State != "" && !strings.Contains(raw, `"c|`+a.State+`"`) {
		t.Errorf("%s: the state %s is not carried", id, a.State)
	}
	if a.Kind != answer.Found && strings.Contains(raw, string(chat.Cite)+"|1|") {
		t.Errorf("%s: an answer of kind %s is to be cited", id, a.Kind)
	}
}
