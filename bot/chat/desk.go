package chat

import (
	"context"
	"errors"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"constat/bot"
	"constat/bot/answer"

	lru "github.com/hashicorp/golang-lru/v2"
)

// The bounds of a Desk.
const (
	// maxOpen is how many accepted events may be open at once: at a
	// millisecond of work and some hundred of posting each, many times what a
	// workspace types in its worst second.
	maxOpen = 256
	// patience bounds the work on one event, posting included: an answer that
	// comes later than this is of no use to a person in a chat, and shorter
	// than any platform's own bound (Discord's token lives 15 minutes, Slack's
	// response_url 30).
	patience = 2 * time.Minute
	// remembered is how many conversations and answers are kept in memory, at
	// about a kilobyte each.
	remembered = 4096
)

// A Desk has what the transports accept handled, in order within a place and
// at once between places, and each exactly once. It is safe for use by several
// goroutines.
type Desk struct {
	handle  bot.Handler
	ledger  *Ledger
	office  Office
	meter   meter
	states  *lru.Cache[Place, string]
	answers *lru.Cache[string, answer.Answer] // by person and state: what may be shared or cited again

	mu    sync.Mutex
	tails map[Place]chan struct{} // closed when the last event of the place is done
	open  int
	shut  bool
	idle  sync.WaitGroup
}

// NewDesk returns a desk that answers by a handler and remembers deliveries in
// a ledger. Drain it before the ledger is closed.
func NewDesk(handle bot.Handler, ledger *Ledger) *Desk {
	states, _ := lru.New[Place, string](remembered) // fails for a size below 1 only
	answers, _ := lru.New[string, answer.Answer](remembered)
	return &Desk{handle: handle, ledger: ledger, meter: newMeter(ledger), states: states, answers: answers, tails: map[Place]chan struct{}{}}
}

// Taken says what became of a delivery.
type Taken int

// What may become of a delivery.
const (
	Accepted  Taken = iota // it is answered, once
	Duplicate              // it was accepted before: acknowledge it, say nothing
	Full                   // too much is open: acknowledge it, post Busy
	Closed                 // the program is stopping: acknowledge it, post Stopping
)

// Take accepts an event, or says why not. When it is accepted, deliver is
// called once, from another goroutine, with the reply and a context that ends
// when the reply is of no use any more; its error is logged, and the event
// counts as done whatever it says: a post whose outcome is unknown is not
// tried again. Take does not wait.
func (d *Desk) Take(e Event, deliver func(context.Context, Reply) error) Taken {
	taken := d.take(e, deliver)
	d.meter.took(taken)
	return taken
}

func (d *Desk) take(e Event, deliver func(context.Context, Reply) error) Taken {
	start := time.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case d.shut:
		return Closed
	case d.ledger.Seen(e.Keys...):
		return Duplicate
	case d.open >= maxOpen:
		return Full
	}
	d.ledger.Accept(e.Keys...)
	d.open++
	d.idle.Add(1)
	before, done := d.tails[e.Place], make(chan struct{})
	if e.Place != "" {
		d.tails[e.Place] = done
	}
	go func() {
		defer d.finish(e, done)
		if before != nil {
			<-before
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		r := d.reply(ctx, e)
		err := deliver(ctx, r)
		d.meter.replied(r, start, err == nil)
		if err != nil {
			if r.undo != nil && !errors.Is(err, ErrUnknown) {
				r.undo()
			}
			slog.ErrorContext(ctx, "chat: reply not delivered", "verb", e.Verb, "error", err)
		}
	}()
	return Accepted
}

func (d *Desk) finish(e Event, done chan struct{}) {
	if fault := recover(); fault != nil {
		slog.Error("chat: delivery failed", "fault", fault, "stack", string(debug.Stack()))
	}
	d.ledger.Done(e.Keys...)
	close(done)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.tails[e.Place] == done {
		delete(d.tails, e.Place)
	}
	d.open--
	d.idle.Done()
}

// reply never panics: a fault of ours is told to the person and the operator.
func (d *Desk) reply(ctx context.Context, e Event) (r Reply) {
	defer func() {
		if fault := recover(); fault != nil {
			slog.ErrorContext(ctx, "chat: event failed", "verb", e.Verb, "fault", fault, "stack", string(debug.Stack()))
			r = Fault()
		}
	}()
	return d.Reply(ctx, e)
}

// Drain takes nothing more, and waits until every accepted event is done or
// the context ends.
func (d *Desk) Drain(ctx context.Context) error {
	d.mu.Lock()
	d.shut = true
	d.mu.Unlock()
	return Wait(ctx, &d.idle)
}

// Wait returns when everything of a group is done, or the context ends.
func Wait(ctx context.Context, group *sync.WaitGroup) error {
	done := make(chan struct{})
	go func() {
		group.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
