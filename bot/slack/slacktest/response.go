package slacktest

import (
	"fmt"
	"net/http"
	"time"
)

// maxResponses is how often a response address may be used.
// https://docs.slack.dev/interactivity/handling-user-interaction
const maxResponses = 5

// A response is an address that came with a command or a click.
type response struct {
	channel, user, original string
	used                    int
	expired                 bool
}

// address makes a response address. Callers hold mu.
func (s *Server) address(channel, user, original string) string {
	s.count++
	id := fmt.Sprintf("slacktest-secret-address-%d", s.count)
	s.responses[id] = &response{channel: channel, user: user, original: original}
	return s.URL + "/response/" + id
}

// Expire makes every response address that was given out too old.
func (s *Server) Expire() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range s.responses {
		r.expired = true
	}
}

// respond posts by a response address.
func (s *Server) respond(w http.ResponseWriter, r *http.Request) {
	_, m, ok := read(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	to := s.responses[r.PathValue("id")]
	switch {
	case to == nil || to.expired:
		refuse(w, http.StatusNotFound, "expired_url")
		return
	case to.used >= maxResponses:
		refuse(w, http.StatusNotFound, "used_url")
		return
	case !ok:
		refuse(w, http.StatusBadRequest, "invalid_payload")
		return
	case m.Text == "" && len(m.Blocks) == 0:
		refuse(w, http.StatusInternalServerError, "no_text")
		return
	}
	to.used++
	p := Posted{Channel: to.channel, Thread: m.ThreadTS, TS: s.stamp(), Only: to.user, Text: m.Text, Blocks: m.Blocks, Metadata: m.Metadata, Via: "response_url", At: time.Now()}
	if m.ResponseType == "in_channel" {
		p.Only = ""
	}
	if m.ReplaceOriginal {
		p.Replaces = to.original
	}
	s.posted = append(s.posted, p)
	s.tell()
	w.Header().Set("Content-Type", "text/plain")
	_, _ = fmt.Fprint(w, "ok") // the client is gone: nothing to do
}

func refuse(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, `{"ok":false,"error":%q}`, code) // the client is gone: nothing to do
}
