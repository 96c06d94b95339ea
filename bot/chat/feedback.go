package chat

import (
	"slices"
	"strings"
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
func (d *Desk) thank(e Event) Reply {
	letter, finding, _ := strings.Cut(e.Value, "|")
	i := slices.IndexFunc(reasons, func(r reason) bool { return r.letter == letter })
	if i < 0 || finding == "" {
		return Reply{Notice: sayUnknownButton}
	}
	return Reply{Notice: sayThanks}
}
