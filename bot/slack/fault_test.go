package slack

import (
	"fmt"
	"net"
	"syscall"
	"testing"
)

// TestToldOfNoNetwork holds that a network which is down is not told as an
// answer of Slack.
func TestToldOfNoNetwork(t *testing.T) {
	down := fmt.Errorf("post: %w", &net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED})
	if got := told(down, "SLACK_BOT_TOKEN").Error(); got != "Slack n'a pas pu être joint : vérifiez la connexion" {
		t.Errorf("told %q", got)
	}
}
