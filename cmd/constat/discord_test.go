package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot/discord/discordtest"
)

// TestDiscordRegister registers the commands at a fake Discord, once.
func TestDiscordRegister(t *testing.T) {
	fake := discordtest.New()
	defer fake.Close()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(discordtest.Token+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"DISCORD_TOKEN_FILE": file, "DISCORD_API_URL": fake.URL()}
	discord := func(args ...string) (code int, said, wrong string) {
		var out, errOut bytes.Buffer
		code = run(t.Context(), append([]string{"discord"}, args...), func(name string) string { return env[name] }, nil, &out, &errOut)
		return code, out.String(), errOut.String()
	}
	for _, want := range []string{"Les commandes sont enregistrées.", "Discord connaît déjà ces commandes"} {
		code, said, wrong := discord("register")
		if code != 0 || !strings.HasPrefix(said, want) || !strings.Contains(said, "client_id="+discordtest.AppID) {
			t.Errorf("code %d: %s%s", code, said, wrong)
		}
	}
	puts := 0
	for _, r := range fake.Requests() {
		if r.Method == "PUT" {
			puts++
		}
	}
	if puts != 1 {
		t.Errorf("registered %d times", puts)
	}
	env["DISCORD_TOKEN_FILE"], env["DISCORD_TOKEN"] = "", "wrong"
	if code, _, wrong := discord("register"); code != 1 || !strings.Contains(wrong, "Discord refuse DISCORD_TOKEN") {
		t.Errorf("wrong token: code %d, %s", code, wrong)
	}
	env["DISCORD_TOKEN"] = "Bot wrong"
	if code, _, wrong := discord("register"); code != 2 || strings.Contains(wrong, "wrong") {
		t.Errorf("token with Bot: code %d, %s", code, wrong)
	}
	env["DISCORD_TOKEN"] = ""
	for _, args := range [][]string{{"register"}, {}, {"registre"}} {
		if code, _, wrong := discord(args...); code != 2 || wrong == "" {
			t.Errorf("%q: code %d, %s", args, code, wrong)
		}
	}
}
