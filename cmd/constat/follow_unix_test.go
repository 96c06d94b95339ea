//go:build unix

package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is the program itself, in a process of its own: see TestMain.
func program(ctx context.Context, t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, self, args...)
	cmd.Args[0] = "constat"
	cmd.Stderr = os.Stderr
	return cmd
}

// TestServeFollows runs the program as an operator does: it serves, another
// process publishes and goes back, the first takes it over without a restart,
// and SIGTERM ends it well.
func TestServeFollows(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	state := filepath.Join(t.TempDir(), "etat")
	run := func(args ...string) {
		t.Helper()
		if out, err := program(ctx, t, args...).Output(); err != nil {
			t.Fatalf("constat %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	serve := program(ctx, t, "serve", "--data", gardens, "--state", state, "--watch", "--http", "127.0.0.1:0", "--journal-days", "2")
	serve.Env = append(os.Environ(), "DISCORD_PUBLIC_KEY="+strings.Repeat("ab", 32))
	out, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewReader(out)
	line, err := said.ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "À l'écoute sur ")
	if !ok {
		t.Fatalf("serve says %q: %v", line, err)
	}
	served := func() string {
		t.Helper()
		r, err := http.Get(address + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		version, err := io.ReadAll(r.Body)
		if err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("/readyz: %d %v", r.StatusCode, err)
		}
		return strings.TrimSpace(string(version))
	}
	until := func(what string, holds func(version string) bool) {
		t.Helper()
		for look := time.Tick(50 * time.Millisecond); ; <-look {
			version := served()
			if holds(version) {
				return
			}
			if ctx.Err() != nil {
				t.Fatalf("%s: %s is still served", what, version)
			}
		}
	}
	first := served()
	run("publish", "--state", state, gardens)
	if got := served(); got != first {
		t.Errorf("the same editions are served as %s, and were as %s", got, first)
	}
	edition := filepath.Join(t.TempDir(), "jardins-2031.yaml")
	if err := os.WriteFile(edition, []byte("observatoire: Observatoire des jardins\nserie: jardins\nediteur: Institut du Râteau\nedition: 2031\n"+
		"sources: [{id: r, editeur: Râteau, page: p. 1}]\nconstats:\n  - {id: j9-01, enonce: Un énoncé., source: r}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run("publish", "--state", state, edition)
	until("publish", func(v string) bool { return v != first })
	run("rollback", "--state", state)
	until("rollback", func(v string) bool { return v == first })
	if err := serve.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, said)
	if err := serve.Wait(); err != nil {
		t.Errorf("after SIGTERM: %v", err)
	}
}
