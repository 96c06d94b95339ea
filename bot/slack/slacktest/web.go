package slacktest

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// A Posted message is what people see.
type Posted struct {
	Channel  string
	Thread   string // the message that it answers; empty outside threads
	TS       string // its own id
	Only     string // the only person who sees it; empty when all do
	Text     string
	Blocks   json.RawMessage
	Metadata json.RawMessage
	Via      string // "chat.postMessage", "chat.postEphemeral" or "response_url"
	Replaces string // the message that it took the place of
	At       time.Time
}

// Posted returns the messages of the bot so far, in that order.
func (s *Server) Posted() []Posted {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.posted)
}

// message is the body of chat.postMessage, chat.postEphemeral and of a
// response address.
type message struct {
	Channel         string          `json:"channel"`
	User            string          `json:"user"`
	Text            string          `json:"text"`
	ThreadTS        string          `json:"thread_ts"`
	Blocks          json.RawMessage `json:"blocks"`
	Metadata        json.RawMessage `json:"metadata"`
	ResponseType    string          `json:"response_type"`
	ReplaceOriginal bool            `json:"replace_original"`
}

// api answers one method of the Web API.
func (s *Server) api(w http.ResponseWriter, r *http.Request) {
	form, body, ok := read(r)
	if !ok {
		writeJSON(w, refusal("invalid_json"))
		return
	}
	method := r.PathValue("method")
	token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if token == "" {
		token = form.Get("token")
	}
	want := BotToken
	if method == "apps.connections.open" {
		want = AppToken
	}
	switch token {
	case want:
	case "":
		writeJSON(w, refusal("not_authed"))
		return
	case BotToken, AppToken:
		writeJSON(w, refusal("not_allowed_token_type"))
		return
	default:
		writeJSON(w, refusal("invalid_auth"))
		return
	}
	switch method {
	case "auth.test":
		writeJSON(w, map[string]any{
			"ok": true, "url": "https://slacktest.slack.com/", "team": "Jardins", "user": "constat",
			"team_id": Team, "user_id": BotUser, "bot_id": Bot, "is_enterprise_install": false,
		})
	case "apps.connections.open":
		writeJSON(w, map[string]any{"ok": true, "url": "ws" + strings.TrimPrefix(s.URL, "http") + "/link/?ticket=slacktest-ticket"})
	case "chat.postMessage":
		s.post(w, body, "")
	case "chat.postEphemeral":
		if body.User == "" {
			writeJSON(w, refusal("user_not_in_channel"))
			return
		}
		s.post(w, body, body.User)
	case "conversations.replies":
		s.history(w, form.Get("channel"), form.Get("ts"), false)
	case "conversations.history":
		s.history(w, form.Get("channel"), "", true)
	case "usergroups.list":
		s.listGroups(w)
	case "assistant.threads.setSuggestedPrompts", "assistant.threads.setStatus":
		writeJSON(w, map[string]any{"ok": true})
	default:
		writeJSON(w, refusal("unknown_method"))
	}
}

func refusal(code string) map[string]any { return map[string]any{"ok": false, "error": code} }

// read returns the arguments of a call, whichever form they have.
func read(r *http.Request) (url.Values, message, bool) {
	var m message
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, m, false
	}
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "application/json" {
		return url.Values{}, m, len(raw) == 0 || json.Unmarshal(raw, &m) == nil
	}
	form, err := url.ParseQuery(string(raw))
	if err != nil {
		return nil, m, false
	}
	m = message{
		Channel: form.Get("channel"), User: form.Get("user"), Text: form.Get("text"), ThreadTS: form.Get("thread_ts"),
		Blocks: json.RawMessage(form.Get("blocks")), Metadata: json.RawMessage(form.Get("metadata")),
	}
	return form, m, true
}

// post makes a message, for all or for one person.
func (s *Server) post(w http.ResponseWriter, m message, only string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	channel := m.Channel
	if strings.HasPrefix(channel, "U") {
		channel = Direct(channel)
	}
	now := time.Now()
	switch {
	case channel == "":
		writeJSON(w, refusal("channel_not_found"))
		return
	case s.outside[channel]:
		writeJSON(w, refusal("not_in_channel"))
		return
	case m.Text == "" && len(m.Blocks) == 0:
		writeJSON(w, refusal("no_text"))
		return
	case only == "" && now.Sub(s.last[channel]) < s.options.PerChannel:
		w.Header().Set("Retry-After", "1")
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	via := "chat.postEphemeral"
	if only == "" {
		via = "chat.postMessage"
		s.last[channel] = now
	}
	ts := s.stamp()
	s.posted = append(s.posted, Posted{Channel: channel, Thread: m.ThreadTS, TS: ts, Only: only, Text: m.Text, Blocks: m.Blocks, Metadata: m.Metadata, Via: via, At: now})
	s.tell()
	writeJSON(w, map[string]any{"ok": true, "channel": channel, "ts": ts, "message_ts": ts})
}

// history returns the bot's own messages: of a thread, from its first, or of
// a conversation, from its last.
func (s *Server) history(w http.ResponseWriter, channel, thread string, newest bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	messages := []map[string]any{}
	for _, p := range s.posted {
		if p.Channel != channel || p.Only != "" || thread != "" && p.Thread != thread {
			continue
		}
		m := map[string]any{"type": "message", "user": BotUser, "bot_id": Bot, "app_id": App, "ts": p.TS, "text": p.Text}
		if len(p.Metadata) > 0 {
			m["metadata"] = p.Metadata
		}
		if p.Thread != "" {
			m["thread_ts"] = p.Thread
		}
		messages = append(messages, m)
	}
	if newest {
		slices.Reverse(messages)
	}
	writeJSON(w, map[string]any{"ok": true, "messages": messages, "has_more": false})
}

func (s *Server) listGroups(w http.ResponseWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	groups := []map[string]any{}
	for id, users := range s.groups {
		groups = append(groups, map[string]any{"id": id, "team_id": Team, "is_usergroup": true, "handle": strings.ToLower(id), "users": users, "user_count": len(users)})
	}
	writeJSON(w, map[string]any{"ok": true, "usergroups": groups})
}
