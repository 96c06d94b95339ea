package discordtest

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// What the gateway says and hears.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// privileged are the intents that an application must be granted.
const privileged = 1<<1 | 1<<8 | 1<<15

// A gateway keeps sessions, and replays what a session missed.
type gateway struct {
	server   *Server
	upgrader websocket.Upgrader
	open     sync.WaitGroup

	mu         sync.Mutex
	changed    *sync.Cond
	sessions   map[string]*session
	current    *session // the last that was identified
	next       []Fault  // for connections to come
	identified int
	resumed    int
	heartbeat  time.Duration
	deaf       bool
}

type session struct {
	id   string
	sent []json.RawMessage // each dispatch, from sequence 1
	conn *connection       // nil while disconnected
	dead bool              // cannot be resumed
}

// A connection is written under mu.
type connection struct {
	*websocket.Conn
	mu sync.Mutex
}

func newGateway(s *Server) *gateway {
	g := &gateway{server: s, sessions: map[string]*session{}, heartbeat: 41250 * time.Millisecond}
	g.changed = sync.NewCond(&g.mu)
	g.upgrader.CheckOrigin = func(*http.Request) bool { return true }
	return g
}

func (g *gateway) close() {
	g.mu.Lock()
	for _, s := range g.sessions {
		if s.conn != nil {
			_ = s.conn.Close() // it may be gone
		}
	}
	g.mu.Unlock()
	g.server.http.CloseClientConnections()
	g.open.Wait()
}

// Heartbeat sets how often connections to come are to send a heartbeat.
func (s *Server) Heartbeat(every time.Duration) {
	s.gateway.mu.Lock()
	defer s.gateway.mu.Unlock()
	s.gateway.heartbeat = every
}

// Deaf says whether heartbeats are left without an answer.
func (s *Server) Deaf(deaf bool) {
	s.gateway.mu.Lock()
	defer s.gateway.mu.Unlock()
	s.gateway.deaf = deaf
}

// Sessions is how many sessions began, and how often one was resumed.
func (s *Server) Sessions() (identified, resumed int) {
	s.gateway.mu.Lock()
	defer s.gateway.mu.Unlock()
	return s.gateway.identified, s.gateway.resumed
}

func (c *connection) say(op int, d any) error { return c.write(envelope(op, 0, "", d)) }

func (c *connection) write(message []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.WriteMessage(websocket.TextMessage, message)
}

func envelope(op, sequence int, kind string, d any) []byte {
	e := map[string]any{"op": op, "d": d, "s": nil, "t": nil}
	if kind != "" {
		e["s"], e["t"] = sequence, kind
	}
	message, _ := json.Marshal(e) // plain values
	return message
}

// WaitReady waits until somebody is connected and ready.
func (s *Server) WaitReady(ctx context.Context) error {
	g := s.gateway
	return g.wait(ctx, func() bool { return g.current != nil && g.current.conn != nil })
}

// WaitReconnected waits until a connection was opened again so many times.
func (s *Server) WaitReconnected(ctx context.Context, times int) error {
	g := s.gateway
	return g.wait(ctx, func() bool { return g.resumed+g.identified > times })
}

// WaitFaults waits until no fault awaits a connection.
func (s *Server) WaitFaults(ctx context.Context) error {
	g := s.gateway
	return g.wait(ctx, func() bool { return len(g.next) == 0 })
}

func (g *gateway) wait(ctx context.Context, holds func() bool) error {
	defer context.AfterFunc(ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.changed.Broadcast()
	})()
	g.mu.Lock()
	defer g.mu.Unlock()
	for !holds() {
		if ctx.Err() != nil {
			return errors.New("discordtest: nobody connects")
		}
		g.changed.Wait()
	}
	return nil
}

// dispatch keeps an event, and sends it when the session is connected.
func (in *session) dispatch(kind string, d any) error {
	message := envelope(opDispatch, len(in.sent)+1, kind, d)
	in.sent = append(in.sent, message)
	if in.conn == nil {
		return nil
	}
	return in.conn.write(message)
}

// serve is one connection.
func (g *gateway) serve(w http.ResponseWriter, r *http.Request) {
	g.open.Add(1)
	defer g.open.Done()
	socket, err := g.upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer socket.Close()
	c := &connection{Conn: socket}
	fault := g.fault()
	switch fault {
	case Mute, HelloReconnect:
		_ = c.suffer(fault) // the other side is to go
		c.listen(nil)
		return
	}
	g.mu.Lock()
	heartbeat := g.heartbeat
	g.mu.Unlock()
	if c.say(opHello, map[string]any{"heartbeat_interval": heartbeat.Milliseconds()}) != nil {
		return
	}
	c.listen(func(op int, d json.RawMessage) bool { return g.hear(c, fault, op, d) })
	g.leave(c)
}

// fault takes the fault that awaits this connection.
func (g *gateway) fault() Fault {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.next) == 0 {
		return ""
	}
	f := g.next[0]
	g.next = slices.Delete(g.next, 0, 1)
	g.changed.Broadcast()
	return f
}

// listen reads until the other side goes, or hear says no.
func (c *connection) listen(hear func(op int, d json.RawMessage) bool) {
	for {
		_, raw, err := c.ReadMessage()
		if err != nil {
			return
		}
		var m struct {
			Op int             `json:"op"`
			D  json.RawMessage `json:"d"`
		}
		if json.Unmarshal(raw, &m) != nil || hear != nil && !hear(m.Op, m.D) {
			return
		}
	}
}

// hear answers what a client says; false ends the connection.
func (g *gateway) hear(c *connection, fault Fault, op int, d json.RawMessage) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch op {
	case opHeartbeat:
		return g.deaf || c.say(opHeartbeatAck, nil) == nil
	case opIdentify, opResume:
		if fault != "" {
			return c.suffer(fault) == nil
		}
	}
	switch op {
	case opIdentify:
		return g.identify(c, d)
	case opResume:
		return g.resume(c, d)
	}
	return true
}

func (g *gateway) identify(c *connection, d json.RawMessage) bool {
	var said struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
	}
	_ = json.Unmarshal(d, &said) // a client that says nothing has no token
	switch {
	case !known(said.Token):
		_ = c.suffer(Unauthorized)
		return false
	case said.Intents&privileged != 0:
		_ = c.suffer(Disallowed)
		return false
	}
	g.identified++
	in := &session{id: "session-" + strconv.Itoa(g.identified), conn: c}
	g.sessions[in.id], g.current = in, in
	g.changed.Broadcast()
	return in.dispatch("READY", map[string]any{
		"v": 9, "user": botUser(), "guilds": []any{}, "session_id": in.id, "resume_gateway_url": "ws://" + g.server.http.Listener.Addr().String() + "/gw",
		"application": map[string]any{"id": AppID, "flags": 0},
	}) == nil
}

// known reports whether a token is the bot's. The gateway takes it with and
// without "Bot ".
func known(token string) bool { return strings.TrimPrefix(token, "Bot ") == Token }

func (g *gateway) resume(c *connection, d json.RawMessage) bool {
	var said struct {
		Token    string `json:"token"`
		Session  string `json:"session_id"`
		Sequence int    `json:"seq"`
	}
	_ = json.Unmarshal(d, &said)
	in := g.sessions[said.Session]
	if in == nil || in.dead || !known(said.Token) || said.Sequence > len(in.sent) {
		return c.say(opInvalidSession, false) == nil
	}
	g.resumed++
	for _, missed := range in.sent[said.Sequence:] {
		if c.write(missed) != nil {
			return false
		}
	}
	in.conn = c
	g.changed.Broadcast()
	return in.dispatch("RESUMED", map[string]any{}) == nil
}

// leave is what remains of a connection: its session may be resumed.
func (g *gateway) leave(c *connection) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, s := range g.sessions {
		if s.conn == c {
			s.conn = nil
		}
	}
}
