package data

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// outOf returns N of the unit "sur N".
func outOf(unit string) (float64, bool) {
	n, ok := strings.CutPrefix(tidy(unit), "sur ")
	if !ok {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(n, ",", "."), 64)
	return v, err == nil && v > 0
}

// multiples are the words that multiply a unit.
var multiples = []struct {
	word  string
	times float64
}{{"millier", 1e3}, {"million", 1e6}, {"milliard", 1e9}, {"k", 1e3}, {"m", 1e6}, {"md", 1e9}}

// scaleOf returns by what a declared value is multiplied to be in the unit of
// a reading, and whether the two units agree.
func scaleOf(unit string, f figure.Figure) (float64, bool) {
	percent := f.Unit == "percent" || f.Unit == "percent_per_year"
	unit = tidy(unit)
	switch n, share := outOf(unit); {
	case unit == "":
		return 1, true
	case share:
		return 100 / n, f.Unit == "percent"
	case annual(unit):
		return 1, percent && f.Kind != figure.FromTo
	case unit == "%" || unit == "pour cent":
		return 1, percent
	}
	scale := 1.0
	words := strings.Fields(folded(unit))
	for _, m := range multiples {
		if len(words) > 1 && lexicon.Singular(words[0]) == m.word {
			scale, words = m.times, words[1:]
			break
		}
	}
	for len(words) > 1 && (words[0] == "d" || words[0] == "de") {
		words = words[1:]
	}
	if strings.HasSuffix(unit, "€") {
		words = append(words, "euro")
	}
	return unitScale(scale, singular(words), f)
}

// unitScale compares the words of a unit, singular, with the unit of a reading.
func unitScale(scale float64, words []string, f figure.Figure) (float64, bool) {
	if len(words) == 0 {
		return 0, false
	}
	noun := words[0]
	switch f.Unit {
	case "point":
		return scale, noun == "point"
	case "factor":
		return scale, noun == "foi" || noun == "fois" || noun == "facteur"
	case "month":
		if noun == "an" || noun == "annee" {
			return 12, true
		}
		return scale, noun == "mois" || noun == "moi"
	case "year":
		return scale, noun == "an" || noun == "annee"
	}
	// "jour/semaine" is said "jours par semaine", and a counted noun may be
	// specified: "décideurs de collectivités locales" are "décideurs".
	of, per, rate := strings.Cut(f.Unit, "/")
	want := singular(strings.Fields(folded(of)))
	if rate {
		want = append(append(want, "par"), singular(strings.Fields(folded(per)))...)
	}
	if len(want) <= len(words) && slices.Equal(want, words[:len(want)]) {
		return scale, true
	}
	return 0, !rate && len(words) < len(want) && slices.Equal(words, want[:len(words)])
}

func singular(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = lexicon.Singular(w)
	}
	return all
}

// annual reports whether a unit is a growth by the year.
func annual(unit string) bool {
	switch folded(unit) {
	case "% par an", "pour cent par an", "% l an", "% an":
		return true
	}
	return false
}

// french writes a number with its comma and its groups of three digits.
func french(v float64) string {
	whole, decimals, _ := strings.Cut(strconv.FormatFloat(math.Abs(math.Round(v*100)/100), 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + " " + whole[i:]
	}
	if decimals != "" {
		whole += "," + decimals
	}
	if v < 0 {
		return "-" + whole
	}
	return whole
}

// read says how a figure was read, as a fraction where one is declared.
func (d declared) read(f figure.Figure) string {
	const most = 20 // parts: beyond, a share is said in percent
	if _, fraction := outOf(d.unit); fraction {
		for whole := 2.0; whole <= most; whole++ {
			if parts := math.Round(*f.Value * whole / 100); close(100*parts/whole, *f.Value) {
				return french(parts) + " sur " + french(whole)
			}
		}
	}
	return strings.TrimSpace(french(*f.Value) + " " + frenchUnit(f.Unit))
}

// frenchUnit says a unit of a reading in French.
func frenchUnit(unit string) string {
	switch unit {
	case "percent":
		return "%"
	case "percent_per_year":
		return "% par an"
	case "factor":
		return "fois"
	case "month":
		return "mois"
	case "year":
		return "années"
	case "":
		return "nombre"
	}
	return strings.Replace(unit, "/", " par ", 1)
}
