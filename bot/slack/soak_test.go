//go:build soak

package slack

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/slack/slacktest"
)

// The soak: go test ./bot/slack -tags soak -run Soak -v -timeout 20m
const (
	soakQuestions = 2000
	soakPeople    = 150             // who ask at once: under what a desk takes
	soakDelay     = 3 * time.Second // of every search
	soakChannels  = 50
	soakAck       = time.Second // what 95 % of acknowledgements must be under
)

// TestSoak asks two thousand questions of a program whose searches are slow,
// while Slack disconnects, delivers again, limits, is slow, and loses answers.
// Every question that was acknowledged is answered exactly once.
func TestSoak(t *testing.T) {
	over(t, soak)
}

func soak(t *testing.T, transport string) {
	var limited, lost, slow, disconnected, again, unacknowledged atomic.Int32
	b := jardins(t)
	w := open(t, transport, func(ctx context.Context, m bot.Message) answer.Answer {
		time.Sleep(soakDelay)
		return b.Handle(ctx, m)
	}, slacktest.Options{PerChannel: 900 * time.Millisecond, Intercept: func(r slacktest.Request) *slacktest.Response {
		if !strings.HasPrefix(r.URL, "/response/") && r.URL != "/api/chat.postMessage" {
			return nil
		}
		switch n := rand.IntN(100); {
		case n < 5:
			limited.Add(1)
			return slacktest.Limited(1)
		case n < 9 && strings.HasPrefix(r.URL, "/response/"): // where no second refusal could be lost with it
			lost.Add(1)
			return &slacktest.Response{Pass: true, Lose: true}
		case n < 12:
			slow.Add(1)
			return &slacktest.Response{Pass: true, Delay: time.Duration(rand.IntN(2000)) * time.Millisecond}
		}
		return nil
	}})
	w.slack.pace = newPace(postEvery)
	before := runtime.NumGoroutine()
	ctx, done := context.WithCancel(t.Context())
	var weather sync.WaitGroup
	if transport == "socket" {
		weather.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-ctx.Done():
					return
				case <-time.After(2 * time.Second):
				}
				disconnected.Add(1)
				if n%5 == 4 {
					w.fake.Cut()
				} else {
					w.fake.Disconnect([]string{"warning", "refresh_requested"}[n%2])
				}
			}
		})
	}
	type asked struct {
		where, thread string
		acknowledged  bool
	}
	all, acks := make([]asked, soakQuestions), make([]time.Duration, soakQuestions)
	// deliver sends until it is acknowledged, as Slack does for events, and at
	// times once more.
	deliver := func(i int, d slacktest.Delivery, retried bool) {
		for try := 0; try < 8; try++ {
			if try > 0 {
				again.Add(1)
			}
			receipt, err := w.door.Deliver(ctx, d.Again(try))
			if err == nil {
				acks[i], all[i].acknowledged = receipt.After, true
				break
			}
			if !errors.Is(err, slacktest.ErrGone) {
				t.Errorf("question %d: %v", i, err)
				return
			}
			unacknowledged.Add(1)
			if !retried {
				return
			}
			time.Sleep(200 * time.Millisecond)
		}
		if retried && i%7 == 0 {
			again.Add(1)
			_, _ = w.door.Deliver(ctx, d.Again(1)) // known already, whatever becomes of it
		}
	}
	var people sync.WaitGroup
	turn := make(chan int)
	for range soakPeople {
		people.Go(func() {
			for i := range turn {
				user := fmt.Sprintf("U%d", i+100)
				switch i % 4 {
				case 0: // a mention: its own thread of a channel that others use
					channel := fmt.Sprintf("C%d", i%soakChannels)
					d := w.fake.Mention(user, channel, "", askCompost)
					all[i].where, all[i].thread = channel, d.TS()
					deliver(i, d, true)
				case 1, 2:
					all[i].where = slacktest.Direct(user)
					deliver(i, w.fake.DM(user, "", askCompost), true)
				default:
					all[i].where = "C" + user
					deliver(i, w.fake.Command(user, all[i].where, "/observatoire", askCompost), false)
				}
				// The next question waits for the answer, as people do.
				within, cancel := context.WithTimeout(ctx, 2*time.Minute)
				_, err := w.fake.Await(within, func(p []slacktest.Posted) bool {
					return !all[i].acknowledged || slices.ContainsFunc(p, func(p slacktest.Posted) bool { return p.Channel == all[i].where && p.Thread == all[i].thread })
				})
				cancel()
				if err != nil {
					t.Errorf("question %d in %s/%s: %v", i, all[i].where, all[i].thread, err)
				}
			}
		})
	}
	started := time.Now()
	for i := range soakQuestions {
		turn <- i
	}
	close(turn)
	people.Wait()
	took := time.Since(started)
	done()
	weather.Wait()
	posted := w.drained()
	counts := map[string]int{}
	for _, p := range posted {
		counts[p.Channel+"/"+p.Thread]++
		if !strings.Contains(p.Text, "81 %") {
			t.Errorf("no answer: %s", p.Text)
		}
	}
	var measured []time.Duration
	for i, a := range all {
		n := counts[a.where+"/"+a.thread]
		if a.acknowledged && n != 1 || n > 1 {
			t.Errorf("question %d (acknowledged: %v) was answered %d times", i, a.acknowledged, n)
		}
		if a.acknowledged {
			measured = append(measured, acks[i])
		}
	}
	slices.Sort(measured)
	p95 := measured[len(measured)*95/100]
	t.Logf("%d questions in %v, %d acknowledged, %d posted", soakQuestions, took.Round(time.Second), len(measured), len(posted))
	t.Logf("acknowledged in %v (median), %v (95 %%), %v (worst), with searches of %v", measured[len(measured)/2], p95, measured[len(measured)-1], soakDelay)
	t.Logf("%d disconnections, %d not acknowledged at first, %d delivered again, %d limited, %d slow, %d answers lost", disconnected.Load(), unacknowledged.Load(), again.Load(), limited.Load(), slow.Load(), lost.Load())
	t.Logf("goroutines: %d before, %d after", before, runtime.NumGoroutine())
	if p95 >= soakAck {
		t.Errorf("95 %% acknowledged in %v, want under %v", p95, soakAck)
	}
}
