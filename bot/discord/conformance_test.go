package discord

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/chat"
	"constat/bot/chat/chattest"
	"constat/bot/discord/discordtest"
)

// minAnswers is how many answers with different citations are judged.
const minAnswers = 300

// TestConformance has every request judged against Discord's own description
// of its interface: an answer for each finding, to every question of the
// evaluation and for each next step that is offered, in each way in which an
// answer leaves; what buttons do; what nobody should write; the registration.
func TestConformance(t *testing.T) {
	judge := chattest.NewConformance(t)
	var log bytes.Buffer
	cited := map[string]bool{}
	for _, l := range chattest.Libraries(t, "../..") {
		answering, err := bot.New(l)
		if err != nil {
			t.Fatal(err)
		}
		b := newBenchOver(t, answering)
		b.gateway()
		for n, m := range chattest.Differing(t, "../..", answering, cited) {
			b.everyWay(m, n)
		}
		if changed, err := b.discord.Register(b.ctx); err != nil || !changed {
			t.Fatal(changed, err)
		}
		if err := b.fake.WriteLog(&log); err != nil {
			t.Fatal(err)
		}
	}
	if len(cited) < minAnswers {
		t.Errorf("%d answers with different citations, want %d", len(cited), minAnswers)
	}
	odd := newBench(t, gardens)
	odd.gateway()
	odd.oddities()
	if err := odd.fake.WriteLog(&log); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d requests judged, %d answers with different citations", judge.CheckLog(log.Bytes()), len(cited))
}

// everyWay has a message answered in one of the ways in which an answer
// leaves, and as a deferred edit.
func (b *bench) everyWay(m bot.Message, n int) {
	b.Helper()
	p := inServer
	if n%3 == 0 {
		p = oneToOne
	}
	ask := func() *discordtest.Interaction {
		if m.Text == "" {
			return b.fake.Click(p, fmt.Sprint(n), "f|"+m.State)
		}
		return b.question(p, m.Text)
	}
	b.ask([]string{"http", "gateway"}[n%2], ask())
	a := b.bot.Handle(b.ctx, m)
	r := chat.Reply{Answer: a, Buttons: b.desk.Reply(b.ctx, chat.Event{Verb: chat.Pick, Value: m.State, Private: true}).Buttons}
	deferred := ask()
	b.defers(deferred)
	if err := b.discord.edit(b.ctx, readInto(b, deferred), r); err != nil {
		b.Fatal(err)
	}
	if err := b.discord.post(b.ctx, message{ID: fmt.Sprint(920000000000000000 + n), Channel: "72"}, r); err != nil {
		b.Fatal(err)
	}
	if n%10 == 0 && a.State != "" {
		for _, verb := range []chat.Verb{chat.Cite, chat.Share, chat.Share} {
			b.ask("http", b.fake.Click(inServer, fmt.Sprint(n), string(verb)+"|"+a.State))
		}
		b.ask("gateway", b.fake.Click(inServer, "9", "s|e2-04"))
	}
}

// defers gives an interaction the first word that its answer comes later.
func (b *bench) defers(i *discordtest.Interaction) {
	b.Helper()
	read := readInto(b, i)
	if err := b.discord.callback(b.ctx, read, deferred(read.event())); err != nil {
		b.Fatal(err)
	}
}

func readInto(b *bench, i *discordtest.Interaction) interaction {
	b.Helper()
	read, err := readInteraction(i.Body)
	if err != nil {
		b.Fatal(err)
	}
	return read
}

// oddities are what nobody should write, and replies that are too long.
func (b *bench) oddities() {
	b.Helper()
	for n, text := range []string{
		"", "aide", "et en 2016 ?", "quelle heure est-il ?", "@everyone <@&1> **gras** `code` [lien](http://ailleurs.example) https://ailleurs.example",
		strings.Repeat("compost ", 700),
	} {
		b.ask("http", b.question(inServer, text))
		b.ask("gateway", b.question(oneToOne, text))
		b.ask("gateway", b.fake.Typing(inServer, askCommand, optionQuestion, text[:min(len(text), 100)]))
		if _, err := b.fake.Say(oneToOne, text, nil); err != nil {
			b.Fatal(err)
		}
		if _, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, n+1); err != nil {
			b.Fatal(err)
		}
	}
	for _, act := range []string{"état", "publier", "revenir"} {
		b.ask("http", b.fake.Command(inServer, adminCommand, discordtest.Subcommand(act)))
	}
	for n, r := range append(strange(), hostile(b)...) {
		for way, dress := range []func(chat.Reply) body{render, plain} {
			i := b.question(inServer, "compost")
			if err := b.discord.callback(b.ctx, readInto(b, i), shows(dress(r), true)); err != nil {
				b.Fatalf("strange %d, %d: %v", n, way, err)
			}
		}
		if err := b.discord.post(b.ctx, message{ID: fmt.Sprint(930000000000000000 + n), Channel: "73"}, r); err != nil {
			b.Fatal(err)
		}
	}
}
