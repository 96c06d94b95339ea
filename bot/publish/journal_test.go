package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/bot"
	"constat/bot/answer"
)

// TestJournalKeepsNoText asks what must not be kept, and reads every byte of
// the state folder.
func TestJournalKeepsNoText(t *testing.T) {
	stateDir := t.TempDir()
	p, err := Open(Options{Data: jardins, State: stateDir, Days: 30})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		rain,
		"combien gagne Fernande Quetsche, 12 rue des Glycines, 0612345678 ?",
		"quel est le salaire de fernande.quetsche@exemple.org et de <@U024BE7LH> ?",
		"Fernande Quetsche récupère-t-elle l'eau de pluie ?",
		"la part des départements qui ont un compost, chez Quetsche",
	} {
		p.Handle(t.Context(), bot.Message{Text: text})
		p.Try(t.Context(), bot.Message{Text: text}) // nobody asked
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := state{stateDir}.journal().Questions()
	if err != nil || len(entries) != 5 {
		t.Fatalf("%d entries: %v", len(entries), err)
	}
	if e := entries[0]; e.Understood.Indicator != "récupération d'eau de pluie" || len(e.Cited) == 0 || e.Understood.Editions[0] != 2023 {
		t.Errorf("the first question is kept as %+v", e)
	}
	err = filepath.WalkDir(stateDir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		for _, word := range []string{"fernande", "quetsche", "glycines", "0612345678", "salaire", "u024be7lh", "exemple.org"} {
			if bytes.Contains(bytes.ToLower(text), []byte(word)) {
				t.Errorf("%s holds %q", name, word)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestAbout keeps of a subject that was typed what the editions know, with its
// accents.
func TestAbout(t *testing.T) {
	knows := func(word string) bool { return word != "quetsche" }
	typed := answer.Answer{Kind: answer.Abstained, Understood: answer.Understood{Indicator: "Récupération d'eau, Quetsche"}}
	if got := about(typed, knows); got != "récupération d eau" {
		t.Errorf("kept %q", got)
	}
}

// TestJournalledFrames shows in a plan the answers of what people asked, in
// the words of the editions.
func TestJournalledFrames(t *testing.T) {
	stateDir := t.TempDir()
	asking := open(t, Options{State: stateDir, Days: 30})
	dir := copied(t)
	if err := os.RemoveAll(filepath.Join(dir, questionsFolder)); err != nil {
		t.Fatal(err)
	}
	publish(t, asking, dir)
	for _, text := range []string{rain, rain, "combien de jardins partagés ont un compost en 2023 ?", "bonjour"} {
		say(t, asking, text)
	}
	if err := asking.Journal().Flush(); err != nil {
		t.Fatal(err)
	}
	correct(t, dir, "46", "47")
	made := plan(t, asking, Changes{Paths: []string{dir}})
	answers := made.Impact.Answers
	if answers.Asked != 0 || answers.Journalled != 2 || len(answers.Changed) != 1 {
		t.Fatalf("answers %+v", answers)
	}
	c := answers.Changed[0]
	if diff := cmp.Diff([]string{"quelle part récupération d'eau de pluie jardiniers amateurs 2023"}, c.Turns); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	if !strings.Contains(c.Before.Text, "46 %") || !strings.Contains(c.After.Text, "47 %") {
		t.Errorf("before %q, after %q", c.Before.Text, c.After.Text)
	}
}
