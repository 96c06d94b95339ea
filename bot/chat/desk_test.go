package chat

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"constat/bot"
	"constat/bot/answer"
)

// echo answers with what it was asked, and the state it was asked from.
func echo(_ context.Context, m bot.Message) answer.Answer {
	return answer.Answer{Kind: answer.Notice, Text: m.Text + "<" + m.State + ">", State: "1|" + m.Text}
}

func newDesk(t *testing.T, handle bot.Handler) *Desk {
	t.Helper()
	l, err := OpenLedger("", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return NewDesk(handle, l)
}

// replies collects what is delivered.
type replies struct {
	mu   sync.Mutex
	said []string
}

func (r *replies) deliver(_ context.Context, reply Reply) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said = append(r.said, reply.Notice+reply.Answer.Text)
	return nil
}

// heard returns what was delivered so far, in that order.
func (r *replies) heard() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.said)
}

func TestTakeOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, got := newDesk(t, echo), &replies{}
		e := Event{Keys: []string{"Ev1", "C1/1.0"}, Verb: Ask, Text: "pucerons"}
		again := Event{Keys: []string{"Ev2", "C1/1.0"}, Verb: Ask, Text: "pucerons"} // a mention that is also a message
		for i, want := range []Taken{Accepted, Duplicate, Duplicate} {
			if i == 2 {
				e = again
			}
			if taken := d.Take(e, got.deliver); taken != want {
				t.Errorf("delivery %d: %v, want %v", i, taken, want)
			}
		}
		synctest.Wait()
		if said := got.heard(); !slices.Equal(said, []string{"pucerons<>"}) {
			t.Errorf("said %q", said)
		}
	})
}

// TestTakeInOrder holds that a place is answered in the order of its messages,
// each from the state that the one before left, however slow the first is, and
// that other places do not wait.
func TestTakeInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, got := newDesk(t, echo), &replies{}
		slow := func(ctx context.Context, r Reply) error {
			time.Sleep(time.Second)
			return got.deliver(ctx, r)
		}
		d.Take(Event{Verb: Ask, Text: "un", Place: "jardin"}, slow)
		d.Take(Event{Verb: Ask, Text: "deux", Place: "jardin"}, got.deliver)
		d.Take(Event{Verb: Ask, Text: "ailleurs", Place: "serre"}, got.deliver)
		d.Take(Event{Verb: Ask, Text: "sans lieu"}, got.deliver)
		synctest.Wait()
		if said := slices.Sorted(slices.Values(got.heard())); !slices.Equal(said, []string{"ailleurs<>", "sans lieu<>"}) {
			t.Errorf("said %q while the first is slow", said)
		}
		if err := d.Drain(t.Context()); err != nil {
			t.Fatal(err)
		}
		if said, want := got.heard()[2:], []string{"un<>", "deux<1|un>"}; !slices.Equal(said, want) {
			t.Errorf("then said %q, want %q", said, want)
		}
		if len(d.tails) != 0 || d.open != 0 {
			t.Errorf("%d places and %d events left open", len(d.tails), d.open)
		}
	})
}

func TestTakeBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, got := newDesk(t, echo), &replies{}
		release := make(chan struct{})
		held := func(ctx context.Context, r Reply) error {
			<-release
			return got.deliver(ctx, r)
		}
		for i := range maxOpen {
			if taken := d.Take(Event{Keys: []string{fmt.Sprint(i)}, Verb: Ask}, held); taken != Accepted {
				t.Fatalf("event %d: %v", i, taken)
			}
		}
		if taken := d.Take(Event{Keys: []string{"one more"}, Verb: Ask}, held); taken != Full {
			t.Errorf("one too many: %v, want Full", taken)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := d.Drain(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("drained with events open: %v", err)
		}
		if taken := d.Take(Event{Keys: []string{"late"}, Verb: Ask}, held); taken != Closed {
			t.Errorf("after a drain: %v, want Closed", taken)
		}
		close(release)
		synctest.Wait()
		if said := got.heard(); len(said) != maxOpen {
			t.Errorf("%d replies, want %d", len(said), maxOpen)
		}
	})
}

// TestTakeFaults holds that a fault of ours is told to the person, and that a
// place goes on after it.
func TestTakeFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, got := newDesk(t, func(ctx context.Context, m bot.Message) answer.Answer {
			if m.Text == "faute" {
				panic("a fault for a test")
			}
			return echo(ctx, m)
		}), &replies{}
		d.Take(Event{Verb: Ask, Text: "faute", Place: "jardin"}, got.deliver)
		d.Take(Event{Verb: Ask, Text: "un", Place: "jardin"}, func(context.Context, Reply) error { panic("another, while posting") })
		d.Take(Event{Verb: Ask, Text: "deux", Place: "jardin"}, got.deliver)
		synctest.Wait()
		if said := got.heard(); !slices.Equal(said, []string{sayFault, "deux<1|un>"}) {
			t.Errorf("said %q", said)
		}
	})
}
