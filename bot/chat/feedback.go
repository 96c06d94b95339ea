package chat

import (
	"context"
	"log/slog"
	"slices"
	"strings"

	"constat/bot/journal"
)

// A reason is what a person may find wrong in an answer.
type reason struct{ letter, label string }

var reasons = []reason{
	{"c", "Le chiffre est faux"},
	{"a", "L'année n'est pas la bonne"},
	{"p", "La population n'est pas la bonne"},
	{"o", "La réponse n'est pas claire"},
}

// askReason offers the reasons for a finding.
func askReason(finding string) Reply {
	r := Reply{Notice: sayWhatIsWrong}
	for _, why := range reasons {
		r.Buttons = append(r.Buttons, Button{Label: why.label, Verb: Reason, Value: why.letter + "|" + finding})
	}
	return r
}

// thank journals what is wrong with a finding, without the person's name.
func (d *Desk) thank(ctx context.Context, e Event) Reply {
	letter, finding, _ := strings.Cut(e.Value, "|")
	i := slices.IndexFunc(reasons, func(r reason) bool { return r.letter == letter })
	if i < 0 || finding == "" {
		return Reply{Notice: sayUnknownButton}
	}
	if d.office.Publisher == nil || d.office.Publisher.Journal() == nil {
		return Reply{Notice: sayNoJournal}
	}
	remark := journal.Remark{Finding: finding, Reason: reasons[i].label, Version: d.office.Publisher.Live().Version}
	if err := d.office.Publisher.Journal().Remark(remark); err != nil {
		slog.ErrorContext(ctx, "chat: remark not journalled", "error", err)
		return Reply{Notice: sayFault}
	}
	return Reply{Notice: sayThanks}
}
