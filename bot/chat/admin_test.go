package chat

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/publish"
)

// An officeTest is a desk over the invented gardens, whose folder the test may
// edit.
type officeTest struct {
	*testing.T
	desk      *Desk
	publisher *publish.Publisher
	folder    string
}

const (
	marie = "slack:T1/U1"
	jean  = "discord:42"
	rain  = "quelle part des jardiniers amateurs récupère l'eau de pluie en 2021 ?"
)

func openOffice(t *testing.T, approvals int) *officeTest {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "jardins")
	if err := os.CopyFS(folder, os.DirFS("../../data/testdata/jardins")); err != nil {
		t.Fatal(err)
	}
	p, err := publish.Open(publish.Options{Data: folder, State: filepath.Join(t.TempDir(), "etat"), Approvals: approvals})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	admins, err := ReadAdmins(marie + "," + jean)
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, p.Handle)
	d.Administer(Office{Publisher: p, Admins: admins, Data: folder, Approvals: approvals})
	return &officeTest{t, d, p, folder}
}

// does sends a command, and holds what the reply must say.
func (o *officeTest) does(who string, e Event, says ...string) Reply {
	o.Helper()
	e.From.ID = who
	r := o.desk.Reply(o.Context(), e)
	for _, want := range says {
		if !strings.Contains(r.Notice, want) {
			o.Errorf("%s %q %q: %q does not say %q", who, e.Verb, e.Text+e.Value, r.Notice, want)
		}
	}
	return r
}

// press presses the button of a verb.
func (o *officeTest) press(who string, r Reply, v Verb, says ...string) Reply {
	o.Helper()
	for _, b := range r.Buttons {
		if b.Verb == v {
			return o.does(who, Event{Verb: v, Value: b.Value}, says...)
		}
	}
	o.Fatalf("no button %q under %q", v, r.Notice)
	return Reply{}
}

// corrects changes a figure in the folder.
func (o *officeTest) corrects(old, new string) {
	o.Helper()
	file := filepath.Join(o.folder, "jardins-2021.yaml")
	src, err := os.ReadFile(file)
	if err != nil {
		o.Fatal(err)
	}
	text := strings.ReplaceAll(string(src), old, new)
	if text == string(src) {
		o.Fatalf("%q is not in the edition", old)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		o.Fatal(err)
	}
}

func (o *officeTest) answers(want string) {
	o.Helper()
	if got := o.publisher.Handle(o.Context(), bot.Message{Text: rain}).Text; !strings.Contains(got, want) {
		o.Errorf("answers %q, want %q in it", got, want)
	}
}

func TestOffice(t *testing.T) {
	o := openOffice(t, 1)
	o.does(marie, Event{Verb: Admin, Text: "État"}, "n'a pas été publiée", "Observatoire des jardins, édition 2021")
	first := o.does(marie, Event{Verb: Admin, Text: "publier"}, "Version")
	o.press(marie, first, Confirm, "C'est fait")
	o.does(jean, Event{Verb: Admin, Text: "etat"}, "publiée par "+marie)
	o.answers("37 %")

	o.corrects("37 %", "38 %")
	o.does(jean, Event{Verb: Admin, Text: "état"}, "ne dit pas la même chose", "1 modifié")
	second := o.does(jean, Event{Verb: Admin, Text: "publier"}, "37\u00a0%", "38\u00a0%", "j1-01")
	o.answers("37 %") // nothing changes before it is confirmed
	o.press(jean, second, Withdraw, "Rien n'a été publié")
	o.corrects("38 %", "39 %")
	o.press(jean, second, Confirm, "a changé depuis l'examen")
	o.answers("37 %")
	third := o.does(jean, Event{Verb: Admin, Text: "publier"}, "39\u00a0%")
	o.press(jean, third, Confirm, "C'est fait")
	o.answers("39 %")
	o.press(jean, third, Confirm, "a changé depuis l'examen") // a second click publishes nothing

	back := o.does(marie, Event{Verb: Admin, Text: "revenir"}, "(elle répond)")
	o.press(marie, back, Return, "C'est fait")
	o.answers("37 %")
	o.does(marie, Event{Verb: Admin, Text: "effacer tout"}, "Les commandes sont")
}

// TestOfficeWithdraws shows, before it is confirmed, that an edition taken out
// of the folder would not answer any more.
func TestOfficeWithdraws(t *testing.T) {
	o := openOffice(t, 1)
	o.press(marie, o.does(marie, Event{Verb: Admin, Text: "publier"}), Confirm, "C'est fait")
	if err := os.Remove(filepath.Join(o.folder, "jardins-2021.yaml")); err != nil {
		t.Fatal(err)
	}
	o.does(marie, Event{Verb: Admin, Text: "état"}, "12 retirés")
	r := o.does(marie, Event{Verb: Admin, Text: "publier"}, "Constats retirés (12)", "j1-01")
	o.press(marie, r, Confirm, "C'est fait")
	if n := len(o.publisher.Editions()); n != 1 {
		t.Errorf("%d editions answer", n)
	}
}

// TestOfficeFaults holds that a broken edition is told with its file and line,
// and reaches nobody.
func TestOfficeFaults(t *testing.T) {
	o := openOffice(t, 1)
	o.corrects("population: jardiniers amateurs", "populatoin: jardiniers amateurs")
	r := o.does(marie, Event{Verb: Admin, Text: "publier"}, "jardins-2021.yaml:", "populatoin")
	if len(r.Buttons) > 0 {
		t.Errorf("buttons %+v under faults", r.Buttons)
	}
	o.answers("37 %")
}

func TestOfficeTwoPeople(t *testing.T) {
	o := openOffice(t, 2)
	plan := o.does(marie, Event{Verb: Admin, Text: "publier"})
	o.press(marie, plan, Confirm, "est proposée", "une autre personne")
	status := o.does(marie, Event{Verb: Admin, Text: "état"}, "proposée par "+marie)
	o.press(marie, status, Approve, "autre personne")
	o.press(jean, status, Approve, "C'est fait")
	if past, err := o.publisher.Journal().Publications(); err != nil || len(past) != 1 || past[0].By != marie || past[0].Second != jean {
		t.Errorf("journal %+v, %v", past, err)
	}
}

// TestOfficeOutsiders holds that only the list lets in, whatever is pressed,
// and that an attempt is journalled.
func TestOfficeOutsiders(t *testing.T) {
	o := openOffice(t, 1)
	plan := o.does(marie, Event{Verb: Admin, Text: "publier"})
	attempts := []Event{{Verb: Admin, Text: "état"}, {Verb: Admin, Text: "publier"}, {Verb: Admin, Text: "revenir"}, {Verb: Confirm, Value: plan.Buttons[0].Value}, {Verb: Approve, Value: "x"}, {Verb: Return}, {Verb: Withdraw}}
	for _, e := range attempts {
		o.does("slack:T1/U2", e, sayNotAdmin)
	}
	refusals, err := o.publisher.Journal().Refusals()
	if err != nil || len(refusals) != len(attempts) || refusals[0].By != "slack:T1/U2" {
		t.Errorf("journal %+v, %v", refusals, err)
	}
	if o.publisher.Live().Published != "" {
		t.Error("an outsider published")
	}
	closed := newDesk(t, echo)
	if r := closed.Reply(t.Context(), Event{Verb: Admin, Text: "publier", From: Person{ID: marie}}); r.Notice != sayNotAdmin {
		t.Errorf("without an office: %q", r.Notice)
	}
}

// TestRemark holds that feedback reaches the journal with its finding and its
// reason, and with nobody's name.
func TestRemark(t *testing.T) {
	o := openOffice(t, 1)
	reasons := o.desk.Reply(t.Context(), Event{Verb: Report, Value: "j1-01"})
	if len(reasons.Buttons) != 4 {
		t.Fatalf("%d reasons offered", len(reasons.Buttons))
	}
	for _, b := range reasons.Buttons {
		o.does("slack:T1/U2", Event{Verb: b.Verb, Value: b.Value}, "sans votre nom")
	}
	o.does("slack:T1/U2", Event{Verb: Reason, Value: "z|j1-01"}, sayUnknownButton)
	remarks, err := o.publisher.Journal().Remarks()
	if err != nil || len(remarks) != 4 {
		t.Fatalf("journal %+v, %v", remarks, err)
	}
	if got := remarks[1]; got.Finding != "j1-01" || got.Reason != "L'année n'est pas la bonne" {
		t.Errorf("remark %+v", got)
	}
}
