package main

import (
	"context"
	"flag"
	"io"
	"math"
	"strconv"
	"strings"

	"constat/bot/console"
	"constat/data/figure"
)

var figures = command{
	name:     "figure",
	synopsis: "[OPTIONS] FORMULE… | -",
	summary:  "dit comment la formule d'un chiffre est lue",
	details: `Chaque FORMULE, entre guillemets, donne une ligne : le chiffre en JSON, ou « null » si
la formule n'en tient pas un seul. Avec « - », chaque ligne de l'entrée est une formule.`,
	examples: []string{
		`constat figure "près d'une sur quatre"`,
		`constat figure --format text "plus d'un tiers" "2,6 milliards d'euros"`,
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		format := formatFlag(fs, "json", "text")
		return func(ctx context.Context, sh shell, wordings []string) error {
			write := func(wording string) error {
				line, err := figureLine(wording, *format)
				if err != nil {
					return err
				}
				_, err = io.WriteString(sh.stdout, line+"\n")
				return err
			}
			switch {
			case len(wordings) == 0:
				return misused("donnez une formule entre guillemets, ou « - » pour lire l'entrée.")
			case len(wordings) == 1 && wordings[0] == "-":
				return eachLine(sh.stdin, write)
			}
			for _, w := range wordings {
				if err := write(w); err != nil {
					return err
				}
			}
			return nil
		}
	},
}

func figureLine(wording, format string) (string, error) {
	f, ok := figure.Read(wording)
	switch {
	case format == "text" && ok:
		return console.Clean(reading(f)), nil
	case format == "text":
		return "pas un chiffre", nil
	case !ok:
		return "null", nil
	}
	line, err := console.Line(f)
	return strings.TrimSuffix(string(line), "\n"), err
}

// reading says in French how the words of a figure are read: "part, environ
// 25 %, de 22,5 à 25 exclu".
func reading(f figure.Figure) string {
	parts := []string{kinds[f.Kind]}
	unit, named := units[f.Unit]
	switch {
	case f.Kind == figure.Date:
		unit = "" // a year is not so many years
	case !named && f.Unit != "":
		parts[0] += " (" + f.Unit + ")"
	}
	if f.Value != nil {
		value := quantity(*f.Value, f) + unit
		if f.Approximate {
			value = "environ " + value
		}
		parts = append(parts, value)
	}
	if f.From != nil {
		parts = append(parts, "contre "+quantity(*f.From, f)+unit+" auparavant")
	}
	if b := bounds(f); b != "" {
		parts = append(parts, b)
	}
	if f.Negative {
		parts = append(parts, "compte ceux qui ne le font pas")
	}
	return strings.Join(parts, ", ")
}

// kinds and units say in French what a figure counts. A unit that is not here
// is the counted noun, or a rate.
var (
	kinds = map[figure.Kind]string{
		figure.Share: "part", figure.Change: "évolution", figure.FromTo: "passage d'un chiffre à un autre",
		figure.Count: "nombre", figure.Duration: "durée", figure.Amount: "montant", figure.Date: "date",
	}
	units = map[string]string{
		figure.Percent: nbsp + "%", figure.Point: nbsp + "point(s)", figure.PercentPerYear: nbsp + "% par an",
		figure.Factor: nbsp + "fois", figure.Year: nbsp + "an(s)", figure.Month: nbsp + "mois", figure.Euro: nbsp + "€",
	}
)

// bounds says between what the true value lies, or nothing when it is exact.
func bounds(f figure.Figure) string {
	excluded := func(open bool) string {
		if open {
			return " exclu"
		}
		return ""
	}
	switch low, high := f.Low, f.High; {
	case low != nil && high != nil && *low == *high:
		return ""
	case low != nil && high != nil:
		return "de " + quantity(*low, f) + excluded(f.LowOpen) + " à " + quantity(*high, f) + excluded(f.HighOpen)
	case low != nil:
		return "à partir de " + quantity(*low, f) + excluded(f.LowOpen)
	case high != nil:
		return "jusqu'à " + quantity(*high, f) + excluded(f.HighOpen)
	}
	return "sans borne"
}

// quantity writes a number of a figure; a year is not grouped by thousands.
func quantity(v float64, f figure.Figure) string {
	if f.Kind == figure.Date {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return decimal(v)
}

const nbsp = "\u00a0"

// decimal writes a number as French does, with at most two decimals:
// "2 600 000", "22,5".
func decimal(v float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + nbsp + whole[i:]
	}
	if fraction != "" {
		whole += "," + fraction
	}
	return sign + whole
}
