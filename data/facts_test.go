package data_test

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"constat/data"
)

// TestFacts compares the embedded editions with the file of published facts,
// when that lies beside the repository: every finding, its sentence, its first
// source, and its figure where the source words one.
func TestFacts(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("..", "..", "shared", "facts", "markess.yaml"))
	if err != nil {
		t.Skip("skipped: no file of facts beside the repository")
	}
	type edition struct {
		Findings []struct {
			ID        string
			Statement string `yaml:"statement_fr"`
			Value     *float64
			Unit      string
			Wording   string
			Source    string
		}
	}
	var facts struct {
		Editions []edition
		Later    []edition `yaml:"later_editions"`
		Siblings []edition `yaml:"sibling_studies"`
	}
	if err := yaml.Unmarshal(src, &facts); err != nil {
		t.Fatal(err)
	}
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	seen, figures := 0, 0
	for _, e := range append(append(facts.Editions, facts.Later...), facts.Siblings...) {
		for _, fact := range e.Findings {
			seen++
			f, ok := l.Finding(fact.ID)
			switch {
			case !ok:
				t.Errorf("%s is not published", fact.ID)
				continue
			case f.Statement != fact.Statement:
				t.Errorf("%s says %q, want %q", f.ID, f.Statement, fact.Statement)
			case f.Sources[0].ID != fact.Source:
				t.Errorf("%s is from %s, want %s", f.ID, f.Sources[0].ID, fact.Source)
			}
			if f.Figure == nil || fact.Value == nil {
				continue
			}
			if f.Figure.Wording != fact.Wording {
				t.Errorf("%s is worded %q, want %q", f.ID, f.Figure.Wording, fact.Wording)
			}
			want := *fact.Value
			if n, ok := strings.CutPrefix(fact.Unit, "sur "); ok {
				of, err := strconv.ParseFloat(n, 64)
				if err != nil {
					t.Fatalf("%s: %v", fact.ID, err)
				}
				want *= 100 / of
			}
			if strings.Contains(fact.Unit, "milliard") {
				want *= 1e9
			}
			figures++
			if v := f.Figure.Value; v == nil || math.Abs(*v-want) > 1e-4*math.Max(1, math.Abs(want)) {
				t.Errorf("%s: the figure %q is %v, want %g %s", f.ID, f.Figure.Wording, v, *fact.Value, fact.Unit)
			}
		}
	}
	if seen != len(l.Findings) {
		t.Errorf("%d facts, %d findings", seen, len(l.Findings))
	}
	t.Logf("%d findings, %d figures compared", seen, figures)
}
