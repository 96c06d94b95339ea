package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the architecture: every package of the program, and those of
// ours that it may import. A new package is one more line here.
var mayImport = map[string][]string{
	"data/figure":  {},
	"data/lexicon": {},
	"data":         {"data/figure", "data/lexicon"},
	"index/french": {"data/lexicon"},
	"index":        {"data", "data/lexicon", "index/french"},
	"bot/question": {"data", "data/figure", "data/lexicon", "index", "index/french"},
	"bot/answer":   {"data", "data/figure", "data/lexicon", "index", "bot/question"},
	"bot":          {"data", "index", "bot/question", "bot/answer"},
	"bot/eval":     {"data", "bot", "bot/answer"},
	"bot/journal":  {"data/lexicon", "bot/answer"},
	"bot/publish":  {"data", "data/lexicon", "bot", "bot/question", "bot/answer", "bot/eval", "bot/journal"},
	"bot/console":  {"data", "bot", "bot/answer"},
	"bot/chat":     {"data", "data/figure", "data/lexicon", "bot", "bot/answer", "bot/publish", "bot/journal"},
	"cmd/constat":  {"*"},

	"bot/chat/chattest":       {"data", "bot", "bot/answer", "bot/eval"},
	"bot/discord":             {"bot/answer", "bot/chat"},
	"bot/discord/discordtest": {},
	"bot/slack":               {"bot/answer", "bot/chat"},
	"bot/slack/slacktest":     {},
}

// alone names libraries that only some packages may import.
var alone = map[string][]string{
	"github.com/blevesearch/":     {"index", "index/french"},
	"golang.org/x/term":           {"bot/console", "cmd/constat"},
	"go.yaml.in/yaml/":            {"data", "bot/eval"},
	"github.com/VictoriaMetrics/": {"bot/chat", "cmd/constat"},
	"github.com/bwmarrin/":        {"bot/discord"},
	"github.com/slack-go/":        {"bot/slack"},
	"go.etcd.io/bbolt":            {"bot/journal", "bot/chat"},
}

// TestImports parses the files rather than asking the go command: files that a
// test opens are part of what its cached result stands on.
func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	module := moduleName(t, root)
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return enter(root, name, entry)
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		dir, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(dir)
		allowed, known := mayImport[pkg]
		if !known && !seen[pkg] {
			t.Errorf("package %s is not in the table of who may import whom", pkg)
		}
		seen[pkg] = true
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			ours, isOurs := strings.CutPrefix(imported, module+"/")
			if isOurs && !slices.Contains(allowed, "*") && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s: %s may not", name, ours, pkg)
			}
			for library, users := range alone {
				if strings.HasPrefix(imported, library) && !slices.Contains(users, pkg) {
					t.Errorf("%s imports %s: only %s may", name, imported, strings.Join(users, " and "))
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range mayImport {
		if !seen[pkg] {
			t.Errorf("package %s is in the table and has no file", pkg)
		}
	}
}

// enter passes over what the go command passes over, and nested modules.
func enter(root, name string, entry fs.DirEntry) error {
	if name == root {
		return nil
	}
	base := entry.Name()
	_, err := os.Stat(filepath.Join(name, "go.mod"))
	if err == nil || base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
		return filepath.SkipDir
	}
	return nil
}

func moduleName(t *testing.T, root string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(src), "\n")
	return path.Clean(strings.TrimSpace(strings.TrimPrefix(first, "module")))
}
