package slack

import (
	"context"
	"errors"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// errPace means that a channel has more messages to come than can be posted in
// time.
var errPace = errors.New("slack: channel too busy")

// A pace keeps the messages in each channel apart.
type pace struct {
	every    time.Duration
	channels *lru.Cache[string, *rate.Limiter]
}

func newPace(every time.Duration) *pace {
	channels, _ := lru.New[string, *rate.Limiter](remembered) // fails for a size below 1 only
	return &pace{every, channels}
}

// wait waits for the turn of a message, or fails at once when it would come
// after the context ends.
func (p *pace) wait(ctx context.Context, channel string) error {
	limiter := rate.NewLimiter(rate.Every(p.every), 1)
	if known, ok, _ := p.channels.PeekOrAdd(channel, limiter); ok {
		limiter = known
		p.channels.Get(channel) // it is used: it stays
	}
	return limiter.Wait(ctx)
}
