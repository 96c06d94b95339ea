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
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
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

// A Limit is a 429 to come.
// https://discord.com/developers/docs/topics/rate-limits
type Limit struct {
	Path  string // what the address contains; empty for any
	Scope string // user, global or shared
	After time.Duration
	Times int
	every int // one request in so many, when it is not 0
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
	refuses      bool
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

// Limit answers requests to come with 429.
func (s *Server) Limit(l Limit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits = append(s.limits, l)
}

// LimitOften answers one request in so many with 429, from now on.
func (s *Server) LimitOften(l Limit, every int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l.every = every
	s.limits = append(s.limits, l)
}

// RefuseEmbeds says whether messages with an embed are refused with 400.
func (s *Server) RefuseEmbeds(refuse bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuses = refuse
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

func (s *Server) limit(path string) (Limit, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.limits {
		l := &s.limits[i]
		if !strings.Contains(path, l.Path) {
			continue
		}
		if l.every > 0 && rand.N(l.every) == 0 {
			return *l, true
		}
		if l.Times > 0 {
			l.Times--
			return *l, true
		}
	}
	return Limit{}, false
}

func tooMany(w http.ResponseWriter, l Limit) {
	seconds := l.After.Seconds()
	w.Header().Set("Retry-After", strconv.Itoa(int(seconds)+1))
	w.Header().Set("X-RateLimit-Scope", l.Scope)
	if l.Scope == "global" {
		w.Header().Set("X-RateLimit-Global", "true")
	} else {
		w.Header().Set("X-RateLimit-Bucket", "fake")
		w.Header().Set("X-RateLimit-Remaining", "0")
		w.Header().Set("X-RateLimit-Reset-After", strconv.FormatFloat(seconds, 'f', 3, 64))
	}
	answer(w, http.StatusTooManyRequests, map[string]any{
		"message": "You are being rate limited.", "retry_after": seconds, "global": l.Scope == "global",
	})
}

// bot lets in only who has the token.
func (s *Server) bot(serve http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bot "+Token {
			fail(w, http.StatusUnauthorized, 0, "401: Unauthorized")
			return
		}
		serve(w, r)
	}
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // to memory
}

// fail answers with an error of Discord's.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
func fail(w http.ResponseWriter, status, code int, message string) {
	answer(w, status, map[string]any{"code": code, "message": message})
}

func notFound(w http.ResponseWriter, _ *http.Request) {
	fail(w, http.StatusNotFound, 0, "404: Not Found")
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusOK, map[string]any{
		"url": "ws://" + r.Host + "/gw", "shards": 1,
		"session_start_limit": map[string]int{"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1},
	})
}

func (s *Server) serveApplication(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]any{"id": AppID, "name": "constat", "verify_key": s.PublicKey()})
}

func (s *Server) serveUser(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, botUser())
}

func botUser() map[string]any {
	return map[string]any{"id": BotID, "username": "constat", "discriminator": "0", "avatar": nil, "bot": true}
}

func (s *Server) serveCommands(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	answer(w, http.StatusOK, s.commands)
}

// overwriteCommands keeps the set as Discord gives it back: with an id and a
// version, and without what is empty.
func (s *Server) overwriteCommands(w http.ResponseWriter, r *http.Request) {
	var set []map[string]any
	if err := json.NewDecoder(r.Body).Decode(&set); err != nil {
		fail(w, http.StatusBadRequest, 50109, "The request body contains invalid JSON.")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, command := range set {
		command["id"], command["version"], command["application_id"] = s.id(), s.id(), AppID
		command["nsfw"], command["dm_permission"] = false, true
		withoutEmpty(command)
	}
	s.commands = set
	answer(w, http.StatusOK, set)
}

func withoutEmpty(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if list, isList := inner.([]any); inner == nil || isList && len(list) == 0 || key == "required" && inner == false {
				delete(v, key)
				continue
			}
			withoutEmpty(inner)
		}
	case []any:
		for _, inner := range v {
			withoutEmpty(inner)
		}
	}
}

// serveMessage creates a message in a channel. A nonce that is enforced gives
// back the message that it made before.
func (s *Server) serveMessage(w http.ResponseWriter, r *http.Request) {
	body, bad := s.message(r.Body)
	if bad != "" {
		fail(w, http.StatusBadRequest, 50035, bad)
		return
	}
	var sent struct {
		Nonce   string `json:"nonce"`
		Enforce bool   `json:"enforce_nonce"`
	}
	_ = json.Unmarshal(body, &sent) // it was read before
	s.mu.Lock()
	defer s.mu.Unlock()
	channel := r.PathValue("channel")
	m, known := s.nonces[channel+"/"+sent.Nonce]
	if !sent.Enforce || !known {
		m = Message{ID: s.id(), Body: body}
		s.messages[channel] = append(s.messages[channel], m)
		s.nonces[channel+"/"+sent.Nonce] = m
	}
	answer(w, http.StatusOK, map[string]any{"id": m.ID, "channel_id": channel, "author": botUser()})
}

// message reads a message that is sent, and says what is wrong with it.
func (s *Server) message(from io.Reader) (json.RawMessage, string) {
	body, err := io.ReadAll(from)
	var m struct {
		Content    string            `json:"content"`
		Embeds     []json.RawMessage `json:"embeds"`
		Components []json.RawMessage `json:"components"`
	}
	if err != nil || json.Unmarshal(body, &m) != nil {
		return nil, "The request body contains invalid JSON."
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case m.Content == "" && len(m.Embeds) == 0:
		return nil, "Cannot send an empty message"
	case s.refuses && len(m.Embeds) > 0:
		return nil, "Invalid Form Body"
	}
	return body, ""
}

// A Message is one that the bot posted in a channel.
type Message struct {
	ID   string
	Body json.RawMessage
}

// Messages returns what the bot posted in a channel.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages[channel])
}

// WaitMessages waits until the bot posted so many messages in a channel.
func (s *Server) WaitMessages(ctx context.Context, channel string, n int) ([]Message, error) {
	if !s.Wait(ctx, func() bool { return len(s.messages[channel]) >= n }) {
		return nil, fmt.Errorf("discordtest: %d messages instead of %d", len(s.Messages(channel)), n)
	}
	return s.Messages(channel), nil
}
