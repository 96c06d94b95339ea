package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"constat/bot/chat"

	"github.com/bwmarrin/discordgo"
)

// A response is the first word on an interaction.
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data,omitempty"`
}

// take gives an interaction to the desk, and sends the first word on it by
// say: the answer when it is ready in time, otherwise that it comes. It
// returns false when it said nothing, because the interaction came twice.
func (d *Discord) take(i interaction, say func(response) error) bool {
	e := i.event()
	answered := func(r chat.Reply) error {
		err := say(shows(render(r), hidden(e, r)))
		if refused(err, http.StatusBadRequest) {
			slog.Error("discord: card refused, sent as text", "error", err)
			err = say(shows(plain(r), hidden(e, r)))
		}
		return err
	}
	taken := d.desk.TakeWithin(e, chat.Ways{
		Wait:  prompt,
		Now:   answered,
		Defer: func() error { return say(deferred(e)) },
		Later: func(ctx context.Context, r chat.Reply) error { return d.edit(ctx, i, r) },
	})
	var err error
	switch taken {
	case chat.Duplicate:
		return false
	case chat.Full:
		err = answered(chat.Busy())
	case chat.Closed:
		err = answered(chat.Stopping())
	}
	if err != nil {
		slog.Warn("discord: refusal not delivered", "error", err)
	}
	return true
}

// hidden reports whether only the person sees a reply.
func hidden(e chat.Event, r chat.Reply) bool { return e.Private && !r.Public }

func shows(b body, hide bool) response {
	if hide {
		b.Flags |= discordgo.MessageFlagsEphemeral
	}
	return response{discordgo.InteractionResponseChannelMessageWithSource, b}
}

// deferred says that the answer comes. Who sees it is settled here: a share is
// for everybody.
func deferred(e chat.Event) response {
	r := response{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
	if e.Private && e.Verb != chat.Share {
		r.Data = map[string]discordgo.MessageFlags{"flags": discordgo.MessageFlagsEphemeral}
	}
	return r
}

// callback sends the first word on an interaction that came over the gateway.
func (d *Discord) callback(ctx context.Context, i interaction, r response) error {
	_, err := d.client.Send(ctx, http.MethodPost, d.address("interactions", i.ID, i.Token, "callback"), r, nil)
	return err
}

const (
	// unknownWebhook is how Discord names an interaction whose first word it
	// has not yet dealt with.
	// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
	unknownWebhook = 10015
	// early is what is waited for it, a few times.
	early    = 300 * time.Millisecond
	maxEarly = 5
)

// edit puts the answer in the place of what said that it comes.
func (d *Discord) edit(ctx context.Context, i interaction, r chat.Reply) error {
	address := d.address("webhooks", i.Application, i.Token, "messages", "@original")
	patch := func(b body) error {
		for try := 1; ; try++ {
			_, err := d.client.Send(ctx, http.MethodPatch, address, b, nil)
			if try == maxEarly || !isEarly(err) || !pause(ctx, early) {
				return err
			}
		}
	}
	err := patch(render(r))
	if refused(err, http.StatusBadRequest) {
		slog.Error("discord: card refused, sent as text", "error", err)
		err = patch(plain(r))
	}
	return err
}

func isEarly(err error) bool {
	var no *chat.Refusal
	var said struct {
		Code int `json:"code"`
	}
	return errors.As(err, &no) && no.Status == http.StatusNotFound && json.Unmarshal(no.Body, &said) == nil && said.Code == unknownWebhook
}

func refused(err error, status int) bool {
	var no *chat.Refusal
	return errors.As(err, &no) && no.Status == status
}

// pause waits, and reports whether the context did not end before.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// post answers a message in its channel, as a reply to it. A message that is
// posted twice with the same nonce is shown once.
func (d *Discord) post(ctx context.Context, m message, r chat.Reply) error {
	leave, err := d.lanes.enter(ctx, m.Channel)
	if err != nil {
		return err
	}
	defer leave()
	create := func(b body) ([]byte, error) {
		b.Nonce, b.EnforceNonce = m.ID[:min(len(m.ID), maxNonce)], true
		return d.client.Send(ctx, http.MethodPost, d.address("channels", m.Channel, "messages"), b, d.authorized())
	}
	exists := false // an answer to a message that is gone is posted all the same
	full := render(r)
	full.Reference = &discordgo.MessageReference{MessageID: m.ID, ChannelID: m.Channel, FailIfNotExists: &exists}
	answered, err := create(full)
	if refused(err, http.StatusBadRequest) || refused(err, http.StatusForbidden) {
		// The card, or what the bot may not do there: embeds, replies.
		slog.Error("discord: card refused, sent as text", "error", err)
		answered, err = create(plain(r))
	}
	var sent struct {
		ID string `json:"id"`
	}
	if err == nil && json.Unmarshal(answered, &sent) == nil && sent.ID != "" {
		d.posted.Add(sent.ID, r.Answer.State)
	}
	return err
}

// stateOf is the state of an answer that was posted lately.
func (d *Discord) stateOf(id string) string {
	state, _ := d.posted.Get(id)
	return state
}

// Lanes let one request at a time into a channel: Discord takes five messages
// in five seconds there, and those that wait for one another are not refused
// together. The zero value is ready.
type lanes struct {
	mu   sync.Mutex
	open map[string]*lane
}

type lane struct {
	turn  chan struct{} // holds one while nobody is in
	users int
}

// enter waits for the lane of a channel, until the context ends.
func (l *lanes) enter(ctx context.Context, channel string) (leave func(), err error) {
	l.mu.Lock()
	if l.open == nil {
		l.open = map[string]*lane{}
	}
	in := l.open[channel]
	if in == nil {
		in = &lane{turn: make(chan struct{}, 1)}
		in.turn <- struct{}{}
		l.open[channel] = in
	}
	in.users++
	l.mu.Unlock()
	done := func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if in.users--; in.users == 0 {
			delete(l.open, channel)
		}
	}
	select {
	case <-in.turn:
		return func() { in.turn <- struct{}{}; done() }, nil
	case <-ctx.Done():
		done()
		return nil, ctx.Err()
	}
}
