package chat

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// answering is a transport that answers each try in turn, without a network,
// so that time can be the test's.
type answering struct {
	tries   []func() (*http.Response, error)
	sent    int
	at      []time.Time
	bodies  []string
	headers []http.Header
}

func (a *answering) RoundTrip(r *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(r.Body)
	a.at, a.bodies, a.headers = append(a.at, time.Now()), append(a.bodies, string(body)), append(a.headers, r.Header)
	try := a.tries[min(a.sent, len(a.tries)-1)]
	a.sent++
	return try()
}

func status(code int, body string, header ...string) func() (*http.Response, error) {
	return func() (*http.Response, error) {
		h := http.Header{}
		for i := 0; i+1 < len(header); i += 2 {
			h.Set(header[i], header[i+1])
		}
		return &http.Response{StatusCode: code, Header: h, Body: io.NopCloser(strings.NewReader(body))}, nil
	}
}

func lost() (*http.Response, error) { return nil, io.ErrUnexpectedEOF }

func unsent() (*http.Response, error) {
	return nil, &net.OpError{Op: "dial", Err: errors.New("refused")}
}

func TestSend(t *testing.T) {
	ok := status(200, `{"ok":true}`)
	for name, c := range map[string]struct {
		method string
		tries  []func() (*http.Response, error)
		sent   int
		waited time.Duration
		err    error
	}{
		"answered at once":               {"POST", []func() (*http.Response, error){ok}, 1, 0, nil},
		"waits what the header says":     {"POST", []func() (*http.Response, error){status(429, "", "Retry-After", "3"), ok}, 2, 3 * time.Second, nil},
		"waits what the body says":       {"POST", []func() (*http.Response, error){status(429, `{"retry_after":0.25}`, "Retry-After", "1"), ok}, 2, 250 * time.Millisecond, nil},
		"waits when nothing is said":     {"POST", []func() (*http.Response, error){status(429, ""), ok}, 2, leastWait, nil},
		"does not wait past its context": {"POST", []func() (*http.Response, error){status(429, "", "Retry-After", "60")}, 1, 0, &Refusal{}},
		"sends again what never left":    {"POST", []func() (*http.Response, error){unsent, unsent, ok}, 3, 3 * pause, nil},
		"posts once when nobody knows":   {"POST", []func() (*http.Response, error){lost, ok}, 1, 0, ErrUnknown},
		"posts once after a fault":       {"POST", []func() (*http.Response, error){status(502, ""), ok}, 1, 0, &Refusal{}},
		"edits again when nobody knows":  {"PATCH", []func() (*http.Response, error){lost, ok}, 2, pause, nil},
		"edits again after a fault":      {"PATCH", []func() (*http.Response, error){status(503, ""), ok}, 2, pause, nil},
		"gives up after some tries":      {"PATCH", []func() (*http.Response, error){lost}, maxTries, (1 + 2 + 4 + 8) * pause, ErrUnknown},
		"is refused":                     {"PATCH", []func() (*http.Response, error){status(400, `{"error":"x"}`)}, 1, 0, &Refusal{}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := &answering{tries: c.tries}
				client := &Client{HTTP: &http.Client{Transport: a}, Allowed: func(string) bool { return true }}
				ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
				defer cancel()
				start := time.Now()
				_, err := client.Send(ctx, c.method, "https://chat.invalid/x", map[string]string{"text": "«\u00a044 %\u00a0»"}, nil)
				if a.sent != c.sent || time.Since(start) != c.waited {
					t.Errorf("sent %d times in %v, want %d in %v", a.sent, time.Since(start), c.sent, c.waited)
				}
				var refused *Refusal
				if want := c.err; errors.As(want, &refused) {
					if !errors.As(err, &refused) || refused.Status == 0 {
						t.Errorf("error %v, want a refusal", err)
					}
				} else if !errors.Is(err, want) {
					t.Errorf("error %v, want %v", err, want)
				}
				if a.bodies[0] != `{"text":"«`+"\u00a0"+`44 %`+"\u00a0"+`»"}` || !strings.HasPrefix(a.headers[0].Get("Content-Type"), "application/json") {
					t.Errorf("sent %s as %s", a.bodies[0], a.headers[0].Get("Content-Type"))
				}
			})
		})
	}
}

// TestSendLeaksNothing holds that neither a foreign address is sent to, nor an
// address told: it may carry a token.
func TestSendLeaksNothing(t *testing.T) {
	var reached atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	defer server.Close()
	home, _ := url.Parse(server.URL)
	client := &Client{HTTP: server.Client(), Allowed: func(host string) bool { return host == home.Host }}
	for _, address := range []string{"http://hooks.invalid/s3cret", "http://" + home.Host + "@other.invalid/s3cret", "://s3cret", "http://127.0.0.1:1/s3cret", ""} {
		_, err := client.Send(t.Context(), "POST", address, nil, nil)
		if !errors.Is(err, ErrHost) {
			t.Errorf("%q: error %v, want %v", address, err, ErrHost)
		}
	}
	if reached.Load() != 0 {
		t.Errorf("%d requests reached a server", reached.Load())
	}
	closed := httptest.NewServer(nil)
	address := closed.URL
	closed.Close()
	client.Allowed = func(string) bool { return true }
	ctx, cancel := context.WithTimeout(t.Context(), pause/2)
	defer cancel()
	if _, err := client.Send(ctx, "POST", address+"/s3cret", nil, nil); err == nil || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("error %q, want one without the address", err)
	}
}
