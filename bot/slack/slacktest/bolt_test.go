package slacktest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestBolt has an application on Slack's own framework talk to the fake: what
// Slack's code takes for Slack is close to it. CONSTAT_BOLT names a folder
// where the npm package @slack/bolt is installed.
func TestBolt(t *testing.T) {
	folder := os.Getenv("CONSTAT_BOLT")
	if folder == "" {
		t.Skip("skipped: CONSTAT_BOLT names no folder with @slack/bolt")
	}
	s := New(Options{Ping: time.Second})
	defer s.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	bolt := exec.CommandContext(ctx, "node", "testdata/bolt.mjs", folder, s.API(), BotToken, AppToken)
	var said bytes.Buffer
	bolt.Stdout, bolt.Stderr = &said, &said
	stop, err := bolt.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bolt.Start(); err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%v\n%s\n%+v", err, &said, s.Requests())
		}
	}
	must(s.AwaitSockets(ctx, 1))
	send := func(d Delivery, want int) Posted {
		t.Helper()
		_, err := s.Socket().Deliver(ctx, d)
		must(err)
		all, err := s.Await(ctx, func(p []Posted) bool { return len(p) >= want })
		must(err)
		return all[want-1]
	}
	if p := send(s.Command("U1", "C1", "/observatoire", "compost"), 1); p.Text != "commande compost" || p.Only != "U1" {
		t.Errorf("posted %+v", p)
	}
	mention := s.Mention("U1", "C1", "", "compost")
	asked := send(mention, 2)
	if asked.Thread != mention.TS() || !strings.Contains(string(asked.Metadata), "1|x") {
		t.Errorf("posted %+v", asked)
	}
	button, ok := asked.Button("Voir")
	if !ok {
		t.Fatalf("no button in %s", asked.Blocks)
	}
	if p := send(s.Click("U2", button), 3); p.Text != "bouton 1|x" || p.Only != "U2" {
		t.Errorf("posted %+v", p)
	}
	send(s.DM("U1", "", "compost"), 5)
	if all := s.Posted(); all[3].Text != "message compost, 0 avant" || all[4].Only != "U1" {
		t.Errorf("posted %+v", all[3:])
	}
	s.Disconnect("refresh_requested")
	must(s.AwaitSockets(ctx, 0))
	must(s.AwaitSockets(ctx, 1))
	send(s.DM("U3", "", "encore"), 7)
	must(stop.Close())
	must(bolt.Wait())
	if lines := strings.Split(strings.TrimSpace(said.String()), "\n"); slices.ContainsFunc(lines, func(l string) bool {
		return strings.Contains(l, "[WARN]") || strings.Contains(l, "[ERROR]") || strings.Contains(l, "rror:")
	}) {
		t.Errorf("it complains:\n%s", &said)
	}
}
