package slack

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"constat/bot/chat"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens; then read their diff like code")

// TestGoldens shows what is posted for one reply of each sort, as it leaves.
func TestGoldens(t *testing.T) {
	desk := newDesk(t, jardins(t).Handle)
	person := chat.Person{ID: "slack:T1/U1", Name: "alice"}
	ask := func(text string) chat.Reply {
		return desk.Reply(t.Context(), chat.Event{Verb: chat.Ask, Text: text, Private: true, From: person})
	}
	found := ask(askCompost)
	for name, r := range map[string]chat.Reply{
		"found":     found,
		"abstained": ask(askNothing),
		"list":      ask("quels sont les légumes les plus semés ?"),
		"help":      ask("aide"),
		"shared":    desk.Reply(t.Context(), chat.Event{Verb: chat.Share, Value: found.Answer.State, Private: true, From: person, Message: "C1/1.1"}),
		"cited":     desk.Reply(t.Context(), chat.Event{Verb: chat.Cite, Value: found.Answer.State, From: person}),
		"report":    desk.Reply(t.Context(), chat.Event{Verb: chat.Report, Value: "j2-04", From: person}),
	} {
		t.Run(name, func(t *testing.T) {
			m := render(r)
			var out bytes.Buffer
			lines := json.NewEncoder(&out)
			lines.SetIndent("", "  ")
			lines.SetEscapeHTML(false)
			if err := lines.Encode(body{Text: m.text, Blocks: m.blocks}); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name+".json")
			if *update {
				if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("what is posted changed; run with -update and read the diff (-want +got):\n%s", diff)
			}
		})
	}
}
