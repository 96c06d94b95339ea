package discord

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"regexp"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// A link is the connection under a discordgo session, where its faults can be
// gone round: the session waits for its own lock for ever when it is told to
// reconnect before it is ready (issue 513), answers an invalid session at once
// with another (issue 544), and reads without a deadline.
type link struct {
	silence time.Duration // a connection on which nothing comes for so long is dead
	invalid atomic.Bool   // Discord called the session invalid for good

	mu    sync.Mutex
	conn  net.Conn
	ready bool
}

// What Discord says beside events. A text that people wrote cannot look like
// it: its quotes are escaped.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes
var (
	saysReconnect = regexp.MustCompile(`"op"\s*:\s*7\b`)
	saysInvalid   = regexp.MustCompile(`"op"\s*:\s*9\b`)
	mayResume     = regexp.MustCompile(`"op"\s*:\s*9\b[^}]*"d"\s*:\s*true|"d"\s*:\s*true[^}]*"op"\s*:\s*9\b`)
)

// overlap is how much of what came before is read again with what comes, so
// that no operation is missed because it came in two pieces.
const overlap = 64

// dialer connects for discordgo. Behind a proxy the library itself encrypts,
// and only the cut and the silence are left to the link.
func (l *link) dialer() *websocket.Dialer {
	d := &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: requestTimeout}
	d.NetDialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		return l.watch(conn, err)
	}
	gateway, _ := http.NewRequest(http.MethodGet, officialURL, nil)
	if proxy, err := http.ProxyFromEnvironment(gateway); err == nil && proxy == nil {
		d.NetDialTLSContext = func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := new(tls.Dialer).DialContext(ctx, network, address)
			return l.watch(conn, err)
		}
	}
	return d
}

func (l *link) watch(conn net.Conn, err error) (net.Conn, error) {
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conn = conn
	return &watched{Conn: conn, link: l}, nil
}

func (l *link) opening() { l.set(false) }
func (l *link) opened()  { l.set(true) }

func (l *link) set(ready bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ready = ready
}

// cut ends the connection; what reads it gets an error.
func (l *link) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn != nil {
		_ = l.conn.Close() // it may be closed already
	}
}

// heard looks at what came, and reports whether the connection must end here.
func (l *link) heard(text []byte) bool {
	if saysInvalid.Match(text) {
		if !mayResume.Match(text) {
			l.invalid.Store(true)
		}
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return !l.ready && saysReconnect.Match(text)
}

// A watched connection is read by one goroutine.
type watched struct {
	net.Conn
	link *link
	tail []byte
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.SetReadDeadline(time.Now().Add(w.link.silence)); err != nil {
		return 0, err
	}
	n, err := w.Conn.Read(p)
	text := append(w.tail, p[:n]...)
	if w.link.heard(text) {
		_ = w.Close() // what was read is dropped, and so is the connection
		return 0, io.EOF
	}
	w.tail = append([]byte(nil), text[max(0, len(text)-overlap):]...)
	return n, err
}
