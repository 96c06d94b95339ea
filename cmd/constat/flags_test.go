package main

import (
	"errors"
	"flag"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/data/figure"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		args    string // split at spaces; "_" stands for a space inside one
		rest    string
		data    string
		timing  bool
		wrong   string // what the error says
		helping bool
	}{
		{args: ""},
		{args: "a b", rest: "a b"},
		{args: "--data D a", rest: "a", data: "D"},
		{args: "a --data D b", rest: "a b", data: "D"},
		{args: "a b --data=D", rest: "a b", data: "D"},
		{args: "-data D", data: "D"},
		{args: "--data D --data E", data: "E"},
		{args: "--data -", data: "-"},
		{args: "--timing a", rest: "a", timing: true},
		{args: "--timing=false a", rest: "a"},
		{args: "-", rest: "-"},
		{args: "-- --data D", rest: "--data D"},
		{args: "a -- -b", rest: "a -b"},
		{args: "-_et_les_régions", rest: "-_et_les_régions"},
		{args: "--data", wrong: "l'option --data attend une valeur"},
		{args: "--data=", wrong: "l'option --data attend une valeur"},
		{args: "--dta D", wrong: "vouliez-vous taper « --data » ?"},
		{args: "---data D", wrong: "l'option « ---data »"},
		{args: "-x", wrong: "l'option « -x » n'existe pas"},
		{args: "--timing=oui", wrong: "ne prend pas de valeur"},
		{args: "--limit 0", wrong: "« 0 » : il faut un nombre entier"},
		{args: "--format xml", wrong: "choisissez text, json ou citation"},
		{args: "a --help", helping: true},
		{args: "-h", helping: true},
	} {
		t.Run(test.args, func(t *testing.T) {
			fs := flag.NewFlagSet("test", flag.ContinueOnError)
			data, timing := dataFlag(fs), fs.Bool("timing", false, "")
			countFlag(fs, "limit", 10, "")
			formatFlag(fs, "text", "json", "citation")
			rest, err := parse(fs, words(test.args))
			var wrong *usageError
			switch {
			case test.helping != errors.Is(err, flag.ErrHelp):
				t.Fatalf("error %v", err)
			case test.wrong != "":
				if !errors.As(err, &wrong) || !strings.Contains(wrong.message, test.wrong) {
					t.Fatalf("error %v, want %q", err, test.wrong)
				}
				return
			case err != nil && !test.helping:
				t.Fatal(err)
			}
			if diff := cmp.Diff(words(test.rest), rest); diff != "" && !test.helping {
				t.Errorf("arguments (-want +got):\n%s", diff)
			}
			if *data != test.data || *timing != test.timing {
				t.Errorf("data %q, timing %v", *data, *timing)
			}
		})
	}
}

// words splits at spaces, and gives back those that "_" stands for.
func words(s string) []string {
	var all []string
	for _, w := range strings.Fields(s) {
		all = append(all, strings.ReplaceAll(w, "_", " "))
	}
	return all
}

func TestQuoted(t *testing.T) {
	for in, want := range map[string]string{
		"l'eau de pluie ?":  `"l'eau de pluie ?"`,
		"a \"b\" $c `d` \\": "\"a \\\"b\\\" \\$c \\`d\\` \\\\\"",
	} {
		if got := quoted(in); got != want {
			t.Errorf("quoted(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	ids := []string{"j1-01", "j1-02", "j2-01", "edition:jardins:2021"}
	for _, test := range []struct {
		word string
		want []string
	}{
		{"j1-1", []string{"j1-01", "j1-02"}},
		{"j3-01", []string{"j1-01", "j2-01"}},
		{"edition:jardin:2021", []string{"edition:jardins:2021", "j1-01"}[:1]},
		{"rien", nil},
	} {
		if diff := cmp.Diff(test.want, nearest(test.word, ids, 2)); diff != "" {
			t.Errorf("nearest to %s (-want +got):\n%s", test.word, diff)
		}
	}
}

func TestReading(t *testing.T) {
	n := func(v float64) *float64 { return &v }
	for _, test := range []struct {
		f    figure.Figure
		want string
	}{
		{figure.Figure{Kind: figure.Share, Unit: figure.Percent, Value: n(44), Low: n(44), High: n(44)}, "part, 44 %"},
		{figure.Figure{Kind: figure.Share, Unit: figure.Percent, Value: n(25), Low: n(22.5), High: n(25), HighOpen: true, Approximate: true}, "part, environ 25 %, de 22,5 à 25 exclu"},
		{figure.Figure{Kind: figure.Share, Unit: figure.Percent, Value: n(100. / 3), Low: n(100. / 3), High: n(100), LowOpen: true, Approximate: true, Negative: true}, "part, environ 33,33 %, de 33,33 exclu à 100, compte ceux qui ne le font pas"},
		{figure.Figure{Kind: figure.Share, Unit: figure.Percent, Low: n(20), High: n(30)}, "part, de 20 à 30"},
		{figure.Figure{Kind: figure.Share, Unit: figure.Percent}, "part, sans borne"},
		{figure.Figure{Kind: figure.Count, Unit: "métier", Value: n(1500), Low: n(1500), LowOpen: true, Approximate: true}, "nombre (métier), environ 1 500, à partir de 1 500 exclu"},
		{figure.Figure{Kind: figure.Amount, Unit: figure.Euro, Value: n(2.6e9), High: n(2.6e9)}, "montant, 2 600 000 000 €, jusqu'à 2 600 000 000"},
		{figure.Figure{Kind: figure.Date, Unit: figure.Year, Value: n(2017), Low: n(2017), High: n(2017)}, "date, 2017"},
		{figure.Figure{Kind: figure.FromTo, Unit: figure.Percent, Value: n(44), From: n(-5.25), Low: n(44), High: n(44)}, "passage d'un chiffre à un autre, 44 %, contre -5,25 % auparavant"},
		{figure.Figure{Kind: figure.Amount, Unit: "euro/habitant", Value: n(12), Low: n(12), High: n(12)}, "montant (euro/habitant), 12"},
	} {
		if got := strings.ReplaceAll(reading(test.f), nbsp, " "); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
