package eval

import (
	"os"
	"path/filepath"
	"testing"

	"constat/bot"
	"constat/data"
)

// bar is what the 2015 edition answers alone: of these questions all but one,
// and over the whole file nothing false and nothing wrong.
var bar = []string{"mk001", "mk002", "mk005", "mk010", "mk014", "mk015", "mk020", "mk021", "mk038"}

// TestMarkess asks the whole file of all the editions, and of the 2015 edition
// alone: what an edition does not publish is never answered by another finding
// of it.
func TestMarkess(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	alone, faults := data.ReadPaths([]string{"../../data/editions/competences-numeriques-2015.yaml"}, nil)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	for name, library := range map[string]*data.Library{"all": published, "2015": alone} {
		t.Run(name, func(t *testing.T) { holdBar(t, library) })
	}
}

func holdBar(t *testing.T, library *data.Library) {
	t.Helper()
	name := filepath.Join("testdata", "markess.yaml")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, faults := Read(name, src)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	b, err := bot.New(library)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	r := Run(t.Context(), b.Handle, library, file)
	failed := map[string]Failure{}
	for _, f := range r.Failures {
		failed[f.ID] = f
		if f.Outcome != Missed {
			t.Errorf("%s %q: %s, cites %q, says %q", f.ID, f.Turns, f.Outcome, f.Cited, f.Text)
		}
	}
	missed := 0
	for _, id := range bar {
		if f, ok := failed[id]; ok {
			missed++
			t.Logf("%s %q is not right: %s %s, cites %q", id, f.Turns, f.Answer, f.Reason, f.Cited)
		}
	}
	if missed > 1 {
		t.Errorf("%d of %d questions of the bar are right, want at least %d", len(bar)-missed, len(bar), len(bar)-1)
	}
	if r.False.Count.Count > 0 || r.Wrong.Count.Count > 0 {
		t.Errorf("%d false and %d wrong, want none", r.False.Count.Count, r.Wrong.Count.Count)
	}
}
