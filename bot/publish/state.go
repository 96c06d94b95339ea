package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing/fstest"
	"time"

	"constat/bot"
	"constat/bot/journal"
	"constat/data"
)

// state is the state folder; the empty one holds nothing.
type state struct{ dir string }

const (
	currentFile     = "current"
	versionsFolder  = "versions"
	proposalsFolder = "propositions"
	manifestFile    = "manifest.json"
	unfinished      = ".en-cours-" // begins the names of what is being written
)

// current is the publication that answers; the zero one when there is none.
type current struct{ journal.Publication }

// same reports whether two are one publication: a version may answer twice.
func (c current) same(other current) bool {
	return c.Version == other.Version && c.At.Equal(other.At)
}

func (s state) current() (current, error) {
	var c current
	if s.dir == "" {
		return c, nil
	}
	text, err := os.ReadFile(filepath.Join(s.dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, fmt.Errorf("le fichier « %s » du dossier d'état n'est pas lisible : %w", currentFile, err)
	}
	if json.Unmarshal(text, &c) != nil {
		return c, fmt.Errorf("le fichier « %s » du dossier d'état n'est plus tel que le programme l'a écrit : reprenez-le d'une copie", currentFile)
	}
	return c, nil
}

// live is the publication as it answers in a process.
func (c current) live(b *bot.Bot) Live {
	return Live{b.Version(), c.Version, c.At, c.By}
}

// journal is that of the folder, to read and to record publications; nil
// without a folder.
func (s state) journal() *journal.Journal {
	if s.dir == "" {
		return nil
	}
	return journal.At(s.journalFolder())
}

func (s state) journalFolder() string { return filepath.Join(s.dir, "journal") }

// setCurrent makes a publication the one that answers: at once, or not at all
// when there is an error.
func (s state) setCurrent(c current) error {
	text, err := json.Marshal(c)
	if err != nil {
		return err
	}
	temporary := filepath.Join(s.dir, unfinished+currentFile)
	err = writeFile(temporary, append(text, '\n'))
	if err == nil {
		err = os.Rename(temporary, filepath.Join(s.dir, currentFile))
	}
	if err != nil {
		os.Remove(temporary)
		return err
	}
	if err := syncFolder(s.dir); err != nil { // it answers, and might not after a power cut
		slog.Error("publish: the state folder was not synced", "error", err)
	}
	return nil
}

// A manifest tells the files of a version, so that none is missing, added or
// altered.
type manifest struct {
	Version  string            `json:"version"`
	At       time.Time         `json:"at"` // first written
	Editions int               `json:"editions"`
	Findings int               `json:"findings"`
	Files    map[string]string `json:"files"` // sha-256 by name
}

// A DamagedError says that a version is not as it was written.
type DamagedError struct {
	Version string
	Err     error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("la version %s du dossier d'état est endommagée (%v) : revenez à une autre avec « constat rollback »", e.Version, e.Err)
}

func (e *DamagedError) Unwrap() error { return e.Err }

func (s state) path(id string) string { return filepath.Join(s.dir, versionsFolder, id) }

// open reads a version and checks every file of it. The error is a
// *DamagedError, or tells the faults that this program finds in what another
// one took.
func (s state) open(id string) (source, error) {
	m, files, err := readVersion(s.path(id))
	if err == nil && m.Version != id {
		err = fmt.Errorf("son dossier est celui de la version %s", m.Version)
	}
	if err != nil {
		return source{}, &DamagedError{id, err}
	}
	l, faults := data.Read(files)
	if err := faults.Err(); err != nil {
		return source{}, fmt.Errorf("ce programme ne lit pas la version %s, publiée par un autre :\n%w", id, err)
	}
	return source{files, l}, nil
}

// readManifest reads what a version is made of.
func readManifest(dir string) (manifest, error) {
	var m manifest
	text, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err == nil {
		err = json.Unmarshal(text, &m)
	}
	return m, err
}

// readVersion reads the files that the manifest names, and checks them.
func readVersion(dir string) (manifest, fstest.MapFS, error) {
	m, err := readManifest(dir)
	if err != nil {
		return m, nil, err
	}
	files := fstest.MapFS{}
	for name, sum := range m.Files {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return m, nil, err
		}
		if fingerprint(text) != sum {
			return m, nil, fmt.Errorf("le fichier « %s » a changé", name)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return m, files, nil
}

func fingerprint(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// write keeps the files of a plan in one of the folders of the state. A version
// of that name that is there and whole is left alone: it is the same.
func (s state) write(folder string, plan *Plan, progress func(done, total int)) error {
	parent := filepath.Join(s.dir, folder)
	final := filepath.Join(parent, plan.Version)
	if _, _, err := readVersion(final); err == nil {
		return nil
	}
	if err := s.clean(folder); err != nil {
		return err
	}
	temporary := filepath.Join(parent, unfinished+plan.Version)
	if err := plan.write(temporary, progress); err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	if err := os.RemoveAll(final); err != nil { // a damaged one
		return err
	}
	if err := os.Rename(temporary, final); err != nil {
		return err
	}
	return syncFolder(parent)
}

// write writes the files of a plan and their manifest into a new folder, and
// waits for the disk to have them.
func (plan *Plan) write(dir string, progress func(done, total int)) error {
	files := plan.content.files
	m := manifest{Version: plan.Version, At: time.Now().UTC(), Editions: len(plan.library.Editions), Findings: len(plan.library.Findings), Files: map[string]string{}}
	for i, name := range slices.Sorted(maps.Keys(files)) {
		progress(i, len(files))
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := writeFile(file, files[name].Data); err != nil {
			return err
		}
		m.Files[name] = fingerprint(files[name].Data)
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, manifestFile), append(text, '\n')); err != nil {
		return err
	}
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		return syncFolder(name)
	})
}

// clean removes what a process that was killed left unfinished.
func (s state) clean(folder string) error {
	left, err := filepath.Glob(filepath.Join(s.dir, folder, unfinished+"*"))
	for _, dir := range left {
		err = errors.Join(err, os.RemoveAll(dir))
	}
	return err
}

// writeFile writes a file and waits for the disk to have it.
func writeFile(name string, text []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder waits for the disk to have the names of a folder.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
