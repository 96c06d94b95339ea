package answer

import (
	"strconv"
	"strings"

	"constat/data"
)

// How a source and its date are told.

// SourceLine says where a finding is printed: title, publisher, author, date,
// page and address, and what is not known of them.
func SourceLine(s *data.Source) string {
	return Origin{Label: sourceLabel(s), URL: s.URL}.String()
}

// sourceLabel is SourceLine without the address.
func sourceLabel(s *data.Source) string {
	var parts []string
	switch {
	case s.Title != "" && s.Reconstructed:
		parts = append(parts, s.Title+" (titre reconstitué)")
	case s.Title != "":
		parts = append(parts, quote(s.Title))
	}
	parts = append(parts, s.Publisher)
	if s.Author != "" {
		parts = append(parts, s.Author)
	}
	switch {
	case s.Date != "":
		parts = append(parts, Date(s.Date))
	case s.DateEstimate != "":
		parts = append(parts, "date inconnue (estimée"+nbsp+": "+s.DateEstimate+")")
	default:
		parts = append(parts, "date inconnue")
	}
	if s.Page != "" {
		parts = append(parts, s.Page)
	}
	return strings.Join(parts, ", ")
}

var months = [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

// Date writes an edition's date as French does: "1er juillet 2015", "juin
// 2015", "du 17 au 18 juin 2014". Anything else comes back as it is.
func Date(d string) string {
	if from, to, ok := strings.Cut(d, "/"); ok {
		if len(from) == len("2006-01-02") && len(to) == len(from) && from[:7] == to[:7] {
			return "du " + day(from[8:]) + " au " + Date(to)
		}
		if len(from) == len("2006-01-02") {
			return "du " + Date(from) + " au " + Date(to)
		}
		return "de " + Date(from) + " à " + Date(to)
	}
	parts := strings.Split(d, "-")
	if len(parts) < 2 {
		return d
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil || m < 1 || m > len(months) {
		return d
	}
	s := months[m-1] + " " + parts[0]
	if len(parts) == 3 {
		s = day(parts[2]) + " " + s
	}
	return s
}

func day(d string) string {
	if d = strings.TrimPrefix(d, "0"); d == "1" {
		return "1er"
	}
	return d
}
