// Package journal keeps what happened: what was published and by whom, and,
// when it is asked to, what people asked, with no one's name and none of their
// words.
//
// The store is bbolt, which Bleve brings along: its transactions survive a
// process that is killed. It locks a whole file for one process, and a running
// `serve`, a `publish` and a `report` are three: so a file is opened for one
// transaction and closed again, and a process that finds it locked waits, at
// most lockWait. That lock is also what keeps two processes from publishing at
// once: see Record.
//
// What is kept for good lies in one file, publications.db; what must be
// forgotten lies in one file a day, because a deleted page of a store keeps
// its bytes, and a removed file is gone.
package journal

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"
)

// ErrBusy is returned when another process holds a file of the journal for
// longer than it may take.
var ErrBusy = errors.New("le journal est occupé par un autre processus : réessayez dans un instant")

// lockWait bounds the wait for another process. A transaction takes some
// milliseconds, and a publication some hundreds.
const lockWait = 10 * time.Second

// A Journal is a folder of what happened. A nil Journal keeps nothing and
// knows nothing. It is safe for use by several goroutines, and its folder by
// several processes.
type Journal struct {
	dir  string
	days int
	now  func() time.Time
	wait time.Duration // for another process that holds a file

	mu      sync.Mutex
	waiting []Entry // asked, and not written yet
	dropped int     // since the last write
	stop    chan struct{}
	stopped sync.WaitGroup
}

// At returns the journal of a folder, which is made with its first entry. It
// keeps no question, and is not closed.
func At(dir string) *Journal {
	return &Journal{dir: dir, now: time.Now, wait: lockWait}
}

// Open is At for who is asked questions: it keeps them for so many days, none
// when days is 0, and removes those whose days are over as long as it is open.
// The caller closes it.
func Open(dir string, days int) *Journal {
	j := At(dir)
	j.days, j.stop = days, make(chan struct{})
	j.stopped.Go(j.write)
	return j
}

// Close writes what is waiting.
func (j *Journal) Close() error {
	if j == nil || j.stop == nil {
		return nil
	}
	close(j.stop)
	j.stopped.Wait()
	return j.Flush()
}

// The file that is kept, and its buckets.
const (
	keptFile     = "publications.db"
	publications = "publications"
	refusals     = "refus"
	remarks      = "remarques"
	losses       = "pertes"
)

// update runs one transaction on a file of the journal.
func (j *Journal) update(name string, do func(*bbolt.Tx) error) error {
	if err := os.MkdirAll(j.dir, 0o755); err != nil {
		return err
	}
	db, err := bbolt.Open(filepath.Join(j.dir, name), 0o644, &bbolt.Options{Timeout: j.wait})
	if err != nil {
		return openError(err)
	}
	return errors.Join(db.Update(do), db.Close())
}

// view reads a file of the journal; what does not exist has nothing to show.
func (j *Journal) view(name string, do func(*bbolt.Tx) error) error {
	if j == nil {
		return nil
	}
	path := filepath.Join(j.dir, name)
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil // never written, or being made by another process
	}
	db, err := bbolt.Open(path, 0, &bbolt.Options{Timeout: j.wait, ReadOnly: true})
	if err != nil {
		return openError(err)
	}
	return errors.Join(db.View(do), db.Close())
}

func openError(err error) error {
	if errors.Is(err, bbolt.ErrTimeout) {
		return ErrBusy
	}
	return fmt.Errorf("le journal n'a pas pu être ouvert : %w", err)
}

// add appends a value to a bucket.
func add(tx *bbolt.Tx, bucket string, value any) error {
	b, err := tx.CreateBucketIfNotExists([]byte(bucket))
	if err != nil {
		return err
	}
	n, err := b.NextSequence()
	if err != nil {
		return err
	}
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return b.Put(binary.BigEndian.AppendUint64(nil, n), text)
}

// all reads the values of a bucket, in the order they were added.
func all[T any](tx *bbolt.Tx, bucket string) ([]T, error) {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return nil, nil
	}
	var values []T
	err := b.ForEach(func(_, text []byte) error {
		var v T
		if err := json.Unmarshal(text, &v); err != nil {
			return err
		}
		values = append(values, v)
		return nil
	})
	return values, err
}
