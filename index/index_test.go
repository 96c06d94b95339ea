package index

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/data"
)

var update = flag.Bool("update", false, "write the goldens anew")

func build(t testing.TB, l *data.Library, extra ...string) *Index {
	t.Helper()
	x, err := Build(l, extra...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func search(t testing.TB, x *Index, q Query) []Hit {
	t.Helper()
	hits, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// Each golden of testdata/ranking is one question: its first two lines say
// what is asked and which finding should come first; the rest is what came.
func TestRanking(t *testing.T) {
	x := build(t, gardenLibrary(t))
	paths, err := filepath.Glob("testdata/ranking/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	var total measure
	for _, path := range paths {
		if filepath.Base(path) == "stats.txt" {
			continue
		}
		was, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head := strings.SplitN(string(was), "\n", 3)
		question, ok1 := strings.CutPrefix(head[0], "question: ")
		target, ok2 := strings.CutPrefix(head[1], "target: ")
		if !ok1 || !ok2 {
			t.Fatalf("%s: want a question and a target", path)
		}
		hits := search(t, x, simpleQuery(x, question))
		at := place(hits, target)
		total.add(at)
		var b strings.Builder
		fmt.Fprintf(&b, "question: %s\ntarget: %s\nplace: %d\n", question, target, at)
		for _, h := range hits[:min(5, len(hits))] {
			fmt.Fprintf(&b, "\n%s %.3f missing %v\n ", h.Finding.ID, h.Score, h.Missing)
			for _, p := range h.Why {
				if p.Value != 0 {
					fmt.Fprintf(&b, " %s:%+.3f", p.Name, p.Value)
				}
			}
			b.WriteString("\n")
		}
		golden(t, path, b.String())
	}
	golden(t, "testdata/ranking/stats.txt", total.String()+"\n")
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// TestNearly: what a finding says in near words is missing, and told apart.
func TestNearly(t *testing.T) {
	l := gardenLibrary(t)
	l.Lexicon = l.Lexicon.AddNear([][]string{{"dépenser", "frais", "coût"}, {"à l'abri", "abriter"}, {"numérique", "carte"}, {"gratuit", "sans dépenser"}, {"couvert d'arbres", "étiqueter"}, {"aquatique", "en eau"}})
	x := build(t, l)
	for _, test := range []struct {
		text, id        string
		missing, nearly []string
	}{
		{"frais jardin", "j43-06", []string{"frais"}, []string{"frais"}},
		{"dépenses jardin", "j43-06", nil, nil},
		{"jardins gratuits", "j43-06", []string{"gratuits"}, nil},                           // "dépenser" is no "sans dépenser"
		{"eau aquatique", "j43-03", []string{"aquatique"}, nil},                             // "eau" is no "en eau"
		{"jardins couverts d'arbres", "j41-09", []string{"couverts"}, []string{"couverts"}}, // any form of the expression
		{"ruches à l'abri", "j41-07", []string{"abri"}, []string{"abri"}},
		{"herbiers numériques", "j43-08", []string{"numeriques"}, nil},                                     // the word of another indicator
		{"verdure compostée", "j43-04", []string{"verdure"}, nil},                                          // no word of that root
		{"déchets annuels verts", "j43-04", []string{"annuels"}, nil},                                      // nobody says it
		{"outils de partage", "j43-09", nil, nil},                                                          // a noun of the verb is the word itself
		{"frais numériques", "j43-07", []string{"frais"}, nil},                                             // a near word of another finding
		{"arbres étiquetés botaniquement", "j41-09", []string{"botaniquement"}, []string{"botaniquement"}}, // a root
	} {
		hits := search(t, x, simpleQuery(x, test.text))
		at := slices.IndexFunc(hits, func(h Hit) bool { return h.Finding.ID == test.id })
		if at < 0 {
			t.Errorf("%q does not find %s", test.text, test.id)
			continue
		}
		h := hits[at]
		if diff := cmp.Diff(test.missing, h.Missing); diff != "" {
			t.Errorf("%q, %s, missing (-want +got):\n%s", test.text, test.id, diff)
		}
		if diff := cmp.Diff(test.nearly, h.Nearly); diff != "" {
			t.Errorf("%q, %s, nearly (-want +got):\n%s", test.text, test.id, diff)
		}
	}
}

func TestMissing(t *testing.T) {
	x := build(t, gardenLibrary(t))
	for _, test := range []struct {
		terms, id string
		want      []string
	}{
		{"goutte arrosage", "j41-01", nil},                              // "arrosent"
		{"irrigation", "j41-01", nil},                                   // an alias of the indicator
		{"recuperation eau", "j43-03", nil},                             // "récupèrent"
		{"eau pluie", "j41-03", nil},                                    // the trade calls it "récupération d'eau"
		{"dev plantation", "j43-05", nil},                               // an abbreviation; the same noun
		{"direction espaces verts piloter", "j43-05", nil},              // the same verb
		{"brouette sol", "j43-09", []string{"sol"}},                     // an item
		{"formation tailler", "j41-06", nil},                            //
		{"gazette potagers", "j41-01", []string{"gazette", "potagers"}}, // the title of the source is another's words
		{"numerique", "j43-08", []string{"numerique"}},                  // digitised is not digital
		{"numerisation", "j43-07", []string{"numerisation"}},            //
		{"34935", "j43-06", nil},                                        // however it is spaced
		{"ruches vaches ruches vaches", "j41-07", []string{"vaches"}},
		{"quart", "j43-03", nil}, // the wording of the figure
	} {
		q := Query{Limit: 50}
		for w := range strings.FieldsSeq(test.terms) {
			q.Terms = append(q.Terms, Term{Text: w, Weight: 1})
		}
		// A word that every finding has brings each of them as a hit.
		q.Terms = append(q.Terms, Term{Text: "jardins"}, Term{Text: "jardiniers"})
		hits := search(t, x, q)
		at := place(hits, test.id)
		if at == 0 {
			t.Errorf("%s: %s is no hit", test.terms, test.id)
			continue
		}
		got := slices.DeleteFunc(hits[at-1].Missing, func(w string) bool { return strings.HasPrefix(w, "jardin") })
		if diff := cmp.Diff(test.want, slices.Clip(got), cmp.Transformer("nil", func(s []string) string { return strings.Join(s, " ") })); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", test.terms, test.id, diff)
		}
	}
}

// Two builds of a library answer alike to the last bit, in whichever order
// Bleve is given its findings, and so do two searches.
func TestSameBytes(t *testing.T) {
	l := grown(300)
	queries := []string{
		"Combien de jardins arrosent leurs rosiers ?", "pelouses avec des capteurs en 2012", "jardins botaniques ruches écoles bénévoles",
		"leurs", "jardins partagés jardiniers compost paillis", "mares et haies, subventions et mécènes lot33", "rosier pomier fougres",
	}
	var first []byte
	for run := range 20 {
		x := newIndex(l)
		order := rand.New(rand.NewPCG(uint64(run), 0)).Perm(len(l.Findings))
		if err := x.open(order); err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		for _, text := range queries {
			q := simpleQuery(x, text)
			q.Limit = candidateCount
			for _, h := range search(t, x, q) {
				line, err := json.Marshal([]any{h.Finding.ID, h.Score, h.Why, h.Missing})
				if err != nil {
					t.Fatal(err)
				}
				got.Write(append(line, '\n'))
			}
		}
		if run == 0 {
			first = got.Bytes()
		} else if !bytes.Equal(first, got.Bytes()) {
			t.Fatalf("run %d (-first +this):\n%s", run, cmp.Diff(string(first), got.String()))
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOrder(t *testing.T) {
	x := build(t, grown(300))
	q := simpleQuery(x, "jardins")
	for _, limit := range []int{0, 1, 50, 1000} {
		q.Limit = limit
		hits := search(t, x, q)
		want := limit
		switch limit {
		case 0:
			want = defaultLimit
		case 1000:
			want = candidateCount
		}
		if len(hits) != want {
			t.Errorf("limit %d: %d hits, want %d", limit, len(hits), want)
		}
		for i := 1; i < len(hits); i++ {
			a, b := hits[i-1], hits[i]
			if a.Score < b.Score || a.Score == b.Score && a.Finding.Ordinal >= b.Finding.Ordinal {
				t.Errorf("limit %d: %s (%v) stands before %s (%v)", limit, a.Finding.ID, a.Score, b.Finding.ID, b.Score)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	for _, l := range []*data.Library{{}, gardenLibrary(t)} {
		x := build(t, l)
		for _, q := range []Query{{}, {Terms: []Term{{Text: "cosmonautes"}}}, {Terms: []Term{{}}}, {Text: "\xff", Years: []int{2041}}} {
			if hits := search(t, x, q); len(hits) != 0 {
				t.Errorf("%v: %d hits, want none", q, len(hits))
			}
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := build(t, gardenLibrary(t))
	if _, err := x.Search(ctx, simpleQuery(x, "ruches")); err == nil {
		t.Error("a search outlived its context")
	}
}

func TestTogether(t *testing.T) {
	x := build(t, grown(200))
	q := simpleQuery(x, "Combien de jardins arrosent leurs rosiers ?")
	want := search(t, x, q)
	done := make(chan []Hit)
	for range 8 {
		go func() {
			hits, _ := x.Search(context.Background(), q)
			done <- hits
		}()
	}
	for range 8 {
		if diff := cmp.Diff(ids(want), ids(<-done)); diff != "" {
			t.Errorf("-alone +together:\n%s", diff)
		}
	}
}

func ids(hits []Hit) []string {
	var all []string
	for _, h := range hits {
		all = append(all, h.Finding.ID)
	}
	return all
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{50, 2000} {
		l := grown(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				x, err := Build(l)
				if err != nil {
					b.Fatal(err)
				}
				x.Close()
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{50, 2000} {
		x := build(b, grown(n))
		q := simpleQuery(x, "Quelle part des jardins partagés arrosent leurs rosiers avec des capteurs en 2012 ?")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				search(b, x, q)
			}
		})
	}
}

// Whatever is asked, a search ends without a fault, in order, and the sum of
// the points is the score.
func FuzzSearch(f *testing.F) {
	x := build(f, gardenLibrary(f))
	for _, s := range []string{"Combien de ruches en 2041 ?", "récupération d'eau DEV", "34 935 %", "\xff", "e e e", "99999999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := simpleQuery(x, s)
		for _, w := range strings.Fields(s) {
			q.Terms = append(q.Terms, Term{Text: w})
		}
		for _, h := range search(t, x, q) {
			sum := 0.0
			for _, p := range h.Why {
				sum += p.Value
			}
			if d := sum - h.Score; d > 1e-9 || d < -1e-9 {
				t.Errorf("%q: points of %s sum to %v, score %v", s, h.Finding.ID, sum, h.Score)
			}
		}
	})
}
