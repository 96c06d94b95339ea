package data

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// jardins reads the invented observatory.
func jardins(t testing.TB) *Library {
	t.Helper()
	l, faults := Read(os.DirFS("testdata/jardins"))
	if len(faults) > 0 {
		t.Fatalf("faults:\n%v", faults)
	}
	return l
}

func ids(findings []*Finding) []string {
	var all []string
	for _, f := range findings {
		all = append(all, f.ID)
	}
	return all
}

func TestPublished(t *testing.T) {
	l, err := Published()
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Findings) == 0 {
		t.Error("no finding is published")
	}
	c := newCollection(nil)
	c.folder(place{published, "editions", "data/editions"})
	if _, faults := c.library(); len(faults) > 0 {
		t.Errorf("warnings:\n%v", faults)
	}
}

func TestJardins(t *testing.T) {
	l := jardins(t)
	if got := len(l.Findings); got != 25 {
		t.Errorf("%d findings, want 25", got)
	}
	for i, f := range l.Findings {
		if known, ok := l.Finding(f.ID); !ok || known != f {
			t.Errorf("%s is not found by its id", f.ID)
		}
		if f.Ordinal != i || !slices.Contains(f.Edition.Findings, f) {
			t.Errorf("%s: ordinal %d at %d", f.ID, f.Ordinal, i)
		}
		if f.Population != "" && !f.Who.Named() {
			t.Errorf("%s: nobody is named by %q", f.ID, f.Population)
		}
	}
	finding := func(id string) *Finding {
		f, ok := l.Finding(id)
		if !ok {
			t.Fatalf("no finding %s", id)
		}
		return f
	}
	for _, test := range []struct {
		what string
		got  any
		want any
	}{
		{"contradictions of the one that is cited", ids(finding("j1-02").Contradicts), []string{"j1-01"}},
		{"contradictions of the one that cites", ids(finding("j1-01").Contradicts), []string{"j1-02"}},
		{"restatements", ids(finding("j1-01").Restates), []string{"j1-03"}},
		{"restatements across files", ids(finding("j2-01").Restates), []string{"j2-02"}},
		{"line in the YAML file", finding("j1-02").Line, 58},
		{"line in the JSONL file", finding("j2-02").Line, 2},
		{"years", finding("j2-09").Years, []int{2022, 2023}},
		{"default attribution", finding("j1-01").Attribution, Observatory},
		{"qualifier of a long form", finding("j1-05").Figure.Qualifier, "près de"},
		{"value of a long form", *finding("j1-05").Figure.Value, 75.0},
		{"no value of a majority", finding("j1-06").Figure.Value == nil, true},
		{"rank of an item", finding("j1-08").Items[3], Item{Label: "laitue", Rank: 3, Detail: "ex aequo"}},
		{"presentation", l.Editions[0].Presentation.Sources[0].Title, "Les jardins prennent l'eau"},
		{"break", l.Editions[0].Indicators[2].Break, &Break{2023, "les allées ne sont plus comptées"}},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.what, diff)
		}
	}
}

// TestNothingHalfLoaded adds each faulty edition to a sound folder: nothing is
// loaded, not even the sound part.
func TestNothingHalfLoaded(t *testing.T) {
	archives, _ := filepath.Glob("testdata/faults/*.txtar")
	sound := os.DirFS("testdata/jardins")
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		faulty, _ := unpack(archive)
		folder := fstest.MapFS{}
		for prefix, from := range map[string]fs.FS{"": sound, "zz-": faulty} {
			entries, _ := fs.ReadDir(from, ".")
			for _, e := range entries {
				if b, err := fs.ReadFile(from, e.Name()); err == nil {
					folder[prefix+e.Name()] = &fstest.MapFile{Data: b}
				}
			}
		}
		l, faults := Read(folder)
		if _, own := Read(faulty); own.Err() != nil && !strings.HasPrefix(filepath.Base(path), "jsonl") && !strings.HasPrefix(filepath.Base(path), "lexicon") && l != nil {
			t.Errorf("%s: a library with faults:\n%v", path, own)
		}
		if (l == nil) != (faults.Err() != nil) {
			t.Errorf("%s: library %v, faults %v", path, l != nil, faults.Err())
		}
	}
}

// garden writes an edition of one finding for each line of findings.
func garden(year string, findings ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "observatoire: Jardins\nserie: jardins\nediteur: Râteau\nedition: %s\nsources: [{id: r, editeur: Râteau, page: p. 1}]\nconstats:\n", year)
	for _, f := range findings {
		fmt.Fprintf(&b, "  - {enonce: Un énoncé., source: r, %s}\n", f)
	}
	return b.String()
}

func folderOf(files map[string]string) fstest.MapFS {
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

func TestOrder(t *testing.T) {
	l, faults := Read(folderOf(map[string]string{
		"a.yaml":           garden("2033", "id: c"),
		"b.yml":            garden("null", "id: z", "id: a"),
		"c.yaml":           strings.Replace(garden("2001", "id: d"), "serie: jardins", "serie: balcons", 1),
		"notes.txt":        "pas une édition",
		".cache.yaml":      "pas une édition",
		"questions/q.yaml": "questions: []",
	}))
	if faults.Err() != nil {
		t.Fatal(faults)
	}
	if diff := cmp.Diff([]string{"d", "z", "a", "c"}, ids(l.Findings)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestVersion(t *testing.T) {
	one, two := garden("2031", "id: a"), garden("2033", "id: b")
	version := func(files map[string]string) string {
		l, faults := Read(folderOf(files))
		if l == nil {
			t.Fatal(faults)
		}
		return l.Version
	}
	same := version(map[string]string{"1.yaml": one, "2.yaml": two})
	if got := version(map[string]string{"z.yaml": one, "a.yaml": two}); got != same {
		t.Errorf("the names of the files change the version: %s, %s", got, same)
	}
	if got := version(map[string]string{"1.yaml": one}); got == same {
		t.Error("an edition less has the same version")
	}
	if got := version(map[string]string{"1.yaml": one, "2.yaml": two, "lexique.yaml": "equivalents: [[bêche, pelle]]\n"}); got == same {
		t.Error("a lexicon more has the same version")
	}
}

func TestReadPaths(t *testing.T) {
	loaded := jardins(t)
	before := loaded.Findings[0]
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	next := write("2031.yaml", garden("2031", "id: j3-01, contredit: [j1-01]"))

	t.Run("adds to the loaded library", func(t *testing.T) {
		l, faults := ReadPaths([]string{next}, loaded)
		if l == nil {
			t.Fatal(faults)
		}
		f, _ := l.Finding("j1-01")
		if diff := cmp.Diff([]string{"j1-02", "j3-01"}, ids(f.Contradicts)); diff != "" {
			t.Errorf("contradictions (-want +got):\n%s", diff)
		}
		if got := len(l.Findings); got != 26 {
			t.Errorf("%d findings, want 26", got)
		}
		if loaded.Findings[0] != before || len(before.Contradicts) != 1 || loaded.Findings[0].Ordinal != 0 {
			t.Error("the loaded library changed")
		}
		again, faults := ReadPaths(nil, l)
		if again == nil || again.Version != l.Version {
			t.Errorf("the same content has another version: %v", faults)
		}
	})
	t.Run("replaces a loaded edition", func(t *testing.T) {
		l, faults := ReadPaths([]string{"testdata/jardins"}, loaded)
		if l == nil || len(faults) > 0 {
			t.Fatal(faults)
		}
		if len(l.Findings) != len(loaded.Findings) {
			t.Errorf("%d findings, want %d", len(l.Findings), len(loaded.Findings))
		}
	})
	t.Run("tells a target that a replaced edition held", func(t *testing.T) {
		l, _ := ReadPaths([]string{next}, loaded)
		_, faults := ReadPaths([]string{write("2021.yaml", garden("2021", "id: j1-99"))}, l)
		want := filepath.ToSlash(next) + ":7: j3-01: « contredit » cite le constat « j1-01 », qui n'existe dans aucune édition"
		if !strings.HasPrefix(faults.Error(), want) {
			t.Errorf("got  %v\nwant %s…", faults, want)
		}
	})
	t.Run("without a loaded library", func(t *testing.T) {
		if _, faults := ReadPaths([]string{next}, nil); len(faults) != 1 {
			t.Errorf("faults: %v", faults)
		}
	})
	t.Run("files given twice, absent, of another kind", func(t *testing.T) {
		notes := write("notes.txt", "bonjour")
		if err := os.Remove(filepath.Join(folder, "2021.yaml")); err != nil {
			t.Fatal(err)
		}
		if l, faults := ReadPaths([]string{next, folder, folder + "/./2031.yaml"}, loaded); l == nil || len(faults) > 0 {
			t.Errorf("faults: %v", faults)
		}
		_, faults := ReadPaths([]string{folder + "/absent.yaml", notes, t.TempDir()}, loaded)
		if len(faults) != 3 {
			t.Errorf("%d faults, want 3: %v", len(faults), faults)
		}
	})
}

func TestNotRegular(t *testing.T) {
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "2031.yaml"), 0o755); err != nil {
		t.Fatal(err)
	}
	if l, faults := Read(os.DirFS(folder)); l != nil || len(faults) != 1 {
		t.Errorf("library %v, faults %v", l != nil, faults)
	}
}

// TestSubfolder warns of editions that an admin believes read.
func TestSubfolder(t *testing.T) {
	l, faults := Read(folderOf(map[string]string{"a.yaml": garden("2031", "id: a"), "balcons/b.yaml": garden("2033", "id: b")}))
	if l == nil || len(faults) != 1 || !faults[0].Warning || faults[0].File != "balcons" {
		t.Errorf("library %v, faults %v", l != nil, faults)
	}
}

func TestLongLine(t *testing.T) {
	line := func(id string, length int) string {
		head := fmt.Sprintf(`{"id": "%s", "source": "r", "enonce": "`, id)
		return head + strings.Repeat("é", (length-len(head)-2)/2) + "\"}\n"
	}
	files := map[string]string{
		"a.yaml":  strings.Replace(garden("2031"), "constats:", "constats: a.jsonl", 1),
		"a.jsonl": line("a", maxLine-2) + line("b", maxLine+4) + line("c", 3*maxLine) + line("d", 100),
	}
	_, faults := Read(folderOf(files))
	wrong, _ := faults.Split()
	want := "a.jsonl:2: la ligne dépasse 64 Kio : un constat tient en moins.\na.jsonl:3: la ligne dépasse 64 Kio : un constat tient en moins."
	if got := wrong.Error(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// manyFindings is an edition in the size of a whole observatory.
func manyFindings(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id": "f-%d", "enonce": "%d %% des communes ont semé des radis sur la parcelle %d.", "chiffre": "%d %% des communes", "population": "communes", "indicateur": "semis", "statut": "adopté", "source": ["r"]}`+"\n", i, i%100, i, i%100)
	}
	return b.String()
}

func yamlOf(n int) string {
	var b strings.Builder
	b.WriteString(garden("2031"))
	for i := range n {
		fmt.Fprintf(&b, "  - id: f-%d\n    enonce: %d %% des communes ont semé des radis sur la parcelle %d.\n    chiffre: %d %% des communes\n    population: communes\n    indicateur: semis\n    statut: adopté\n    source: [r]\n", i, i%100, i, i%100)
	}
	return b.String()
}

func jsonlOf(n int) map[string]string {
	return map[string]string{"a.yaml": strings.Replace(garden("2031"), "constats:", "constats: a.jsonl", 1), "a.jsonl": manyFindings(n)}
}

func BenchmarkRead(b *testing.B) {
	const observatory = 2_000 // findings
	for name, files := range map[string]map[string]string{"yaml": {"a.yaml": yamlOf(observatory)}, "jsonl": jsonlOf(observatory)} {
		folder := folderOf(files)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if l, faults := Read(folder); l == nil {
					b.Fatal(faults[0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/observatory, "µs/finding")
		})
	}
}

// TestAliasBomb checks that aliases are bounded before they are followed.
func TestAliasBomb(t *testing.T) {
	var b strings.Builder
	b.WriteString("observatoire: &l0 [" + strings.Repeat("radis,", 10) + "]\n")
	for i := range 12 { // a million million radishes
		fmt.Fprintf(&b, "k%d: &l%d [%s]\n", i, i+1, strings.Repeat(fmt.Sprintf("*l%d,", i), 10))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	l, faults := Read(folderOf(map[string]string{"a.yaml": b.String()}))
	runtime.ReadMemStats(&after)
	if l != nil || len(faults) != 1 || !strings.Contains(faults[0].Message, "renvois") {
		t.Errorf("library %v, faults %v", l != nil, faults)
	}
	const enough = 32 << 20 // bytes
	if grown := after.TotalAlloc - before.TotalAlloc; grown > enough {
		t.Errorf("%d bytes were allocated", grown)
	}
}

// TestDoubtfulYear checks an edition that is loaded and whose year was broken
// since: its findings are not told as those of another one.
func TestDoubtfulYear(t *testing.T) {
	read := func(year string, loaded *Library) (*Library, Faults) {
		path := filepath.Join(t.TempDir(), "a.yaml")
		if err := os.WriteFile(path, []byte(garden(year, "id: a", "id: b")), 0o644); err != nil {
			t.Fatal(err)
		}
		return ReadPaths([]string{path}, loaded)
	}
	loaded, faults := read("2031", nil)
	if loaded == nil {
		t.Fatal(faults)
	}
	if _, faults := read("2O31", loaded); len(faults) != 1 || !strings.Contains(faults[0].Message, "2O31") {
		t.Errorf("faults: %v", faults)
	}
}

// TestManyFaults checks that the faults of a hopeless file are bounded.
func TestManyFaults(t *testing.T) {
	_, faults := Read(folderOf(map[string]string{"a.yaml": garden("2031", "id: a") + strings.Repeat("radis: navet\n", 2*maxFaults)}))
	if len(faults) != maxFaults || !strings.Contains(faults[maxFaults-1].Message, "autres défauts") {
		t.Errorf("%d faults, the last %v", len(faults), faults[len(faults)-1])
	}
}
