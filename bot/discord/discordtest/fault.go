package discordtest

import (
	"errors"

	"github.com/gorilla/websocket"
)

// A Fault is what happens to a connection.
type Fault string

// The faults. Those that are early come to connections to come, before READY.
const (
	Drop             Fault = "drop"              // the network goes
	CloseUnknown     Fault = "close 4000"        // an unknown error
	CloseSequence    Fault = "close 4007"        // the session cannot be resumed
	CloseTimeout     Fault = "close 4009"        // the session timed out
	CloseAway        Fault = "close 1001"        // Discord goes away
	Reconnect        Fault = "op 7"              // told to reconnect
	Invalid          Fault = "op 9"              // the session is over
	InvalidResumable Fault = "op 9 resumable"    // the session may be resumed
	EarlyReconnect   Fault = "early op 7"        // told to reconnect before READY
	EarlyDrop        Fault = "early drop"        // the network goes before READY
	EarlyInvalid     Fault = "early op 9"        // the session is over before it began
	EarlyClose       Fault = "early close 4000"  // an unknown error before READY
	Mute             Fault = "no hello"          // connected, and nothing comes
	Unauthorized     Fault = "early close 4004"  // the token is wrong
	Disallowed       Fault = "early close 4014"  // an intent is not granted
	HelloReconnect   Fault = "op 7 before hello" // told to reconnect at once
)

// Next gives a fault to a connection to come.
func (s *Server) Next(faults ...Fault) {
	s.gateway.mu.Lock()
	defer s.gateway.mu.Unlock()
	s.gateway.next = append(s.gateway.next, faults...)
}

// Disturb brings a fault on the connection that is open.
func (s *Server) Disturb(f Fault) error {
	g := s.gateway
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.current == nil || g.current.conn == nil {
		return errors.New("discordtest: nobody is connected")
	}
	in := g.current
	conn := in.conn
	switch f {
	case CloseSequence, CloseTimeout, Invalid:
		in.dead = true
	}
	in.conn = nil
	return conn.suffer(f)
}

// suffer does to a connection what a fault is.
func (c *connection) suffer(f Fault) error {
	codes := map[Fault]int{
		CloseUnknown: 4000, CloseSequence: 4007, CloseTimeout: 4009, CloseAway: 1001,
		EarlyClose: 4000, Unauthorized: 4004, Disallowed: 4014,
	}
	switch f {
	case Reconnect, EarlyReconnect, HelloReconnect:
		return c.say(opReconnect, nil)
	case Invalid, EarlyInvalid:
		return c.say(opInvalidSession, false)
	case InvalidResumable:
		return c.say(opInvalidSession, true)
	case Mute:
		return nil
	}
	if code := codes[f]; code != 0 {
		c.mu.Lock()
		_ = c.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(code, "")) // the other side may be gone
		c.mu.Unlock()
	}
	return c.Close()
}
