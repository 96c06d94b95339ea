package chat

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"constat/bot"
	"constat/bot/answer"
)

// TestTakeWithin holds that a reply goes out once, at once when it is ready in
// time, and otherwise after the platform was told to wait, even if it could
// not be told.
func TestTakeWithin(t *testing.T) {
	for _, test := range []struct {
		name  string
		takes time.Duration
		fails error
		want  []string
	}{
		{"in time", time.Second, nil, []string{"now pucerons<>"}},
		{"late", 2 * time.Second, nil, []string{"defer", "later pucerons<>"}},
		{"late, not deferred", 2 * time.Second, errors.New("cut"), []string{"defer", "later pucerons<>"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, func(ctx context.Context, m bot.Message) answer.Answer {
					time.Sleep(test.takes)
					return echo(ctx, m)
				})
				var did []string
				ways := Ways{
					Wait:  1500 * time.Millisecond,
					Now:   func(r Reply) error { did = append(did, "now "+r.Answer.Text); return nil },
					Defer: func() error { did = append(did, "defer"); return test.fails },
					Later: func(_ context.Context, r Reply) error { did = append(did, "later "+r.Answer.Text); return nil },
				}
				e := Event{Keys: []string{"1"}, Verb: Ask, Text: "pucerons"}
				if taken := d.TakeWithin(e, ways); taken != Accepted {
					t.Fatalf("taken %v", taken)
				}
				if taken := d.TakeWithin(e, ways); taken != Duplicate {
					t.Errorf("taken again: %v", taken)
				}
				if err := d.Drain(t.Context()); err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(did, test.want) {
					t.Errorf("did %q, want %q", did, test.want)
				}
			})
		})
	}
}

// TestTakeWithinPanics holds that a fault of the sender leaves nothing open.
func TestTakeWithinPanics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, echo)
		func() {
			defer func() { _ = recover() }()
			d.TakeWithin(Event{Keys: []string{"1"}, Verb: Ask}, Ways{Wait: time.Second, Now: func(Reply) error { panic("fault") }})
		}()
		if err := d.Drain(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
}

func TestFresh(t *testing.T) {
	now := time.Unix(1_700_000_000, 0)
	for timestamp, want := range map[string]bool{
		"1700000000": true, "1699999700": true, "1700000300": true,
		"1699999699": false, "1700000301": false, "": false, "hier": false, "9999999999999999999": false,
	} {
		if got := Fresh(timestamp, now); got != want {
			t.Errorf("Fresh(%q) = %v", timestamp, got)
		}
	}
}
