package chattest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/eval"
	"constat/data"
)

// Libraries are what is published and the observatories that are invented for
// tests. root is the folder of the packages of ours, seen from the test.
func Libraries(t testing.TB, root string) []*data.Library {
	t.Helper()
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	all := []*data.Library{published}
	for _, dir := range []string{"data/testdata/jardins", "bot/eval/testdata/bibliotheques", "bot/eval/testdata/veterinaires"} {
		l, faults := data.Read(os.DirFS(filepath.Join(root, dir)))
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// A Conversation is one of the evaluation's: its turns, and what is answered
// to the last.
type Conversation struct {
	ID    string
	Turns []string
}

// Questions are the conversations of a file of the evaluation.
func Questions(t testing.TB, file string) []Conversation {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	read, faults := eval.Read(file, src)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	var all []Conversation
	for _, q := range read.Questions {
		all = append(all, Conversation{q.ID, q.Turns})
	}
	return all
}

// shape tells apart the answers that cite nothing by what is sent of them: two
// that offer as many neighbours for one reason differ by their words alone.
func shape(a answer.Answer) string {
	long := 0
	for _, c := range slices.Concat(a.Near, a.Choices, a.FollowUps) {
		long = max(long, utf8.RuneCountInString(c.Label))
	}
	return fmt.Sprint(a.Kind, a.Reason, a.Verdict, len(a.Near), len(a.Choices), len(a.FollowUps), len(a.Text)/100, long)
}

// Differing are messages whose answers differ: each cites something that none
// before cites, or is the first of its shape that cites nothing. They are
// every finding, every next step that is offered from there, and every question
// of the evaluation. cited gathers the sets of what is cited.
func Differing(t testing.TB, root string, b *bot.Bot, cited map[string]bool) []bot.Message {
	t.Helper()
	var all []bot.Message
	seen := map[string]bool{}
	var look func(m bot.Message, depth int)
	look = func(m bot.Message, depth int) {
		a := b.Handle(t.Context(), m)
		key := Cited(a)
		if key != "" && !cited[key] || key == "" && !seen[shape(a)] {
			seen[shape(a)] = true
			if key != "" {
				cited[key] = true
			}
			all = append(all, m)
		}
		for _, next := range slices.Concat(a.Near, a.Choices, a.FollowUps) {
			if depth > 0 && !seen[next.State] {
				seen[next.State] = true
				look(bot.Message{State: next.State}, depth-1)
			}
		}
	}
	const nextSteps = 2 // how far from a finding
	for _, f := range b.Library().Findings {
		look(bot.Message{State: "1|" + f.ID}, nextSteps)
	}
	files, err := filepath.Glob(filepath.Join(root, "bot/eval/testdata/*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		for _, q := range Questions(t, file) {
			m := bot.Message{}
			for _, m.Text = range q.Turns {
				look(m, 1)
				m.State = b.Handle(t.Context(), m).State
			}
		}
	}
	return all
}

// Cited names what an answer cites, in its order.
func Cited(a answer.Answer) string {
	var ids []string
	for _, c := range a.Cited {
		ids = append(ids, c.ID())
	}
	return strings.Join(ids, " ")
}
