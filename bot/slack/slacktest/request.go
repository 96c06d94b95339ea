package slacktest

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// HTTP delivers to an address by requests that are signed with Secret.
func (s *Server) HTTP(address string) Door { return httpDoor{address} }

type httpDoor struct{ address string }

func (d httpDoor) Deliver(ctx context.Context, what Delivery) (Receipt, error) {
	contentType, body, err := encode(what)
	if err != nil {
		return Receipt{}, err
	}
	request, err := Signed(ctx, d.address, Secret, contentType, body, time.Now())
	if err != nil {
		return Receipt{}, err
	}
	if what.Retry > 0 {
		request.Header.Set("X-Slack-Retry-Num", strconv.Itoa(what.Retry))
		request.Header.Set("X-Slack-Retry-Reason", "http_timeout")
	}
	sent := time.Now()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return Receipt{}, err
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	return Receipt{
		After: time.Since(sent), Status: response.StatusCode, Body: string(said),
		NoRetry: response.Header.Get("X-Slack-No-Retry") == "1",
	}, err
}

// encode gives a delivery the form that it has over HTTP.
func encode(what Delivery) (contentType, body string, err error) {
	const form = "application/x-www-form-urlencoded"
	if what.Kind == "slash_commands" {
		values := url.Values{}
		for key, value := range what.Payload {
			values.Set(key, fmt.Sprint(value))
		}
		return form, values.Encode(), nil
	}
	payload, err := json.Marshal(what.Payload)
	if err != nil {
		return "", "", err
	}
	if what.Kind == "interactive" {
		return form, url.Values{"payload": {string(payload)}}.Encode(), nil
	}
	return "application/json", string(payload), nil
}

// Signed makes a request that is signed as Slack does.
// https://docs.slack.dev/authentication/verifying-requests-from-slack
func Signed(ctx context.Context, address, secret, contentType, body string, at time.Time) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	stamp := strconv.FormatInt(at.Unix(), 10)
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "v0:%s:%s", stamp, body)
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("X-Slack-Request-Timestamp", stamp)
	request.Header.Set("X-Slack-Signature", "v0="+hex.EncodeToString(mac.Sum(nil)))
	return request, nil
}
