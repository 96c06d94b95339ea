package chat

import (
	"errors"
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

// Verified returns the body of a delivery as it came, which is what signatures
// are over. A delivery that is not a POST, is longer than a megabyte, or is
// not signed, is answered here: false.
func Verified(w http.ResponseWriter, r *http.Request, signed func(http.Header, []byte) bool) ([]byte, bool) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "POST attendu", http.StatusMethodNotAllowed)
		return nil, false
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxDelivery))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		http.Error(w, "requête trop longue", http.StatusRequestEntityTooLarge)
	case err != nil:
		http.Error(w, "requête interrompue", http.StatusBadRequest)
	case !signed(r.Header, body):
		http.Error(w, "signature refusée", http.StatusUnauthorized)
	default:
		return body, true
	}
	return nil, false
}

// Fresh reports whether a timestamp, in seconds as the platforms' headers
// write it, is at most five minutes from now.
func Fresh(timestamp string, now time.Time) bool {
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	return err == nil && now.Sub(time.Unix(seconds, 0)).Abs() <= maxAge
}
