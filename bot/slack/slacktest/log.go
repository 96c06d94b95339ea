package slacktest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// A Request is one that the program made, as the log of requests has it.
type Request struct {
	Method      string `json:"method"`
	URL         string `json:"url"` // path and query
	ContentType string `json:"content_type"`
	Body        string `json:"body"`
}

// Requests returns what was asked of the Web API and of response addresses so
// far, in that order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// WriteLog writes the requests as JSON lines.
func (s *Server) WriteLog(w io.Writer) error {
	lines := json.NewEncoder(w)
	for _, r := range s.Requests() {
		if err := lines.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// maxBody is more than Slack takes in one message.
const maxBody = 1 << 20

// recorded records a request, lets Intercept have it, then handles it.
func (s *Server) recorded(handle http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
		if err != nil {
			return
		}
		asked := Request{Method: r.Method, URL: r.URL.RequestURI(), ContentType: r.Header.Get("Content-Type"), Body: string(body)}
		s.mu.Lock()
		s.requests = append(s.requests, asked)
		s.tell()
		s.mu.Unlock()
		r.Body = io.NopCloser(bytes.NewReader(body))
		if s.options.Intercept == nil {
			handle(w, r)
			return
		}
		instead := s.options.Intercept(asked)
		if instead == nil {
			handle(w, r)
			return
		}
		instead.write(w, r, handle)
	}
}

func (i *Response) write(w http.ResponseWriter, r *http.Request, handle http.HandlerFunc) {
	if i.Delay > 0 {
		select {
		case <-time.After(i.Delay):
		case <-r.Context().Done():
		}
	}
	if i.Lose {
		if i.Pass {
			handle(discard{}, r)
		}
		panic(http.ErrAbortHandler)
	}
	if i.Pass {
		handle(w, r)
		return
	}
	if i.After > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(i.After))
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	if i.Status != 0 {
		w.WriteHeader(i.Status)
	}
	_, _ = io.WriteString(w, i.Body) // the client is gone: nothing to do
}

// discard is where an answer goes that is lost.
type discard struct{}

func (discard) Header() http.Header         { return http.Header{} }
func (discard) Write(p []byte) (int, error) { return len(p), nil }
func (discard) WriteHeader(int)             {}
