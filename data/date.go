package data

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"constat/data/lexicon"
)

// date reads a year, a month, a day, or an interval of two of them.
func (r *reader) date(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "une date")
		if !ok {
			return
		}
		if meant := dateMeant(n.Value); meant != "" {
			r.fault(n, "« %s » ne s'écrit pas ainsi : écrivez %s.", shortened(n.Value), meant)
			return
		}
		first, last, interval := strings.Cut(n.Value, "/")
		if wrong := dateFault(first); wrong != "" {
			r.fault(n, "« %s » %s", shortened(n.Value), wrong)
			return
		}
		if interval {
			if wrong := dateFault(last); wrong != "" {
				r.fault(n, "« %s » %s", shortened(n.Value), wrong)
				return
			}
			// "2015-06" is before "2015-06-18" and not after it.
			if common := min(len(first), len(last)); last[:common] < first[:common] {
				r.fault(n, "« %s » finit avant de commencer : écrivez le début, puis la fin.", n.Value)
				return
			}
		}
		*dst = n.Value
	}
}

var (
	daySlashed = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$`)
	dayInWords = regexp.MustCompile(`^(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})$`)
	otherDash  = strings.NewReplacer("–", "-", "—", "-", "‑", "-")
	months     = []string{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"}
)

// dateMeant returns the date that a French one, "09/06/2021" or "9 juin 2021",
// stands for, or "".
func dateMeant(s string) string {
	day, month, year := 0, 0, ""
	if m := daySlashed.FindStringSubmatch(s); m != nil {
		day, _ = strconv.Atoi(m[1])
		month, _ = strconv.Atoi(m[2])
		year = m[3]
	} else if m := dayInWords.FindStringSubmatch(lexicon.Fold(tidy(s))); m != nil {
		day, _ = strconv.Atoi(m[1]) // 0 when it has no day
		month, year = slices.Index(months, m[2])+1, m[3]
	}
	meant := otherDash.Replace(s)
	if year != "" {
		meant = fmt.Sprintf("%s-%02d", year, month)
		if day > 0 {
			meant += fmt.Sprintf("-%02d", day)
		}
	}
	if meant == s || dateFault(meant) != "" {
		return ""
	}
	return meant
}

// dateFault returns why a text is not one date, or "".
func dateFault(s string) string {
	layout, known := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}[len(s)]
	if !known || strings.Trim(s, "0123456789-") != "" {
		return "n'est pas une date : écrivez 2015, 2015-06, 2015-07-01 ou, pour plusieurs jours, 2015-06-17/2015-06-18."
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return "n'existe pas au calendrier : écrivez l'année, le mois (01 à 12), puis le jour, comme dans 2015-07-01."
	}
	if t.Year() < oldestYear || t.Year() > latestYear {
		return "n'est pas une date possible : on attend une année entre " + strconv.Itoa(oldestYear) + " et " + strconv.Itoa(latestYear) + "."
	}
	return ""
}

// address reads a page of the web.
func (r *reader) address(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "une adresse")
		if !ok {
			return
		}
		r.commentCut(n)
		if wrong := addressFault(n.Value); wrong != "" {
			r.fault(n, "« %s » %s", shortened(n.Value), wrong)
			return
		}
		*dst = n.Value
	}
}

// addressFault returns why a text is not the address of a page, or "".
func addressFault(s string) string {
	if strings.ContainsAny(s, " \t\n\u00a0\u202f") {
		return "contient une espace : une adresse n'en a pas."
	}
	if strings.ContainsAny(s, `<>"`) {
		return "contient un signe qu'une adresse n'a pas (<, > ou \")."
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "n'est pas une adresse : copiez-la depuis le navigateur."
	case u.Scheme != "http" && u.Scheme != "https":
		return "n'est pas l'adresse d'une page : elle doit commencer par http:// ou https://."
	case u.Hostname() == "":
		return "n'a pas de nom de site après http://."
	case u.User != nil:
		return "contient un nom d'utilisateur : écrivez l'adresse sans lui."
	}
	return ""
}
