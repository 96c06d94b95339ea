package discordtest

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
)

// bot lets in only who has the token.
func (s *Server) bot(serve http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bot "+Token {
			fail(w, http.StatusUnauthorized, 0, "401: Unauthorized")
			return
		}
		serve(w, r)
	}
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // to memory
}

// fail answers with an error of Discord's.
// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
func fail(w http.ResponseWriter, status, code int, message string) {
	answer(w, status, map[string]any{"code": code, "message": message})
}

func notFound(w http.ResponseWriter, _ *http.Request) {
	fail(w, http.StatusNotFound, 0, "404: Not Found")
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusOK, map[string]any{
		"url": "ws://" + r.Host + "/gw", "shards": 1,
		"session_start_limit": map[string]int{"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1},
	})
}

func (s *Server) serveApplication(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]any{"id": AppID, "name": "constat", "verify_key": s.PublicKey()})
}

func (s *Server) serveUser(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, botUser())
}

func botUser() map[string]any {
	return map[string]any{"id": BotID, "username": "constat", "discriminator": "0", "avatar": nil, "bot": true}
}

func (s *Server) serveCommands(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	answer(w, http.StatusOK, s.commands)
}

// overwriteCommands keeps the set as Discord gives it back: with an id and a
// version, and without what is empty.
func (s *Server) overwriteCommands(w http.ResponseWriter, r *http.Request) {
	var set []map[string]any
	if err := json.NewDecoder(r.Body).Decode(&set); err != nil {
		fail(w, http.StatusBadRequest, 50109, "The request body contains invalid JSON.")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, command := range set {
		command["id"], command["version"], command["application_id"] = s.id(), s.id(), AppID
		command["nsfw"], command["dm_permission"] = false, true
		withoutEmpty(command)
	}
	s.commands = set
	answer(w, http.StatusOK, set)
}

func withoutEmpty(v any) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if list, isList := inner.([]any); inner == nil || isList && len(list) == 0 || key == "required" && inner == false {
				delete(v, key)
				continue
			}
			withoutEmpty(inner)
		}
	case []any:
		for _, inner := range v {
			withoutEmpty(inner)
		}
	}
}

// serveMessage creates a message in a channel. A nonce that is enforced gives
// back the message that it made before.
func (s *Server) serveMessage(w http.ResponseWriter, r *http.Request) {
	body, bad := s.message(r.Body)
	if bad != "" {
		fail(w, http.StatusBadRequest, 50035, bad)
		return
	}
	var sent struct {
		Nonce     string          `json:"nonce"`
		Enforce   bool            `json:"enforce_nonce"`
		Reference json.RawMessage `json:"message_reference"`
	}
	_ = json.Unmarshal(body, &sent) // it was read before
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.alone && sent.Reference != nil {
		fail(w, http.StatusBadRequest, 160002, "Cannot reply without permission to read message history")
		return
	}
	channel := r.PathValue("channel")
	m, known := s.nonces[channel+"/"+sent.Nonce]
	if !sent.Enforce || !known {
		m = Message{ID: s.id(), Body: body}
		s.messages[channel] = append(s.messages[channel], m)
		s.nonces[channel+"/"+sent.Nonce] = m
	}
	answer(w, http.StatusOK, map[string]any{"id": m.ID, "channel_id": channel, "author": botUser()})
}

// message reads a message that is sent, and says what is wrong with it.
func (s *Server) message(from io.Reader) (json.RawMessage, string) {
	body, err := io.ReadAll(from)
	var m struct {
		Content    string            `json:"content"`
		Embeds     []json.RawMessage `json:"embeds"`
		Components []json.RawMessage `json:"components"`
	}
	if err != nil || json.Unmarshal(body, &m) != nil {
		return nil, "The request body contains invalid JSON."
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case m.Content == "" && len(m.Embeds) == 0:
		return nil, "Cannot send an empty message"
	case s.refuses && len(m.Embeds) > 0:
		return nil, "Invalid Form Body"
	}
	return body, ""
}

// A Message is one that the bot posted in a channel.
type Message struct {
	ID   string
	Body json.RawMessage
}

// Messages returns what the bot posted in a channel.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages[channel])
}

// WaitMessages waits until the bot posted so many messages in a channel.
func (s *Server) WaitMessages(ctx context.Context, channel string, n int) ([]Message, error) {
	if !s.Wait(ctx, func() bool { return len(s.messages[channel]) >= n }) {
		return nil, fmt.Errorf("discordtest: %d messages instead of %d", len(s.Messages(channel)), n)
	}
	return s.Messages(channel), nil
}
