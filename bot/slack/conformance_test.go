package slack

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/chat/chattest"
	"constat/bot/slack/slacktest"
)

// minAnswers is how many answers with different citations are judged.
const minAnswers = 300

// TestConformance has every request of a long day judged: an answer for each
// finding, to every question of the evaluation and for each next step that is
// offered, abstentions, lists, help, what is cut, shared, cited, reported and
// refused.
func TestConformance(t *testing.T) {
	judge := chattest.NewConformance(t)
	var log bytes.Buffer
	cited := map[string]bool{}
	for _, l := range chattest.Libraries(t, "../..") {
		b := answering(t, l)
		w := open(t, "http", b.Handle, slacktest.Options{})
		for i, m := range chattest.Differing(t, "../..", b, cited) {
			w.converse(b.Handle(t.Context(), m), fmt.Sprintf("C%d", i), i%10 == 0)
		}
		w.must(w.stop())
		w.must(w.fake.WriteLog(&log))
	}
	if len(cited) < minAnswers {
		t.Errorf("%d answers with different citations, want %d", len(cited), minAnswers)
	}
	w := open(t, "http", jardins(t).Handle, slacktest.Options{})
	w.oddities()
	w.must(w.stop())
	w.must(w.fake.WriteLog(&log))
	t.Logf("%d requests judged, %d answers with different citations", judge.CheckLog(log.Bytes()), len(cited))
}

// converse posts one answer before all and privately, and at times does with
// it all that its buttons do.
func (w *workspace) converse(a answer.Answer, channel string, all bool) {
	w.t.Helper()
	press := func(verb chat.Verb, value, only string) {
		in := slacktest.Posted{Channel: channel, TS: "1.1", Only: only}
		w.ask(w.fake.Click("U1", slacktest.Button{Label: "…", Action: string(verb) + "0", Value: value, In: in}))
	}
	if a.State == "" {
		r := chat.Reply{Answer: a}
		w.must(w.slack.deliver(w.within(), address{channel: channel, user: "U1"}, r))
		return
	}
	press(chat.Pick, a.State, "")
	if all {
		press(chat.Pick, a.State, "U1")
		press(chat.Cite, a.State, "U1")
		press(chat.Share, a.State, "U1")
		press(chat.Report, "e2-04", "")
	}
}

// oddities are what nobody should write, and replies as bad as can be, in each
// of their dresses.
func (w *workspace) oddities() {
	w.t.Helper()
	for _, question := range []string{
		"", "aide", "et en 2016 ?", "quelle heure est-il ?", "<!channel> <@U2> *gras* `code` <https://ailleurs.example|un lien> @here", strings.Repeat("compost ", 3000),
	} {
		w.ask(w.fake.Command("U1", "C1", "/observatoire", question))
		w.ask(w.fake.Mention("U1", "C1", "", question))
		w.ask(w.fake.DM("U1", "", question))
	}
	w.ask(w.fake.Command("U1", "C1", "/observatoire-admin", "publier"))
	w.ask(w.fake.Opened("U9"))
	for _, r := range strange(w.t) {
		for _, to := range []address{
			{channel: "C1", user: "U1", thread: "1.1"}, {channel: "C1", user: "U1", only: true}, {channel: "D1", user: "U1"},
			{channel: "C1", user: "U1", only: true, response: responseAddress(w)},
		} {
			w.must(w.slack.deliver(w.within(), to, r))
			for _, dress := range dresses[1:] {
				_, _, err := w.slack.send(w.within(), ways(to, false)[0], dress(r), r)
				w.must(err)
			}
		}
	}
}

// responseAddress is one that is good for a while.
func responseAddress(w *workspace) string {
	address, _ := w.fake.Command("U1", "C1", "/observatoire", "").Payload["response_url"].(string)
	return address
}

func TestManifestConforms(t *testing.T) {
	judge := chattest.NewConformance(t)
	for _, m := range []Manifest{
		{}, {URL: "https://bot.example/slack/events"}, {Agent: true}, {Threads: true, Groups: true},
		{URL: "https://bot.example/slack/events", Agent: true, Threads: true, Groups: true, Name: "L'observatoire des jardins, édition un"[:35]},
	} {
		out, err := m.JSON()
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "manifest.json")
		if err := os.WriteFile(name, out, 0o644); err != nil {
			t.Fatal(err)
		}
		if said, err := judge.Check("manifest-check.mjs", name); err != nil {
			t.Errorf("%+v: %s", m, said)
		}
	}
}
