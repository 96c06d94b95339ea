package slacktest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Delivery is what Slack sends to the program: an event, a command or a
// click. It may be delivered several times, as Slack does.
type Delivery struct {
	Kind    string         // "events_api", "slash_commands" or "interactive"
	Payload map[string]any // as a socket carries it
	Retry   int            // how often it was delivered before
}

// Again is the same delivery, for the nth time.
func (d Delivery) Again(n int) Delivery {
	d.Retry = n
	return d
}

// TS is the timestamp of the message that is delivered, or of the click.
func (d Delivery) TS() string {
	event, _ := d.Payload["event"].(map[string]any)
	ts, _ := event["ts"].(string)
	return ts
}

// Direct is the conversation of a person with the bot.
func Direct(user string) string { return "D" + strings.TrimPrefix(user, "U") }

// Event delivers an inner event as it is.
func (s *Server) Event(event map[string]any) Delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	return Delivery{Kind: "events_api", Payload: map[string]any{
		"type": "event_callback", "token": "legacy-token", "team_id": Team, "api_app_id": App,
		"event_id": fmt.Sprintf("Ev%06d", s.count), "event_time": 1790000000, "event": event,
		"authorizations":        []any{map[string]any{"team_id": Team, "user_id": BotUser, "is_bot": true, "is_enterprise_install": false}},
		"is_ext_shared_channel": false,
	}}
}

// Mention is a message of a person that names the bot. Text is what follows
// the name, in Slack's own escaping; thread is empty outside one.
func (s *Server) Mention(user, channel, thread, text string) Delivery {
	return s.said("app_mention", user, channel, thread, "<@"+BotUser+"> "+text, "")
}

// DM is a message of a person to the bot alone.
func (s *Server) DM(user, thread, text string) Delivery {
	return s.said("message", user, Direct(user), thread, text, "im")
}

func (s *Server) said(kind, user, channel, thread, text, channelType string) Delivery {
	s.mu.Lock()
	ts := s.stamp()
	s.mu.Unlock()
	event := map[string]any{
		"type": kind, "user": user, "text": text, "ts": ts, "channel": channel, "event_ts": ts, "team": Team,
		"blocks": []any{map[string]any{"type": "rich_text", "block_id": "b1", "elements": []any{map[string]any{
			"type": "rich_text_section", "elements": []any{map[string]any{"type": "text", "text": text}},
		}}}},
	}
	if thread != "" {
		event["thread_ts"] = thread
	}
	if channelType != "" {
		event["channel_type"] = channelType
	}
	return s.Event(event)
}

// AlsoMessage is the second event that a mention makes, when the program
// subscribes to messages of channels too: another id, the same message.
func (s *Server) AlsoMessage(mention Delivery) Delivery {
	event := map[string]any{}
	for key, value := range mention.Payload["event"].(map[string]any) {
		event[key] = value
	}
	event["type"], event["channel_type"] = "message", "channel"
	return s.Event(event)
}

// Opened is a person who opens the conversation with the bot.
func (s *Server) Opened(user string) Delivery {
	return s.Event(map[string]any{"type": "app_home_opened", "user": user, "channel": Direct(user), "tab": "messages", "event_ts": "1790000000.000000"})
}

// Command is a slash command that a person types.
func (s *Server) Command(user, channel, command, text string) Delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	return Delivery{Kind: "slash_commands", Payload: map[string]any{
		"token": "legacy-token", "team_id": Team, "team_domain": "jardins", "channel_id": channel, "channel_name": "general",
		"user_id": user, "user_name": strings.ToLower(user), "command": command, "text": text, "api_app_id": App,
		"is_enterprise_install": "false", "response_url": s.address(channel, user, ""),
		"trigger_id": fmt.Sprintf("%d.1.slacktest-trigger", s.count),
	}}
}

// A Button is one that people see.
type Button struct {
	Label, Action, Value, URL string
	Block                     string
	In                        Posted
}

// Buttons are those of a message, in the order they are shown.
func (p Posted) Buttons() []Button {
	var blocks []struct {
		Type     string `json:"type"`
		BlockID  string `json:"block_id"`
		Elements []struct {
			Type     string          `json:"type"`
			ActionID string          `json:"action_id"`
			Value    string          `json:"value"`
			URL      string          `json:"url"`
			Text     json.RawMessage `json:"text"`
		} `json:"elements"`
	}
	if json.Unmarshal(p.Blocks, &blocks) != nil {
		return nil
	}
	var all []Button
	for _, b := range blocks {
		for _, e := range b.Elements {
			var label struct {
				Text string `json:"text"`
			}
			if e.Type == "button" && json.Unmarshal(e.Text, &label) == nil {
				all = append(all, Button{Label: label.Text, Action: e.ActionID, Value: e.Value, URL: e.URL, Block: b.BlockID, In: p})
			}
		}
	}
	return all
}

// Button finds one by its label.
func (p Posted) Button(label string) (Button, bool) {
	for _, b := range p.Buttons() {
		if b.Label == label {
			return b, true
		}
	}
	return Button{}, false
}

// Click is a person who presses a button.
func (s *Server) Click(user string, b Button) Delivery {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	container := map[string]any{"type": "message", "message_ts": b.In.TS, "channel_id": b.In.Channel, "is_ephemeral": b.In.Only != ""}
	block := b.Block
	if block == "" {
		block = "b1"
	}
	payload := map[string]any{
		"type": "block_actions", "token": "legacy-token", "api_app_id": App,
		"team": map[string]any{"id": Team, "domain": "jardins"}, "channel": map[string]any{"id": b.In.Channel, "name": "general"},
		"user":      map[string]any{"id": user, "username": strings.ToLower(user), "name": strings.ToLower(user), "team_id": Team},
		"container": container, "trigger_id": fmt.Sprintf("%d.2.slacktest-trigger", s.count),
		"response_url": s.address(b.In.Channel, user, b.In.TS),
		"state":        map[string]any{"values": map[string]any{}},
		"actions":      []any{map[string]any{"type": "button", "action_id": b.Action, "block_id": block, "value": b.Value, "action_ts": s.stamp(), "text": map[string]any{"type": "plain_text", "text": b.Label}}},
	}
	if b.In.Thread != "" {
		container["thread_ts"] = b.In.Thread
	}
	if b.In.Only == "" {
		message := map[string]any{"type": "message", "user": BotUser, "bot_id": Bot, "ts": b.In.TS, "text": b.In.Text}
		if b.In.Thread != "" {
			message["thread_ts"] = b.In.Thread
		}
		payload["message"] = message
	}
	return Delivery{Kind: "interactive", Payload: payload}
}
