// Package bot is where the stages meet: a Message in, an Answer out.
package bot

import (
	"context"
	"log/slog"

	"constat/bot/answer"
	"constat/bot/question"
	"constat/data"
	"constat/index"
)

// A Message is what came in, from any platform.
type Message struct {
	Text  string
	State string // of the answer it continues; empty for a first message
}

// A Handler answers one message. Every transport is given one.
type Handler func(context.Context, Message) answer.Answer

// A Bot answers from one library. It is safe for use by several goroutines.
type Bot struct {
	library *data.Library
	index   *index.Index
	reader  *question.Reader
}

// New builds the index of a library and a bot that answers from it. The
// caller closes it.
func New(l *data.Library) (*Bot, error) {
	x, err := index.Build(l, question.Spelling()...)
	if err != nil {
		return nil, err
	}
	return &Bot{library: l, index: x, reader: question.NewReader(l, x)}, nil
}

// Handle answers a message. It never fails: not finding is an answer, and a
// fault of ours is an abstention that the operator is told of.
func (b *Bot) Handle(ctx context.Context, m Message) answer.Answer {
	q := b.reader.Read(m.Text, m.State)
	hits, err := b.index.Search(ctx, q.Query())
	if err != nil {
		slog.ErrorContext(ctx, "bot: search failed", "error", err)
		return answer.Failed(b.library)
	}
	return gated(ctx, answer.Compose(b.library, q, hits))
}

// Search returns the ranked hits of a message, at most limit of them, to see
// why it is answered so.
func (b *Bot) Search(ctx context.Context, m Message, limit int) ([]index.Hit, error) {
	query := b.reader.Read(m.Text, m.State).Query()
	query.Limit = limit
	return b.index.Search(ctx, query)
}

// Library is what the bot answers from.
func (b *Bot) Library() *data.Library { return b.library }

// Close frees the index.
func (b *Bot) Close() error { return b.index.Close() }

// gated lets an answer leave only when every number of it is cited.
func gated(ctx context.Context, a answer.Answer) answer.Answer {
	if err := answer.Gate(a, a.Text); err != nil {
		slog.ErrorContext(ctx, "bot: answer withheld", "error", err)
		return a.Closed()
	}
	return a
}
