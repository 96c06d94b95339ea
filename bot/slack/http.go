package slack

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"

	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// Handler receives what Slack sends over HTTP, all on one address: events as
// JSON, commands and buttons as forms. Every request is answered before the
// work on it begins.
// https://docs.slack.dev/apis/events-api/using-http-request-urls
func (s *Slack) Handler() http.Handler { return http.HandlerFunc(s.receive) }

func (s *Slack) receive(w http.ResponseWriter, r *http.Request) {
	raw, ok := chat.Verified(w, r, s.signed)
	if !ok {
		return
	}
	// From here on the request is Slack's, and is acknowledged whatever it
	// holds: what cannot be read now cannot be read at the next try.
	d, challenge, err := decodeRequest(r.Header.Get("Content-Type"), raw)
	switch {
	case challenge != "":
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = io.WriteString(w, challenge) // Slack is gone: nothing to do
		return
	case errors.Is(err, errIgnored):
	case err != nil:
		slog.WarnContext(r.Context(), "slack: delivery not understood", "error", err)
	case s.take(d) == chat.Duplicate:
		w.Header().Set("X-Slack-No-Retry", "1")
	}
	w.WriteHeader(http.StatusOK)
}

// signed reports whether Slack signed a request, at most five minutes ago.
// https://docs.slack.dev/authentication/verifying-requests-from-slack
func (s *Slack) signed(header http.Header, raw []byte) bool {
	verifier, err := slack.NewSecretsVerifier(header, s.config.Secret)
	if err != nil {
		return false
	}
	_, _ = verifier.Write(raw) // a hash never fails
	return verifier.Ensure() == nil
}

// decodeRequest reads what comes over HTTP. The challenge is what Slack sends
// to know an address, and wants back.
// https://docs.slack.dev/reference/events/url_verification
func decodeRequest(contentType string, raw []byte) (d delivery, challenge string, err error) {
	if kind, _, _ := mime.ParseMediaType(contentType); kind == "application/json" {
		var said struct{ Type, Challenge string }
		if err := json.Unmarshal(raw, &said); err != nil {
			return delivery{}, "", err
		}
		if said.Type == "url_verification" {
			return delivery{}, said.Challenge, errIgnored
		}
		d, err = decode(kindEvent, raw)
		return d, "", err
	}
	form, err := url.ParseQuery(string(raw))
	switch {
	case err != nil:
		return delivery{}, "", err
	case form.Has("payload"):
		d, err = decode(kindClick, []byte(form.Get("payload")))
	case form.Has("command"):
		var c slack.SlashCommand
		c, err = slack.SlashCommandParse(&http.Request{Method: http.MethodPost, PostForm: form, Form: form})
		d = decodeCommand(c)
	default:
		err = errIgnored // ssl_check, and whatever comes next
	}
	return d, "", err
}
