package discordtest

import (
	"encoding/json"
	"errors"
	"maps"
)

// Dispatch sends an event to the session that is alive, now or when it is
// resumed; an error when there is none, as the event is lost.
func (s *Server) Dispatch(kind string, d any) error {
	g := s.gateway
	g.mu.Lock()
	defer g.mu.Unlock()
	in := g.current
	if in == nil || in.dead {
		return errors.New("discordtest: no session to send to")
	}
	return in.dispatch(kind, d)
}

// Send dispatches an interaction.
func (s *Server) Send(i *Interaction) error { return s.Dispatch("INTERACTION_CREATE", i.Body) }

// Say dispatches what a person writes in a channel. The text mentions the bot
// when it holds <@BotID>; more are other fields of the message. It returns the
// message's id.
func (s *Server) Say(p Person, text string, more map[string]any) (string, error) {
	s.mu.Lock()
	id := s.id()
	s.mu.Unlock()
	m := map[string]any{
		"id": id, "channel_id": p.Channel, "channel_type": 1, "type": 0, "content": text, "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": nil,
		"author":   map[string]any{"id": p.ID, "username": p.Name, "discriminator": "0", "avatar": nil},
		"mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "components": []any{},
		"pinned": false, "tts": false, "mention_everyone": false, "flags": 0,
	}
	if p.Guild != "" {
		m["guild_id"], m["channel_type"] = p.Guild, 0
		m["member"] = map[string]any{"nick": nil, "roles": []any{}}
	}
	maps.Copy(m, more)
	return id, s.Dispatch("MESSAGE_CREATE", m)
}

// Mentioning is the part of a message that mentions the bot.
func Mentioning() map[string]any { return map[string]any{"mentions": []any{botUser()}} }

// Replying is the part of a message that replies to one of the bot's.
func Replying(to Message) map[string]any {
	var body map[string]any
	_ = json.Unmarshal(to.Body, &body) // it was read when it came
	return map[string]any{
		"type": 19, "mentions": []any{botUser()},
		"referenced_message": map[string]any{"id": to.ID, "author": botUser(), "components": body["components"], "content": body["content"]},
	}
}
