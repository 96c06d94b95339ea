package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// The shares of first hits that `constat search` must bring on PIAF: over all
// questions, and over those that ask for a figure.
const (
	piafFirst  = 0.71
	piafFigure = 0.77
)

// TestPIAF measures ranking through the command, on questions that nobody here
// wrote. The data lies in the folder that CONSTAT_PIAF names, or beside the
// repository, or nowhere.
func TestPIAF(t *testing.T) {
	dir := cmp.Or(os.Getenv("CONSTAT_PIAF"), filepath.Join("..", "..", "..", "shared", "datasets", "piaf"))
	questions, err := os.ReadFile(filepath.Join(dir, "questions.jsonl"))
	if err != nil {
		t.Skip("skipped: no PIAF folder")
	}
	if testing.Short() {
		t.Skip("skipped: thousands of questions")
	}
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"search", "--data", dir, "--limit", "1", "-"}, os.Getenv, bytes.NewReader(questions), &stdout, &stderr); code != 0 {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	type line struct {
		ID       string
		Expected []string
		Figure   bool
		Hits     []struct{ Finding string }
	}
	asked, answered := bufio.NewScanner(bytes.NewReader(questions)), bufio.NewScanner(&stdout)
	var all, figures, first, firstFigures float64
	for asked.Scan() && answered.Scan() {
		var q, a line
		if err := json.Unmarshal(asked.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(answered.Bytes(), &a); err != nil || a.ID != q.ID {
			t.Fatalf("question %s is answered %s (%v)", q.ID, answered.Bytes(), err)
		}
		right := len(a.Hits) > 0 && a.Hits[0].Finding == q.Expected[0]
		all++
		if q.Figure {
			figures++
		}
		if right {
			first++
		}
		if right && q.Figure {
			firstFigures++
		}
	}
	if asked.Scan() || all == 0 || figures == 0 {
		t.Fatalf("only %v questions were answered, %v that ask for a figure", all, figures)
	}
	t.Logf("first hit right: %.3f of %v questions, %.3f of %v that ask for a figure", first/all, all, firstFigures/figures, figures)
	if first/all < piafFirst {
		t.Errorf("first hit right: %.3f of all questions, want %v", first/all, piafFirst)
	}
	if firstFigures/figures < piafFigure {
		t.Errorf("first hit right: %.3f of questions that ask for a figure, want %v", firstFigures/figures, piafFigure)
	}
}
