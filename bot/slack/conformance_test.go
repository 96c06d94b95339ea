package slack

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/eval"
	"constat/bot/slack/slacktest"
	"constat/data"
)

// judge copies the conformance checkers, which stand beside the repository, to
// a folder where they can be made to run, and returns what runs one of them.
// The test is skipped where they or Node are not.
func judge(t *testing.T) func(checker string, args ...string) (string, error) {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: the conformance checkers take half a minute")
	}
	source := os.Getenv("CONSTAT_CONFORMANCE")
	if source == "" {
		source = filepath.Join("..", "..", "..", "shared", "conformance")
	}
	if _, err := os.Stat(filepath.Join(source, "check-log.mjs")); err != nil {
		t.Skip("skipped: no conformance checkers (CONSTAT_CONFORMANCE names their folder, by its whole path)")
	}
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("skipped: no " + tool)
		}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(source)); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) (string, error) {
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = dir
		out, err := c.CombinedOutput()
		return string(out), err
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		if out, err := run("npm", "ci", "--no-audit", "--no-fund"); err != nil {
			t.Skipf("skipped: the checkers' packages are not to be had: %s", out)
		}
	}
	return func(checker string, args ...string) (string, error) {
		return run("node", append([]string{checker}, args...)...)
	}
}

// minAnswers is how many answers with different citations are judged.
const minAnswers = 300

// TestConformance has every request of a long day judged: an answer for each
// finding, to every question of the evaluation and for each next step that is
// offered, abstentions, lists, help, what is cut, shared, cited, reported and
// refused.
func TestConformance(t *testing.T) {
	check := judge(t)
	var log bytes.Buffer
	cited := map[string]bool{}
	for _, l := range libraries(t) {
		b := answering(t, l)
		w := open(t, "http", b.Handle, slacktest.Options{})
		for i, a := range differing(t, b, l, cited) {
			w.converse(a, fmt.Sprintf("C%d", i), i%10 == 0)
		}
		w.must(w.stop())
		w.must(w.fake.WriteLog(&log))
	}
	if len(cited) < minAnswers {
		t.Errorf("%d answers with different citations, want %d", len(cited), minAnswers)
	}
	w := open(t, "http", jardins(t).Handle, slacktest.Options{})
	w.oddities()
	w.must(w.stop())
	w.must(w.fake.WriteLog(&log))
	requests := bytes.Count(log.Bytes(), []byte("\n"))
	name := filepath.Join(t.ArtifactDir(), "requests.jsonl")
	if err := os.WriteFile(name, log.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	whole, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := check("check-log.mjs", whole)
	t.Logf("%d requests judged, %d answers with different citations", strings.Count(out, "OK     "), len(cited))
	if err != nil || strings.Contains(out, "REJECT") || strings.Count(out, "OK     ") != requests {
		t.Errorf("%v, %d of %d requests accepted: %s", err, strings.Count(out, "OK     "), requests, rejected(out))
	}
}

// libraries are what is published, and observatories that are invented.
func libraries(t *testing.T) []*data.Library {
	t.Helper()
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	all := []*data.Library{published}
	for _, dir := range []string{"../../data/testdata/jardins", "../eval/testdata/bibliotheques", "../eval/testdata/veterinaires"} {
		l, faults := data.Read(os.DirFS(dir))
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// differing are answers from a library of which each cites something that none
// before cites, and every abstention among them.
func differing(t *testing.T, b *bot.Bot, l *data.Library, cited map[string]bool) []answer.Answer {
	t.Helper()
	var all []answer.Answer
	seen := map[string]bool{}
	var look func(m bot.Message, depth int)
	look = func(m bot.Message, depth int) {
		a := b.Handle(t.Context(), m)
		if key := citations(a); key != "" && !cited[key] || key == "" && !seen[a.Text] {
			seen[a.Text] = true
			if key != "" {
				cited[key] = true
			}
			all = append(all, a)
		}
		for _, group := range [][]answer.Choice{a.Near, a.Choices, a.FollowUps} {
			for _, c := range group {
				if depth > 0 && !seen[c.State] {
					seen[c.State] = true
					look(bot.Message{State: c.State}, depth-1)
				}
			}
		}
	}
	for _, f := range l.Findings {
		look(bot.Message{State: "1|" + f.ID}, 2)
	}
	files, err := filepath.Glob("../eval/testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, name := range files {
		for _, turns := range questions(t, name) {
			state := ""
			for _, text := range turns {
				m := bot.Message{Text: text, State: state}
				look(m, 1)
				state = b.Handle(t.Context(), m).State
			}
		}
	}
	return all
}

// questions are the turns of a file of the evaluation.
func questions(t *testing.T, name string) map[string][]string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, faults := eval.Read(name, src)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	all := map[string][]string{}
	for _, q := range file.Questions {
		all[q.ID] = q.Turns
	}
	return all
}

// converse posts one answer before all and privately, and at times does with
// it all that its buttons do.
func (w *workspace) converse(a answer.Answer, channel string, all bool) {
	w.t.Helper()
	press := func(verb chat.Verb, value, only string) {
		in := slacktest.Posted{Channel: channel, TS: "1.1", Only: only}
		w.ask(w.fake.Click("U1", slacktest.Button{Label: "…", Action: string(verb) + "0", Value: value, In: in}))
	}
	if a.State == "" {
		r := chat.Reply{Answer: a}
		w.must(w.slack.deliver(w.within(), address{channel: channel, user: "U1"}, r))
		return
	}
	press(chat.Pick, a.State, "")
	if all {
		press(chat.Pick, a.State, "U1")
		press(chat.Cite, a.State, "U1")
		press(chat.Share, a.State, "U1")
		press(chat.Report, "e2-04", "")
	}
}

// oddities are what nobody should write, and replies as bad as can be, in each
// of their dresses.
func (w *workspace) oddities() {
	w.t.Helper()
	for _, question := range []string{
		"", "aide", "et en 2016 ?", "quelle heure est-il ?", "<!channel> <@U2> *gras* `code` <https://ailleurs.example|un lien> @here", strings.Repeat("compost ", 3000),
	} {
		w.ask(w.fake.Command("U1", "C1", "/observatoire", question))
		w.ask(w.fake.Mention("U1", "C1", "", question))
		w.ask(w.fake.DM("U1", "", question))
	}
	w.ask(w.fake.Command("U1", "C1", "/observatoire-admin", "publier"))
	w.ask(w.fake.Opened("U9"))
	for _, r := range strange(w.t) {
		for _, to := range []address{
			{channel: "C1", user: "U1", thread: "1.1"}, {channel: "C1", user: "U1", only: true}, {channel: "D1", user: "U1"},
			{channel: "C1", user: "U1", only: true, response: responseAddress(w)},
		} {
			w.must(w.slack.deliver(w.within(), to, r))
			for _, dress := range dresses[1:] {
				_, _, err := w.slack.send(w.within(), ways(to, false)[0], dress(r), r)
				w.must(err)
			}
		}
	}
}

// responseAddress is one that is good for a while.
func responseAddress(w *workspace) string {
	address, _ := w.fake.Command("U1", "C1", "/observatoire", "").Payload["response_url"].(string)
	return address
}

// rejected keeps what a checker refuses, and why.
func rejected(out string) string {
	var lines []string
	for line := range strings.SplitSeq(out, "\n") {
		if !strings.HasPrefix(line, "OK ") && len(lines) < 40 {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// citations names what an answer cites.
func citations(a answer.Answer) string {
	var ids []string
	for _, c := range a.Cited {
		ids = append(ids, c.ID())
	}
	return strings.Join(ids, " ")
}

func TestManifestConforms(t *testing.T) {
	check := judge(t)
	for _, m := range []Manifest{
		{}, {URL: "https://bot.example/slack/events"}, {Agent: true}, {Threads: true, Groups: true},
		{URL: "https://bot.example/slack/events", Agent: true, Threads: true, Groups: true, Name: "L'observatoire des jardins, édition un"[:35]},
	} {
		out, err := m.JSON()
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "manifest.json")
		if err := os.WriteFile(name, out, 0o644); err != nil {
			t.Fatal(err)
		}
		if said, err := check("manifest-check.mjs", name); err != nil {
			t.Errorf("%+v: %s", m, said)
		}
	}
}
