package chat

import (
	"io"
	"net/http"
	"strconv"
	"time"
)

const (
	// maxDelivery is how much of a delivery is read: the largest that either
	// platform sends, an event with a whole message in it, is some tens of
	// kilobytes.
	maxDelivery = 1 << 20
	// maxAge is how far the timestamp of a signed delivery may be from now, on
	// either side: what is older is a replay.
	// https://docs.slack.dev/authentication/verifying-requests-from-slack
	maxAge = 5 * time.Minute
)

// Body reads the body of a delivery as it came, which is what signatures are
// over. It fails when there is more than a megabyte of it.
func Body(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	return io.ReadAll(http.MaxBytesReader(w, r.Body, maxDelivery))
}

// Fresh reports whether a timestamp, in seconds as the platforms' headers
// write it, is at most five minutes from now.
func Fresh(timestamp string, now time.Time) bool {
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	return err == nil && now.Sub(time.Unix(seconds, 0)).Abs() <= maxAge
}
