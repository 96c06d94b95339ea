package chat

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Admins are who may publish. They are the list of CONSTAT_ADMINS and nobody
// else, whatever a platform's own permissions say. It never changes and is
// safe for use by several goroutines.
type Admins struct{ ids []string }

// adminForm is a person or a user group of Slack, with its workspace, or a
// person of Discord.
var adminForm = regexp.MustCompile(`^(slack:[TE][A-Z0-9]+/[UWS][A-Z0-9]+|discord:[0-9]{1,20})$`)

// ReadAdmins reads a list such as "slack:T1/U1, slack:T1/S9, discord:42". An
// empty list names nobody. The error is for the operator, and names what is
// not of that form.
func ReadAdmins(list string) (Admins, error) {
	var a Admins
	for part := range strings.SplitSeq(list, ",") {
		id := strings.TrimSpace(part)
		switch {
		case id == "":
		case !adminForm.MatchString(id):
			return Admins{}, fmt.Errorf("« %s » ne désigne personne"+nbsp+": écrivez slack:T…/U… (une personne), slack:T…/S… (un groupe) ou discord:… (un identifiant)", id)
		default:
			a.ids = append(a.ids, id)
		}
	}
	return a, nil
}

// Allow reports whether a person may publish: by name, or by one of the user
// groups, which are looked up only when the list names any.
func (a Admins) Allow(ctx context.Context, e Event) bool {
	if slices.Contains(a.ids, e.From.ID) {
		return true
	}
	named := slices.ContainsFunc(a.ids, isGroup)
	if e.Groups == nil || !named {
		return false
	}
	return slices.ContainsFunc(e.Groups(ctx), func(id string) bool { return isGroup(id) && slices.Contains(a.ids, id) })
}

// isGroup tells a user group of Slack from a person.
func isGroup(id string) bool { return strings.Contains(id, "/S") }
