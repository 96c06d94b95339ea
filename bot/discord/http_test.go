package discord

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestBadSignature holds that what is not signed by Discord, or is of another
// time, never reaches the handler.
func TestBadSignature(t *testing.T) {
	b := newBench(t, gardens)
	body := []byte(b.question(inServer, published).Body)
	for name, spoil := range map[string]func(*http.Request){
		"no signature":    func(r *http.Request) { r.Header.Del("X-Signature-Ed25519") },
		"no timestamp":    func(r *http.Request) { r.Header.Del("X-Signature-Timestamp") },
		"not hexadecimal": func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", strings.Repeat("z", 128)) },
		"too short":       func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", "00") },
		"another's":       func(r *http.Request) { r.Header.Set("X-Signature-Ed25519", strings.Repeat("0", 128)) },
		"another body":    func(r *http.Request) { r.Body = http.NoBody; r.ContentLength = 0 },
		"another time":    func(r *http.Request) { r.Header.Set("X-Signature-Timestamp", "1700000000") },
	} {
		r, err := b.fake.Signed(b.ctx, b.address, body, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		spoil(r)
		if got := status(t, r); got != http.StatusUnauthorized {
			t.Errorf("%s: status %d", name, got)
		}
	}
	for _, age := range []time.Duration{-6 * time.Minute, 6 * time.Minute} {
		r, err := b.fake.Signed(b.ctx, b.address, body, time.Now().Add(age))
		if err != nil {
			t.Fatal(err)
		}
		if got := status(t, r); got != http.StatusUnauthorized {
			t.Errorf("of %v: status %d", age, got)
		}
	}
	large, err := b.fake.Signed(b.ctx, b.address, bytes.Repeat([]byte(" "), 1<<20+1), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if got := status(t, large); got != http.StatusRequestEntityTooLarge {
		t.Errorf("too large: status %d", got)
	}
	for _, nonsense := range []string{"", "null", "[]", "{}", `{"type":2}`, `{"type":"2"}`} {
		r, err := b.fake.Signed(b.ctx, b.address, []byte(nonsense), time.Now())
		if err != nil {
			t.Fatal(err)
		}
		if got := status(t, r); got != http.StatusBadRequest {
			t.Errorf("%q: status %d", nonsense, got)
		}
	}
	if r, _ := http.Get(b.address); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET: status %d", r.StatusCode)
	}
	if n := b.handled.Load(); n != 0 {
		t.Errorf("the handler was reached %d times", n)
	}
}

func status(t *testing.T, r *http.Request) int {
	t.Helper()
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}

func TestPing(t *testing.T) {
	b := newBench(t, gardens)
	i := b.fake.Ping()
	b.send("http", i)
	if got := b.fake.Of(i); got.Type != 1 {
		t.Errorf("first word %d", got.Type)
	}
}
