package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math/rand/v2"
	"runtime/debug"
	"time"

	"constat/bot/chat"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// pace is how long the gateway waits for what.
type pace struct {
	open     time.Duration // for a connection to be ready
	abandon  time.Duration // for a connection that was cut to give up
	silence  time.Duration // without a word of Discord's before a connection is dead
	identify time.Duration // between two new sessions
	invalid  time.Duration // at most, after Discord called a session invalid; a fifth of it at least
	least    time.Duration // before another try, doubled each time
	most     time.Duration
}

// usual is Discord's pace: a heartbeat is answered every 41 seconds, one
// session may begin in 5, and 1 to 5 pass after an invalid one.
// https://discord.com/developers/docs/events/gateway
var usual = pace{
	open: 20 * time.Second, abandon: 5 * time.Second, silence: 3 * 45 * time.Second,
	identify: 5 * time.Second, invalid: 5 * time.Second, least: time.Second, most: time.Minute,
}

// fatal are the closings after which a connection is of no use, in the
// operator's words.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
var fatal = map[int]string{
	4004: "Discord refuse DISCORD_TOKEN : copiez de nouveau le jeton, page « Bot » de l'application",
	4010: "Discord refuse la répartition des serveurs (code 4010)",
	4011: "le bot est dans trop de serveurs pour une seule connexion : recevez les commandes par HTTP (DISCORD_PUBLIC_KEY et --http) et mettez DISCORD_GATEWAY=off",
	4012: "Discord ne parle plus cette version de son protocole (code 4012) : mettez constat à jour",
	4013: "Discord ne connaît pas les événements demandés (code 4013) : mettez constat à jour",
	4014: "Discord refuse les événements demandés (code 4014) : vérifiez la page « Bot » de l'application",
}

// endsSession are the closings after which a session cannot be resumed.
var endsSession = map[int]bool{4007: true, 4009: true}

// Run takes what comes over the gateway until the context ends, through every
// disconnection. Its error says why it is of no use to go on, in French. Run
// it once.
func (d *Discord) Run(ctx context.Context) error {
	var s *session
	var began time.Time
	wait := d.pace.least
	for ctx.Err() == nil {
		if s == nil {
			if !pause(ctx, d.pace.identify-time.Since(began)) {
				break
			}
			s, began = d.newSession(), time.Now()
		}
		err := s.open(ctx)
		if err == nil {
			wait = d.pace.least
			select {
			case <-s.lost:
			case <-ctx.Done():
			}
		}
		var closed *websocket.CloseError
		if errors.As(err, &closed) && fatal[closed.Code] != "" {
			return errors.New(fatal[closed.Code])
		}
		switch {
		case ctx.Err() != nil:
		case s.link.invalid.Load():
			s.close()
			s = nil
			pause(ctx, d.pace.invalid/5+rand.N(d.pace.invalid*4/5))
		case errors.Is(err, errStuck):
			slog.Error("discord: gateway replaced", "error", err)
			s = nil
		case closed != nil && endsSession[closed.Code]:
			s = nil
		case err != nil:
			slog.Warn("discord: gateway not opened", "error", err)
			pause(ctx, wait)
			wait = min(2*wait, d.pace.most)
		default:
			slog.Info("discord: gateway lost, opened again")
		}
	}
	if s != nil {
		s.close()
	}
	return nil
}

// receive takes one event. It runs on the goroutine that reads the connection,
// in the order that Discord sent, and does not wait.
func (d *Discord) receive(s *session, e *discordgo.Event) {
	defer rescue()
	switch e.Type {
	case "READY":
		var ready struct {
			User user `json:"user"`
		}
		if json.Unmarshal(e.RawData, &ready) == nil {
			s.self.Store(ready.User.ID)
		}
	case "INTERACTION_CREATE":
		i, err := readInteraction(e.RawData)
		if err != nil {
			slog.Warn("discord: delivery not understood", "error", err)
			return
		}
		d.aside.Go(func() { d.respond(i) })
	case "MESSAGE_CREATE":
		var m message
		if json.Unmarshal(e.RawData, &m) != nil {
			slog.Warn("discord: delivery not understood", "error", errInteraction)
			return
		}
		d.hear(m, s.self.Load().(string))
	}
}

// respond answers an interaction that came over the gateway.
func (d *Discord) respond(i interaction) {
	defer rescue()
	say := func(r response) error {
		ctx, cancel := context.WithTimeout(context.Background(), requestTimeout)
		defer cancel()
		return d.callback(ctx, i, r)
	}
	if i.Type != autocomplete {
		d.take(i, say)
		return
	}
	if err := say(d.complete(i)); err != nil {
		slog.Warn("discord: completion not delivered", "error", err)
	}
}

// hear gives a message to the desk when it is addressed to the bot.
func (d *Discord) hear(m message, self string) {
	e, addressed := m.event(self, d.stateOf)
	if !addressed {
		return
	}
	answered := func(ctx context.Context, r chat.Reply) error { return d.post(ctx, m, r) }
	switch d.desk.Take(e, answered) {
	case chat.Full:
		d.besides(answered, chat.Busy())
	case chat.Closed:
		d.besides(answered, chat.Stopping())
	}
}

// besides sends a reply that is not the desk's.
func (d *Discord) besides(send func(context.Context, chat.Reply) error, r chat.Reply) {
	d.aside.Go(func() {
		defer rescue()
		ctx, cancel := context.WithTimeout(context.Background(), requestTimeout)
		defer cancel()
		if err := send(ctx, r); err != nil {
			slog.Warn("discord: refusal not delivered", "error", err)
		}
	})
}

// rescue keeps a fault in one delivery from ending the program.
func rescue() {
	if fault := recover(); fault != nil {
		slog.Error("discord: delivery failed", "fault", fault, "stack", string(debug.Stack()))
	}
}
