package discord

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"constat/bot/chat"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens; then read their diff like code")

// TestGoldens shows what is posted for one reply of each sort, as it leaves.
func TestGoldens(t *testing.T) {
	ledger, err := chat.OpenLedger("", time.Now)
	if err != nil {
		t.Fatal(err)
	}
	desk := chat.NewDesk(library(t, gardens).Handle, ledger)
	person := chat.Person{ID: "discord:42", Name: "Camille"}
	ask := func(text string) chat.Reply {
		return desk.Reply(t.Context(), chat.Event{Verb: chat.Ask, Text: text, Private: true, From: person})
	}
	found := ask(published)
	for name, r := range map[string]chat.Reply{
		"found":     found,
		"abstained": ask("combien de départements ont un compost ?"),
		"list":      ask("quels sont les légumes les plus semés ?"),
		"help":      ask("aide"),
		"shared":    desk.Reply(t.Context(), chat.Event{Verb: chat.Share, Value: found.Answer.State, Private: true, From: person, Message: "1"}),
		"cited":     desk.Reply(t.Context(), chat.Event{Verb: chat.Cite, Value: found.Answer.State, From: person}),
		"report":    desk.Reply(t.Context(), chat.Event{Verb: chat.Report, Value: "j2-04", From: person}),
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			lines := json.NewEncoder(&out)
			lines.SetIndent("", "  ")
			lines.SetEscapeHTML(false)
			if err := lines.Encode(render(r)); err != nil {
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
