// Package discordtest is a fake Discord: its REST interface, its gateway and
// the interactions that it sends, signed. It knows nothing of the program that
// it tests, refuses what Discord refuses, and records every request.
package discordtest

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync"
	"time"
)

// The identities of the fake.
const (
	Token = "fake.token.of-the-bot"
	AppID = "900000000000000001"
	BotID = "900000000000000002"
)

// A Request is one that came in, as conformance checks read it. What the body
// of a signed interaction is answered with is recorded as the callback that it
// stands for.
type Request struct {
	Method      string `json:"method"`
	URL         string `json:"url"`
	ContentType string `json:"content_type"`
	Body        string `json:"body"`
	Status      int    `json:"-"` // what it was answered
}

// Server is a fake Discord. It is safe for use by several goroutines.
type Server struct {
	http    *httptest.Server
	key     ed25519.PrivateKey
	public  ed25519.PublicKey
	gateway *gateway

	mu           sync.Mutex
	changed      *sync.Cond
	next         int64
	requests     []Request
	interactions map[string]*Interaction // by token
	messages     map[string][]Message    // by channel
	nonces       map[string]Message      // by channel and nonce
	commands     []map[string]any
	limits       []Limit
	refuses      bool // embeds
	alone        bool // no message may reply to another
	slow         func(*http.Request) time.Duration
}

// New starts a fake. Close it.
func New() *Server {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err) // the system gives no randomness
	}
	s := &Server{
		key: private, public: public, next: 910000000000000000, commands: []map[string]any{},
		interactions: map[string]*Interaction{}, messages: map[string][]Message{}, nonces: map[string]Message{},
	}
	s.changed = sync.NewCond(&s.mu)
	s.gateway = newGateway(s)
	mux := http.NewServeMux()
	for pattern, serve := range map[string]http.HandlerFunc{
		"/api/":                                                        notFound,
		"GET /api/{version}/gateway":                                   s.serveGateway,
		"GET /api/{version}/gateway/bot":                               s.serveGateway,
		"GET /api/{version}/applications/@me":                          s.bot(s.serveApplication),
		"GET /api/{version}/users/@me":                                 s.bot(s.serveUser),
		"GET /api/{version}/applications/{app}/commands":               s.bot(s.serveCommands),
		"PUT /api/{version}/applications/{app}/commands":               s.bot(s.overwriteCommands),
		"POST /api/{version}/interactions/{id}/{token}/callback":       s.serveCallback,
		"PATCH /api/{version}/webhooks/{app}/{token}/messages/{which}": s.serveEdit,
		"POST /api/{version}/channels/{channel}/messages":              s.bot(s.serveMessage),
	} {
		mux.Handle(pattern, s.recorded(serve))
	}
	mux.HandleFunc("/gw", s.gateway.serve)
	mux.HandleFunc("/gw/", s.gateway.serve)
	s.http = httptest.NewServer(mux)
	return s
}

// Close ends every connection.
func (s *Server) Close() {
	s.gateway.close()
	s.http.Close()
}

// URL is the fake's address, to put in the place of https://discord.com.
func (s *Server) URL() string { return s.http.URL }

// PublicKey is the application's, as Discord shows it.
func (s *Server) PublicKey() string { return hex.EncodeToString(s.public) }

// Requests returns what came in so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// WriteLog writes every request as a line of JSON.
func (s *Server) WriteLog(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, r := range s.Requests() {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// RefuseEmbeds says whether messages with an embed are refused with 400.
func (s *Server) RefuseEmbeds(refuse bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuses = refuse
}

// RefuseReplies says whether messages that reply to another are refused, as
// where the bot may not read the history.
func (s *Server) RefuseReplies(refuse bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.alone = refuse
}

// Delay makes each request wait before it is answered.
func (s *Server) Delay(by func(*http.Request) time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.slow = by
}

// Wait waits until a condition holds, which is tried again after each change
// and may not call the Server; false when the context ends before.
func (s *Server) Wait(ctx context.Context, holds func() bool) bool {
	defer context.AfterFunc(ctx, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.changed.Broadcast()
	})()
	s.mu.Lock()
	defer s.mu.Unlock()
	for !holds() {
		if ctx.Err() != nil {
			return false
		}
		s.changed.Wait()
	}
	return true
}

// id makes a new snowflake. The caller holds mu.
func (s *Server) id() string {
	s.next++
	return strconv.FormatInt(s.next, 10)
}

// recorded reads a request whole, records it, and applies delays and limits.
func (s *Server) recorded(serve http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		s.mu.Lock()
		slow := s.slow
		s.mu.Unlock()
		if slow != nil {
			select {
			case <-time.After(slow(r)):
			case <-r.Context().Done():
			}
		}
		answered := httptest.NewRecorder()
		if limit, hit := s.limit(r.URL.Path); hit {
			tooMany(answered, limit)
		} else {
			serve(answered, r)
		}
		s.mu.Lock()
		s.requests = append(s.requests, Request{r.Method, "http://" + r.Host + r.URL.RequestURI(), r.Header.Get("Content-Type"), string(body), answered.Code})
		s.changed.Broadcast()
		s.mu.Unlock()
		for key, values := range answered.Header() {
			w.Header()[key] = values
		}
		w.WriteHeader(answered.Code)
		_, _ = w.Write(answered.Body.Bytes()) // the client may be gone
	})
}
