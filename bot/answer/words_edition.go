package answer

import (
	"fmt"
	"strconv"
	"strings"

	"constat/data"
)

// What an edition says of itself.
const (
	sayPublisher    = "L'éditeur de l'étude est %s."
	sayPublisherAll = "L'éditeur de toutes les études disponibles est %s."
	sayPresentation = "Présentation" + nbsp + ": %s."
	saySample       = "Taille de l'échantillon" + nbsp + ": %s."
	sayRespondents  = "Répondants" + nbsp + ": %s."
	sayFieldwork    = "Dates de l'enquête" + nbsp + ": %s."
	sayScope        = "Champ de l'étude" + nbsp + ": %s, c'est-à-dire %s."
	sayDefinition   = "%s" + nbsp + ": %s."
)

// title names an edition in full. Some observatories print the year in their
// name: it is not said twice. Others call themselves an edition there: the year
// alone is said of those.
func title(e *data.Edition) string {
	if e.Year != 0 && strings.Contains(e.Observatory, strconv.Itoa(e.Year)) {
		return e.Observatory
	}
	if e.Period == "" && contains(e.Observatory, "édition") {
		return e.Observatory + " (" + dateOf(e) + ")"
	}
	return e.Observatory + ", " + editionName(e)
}

func presented(p *data.Presentation) string {
	var where []string
	for _, s := range []string{p.Event, p.Place, Date(p.Date)} {
		if s != "" {
			where = append(where, s)
		}
	}
	return fmt.Sprintf(sayPresentation, strings.Join(where, ", "))
}
