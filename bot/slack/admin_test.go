package slack

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot/chat"
	"constat/bot/publish"
	"constat/bot/slack/slacktest"

	"github.com/slack-go/slack"
)

// TestAdministration holds that the list alone decides who publishes, that a
// group of it is read from Slack, and that an outsider is told and journalled.
func TestAdministration(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		folder := filepath.Join(t.TempDir(), "jardins")
		if err := os.CopyFS(folder, os.DirFS("../../data/testdata/jardins")); err != nil {
			t.Fatal(err)
		}
		publisher, err := publish.Open(publish.Options{Data: folder, State: filepath.Join(t.TempDir(), "etat"), Approvals: 1})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { publisher.Close() })
		admins, err := chat.ReadAdmins("slack:T1/U1,slack:T1/S9")
		if err != nil {
			t.Fatal(err)
		}
		desk := newDesk(t, publisher.Handle)
		desk.Administer(chat.Office{Publisher: publisher, Admins: admins, Data: folder, Approvals: 1})
		fake := slacktest.New(slacktest.Options{})
		t.Cleanup(fake.Close)
		fake.Group("S9", "U3", "U4")
		w := start(t, transport, desk, fake)

		outsider := w.ask(fake.Command("U2", "C1", "/observatoire-admin", "publier"))
		says(t, outsider, "réservée aux administrateurs")
		if refusals, err := publisher.Journal().Refusals(); err != nil || len(refusals) != 1 || refusals[0].By != "slack:T1/U2" {
			t.Errorf("journal %+v, %v", refusals, err)
		}
		plan := w.ask(fake.Command("U1", "C1", "/observatoire-admin", "publier"))
		// The button of another is of no use.
		confirm, ok := plan.Button("Publier")
		if !ok {
			t.Fatalf("no button among %+v:\n%s", plan.Buttons(), plan.Text)
		}
		says(t, w.ask(fake.Click("U2", confirm)), "réservée aux administrateurs")
		done := w.ask(fake.Click("U1", confirm))
		says(t, done, "C'est fait")
		if done.Replaces != plan.TS || done.Only != "U1" {
			t.Errorf("posted %+v", done)
		}
		says(t, w.ask(fake.Command("U3", "C1", "/observatoire-admin", "état")), "publiée par slack:T1/U1")
		for _, p := range w.drained() {
			if p.Only == "" {
				t.Errorf("told to all: %+v", p)
			}
		}
	})
}

// TestRemark holds that what is wrong with an answer reaches the journal with
// its finding and its reason, and with no name.
func TestRemark(t *testing.T) {
	over(t, func(t *testing.T, transport string) {
		publisher, err := publish.Open(publish.Options{Data: "../../data/testdata/jardins", State: filepath.Join(t.TempDir(), "etat"), Approvals: 1})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { publisher.Close() })
		desk := newDesk(t, publisher.Handle)
		desk.Administer(chat.Office{Publisher: publisher})
		fake := slacktest.New(slacktest.Options{})
		t.Cleanup(fake.Close)
		w := start(t, transport, desk, fake)
		answer := w.ask(fake.Command("U1", "C1", "/observatoire", askCompost))
		for _, label := range []string{"Le chiffre est faux", "L'année n'est pas la bonne", "La population n'est pas la bonne", "La réponse n'est pas claire"} {
			says(t, w.press("U1", w.press("U1", answer, "Signaler une erreur"), label), "sans votre nom")
		}
		remarks, err := publisher.Journal().Remarks()
		if err != nil || len(remarks) != 4 {
			t.Fatalf("journal %+v, %v", remarks, err)
		}
		kept, err := json.Marshal(remarks)
		if err != nil {
			t.Fatal(err)
		}
		if remarks[0].Finding != "j2-04" || remarks[0].Reason != "Le chiffre est faux" || strings.Contains(string(kept), "U1") {
			t.Errorf("journal %s", kept)
		}
	})
}

// blocksOf reads the blocks of a message as slack-go's own.
func blocksOf(t *testing.T, p slacktest.Posted) []slack.Block {
	t.Helper()
	var blocks slack.Blocks
	if err := json.Unmarshal(p.Blocks, &blocks); err != nil {
		t.Fatalf("%v: %s", err, p.Blocks)
	}
	return blocks.BlockSet
}
