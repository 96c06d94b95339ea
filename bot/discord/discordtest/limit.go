package discordtest

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A Limit is a 429 to come.
// https://discord.com/developers/docs/topics/rate-limits
type Limit struct {
	Path  string // what the address contains; empty for any
	Scope string // user, global or shared
	After time.Duration
	Times int
	every int // one request in so many, when it is not 0
}

// Limit answers requests to come with 429.
func (s *Server) Limit(l Limit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits = append(s.limits, l)
}

// LimitOften answers one request in so many with 429, from now on.
func (s *Server) LimitOften(l Limit, every int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l.every = every
	s.limits = append(s.limits, l)
}

func (s *Server) limit(path string) (Limit, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.limits {
		l := &s.limits[i]
		if !strings.Contains(path, l.Path) {
			continue
		}
		if l.every > 0 && rand.N(l.every) == 0 {
			return *l, true
		}
		if l.Times > 0 {
			l.Times--
			return *l, true
		}
	}
	return Limit{}, false
}

func tooMany(w http.ResponseWriter, l Limit) {
	seconds := l.After.Seconds()
	w.Header().Set("Retry-After", strconv.Itoa(int(seconds)+1))
	w.Header().Set("X-RateLimit-Scope", l.Scope)
	if l.Scope == "global" {
		w.Header().Set("X-RateLimit-Global", "true")
	} else {
		w.Header().Set("X-RateLimit-Bucket", "fake")
		w.Header().Set("X-RateLimit-Remaining", "0")
		w.Header().Set("X-RateLimit-Reset-After", strconv.FormatFloat(seconds, 'f', 3, 64))
	}
	answer(w, http.StatusTooManyRequests, map[string]any{
		"message": "You are being rate limited.", "retry_after": seconds, "global": l.Scope == "global",
	})
}
