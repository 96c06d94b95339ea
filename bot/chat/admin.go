package chat

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"constat/bot/publish"
	"constat/data/lexicon"
)

// An Office is what administrators act on. Its zero value lets nobody do
// anything.
type Office struct {
	Publisher *publish.Publisher
	Admins    Admins
	Data      string // folder that publier publishes; empty for none
	Approvals int    // how many people must agree to publish
}

// Administer opens an office at the desk. It is called before the first Take.
func (d *Desk) Administer(o Office) { d.office = o }

// The commands of administrators, folded.
const (
	commandStatus   = "etat"
	commandPublish  = "publier"
	commandRollback = "revenir"
)

// administer answers what only administrators may do. Anybody else is told so,
// and the attempt is journalled.
func (d *Desk) administer(ctx context.Context, e Event) Reply {
	o := d.office
	if o.Publisher == nil || !o.Admins.Allow(ctx, e) {
		d.refuse(ctx, e)
		return Reply{Notice: sayNotAdmin}
	}
	switch e.Verb {
	case Confirm:
		return o.confirm(ctx, e)
	case Approve:
		return o.approve(ctx, e)
	case Withdraw:
		return o.withdraw(e)
	case Return:
		return o.rollback(ctx, e)
	}
	command, argument, _ := strings.Cut(strings.TrimSpace(e.Text+e.Value), " ")
	switch lexicon.Fold(command) {
	case commandStatus, "":
		return o.status()
	case commandPublish:
		return o.plan(ctx)
	case commandRollback:
		if argument != "" {
			e.Value = strings.TrimSpace(argument)
			return o.rollback(ctx, e)
		}
		return o.versions()
	}
	return Reply{Notice: sayCommands}
}

func (d *Desk) refuse(ctx context.Context, e Event) {
	act := lexicon.Fold(strings.TrimSpace(e.Text + e.Value))
	slog.WarnContext(ctx, "chat: refused to someone who is no administrator", "by", e.From.ID, "verb", e.Verb)
	if d.office.Publisher == nil {
		return
	}
	if err := d.office.Publisher.Journal().Refuse(e.From.ID, string(e.Verb)+" "+Cut(act, maxLabel)); err != nil {
		slog.ErrorContext(ctx, "chat: refusal not journalled", "error", err)
	}
}

// status tells what answers, and what waits for a second person.
func (o Office) status() Reply {
	s := o.Publisher.Status()
	r := Reply{Notice: statusText(s)}
	if s.State == "" {
		return r
	}
	r.Buttons = []Button{{Label: labelPublish, Verb: Admin, Value: commandPublish}, {Label: labelRollback, Verb: Admin, Value: commandRollback}}
	pending, err := o.Publisher.Pending()
	if err != nil {
		return failed(err)
	}
	for _, p := range pending {
		r.Notice += "\n" + fmt.Sprintf(sayPending, p.ID, p.By, moment(p.At))
		r.Buttons = append(r.Buttons,
			Button{Label: fmt.Sprintf(labelApprove, p.ID), Verb: Approve, Value: p.ID, Main: true},
			Button{Label: fmt.Sprintf(labelDrop, p.ID), Verb: Withdraw, Value: p.ID})
	}
	return r
}

// plan shows what publishing the folder would change, and asks to confirm.
func (o Office) plan(ctx context.Context) Reply {
	plan, err := o.examine(ctx)
	if err != nil {
		return failed(err)
	}
	defer plan.Close()
	r := Reply{Notice: strings.TrimRight(plan.Text(), "\n")}
	if !plan.Unchanged && len(plan.Unproved) == 0 {
		r.Buttons = []Button{{Label: labelConfirm, Verb: Confirm, Value: shown(plan), Main: true}, {Label: labelCancel, Verb: Withdraw}}
	}
	return r
}

var errNoData = errors.New("ce programme a été lancé sans --data" + nbsp + ": il n'a pas de dossier à publier")

func (o Office) examine(ctx context.Context) (*publish.Plan, error) {
	if o.Data == "" {
		return nil, errNoData
	}
	// What was taken out of the folder is withdrawn: it is shown first.
	return o.Publisher.Plan(ctx, publish.Changes{Paths: []string{o.Data}, Only: true})
}

// shown names what an administrator was shown: what would be published, and in
// the place of what.
func shown(p *publish.Plan) string { return p.Version + "|" + p.Replaces }

// confirm publishes what was shown: the folder is examined again, and if it or
// what answers has changed since, nothing is published.
func (o Office) confirm(ctx context.Context, e Event) Reply {
	plan, err := o.examine(ctx)
	if err != nil {
		return failed(err)
	}
	defer plan.Close()
	if shown(plan) != e.Value {
		return Reply{Notice: sayChanged, Buttons: []Button{{Label: labelPublish, Verb: Admin, Value: commandPublish, Main: true}}}
	}
	if o.Approvals > 1 {
		proposal, err := o.Publisher.Propose(ctx, plan, e.From.ID)
		if err != nil {
			return failed(err)
		}
		return Reply{Notice: fmt.Sprintf(sayProposed, proposal.ID)}
	}
	return published(o.Publisher.Publish(ctx, plan, e.From.ID))
}

func (o Office) approve(ctx context.Context, e Event) Reply {
	return published(o.Publisher.Approve(ctx, e.Value, e.From.ID))
}

func (o Office) withdraw(e Event) Reply {
	if e.Value != "" {
		if err := o.Publisher.Withdraw(e.Value); err != nil {
			return failed(err)
		}
		return Reply{Notice: fmt.Sprintf(sayDropped, e.Value)}
	}
	return Reply{Notice: sayCancelled}
}

// maxVersions is how many versions are offered to go back to.
const maxVersions = 4

// versions offers the versions that were published before.
func (o Office) versions() Reply {
	all, err := o.Publisher.Versions()
	if err != nil {
		return failed(err)
	}
	r := Reply{}
	lines := []string{sayVersions}
	for _, v := range all {
		lines = append(lines, versionLine(v))
		if !v.Live && len(r.Buttons) < maxVersions {
			r.Buttons = append(r.Buttons, Button{Label: fmt.Sprintf(labelReturn, v.ID), Verb: Return, Value: v.ID})
		}
	}
	if len(r.Buttons) == 0 {
		return Reply{Notice: sayNoVersion}
	}
	r.Notice = strings.Join(lines, "\n")
	return r
}

func (o Office) rollback(ctx context.Context, e Event) Reply {
	return published(o.Publisher.Rollback(ctx, e.Value, e.From.ID))
}

// published tells what answers from now on.
func published(live publish.Live, err error) Reply {
	if err != nil {
		return failed(err)
	}
	return Reply{Notice: fmt.Sprintf(sayPublished, live.Published)}
}

// failed tells an administrator why nothing was done. The errors of publish
// and the faults of editions are written for them.
func failed(err error) Reply {
	return Reply{Notice: strings.TrimRight(err.Error(), ".\n") + "."}
}
