package data

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"constat/data/figure"
)

// rawEnglish finds the words of the libraries' own messages.
var rawEnglish = regexp.MustCompile(`(?i)\b(did not|expected|found character|while (scanning|parsing)|go-yaml|invalid|unexpected|not allowed|cannot|error)\b`)

// quotes are what a message repeats of the file, and may be in any language.
var quotes = regexp.MustCompile(`«[^»]*»`)

// FuzzRead reads any edition and any file of findings. Either a library whose
// every finding is whole, or a fault that an admin can read; twice the same.
func FuzzRead(f *testing.F) {
	seeds, _ := filepath.Glob("testdata/faults/*.txtar")
	for _, path := range seeds {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data, []byte(nil))
	}
	for _, path := range []string{"jardins-2021", "jardins-2023"} {
		edition, _ := os.ReadFile("testdata/jardins/" + path + ".yaml")
		findings, _ := os.ReadFile("testdata/jardins/" + path + ".jsonl")
		f.Add(edition, findings)
	}
	f.Fuzz(func(t *testing.T, edition, findings []byte) {
		folder := fstest.MapFS{"a.yaml": {Data: edition}, "jardins-2023.jsonl": {Data: findings}}
		l, faults := Read(folder)
		_, again := Read(folder)
		if diff := cmp.Diff(faults, again); diff != "" {
			t.Fatalf("other faults the second time:\n%s", diff)
		}
		for _, fault := range faults {
			if fault.Line < 1 || fault.Column < 0 || fault.File == "" || fault.Message == "" || !utf8.ValidString(fault.Message) {
				t.Errorf("fault %+v", fault)
			}
			if english := rawEnglish.FindString(quotes.ReplaceAllString(fault.Message, "")); english != "" {
				t.Errorf("%q in %q", english, fault.Message)
			}
		}
		if l == nil {
			if faults.Err() == nil {
				t.Error("neither a library nor a fault")
			}
			return
		}
		if faults.Err() != nil {
			t.Errorf("a library with faults: %v", faults)
		}
		for _, finding := range l.Findings {
			wholeFinding(t, l, finding)
		}
	})
}

func wholeFinding(t *testing.T, l *Library, f *Finding) {
	if f.ID == "" || isBlank(f.Statement) || len(f.Sources) == 0 || f.Edition == nil || f.Status == "" || f.Attribution == "" {
		t.Errorf("finding %+v", f)
	}
	if known, _ := l.Finding(f.ID); known != f {
		t.Errorf("%s is not found by its id", f.ID)
	}
	for _, linked := range append(append([]*Finding{}, f.Contradicts...), f.Restates...) {
		if known, _ := l.Finding(linked.ID); known != linked || linked == f {
			t.Errorf("%s is linked to %s", f.ID, linked.ID)
		}
	}
	figures := []*figure.Figure{f.Figure}
	for _, item := range f.Items {
		figures = append(figures, item.Figure)
	}
	for _, g := range figures {
		if g != nil && (isBlank(g.Wording) || boundsFault(*g) != "") {
			t.Errorf("%s: figure %+v", f.ID, g)
		}
	}
}
