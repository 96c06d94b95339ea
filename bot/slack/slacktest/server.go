// Package slacktest is a fake Slack: its Web API, its sockets, its signed
// requests, its response addresses, and the people who type and click. It
// records every request, and can be slow, refuse, limit, disconnect, lose an
// answer and deliver twice. It knows nothing of the program that it tests.
//
// It follows https://docs.slack.dev as of 2026-11.
package slacktest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"time"
)

// Who is who in the fake workspace. None of it is secret.
const (
	BotToken = "xoxb-slacktest-bot"
	AppToken = "xapp-slacktest-app"
	Secret   = "slacktest-signing-secret"
	Team     = "T1"
	App      = "A1"
	BotUser  = "UBOT"
	Bot      = "BBOT"
)

// Options tune a Server. The zero value is a calm Slack.
type Options struct {
	// Ping is the time between two pings on a socket; 5 s when zero.
	Ping time.Duration
	// PerChannel refuses, by 429, a message that follows another in its
	// channel sooner; zero never does.
	PerChannel time.Duration
	// Intercept sees every request before it is handled; nil, or a nil
	// Response, lets it pass. It may be called by several goroutines at once.
	Intercept func(Request) *Response
}

// A Response is what Intercept answers in the place of Slack.
type Response struct {
	Delay  time.Duration // waited first, or until the client gives up
	Pass   bool          // then the request is handled after all
	Lose   bool          // and the connection is cut, so that nobody knows
	Status int           // 200 when zero
	After  int           // Retry-After, in seconds, when not zero
	Body   string
}

// Limited is a 429 that says how many seconds to wait.
func Limited(seconds int) *Response {
	return &Response{Status: http.StatusTooManyRequests, After: seconds, Body: `{"ok":false,"error":"ratelimited"}`}
}

// Refused is an answer of the Web API that names an error.
func Refused(code string) *Response {
	return &Response{Body: `{"ok":false,"error":` + strconv.Quote(code) + `}`}
}

// A Server is one fake Slack, on an address of this machine. It is safe for
// use by several goroutines. The caller closes it.
type Server struct {
	URL     string // "http://127.0.0.1:PORT"
	options Options
	http    *httptest.Server

	mu        sync.Mutex
	changed   chan struct{} // closed and made anew whenever something happens
	requests  []Request
	posted    []Posted
	outside   map[string]bool // channels that the bot is not in
	groups    map[string][]string
	responses map[string]*response
	sockets   []*socket
	next      int // the socket of the next delivery
	last      map[string]time.Time
	count     int64
}

// New starts a fake Slack.
func New(options Options) *Server {
	if options.Ping == 0 {
		options.Ping = 5 * time.Second
	}
	s := &Server{
		options: options, changed: make(chan struct{}), outside: map[string]bool{}, groups: map[string][]string{},
		responses: map[string]*response{}, last: map[string]time.Time{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/api/{method}", s.recorded(s.api))
	mux.HandleFunc("/response/{id}", s.recorded(s.respond))
	mux.HandleFunc("/link/", s.link)
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL
	return s
}

// API is the base of the Web API, with its last slash.
func (s *Server) API() string { return s.URL + "/api/" }

// Close cuts the sockets and stops.
func (s *Server) Close() {
	s.Cut()
	s.http.CloseClientConnections()
	s.http.Close()
}

// Leave takes the bot out of a channel: it can no longer post there.
func (s *Server) Leave(channel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.outside[channel] = true
}

// Join brings the bot back.
func (s *Server) Join(channel string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.outside, channel)
}

// Group makes a user group of people.
func (s *Server) Group(id string, users ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.groups[id] = users
}

// stamp makes a timestamp, which is also the id of a message. Callers hold mu.
func (s *Server) stamp() string {
	s.count++
	return fmt.Sprintf("1790000000.%06d", s.count)
}

// tell wakes those who await something. Callers hold mu.
func (s *Server) tell() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// await waits until a condition holds, which is asked with mu held, or the
// context ends.
func (s *Server) await(ctx context.Context, holds func() bool) error {
	for {
		s.mu.Lock()
		ok, changed := holds(), s.changed
		s.mu.Unlock()
		if ok {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-changed:
		}
	}
}

// Await waits until what was posted is as wanted, and returns it.
func (s *Server) Await(ctx context.Context, wanted func([]Posted) bool) ([]Posted, error) {
	err := s.await(ctx, func() bool { return wanted(s.posted) })
	return s.Posted(), err
}

// AwaitRequests waits until a number of requests were made.
func (s *Server) AwaitRequests(ctx context.Context, n int) error {
	return s.await(ctx, func() bool { return len(s.requests) >= n })
}

// AwaitSockets waits until a number of sockets are open.
func (s *Server) AwaitSockets(ctx context.Context, n int) error {
	return s.await(ctx, func() bool { return len(s.sockets) == n })
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(v) // the client is gone: nothing to do
}
