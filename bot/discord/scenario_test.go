package discord

import (
	"bytes"
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

// TestBadSignature holds that what is not signed by Discord, or is of another
// time, never reaches the handler.
func TestBadSignature(t *testing.T) {
	b := newBench(t, gardens)
	body := []byte(b.question(inServer, published).Body)
	for name, spoil := range map[string]func(*http.Request){
		"no signature":    func(r *http.Request) { r.Header.Del("X-Signature-Ed25519") },
		"no timestamp":    func(r *http.Request) { r.Header.Del("X-Signature-Timestamp") },
		"not hexadecimal": func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", strings.Repeat("z", 128)) },
		"too short":       func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", "00") },
		"another's":       func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", strings.Repeat("0", 128)) },
		"another body":    func(r *http.Request) { r.Body = http.NoBody; r.ContentLength = 0 },
		"another time":    func(r *http.Request) { r.Header.Set("X-Signature-Timestamp", "1700000000") },
	} {
		r, err := b.fake.Signed(b.ctx, b.address, body, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		spoil(r)
		if got := status(t, r); got != http.StatusUnauthorized {
			t.Errorf("%s: status %d", name, got)
		}
	}
	for _, age := range []time.Duration{-6 * time.Minute, 6 * time.Minute} {
		r, err := b.fake.Signed(b.ctx, b.address, body, time.Now().Add(age))
		if err != nil {
			t.Fatal(err)
		}
		if got := status(t, r); got != http.StatusUnauthorized {
			t.Errorf("of %v: status %d", age, got)
		}
	}
	large, err := b.fake.Signed(b.ctx, b.address, bytes.Repeat([]byte(" "), 1<<20+1), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if got := status(t, large); got != http.StatusRequestEntityTooLarge {
		t.Errorf("too large: status %d", got)
	}
	for _, nonsense := range []string{"", "null", "[]", "{}", `{"type":2}`, `{"type":"2"}`} {
		r, err := b.fake.Signed(b.ctx, b.address, []byte(nonsense), time.Now())
		if err != nil {
			t.Fatal(err)
		}
		if got := status(t, r); got != http.StatusBadRequest {
			t.Errorf("%q: status %d", nonsense, got)
		}
	}
	if r, _ := http.Get(b.address); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET: status %d", r.StatusCode)
	}
	if n := b.handled.Load(); n != 0 {
		t.Errorf("the handler was reached %d times", n)
	}
}

func status(t *testing.T, r *http.Request) int {
	t.Helper()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

func TestPing(t *testing.T) {
	b := newBench(t, gardens)
	i := b.fake.Ping()
	b.send("http", i)
	if got := b.fake.Of(i); got.Type != 1 {
		t.Errorf("first word %d", got.Type)
	}
}

func TestMessages(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	say := func(p discordtest.Person, text string, more map[string]any) string {
		t.Helper()
		id, err := b.fake.Say(p, text, more)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	// What is not said to the bot, or by a person, is not answered.
	say(inServer, published, nil)
	say(inServer, published, map[string]any{"mention_everyone": true})
	say(oneToOne, published, map[string]any{"author": map[string]any{"id": discordtest.BotID, "bot": true}})
	say(oneToOne, published, map[string]any{"author": map[string]any{"id": "43", "bot": true}})
	say(oneToOne, published, map[string]any{"webhook_id": "9"})
	say(oneToOne, published, map[string]any{"type": 6})
	say(oneToOne, published, map[string]any{"author": nil})
	// A mention is answered in its channel, to its message.
	id := say(inServer, "<@"+discordtest.BotID+"> "+published, discordtest.Mentioning())
	posted, err := b.fake.WaitMessages(b.ctx, inServer.Channel, 1)
	if err != nil {
		t.Fatal(err)
	}
	m := shownIn(t, posted[0].Body)
	if m.Reference == nil || m.Reference.MessageID != id || m.Nonce != id || m.Flags != 0 || m.Embeds[0].Title == "" {
		t.Errorf("posted: %s", posted[0].Body)
	}
	// A reply goes on from the answer that it replies to, and nothing else does.
	say(inServer, "et en 2021 ?", discordtest.Replying(posted[0]))
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 2); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[1].Body).text(); !strings.Contains(got, "2021") || !strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("the follow-up: %s", got)
	}
	say(inServer, "<@"+discordtest.BotID+"> et en 2021 ?", discordtest.Mentioning())
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 3); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[2].Body).text(); strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("a question of its own goes on from another: %s", got)
	}
	// An answer without a button of its own is known by its message.
	say(inServer, "combien de départements ont un compost ?", discordtest.Mentioning())
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 4); err != nil {
		t.Fatal(err)
	}
	say(inServer, "et les jardins partagés ?", discordtest.Replying(posted[3]))
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 5); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[4].Body).text(); !strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("from an abstention: %s", got)
	}
	// A direct message goes on from the one before it, in the order they came.
	for _, text := range []string{published, "et en 2021 ?", ""} {
		say(oneToOne, text, nil)
	}
	if posted, err = b.fake.WaitMessages(b.ctx, oneToOne.Channel, 3); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range posted {
		texts = append(texts, strings.ToLower(shownIn(t, p.Body).text()))
	}
	if !strings.Contains(texts[0], "81 %") || !strings.Contains(texts[1], "2021") || !strings.Contains(texts[2], "je réponds sur") {
		t.Errorf("direct messages: %q", texts)
	}
	if n := len(b.fake.Messages(inServer.Channel)) + len(b.fake.Messages(oneToOne.Channel)); n != 8 {
		t.Errorf("%d messages were posted", n)
	}
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
