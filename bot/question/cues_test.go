package question

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"constat/data/lexicon"
)

// TestCues holds that every word that a rule names in place is one of
// cueWords: otherwise it may be taken for a typing error before the rule reads
// it.
func TestCues(t *testing.T) {
	word := regexp.MustCompile(`^[a-z]{5,}$`) // shorter words are never corrected
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	check := func(e ast.Expr) {
		literal, ok := e.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return
		}
		w, err := strconv.Unquote(literal.Value)
		if err != nil || !word.MatchString(w) || lexicon.ClassOf(w) != lexicon.Subject {
			return
		}
		checked++
		if !cueWords[w] {
			t.Errorf("%q is read by a rule and is not registered in cues.go", w)
		}
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || name == "string.go" { // which prints, and reads nothing
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				check(n.X)
				check(n.Y)
			case *ast.CaseClause:
				for _, e := range n.List {
					check(e)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "says" {
					for _, e := range n.Args {
						check(e)
					}
				}
			}
			return true
		})
	}
	if checked == 0 {
		t.Error("no rule names a word in place")
	}
}
