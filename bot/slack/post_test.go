package slack

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"constat/bot/slack/slacktest"
)

// TestRefusedBlocks holds that an answer whose blocks Slack refuses is posted
// in fewer, then as text, and holds its figure and source all the same.
func TestRefusedBlocks(t *testing.T) {
	for refused := range 3 {
		t.Run(fmt.Sprint(refused), func(t *testing.T) {
			over(t, func(t *testing.T, transport string) {
				left := atomic.Int32{}
				w := open(t, transport, jardins(t).Handle, slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
					post := strings.HasPrefix(r.URL, "/response/") || r.URL == "/api/chat.postMessage"
					switch {
					case !post || left.Add(-1) < 0:
						return nil
					case strings.HasPrefix(r.URL, "/response/"):
						return &slacktest.Response{Status: http.StatusBadRequest, Body: `invalid_blocks`}
					}
					return slacktest.Refused("invalid_blocks")
				}})
				for _, d := range []slacktest.Delivery{w.fake.Command("U1", "C1", "/observatoire", askCompost), w.fake.DM("U1", "", askCompost)} {
					left.Store(int32(refused))
					p := w.ask(d)
					says(t, p, "81 %", "La Gazette du potager")
					if !strings.Contains(string(p.Blocks)+p.Text, "https://gazette.example/compost") {
						t.Errorf("the source has no address: %+v", p)
					}
					if buttons := len(p.Buttons()) > 0; buttons != (refused < 2) {
						t.Errorf("buttons %v after %d refusals", buttons, refused)
					}
				}
			})
		})
	}
}

// TestLimited holds that Retry-After is obeyed, and the answer posted once.
func TestLimited(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		first := atomic.Bool{}
		var limitedAt atomic.Int64
		w := open(t, transport, jardins(t).Handle, slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
			if r.URL == "/api/chat.postMessage" && first.CompareAndSwap(false, true) {
				limitedAt.Store(time.Now().UnixNano())
				return slacktest.Limited(1)
			}
			return nil
		}})
		p := w.ask(w.fake.DM("U1", "", askCompost))
		if waited := p.At.Sub(time.Unix(0, limitedAt.Load())); waited < time.Second {
			t.Errorf("tried again after %v, told to wait 1 s", waited)
		}
		if all := w.drained(); len(all) != 1 {
			t.Errorf("posted %d times", len(all))
		}
	})
}

// TestUnknownOutcome holds that a post whose answer is lost is not repeated.
func TestUnknownOutcome(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
			if r.URL == "/api/chat.postMessage" {
				return &slacktest.Response{Pass: true, Lose: true}
			}
			return nil
		}})
		w.ask(w.fake.DM("U1", "", askCompost))
		if all := w.drained(); len(all) != 1 {
			t.Errorf("posted %d times", len(all))
		}
		if !strings.Contains(w.logs.String(), "reply not delivered") {
			t.Errorf("not logged: %s", w.logs)
		}
	})
}

// TestPlatformFailure holds that a fault of Slack's own is logged, without a
// token, and that what may be posted all the same is not posted again.
func TestPlatformFailure(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{Intercept: func(r slacktest.Request) *slacktest.Response {
			if r.URL == "/api/chat.postMessage" {
				return &slacktest.Response{Status: http.StatusBadGateway, Body: "<html>Bad gateway</html>"}
			}
			return nil
		}})
		w.send(w.fake.Mention("U1", "C1", "", askCompost))
		if all := w.drained(); len(all) != 0 {
			t.Errorf("posted %+v", all)
		}
		tries := 0
		for _, r := range w.fake.Requests() {
			if strings.HasPrefix(r.URL, "/api/chat.") {
				tries++
			}
		}
		if tries != 1 || !strings.Contains(w.logs.String(), "HTTP 502") {
			t.Errorf("%d tries; logged:\n%s", tries, w.logs)
		}
	})
}

// TestOneASecond holds that two messages in one channel are a second apart.
func TestOneASecond(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		w := open(t, transport, jardins(t).Handle, slacktest.Options{PerChannel: 900 * time.Millisecond})
		w.slack.pace = newPace(postEvery)
		w.send(w.fake.Mention("U1", "C1", "", askCompost))
		w.send(w.fake.Mention("U2", "C1", "", askCompost))
		first, second := w.posted(1), w.posted(2)
		if apart := second.At.Sub(first.At); apart < 900*time.Millisecond {
			t.Errorf("%v apart", apart)
		}
		for _, r := range w.fake.Requests() {
			if r.URL == "/api/chat.postEphemeral" {
				t.Errorf("%+v", r)
			}
		}
	})
}

// TestForeignAddress holds that an answer goes to no host but Slack's, whatever
// a delivery says.
func TestForeignAddress(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		var reached atomic.Bool
		other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Store(true) }))
		defer other.Close()
		w := open(t, transport, jardins(t).Handle, slacktest.Options{})
		d := w.fake.Command("U1", "C1", "/observatoire", askCompost)
		d.Payload["response_url"] = other.URL
		if p := w.ask(d); reached.Load() || p.Via != "chat.postEphemeral" {
			t.Errorf("reached %v, posted %+v", reached.Load(), p)
		}
	})
}
