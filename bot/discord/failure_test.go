package discord

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/discord/discordtest"
)

func TestRefusedCardIsSentAsText(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	b.fake.RefuseEmbeds(true)
	m := shownIn(t, b.ask("gateway", b.question(inServer, published)).Shown)
	if len(m.Embeds) != 0 || !strings.Contains(m.Content, "81 %") || !strings.Contains(m.Content, "Institut du Râteau") {
		t.Errorf("shown: %s", m.text())
	}
	if _, err := b.fake.Say(oneToOne, published, nil); err != nil {
		t.Fatal(err)
	}
	posted, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, 1)
	if err != nil {
		t.Fatal(err)
	}
	if m := shownIn(t, posted[0].Body); !strings.Contains(m.Content, "81 %") {
		t.Errorf("posted: %s", m.text())
	}
}

// TestNoRightToReply holds that the bot answers where it may not reply to a
// message.
func TestNoRightToReply(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	b.fake.RefuseReplies(true)
	if _, err := b.fake.Say(inServer, published, discordtest.Mentioning()); err != nil {
		t.Fatal(err)
	}
	posted, err := b.fake.WaitMessages(b.ctx, inServer.Channel, 1)
	if err != nil {
		t.Fatal(err)
	}
	if m := shownIn(t, posted[0].Body); !strings.Contains(m.Content, "81 %") {
		t.Errorf("posted: %s", m.text())
	}
}

// TestBusy holds that who asks when too much is open is told so, and that what
// was open is answered.
func TestBusy(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	release := make(chan struct{})
	b.before = func(bot.Message) { <-release }
	said := func(channel int) (string, error) {
		p := oneToOne
		p.Channel = fmt.Sprint(2000 + channel)
		_, err := b.fake.Say(p, published, nil)
		return p.Channel, err
	}
	refused := ""
	open := 0
	for ; refused == ""; open++ {
		channel, err := said(open)
		if err != nil || open > 1000 {
			t.Fatal(open, err)
		}
		if open > 255 { // a desk takes so many
			posted, err := b.fake.WaitMessages(b.ctx, channel, 1)
			if err != nil {
				t.Fatal(err)
			}
			refused = shownIn(t, posted[0].Body).Content
		}
	}
	if !strings.HasPrefix(refused, "Trop de questions") {
		t.Errorf("refused: %s", refused)
	}
	close(release)
	if err := b.desk.Drain(b.ctx); err != nil {
		t.Fatal(err)
	}
	for i := range open - 1 {
		if n := len(b.fake.Messages(fmt.Sprint(2000 + i))); n != 1 {
			t.Errorf("question %d: %d answers", i, n)
		}
	}
}

func TestLimitsAreWaitedOut(t *testing.T) {
	for _, scope := range []string{"user", "global", "shared"} {
		t.Run(scope, func(t *testing.T) {
			b := newBench(t, gardens)
			b.gateway()
			b.fake.Limit(discordtest.Limit{Path: "/callback", Scope: scope, After: 30 * time.Millisecond, Times: 2})
			b.fake.Limit(discordtest.Limit{Path: "/messages", Scope: scope, After: 30 * time.Millisecond, Times: 2})
			if got := b.ask("gateway", b.question(inServer, published)); got.Answers != 1 {
				t.Errorf("%d answers", got.Answers)
			}
			if _, err := b.fake.Say(oneToOne, published, nil); err != nil {
				t.Fatal(err)
			}
			if _, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, 1); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestOutsiderCannotPublish(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		for _, act := range []string{"état", "publier", "revenir"} {
			got := b.ask(transport, b.fake.Command(inServer, adminCommand, discordtest.Subcommand(act)))
			m := shownIn(b, got.Shown)
			if got.Flags != 64 || len(m.Components) != 0 || m.text() == "" {
				b.Errorf("%s: flags %d, %+v, %s", act, got.Flags, m.Components, m.text())
			}
		}
		for _, id := range []string{"o|plan", "v|1", "n|", "a|publier"} {
			if m := shownIn(b, b.ask(transport, b.fake.Click(inServer, "1", id)).Shown); len(m.Components) != 0 || m.text() == "" {
				b.Errorf("%s: %s", id, m.text())
			}
		}
	})
}

// TestFailureTellsNoSecret has everything fail, and looks for the tokens in
// what is logged and shown.
func TestFailureTellsNoSecret(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	i := b.question(inServer, published)
	b.before = func(bot.Message) { panic("fault") }
	shown := shownIn(t, b.ask("gateway", i).Shown)
	if !strings.HasPrefix(shown.Content, "Un incident") {
		t.Errorf("shown: %s", shown.text())
	}
	b.before = nil
	b.fake.RefuseEmbeds(true)
	b.fake.Limit(discordtest.Limit{Path: "/callback", Scope: "user", After: time.Hour, Times: 1})
	lost := b.question(inServer, published)
	b.send("gateway", lost)
	if _, err := b.fake.Say(oneToOne, published, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, 1); err != nil {
		t.Fatal(err)
	}
	if err := b.fake.Disturb(discordtest.Drop); err != nil {
		t.Fatal(err)
	}
	b.fake.Close() // nothing answers any more
	b.stop()
	<-b.stopped
	if err := b.desk.Drain(b.ctx); err != nil {
		t.Fatal(err)
	}
	logged := b.logs.String()
	if !strings.Contains(logged, "not delivered") || !strings.Contains(logged, "card refused") {
		t.Errorf("the failures are not logged:\n%s", logged)
	}
	for _, secret := range []string{discordtest.Token, i.Token, lost.Token, "fake-interaction-token"} {
		if strings.Contains(logged, secret) {
			t.Errorf("%q is logged:\n%s", secret, logged)
		}
	}
}
