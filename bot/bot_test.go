package bot

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"constat/data"
)

var update = flag.Bool("update", false, "rewrite the goldens; then read their diff like code")

// jardins is the invented observatory that tests ask.
func jardins(tb testing.TB) *Bot {
	tb.Helper()
	l, faults := data.Read(os.DirFS("../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return open(tb, l)
}

func open(tb testing.TB, l *data.Library) *Bot {
	tb.Helper()
	b, err := New(l)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { b.Close() })
	return b
}

// TestGoldens shows one question through every stage: the frame that is read,
// the best hits with their points, and what is answered. A folder of testdata
// is asked of the observatory of that name.
func TestGoldens(t *testing.T) {
	for folder, of := range map[string]*Bot{"testdata": jardins(t), "testdata/bibliotheques": sylvanie(t)} {
		files, err := filepath.Glob(folder + "/*.txtar")
		if err != nil || len(files) == 0 {
			t.Fatal("no goldens in", folder, err)
		}
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testGolden(t, of, file) })
		}
	}
}

// sylvanie is an invented observatory of three editions that declares its
// populations and has no lexicon.
func sylvanie(tb testing.TB) *Bot {
	tb.Helper()
	l, faults := data.Read(os.DirFS("eval/testdata/bibliotheques"))
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return open(tb, l)
}

func testGolden(t *testing.T, b *Bot, file string) {
	golden, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	asked := strings.TrimSuffix(string(golden.Files[0].Data), "\n")
	got := txtar.Format(&txtar.Archive{Comment: golden.Comment, Files: stages(b, asked)})
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(golden)), string(got)); diff != "" {
		t.Errorf("%s changed (-golden +got):\n%s", file, diff)
	}
}

func stages(b *Bot, asked string) []txtar.File {
	ctx := context.Background()
	g := b.generation()
	defer g.done()
	q := g.reader.Read(asked, "")
	hits, _ := g.index.Search(ctx, q.Query())
	a := b.Handle(ctx, Message{Text: asked})

	var ranked, answered strings.Builder
	for _, h := range hits[:min(3, len(hits))] {
		fmt.Fprintf(&ranked, "%s %.3f", h.Finding.ID, h.Score)
		for _, p := range h.Why {
			if p.Value != 0 {
				fmt.Fprintf(&ranked, " %s:%+.3f", p.Name, p.Value)
			}
		}
		if len(h.Missing) > 0 {
			fmt.Fprintf(&ranked, " missing:%s", strings.Join(h.Missing, ","))
		}
		ranked.WriteString("\n")
	}
	fmt.Fprintf(&answered, "%s %s %s\n", a.Kind, a.Reason, a.Verdict)
	for _, c := range a.Cited {
		fmt.Fprintf(&answered, "cited %s\n", c.ID())
	}
	for _, c := range a.Choices {
		fmt.Fprintf(&answered, "choice %s | %s\n", c.State, c.Label)
	}
	for _, c := range a.Computed {
		fmt.Fprintf(&answered, "computed %s from %s\n", c.Text, strings.Join(c.Operands, ", "))
	}
	fmt.Fprintf(&answered, "\n%s\n", a.Text)
	return []txtar.File{
		{Name: "question", Data: []byte(asked + "\n")},
		{Name: "frame", Data: []byte(q.String())},
		{Name: "hits", Data: []byte(ranked.String())},
		{Name: "answer", Data: []byte(answered.String())},
	}
}
