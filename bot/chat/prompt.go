package chat

import (
	"context"
	"log/slog"
	"time"
)

// Ways are how one event is replied to. A platform waits some seconds for the
// first word, so a reply that is ready in time goes out as that word.
type Ways struct {
	Wait time.Duration // how long the first word may wait for the reply
	// Now sends a reply that is ready in time. It is called from the goroutine
	// that called TakeWithin, as is Defer.
	Now func(Reply) error
	// Defer tells the platform that the reply comes later.
	Defer func() error
	// Later sends the reply once Defer returned, whatever it said.
	Later func(context.Context, Reply) error
}

// TakeWithin is Take for a delivery whose sender waits. When the event is
// accepted it blocks until Now or Defer returned: exactly one of Now and Later
// is called, once.
func (d *Desk) TakeWithin(e Event, ways Ways) Taken {
	ready, sent, late := make(chan Reply), make(chan error, 1), make(chan struct{})
	taken := d.Take(e, func(ctx context.Context, r Reply) error {
		select {
		case ready <- r:
			return <-sent
		case <-late:
			return ways.Later(ctx, r)
		}
	})
	if taken != Accepted {
		return taken
	}
	// A panic of Now or Defer leaves nobody waiting.
	defer close(late)
	defer close(sent)
	timer := time.NewTimer(ways.Wait)
	defer timer.Stop()
	select {
	case r := <-ready:
		sent <- ways.Now(r)
	case <-timer.C:
		if err := ways.Defer(); err != nil {
			slog.Warn("chat: delivery not deferred", "verb", e.Verb, "error", err)
		}
	}
	return Accepted
}
