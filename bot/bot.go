// Package bot is where the stages meet: a Message in, an Answer out.
package bot

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"constat/bot/answer"
	"constat/data"
	"constat/index"
)

// A Message is what came in, from any platform.
//
// A click on a choice, a near finding or a next step is a message without
// text whose state is that of the button: the finding that the button names is
// shown, and the conversation goes on from there as if the person had asked
// for it in words. Everything else that is typed comes with the State of the
// answer before it.
type Message struct {
	Text  string
	State string // of the answer it continues, or of the button; empty for a first message
}

// A Handler answers one message. Every transport is given one.
type Handler func(context.Context, Message) answer.Answer

// A Bot answers from one generation at a time: a library, its index and the
// reader of questions about it, which are replaced together. It is safe for
// use by several goroutines.
type Bot struct {
	live atomic.Pointer[generation]
}

// New builds the index of a library and a bot that answers from it. The
// caller closes it.
func New(l *data.Library) (*Bot, error) { return NewAt(l, time.Now) }

// NewAt is New with the clock from which "l'an dernier" counts.
func NewAt(l *data.Library, now func() time.Time) (*Bot, error) {
	g, err := newGeneration(l, now)
	if err != nil {
		return nil, err
	}
	b := new(Bot)
	b.live.Store(g)
	return b, nil
}

// Handle answers a message. It never fails: not finding is an answer, and a
// fault of ours is an abstention that the operator is told of.
func (b *Bot) Handle(ctx context.Context, m Message) answer.Answer {
	g := b.generation()
	defer g.done()
	q := g.reader.Read(m.Text, m.State)
	hits, err := g.index.Search(ctx, q.Query())
	if err != nil {
		slog.ErrorContext(ctx, "bot: search failed", "error", err)
		return g.signed(answer.Failed(g.library))
	}
	return g.signed(gated(ctx, answer.Compose(g.library, q, hits)))
}

// Search returns the ranked hits of a message, at most limit of them, to see
// why it is answered so.
func (b *Bot) Search(ctx context.Context, m Message, limit int) ([]index.Hit, error) {
	g := b.generation()
	defer g.done()
	query := g.reader.Read(m.Text, m.State).Query()
	query.Limit = limit
	return g.index.Search(ctx, query)
}

// Swap makes the bot answer from what next answers from. Questions under way
// keep the generation they began with; the last of them closes its index, and
// no question waits. Both bots are still to be closed.
func (b *Bot) Swap(next *Bot) {
	b.live.Swap(next.generation()).done()
}

// generation takes the live generation; the caller releases it.
func (b *Bot) generation() *generation {
	for {
		if g := b.live.Load(); g.hold() {
			return g
		} // it was replaced, and closed, since it was loaded
	}
}

// Library is what the bot answers from now.
func (b *Bot) Library() *data.Library { return b.live.Load().library }

// Knows reports whether a folded word is one that the live editions use, or
// people who ask about them.
func (b *Bot) Knows(word string) bool { return b.live.Load().index.Holds(word) }

// Version is the version that answers carry now: see the function Version.
func (b *Bot) Version() string { return b.live.Load().version }

// Close frees the index once the questions under way are answered. No message
// may come after it.
func (b *Bot) Close() error { return b.live.Swap(nil).release() }

// signed is the answer with the version that gave it.
func (g *generation) signed(a answer.Answer) answer.Answer {
	a.Version = g.version
	return a
}

// gated lets an answer leave only when every number of it is cited.
func gated(ctx context.Context, a answer.Answer) answer.Answer {
	if err := answer.Gate(a, a.Text); err != nil {
		slog.ErrorContext(ctx, "bot: answer withheld", "error", err)
		return a.Closed()
	}
	return a
}
