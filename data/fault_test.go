package data

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestFaults reads the folders of testdata/faults and compares the faults with
// those that each archive expects.
func TestFaults(t *testing.T) {
	archives, err := filepath.Glob("testdata/faults/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archive", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			folder, golden := unpack(archive)
			l, faults := Read(folder)
			if (l == nil) != (faults.Err() != nil) {
				t.Errorf("library %v with faults:\n%v", l != nil, faults)
			}
			got := faults.Error()
			if got != "" {
				got += "\n"
			}
			if *update {
				golden.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(golden.Data), got); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}

// unpack returns the files of an archive as a folder, and its expected faults.
func unpack(archive *txtar.Archive) (folder fs.FS, golden *txtar.File) {
	files := fstest.MapFS{}
	for i, f := range archive.Files {
		if f.Name == "faults" {
			golden = &archive.Files[i]
			continue
		}
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files, golden
}

// TestBytes checks what an archive of texts cannot hold.
func TestBytes(t *testing.T) {
	edition := func(statement string) string {
		return "observatoire: Jardins\nserie: jardins\nediteur: Râteau\nedition: 2031\n" +
			"sources:\n  - {id: r, editeur: Râteau, page: p. 1}\nconstats:\n  - id: j-01\n    enonce: " + statement + "\n    source: r\n"
	}
	for name, test := range map[string]struct {
		src  string
		want string
	}{
		"latin 1": {edition("Les b\xeaches."), "jardins.yaml:9:18: ce caractère n'est pas en UTF-8 : enregistrez le fichier en UTF-8 (les accents ont sans doute été saisis dans un autre encodage)."},
		"latin 1 reads on": {strings.Replace(edition("Les b\xeaches\x85"), "serie: jardins", "serie: Les jardins", 1), "jardins.yaml:2: « Les jardins » n'est pas un identifiant : écrivez 1 à 40 lettres minuscules sans accent, chiffres ou tirets, par exemple « les-jardins ».\n" +
			"jardins.yaml:9:18: ce caractère n'est pas en UTF-8 : enregistrez le fichier en UTF-8 (les accents ont sans doute été saisis dans un autre encodage)."},
		"utf-16":     {"\xff\xfeo\x00b\x00", "jardins.yaml:1: le fichier est en UTF-16, et n'a pas été vérifié : enregistrez-le en UTF-8."},
		"bom":        {"\ufeff" + edition("Les bêches."), "jardins.yaml:1: avertissement : le fichier commence par une marque invisible (BOM), que l'on ignore : enregistrez-le en « UTF-8 sans BOM »."},
		"control":    {edition("Les\x07 bêches."), "jardins.yaml:9:16: le caractère de contrôle U+0007 n'a pas sa place dans un texte : effacez-le." + unverified},
		"windows":    {strings.ReplaceAll(edition("Les bêches."), "\n", "\r\n"), ""},
		"nul":        {"\x00", "jardins.yaml:1:1: le caractère de contrôle U+0000 n'a pas sa place dans un texte : effacez-le." + unverified},
		"too long":   {edition("Les bêches.") + strings.Repeat("# bêche\n", maxFile/8), "jardins.yaml:1: le fichier dépasse 20 Mio : mettez ses constats dans un fichier .jsonl à côté de lui."},
		"very deep":  {strings.Repeat("[", 1<<20), "jardins.yaml:1:33: les éléments s'emboîtent sur plus de 32 niveaux : une édition n'en a pas besoin." + unverified},
		"very dense": {edition(strings.Repeat("- ", 100)), "jardins.yaml:9:13: j-01: la phrase commence par « - », un signe que YAML se réserve : " + quoteIt},
	} {
		t.Run(name, func(t *testing.T) {
			_, faults := Read(fstest.MapFS{"jardins.yaml": {Data: []byte(test.src)}})
			if got := faults.Error(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
