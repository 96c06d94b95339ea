package answer

import (
	"encoding/json"
	"strings"
	"testing"

	"constat/data"
	"constat/data/figure"
)

func TestDate(t *testing.T) {
	for date, want := range map[string]string{
		"2015-07-01": "1er juillet 2015", "2015-06-23": "23 juin 2015", "2015-06": "juin 2015", "2015": "2015",
		"2014-06-17/2014-06-18": "du 17 au 18 juin 2014", "2014-06-30/2014-07-02": "du 30 juin 2014 au 2 juillet 2014", "2014-03/2014-05": "de mars 2014 à mai 2014", "": "", "2015-13": "2015-13",
	} {
		if got := Date(date); got != want {
			t.Errorf("Date(%q) = %q, want %q", date, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "", 7: "7", 999: "999", 1000: "1 000", 34935: "34 935", 1200000: "1 200 000"} {
		if got := number(n); got != strings.ReplaceAll(want, " ", nbsp) {
			t.Errorf("number(%d) = %q, want %q", n, got, want)
		}
	}
}

// TestSourceLine: what is not known of a source is said, never made up.
func TestSourceLine(t *testing.T) {
	for _, test := range []struct {
		source data.Source
		want   string
	}{
		{data.Source{Title: "Les jardins", Publisher: "La Gazette", Author: "C. Bouture", Date: "2022-11-18", URL: "https://g.example/a", Page: "p. 3"}, "« Les jardins », La Gazette, C. Bouture, 18 novembre 2022, p. 3, https://g.example/a"},
		{data.Source{Title: "Les jardins", Reconstructed: true, Publisher: "La Gazette", DateEstimate: "hiver 2022", Page: "p. 3"}, "Les jardins (titre reconstitué), La Gazette, date inconnue (estimée : hiver 2022), p. 3"},
		{data.Source{Publisher: "La Gazette", URL: "https://g.example"}, "La Gazette, date inconnue, https://g.example"},
	} {
		if got := strings.ReplaceAll(SourceLine(&test.source), nbsp, " "); got != test.want {
			t.Errorf("\n got %s\nwant %s", got, test.want)
		}
	}
}

// TestCompared: a claim is confirmed or refuted on bounds, and left undecided
// when they overlap.
func TestCompared(t *testing.T) {
	for _, test := range []struct {
		stated, published string
		want              Verdict
	}{
		{"44 %", "44 %", Confirmed},
		{"45 %", "44 %", Different},
		{"la majorité", "44 %", Different},
		{"moins de la moitié", "44 %", Confirmed},
		{"la majorité", "plus d'une commune sur deux", Confirmed},
		{"60 %", "plus d'une commune sur deux", Undecided},
		{"40 %", "plus d'une commune sur deux", Different},
		{"près de la moitié", "44 %", Different},
		{"un tiers", "33 %", Confirmed},
		{"12 communes", "44 %", Undecided},
	} {
		stated, ok := figure.Read(test.stated)
		published, ok2 := figure.Read(test.published)
		if !ok || !ok2 {
			t.Fatalf("%q or %q is no figure", test.stated, test.published)
		}
		if got := compared(stated, published); got != test.want {
			t.Errorf("%q against %q: %q, want %q", test.stated, test.published, got, test.want)
		}
	}
}

// TestGateReads: numbers in digits and in letters, a share apart from a count.
func TestGateReads(t *testing.T) {
	f, _ := figure.Read("44 % des communes")
	e := &data.Edition{Observatory: "Observatoire", Year: 2021}
	finding := &data.Finding{Statement: "44 % des communes arrosent, soit deux sur cinq environ, le 3 mai.", Figure: &f, Edition: e}
	a := Answer{Kind: Found, Cited: []Citation{{Finding: finding, Edition: e}}}
	a.allowed = allowance(&data.Library{Editions: []*data.Edition{e}}, a)
	for text, open := range map[string]bool{
		"« 44 % » en 2021, le 3 mai":         true,
		"44% des communes":                   true,
		"44 communes":                        false, // a share is no count
		"45 %":                               false,
		"54 %":                               false,
		"3 %":                                false, // a day is no share
		"en 2022":                            false,
		"quarante-cinq pour cent":            false,
		"la moitié des communes":             false,
		"les trois directions":               true, // a small count in letters is grammar
		"4 4 %":                              false,
		"44,5 %":                             false,
		"aucun chiffre dans cette phrase-ci": true,
	} {
		if err := Gate(a, text); (err == nil) != open {
			t.Errorf("Gate(%q) = %v, want open %v", text, err, open)
		}
	}
}

// TestJSON: the contract's lists are never null, and an unknown year is.
func TestJSON(t *testing.T) {
	b, err := json.Marshal(Answer{Kind: Found, Cited: []Citation{{Edition: &data.Edition{Series: "jardins"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"cited":[{"finding":"edition:jardins"`, `"edition":null`, `"near":[]`, `"choices":[]`, `"follow_ups":[]`, `"notes":[]`, `"computed":[]`, `"figure":null`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s is not in %s", want, b)
		}
	}
}

func TestConjugates(t *testing.T) {
	for _, c := range []struct {
		word, infinitive string
		want             bool
	}{
		{"versent", "verser", true}, {"versaient", "verser", true}, {"versait", "verser", true}, {"fournissent", "fournir", true},
		{"verser", "verser", false}, {"versement", "verser", false}, {"versements", "verser", false}, {"versees", "verser", false},
		{"versent", "version", false}, {"ent", "er", false}, {"versent", "", false},
	} {
		if got := conjugates(c.word, c.infinitive); got != c.want {
			t.Errorf("%q of %q: %v, want %v", c.word, c.infinitive, got, c.want)
		}
	}
}
