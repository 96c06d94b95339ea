package publish

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWatch follows what another process publishes, at the next look.
func TestWatch(t *testing.T) {
	o := Options{State: t.TempDir()}
	watching, other := open(t, o), open(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	looks, ended := make(chan time.Time), make(chan bool)
	go func() {
		watching.watch(ctx, looks)
		close(ended)
	}()
	live := publish(t, other, copied(t))
	looks <- time.Time{}
	looks <- time.Time{} // taken once the first look is over
	if got := watching.Live(); got != live {
		t.Errorf("%+v answers, want %+v", got, live)
	}
	cancel()
	<-ended
}

// TestDamaged holds that a version whose file was altered is never served: the
// one that answers goes on, the next process says what to do, and going back
// works without it.
func TestDamaged(t *testing.T) {
	stateDir := t.TempDir()
	p, other := open(t, Options{State: stateDir}), open(t, Options{State: stateDir})
	dir := copied(t)
	first := publish(t, p, dir)
	if moved, err := other.Reload(t.Context()); !moved || err != nil {
		t.Fatal(err)
	}
	correct(t, dir, "46", "47")
	second := publish(t, p, dir)
	edit(t, filepath.Join(stateDir, versionsFolder, second.Version, "jardins-2023.jsonl"), "47 %", "48 %")

	if moved, err := other.Reload(t.Context()); moved || err == nil || !strings.Contains(err.Error(), "la version "+first.Version+" répond toujours") {
		t.Errorf("reloaded %v: %v", moved, err)
	}
	if other.Live() != first {
		t.Errorf("%+v answers", other.Live())
	}
	if _, err := Open(Options{State: stateDir}); err == nil || !strings.Contains(err.Error(), "« jardins-2023.jsonl » a changé") || !strings.Contains(err.Error(), "constat rollback") {
		t.Errorf("the next process: %v", err)
	}
	back, err := Rollback(t.Context(), Options{State: stateDir}, "", "test:paul")
	if err != nil || back.Version != first.Version {
		t.Errorf("went back to %+v: %v", back, err)
	}
	if next := open(t, Options{State: stateDir}); next.Live() != back {
		t.Errorf("%+v answers, want %+v", next.Live(), back)
	}
}

// TestRepublishDamaged writes again a version whose folder is not whole.
func TestRepublishDamaged(t *testing.T) {
	stateDir := t.TempDir()
	p := open(t, Options{State: stateDir})
	dir := copied(t)
	first := publish(t, p, dir)
	corrected := copied(t)
	correct(t, corrected, "46", "47")
	publish(t, p, corrected)
	if err := os.Remove(filepath.Join(stateDir, versionsFolder, first.Version, "jardins-2021.yaml")); err != nil {
		t.Fatal(err)
	}
	if live := publish(t, p, dir); live.Version != first.Version {
		t.Fatalf("%+v answers", live)
	}
	if next := open(t, Options{State: stateDir}); next.Live().Version != first.Version {
		t.Errorf("%+v answers", next.Live())
	}
}

// TestOtherProgram serves a version that a program with another index named:
// answers carry the name that this one gives it.
func TestOtherProgram(t *testing.T) {
	stateDir := t.TempDir()
	dir := copied(t)
	written := publish(t, open(t, Options{State: stateDir}), dir)
	const named = "0123456789ab"
	versions := filepath.Join(stateDir, versionsFolder)
	if err := os.Rename(filepath.Join(versions, written.Version), filepath.Join(versions, named)); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(stateDir, currentFile), written.Version, named)
	if _, err := Open(Options{State: stateDir}); err == nil || !strings.Contains(err.Error(), "celui de la version "+written.Version) {
		t.Errorf("a folder under another name: %v", err)
	}
	edit(t, filepath.Join(versions, named, manifestFile), written.Version, named)
	p := open(t, Options{State: stateDir})
	if live := p.Live(); live.Published != named || live.Version != written.Version {
		t.Errorf("%+v answers, want %s under its own name", live, named)
	}
	if made := plan(t, p, Changes{Paths: []string{dir}}); !made.Unchanged {
		t.Error("the same editions change something")
	}
	put(t, filepath.Join(versions, named, "jardins-2021.yaml"), []byte("serie: Les jardins\n"))
	edit(t, filepath.Join(versions, named, manifestFile), fingerprintOf(t, dir, "jardins-2021.yaml"), fingerprint([]byte("serie: Les jardins\n")))
	if _, err := Open(Options{State: stateDir}); err == nil || !strings.Contains(err.Error(), "ne lit pas la version "+named) {
		t.Errorf("editions that this program does not take: %v", err)
	}
}

func fingerprintOf(tb testing.TB, dir, name string) string {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		tb.Fatal(err)
	}
	return fingerprint(text)
}
