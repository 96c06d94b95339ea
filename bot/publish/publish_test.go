package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot"
)

const jardins = "../../data/testdata/jardins"

// copied is a copy of the invented observatory, to be edited.
func copied(tb testing.TB) string {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "jardins")
	if err := os.CopyFS(dir, os.DirFS(jardins)); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// edit replaces words of a file, which must be there.
func edit(tb testing.TB, file, old, new string) {
	tb.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		tb.Fatalf("%s does not say %q", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(text), old, new)), 0o644); err != nil {
		tb.Fatal(err)
	}
}

func open(tb testing.TB, o Options) *Publisher {
	tb.Helper()
	p, err := Open(o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { p.Close() })
	return p
}

func plan(tb testing.TB, p *Publisher, c Changes) *Plan {
	tb.Helper()
	made, err := p.Plan(tb.Context(), c)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { made.Close() })
	return made
}

func publish(tb testing.TB, p *Publisher, paths ...string) Live {
	tb.Helper()
	live, err := p.Publish(tb.Context(), plan(tb, p, Changes{Paths: paths}), "test:marie")
	if err != nil {
		tb.Fatal(err)
	}
	return live
}

const rain = "quelle part des jardiniers amateurs récupère l'eau de pluie en 2023 ?"

func say(tb testing.TB, p *Publisher, question string) string {
	tb.Helper()
	return p.Handle(tb.Context(), bot.Message{Text: question}).Text
}

// correct changes one figure of a copy of the jardins.
func correct(tb testing.TB, dir, from, to string) {
	edit(tb, filepath.Join(dir, "jardins-2023.jsonl"), from+" % des jardiniers amateurs", to+" % des jardiniers amateurs")
}

// TestLife follows a figure from its file to the answer, and back.
func TestLife(t *testing.T) {
	state := filepath.Join(t.TempDir(), "etat")
	p := open(t, Options{State: state})
	if live := p.Live(); live.Published != "" || live.Version == "" {
		t.Errorf("before anything is published: %+v", live)
	}
	dir := copied(t)
	first := publish(t, p, dir)
	if got := say(t, p, rain); !strings.Contains(got, "46 %") {
		t.Errorf("the first version says %s", got)
	}
	correct(t, dir, "46", "47")
	second := publish(t, p, dir)
	if got := say(t, p, rain); !strings.Contains(got, "47 %") || second.Version == first.Version {
		t.Errorf("the corrected version %s says %s", second.Version, got)
	}

	kept, err := openData(filepath.Join(state, versionsFolder, first.Version)) // a version is a folder of editions
	if err != nil || bot.Version(kept.library) != first.Version {
		t.Errorf("the folder of version %s holds another one: %v", first.Version, err)
	}
	other := open(t, Options{State: state, Data: jardins})
	if got := other.Live(); got != second {
		t.Errorf("another process serves %+v, want %+v", got, second)
	}
	back, err := p.Rollback(t.Context(), "", "test:paul")
	if err != nil || back.Version != first.Version || back.By != "test:paul" {
		t.Fatalf("went back to %+v: %v", back, err)
	}
	if got := say(t, p, rain); !strings.Contains(got, "46 %") {
		t.Errorf("after going back: %s", got)
	}
	if moved, err := other.Reload(t.Context()); !moved || err != nil {
		t.Errorf("the other process did not follow: %v", err)
	}
	if moved, err := other.Reload(t.Context()); moved || err != nil {
		t.Errorf("nothing changed since, but %v %v", moved, err)
	}
	if got := other.Live(); got != back {
		t.Errorf("the other process serves %+v, want %+v", got, back)
	}
	versions, err := p.Versions()
	if err != nil || len(versions) != 2 || versions[0].ID != second.Version || !versions[1].Live || versions[1].Findings != 25 {
		t.Errorf("versions %+v: %v", versions, err)
	}
	past, err := p.Journal().Publications()
	if err != nil || len(past) != 3 {
		t.Errorf("%d publications: %v", len(past), err)
	}
	if _, err := p.Rollback(t.Context(), "", "test:paul"); err == nil {
		t.Error("went back before the first version")
	}
}

func TestNothingToPublish(t *testing.T) {
	p := open(t, Options{State: t.TempDir()})
	dir := copied(t)
	publish(t, p, dir)
	for name, paths := range map[string][]string{
		"the folder":  {dir},
		"one edition": {filepath.Join(dir, "jardins-2021.yaml")},
		"the lexicon": {filepath.Join(dir, "lexique.yaml")},
	} {
		made := plan(t, p, Changes{Paths: paths})
		if _, err := p.Publish(t.Context(), made, "test:marie"); !errors.Is(err, ErrUnchanged) {
			t.Errorf("%s again: %v", name, err)
		}
	}
}

// TestStalePlan holds that nobody publishes over what they have not seen.
func TestStalePlan(t *testing.T) {
	state := t.TempDir()
	p, other := open(t, Options{State: state}), open(t, Options{State: state})
	dir := copied(t)
	stale := plan(t, p, Changes{Paths: []string{dir}})
	correct(t, dir, "46", "47")
	theirs := publish(t, other, dir)
	var moved *MovedError
	if _, err := p.Publish(t.Context(), stale, "test:marie"); !errors.As(err, &moved) || moved.Version != theirs.Version {
		t.Errorf("a stale plan: %v", err)
	}
	if again := plan(t, p, Changes{Paths: []string{dir}}); again.Replaces != theirs.Version || !again.Unchanged {
		t.Errorf("the plan made again is against %s, want %s", again.Replaces, theirs.Version)
	}
}

func TestNoState(t *testing.T) {
	p := open(t, Options{Data: jardins})
	dir := copied(t)
	correct(t, dir, "46", "47")
	if _, err := p.Publish(t.Context(), plan(t, p, Changes{Paths: []string{dir}}), "test:marie"); !errors.Is(err, ErrNoState) {
		t.Errorf("without a state folder: %v", err)
	}
	if _, err := p.Rollback(t.Context(), "", "test:marie"); !errors.Is(err, ErrNoState) {
		t.Errorf("without a state folder: %v", err)
	}
}
