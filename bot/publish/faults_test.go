package publish

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"constat/data"
)

// placed is a fault with its file and line.
var placed = regexp.MustCompile(`^\S+\.(yaml|yml|jsonl):\d+:`)

// TestEveryFaultRefuses publishes each archive of faulty editions over a
// version that answers: it is refused with the file and the line of every
// fault, and the version goes on answering the same.
func TestEveryFaultRefuses(t *testing.T) {
	archives, err := filepath.Glob("../../data/testdata/faults/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archive", err)
	}
	stateDir := t.TempDir()
	p := open(t, Options{State: stateDir})
	live := publish(t, p, copied(t))
	answer, disk := say(t, p, rain), listing(t, stateDir)
	refused := 0
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		dir, wrong := unpack(t, archive)
		_, err = p.Plan(t.Context(), Changes{Paths: []string{dir}, Only: true})
		if (err != nil) != wrong {
			t.Errorf("%s: error %v, but faults %v", filepath.Base(path), err, wrong)
		}
		if err == nil {
			continue
		}
		refused++
		var faults data.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
		for line := range strings.Lines(err.Error()) {
			if !placed.MatchString(strings.TrimPrefix(line, filepath.ToSlash(dir)+"/")) {
				t.Errorf("%s: no file and line in %q", filepath.Base(path), line)
			}
		}
	}
	if refused < len(archives)/2 {
		t.Errorf("only %d of %d archives were refused", refused, len(archives))
	}
	if got := p.Live(); got != live || say(t, p, rain) != answer {
		t.Errorf("after all this %+v answers, want %+v", got, live)
	}
	if got := listing(t, stateDir); got != disk {
		t.Errorf("the state folder changed:\n%s\nwas:\n%s", got, disk)
	}
}

// unpack writes the files of an archive of faults, and reports whether one of
// its faults is not a warning.
func unpack(tb testing.TB, archive *txtar.Archive) (dir string, wrong bool) {
	tb.Helper()
	dir = tb.TempDir()
	for _, f := range archive.Files {
		if f.Name != "faults" {
			put(tb, filepath.Join(dir, f.Name), f.Data)
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			wrong = wrong || !strings.Contains(line, " avertissement :")
		}
	}
	return dir, wrong
}

// listing names every file of a folder.
func listing(tb testing.TB, dir string) string {
	tb.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		b.WriteString(name + "\n")
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// TestUnprovedIsRefused holds that a version which lost an answer of its
// folder's questions is shown, and not published.
func TestUnprovedIsRefused(t *testing.T) {
	p := open(t, Options{State: t.TempDir()})
	dir := copied(t)
	live := publish(t, p, dir)
	edit(t, filepath.Join(dir, "jardins-2023.jsonl"), `"id": "j2-01"`, `"id": "j2-99"`)
	edit(t, filepath.Join(dir, "jardins-2023.jsonl"), `"redit": ["j2-01"]`, `"redit": ["j2-99"]`)
	made := plan(t, p, Changes{Paths: []string{dir}})
	if _, err := p.Publish(t.Context(), made, "test:marie"); err == nil || !strings.Contains(err.Error(), "q1 : attendu j2-01, qui n'existe dans aucune édition") {
		t.Errorf("published without its proof: %v", err)
	}
	if p.Live() != live {
		t.Errorf("%+v answers", p.Live())
	}
}
