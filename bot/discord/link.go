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
// gone round: told to reconnect before it is ready, the session waits for its
// own lock for ever (issue 513); told that it is invalid, it begins another at
// once (issue 544); and it reads without a deadline. So the link keeps both
// words from it, and ends the connection: the session is opened again.
type link struct {
	silence time.Duration // a connection on which nothing comes for so long is dead
	invalid atomic.Bool   // Discord called the session invalid for good

	mu   sync.Mutex
	conn net.Conn
}

// What Discord says beside events: to reconnect, and that the session is
// invalid. A text that people wrote cannot look like it, its quotes are
// escaped.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes
var (
	saysLeave = regexp.MustCompile(`"op"\s*:\s*([79])`)
	mayResume = regexp.MustCompile(`"op"\s*:\s*9[^}]*"d"\s*:\s*true|"d"\s*:\s*true[^}]*"op"\s*:\s*9`)
)

// unheard is an operation that Discord has not and that sessions ignore.
const unheard = '8'

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

// cut ends the connection; what reads it gets an error.
func (l *link) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conn != nil {
		_ = l.conn.Close() // it may be closed already
	}
}

// A watched connection is read by one goroutine.
type watched struct {
	net.Conn
	link *link
	tail []byte // the end of what was read
	over bool   // Discord said to leave
}

func (w *watched) Read(p []byte) (int, error) {
	if w.over {
		_ = w.Close() // it may be closed already
		return 0, io.EOF
	}
	if err := w.SetReadDeadline(time.Now().Add(w.link.silence)); err != nil {
		return 0, err
	}
	n, err := w.Conn.Read(p)
	text := append(w.tail, p[:n]...)
	for _, said := range saysLeave.FindAllSubmatchIndex(text, -1) {
		w.over = true
		if text[said[2]] == '9' && !mayResume.Match(text) {
			w.link.invalid.Store(true)
		}
		if at := said[2] - len(w.tail); at >= 0 {
			p[at] = unheard
		}
	}
	w.tail = append([]byte(nil), text[max(0, len(text)-overlap):]...)
	return n, err
}
