package publish

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens; then read their diff like code")

// TestImpact publishes the jardins with the files of each archive beside them,
// then plans the same folder after the edits that the archive names, and
// compares what the plan tells, as JSON too where the archive has it.
//
// "edits" has one edit a line: FILE | OLD | NEW. The other files whose name is
// not "text" or "json" are put into the folder before ("questions/…") or after
// ("after/…") the first publication.
func TestImpact(t *testing.T) {
	files, err := filepath.Glob("testdata/impact/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			golden, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			kept := &txtar.Archive{Comment: golden.Comment}
			dir, edits, wantJSON := copied(t), "", false
			var after []txtar.File
			for _, f := range golden.Files {
				switch {
				case f.Name == "text":
					continue
				case f.Name == "json":
					wantJSON = true
					continue
				case f.Name == "edits":
					edits = string(f.Data)
				case strings.HasPrefix(f.Name, "after/"):
					after = append(after, f)
				default:
					put(t, filepath.Join(dir, f.Name), f.Data)
				}
				kept.Files = append(kept.Files, f)
			}
			p := open(t, Options{State: t.TempDir()})
			publish(t, p, dir)
			for line := range strings.Lines(edits) {
				part := strings.Split(strings.TrimSpace(line), " | ")
				edit(t, filepath.Join(dir, part[0]), part[1], part[2])
			}
			for _, f := range after {
				put(t, filepath.Join(dir, strings.TrimPrefix(f.Name, "after/")), f.Data)
			}
			text, asJSON := told(t, plan(t, p, Changes{Paths: []string{dir}}), dir)
			kept.Files = append(kept.Files, txtar.File{Name: "text", Data: text})
			if wantJSON {
				kept.Files = append(kept.Files, txtar.File{Name: "json", Data: asJSON})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(kept), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(golden)), string(txtar.Format(kept))); diff != "" {
				t.Errorf("%s changed (-golden +got):\n%s", file, diff)
			}
		})
	}
}

func put(tb testing.TB, file string, text []byte) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		tb.Fatal(err)
	}
}

// told is what a plan tells, as text and as JSON, whatever the version and the
// folder.
func told(tb testing.TB, made *Plan, dir string) (text, asJSON []byte) {
	tb.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(made); err != nil {
		tb.Fatal(err)
	}
	plain := strings.NewReplacer(made.Version, "NEXT", made.Replaces, "LIVE", filepath.ToSlash(dir), "DIR", "\u00a0", " ").Replace
	return []byte(plain(made.Text())), []byte(plain(b.String()))
}
