package french

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/registry"
	"github.com/google/go-cmp/cmp"
)

func TestAnalyzer(t *testing.T) {
	analyzer, err := registry.NewCache().AnalyzerNamed(Analyzer)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"L'élu a été nommé", "elu nome"},
		{"34 935 communes", "34935 comun"},
		{"44,5 % n'ont pas de stratégie", "44.5 % strateg"},
		{"Qu'est-ce que l'État ?", "etat"},
		{"cœur, COEUR et cœurs", "coeu coeu coeu"},
		{"régionaux et régionales", "regional regional"},
		{"aujourd’hui, jusqu’à l’île", "ile"},
		{"", ""},
		{"\xff\xfe", ""},
	} {
		var got []string
		for _, token := range analyzer.Analyze([]byte(test.text)) {
			got = append(got, string(token.Term))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestStem(t *testing.T) {
	for _, pair := range []struct {
		a, b string
		one  bool
	}{
		{"commune", "communes", true},
		{"adopte", "adoptees", true},
		{"collectivite", "collectivites", true},
		{"departementaux", "departementale", true},
		{"utilisateur", "utilisatrice", true},
		{"numerique", "numeriques", true},
		{"numerique", "numerisation", false},
		{"forme", "formation", false},
		{"commune", "communication", false},
		{"2015", "2016", false},
	} {
		if got := Stem(pair.a) == Stem(pair.b); got != pair.one {
			t.Errorf("%s → %s, %s → %s: one stem %v, want %v", pair.a, Stem(pair.a), pair.b, Stem(pair.b), got, pair.one)
		}
	}
}

// Every word says itself, and whatever has a stem keeps one.
func FuzzWord(f *testing.F) {
	for _, w := range strings.Fields("commune elue travaux 34935 % e ee qu gge ation issement œ \xff") {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		if w != "" && Stem(w) == "" {
			t.Errorf("Stem(%q) is empty", w)
		}
		if !says(w, w) {
			t.Errorf("%q does not say itself", w)
		}
	})
}
