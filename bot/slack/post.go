package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// A body is a message as it is posted: to chat.postMessage, to
// chat.postEphemeral, or to a response address.
type body struct {
	Channel  string               `json:"channel,omitempty"`
	User     string               `json:"user,omitempty"`
	ThreadTS string               `json:"thread_ts,omitempty"`
	Text     string               `json:"text"`
	Blocks   []slack.Block        `json:"blocks,omitempty"`
	Metadata *slack.SlackMetadata `json:"metadata,omitempty"`
	// Unfurl and Markup are false: no address of an edition shows a page of
	// another site, and no sign of a text is markup.
	UnfurlLinks *bool `json:"unfurl_links,omitempty"`
	UnfurlMedia *bool `json:"unfurl_media,omitempty"`
	Markup      *bool `json:"mrkdwn,omitempty"`

	ResponseType    string `json:"response_type,omitempty"`
	ReplaceOriginal *bool  `json:"replace_original,omitempty"`
}

var no = new(bool)

// A way is one place where a reply may be posted.
type way struct {
	method string // of the Web API; empty for a response address
	to     address
	shared bool // for all
}

// ways are tried in this order, until one is open.
func ways(to address, public bool) []way {
	var all []way
	add := func(method string, shared bool, there bool) {
		if there {
			all = append(all, way{method, to, shared})
		}
	}
	switch {
	case public: // a response address needs no invitation
		add("", true, to.response != "")
		add("chat.postMessage", true, true)
	case to.only:
		add("", false, to.response != "")
		add("chat.postEphemeral", false, !isDirect(to.channel))
		add("chat.postMessage", true, isDirect(to.channel))
	default: // chat.postMessage keeps the state with the message
		add("chat.postMessage", true, true)
		add("", true, to.response != "")
	}
	return all
}

// deliver posts a reply. It tries every way that is open, and in each fewer
// blocks when Slack refuses them; a post whose outcome is unknown ends it.
func (s *Slack) deliver(ctx context.Context, to address, r chat.Reply) error {
	if to.first && !s.untouched(ctx, to.channel) {
		return nil
	}
	var refused error
	for _, w := range ways(to, r.Public) {
		err := s.post(ctx, w, r)
		var closed *closedError
		if err == nil || !errors.As(err, &closed) {
			return err
		}
		// What is told is why the last way that posts in the channel is closed.
		if refused == nil || w.method != "" {
			refused = err
		}
	}
	return errors.Join(refused, s.apologize(ctx, to, s.apology(refused)))
}

// notThere are refusals that an invitation mends.
var notThere = map[string]bool{"not_in_channel": true, "channel_not_found": true}

// apology is what a person is told whose reply could not be posted.
func (s *Slack) apology(refused error) chat.Reply {
	var closed *closedError
	switch {
	case errors.Is(refused, errPace):
		return chat.Busy()
	case errors.As(refused, &closed) && notThere[closed.code]:
		return chat.Reply{Notice: fmt.Sprintf(sayNotIn, s.name())}
	}
	return chat.Fault()
}

// apologize tells the person alone that the reply could not be posted: where
// they are, else by a direct message.
func (s *Slack) apologize(ctx context.Context, to address, r chat.Reply) error {
	to.only, to.replace = true, false
	var refused error
	for _, w := range append(ways(to, false), way{method: "chat.postMessage", to: address{channel: to.user}, shared: true}) {
		if refused = s.post(ctx, w, r); refused == nil {
			return nil
		}
	}
	return fmt.Errorf("person not told: %w", refused)
}

// A closedError means that a way is not open, and that nothing was posted.
type closedError struct {
	way  string
	code string
	err  error
}

func (e *closedError) Error() string { return "slack: " + first(e.way, "response_url") + ": " + e.code }
func (e *closedError) Unwrap() error { return e.err }

// dresses are how a reply is shown, tried in this order when Slack refuses
// one.
var dresses = []func(chat.Reply) message{render, renderFewer, renderText}

// post posts a reply one way.
func (s *Slack) post(ctx context.Context, w way, r chat.Reply) error {
	if w.shared {
		if err := s.pace.wait(ctx, w.to.channel); err != nil {
			return &closedError{w.method, "too many messages in the channel", errPace}
		}
	}
	for i, dress := range dresses {
		code, details, err := s.send(ctx, w, dress(r), r)
		switch {
		case err != nil || code == "":
			return err
		case !aboutBlocks[code] || i == len(dresses)-1:
			return &closedError{way: w.method, code: code}
		}
		slog.WarnContext(ctx, "slack: blocks refused", "code", code, "details", details)
	}
	return nil
}

// aboutBlocks are refusals of how a message is dressed, not of who posts it
// where.
// https://docs.slack.dev/reference/methods/chat.postMessage#errors
var aboutBlocks = map[string]bool{
	"invalid_blocks": true, "invalid_blocks_format": true, "msg_blocks_too_long": true, "msg_too_long": true,
	"invalid_metadata_format": true, "invalid_metadata_schema": true, "metadata_too_large": true,
	"invalid_arguments": true, "invalid_payload": true, "cannot_parse_attachment": true,
}

// send sends one message. It returns the code by which Slack refuses it, with
// what Slack says of it, or an error when nobody knows or nobody answers.
func (s *Slack) send(ctx context.Context, w way, m message, r chat.Reply) (code, details string, err error) {
	b := body{ThreadTS: w.to.thread, Text: m.text, Blocks: m.blocks}
	if len(m.blocks) == 0 && w.method != "chat.postEphemeral" { // which does not take it
		b.Markup = no
	}
	var answered []byte
	if w.method == "" {
		b.ResponseType, b.ReplaceOriginal = "ephemeral", &w.to.replace
		if w.shared {
			b.ResponseType = "in_channel"
		}
		answered, err = s.client.Send(ctx, http.MethodPost, w.to.response, b, nil)
	} else {
		b.Channel = w.to.channel
		if w.shared {
			b.UnfurlLinks, b.UnfurlMedia = no, no
			if r.Answer.Kind != "" {
				b.Metadata = metadata(r.Answer.State)
			}
		} else {
			b.User = w.to.user
		}
		answered, err = s.client.Send(ctx, http.MethodPost, s.config.APIURL+w.method, b, http.Header{"Authorization": {"Bearer " + s.config.BotToken}})
	}
	var refused *chat.Refusal
	switch {
	case errors.As(err, &refused):
		code, details = refusal(refused.Body)
		if code == "" && refused.Status >= http.StatusInternalServerError { // it may be posted all the same
			return "", "", fmt.Errorf("slack: HTTP %d: %w", refused.Status, chat.ErrUnknown)
		}
		return first(code, fmt.Sprintf("HTTP %d", refused.Status)), details, nil
	case errors.Is(err, chat.ErrUnsent), errors.Is(err, chat.ErrHost):
		return err.Error(), "", nil
	case err != nil:
		return "", "", err
	}
	code, details = refusal(answered)
	return code, details, nil
}

// refusal is the code by which Slack refuses in the body of an answer, empty
// when it does not. A response address answers "ok", or a code alone.
func refusal(answered []byte) (code, details string) {
	var said struct {
		OK       bool   `json:"ok"`
		Error    string `json:"error"`
		Metadata struct {
			Messages []string `json:"messages"`
		} `json:"response_metadata"`
	}
	if err := json.Unmarshal(answered, &said); err != nil {
		text := strings.TrimSpace(string(answered))
		if text == "ok" || len(text) > 50 || strings.ContainsAny(text, "< ") { // a page of a proxy is no code
			return "", ""
		}
		return text, ""
	}
	if said.OK {
		return "", ""
	}
	return first(said.Error, "unknown_error"), strings.Join(said.Metadata.Messages, "; ")
}
