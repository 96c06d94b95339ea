package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"

	"constat/data"
)

const questionsFolder = "questions"

// A content is the files of a version to be, as a --data folder holds them. It
// is in memory, the standard library's only file system there: what is checked
// and proved is, to the byte, what is published.
type content struct {
	files fstest.MapFS
	from  map[string]string // where each was read, for what is told of it
}

// gather reads files and folders, checks them as package data does, and puts
// them together with what the base has and they do not replace. An edition
// replaces that of its series and year; a lexicon and a file of questions
// replace those of their name. The base may be empty.
func gather(base source, paths []string) (content, data.Faults, error) {
	read, faults := data.ReadPaths(paths, base.library)
	if err := faults.Err(); err != nil {
		return content{}, nil, err
	}
	c := content{fstest.MapFS{}, map[string]string{}}
	kept := func(e *data.Edition) bool { // a kept edition is a copy, which shares its sources
		return base.library != nil && slices.ContainsFunc(base.library.Editions, func(b *data.Edition) bool { return b.Sources[0] == e.Sources[0] })
	}
	for _, e := range read.Editions {
		from := os.DirFS(filepath.FromSlash(path.Dir(e.File)))
		if kept(e) {
			from = base.files
		}
		if err := c.edition(from, e); err != nil {
			return content{}, nil, err
		}
	}
	for _, p := range paths {
		if err := c.beside(p); err != nil {
			return content{}, nil, err
		}
	}
	return c, faults, c.rest(base)
}

// edition adds the files of an edition. Two editions from different folders
// may have files of the same name: the second is named for what it is.
func (c content) edition(from fs.FS, e *data.Edition) error {
	name := path.Base(e.File)
	if c.files[name] != nil || name == data.LexiconFile {
		name = fmt.Sprintf("%s-%d.yaml", e.Series, e.Year)
	}
	if err := c.add(from, path.Base(e.File), name, e.File); err != nil || e.FindingsFile == "" {
		return err
	}
	return c.add(from, e.FindingsFile, e.FindingsFile, path.Join(path.Dir(e.File), e.FindingsFile))
}

// add copies a file; one of that name that says something else is an error.
func (c content) add(from fs.FS, file, name, shown string) error {
	text, err := fs.ReadFile(from, file)
	if err != nil {
		return fmt.Errorf("le fichier « %s » n'est plus lisible : %w", shown, err)
	}
	if other := c.files[name]; other != nil && !bytes.Equal(other.Data, text) {
		return fmt.Errorf("« %s » et « %s » ont le même nom et ne disent pas la même chose : renommez l'un des deux.", c.from[name], shown)
	}
	c.files[name], c.from[name] = &fstest.MapFile{Data: text}, shown
	return nil
}

// beside adds the lexicon and the questions that stand beside editions in a
// folder, or the lexicon that is given by itself.
func (c content) beside(p string) error {
	shown := filepath.ToSlash(filepath.Clean(p))
	if info, err := os.Stat(p); err != nil || !info.IsDir() {
		if filepath.Base(p) != data.LexiconFile {
			return nil
		}
		return c.add(os.DirFS(filepath.Dir(p)), data.LexiconFile, data.LexiconFile, shown)
	}
	return c.others(os.DirFS(p), func(name string) error { return c.add(os.DirFS(p), name, name, path.Join(shown, name)) })
}

// rest adds the lexicon and the questions of the base, unless they are
// replaced.
func (c content) rest(base source) error {
	if base.files == nil {
		return nil
	}
	return c.others(base.files, func(name string) error {
		if c.files[name] != nil {
			return nil
		}
		return c.add(base.files, name, name, name)
	})
}

// others calls add with every file of a folder that is not of an edition.
func (c content) others(folder fs.FS, add func(name string) error) error {
	names, err := QuestionFiles(folder)
	if err != nil {
		return err
	}
	if _, err := fs.Stat(folder, data.LexiconFile); err == nil {
		names = append(names, data.LexiconFile)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, name := range names {
		if err := add(name); err != nil {
			return err
		}
	}
	return nil
}

// QuestionFiles lists the files of questions of a folder of editions, which
// are in its folder "questions".
func QuestionFiles(folder fs.FS) ([]string, error) {
	names, err := fs.Glob(folder, questionsFolder+"/*")
	return slices.DeleteFunc(names, func(name string) bool {
		return !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".yml") || strings.HasPrefix(path.Base(name), ".")
	}), err
}

// questions lists the files of questions, in the order of their names.
func (c content) questions() []string {
	var names []string
	for name := range c.files {
		if path.Dir(name) == questionsFolder {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
