// Package bot is where the stages meet: a Message in, an Answer out.
package bot

import (
	"context"

	"constat/bot/answer"
	"constat/data"
	"constat/index"
)

// A Message is what came in, from any platform.
type Message struct {
	Text  string
	State string // of the answer it continues; empty for a first message
	From  string // who asks, for admins' commands; never kept
}

// A Handler answers one message. Every transport is given one.
type Handler func(context.Context, Message) answer.Answer

// A Bot answers from one library. It is safe for use by several goroutines.
type Bot struct{ library *data.Library }

// New builds the index of a library and a bot that answers from it.
func New(l *data.Library) (*Bot, error) { return &Bot{library: l}, nil }

// Handle answers a message. It never fails: not finding is an answer.
func (b *Bot) Handle(ctx context.Context, m Message) answer.Answer {
	return answer.Answer{}
}

// Search returns the ranked hits of a message, to see why it is answered so.
func (b *Bot) Search(ctx context.Context, m Message, limit int) ([]index.Hit, error) {
	return nil, nil
}

// Library is what the bot answers from.
func (b *Bot) Library() *data.Library { return b.library }

// Close frees the index.
func (b *Bot) Close() error { return nil }
