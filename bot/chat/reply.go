package chat

import (
	"context"
	"strings"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
)

// Reply says what is shown for an event. It posts nothing. Transports use
// Take; it is apart for tests.
func (d *Desk) Reply(ctx context.Context, e Event) Reply {
	switch e.Verb {
	case Ask:
		if strings.TrimSpace(e.Text) == "" {
			e.Text = help
		}
		return d.answer(e, d.handle(ctx, bot.Message{Text: e.Text, State: d.stateBefore(ctx, e)}))
	case Welcome:
		return d.answer(e, d.handle(ctx, bot.Message{Text: help}))
	case Pick:
		return d.answer(e, d.handle(ctx, bot.Message{State: e.Value}))
	case Cite:
		return d.cite(d.again(ctx, e))
	case Share:
		return d.share(ctx, e)
	case Report:
		return askReason(e.Value)
	case Reason:
		return d.thank(ctx, e)
	case Admin, Confirm, Approve, Withdraw, Return:
		return d.administer(ctx, e)
	}
	return Reply{Notice: sayUnknownButton}
}

// help is what a person who types nothing is taken to ask.
const help = "aide"

// stateBefore is the state of the answer that a message continues: the one
// that it brings, else the last one of its place.
func (d *Desk) stateBefore(ctx context.Context, e Event) string {
	if e.Value != "" || e.Place == "" {
		return e.Value
	}
	if state, known := d.states.Get(e.Place); known {
		return state
	}
	if e.Before != nil {
		return e.Before(ctx)
	}
	return ""
}

// answer remembers an answer, and dresses it with its buttons.
func (d *Desk) answer(e Event, a answer.Answer) Reply {
	if e.Place != "" {
		d.states.Add(e.Place, a.State)
	}
	d.answers.Add(e.From.ID+"|"+a.State, a)
	return Reply{Answer: a, Buttons: buttons(a, e)}
}

// again returns the answer that the person was given with a state, or what the
// state says by itself when it is forgotten or another version is published
// since.
func (d *Desk) again(ctx context.Context, e Event) answer.Answer {
	now := d.handle(ctx, bot.Message{State: e.Value})
	if was, known := d.answers.Get(e.From.ID + "|" + e.Value); known && was.Version == now.Version {
		return was
	}
	return now
}

func (d *Desk) cite(a answer.Answer) Reply {
	if a.Kind != answer.Found {
		return Reply{Answer: a}
	}
	return Reply{Notice: a.Sentence()}
}

// share gives an answer to the whole channel, once for each message that shows
// it.
func (d *Desk) share(ctx context.Context, e Event) Reply {
	a := d.again(ctx, e)
	if a.Kind != answer.Found {
		return Reply{Answer: a}
	}
	e.Private = false // what all see is not offered to be shared
	r := Reply{Answer: a, Buttons: buttons(a, e), Public: true, By: e.From}
	if e.Message == "" {
		return r
	}
	once := "share|" + string(e.Place) + "|" + e.Message
	if !d.ledger.Claim(once) {
		return Reply{Notice: sayShared}
	}
	r.undo = func() { d.ledger.Forget(once) }
	return r
}

// The most buttons of a reply: Slack takes 25 in a row and Discord 5, and a
// person reads few.
const maxSteps = 5

// buttons are the next steps of an answer: its choices or neighbours first,
// then what else is published, then what one does with an answer.
func buttons(a answer.Answer, e Event) []Button {
	var steps []Button
	for _, group := range [][]answer.Choice{a.Choices, a.Near, a.FollowUps} {
		for _, c := range group {
			if len(steps) < maxSteps && c.State != "" {
				steps = append(steps, Button{Label: shortened(c.Label), Verb: Pick, Value: c.State, Main: a.Kind == answer.Clarify})
			}
		}
	}
	if a.Kind != answer.Found || a.State == "" {
		return steps
	}
	steps = append(steps, Button{Label: labelCite, Verb: Cite, Value: a.State})
	if e.Private {
		steps = append(steps, Button{Label: labelShare, Verb: Share, Value: a.State})
	}
	return append(steps, Button{Label: labelReport, Verb: Report, Value: a.Cited[0].ID()})
}

// maxLabel is Slack's bound on a button's text, in code points; Discord's is
// 80. https://docs.slack.dev/reference/block-kit/block-elements/button-element
const maxLabel = 75

// shortened cuts a label at a word. Labels hold no figure, so none is cut.
func shortened(label string) string {
	if utf8.RuneCountInString(label) <= maxLabel {
		return label
	}
	cut := string([]rune(label)[:maxLabel-1])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}
