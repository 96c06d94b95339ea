package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// A session is discordgo's, with its faults gone round: it reopens nothing by
// itself, logs nothing, remembers no server, and calls its handlers in order.
type session struct {
	*discordgo.Session
	link link
	pace pace
	lost chan struct{} // receives when the connection ends
	self atomic.Value  // string: the bot's user id
}

func (d *Discord) newSession() *session {
	inner, _ := discordgo.New("Bot " + d.config.Token) // never fails
	s := &session{Session: inner, pace: d.pace, lost: make(chan struct{}, 1)}
	s.self.Store("")
	s.link.silence = d.pace.silence
	s.LogLevel = discordgo.LogError - 1
	s.StateEnabled, s.SyncEvents = false, true
	s.ShouldReconnectOnError, s.ShouldRetryOnRateLimit = false, false
	s.Compress, s.Identify.Compress = false, false
	s.Identify.Intents = discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	s.Client = &http.Client{Timeout: requestTimeout, Transport: elsewhere{d.base}}
	s.Dialer = s.link.dialer()
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { d.receive(s, e) })
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) {
		select {
		case s.lost <- struct{}{}:
		default:
		}
	})
	return s
}

// errStuck means that a session did not give up although it was cut: it is
// left behind.
var errStuck = errors.New("discord: session stuck")

// open connects, or resumes. discordgo looks at no context, so a connection
// that takes too long is cut under it.
func (s *session) open(ctx context.Context) error {
	select {
	case <-s.lost: // of the connection before
	default:
	}
	result := make(chan error, 1)
	go func() {
		defer func() {
			if fault := recover(); fault != nil {
				result <- fmt.Errorf("discord: session: %v", fault)
			}
		}()
		result <- s.Open()
	}()
	ctx, cancel := context.WithTimeout(ctx, s.pace.open)
	defer cancel()
	var err error
	select {
	case err = <-result:
	case <-ctx.Done():
		s.link.cut()
		select {
		case err = <-result:
		case <-time.After(s.pace.abandon):
			return errStuck
		}
	}
	if errors.Is(err, discordgo.ErrWSAlreadyOpen) {
		return nil
	}
	return err
}

// close ends the session without waiting for one that is stuck.
func (s *session) close() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = s.Close() // its only error is that of a connection that is gone
	}()
	select {
	case <-done:
	case <-time.After(s.pace.abandon):
		s.link.cut()
	}
}

// elsewhere sends what discordgo means for Discord's host to another: its own
// addresses cannot be changed while a session runs.
type elsewhere struct{ base *url.URL }

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = e.base.Scheme, e.base.Host, ""
	return http.DefaultTransport.RoundTrip(r)
}
