package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Check is one thing that was looked at.
type Check struct {
	What string // in French, as Good and Err: "version 3f2a91"
	Good string // how it is, when nothing is wrong with it: "entière"
	Err  error  // what is wrong with it; nil when nothing is
}

// Inspect looks at a state folder: whether it takes what is written, whether
// every version is as it was written, whether the list of publications is. It
// leaves nothing behind. A folder that does not exist yet is made with its
// first publication, and only its parent is looked at.
func Inspect(dir string) []Check {
	s := state{dir}
	const folder = "dossier d'état"
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return []Check{{folder, "n'existe pas encore, et peut être créé", tryWrite(filepath.Dir(filepath.Clean(dir)))}}
	case err == nil && !info.IsDir():
		return []Check{{What: folder, Err: errors.New("ce chemin est un fichier, pas un dossier")}}
	}
	checks := []Check{{folder, "accepte l'écriture", tryWrite(dir)}}
	list, err := Versions(dir)
	if err != nil {
		return append(checks, Check{What: "versions publiées", Err: err})
	}
	for _, v := range list {
		_, err := s.open(v.ID)
		var damaged *DamagedError
		if errors.As(err, &damaged) {
			err = fmt.Errorf("endommagée (%w) ; « constat rollback » revient à une autre", damaged.Err)
		}
		what := "version " + v.ID
		if v.Live {
			what += ", qui répond"
		}
		checks = append(checks, Check{what, fmt.Sprintf("entière (%s)", count(v.Findings, "constat")), err})
	}
	pending, err := Proposals(dir)
	if err != nil {
		checks = append(checks, Check{What: "propositions", Err: err})
	}
	for _, p := range pending {
		checks = append(checks, Check{What: "proposition " + p.ID, Good: "attend l'accord d'une autre personne que " + p.By})
	}
	past, err := Journal(dir).Publications()
	return append(checks, Check{"journal des publications", "tel qu'il a été écrit (" + count(len(past), "entrée") + ")", err})
}

// tryWrite writes a file and removes it.
func tryWrite(dir string) error {
	f, err := os.CreateTemp(dir, unfinished+"*")
	if err != nil {
		return explained(err)
	}
	_, err = f.WriteString("constat\n")
	return explained(errors.Join(err, f.Sync(), f.Close(), os.Remove(f.Name())))
}
