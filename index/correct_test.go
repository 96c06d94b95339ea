package index

import (
	"fmt"
	"testing"

	"constat/data"
)

func TestCorrect(t *testing.T) {
	x := build(t, gardenLibrary(t), "Saint-Fiacre", "herbier")
	for _, test := range []struct{ typed, want string }{
		{"compotage", "compostage"},   // dropped
		{"compostagge", "compostage"}, // doubled
		{"composatge", "compostage"},  // swapped
		{"conpostage", "compostage"},  // replaced
		{"conpostagge", "compostage"}, // two errors in a long word
		{"conpotagge", ""},            // three
		{"jarding", "jardins"},
		{"jardons", ""},         // a word of French: "jardon", a tumour of horses
		{"jadron", ""},          // two errors in a short word
		{"bardins", ""},         // the first letter is kept
		{"ruche", ""},           // another form of a known word
		{"composterons", ""},    //
		{"arosait", "arrosait"}, // of a known family, in a form that no finding has
		{"arosoit", ""},
		{"eua", ""},          // too short
		{"bras", ""},         // known
		{"combien", ""},      // a word of asking
		{"fiacer", "fiacre"}, // an extra word
		{"herbiers", ""},
		{"hebrier", "herbier"},
		{"20431", ""}, // a number is what it is
		{"", ""},
		{"élégant", ""},
	} {
		got, ok := x.Correct(test.typed)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Correct(%q) = %q, %v, want %q", test.typed, got, ok, test.want)
		}
	}
}

func TestCorrectTies(t *testing.T) {
	statements := []string{"Des pommiers.", "Des pommiers.", "Des poumiers.", "Des tomates.", "Des tomares.", "Des salons."}
	l := &data.Library{}
	for i, s := range statements {
		l.Findings = append(l.Findings, &data.Finding{ID: fmt.Sprint(i), Statement: s, Ordinal: i})
	}
	x := build(t, l)
	for typed, want := range map[string]string{
		"poimiers": "pommiers", "tomanes": "tomares",
		"savons": "", // a short word that differs by a letter is another word
		"salosn": "salons", "salonns": "salons",
	} {
		if got, _ := x.Correct(typed); got != want {
			t.Errorf("Correct(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestKnows(t *testing.T) {
	l := gardenLibrary(t)
	l.Lexicon = l.Lexicon.AddNear([][]string{{"abeille", "ruche"}})
	x := build(t, l, "Saint-Fiacre")
	for word, want := range map[string]bool{"ruches": true, "saint": true, "combien": true, "pourcentage": true, "les": true, "gazette": false, "ruche": true, "arrosage": true, "vaches": false, "": false, "abeilles": true} {
		if got := x.Knows(word); got != want {
			t.Errorf("Knows(%q) = %v, want %v", word, got, want)
		}
		if got := x.Holds(word); got != (want && word != "abeilles") { // no finding has it
			t.Errorf("Holds(%q) = %v, want %v", word, got, !got)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"eau", "eau", 0}, {"eau", "eaux", 1}, {"eau", "aeu", 1}, {"eau", "", 3}, {"ca", "abc", 3}, {"chien", "niche", 4}, {"serre", "serer", 1},
	} {
		if got := edits(test.a, test.b, 9); got != test.want {
			t.Errorf("edits(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func BenchmarkCorrect(b *testing.B) {
	l := &data.Library{}
	state := uint32(7)
	for i := range 20000 { // words of 5 to 12 letters, most of them sharing few first letters
		var w []byte
		for range 5 + i%8 {
			state = state*1664525 + 1013904223
			w = append(w, "aeiourstlncdpm"[(state>>16)%14])
		}
		l.Findings = append(l.Findings, &data.Finding{Statement: string(w), Ordinal: i})
	}
	x := build(b, l)
	for b.Loop() {
		x.Correct("desmaterialisattion")
		x.Correct("comunnes")
	}
}
