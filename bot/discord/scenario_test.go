package discord

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/discord/discordtest"
)

// onBoth runs a scenario over HTTP and over the gateway.
func onBoth(t *testing.T, scenario func(b *bench, transport string)) {
	onBothOf(t, gardens, scenario)
}

// onBothOf is onBoth over some editions; published ones when dir is empty.
func onBothOf(t *testing.T, dir string, scenario func(b *bench, transport string)) {
	for _, transport := range []string{"http", "gateway"} {
		t.Run(transport, func(t *testing.T) {
			b := newBench(t, dir)
			if transport == "gateway" {
				b.gateway()
			}
			scenario(b, transport)
		})
	}
}

const published = "part des jardins partagés qui compostent"

func TestAnswered(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		for _, p := range []discordtest.Person{inServer, oneToOne} {
			got := b.ask(transport, b.question(p, published))
			m := shownIn(b, got.Shown)
			if got.Type != discordtest.TypeMessage || got.Answers != 1 {
				b.Errorf("first word %d, %d answers", got.Type, got.Answers)
			}
			if len(m.Embeds) != 1 || m.Embeds[0].Title != "«\u00a081 % des jardins partagés\u00a0»" {
				b.Errorf("the figure does not come first: %s", m.text())
			}
			private := got.Flags == 64
			if inAServer := p.Guild != ""; private != inAServer {
				b.Errorf("private: %v, in a server: %v", private, inAServer)
			}
			shares := strings.Contains(string(got.Shown), `"Partager"`)
			if shares != private {
				b.Errorf("offers to share: %v, private: %v", shares, private)
			}
		}
	})
}

func TestAbstentionIsShownAsOne(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		got := shownIn(b, b.ask(transport, b.question(inServer, "combien de départements ont un compost ?")).Shown)
		e := got.Embeds[0]
		if e.Title != "" || !strings.HasPrefix(e.Description, "L'observatoire ne donne pas ce résultat pour la population demandée") {
			b.Errorf("shown: %s", got.text())
		}
		if strings.Contains(got.text(), "%") || strings.Contains(string(b.fake.Requests()[len(b.fake.Requests())-1].Body), "Citer") {
			b.Errorf("an abstention states or cites: %s", got.text())
		}
		// Its neighbours are offered by name; a click shows one.
		click := b.fake.Click(inServer, "1", got.button(b, "Jardins partagés"))
		if m := shownIn(b, b.ask(transport, click).Shown); m.Embeds[0].Title == "" {
			b.Errorf("the neighbour: %s", m.text())
		}
	})
}

func TestSlowAnswerIsDeferred(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		release := make(chan struct{})
		b.before = func(bot.Message) { <-release }
		i := b.question(inServer, published)
		b.send(transport, i)
		if !b.fake.Wait(b.ctx, func() bool { return !i.First.IsZero() }) {
			b.Fatal("not acknowledged")
		}
		before := b.fake.Of(i)
		if took := before.First.Sub(before.Sent); took > 2500*time.Millisecond || before.Type != discordtest.TypeDeferred || before.Flags != 64 {
			b.Errorf("first word %d after %v, flags %d", before.Type, took, before.Flags)
		}
		close(release)
		got := b.answered(i)
		if m := shownIn(b, got.Shown); got.Answers != 1 || m.Embeds[0].Title == "" {
			b.Errorf("%d answers: %s", got.Answers, m.text())
		}
	})
}

func TestRedeliveredOnce(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		i := b.question(inServer, published)
		b.ask(transport, i)
		if transport == "http" {
			if status, err := b.fake.Deliver(b.ctx, b.address, i); err != nil || status != http.StatusAccepted {
				b.Errorf("again: status %d, %v", status, err)
			}
		} else {
			b.send(transport, i)
			b.ask(transport, b.question(inServer, published)) // what came before it is dealt with
		}
		if got := b.fake.Of(i); got.Answers != 1 {
			b.Errorf("%d answers", got.Answers)
		}
	})
}

// TestNobodyIsPinged asks with every mention that Discord knows, and shares
// under a name that is one.
func TestNobodyIsPinged(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		b.gatewayOnce(transport)
		evil := inServer
		evil.Name = "@everyone <@&1> [x](http://evil.example)"
		q := published + " @everyone @here <@42> <@&7> <!channel> <#70>"
		b.ask(transport, b.question(evil, q))
		m := shownIn(b, b.ask(transport, b.question(evil, published)).Shown)
		b.ask(transport, b.fake.Click(evil, "5", m.button(b, "Partager")))
		if _, err := b.fake.Say(oneToOne, q, nil); err != nil {
			b.Fatal(err)
		}
		if _, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, 1); err != nil {
			b.Fatal(err)
		}
		for _, r := range b.fake.Requests() {
			if r.Method == http.MethodGet {
				continue
			}
			if !strings.Contains(r.Body, `"allowed_mentions":{"parse":[],"replied_user":false}`) {
				b.Errorf("%s %s may mention: %s", r.Method, r.URL, r.Body)
			}
			if strings.Contains(r.Body, "](http://evil") {
				b.Errorf("a name is a link: %s", r.Body)
			}
		}
	})
}

// gatewayOnce runs the gateway too when the transport is HTTP: mentions and
// direct messages come over it all the same.
func (b *bench) gatewayOnce(transport string) {
	if transport == "http" {
		b.gateway()
	}
}

func TestShare(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		m := shownIn(b, b.ask(transport, b.question(inServer, published)).Shown)
		share := m.button(b, "Partager")
		shared := b.ask(transport, b.fake.Click(inServer, "5", share))
		if s := shownIn(b, shared.Shown); shared.Flags != 0 || !strings.HasPrefix(s.Content, "Réponse partagée par Camille") || s.Embeds[0].Title == "" {
			b.Errorf("flags %d: %s", shared.Flags, s.text())
		}
		again := b.ask(transport, b.fake.Click(inServer, "5", share))
		if s := shownIn(b, again.Shown); again.Flags != 64 || len(s.Embeds) != 0 {
			b.Errorf("shared again: flags %d: %s", again.Flags, s.text())
		}
		cited := shownIn(b, b.ask(transport, b.fake.Click(inServer, "5", m.button(b, "Citer"))).Shown)
		if !strings.Contains(cited.Content, "81 %") || !strings.Contains(cited.Content, "source") {
			b.Errorf("citation: %s", cited.Content)
		}
		why := shownIn(b, b.ask(transport, b.fake.Click(inServer, "5", m.button(b, "Signaler"))).Shown)
		thanks := shownIn(b, b.ask(transport, b.fake.Click(inServer, "6", why.button(b, "Le chiffre"))).Shown)
		if !strings.HasPrefix(thanks.Content, "Merci") {
			b.Errorf("thanks: %s", thanks.text())
		}
	})
}

func TestCompletion(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		for _, test := range []struct{ option, typed, want string }{
			{optionQuestion, "", "compostage"},
			{optionQuestion, "COMPÔ", "compostage"},
			{optionQuestion, "RECUP", "récupération d'eau de pluie"},
			{optionEdition, "", "2023"},
			{optionPopulation, "jard", "jardins partagés"},
			{"unknown", "", ""},
		} {
			i := b.ask(transport, b.fake.Typing(inServer, askCommand, test.option, test.typed))
			var choices struct {
				Choices []choice `json:"choices"`
			}
			decode(b, i.Shown, &choices)
			var names []string
			for _, c := range choices.Choices {
				names = append(names, c.Name)
			}
			if i.Type != discordtest.TypeChoices || len(names) > maxChoices || choices.Choices == nil ||
				test.want != "" && !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, test.want) }) {
				b.Errorf("%s %q: %q", test.option, test.typed, names)
			}
		}
	})
}

func TestNarrowedByOptions(t *testing.T) {
	b := newBench(t, gardens)
	i := b.fake.Command(inServer, askCommand,
		discordtest.Option(optionQuestion, "Compostage"), discordtest.Option(optionEdition, "2023"), discordtest.Option(optionPopulation, "jardins partagés"))
	if m := shownIn(t, b.ask("http", i).Shown); !strings.Contains(m.text(), "81 %") {
		t.Errorf("shown: %s", m.text())
	}
	help := b.fake.Command(inServer, askCommand)
	if m := shownIn(t, b.ask("http", help).Shown); !strings.HasPrefix(m.Embeds[0].Description, "Je réponds sur") {
		t.Errorf("without a question: %s", m.text())
	}
}

// TestDrain holds that what was accepted is answered after the end began, and
// what comes then is told so.
func TestDrain(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		release := make(chan struct{})
		b.before = func(bot.Message) { <-release }
		accepted := b.question(inServer, published)
		b.send(transport, accepted)
		if !b.fake.Wait(b.ctx, func() bool { return !accepted.First.IsZero() }) {
			b.Fatal("not acknowledged")
		}
		at, cancel := context.WithCancel(b.ctx)
		cancel()
		_ = b.desk.Drain(at) // begins the end, and does not wait for it
		late := b.ask(transport, b.question(inServer, published))
		if m := shownIn(b, late.Shown); !strings.HasPrefix(m.Content, "Le service redémarre") {
			b.Errorf("late: %s", m.text())
		}
		close(release)
		if err := b.desk.Drain(b.ctx); err != nil {
			b.Fatal(err)
		}
		if got := b.answered(accepted); got.Answers != 1 {
			b.Errorf("%d answers", got.Answers)
		}
	})
}
