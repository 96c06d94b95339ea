package data

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// date reads a year, a month, a day, or an interval of two of them.
func (r *reader) date(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "une date")
		if !ok {
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
		return "n'est pas l'adresse d'une page : elle commence par http:// ou https://."
	case u.Hostname() == "":
		return "n'a pas de nom de site après http://."
	case u.User != nil:
		return "contient un nom d'utilisateur : écrivez l'adresse sans lui."
	}
	return ""
}
