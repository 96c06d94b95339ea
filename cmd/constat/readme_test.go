package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the exchanges of README.md")

// exchange is a block of README.md that shows a command and what it prints.
var exchange = regexp.MustCompile("(?s)```console\n\\$ go run ./cmd/constat ask \"([^\"]*)\"\n(.*?)```\n")

// TestReadmeExchanges holds the exchanges that README.md shows to what the
// program says.
func TestReadmeExchanges(t *testing.T) {
	name := filepath.Join("..", "..", "README.md")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(exchange.FindAll(src, -1)) < 2 {
		t.Error("README.md should show an exchange and an abstention")
	}
	said := exchange.ReplaceAllFunc(src, func(block []byte) []byte {
		question := string(exchange.FindSubmatch(block)[1])
		var out bytes.Buffer
		if code := run(t.Context(), []string{"ask", question}, os.Getenv, nil, &out, os.Stderr); code != 0 {
			t.Errorf("%q: exit code %d", question, code)
		}
		head, _, _ := bytes.Cut(block, []byte("\n$"))
		return []byte(string(head) + "\n$ go run ./cmd/constat ask \"" + question + "\"\n" + out.String() + "```\n")
	})
	if *update {
		if err := os.WriteFile(name, said, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(src), string(said)); diff != "" {
		t.Errorf("README.md shows other answers than the program gives; -update rewrites them (-README +program):\n%s", diff)
	}
}

// yamlBlock is a block of README.md, inside a list, that shows a file.
var yamlBlock = regexp.MustCompile("(?s)   ```yaml\n(.*?)   ```\n")

// TestReadmeEdition holds that the edition, the lexicon and the questions that
// README.md shows are sound together, and that the questions are answered.
func TestReadmeEdition(t *testing.T) {
	src, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"jardins.yaml", "lexique.yaml", filepath.Join("questions", "jardins.yaml")}
	blocks := yamlBlock.FindAllSubmatch(src, -1)
	if len(blocks) != len(names) {
		t.Fatalf("%d files are shown, want %v", len(blocks), names)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "questions"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		text := strings.ReplaceAll("\n"+string(blocks[i][1]), "\n   ", "\n")
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"check", dir}, {"publish", "--dry-run", dir}} {
		var out bytes.Buffer
		if code := run(t.Context(), args, os.Getenv, nil, &out, os.Stderr); code != 0 || strings.Contains(out.String(), "avertissement :") {
			t.Errorf("%s: exit code %d\n%s", args[0], code, out.String())
		}
	}
}

// TestReadmeCommands holds that .ci/run runs what README.md says tests the
// program.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	ci, err := os.ReadFile(filepath.Join("..", "..", ".ci", "run"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(readme), "\n## Testing\n\n```sh\n")
	command, _, _ := strings.Cut(after, "\n")
	if command == "" || !strings.Contains(string(ci), "step "+command+"\n") {
		t.Errorf(".ci/run does not run %q", command)
	}
}
