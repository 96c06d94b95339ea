package data

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"constat/data/lexicon"
)

// maxFile is the longest YAML file, in bytes: it is held in memory whole. More
// findings go into a .jsonl file.
const maxFile = 20 << 20

// questionsFolder holds question files, which are not editions.
const questionsFolder = "questions"

// Read reads the editions of a folder: its .yaml files, the .jsonl files they
// name, and its lexique.yaml, which adds to the lexicon of the program. Every
// fault of every file is returned at once. The library is nil when one of them
// is not a warning: nothing is ever half loaded.
func Read(folder fs.FS) (*Library, Faults) {
	c := newCollection(nil)
	c.folder(place{folder, ".", ""})
	return c.library()
}

// ReadPaths reads files and folders of the operating system and adds them to a
// loaded library, which may be nil and does not change. An edition replaces
// the loaded one of the same series and year. Findings may contradict and
// restate those of both. The library is nil when there is a fault which is not
// a warning.
func ReadPaths(paths []string, loaded *Library) (*Library, Faults) {
	c := newCollection(loaded)
	for _, p := range paths {
		shown := filepath.ToSlash(filepath.Clean(p))
		info, err := os.Stat(p)
		switch {
		case err != nil:
			c.faultAt(shown, "ce fichier ou dossier n'existe pas, ou n'est pas lisible : vérifiez son nom.")
		case info.IsDir():
			c.folder(place{os.DirFS(p), ".", shown})
		default:
			c.file(place{os.DirFS(filepath.Dir(p)), ".", path.Dir(shown)}, filepath.Base(p))
		}
	}
	return c.library()
}

// A place is a folder where files are read, and what to call it in faults.
type place struct {
	fsys  fs.FS
	dir   string
	shown string
}

func (p place) path(name string) string  { return path.Join(p.dir, name) }
func (p place) named(name string) string { return path.Join(p.shown, name) }

// A collection is everything that is read into one library.
type collection struct {
	faults  Faults
	lexicon *lexicon.Lexicon // as files make it, before the names of findings
	sums    [][]byte         // fingerprints of the lexicons, in order
	drafts  []*draft
	read    map[string]bool // files, so that none is read twice
	unread  []string        // files that could not be read whole: what they hold is unknown
	loaded  []*draft        // of the loaded library
}

func newCollection(loaded *Library) *collection {
	c := &collection{read: make(map[string]bool)}
	if loaded != nil && loaded.origin.lexicon != nil {
		c.lexicon, c.sums, c.loaded = loaded.origin.lexicon, loaded.origin.sums, loaded.origin.drafts
		return c
	}
	base := ownLexicon()
	c.lexicon, c.sums, c.faults = base.lexicon, [][]byte{base.sum}, base.faults
	return c
}

// ownLexicon is the lexique.yaml of this repository, and its near words.
var ownLexicon = sync.OnceValue(func() (own struct {
	lexicon *lexicon.Lexicon
	sum     []byte
	faults  Faults
}) {
	var all []byte
	for _, name := range []string{LexiconFile, nearFile} {
		b, _ := published.ReadFile(name)
		l, faults := readLexicon(own.lexicon, "data/"+name, b)
		own.lexicon, own.faults, all = l, append(own.faults, faults...), append(all, b...)
	}
	own.sum = fingerprint(all)
	return own
})

func fingerprint(b []byte) []byte {
	sum := sha256.Sum256(b)
	return sum[:]
}

func (c *collection) faultAt(file, message string) {
	c.unread = append(c.unread, file)
	c.faults = append(c.faults, Fault{File: file, Line: 1, Message: message})
}

// folder reads the files of a folder, in the order of their names.
func (c *collection) folder(p place) {
	entries, err := fs.ReadDir(p.fsys, p.dir)
	if err != nil {
		c.faultAt(p.named("."), "ce dossier n'est pas lisible.")
		return
	}
	files := 0
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."), e.Name() == questionsFolder:
		case isYAML(e.Name()):
			files++
			c.file(p, e.Name())
		case e.IsDir():
			c.subfolder(p, e.Name())
		}
	}
	if files == 0 {
		c.faultAt(p.named("."), "ce dossier ne contient aucune édition (fichier .yaml).")
	}
}

// subfolder warns that editions in a folder within a folder are not read.
func (c *collection) subfolder(p place, name string) {
	if inside, err := fs.Glob(p.fsys, p.path(name)+"/*.y*ml"); err == nil && len(inside) > 0 {
		c.faults = append(c.faults, Fault{File: p.named(name), Line: 1, Warning: true,
			Message: "les fichiers de ce sous-dossier ne sont pas lus : remontez-les d'un dossier."})
	}
}

func isYAML(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// file reads one file: an edition, or a lexicon.
func (c *collection) file(p place, name string) {
	shown := p.named(name)
	if c.read[shown] {
		return
	}
	c.read[shown] = true
	if !isYAML(name) {
		c.faultAt(shown, "ce fichier n'est pas une édition : une édition est un fichier .yaml (qui peut nommer un fichier .jsonl).")
		return
	}
	src, err := readWhole(p.fsys, p.path(name))
	switch {
	case errors.Is(err, errTooLong):
		c.faultAt(shown, "le fichier dépasse 20 Mio : mettez ses constats dans un fichier .jsonl à côté de lui.")
		return
	case err != nil:
		c.faultAt(shown, "le fichier n'est pas lisible.")
		return
	}
	if name == LexiconFile {
		l, faults := readLexicon(c.lexicon, shown, src)
		c.faults = append(c.faults, faults...)
		if l != nil {
			c.lexicon, c.sums = l, append(c.sums[:len(c.sums):len(c.sums)], fingerprint(src))
		}
		return
	}
	r := &reader{file: shown, faults: &c.faults}
	if d := r.read(src, func(name string) (fs.File, error) { return openFile(p.fsys, p.path(name)) }); d != nil {
		c.drafts = append(c.drafts, d)
	}
	if r.unread {
		c.unread = append(c.unread, shown)
	}
}

// read reads an edition file. The edition is nil when not even its keys could
// be read.
func (r *reader) read(src []byte, open func(string) (fs.File, error)) *draft {
	text, ok := r.encoded(src, 1, unverified)
	if !ok {
		r.unread = true
		return nil
	}
	root := r.parse(text)
	if root == nil {
		r.unread = true
		return nil
	}
	d := r.edition(root, open)
	if d == nil {
		r.unread = true
		return nil
	}
	d.sum = append(fingerprint(src), d.sum...)
	return d
}

var errTooLong = errors.New("too long")

func readWhole(fsys fs.FS, name string) ([]byte, error) {
	f, err := openFile(fsys, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(b) > maxFile {
		return nil, errTooLong
	}
	return b, err
}

// openFile opens a file that ends: neither a folder nor a device.
func openFile(fsys fs.FS, name string) (fs.File, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	return fsys.Open(name)
}
