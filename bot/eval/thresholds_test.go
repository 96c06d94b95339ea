package eval

import (
	"os"
	"testing"

	"constat/bot"
	"constat/data"
)

// TestThresholds asks every file of questions, and holds each to the
// thresholds that it carries. All but markess.yaml and roles.yaml were written by people who
// had not read the rules.
func TestThresholds(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	veterinaires, bibliotheques, velo := invented(t, "testdata/veterinaires"), invented(t, "testdata/bibliotheques"), invented(t, "testdata/velo")
	for name, library := range map[string]*data.Library{
		"testdata/markess.yaml":                               published,
		"testdata/markess-2.yaml":                             published,
		"testdata/markess-3.yaml":                             published,
		"testdata/markess-4.yaml":                             published,
		"testdata/markess-5.yaml":                             published,
		"testdata/markess-6.yaml":                             published,
		"testdata/markess-7.yaml":                             published,
		"testdata/markess-8.yaml":                             published,
		"testdata/pieges.yaml":                                published,
		"testdata/markess-9.yaml":                             published,
		"testdata/pieges-2.yaml":                              published,
		"testdata/pieges-3.yaml":                              published,
		"testdata/pieges-cantines.yaml":                       invented(t, "testdata/cantines"),
		"testdata/roles.yaml":                                 published,
		"testdata/sceptique.yaml":                             published,
		"testdata/sceptique-bibliotheques.yaml":               bibliotheques,
		"testdata/sceptique-veterinaires.yaml":                veterinaires,
		"testdata/conversations.yaml":                         published,
		"testdata/conversations-2.yaml":                       published,
		"testdata/conversations-3.yaml":                       published,
		"testdata/veterinaires/questions/conversations.yaml":  veterinaires,
		"testdata/bibliotheques/questions/conversations.yaml": bibliotheques,
		"testdata/velo/questions/conversations.yaml":          velo,
		"testdata/veterinaires/questions/veterinaires.yaml":   veterinaires,
		"testdata/bibliotheques/questions/bibliotheques.yaml": bibliotheques,
		"testdata/cantines/questions/cantines.yaml":           invented(t, "testdata/cantines"),
		"testdata/velo/questions/velo.yaml":                   velo,
		"testdata/creches/questions/creches.yaml":             invented(t, "testdata/creches"),
		"testdata/sport/questions/sport.yaml":                 invented(t, "testdata/sport"),
		"testdata/energie/questions/energie.yaml":             invented(t, "testdata/energie"),
	} {
		if testing.Short() && name != "testdata/markess.yaml" && library == published {
			continue // the same library, and minutes under the race detector
		}
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, faults := Read(name, src)
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			if len(file.Thresholds) == 0 {
				t.Fatal("no thresholds: nothing is held")
			}
			b, err := bot.New(library)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			r := Run(t.Context(), b.Handle, library, file)
			for _, m := range r.Missed {
				t.Errorf("%+v", m)
			}
			for _, f := range r.Failures {
				if f.Outcome != Missed {
					t.Logf("%s %q: %s, cites %q", f.ID, f.Turns, f.Outcome, f.Cited)
				}
			}
		})
	}
}

// invented reads an observatory that exists only here.
func invented(t *testing.T, folder string) *data.Library {
	t.Helper()
	l, faults := data.Read(os.DirFS(folder))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return l
}
