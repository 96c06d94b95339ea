package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/chat"
	"constat/bot/slack/slacktest"
	"constat/data"
)

// patience bounds what a test waits for: a failure, never a measure.
const patience = 20 * time.Second

// jardins is the invented observatory that tests ask.
func jardins(tb testing.TB) *bot.Bot {
	tb.Helper()
	l, faults := data.Read(os.DirFS("../../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return answering(tb, l)
}

func answering(tb testing.TB, l *data.Library) *bot.Bot {
	tb.Helper()
	b, err := bot.New(l)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { b.Close() })
	return b
}

// The questions of the tests, and what is in their answers.
const (
	askCompost  = "quelle part des jardins partagés ont un compost ?"
	askNothing  = "combien de départements ont un compost ?"
	secretWords = "xoxb- xapp- slacktest-signing-secret slacktest-secret-address slacktest-ticket"
)

// A workspace is a program that talks to a fake Slack over one transport.
type workspace struct {
	t     testing.TB
	ctx   context.Context
	fake  *slacktest.Server
	desk  *chat.Desk
	slack *Slack
	door  slacktest.Door
	logs  *logs
	stop  func() error // ends the program and returns what Run returned
}

// over runs a scenario over both transports.
func over(t *testing.T, scenario func(t *testing.T, transport string)) {
	for _, transport := range []string{"socket", "http"} {
		t.Run(transport, func(t *testing.T) { scenario(t, transport) })
	}
}

// open starts a program over a transport. At the end of the test it is
// drained, and no secret may stand in what it logged.
func open(t testing.TB, transport string, handle bot.Handler, options slacktest.Options) *workspace {
	t.Helper()
	fake := slacktest.New(options)
	t.Cleanup(fake.Close)
	return start(t, transport, newDesk(t, handle), fake)
}

// start starts a program that talks to a fake Slack which others may have
// talked to before.
func start(t testing.TB, transport string, desk *chat.Desk, fake *slacktest.Server) *workspace {
	t.Helper()
	w := &workspace{t: t, fake: fake, desk: desk, logs: record(t)}
	config := Config{BotToken: slacktest.BotToken, APIURL: w.fake.API()}
	if transport == "socket" {
		config.AppToken = slacktest.AppToken
	} else {
		config.Secret = slacktest.Secret
	}
	var err error
	if w.slack, err = New(config, desk); err != nil {
		t.Fatal(err)
	}
	w.slack.pace = newPace(time.Millisecond) // what is posted in a test need not wait
	w.ctx = t.Context()
	ctx, cancel := context.WithCancel(context.WithoutCancel(w.ctx))
	ran := make(chan error, 1)
	go func() { ran <- w.slack.Run(ctx) }()
	w.stop = sync.OnceValue(func() error {
		cancel()
		return <-ran
	})
	t.Cleanup(func() {
		if err := w.stop(); err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	if transport == "socket" {
		w.door = w.fake.Socket()
		w.must(w.fake.AwaitSockets(w.within(), clients))
		return w
	}
	server := httptest.NewServer(w.slack.Handler())
	t.Cleanup(server.Close)
	w.door = w.fake.HTTP(server.URL + "/slack/events")
	return w
}

func newDesk(t testing.TB, handle bot.Handler) *chat.Desk {
	t.Helper()
	ledger, err := chat.OpenLedger("", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return chat.NewDesk(handle, ledger)
}

func (w *workspace) must(err error) {
	w.t.Helper()
	if err != nil {
		for _, r := range w.fake.Requests() {
			w.t.Logf("%s %s", r.Method, r.URL)
		}
		w.t.Fatalf("%v\n%s", err, w.logs)
	}
}

func (w *workspace) within() context.Context {
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	w.t.Cleanup(cancel)
	return ctx
}

// send delivers, and wants it acknowledged.
func (w *workspace) send(d slacktest.Delivery) slacktest.Receipt {
	w.t.Helper()
	r, err := w.door.Deliver(w.within(), d)
	w.must(err)
	if r.Status != 0 && r.Status != 200 {
		w.t.Fatalf("acknowledged with status %d: %s", r.Status, r.Body)
	}
	return r
}

// posted waits for the nth message of the bot, and returns it.
func (w *workspace) posted(n int) slacktest.Posted {
	w.t.Helper()
	all, err := w.fake.Await(w.within(), func(p []slacktest.Posted) bool { return len(p) >= n })
	w.must(err)
	return all[n-1]
}

// ask delivers a question and returns the message that answers it.
func (w *workspace) ask(d slacktest.Delivery) slacktest.Posted {
	w.t.Helper()
	n := len(w.fake.Posted())
	w.send(d)
	return w.posted(n + 1)
}

// press presses the button of that label.
func (w *workspace) press(user string, in slacktest.Posted, label string) slacktest.Posted {
	w.t.Helper()
	b, ok := in.Button(label)
	if !ok {
		w.t.Fatalf("no button %q among %+v", label, in.Buttons())
	}
	return w.ask(w.fake.Click(user, b))
}

// drained stops the program, and returns all that was posted by then.
func (w *workspace) drained() []slacktest.Posted {
	w.t.Helper()
	w.must(w.stop())
	return w.fake.Posted()
}

// says fails the test unless a message holds some words.
func says(t testing.TB, p slacktest.Posted, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(p.Text, word) {
			t.Errorf("the text does not say %q:\n%s", word, p.Text)
		}
		if shown := shown(t, p); len(p.Blocks) > 0 && !strings.Contains(shown, word) {
			t.Errorf("the blocks do not show %q:\n%s", word, shown)
		}
	}
}

// shown is every text of a message's blocks.
func shown(t testing.TB, p slacktest.Posted) string {
	t.Helper()
	if len(p.Blocks) == 0 {
		return ""
	}
	var blocks any
	if err := json.Unmarshal(p.Blocks, &blocks); err != nil {
		t.Fatalf("%v: %s", err, p.Blocks)
	}
	var all []string
	eachText(blocks, func(s string) { all = append(all, s) })
	return strings.Join(all, "\n")
}

func eachText(v any, found func(string)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachText(e, found)
		}
	case map[string]any:
		if s, ok := v["text"].(string); ok {
			found(s)
		}
		for _, key := range []string{"text", "fields", "elements", "accessory"} {
			eachText(v[key], found)
		}
	}
}

// logs is what the program logged during one test.
type logs struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// record keeps what is logged, at every level. At the end of the test, no
// token, secret or response address may stand in it.
func record(t testing.TB) *logs {
	l := &logs{}
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug})))
	t.Cleanup(func() {
		slog.SetDefault(before)
		for word := range strings.FieldsSeq(secretWords) {
			if strings.Contains(l.String(), word) {
				t.Errorf("a secret is logged (%s…):\n%s", word, l)
			}
		}
	})
	return l
}
