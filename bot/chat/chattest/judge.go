// Package chattest is what the tests of Slack and of Discord share: judges of
// what is sent, and answers to send.
package chattest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Conformance are the checkers of what is sent to Slack and Discord, made to
// run in a folder of their own.
type Conformance struct {
	t   testing.TB
	dir string
}

// NewConformance copies the checkers from the folder that CONSTAT_CONFORMANCE
// names, or from shared/conformance beside the repository or one folder
// higher. The test is skipped where they, Node or their packages are not, and
// in short tests: they take half a minute.
func NewConformance(t testing.TB) *Conformance {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: the conformance checkers take half a minute")
	}
	source := checkers()
	if source == "" {
		t.Skip("skipped: no conformance checkers (CONSTAT_CONFORMANCE names their folder, by its whole path)")
	}
	c := &Conformance{t, t.TempDir()}
	if err := os.CopyFS(c.dir, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(c.dir, "node_modules")); err != nil {
		if out, err := c.run("npm", "ci", "--no-audit", "--no-fund"); err != nil {
			t.Skipf("skipped: the checkers' packages are not to be had: %s", out)
		}
	}
	return c
}

func checkers() string {
	if dir := os.Getenv("CONSTAT_CONFORMANCE"); dir != "" {
		return dir
	}
	for dir, up := ".", 0; up < 6; dir, up = filepath.Join(dir, ".."), up+1 {
		beside := filepath.Join(dir, "shared", "conformance")
		if _, err := os.Stat(filepath.Join(beside, "check-log.mjs")); err == nil {
			return beside
		}
	}
	return ""
}

// Check runs one of the checkers, and returns what it says.
func (c *Conformance) Check(checker string, args ...string) (string, error) {
	return c.run("node", append([]string{checker}, args...)...)
}

func (c *Conformance) run(name string, args ...string) (string, error) {
	if _, err := exec.LookPath(name); err != nil {
		c.t.Skipf("skipped: no %s", name)
	}
	command := exec.CommandContext(c.t.Context(), name, args...)
	command.Dir = c.dir
	out, err := command.CombinedOutput()
	return string(out), err
}

// CheckLog has every request of a log judged, one a line of JSON, and returns
// how many were accepted. What is refused fails the test.
func (c *Conformance) CheckLog(log []byte) int {
	c.t.Helper()
	name, accepted := filepath.Join(c.dir, "requests.jsonl"), 0
	for requests := range slices.Chunk(bytes.SplitAfter(bytes.TrimSuffix(log, []byte("\n")), []byte("\n")), mostJudged) {
		if err := os.WriteFile(name, bytes.Join(requests, nil), 0o600); err != nil {
			c.t.Fatal(err)
		}
		out, err := c.Check("check-log.mjs", name)
		n := strings.Count(out, "OK     ")
		if err != nil || n != len(requests) {
			c.t.Errorf("%v, %d of %d requests accepted:\n%s", err, n, len(requests), refused(out))
		}
		accepted += n
	}
	return accepted
}

// mostJudged is how many requests are judged at once: the checker ends before
// more than 64 KiB of what it says, a line a request, are read from a pipe.
const mostJudged = 800

// maxLines is how much of what is refused is shown.
const maxLines = 40

func refused(out string) string {
	var lines []string
	for line := range strings.SplitSeq(out, "\n") {
		if !strings.HasPrefix(line, "OK ") && len(lines) < maxLines {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
