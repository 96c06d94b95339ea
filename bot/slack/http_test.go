package slack

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/slack/slacktest"
)

func TestBadSignature(t *testing.T) {
	var asked atomic.Int32
	w := open(t, "http", func(context.Context, bot.Message) answer.Answer {
		asked.Add(1)
		return answer.Answer{}
	}, slacktest.Options{})
	server := httptest.NewServer(w.slack.Handler())
	defer server.Close()
	const form, body = "application/x-www-form-urlencoded", "command=%2Fobservatoire&user_id=U1&text=compost"
	now := time.Now()
	for name, test := range map[string]struct {
		secret string
		at     time.Time
		change func(*http.Request)
		status int
	}{
		"right":        {slacktest.Secret, now, func(*http.Request) {}, 200},
		"other secret": {"not the secret", now, func(*http.Request) {}, 401},
		"too old":      {slacktest.Secret, now.Add(-6 * time.Minute), func(*http.Request) {}, 401},
		"too early":    {slacktest.Secret, now.Add(6 * time.Minute), func(*http.Request) {}, 401},
		"unsigned":     {slacktest.Secret, now, func(r *http.Request) { r.Header.Del("X-Slack-Signature") }, 401},
		"no time":      {slacktest.Secret, now, func(r *http.Request) { r.Header.Del("X-Slack-Request-Timestamp") }, 401},
		"other body": {slacktest.Secret, now, func(r *http.Request) {
			r.Body = http.NoBody
			r.ContentLength = 0
		}, 401},
		"other method": {slacktest.Secret, now, func(r *http.Request) { r.Method = http.MethodGet }, 405},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := slacktest.Signed(t.Context(), server.URL, test.secret, form, body, test.at)
			if err != nil {
				t.Fatal(err)
			}
			test.change(r)
			response, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			response.Body.Close()
			if response.StatusCode != test.status {
				t.Errorf("status %d, want %d", response.StatusCode, test.status)
			}
		})
	}
	if err := w.stop(); err != nil { // what was accepted is answered
		t.Fatal(err)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("%d requests reached the handler, want the right one alone", n)
	}
}

// TestRequests holds what is answered to requests that are signed and hold no
// question.
func TestRequests(t *testing.T) {
	w := open(t, "http", jardins(t).Handle, slacktest.Options{})
	for name, test := range map[string]struct {
		contentType, body string
		status            int
		says              string
	}{
		"challenge":   {"application/json", `{"type":"url_verification","challenge":"3eZbrw1a<b>"}`, 200, "3eZbrw1a<b>"},
		"certificate": {"application/x-www-form-urlencoded", "ssl_check=1&token=x", 200, ""},
		"no JSON":     {"application/json", `{"type":`, 200, ""},
		"no payload":  {"application/x-www-form-urlencoded", "payload=%7B", 200, ""},
		"no form":     {"application/x-www-form-urlencoded", "%zz", 200, ""},
		"too long":    {"application/json", strings.Repeat("x", 2<<20), 413, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := slacktest.Signed(t.Context(), "http://127.0.0.1/slack/events", slacktest.Secret, test.contentType, test.body, time.Now())
			if err != nil {
				t.Fatal(err)
			}
			got := httptest.NewRecorder()
			w.slack.Handler().ServeHTTP(got, r)
			if got.Code != test.status || test.says != "" && got.Body.String() != test.says {
				t.Errorf("status %d, body %q", got.Code, got.Body)
			}
			if test.says != "" && !strings.HasPrefix(got.Header().Get("Content-Type"), "text/plain") {
				t.Errorf("a challenge as %s", got.Header().Get("Content-Type"))
			}
		})
	}
	if all := w.drained(); len(all) != 0 {
		t.Errorf("answered %+v", all)
	}
}
