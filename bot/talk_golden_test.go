package bot

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"constat/bot/answer"
	"constat/data"
)

// TestTalk holds conversations: a line a turn, a label in brackets for a click
// on that button.
func TestTalk(t *testing.T) {
	l, faults := data.Read(os.DirFS("../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b, err := NewAt(l, func() time.Time { return time.Date(2024, time.June, 18, 0, 0, 0, 0, time.UTC) })
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	files, err := filepath.Glob("testdata/talk/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no conversations", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			golden, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var told strings.Builder
			var a answer.Answer
			for line := range strings.Lines(string(golden.Files[0].Data)) {
				m := Message{Text: strings.TrimSpace(line), State: a.State}
				if label, clicks := strings.CutPrefix(m.Text, "["); clicks {
					label = strings.TrimSuffix(label, "]")
					buttons := slices.Concat(a.Choices, a.Near, a.FollowUps)
					at := slices.IndexFunc(buttons, func(c answer.Choice) bool { return strings.ReplaceAll(c.Label, "\u00a0", " ") == label })
					if at < 0 {
						t.Fatalf("no button %q under:\n%s", label, a.Text)
					}
					m = Message{State: buttons[at].State}
				}
				a = b.Handle(t.Context(), m)
				fmt.Fprintf(&told, "> %s%s %s\n%s\n", line, a.Kind, a.Reason, a.Text)
				for _, c := range slices.Concat(a.Choices, a.Near, a.FollowUps) {
					fmt.Fprintf(&told, "[%s] %s\n", c.Label, c.State)
				}
				told.WriteString("\n")
			}
			got := txtar.Format(&txtar.Archive{Comment: golden.Comment, Files: []txtar.File{golden.Files[0], {Name: "answers", Data: []byte(told.String())}}})
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(txtar.Format(golden)), string(got)); diff != "" {
				t.Errorf("%s changed (-golden +got):\n%s", file, diff)
			}
		})
	}
}
