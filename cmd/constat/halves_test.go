package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHalves holds that a variable which opens nothing by itself is told with
// what to add, and that a whole door is not.
func TestHalves(t *testing.T) {
	for name, test := range map[string]struct{ env, http, want string }{
		"nothing":                 {"", "", ""},
		"a bot token":             {"SLACK_BOT_TOKEN=a", "", "SLACK_BOT_TOKEN est donnée, mais il manque SLACK_APP_TOKEN (connexions sortantes), ou SLACK_SIGNING_SECRET avec --http."},
		"an app token":            {"SLACK_APP_TOKEN=a", "", "SLACK_APP_TOKEN est donnée, mais il manque SLACK_BOT_TOKEN."},
		"a signing secret":        {"SLACK_SIGNING_SECRET=a", "", "SLACK_SIGNING_SECRET est donnée, mais il manque SLACK_BOT_TOKEN, et --http ADRESSE."},
		"no address for Slack":    {"SLACK_BOT_TOKEN=a SLACK_SIGNING_SECRET=a", "", "SLACK_BOT_TOKEN et SLACK_SIGNING_SECRET sont données : ajoutez --http ADRESSE, ou SLACK_APP_TOKEN (connexions sortantes)."},
		"Slack over HTTP":         {"SLACK_BOT_TOKEN=a SLACK_SIGNING_SECRET=a", ":0", ""},
		"sockets":                 {"SLACK_BOT_TOKEN=a SLACK_APP_TOKEN=a", "", ""},
		"no address for Discord":  {"DISCORD_PUBLIC_KEY=a", "", "DISCORD_PUBLIC_KEY est donnée : ajoutez --http ADRESSE."},
		"Discord both ways":       {"DISCORD_PUBLIC_KEY=a DISCORD_TOKEN=a", "", ""},
		"a gateway that is off":   {"DISCORD_TOKEN=a DISCORD_GATEWAY=off", "", "DISCORD_TOKEN est donnée, mais DISCORD_GATEWAY=off ferme la connexion sortante : ôtez-la, ou ajoutez DISCORD_PUBLIC_KEY avec --http."},
		"a gateway that is of":    {"DISCORD_TOKEN=a DISCORD_GATEWAY=of", "", "DISCORD_GATEWAY n'accepte que « off », et non « of »."},
		"one of each platform":    {"SLACK_APP_TOKEN=a DISCORD_PUBLIC_KEY=a", "", "SLACK_APP_TOKEN est donnée, mais il manque SLACK_BOT_TOKEN.\nDISCORD_PUBLIC_KEY est donnée : ajoutez --http ADRESSE."},
		"a secret of a lost file": {"SLACK_BOT_TOKEN_FILE=/nope SLACK_APP_TOKEN=a", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, strings.Join(halves(environment(test.env), test.http), "\n")); diff != "" {
				t.Errorf("halves (-want +got):\n%s", diff)
			}
		})
	}
}

// environment reads "NAME=value NAME=value".
func environment(text string) func(string) string {
	values := map[string]string{}
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, "=")
		values[name] = value
	}
	return func(name string) string { return values[name] }
}

// TestNoDoorLeavesNothing holds that serve tells the half that is missing, and
// makes no state folder when no door opens.
func TestNoDoorLeavesNothing(t *testing.T) {
	state := filepath.Join(t.TempDir(), "etat")
	var said strings.Builder
	code := run(t.Context(), []string{"serve", "--data", gardens, "--state", state}, environment("SLACK_BOT_TOKEN=xoxb-1"), strings.NewReader(""), io.Discard, &said)
	if code != 2 || !strings.Contains(said.String(), "il manque SLACK_APP_TOKEN (connexions sortantes)") {
		t.Errorf("exit code %d: %s", code, said.String())
	}
	if _, err := os.Stat(state); !os.IsNotExist(err) {
		t.Errorf("the state folder was made: %v", err)
	}
}
