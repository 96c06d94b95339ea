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
	What string // in French
	Err  error  // what is wrong with it; nil when nothing is
}

// Inspect looks at a state folder: whether it takes what is written, whether
// every version is as it was written, whether the list of publications is. It
// leaves nothing behind. A folder that does not exist yet is made with its
// first publication, and only its parent is looked at.
func Inspect(dir string) []Check {
	s := state{dir}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return []Check{{"le dossier d'état n'existe pas encore, et peut être créé", tryWrite(filepath.Dir(filepath.Clean(dir)))}}
	}
	checks := []Check{{"le dossier d'état accepte l'écriture", tryWrite(dir)}}
	list, err := Versions(dir)
	if err != nil {
		return append(checks, Check{"les versions publiées se lisent", err})
	}
	for _, v := range list {
		_, err := s.open(v.ID)
		what := fmt.Sprintf("la version %s est entière (%s)", v.ID, count(v.Findings, "constat"))
		if v.Live {
			what = fmt.Sprintf("la version %s, qui répond, est entière (%s)", v.ID, count(v.Findings, "constat"))
		}
		checks = append(checks, Check{what, err})
	}
	past, err := Journal(dir).Publications()
	return append(checks, Check{fmt.Sprintf("le journal des publications est tel qu'il a été écrit (%d)", len(past)), err})
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
