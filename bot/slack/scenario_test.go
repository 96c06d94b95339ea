package slack

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat/chattest"
	"constat/bot/slack/slacktest"
)

func TestCommandIsAnsweredPrivately(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		p := w.ask(w.fake.Command("U1", "C1", "/observatoire", askCompost))
		says(t, p, "81 %", "jardins partagés", "2023", "La Gazette du potager")
		if p.Only != "U1" || p.Via != "response_url" || p.Channel != "C1" {
			t.Errorf("posted %+v", p)
		}
		for _, label := range []string{"Citer", "Partager", "Signaler une erreur"} {
			if _, ok := p.Button(label); !ok {
				t.Errorf("no button %q", label)
			}
		}
	})
}

func TestMentionIsAnsweredInItsThread(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		mention := w.fake.Mention("U1", "C1", "", askCompost)
		p := w.ask(mention)
		says(t, p, "81 %")
		if p.Only != "" || p.Thread != mention.TS() || p.Channel != "C1" {
			t.Errorf("posted %+v", p)
		}
		if _, ok := p.Button("Partager"); ok {
			t.Error("what all see is offered to be shared")
		}
		// A new mention in the thread goes on.
		p = w.ask(w.fake.Mention("U2", "C1", mention.TS(), "et en 2021 ?"))
		says(t, p, "2021")
		if p.Thread != mention.TS() {
			t.Errorf("answered outside its thread: %+v", p)
		}
	})
}

func TestDirectMessagesGoOn(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		says(t, w.ask(w.fake.DM("U1", "", askCompost)), "81 %")
		p := w.ask(w.fake.DM("U1", "", "et en 2021 ?"))
		says(t, p, "2021")
		if p.Thread != "" || p.Channel != slacktest.Direct("U1") {
			t.Errorf("posted %+v", p)
		}
	})
}

// TestConversationSurvivesRestart holds that a thread and a direct
// conversation go on from the metadata of the last answer.
func TestConversationSurvivesRestart(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		b := jardins(t)
		w := open(t, transport, b.Handle, slacktest.Options{})
		mention := w.fake.Mention("U1", "C1", "", askCompost)
		w.ask(mention)
		w.ask(w.fake.DM("U2", "", askCompost))
		w.must(w.stop())
		w.must(w.fake.AwaitSockets(w.within(), 0))
		w = start(t, transport, newDesk(t, b.Handle), w.fake)
		for _, d := range []slacktest.Delivery{w.fake.Mention("U3", "C1", mention.TS(), "et en 2021 ?"), w.fake.DM("U2", "", "et en 2021 ?")} {
			says(t, w.ask(d), "trois jardins partagés sur quatre", "2021")
		}
	})
}

func TestAbstentionIsShownAsOne(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		p := w.ask(w.fake.Command("U1", "C1", "/observatoire", askNothing))
		says(t, p, "pour la population demandée (départements)")
		if strings.Contains(p.Text, "%") {
			t.Errorf("an abstention states a figure: %s", p.Text)
		}
		for _, label := range []string{"Citer", "Partager", "Signaler une erreur"} {
			if _, ok := p.Button(label); ok {
				t.Errorf("an abstention has the button %q", label)
			}
		}
	})
}

func TestShare(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		private := w.ask(w.fake.Command("U1", "C1", "/observatoire", askCompost))
		public := w.press("U1", private, "Partager")
		says(t, public, "81 %", "Réponse partagée par u1", "La Gazette du potager")
		if public.Only != "" || public.Channel != "C1" || public.Via != "response_url" {
			t.Errorf("posted %+v", public)
		}
		if again := w.press("U1", private, "Partager"); again.Only != "U1" {
			t.Errorf("shared twice: %+v", again)
		}
		if _, ok := public.Button("Partager"); ok {
			t.Error("what all see is offered to be shared")
		}
		// Two clicks at once are one.
		private = w.ask(w.fake.Command("U2", "C1", "/observatoire", askCompost))
		share, _ := private.Button("Partager")
		n := len(w.fake.Posted())
		w.send(w.fake.Click("U2", share))
		w.send(w.fake.Click("U2", share))
		if one, other := w.posted(n+1), w.posted(n+2); (one.Only == "") == (other.Only == "") {
			t.Errorf("shared twice, or not: %+v %+v", one, other)
		}
	})
}

// TestShareWithoutAddress holds that an answer whose response address is worn
// out is shared by the bot itself, and that a bot which is not there says how
// to be invited.
func TestShareWithoutAddress(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		share := func(channel string) slacktest.Posted {
			t.Helper()
			private := w.ask(w.fake.Command("U1", channel, "/observatoire", askCompost))
			b, _ := private.Button("Partager")
			click := w.fake.Click("U1", b)
			w.fake.Expire()
			return w.ask(click)
		}
		if p := share("C1"); p.Via != "chat.postMessage" || p.Channel != "C1" || p.Only != "" {
			t.Errorf("posted %+v", p)
		}
		w.fake.Leave("C2")
		p := share("C2")
		says(t, p, "/invite @constat")
		if p.Channel != slacktest.Direct("U1") {
			t.Errorf("told to %+v", p)
		}
		// What could not be shared may be shared once the bot is there, as soon
		// as the desk knows.
		w.fake.Join("C2")
		all := w.fake.Posted()
		private := all[len(all)-2]
		for tries := 0; ; tries++ {
			p := w.press("U1", private, "Partager")
			if p.Only == "" && p.Channel == "C2" {
				break
			}
			if tries == 100 {
				t.Fatalf("not shared after all: %+v", p)
			}
		}
	})
}

func TestCiteAndReport(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		mention := w.fake.Mention("U1", "C1", "", askCompost)
		public := w.ask(mention)
		cited := w.press("U2", public, "Citer")
		says(t, cited, "Selon ", "81 %", "Rapport des jardins et des balcons")
		asked := w.press("U2", public, "Signaler une erreur")
		thanked := w.press("U2", asked, "Le chiffre est faux")
		for _, p := range []slacktest.Posted{cited, asked, thanked} {
			if p.Only != "U2" || p.Thread != mention.TS() {
				t.Errorf("not told to the person alone, in the thread: %+v", p)
			}
		}
		if thanked.Replaces != asked.TS {
			t.Error("the question what is wrong stands beside the thanks")
		}
	})
}

// TestFollowUpByButton holds that a button goes on where it is pressed.
func TestFollowUpByButton(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		mention := w.fake.Mention("U1", "C1", "", askCompost)
		public := w.ask(mention)
		private := w.ask(w.fake.Command("U1", "C1", "/observatoire", askCompost))
		for _, in := range []slacktest.Posted{public, private} {
			next, ok := nextStep(in)
			if !ok {
				t.Fatalf("no next step among %+v", in.Buttons())
			}
			p := w.ask(w.fake.Click("U1", next))
			if p.Only != in.Only || p.Thread != in.Thread {
				t.Errorf("pressed in %+v\nanswered in %+v", in, p)
			}
		}
	})
}

func nextStep(p slacktest.Posted) (slacktest.Button, bool) {
	for _, b := range p.Buttons() {
		if strings.HasPrefix(b.Action, "f") {
			return b, true
		}
	}
	return slacktest.Button{}, false
}

func TestFirstMessage(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		if p := w.ask(w.fake.Opened("U1")); p.Channel != slacktest.Direct("U1") {
			t.Errorf("posted %+v", p)
		}
		w.send(w.fake.Opened("U1"))
		w.ask(w.fake.DM("U2", "", askCompost)) // who wrote already knows
		w.send(w.fake.Opened("U2"))
		if all := w.drained(); len(all) != 2 {
			t.Errorf("greeted again: %+v", all[2:])
		}
	})
}

func TestEmptyQuestionHelps(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		for _, d := range []slacktest.Delivery{
			w.fake.Command("U1", "C1", "/observatoire", "  "), w.fake.Command("U1", "C1", "/observatoire", "aide"), w.fake.Mention("U1", "C1", "", ""),
		} {
			says(t, w.ask(d), "Par exemple")
		}
	})
}

// TestAnsweredOnce holds that redeliveries, and the two events of one mention,
// are answered once.
func TestAnsweredOnce(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		mention := w.fake.Mention("U1", "C1", "", askCompost)
		command := w.fake.Command("U1", "C1", "/observatoire", askCompost)
		for i, d := range []slacktest.Delivery{mention, mention.Again(1), w.fake.AlsoMessage(mention), mention.Again(2), command, command} {
			r := w.send(d)
			if again := i != 0 && i != 4; transport == "http" && r.NoRetry != again {
				t.Errorf("delivery %d: no retry %v, want %v", i, r.NoRetry, again)
			}
		}
		if all := w.drained(); len(all) != 2 {
			t.Errorf("%d answers, want 2: %+v", len(all), all)
		}
	})
}

// TestNotForUs holds that the bot answers neither itself, nor another bot, nor
// what was only changed, and that all of it is acknowledged.
func TestNotForUs(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		altered := func(change func(event map[string]any)) slacktest.Delivery {
			d := w.fake.DM("U1", "", askCompost)
			change(d.Payload["event"].(map[string]any))
			return d
		}
		for name, d := range map[string]slacktest.Delivery{
			"itself":          altered(func(e map[string]any) { e["user"], e["bot_id"] = slacktest.BotUser, slacktest.Bot }),
			"itself, no bot":  altered(func(e map[string]any) { e["user"] = slacktest.BotUser }),
			"another bot":     altered(func(e map[string]any) { e["bot_id"] = "B2" }),
			"nobody":          altered(func(e map[string]any) { delete(e, "user") }),
			"changed":         altered(func(e map[string]any) { e["subtype"] = "message_changed" }),
			"edited mention":  altered(func(e map[string]any) { e["type"], e["edited"] = "app_mention", map[string]any{"user": "U1"} }),
			"channel message": altered(func(e map[string]any) { e["channel_type"] = "channel" }),
			"unknown event":   w.fake.Event(map[string]any{"type": "event_of_tomorrow", "user": "U1"}),
			"home tab":        w.fake.Event(map[string]any{"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}),
			"unknown button":  {Kind: "interactive", Payload: map[string]any{"type": "view_submission", "user": map[string]any{"id": "U1"}}},
		} {
			t.Logf("%s: %+v", name, w.send(d))
		}
		if all := w.drained(); len(all) != 0 {
			t.Errorf("answered %+v", all)
		}
	})
}

// TestStrangeBlock holds that a message with a block that no library knows yet
// is answered.
func TestStrangeBlock(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		d := w.fake.DM("U1", "", askCompost)
		d.Payload["event"].(map[string]any)["blocks"] = []any{map[string]any{"type": "section", "text": 12, "accessory": "?"}}
		says(t, w.ask(d), "81 %")
	})
}

// TestUnknownEnvelope holds that an envelope of a kind that slack-go does not
// know is acknowledged.
func TestUnknownEnvelope(t *testing.T) {
	w := open(t, "socket", jardins(t).Handle, slacktest.Options{})
	w.send(slacktest.Delivery{Kind: "kind_of_tomorrow", Payload: map[string]any{"a": 1}})
	says(t, w.ask(w.fake.DM("U1", "", askCompost)), "81 %")
}

// TestSlowAnswer holds that a delivery is acknowledged before the work on it
// begins to take time, and answered once it is done.
func TestSlowAnswer(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		acked, b := make(chan struct{}), jardins(t)
		w := open(t, transport, func(ctx context.Context, m bot.Message) answer.Answer {
			<-acked
			return b.Handle(ctx, m)
		}, slacktest.Options{})
		for _, d := range []slacktest.Delivery{
			w.fake.Mention("U1", "C1", "", askCompost), w.fake.DM("U1", "", askCompost), w.fake.Command("U1", "C2", "/observatoire", askCompost),
		} {
			w.send(d)
		}
		if all := w.fake.Posted(); len(all) != 0 {
			t.Errorf("answered before the answer was known: %+v", all)
		}
		close(acked)
		for n := range 3 {
			says(t, w.posted(n+1), "81 %")
		}
	})
}

// TestFull holds that a person whose question is not accepted is told
// so, alone.
func TestFull(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		release, b := make(chan struct{}), jardins(t)
		w := open(t, transport, func(ctx context.Context, m bot.Message) answer.Answer {
			<-release
			return b.Handle(ctx, m)
		}, slacktest.Options{})
		const desk = 256
		for i := range desk {
			w.send(w.fake.Command(fmt.Sprintf("U%d", i+10), "C1", "/observatoire", askCompost))
		}
		for i, d := range []slacktest.Delivery{
			w.fake.Command("U1", "C1", "/observatoire", askCompost), w.fake.Mention("U1", "C1", "", askCompost), w.fake.DM("U1", "", askCompost),
		} {
			w.send(d)
			p := w.posted(i + 1)
			says(t, p, "Trop de questions")
			if p.Only != "U1" && p.Channel != slacktest.Direct("U1") {
				t.Errorf("told to all: %+v", p)
			}
		}
		close(release)
	})
}

// canceled is a context that is over: a drain that it bounds only closes.
func canceled() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// TestDisconnect holds that while one socket is renewed the other receives,
// and that both are open again after.
func TestDisconnect(t *testing.T) {
	for _, reason := range []string{"warning", "refresh_requested", "cut"} {
		t.Run(reason, func(t *testing.T) {
			var opened atomic.Int32
			renew := make(chan struct{})
			w := open(t, "socket", jardins(t).Handle, slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
				if r.URL == "/api/apps.connections.open" && opened.Add(1) > clients {
					<-renew
				}
				return nil
			}})
			if reason == "cut" {
				w.fake.Cut()
				w.must(w.fake.AwaitSockets(w.within(), 0))
			} else {
				w.fake.Disconnect(reason)
				w.must(w.fake.AwaitSockets(w.within(), clients-1))
				says(t, w.ask(w.fake.DM("U1", "", askCompost)), "81 %")
			}
			close(renew)
			w.must(w.fake.AwaitSockets(w.within(), clients))
			says(t, w.ask(w.fake.DM("U2", "", askCompost)), "81 %")
		})
	}
}

// TestDrain holds that what was accepted is answered after the program is told
// to stop, over sockets that are still open.
func TestDrain(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		release, b := make(chan struct{}), jardins(t)
		w := open(t, transport, func(ctx context.Context, m bot.Message) answer.Answer {
			<-release
			return b.Handle(ctx, m)
		}, slacktest.Options{})
		w.send(w.fake.DM("U1", "", askCompost))
		stopped := make(chan error)
		go func() { stopped <- w.stop() }()
		w.must(ignoreCanceled(w.desk.Drain(canceled())))
		w.send(w.fake.DM("U2", "", askCompost))
		says(t, w.posted(1), "redémarre")
		close(release)
		w.must(<-stopped)
		says(t, w.posted(2), "81 %")
	})
}

func ignoreCanceled(err error) error {
	if err == context.Canceled {
		return nil
	}
	return err
}

// TestRefusedToken holds that a token which will never do stops the program
// with a sentence, and without the token.
func TestRefusedToken(t *testing.T) {
	for method, variable := range map[string]string{"auth.test": "SLACK_BOT_TOKEN", "apps.connections.open": "SLACK_APP_TOKEN"} {
		for _, code := range []string{"invalid_auth", "not_allowed_token_type", "missing_scope"} {
			t.Run(method+" "+code, func(t *testing.T) {
				fake := slacktest.New(slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
					if r.URL == "/api/"+method {
						return slacktest.Refused(code)
					}
					return nil
				}})
				defer fake.Close()
				record(t)
				s, err := New(Config{BotToken: slacktest.BotToken, AppToken: slacktest.AppToken, APIURL: fake.API()}, newDesk(t, jardins(t).Handle))
				if err != nil {
					t.Fatal(err)
				}
				err = s.Run(t.Context())
				if err == nil || !strings.Contains(err.Error(), variable) || !strings.Contains(err.Error(), code) || strings.Contains(err.Error(), "xox") {
					t.Errorf("Run: %v", err)
				}
			})
		}
	}
}

// TestInjection holds that what people, buttons and editions write mentions
// nobody and is read as no markup, on its way through the whole program.
func TestInjection(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		const bad = "<!channel> <@U2> <https://ailleurs.example|cliquez> *gras* @here :tada:"
		w := open(t, transport, answering(t, chattest.Hostile(t, bad)).Handle, slacktest.Options{})
		said := "quelle part des serres ont un poêle ? &lt;!channel&gt; <!here> <@U2> *gras*"
		private := w.ask(w.fake.Command("U1", "C1", "/observatoire", said))
		says(t, private, "62 %")
		share, _ := private.Button("Partager")
		click := w.fake.Click("U1", share)
		click.Payload["user"].(map[string]any)["name"] = "<!channel> *alice*"
		shared := w.ask(click)
		for _, p := range []slacktest.Posted{private, shared, w.ask(w.fake.Mention("U1", "C1", "", said)), w.ask(w.fake.DM("U1", "", said)), w.press("U1", private, "Citer")} {
			m := message{text: p.Text}
			m.blocks = append(m.blocks, blocksOf(t, p)...)
			shown := visible(t, m)
			for _, mention := range []string{"<!", "<@", "<#", "@here", "@channel"} {
				if strings.Contains(shown, mention) || strings.Contains(p.Text, mention) {
					t.Errorf("it mentions by %q: %s", mention, p.Text)
				}
			}
			if strings.ContainsAny(p.Text, "<>") {
				t.Errorf("not escaped: %s", p.Text)
			}
		}
	})
}
