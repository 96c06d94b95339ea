package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/bot/journal"
)

// orchard is an edition of another series, with one finding.
func orchard(series string, year int) string {
	return fmt.Sprintf("observatoire: Observatoire des vergers\nserie: %s\nediteur: Institut du Râteau\nedition: %d\n"+
		"sources: [{id: %[1]s-r, editeur: Râteau, page: p. 1}]\nconstats:\n  - {id: %[1]s-%[2]d, enonce: Un énoncé., source: %[1]s-r}\n", series, year)
}

// runs names the editions of a plan.
func runs(made *Plan) []string {
	var names []string
	for _, e := range made.library.Editions {
		names = append(names, runName(e))
	}
	return names
}

// TestWhatIsPublished holds what paths are added to: never less than what one
// would expect to keep.
func TestWhatIsPublished(t *testing.T) {
	gardens := []string{"jardins 2021", "jardins 2023"}
	orchards := []string{"vergers 2031"}
	for name, test := range map[string]struct {
		data      string // --data
		published bool   // the jardins are
		folder    bool   // the path is a folder, and not its file
		only      bool
		want      []string // nil: the editions of the program and the orchards
	}{
		"a file, nothing published":             {"", false, false, false, nil},
		"a folder, nothing published":           {"", false, true, false, orchards},
		"a file beside --data":                  {jardins, false, false, false, append(gardens, orchards...)},
		"a folder beside --data":                {jardins, false, true, false, append(gardens, orchards...)},
		"a file added to what is published":     {"", true, false, false, append(gardens, orchards...)},
		"a folder added to what is published":   {"", true, true, false, append(gardens, orchards...)},
		"a file alone":                          {"", true, false, true, orchards},
		"a folder alone, --data is not its own": {jardins, true, true, true, orchards},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, Options{Data: test.data, State: t.TempDir()})
			if test.published {
				publish(t, p, copied(t))
			}
			path := t.TempDir()
			put(t, filepath.Join(path, "vergers.yaml"), []byte(orchard("vergers", 2031)))
			if !test.folder {
				path = filepath.Join(path, "vergers.yaml")
			}
			got := runs(plan(t, p, Changes{Paths: []string{path}, Only: test.only}))
			if test.want == nil {
				program, err := openProgram()
				if err != nil {
					t.Fatal(err)
				}
				if len(got) != len(program.library.Editions)+1 || !slices.Contains(got, "vergers 2031") {
					t.Errorf("editions %v", got)
				}
				return
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("editions (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSameNames puts together folders whose files have the same names.
func TestSameNames(t *testing.T) {
	p := open(t, Options{State: t.TempDir()})
	one, two := t.TempDir(), t.TempDir()
	put(t, filepath.Join(one, "edition.yaml"), []byte(orchard("vergers", 2031)))
	put(t, filepath.Join(two, "edition.yaml"), []byte(orchard("vignes", 2031)))
	made := plan(t, p, Changes{Paths: []string{one, two}})
	if diff := cmp.Diff([]string{"vergers 2031", "vignes 2031"}, runs(made)); diff != "" {
		t.Errorf("editions (-want +got):\n%s", diff)
	}
	if made.content.files["edition.yaml"] == nil || made.content.files["vignes-2031.yaml"] == nil {
		t.Errorf("files %v", made.content.from)
	}
	put(t, filepath.Join(one, "lexique.yaml"), []byte("equivalents: [[bêche, pelle]]\n"))
	put(t, filepath.Join(two, "lexique.yaml"), []byte("equivalents: [[bêche, louchet]]\n"))
	_, err := p.Plan(t.Context(), Changes{Paths: []string{one, two}})
	if err == nil || !strings.Contains(err.Error(), "renommez l'un des deux") {
		t.Errorf("two lexicons: %v", err)
	}
}

// TestLexiconAndQuestions replaces the lexicon and a file of questions, each by
// the one of its name, and keeps them when they are not given.
func TestLexiconAndQuestions(t *testing.T) {
	p := open(t, Options{State: t.TempDir()})
	dir := copied(t)
	publish(t, p, dir)
	lexicon := filepath.Join(t.TempDir(), "lexique.yaml")
	text, err := os.ReadFile(filepath.Join(dir, "lexique.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, lexicon, append(text, "  - [bêche, pelle]\n"...))
	publish(t, p, lexicon)
	more := t.TempDir()
	put(t, filepath.Join(more, "vergers.yaml"), []byte(orchard("vergers", 2031)))
	put(t, filepath.Join(more, "questions", "vergers.yaml"), []byte("questions:\n  - {id: v1, turns: [les vergers des départements], answerable: false}\n"))
	made := plan(t, p, Changes{Paths: []string{more}})
	if got := string(made.content.files["lexique.yaml"].Data); !strings.Contains(got, "pelle") {
		t.Errorf("the lexicon is %s", got)
	}
	if diff := cmp.Diff([]string{"questions/jardins.yaml", "questions/vergers.yaml"}, made.content.questions()); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
}

// FuzzBefore goes back from any history: each step is to another version than
// the live one, and the steps end.
func FuzzBefore(f *testing.F) {
	f.Add("abc<")
	f.Add("aba<b<<")
	f.Fuzz(func(t *testing.T, story string) {
		var past []journal.Publication
		live := ""
		for _, r := range story {
			next, act := string(r), journal.Published
			if r == '<' {
				id, err := before(past)
				if err != nil {
					continue
				}
				next, act = id, journal.RolledBack
			}
			if next == live { // nothing is published over itself
				continue
			}
			past, live = append(past, journal.Publication{Act: act, Version: next}), next
		}
		for range len(past) + 1 {
			id, err := before(past)
			if err != nil {
				return
			}
			if id == live {
				t.Fatalf("%q goes back from %q to itself", story, live)
			}
			past, live = append(past, journal.Publication{Act: journal.RolledBack, Version: id}), id
		}
		t.Fatalf("%q goes back without end", story)
	})
}
