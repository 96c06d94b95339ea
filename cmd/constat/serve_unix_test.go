//go:build unix

package main

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"constat/bot/publish"
)

// TestHangup publishes from another process' point of view: the house takes
// the version over when it is told to, and not before.
func TestHangup(t *testing.T) {
	state := filepath.Join(t.TempDir(), "etat")
	l := live(t, state, door{"une porte", idle})
	before := l.publisher.Live()
	other, err := publish.Open(publish.Options{State: state})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	plan, err := other.Plan(t.Context(), publish.Changes{Paths: []string{gardens}})
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	published, err := other.Publish(t.Context(), plan, "test:marie")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.publisher.Live(); got != before {
		t.Errorf("%+v answers before the signal", got)
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	for l.publisher.Live() != published && t.Context().Err() == nil {
		runtime.Gosched()
	}
}
