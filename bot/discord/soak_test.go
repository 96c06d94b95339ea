//go:build soak

package discord

import (
	"context"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/discord/discordtest"
)

// The soak: go test ./bot/discord -tags soak -run Soak -v -timeout 20m
const (
	soakInteractions = 2000
	soakPeople       = 100 // who ask at once: under what a desk takes
	soakSlow         = 25  // one search in so many takes soakDelay
	soakDelay        = 2 * time.Second
	soakNetwork      = 80 * time.Millisecond // at most, of every request
	soakFirst        = time.Second           // what 95 % of first words must be under
)

// TestSoak asks two thousand questions over each transport, while searches and
// requests are slow and Discord refuses one request in ten for a while.
func TestSoak(t *testing.T) {
	onBoth(t, func(b *bench, transport string) {
		var cancel context.CancelFunc
		b.ctx, cancel = context.WithTimeout(b.T.Context(), 10*time.Minute)
		defer cancel()
		b.before = func(bot.Message) {
			if rand.N(soakSlow) == 0 {
				time.Sleep(soakDelay)
			}
		}
		b.fake.Delay(func(*http.Request) time.Duration { return rand.N(soakNetwork) })
		for _, scope := range []string{"user", "global", "shared"} {
			b.fake.LimitOften(discordtest.Limit{Scope: scope, After: 150 * time.Millisecond}, 30)
		}
		var all []*discordtest.Interaction
		var mu sync.Mutex
		var people sync.WaitGroup
		for range soakPeople {
			people.Go(func() {
				for range soakInteractions / soakPeople {
					i := b.question(inServer, published)
					b.send(transport, i)
					b.answered(i)
					mu.Lock()
					all = append(all, i)
					mu.Unlock()
				}
			})
		}
		people.Wait()
		var firsts []time.Duration
		late := 0
		for _, i := range all {
			got := b.fake.Of(i)
			if got.Answers != 1 {
				b.Errorf("%s: %d answers", got.ID, got.Answers)
			}
			if got.Type == discordtest.TypeDeferred {
				late++
			}
			firsts = append(firsts, got.First.Sub(got.Sent))
		}
		slices.Sort(firsts)
		at := func(share float64) time.Duration { return firsts[int(share*float64(len(firsts)-1))] }
		refused := 0
		for _, r := range b.fake.Requests() {
			if r.Status == http.StatusTooManyRequests {
				refused++
			}
		}
		b.Logf("%d interactions, each answered once: %d deferred, %d refused with 429; first word p50 %v, p95 %v, p99 %v, last %v",
			len(all), late, refused, at(0.5), at(0.95), at(0.99), at(1))
		if len(all) != soakInteractions || at(0.95) > soakFirst {
			b.Errorf("%d interactions, p95 %v", len(all), at(0.95))
		}
	})
}
