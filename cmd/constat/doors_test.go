package main

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"constat/bot/publish"
)

// TestDoors holds that the environment alone says which doors open.
func TestDoors(t *testing.T) {
	p, err := publish.Open(publish.Options{Data: gardens})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	key := strings.Repeat("ab", 32)
	for name, test := range map[string]struct {
		env   map[string]string
		http  string
		want  string // the doors, or what the error names
		fault bool
	}{
		"nothing":                {map[string]string{}, ":0", "", false},
		"sockets":                {map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}, "", "Slack, par connexions sortantes", false},
		"sockets before HTTP":    {map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "SLACK_SIGNING_SECRET": "s"}, ":0", "Slack, par connexions sortantes", false},
		"Slack over HTTP":        {map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, ":0", "Slack, à l'adresse /slack/events", false},
		"no address for Slack":   {map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}, "", "", false},
		"a wrong Slack token":    {map[string]string{"SLACK_BOT_TOKEN": "xoxp-1", "SLACK_APP_TOKEN": "xapp-1"}, "", "SLACK_BOT_TOKEN", true},
		"gateway":                {map[string]string{"DISCORD_TOKEN": "t"}, "", "Discord, par connexion sortante", false},
		"both ways into Discord": {map[string]string{"DISCORD_TOKEN": "t", "DISCORD_PUBLIC_KEY": key}, ":0", "Discord, par connexion sortante; Discord, à l'adresse /discord/interactions", false},
		"no gateway":             {map[string]string{"DISCORD_TOKEN": "t", "DISCORD_PUBLIC_KEY": key, "DISCORD_GATEWAY": "off"}, ":0", "Discord, à l'adresse /discord/interactions", false},
		"no token":               {map[string]string{"DISCORD_PUBLIC_KEY": key}, ":0", "Discord, à l'adresse /discord/interactions", false},
		"no address for Discord": {map[string]string{"DISCORD_PUBLIC_KEY": key}, "", "", false},
		"a wrong Discord key":    {map[string]string{"DISCORD_PUBLIC_KEY": "ab"}, ":0", "DISCORD_PUBLIC_KEY", true},
		"two values":             {map[string]string{"DISCORD_TOKEN": "t", "DISCORD_TOKEN_FILE": "f"}, "", "DISCORD_TOKEN_FILE", true},
		"a wrong administrator":  {map[string]string{"CONSTAT_ADMINS": "marie"}, "", "« marie »", true},
		"both platforms":         {map[string]string{"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "DISCORD_TOKEN": "t"}, "", "Slack, par connexions sortantes; Discord, par connexion sortante", false},
	} {
		t.Run(name, func(t *testing.T) {
			getenv := func(name string) string { return test.env[name] }
			var names []string
			desk, ledger, err := openDesk(p, getenv, gardens, "", 1)
			if err == nil {
				defer ledger.Close()
				var doors []door
				doors, err = openDoors(&house{publisher: p, desk: desk, getenv: getenv, http: test.http, mux: http.NewServeMux()})
				for _, d := range doors {
					names = append(names, d.name)
				}
			}
			var wrong *usageError
			switch {
			case test.fault && (!errors.As(err, &wrong) || !strings.Contains(err.Error(), test.want)):
				t.Errorf("error %v, want a usage error about %s", err, test.want)
			case !test.fault && (err != nil || strings.Join(names, "; ") != test.want):
				t.Errorf("doors %q, %v; want %q", names, err, test.want)
			}
		})
	}
}

// TestNoDoor holds that serve tells an operator who set nothing what to set.
func TestNoDoor(t *testing.T) {
	var said strings.Builder
	code := run(t.Context(), []string{"serve", "--data", gardens}, func(string) string { return "" }, strings.NewReader(""), io.Discard, &said)
	if code != 2 {
		t.Errorf("exit code %d", code)
	}
	for _, o := range openings {
		if !strings.Contains(said.String(), o.variables) {
			t.Errorf("%q is not named in %q", o.variables, said.String())
		}
	}
}
