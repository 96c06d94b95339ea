package chat

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const (
	// maxAnswer is how much of a platform's answer is read: the largest that we
	// use, a message read back, is some kilobytes.
	maxAnswer = 1 << 20
	// maxTries bounds how often one request is sent, 429 included.
	maxTries = 5
	// pause is what is waited before a request that never left is sent again,
	// doubled each time.
	pause = 200 * time.Millisecond
)

// A Client sends JSON to a platform. It is safe for use by several goroutines.
type Client struct {
	HTTP *http.Client
	// Allowed says which hosts (with their port, as the address writes it) may
	// be sent to: addresses that come in with a delivery are not trusted.
	Allowed func(host string) bool
	// Limited is told of every 429; nil when nobody counts them.
	Limited func()
}

var (
	// ErrHost means that an address is not the platform's: nothing was sent.
	ErrHost = errors.New("chat: address not allowed")
	// ErrUnsent means that the request never reached the platform.
	ErrUnsent = errors.New("chat: not sent")
	// ErrUnknown means that nobody knows whether the platform acted: what is
	// not idempotent must not be sent again.
	ErrUnknown = errors.New("chat: outcome unknown")
)

// A Refusal is an answer of the platform other than 2xx.
type Refusal struct {
	Status int
	Body   []byte // at most a megabyte
}

func (r *Refusal) Error() string { return fmt.Sprintf("chat: refused with status %d", r.Status) }

// Send sends a body as JSON, or nothing when it is nil, and returns what is
// answered. A 429 is waited out and sent again when the wait ends before the
// context does. A request that never left is sent again; one whose outcome is
// unknown, only when the method is idempotent. No error names an address or a
// token.
func (c *Client) Send(ctx context.Context, method, address string, body any, header http.Header) ([]byte, error) {
	target, err := url.Parse(address)
	if err != nil || !c.Allowed(target.Host) {
		return nil, ErrHost
	}
	var encoded []byte
	if body != nil {
		if encoded, err = json.Marshal(body); err != nil {
			return nil, fmt.Errorf("chat: body: %w", err)
		}
	}
	wait := pause
	for try := 1; ; try++ {
		answered, after, err := c.once(ctx, method, target, encoded, header)
		again := after > 0 || errors.Is(err, ErrUnsent) || method != http.MethodPost && (errors.Is(err, ErrUnknown) || serverFault(err))
		if err == nil || !again || try == maxTries {
			return answered, err
		}
		if after == 0 {
			after, wait = wait, 2*wait
		}
		if deadline, bounded := ctx.Deadline(); bounded && time.Until(deadline) < after {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(after):
		}
	}
}

// once sends one request. After a 429 it returns how long to wait.
func (c *Client) once(ctx context.Context, method string, target *url.URL, body []byte, header http.Header) ([]byte, time.Duration, error) {
	request, err := http.NewRequestWithContext(ctx, method, target.String(), bytes.NewReader(body))
	if err != nil {
		return nil, 0, ErrHost
	}
	for key, values := range header {
		request.Header[key] = values
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json; charset=utf-8")
	}
	response, err := c.HTTP.Do(request)
	if err != nil {
		return nil, 0, outcome(err)
	}
	defer response.Body.Close()
	answered, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer))
	if err != nil {
		return nil, 0, ErrUnknown
	}
	switch {
	case response.StatusCode == http.StatusTooManyRequests:
		if c.Limited != nil {
			c.Limited()
		}
		return nil, retryAfter(response.Header, answered), &Refusal{response.StatusCode, answered}
	case response.StatusCode/100 != 2:
		return nil, 0, &Refusal{response.StatusCode, answered}
	}
	return answered, 0, nil
}

// outcome tells a request that never left from one whose answer was lost. The
// cause is not wrapped: it may hold the address, and that a token.
func outcome(err error) error {
	var dial *net.OpError
	if errors.As(err, &dial) && dial.Op == "dial" {
		return ErrUnsent
	}
	return ErrUnknown
}

func serverFault(err error) bool {
	var refused *Refusal
	return errors.As(err, &refused) && refused.Status >= 500
}

// leastWait is waited after a 429 that does not say how long.
const leastWait = time.Second

// retryAfter reads the wait of a 429: seconds in the header (Slack, Discord),
// or more precisely as retry_after in the body (Discord).
// https://docs.slack.dev/apis/web-api/rate-limits
// https://discord.com/developers/docs/topics/rate-limits
func retryAfter(header http.Header, body []byte) time.Duration {
	var said struct {
		RetryAfter float64 `json:"retry_after"`
	}
	seconds, err := strconv.ParseFloat(header.Get("Retry-After"), 64)
	if json.Unmarshal(body, &said) == nil && said.RetryAfter > 0 {
		seconds, err = said.RetryAfter, nil
	}
	if err != nil || !(seconds > 0) {
		return leastWait
	}
	return time.Duration(min(seconds, time.Hour.Seconds()) * float64(time.Second))
}
