package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestInspect looks at folders that are sound, and at one of which a file of a
// version was altered; it leaves them as they are.
func TestInspect(t *testing.T) {
	wrong := func(dir string) string {
		t.Helper()
		before := listing(t, dir)
		var all []string
		for _, c := range Inspect(dir) {
			if c.Err != nil {
				all = append(all, c.What+" : "+c.Err.Error())
			}
		}
		if after := listing(t, dir); after != before {
			t.Errorf("left in the folder:\n%s\nwas:\n%s", after, before)
		}
		return strings.Join(all, "\n")
	}
	stateDir := t.TempDir()
	if got := wrong(stateDir); got != "" {
		t.Errorf("an empty folder: %s", got)
	}
	p := open(t, Options{State: stateDir})
	live := publish(t, p, copied(t))
	if got := wrong(stateDir); got != "" {
		t.Errorf("a sound folder: %s", got)
	}
	edit(t, filepath.Join(stateDir, versionsFolder, live.Version, "lexique.yaml"), "jardins partagés", "jardins secrets")
	if got := wrong(stateDir); !strings.HasPrefix(got, "version "+live.Version+", qui répond : endommagée (") || !strings.Contains(got, "« lexique.yaml » a changé") {
		t.Errorf("an altered version: %s", got)
	}
	if err := os.Truncate(filepath.Join(stateDir, currentFile), 5); err != nil {
		t.Fatal(err)
	}
	if got := wrong(stateDir); !strings.Contains(got, "« current »") {
		t.Errorf("a cut current: %s", got)
	}
	file := filepath.Join(t.TempDir(), "fichier")
	put(t, file, nil)
	if got := wrong(file); got != "dossier d'état : ce chemin est un fichier, pas un dossier" {
		t.Errorf("a file: %s", got)
	}
	nowhere := filepath.Join(t.TempDir(), "nulle", "part")
	if checks := Inspect(nowhere); len(checks) != 1 || checks[0].Err == nil {
		t.Errorf("a folder in no folder: %+v", checks)
	}
}
