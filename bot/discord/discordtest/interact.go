package discordtest

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// The types of interactions and of first words.
const (
	TypePing         = 1
	TypeCommand      = 2
	TypeComponent    = 3
	TypeAutocomplete = 4
	TypeMessage      = 4
	TypeDeferred     = 5
	TypeChoices      = 8
)

// An Interaction is one that a person began, and what became of it.
type Interaction struct {
	ID    string
	Token string
	Body  json.RawMessage // as Discord sends it

	Sent    time.Time
	First   time.Time       // when the first word came; zero before
	Type    int             // of the first word
	Flags   int             // of the first word: 64 is for the person alone
	Answers int             // how often the person was shown an answer
	Shown   json.RawMessage // the last of them: a message, or choices
}

// A Person is who acts, and where.
type Person struct {
	ID      string
	Name    string
	Guild   string // empty in a direct message
	Channel string
}

// Ping is what Discord checks an address with.
func (s *Server) Ping() *Interaction { return s.begin(TypePing, Person{}, nil) }

// Command is a slash command with options that are texts, or with a subcommand
// when the value is nil.
func (s *Server) Command(p Person, name string, options ...any) *Interaction {
	return s.begin(TypeCommand, p, map[string]any{"data": map[string]any{"id": "1", "type": 1, "name": name, "options": listed(options)}})
}

// Option is an option that was filled in.
func Option(name, value string) map[string]any {
	return map[string]any{"name": name, "type": 3, "value": value}
}

// Subcommand is a command under another.
func Subcommand(name string) map[string]any {
	return map[string]any{"name": name, "type": 1, "options": []any{}}
}

// Typing is a command whose option is being typed.
func (s *Server) Typing(p Person, command, option, text string) *Interaction {
	typed := Option(option, text)
	typed["focused"] = true
	return s.begin(TypeAutocomplete, p, map[string]any{"data": map[string]any{"id": "1", "type": 1, "name": command, "options": []any{typed}}})
}

// newer is a component of a kind that older libraries do not know.
var newer = map[string]any{"type": 18, "id": 1, "label": "x", "component": map[string]any{"type": 4, "id": 2, "custom_id": "x", "style": 1}}

// Click presses the button of a message that has a custom_id.
func (s *Server) Click(p Person, message, customID string) *Interaction {
	return s.begin(TypeComponent, p, map[string]any{
		"data":    map[string]any{"custom_id": customID, "component_type": 2, "id": 3},
		"message": map[string]any{"id": message, "channel_id": p.Channel, "type": 0, "author": botUser(), "components": []any{newer}},
	})
}

func listed(options []any) []any {
	if options == nil {
		return []any{}
	}
	return options
}

// begin makes an interaction with everything that Discord says in one.
func (s *Server) begin(kind int, p Person, more map[string]any) *Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := &Interaction{ID: s.id(), Token: "fake-interaction-token-" + s.id(), Sent: time.Now()}
	body := map[string]any{
		"id": i.ID, "application_id": AppID, "type": kind, "token": i.Token, "version": 1,
		"locale": "fr", "entitlements": []any{}, "attachment_size_limit": 10485760,
	}
	person := map[string]any{"id": p.ID, "username": p.Name, "global_name": nil, "discriminator": "0", "avatar": nil}
	switch {
	case kind == TypePing:
	case p.Guild != "":
		body["guild_id"], body["context"], body["guild_locale"] = p.Guild, 0, "fr"
		body["authorizing_integration_owners"] = map[string]string{"0": p.Guild}
		body["member"] = map[string]any{"user": person, "nick": nil, "roles": []any{}, "permissions": "0", "joined_at": "2026-01-01T00:00:00Z"}
	default:
		body["context"], body["user"] = 1, person
		body["authorizing_integration_owners"] = map[string]string{"1": p.ID}
	}
	if p.Channel != "" {
		body["channel_id"] = p.Channel
		body["channel"] = map[string]any{"id": p.Channel, "type": 0}
		body["app_permissions"] = "274877990912"
	}
	for key, value := range more {
		body[key] = value
	}
	i.Body, _ = json.Marshal(body) // maps of plain values
	s.interactions[i.Token] = i
	return i
}

// Signed is a request as Discord sends an interaction, at a time.
func (s *Server) Signed(ctx context.Context, address string, body []byte, at time.Time) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	timestamp := strconv.FormatInt(at.Unix(), 10)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
	r.Header.Set("X-Signature-Timestamp", timestamp)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(s.key, append([]byte(timestamp), body...))))
	return r, nil
}

// Deliver sends an interaction to an address over HTTP, and takes what it is
// answered with as its first word. It returns the status.
func (s *Server) Deliver(ctx context.Context, address string, i *Interaction) (int, error) {
	r, err := s.Signed(ctx, address, i.Body, time.Now())
	if err != nil {
		return 0, err
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		return response.StatusCode, err
	}
	if bad := s.firstWord(i.Token, body); bad != "" {
		return response.StatusCode, fmt.Errorf("discordtest: first word: %s", bad)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, Request{http.MethodPost, s.http.URL + "/api/v10/interactions/" + i.ID + "/" + i.Token + "/callback", response.Header.Get("Content-Type"), string(body), response.StatusCode})
	return response.StatusCode, nil
}

func (s *Server) serveCallback(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	switch bad := s.firstWord(r.PathValue("token"), body); bad {
	case "":
		w.WriteHeader(http.StatusNoContent)
	case unknownInteraction:
		fail(w, http.StatusNotFound, 10062, bad)
	case acknowledged:
		fail(w, http.StatusBadRequest, 40060, bad)
	default:
		fail(w, http.StatusBadRequest, 50035, bad)
	}
}

const (
	unknownInteraction = "Unknown interaction"
	acknowledged       = "Interaction has already been acknowledged."
	// lifetime is how long an interaction waits for its first word.
	lifetime = 3 * time.Second
)

// firstWord takes the first word on an interaction, and says what is wrong
// with it.
func (s *Server) firstWord(token string, body []byte) string {
	var word struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if json.Unmarshal(body, &word) != nil {
		return "The request body contains invalid JSON."
	}
	var data struct {
		Flags int `json:"flags"`
	}
	_ = json.Unmarshal(word.Data, &data) // without data there are no flags
	if word.Type == TypeMessage {
		if _, bad := s.message(bytes.NewReader(word.Data)); bad != "" {
			return bad
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.interactions[token]
	switch {
	case i == nil || time.Since(i.Sent) > lifetime:
		return unknownInteraction
	case !i.First.IsZero():
		return acknowledged
	}
	i.First, i.Type, i.Flags = time.Now(), word.Type, data.Flags
	if word.Type == TypeMessage || word.Type == TypeChoices {
		i.Answers, i.Shown = 1, word.Data
	}
	s.changed.Broadcast()
	return ""
}

// serveEdit edits the first answer to an interaction. It needs no token of the
// bot's.
func (s *Server) serveEdit(w http.ResponseWriter, r *http.Request) {
	body, bad := s.message(r.Body)
	if bad != "" {
		fail(w, http.StatusBadRequest, 50035, bad)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.interactions[r.PathValue("token")]
	if i == nil || i.First.IsZero() || r.PathValue("which") != "@original" || r.PathValue("app") != AppID {
		fail(w, http.StatusNotFound, 10015, "Unknown Webhook")
		return
	}
	i.Answers++
	i.Shown = body
	s.changed.Broadcast()
	answer(w, http.StatusOK, map[string]any{"id": s.id()})
}

// Of returns what became of an interaction so far.
func (s *Server) Of(i *Interaction) Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return *i
}

// WaitAnswered waits until a person was shown an answer.
func (s *Server) WaitAnswered(ctx context.Context, i *Interaction) (Interaction, error) {
	if !s.Wait(ctx, func() bool { return i.Answers > 0 }) {
		return s.Of(i), fmt.Errorf("discordtest: interaction %s is not answered", i.ID)
	}
	return s.Of(i), nil
}
