package chat

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
)

const (
	// memory is how long a delivery is known again. Slack's last retry comes
	// six minutes after the first: https://docs.slack.dev/apis/events-api
	memory = 10 * time.Minute
	// lockWait bounds the wait for another process that holds the file.
	lockWait = 5 * time.Second
)

// A Ledger remembers for ten minutes which deliveries were accepted and which
// of them were answered, over a restart too when it has a file. It is safe for
// use by several goroutines.
type Ledger struct {
	mu      sync.Mutex
	entries map[string]entry
	swept   time.Time
	lost    int
	file    *bolt.DB // nil: kept in memory only
	now     func() time.Time
}

type entry struct {
	accepted time.Time
	done     bool
}

var bucket = []byte("deliveries")

// OpenLedger opens a ledger kept in a file, or in memory only when file is
// empty. A file that cannot be read is begun anew: it holds nothing that
// outlives ten minutes. The caller closes the ledger.
func OpenLedger(file string, now func() time.Time) (*Ledger, error) {
	l := &Ledger{entries: map[string]entry{}, now: now, swept: now()}
	if file == "" {
		return l, nil
	}
	// Writes need to outlive the process, not the machine: no sync.
	options := &bolt.Options{Timeout: lockWait, NoSync: true, NoFreelistSync: true}
	db, err := bolt.Open(file, 0o600, options)
	if err != nil && !errors.Is(err, bolt.ErrTimeout) && !errors.Is(err, os.ErrPermission) {
		slog.Warn("chat: ledger begun anew", "error", err)
		if err := os.Remove(file); err != nil {
			return nil, fmt.Errorf("chat: ledger: %w", err)
		}
		db, err = bolt.Open(file, 0o600, options)
	}
	if err != nil {
		return nil, fmt.Errorf("chat: ledger: %w", err)
	}
	l.file = db
	if err := l.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("chat: ledger: %w", err), db.Close())
	}
	return l, nil
}

// load reads what the process before left, and counts what it had accepted and
// not answered. That is never answered now: the person may have asked again.
func (l *Ledger) load() error {
	return l.file.Update(func(tx *bolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists(bucket)
		if err != nil {
			return err
		}
		cursor := b.Cursor()
		for key, value := cursor.First(); key != nil; key, value = cursor.Next() {
			e := decode(value)
			if !e.done {
				l.lost++
				e.done = true
			}
			l.entries[string(key)] = e
		}
		for key, e := range l.entries {
			if err := b.Put([]byte(key), encode(e)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Lost is how many deliveries the process before had accepted and not
// answered.
func (l *Ledger) Lost() int { return l.lost }

// Seen reports whether one of the keys was accepted in the last ten minutes.
func (l *Ledger) Seen(keys ...string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(keys, l.seen)
}

// seen is Seen for one key. Callers hold mu.
func (l *Ledger) seen(key string) bool {
	e, known := l.entries[key]
	return known && l.now().Sub(e.accepted) < memory
}

// Accept records that a delivery will be answered. It is on the file before
// Accept returns; a file that cannot be written is logged, and the memory
// goes on.
func (l *Ledger) Accept(keys ...string) { l.record(false, keys) }

// Done records that a delivery was answered, or never will be.
func (l *Ledger) Done(keys ...string) { l.record(true, keys) }

// Claim records what may be done once in ten minutes, and reports whether it
// may be: of several who claim a key at once, one gets it.
func (l *Ledger) Claim(key string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.seen(key) {
		return false
	}
	l.put(true, []string{key})
	return true
}

// Forget takes a claim back: what was claimed was not done.
func (l *Ledger) Forget(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.entries, key)
	l.write(nil, []string{key})
}

func (l *Ledger) record(done bool, keys []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.put(done, keys)
}

// put records keys, in memory and on the file. Callers hold mu.
func (l *Ledger) put(done bool, keys []string) {
	now := l.now()
	for i, key := range keys {
		e := entry{accepted: now, done: done || i > 0} // one key stands for the delivery
		if was, known := l.entries[key]; done && known {
			e.accepted = was.accepted
		}
		l.entries[key] = e
	}
	l.write(keys, l.sweep(now))
}

// write brings the file up to date with keys that changed and keys that are
// gone. Callers hold mu.
func (l *Ledger) write(keys, old []string) {
	if l.file == nil || len(keys)+len(old) == 0 {
		return
	}
	err := l.file.Update(func(tx *bolt.Tx) error {
		b := tx.Bucket(bucket)
		for _, key := range keys {
			if err := b.Put([]byte(key), encode(l.entries[key])); err != nil {
				return err
			}
		}
		for _, key := range old {
			if err := b.Delete([]byte(key)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		slog.Error("chat: ledger not written", "error", err)
	}
}

// sweep forgets, once a minute, what is older than the memory, and returns it.
func (l *Ledger) sweep(now time.Time) []string {
	if now.Sub(l.swept) < time.Minute {
		return nil
	}
	l.swept = now
	var old []string
	for key, e := range l.entries {
		if now.Sub(e.accepted) >= memory {
			old = append(old, key)
			delete(l.entries, key)
		}
	}
	return old
}

// Close closes the file. What is recorded after is kept in memory only.
func (l *Ledger) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	err := l.file.Close()
	l.file = nil
	return err
}

// An entry is written as the time in nanoseconds, then 1 when it is done.
func encode(e entry) []byte {
	done := byte(0)
	if e.done {
		done = 1
	}
	return append(binary.BigEndian.AppendUint64(nil, uint64(e.accepted.UnixNano())), done)
}

func decode(value []byte) entry {
	if len(value) != 9 {
		return entry{done: true}
	}
	return entry{time.Unix(0, int64(binary.BigEndian.Uint64(value))), value[8] == 1}
}
