package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/console"
	"constat/bot/discord/discordtest"
	"constat/bot/eval"
	"constat/bot/publish"
	"constat/bot/slack/slacktest"
)

// TestTransports asks the questions of markess.yaml in every place where
// people ask, through serve, and holds that each place shows the findings,
// figures and sources that the core answered.
func TestTransports(t *testing.T) {
	src, err := os.ReadFile("../../bot/eval/testdata/markess.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file, faults := eval.Read("markess.yaml", src)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, transport := range []struct {
		name string
		open func(*testing.T) (asker, map[string]string)
	}{
		{"console", openConsole},
		{"Slack sockets", openSlackSockets},
		{"Slack HTTP", openSlackRequests},
		{"Discord gateway", openDiscordGateway},
		{"Discord HTTP", openDiscordRequests},
	} {
		t.Run(transport.name, func(t *testing.T) {
			t.Parallel()
			ask, env := transport.open(t)
			s := startServe(t, env)
			var asked sync.WaitGroup
			for i, q := range file.Questions {
				asked.Go(func() {
					want := fold(t.Context(), s.publisher.Handle, q.Turns)
					shown, ok := ask(s, i, q.Turns)
					if ok {
						compare(t, q, want, shown)
					}
				})
			}
			asked.Wait()
		})
	}
}

// An asker holds a conversation, as the nth person, and returns all that the
// last answer shows; false when the place knows no such conversation.
type asker func(s *served, n int, turns []string) (string, bool)

// A served program is one run of serve, beside a publisher of the same
// editions that says what the core answers.
type served struct {
	*testing.T
	address   string // of its HTTP, without a path
	publisher *publish.Publisher
}

// patient is a context that ends when an answer is overdue even on a machine
// that does much else.
func (s *served) patient() context.Context {
	ctx, cancel := context.WithTimeout(s.Context(), time.Minute)
	s.Cleanup(cancel)
	return ctx
}

func startServe(t *testing.T, env map[string]string) *served {
	t.Helper()
	p, err := publish.Open(publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	s := &served{T: t, publisher: p}
	if env == nil {
		return s
	}
	ctx, cancel := context.WithCancel(context.Background())
	out, says := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--http", "127.0.0.1:0"}, func(name string) string { return env[name] }, strings.NewReader(""), says, os.Stderr)
		says.Close()
	}()
	var first string
	if _, err := fmt.Fscanln(out, new(string), new(string), new(string), &first); err != nil {
		t.Fatalf("serve did not start: %v", err)
	}
	s.address = first
	go io.Copy(io.Discard, out)
	t.Cleanup(func() {
		cancel()
		if code := <-ended; code != 0 {
			t.Errorf("serve ended with code %d", code)
		}
	})
	return s
}

func fold(ctx context.Context, handle bot.Handler, turns []string) (a answer.Answer) {
	for _, text := range turns {
		a = handle(ctx, bot.Message{Text: text, State: a.State})
	}
	return a
}

var addresses = regexp.MustCompile(`https?://[^\s"<>|\\)\]]+`)

// compare holds what is shown against what was answered.
func compare(t *testing.T, q eval.Question, want answer.Answer, shown string) {
	shown = plainSpaces(shown)
	if len(q.Turns) == 1 && strings.TrimSpace(q.Turns[0]) == "" {
		return // in a chat, who types nothing is helped
	}
	must := []string{want.View().Lead}
	allowed := map[string]bool{}
	for _, c := range want.Cited {
		if c.Finding != nil && c.Finding.Figure != nil {
			must = append(must, c.Finding.Figure.Wording)
		}
		for i, source := range c.Sources() {
			allowed[source.URL] = true
			if i == 0 && source.URL != "" {
				must = append(must, source.URL)
			}
		}
	}
	for _, text := range must {
		if !strings.Contains(shown, plainSpaces(text)) {
			t.Errorf("%s %q: %q is not shown in\n%s", q.ID, q.Turns, text, shown)
		}
	}
	for _, address := range addresses.FindAllString(shown, -1) {
		if !allowed[strings.TrimRight(address, ".,")] {
			t.Errorf("%s %q: shows %s, which is not cited", q.ID, q.Turns, address)
		}
	}
}

// plainSpaces reads every kind of space as one.
func plainSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// texts are all the texts of a message, without its markup's escapes.
func texts(message json.RawMessage) string {
	var decoded any
	if json.Unmarshal(message, &decoded) != nil {
		return string(message)
	}
	var all []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			all = append(all, unescaped.Replace(v))
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(decoded)
	return strings.Join(all, "\n")
}

var unescaped = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", `\`, "")

func openConsole(*testing.T) (asker, map[string]string) {
	return func(s *served, _ int, turns []string) (string, bool) {
		return console.Text(fold(s.Context(), s.publisher.Handle, turns), false), true
	}, nil
}

func openSlackSockets(t *testing.T) (asker, map[string]string) {
	fake := slacktest.New(slacktest.Options{})
	t.Cleanup(fake.Close)
	env := map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_APP_TOKEN": slacktest.AppToken, "SLACK_API_URL": fake.API()}
	return func(s *served, n int, turns []string) (string, bool) {
		if err := fake.AwaitSockets(s.patient(), 2); err != nil {
			s.Error(err)
			return "", false
		}
		return inSlack(s, fake, fake.Socket(), n, turns), true
	}, env
}

func openSlackRequests(t *testing.T) (asker, map[string]string) {
	fake := slacktest.New(slacktest.Options{})
	t.Cleanup(fake.Close)
	env := map[string]string{"SLACK_BOT_TOKEN": slacktest.BotToken, "SLACK_SIGNING_SECRET": slacktest.Secret, "SLACK_API_URL": fake.API()}
	return func(s *served, n int, turns []string) (string, bool) {
		return inSlack(s, fake, fake.HTTP(s.address+"/slack/events"), n, turns), true
	}, env
}

// inSlack writes the turns in a direct message.
func inSlack(s *served, fake *slacktest.Server, door slacktest.Door, n int, turns []string) string {
	user := fmt.Sprintf("U%d", 1000+n)
	for i, text := range turns {
		if _, err := door.Deliver(s.patient(), fake.DM(user, "", text)); err != nil {
			s.Error(err)
			return ""
		}
		posted, err := fake.Await(s.patient(), func(all []slacktest.Posted) bool { return len(toUser(all, user)) > i })
		if err != nil {
			s.Error(err)
			return ""
		}
		if mine := toUser(posted, user); i == len(turns)-1 {
			last := mine[len(mine)-1]
			return last.Text + "\n" + texts(last.Blocks)
		}
	}
	return ""
}

// toUser are the messages in a person's direct conversation.
func toUser(all []slacktest.Posted, user string) []slacktest.Posted {
	return slices.DeleteFunc(slices.Clone(all), func(p slacktest.Posted) bool { return p.Channel != slacktest.Direct(user) })
}

func openDiscordGateway(t *testing.T) (asker, map[string]string) {
	fake := discordtest.New()
	t.Cleanup(fake.Close)
	env := map[string]string{"DISCORD_TOKEN": discordtest.Token, "DISCORD_API_URL": fake.URL()}
	return func(s *served, n int, turns []string) (string, bool) {
		ctx := s.patient()
		if err := fake.WaitReady(ctx); err != nil {
			s.Error(err)
			return "", false
		}
		who := discordtest.Person{ID: fmt.Sprint(1000 + n), Name: "marie", Channel: fmt.Sprint(2000 + n)}
		var last json.RawMessage
		for i, text := range turns {
			if _, err := fake.Say(who, text, nil); err != nil {
				s.Error(err)
				return "", false
			}
			all, err := fake.WaitMessages(ctx, who.Channel, i+1)
			if err != nil {
				s.Errorf("%q: %v", turns, err)
				return "", false
			}
			last = all[i].Body
		}
		return texts(last), true
	}, env
}

func openDiscordRequests(t *testing.T) (asker, map[string]string) {
	fake := discordtest.New()
	t.Cleanup(fake.Close)
	env := map[string]string{"DISCORD_PUBLIC_KEY": fake.PublicKey(), "DISCORD_APP_ID": discordtest.AppID, "DISCORD_API_URL": fake.URL()}
	return func(s *served, n int, turns []string) (string, bool) {
		if len(turns) > 1 {
			return "", false // what is typed after an answer comes over the gateway only
		}
		ctx := s.patient()
		who := discordtest.Person{ID: fmt.Sprint(1000 + n), Name: "marie", Guild: "1", Channel: fmt.Sprint(2000 + n)}
		i := fake.Command(who, "observatoire", discordtest.Option("question", turns[0]))
		if _, err := fake.Deliver(ctx, s.address+"/discord/interactions", i); err != nil {
			s.Error(err)
			return "", false
		}
		answered, err := fake.WaitAnswered(ctx, i)
		if err != nil {
			s.Error(err)
			return "", false
		}
		return texts(answered.Shown), true
	}, env
}
