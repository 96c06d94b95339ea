package discordtest

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestDiscordJS has a bot on discord.js talk to the fake, through a lost
// connection and an invalid session: what code that was written against
// Discord takes for Discord is close to it. CONSTAT_DISCORDJS names a folder
// where the npm package discord.js is installed, by its whole path.
func TestDiscordJS(t *testing.T) {
	if os.Getenv("CONSTAT_DISCORDJS") == "" {
		t.Skip("skipped: CONSTAT_DISCORDJS names no folder with discord.js")
	}
	s := New()
	defer s.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	script := exec.CommandContext(ctx, "node", "testdata/discordjs.mjs", s.URL(), Token)
	out, err := script.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var wrong bytes.Buffer
	script.Stderr = &wrong
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(script.Start())
	lines := bufio.NewScanner(out)
	expect := func(want string) {
		t.Helper()
		for lines.Scan() {
			line := lines.Text()
			if line == want {
				return
			}
			if strings.HasPrefix(line, "error") {
				t.Errorf("discord.js: %s", line)
			}
		}
		t.Fatalf("discord.js never said %q: %s", want, &wrong)
	}
	server := Person{ID: "42", Name: "Camille", Guild: "7", Channel: "70"}
	direct := Person{ID: "42", Name: "Camille", Channel: "71"}
	question := func(text string) *Interaction { return s.Command(server, "observatoire", Option("question", text)) }
	expect("ready " + BotID)
	asked := question("compost ?")
	must(s.Send(asked))
	expect("answered compost ?")
	if got := s.Of(asked); got.Type != TypeDeferred || got.Flags != 64 || got.Answers != 1 {
		t.Errorf("deferred: %+v", got)
	}
	must(s.Disturb(Reconnect))
	must(s.Send(s.Click(direct, "5", "f|1|j1-01")))
	expect("pressed f|1|j1-01")
	must(s.Send(s.Typing(server, "observatoire", "question", "com")))
	expect("completed com")
	_, err = s.Say(direct, "bonjour", nil)
	must(err)
	expect("heard bonjour")
	must(s.Disturb(Invalid))
	must(s.WaitReady(ctx))
	must(s.Send(question("encore ?")))
	expect("answered encore ?")
	must(script.Process.Signal(syscall.SIGTERM))
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "error") {
			t.Errorf("discord.js: %s", lines.Text())
		}
	}
	_ = script.Wait() // its end is ours
}
