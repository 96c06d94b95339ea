package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"constat/bot/eval"
	"constat/bot/publish"
	"constat/data"
)

var check = command{
	name:     "check",
	synopsis: "[CHEMIN…]",
	summary:  "vérifie des éditions et dit toutes leurs fautes, avec fichier et ligne",
	details: `Un CHEMIN est une édition (.yaml) ou un dossier d'éditions. Sans chemin, les éditions
du programme sont vérifiées. Les questions du dossier « questions » le sont aussi. Une faute empêche de publier, un avertissement non.`,
	examples: []string{
		"constat check",
		"constat check data/editions",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error { return runCheck },
}

func runCheck(ctx context.Context, sh shell, paths []string) error {
	loaded, err := data.Published()
	var faults data.Faults
	if err != nil && !errors.As(err, &faults) {
		return err
	}
	read := loaded
	if len(paths) > 0 {
		read, faults = data.ReadPaths(paths, loaded)
	}
	questions, err := checkQuestions(paths, read)
	if err != nil {
		return err
	}
	wrong, warnings := slices.Concat(faults, questions).Split()
	for _, f := range slices.Concat(wrong, warnings) {
		if _, err := fmt.Fprintln(sh.stdout, f); err != nil {
			return err
		}
	}
	var editions, findings int
	if read != nil {
		for _, e := range read.Editions {
			if len(paths) == 0 || given(paths, e.File) {
				editions++
				findings += len(e.Findings)
			}
		}
	}
	if _, err := io.WriteString(sh.stdout, summary(len(wrong), len(warnings), editions, findings)); err != nil {
		return err
	}
	if len(wrong) > 0 {
		return errFailed
	}
	return nil
}

// checkQuestions checks the questions that stand in the folders, as publish
// asks them. What they expect is looked up when the editions could be read.
func checkQuestions(paths []string, read *data.Library) (data.Faults, error) {
	var all data.Faults
	for _, p := range paths {
		names, err := publish.QuestionFiles(os.DirFS(p))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			src, err := fs.ReadFile(os.DirFS(p), name)
			name = path.Join(filepath.ToSlash(filepath.Clean(p)), name)
			if err != nil {
				return nil, fmt.Errorf("le fichier « %s » n'est pas lisible.", name)
			}
			f, faults := eval.Read(name, src)
			if f != nil && read != nil {
				faults = f.Unknown(read)
			}
			all = append(all, faults...)
		}
	}
	return all, nil
}

// given reports whether a file is one of the paths, or in the folder that one
// of them names.
func given(paths []string, file string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		p = filepath.ToSlash(filepath.Clean(p))
		return p == file || p == path.Dir(file)
	})
}

// summary is the last line of a check.
func summary(wrong, warnings, editions, findings int) string {
	parts := []string{plural(wrong, "faute"), plural(warnings, "avertissement")}
	if wrong > 0 {
		return strings.Join(parts, ", ") + " : rien n'est publiable tant qu'il reste une faute.\n"
	}
	parts = append([]string{plural(editions, "édition"), plural(findings, "constat")}, parts...)
	return strings.Join(parts, ", ") + ".\n"
}

// plural counts a noun that takes an s: "aucune faute" is written "0 faute".
func plural(n int, noun string) string {
	if n > 1 {
		noun += "s"
	}
	return decimal(float64(n)) + " " + noun
}
