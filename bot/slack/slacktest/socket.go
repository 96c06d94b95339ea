package slacktest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// A socket is one open connection of the program.
type socket struct {
	conn    *websocket.Conn
	writing sync.Mutex
	gone    chan struct{}

	mu   sync.Mutex
	acks map[string]chan json.RawMessage // by envelope
}

func (k *socket) write(v any) error {
	k.writing.Lock()
	defer k.writing.Unlock()
	return k.conn.WriteJSON(v)
}

// link opens a socket: it greets, pings, and listens to acknowledgements.
func (s *Server) link(w http.ResponseWriter, r *http.Request) {
	// The program may say any origin, as Slack's own clients do.
	upgrade := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := upgrade.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	k := &socket{conn: conn, gone: make(chan struct{}), acks: map[string]chan json.RawMessage{}}
	s.mu.Lock()
	s.sockets = append(s.sockets, k)
	n := len(s.sockets)
	s.mu.Unlock()
	hello := map[string]any{
		"type": "hello", "num_connections": n, "connection_info": map[string]any{"app_id": App},
		"debug_info": map[string]any{"host": "slacktest", "approximate_connection_time": 3600},
	}
	if k.write(hello) == nil {
		s.mu.Lock()
		s.tell()
		s.mu.Unlock()
		go k.ping(s.options.Ping)
		k.listen()
	}
	close(k.gone)
	_ = conn.Close() // it is gone already
	s.mu.Lock()
	s.sockets = slices.DeleteFunc(s.sockets, func(other *socket) bool { return other == k })
	s.tell()
	s.mu.Unlock()
}

func (k *socket) ping(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		k.writing.Lock()
		err := k.conn.WriteControl(websocket.PingMessage, []byte("Ping from slacktest"), time.Now().Add(every))
		k.writing.Unlock()
		if err != nil {
			return
		}
		select {
		case <-k.gone:
			return
		case <-tick.C:
		}
	}
}

// listen gives acknowledgements to those who await them, until the socket is
// closed.
func (k *socket) listen() {
	for {
		var ack struct {
			EnvelopeID string          `json:"envelope_id"`
			Payload    json.RawMessage `json:"payload"`
		}
		if err := k.conn.ReadJSON(&ack); err != nil {
			return
		}
		k.mu.Lock()
		waiting := k.acks[ack.EnvelopeID]
		delete(k.acks, ack.EnvelopeID)
		k.mu.Unlock()
		if waiting != nil {
			waiting <- ack.Payload
		}
	}
}

// ErrGone means that no socket acknowledged: there was none, or it was closed
// before.
var ErrGone = errors.New("slacktest: no socket acknowledged")

// A Receipt is how the program acknowledged a delivery.
type Receipt struct {
	After   time.Duration // since it was sent
	Status  int           // over HTTP
	NoRetry bool          // over HTTP: the program asks not to deliver again
	Body    string        // of the acknowledgement
}

// A Door delivers to the program, over a socket or over HTTP.
type Door interface {
	// Deliver sends, and waits until it is acknowledged or the context ends.
	Deliver(context.Context, Delivery) (Receipt, error)
}

// Socket delivers over the open sockets, by turns.
func (s *Server) Socket() Door { return socketDoor{s} }

type socketDoor struct{ s *Server }

func (d socketDoor) Deliver(ctx context.Context, what Delivery) (Receipt, error) {
	s := d.s
	s.mu.Lock()
	s.count++
	id := fmt.Sprintf("envelope-%d", s.count)
	if len(s.sockets) == 0 {
		s.mu.Unlock()
		return Receipt{}, ErrGone
	}
	s.next++
	k := s.sockets[s.next%len(s.sockets)]
	s.mu.Unlock()

	acked := make(chan json.RawMessage, 1)
	k.mu.Lock()
	k.acks[id] = acked
	k.mu.Unlock()
	envelope := map[string]any{
		"envelope_id": id, "type": what.Kind, "payload": what.Payload,
		"accepts_response_payload": what.Kind != "events_api",
	}
	if what.Kind == "events_api" {
		envelope["retry_attempt"], envelope["retry_reason"] = what.Retry, ""
	}
	sent := time.Now()
	if err := k.write(envelope); err != nil {
		return Receipt{}, ErrGone
	}
	select {
	case body := <-acked:
		return Receipt{After: time.Since(sent), Body: string(body)}, nil
	case <-k.gone:
		return Receipt{}, ErrGone
	case <-ctx.Done():
		return Receipt{}, ctx.Err()
	}
}

// Disconnect asks one socket to leave, as Slack does every few hours, and
// closes it.
func (s *Server) Disconnect(reason string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.sockets) == 0 {
		return
	}
	_ = s.sockets[0].write(map[string]any{"type": "disconnect", "reason": reason, "debug_info": map[string]any{"host": "slacktest"}}) // it may be gone
}

// Cut closes every socket without a word.
func (s *Server) Cut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range s.sockets {
		_ = k.conn.Close() // it may be gone
	}
}
