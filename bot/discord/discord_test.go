package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/discord/discordtest"
	"constat/data"
)

// In the invented observatory.
var (
	inServer = discordtest.Person{ID: "42", Name: "Camille", Guild: "7", Channel: "70"}
	oneToOne = discordtest.Person{ID: "42", Name: "Camille", Channel: "71"}
)

// fast is a pace for tests: the same steps in less time.
var fast = pace{
	open: 2 * time.Second, abandon: 2 * time.Second, silence: 20 * time.Second,
	identify: 20 * time.Millisecond, invalid: 20 * time.Millisecond, least: 10 * time.Millisecond, most: 100 * time.Millisecond,
}

// A bench is a bot with a fake Discord before it, on both transports.
type bench struct {
	*testing.T
	ctx     context.Context
	fake    *discordtest.Server
	discord *Discord
	desk    *chat.Desk
	bot     *bot.Bot
	address string // of interactions over HTTP
	handled atomic.Int64
	before  func(bot.Message) // called before each answer; may wait or panic
	logs    *logs
	stop    context.CancelFunc
	stopped chan error
}

// newBench builds a bench over some editions; published ones when dir is
// empty.
func newBench(t *testing.T, dir string) *bench {
	t.Helper()
	return newBenchOver(t, library(t, dir))
}

func newBenchOver(t *testing.T, answering *bot.Bot) *bench {
	t.Helper()
	b := &bench{T: t, fake: discordtest.New(), bot: answering, logs: capture(t), stopped: make(chan error, 1)}
	t.Cleanup(b.fake.Close)
	var cancel context.CancelFunc
	b.ctx, cancel = context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(cancel)
	ledger, err := chat.OpenLedger("", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	b.desk = chat.NewDesk(func(ctx context.Context, m bot.Message) answer.Answer {
		b.handled.Add(1)
		if b.before != nil {
			b.before(m)
		}
		return b.bot.Handle(ctx, m)
	}, ledger)
	b.discord, err = New(Config{
		Token: discordtest.Token, PublicKey: b.fake.PublicKey(), APIURL: b.fake.URL(),
		Suggest: chat.NewSuggester(b.bot.Library, b.bot.Handle),
	}, b.desk)
	if err != nil {
		t.Fatal(err)
	}
	b.discord.pace = fast
	server := httptest.NewServer(b.discord.Interactions())
	t.Cleanup(server.Close)
	b.address = server.URL
	return b
}

// gateway runs the gateway, and returns once it is ready.
func (b *bench) gateway() {
	b.Helper()
	var ctx context.Context
	ctx, b.stop = context.WithCancel(b.ctx)
	go func() { b.stopped <- b.discord.Run(ctx) }()
	b.Cleanup(b.stop)
	if err := b.fake.WaitReady(b.ctx); err != nil {
		b.Fatal(err)
	}
}

// send has an interaction come over a transport.
func (b *bench) send(transport string, i *discordtest.Interaction) {
	b.Helper()
	if transport == "gateway" {
		if err := b.fake.Send(i); err != nil {
			b.Fatal(err)
		}
		return
	}
	status, err := b.fake.Deliver(b.ctx, b.address, i)
	if err != nil || status != http.StatusOK {
		b.Fatalf("status %d, %v", status, err)
	}
}

// answered waits for the answer to an interaction.
func (b *bench) answered(i *discordtest.Interaction) discordtest.Interaction {
	b.Helper()
	got, err := b.fake.WaitAnswered(b.ctx, i)
	if err != nil {
		b.Fatalf("%v; logs:\n%s", err, b.logs)
	}
	return got
}

// ask sends an interaction and waits for its answer.
func (b *bench) ask(transport string, i *discordtest.Interaction) discordtest.Interaction {
	b.Helper()
	b.send(transport, i)
	return b.answered(i)
}

// question is the command with a question.
func (b *bench) question(p discordtest.Person, text string) *discordtest.Interaction {
	return b.fake.Command(p, askCommand, discordtest.Option(optionQuestion, text))
}

func library(t testing.TB, dir string) *bot.Bot {
	t.Helper()
	l, err := data.Published()
	if dir != "" {
		var faults data.Faults
		l, faults = data.Read(os.DirFS(dir))
		err = faults.Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(l)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

const gardens = "../../data/testdata/jardins"

// logs are what was logged during a test.
type logs struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (l *logs) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.Write(p)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.all.String()
}

func capture(t *testing.T) *logs {
	l, before := new(logs), slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug})))
	t.Cleanup(func() { slog.SetDefault(before) })
	return l
}

// A shownMessage is a message as Discord shows it.
type shownMessage struct {
	Content string `json:"content"`
	Embeds  []struct {
		Title       string                         `json:"title"`
		Description string                         `json:"description"`
		Author      struct{ Name string }          `json:"author"`
		Fields      []struct{ Name, Value string } `json:"fields"`
		Footer      struct{ Text string }          `json:"footer"`
	} `json:"embeds"`
	Components []struct {
		Components []struct {
			Label    string `json:"label"`
			CustomID string `json:"custom_id"`
		} `json:"components"`
	} `json:"components"`
	AllowedMentions *struct {
		Parse []string `json:"parse"`
	} `json:"allowed_mentions"`
	Flags     int    `json:"flags"`
	Nonce     string `json:"nonce"`
	Reference *struct {
		MessageID string `json:"message_id"`
	} `json:"message_reference"`
}

func shownIn(t testing.TB, raw json.RawMessage) shownMessage {
	t.Helper()
	var m shownMessage
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	return m
}

// text is everything that a person reads.
func (m shownMessage) text() string {
	lines := []string{m.Content}
	for _, e := range m.Embeds {
		lines = append(lines, e.Author.Name, e.Title, e.Description)
		for _, f := range e.Fields {
			lines = append(lines, f.Name+" : "+f.Value)
		}
		lines = append(lines, e.Footer.Text)
	}
	return strings.Join(lines, "\n")
}

// button is the custom_id of the first button with a label.
func (m shownMessage) button(t testing.TB, label string) string {
	t.Helper()
	for _, row := range m.Components {
		for _, b := range row.Components {
			if strings.HasPrefix(b.Label, label) {
				return b.CustomID
			}
		}
	}
	t.Fatalf("no button %q in %+v", label, m.Components)
	return ""
}

func decode(t testing.TB, raw json.RawMessage, into any) {
	t.Helper()
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
}
