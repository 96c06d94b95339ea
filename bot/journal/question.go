package journal

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"constat/bot/answer"
)

// An Entry is one question that was asked: how it was understood and what
// became of it. It holds neither its text nor who asked.
type Entry struct {
	Day        string            `json:"day"` // "2026-11-25": no hour, which would tell who asked
	Kind       answer.Kind       `json:"kind"`
	Reason     answer.Reason     `json:"reason,omitempty"`
	Understood answer.Understood `json:"understood"`
	Cited      []string          `json:"cited"`
	Version    string            `json:"version"`
}

const (
	questions = "questions"
	dayForm   = "2006-01-02"
	dayPrefix = "questions-"
	dayUntil  = "-au-"
	// writeEvery gathers entries into one transaction: a question waits for
	// none of it. Those of this last moment are lost when the process is killed.
	writeEvery = time.Second
	// maxWaiting bounds the entries in memory while the disk does not take them.
	maxWaiting = 10_000
)

// Keeps reports whether questions are kept.
func (j *Journal) Keeps() bool { return j != nil && j.days > 0 }

// Asked keeps a question. It takes no time: the entry is written within a
// second. Entries that cannot be written wait; those that are too many are
// lost, and counted in the log.
func (j *Journal) Asked(e Entry) {
	if !j.Keeps() {
		return
	}
	e.Day = j.now().Format(dayForm)
	j.mu.Lock()
	defer j.mu.Unlock()
	if len(j.waiting) >= maxWaiting {
		j.dropped++
		return
	}
	j.waiting = append(j.waiting, e)
}

// write writes what is waiting and removes what is over, every moment, until
// the journal is closed.
func (j *Journal) write() {
	tick := time.NewTicker(writeEvery)
	defer tick.Stop()
	purged, failing := "", false
	for {
		if today := j.now().Format(dayForm); today != purged {
			if err := j.forget(); err != nil {
				slog.Error("journal: old questions not removed", "error", err)
			}
			purged = today
		}
		select {
		case <-j.stop:
			return
		case <-tick.C:
			err := j.Flush()
			if err != nil && !failing { // told once, and not every second
				slog.Error("journal: questions not written, and tried again", "error", err)
			}
			failing = err != nil
		}
	}
}

// Flush writes the questions that are waiting; what cannot be written waits on.
func (j *Journal) Flush() error {
	j.mu.Lock()
	entries, dropped := j.waiting, j.dropped
	j.waiting, j.dropped = nil, 0
	j.mu.Unlock()
	if dropped > 0 {
		slog.Error("journal: questions lost", "count", dropped)
	}
	for len(entries) > 0 {
		day := entries[0].Day
		n := len(entries)
		if i := slices.IndexFunc(entries, func(e Entry) bool { return e.Day != day }); i > 0 {
			n = i
		}
		name, err := j.dayFile(day)
		if err == nil {
			err = j.update(name, func(tx *bbolt.Tx) error {
				for _, e := range entries[:n] {
					if err := add(tx, questions, e); err != nil {
						return err
					}
				}
				return nil
			})
		}
		if err != nil {
			j.mu.Lock()
			j.waiting = append(entries, j.waiting...)
			j.mu.Unlock()
			return err
		}
		entries = entries[n:]
	}
	return nil
}

// Questions returns the questions that are kept, the oldest day first.
func (j *Journal) Questions() ([]Entry, error) {
	if j == nil {
		return nil, nil
	}
	var list []Entry
	names, err := j.dayFiles()
	for _, name := range names {
		err = errors.Join(err, j.view(name, func(tx *bbolt.Tx) error {
			day, err := all[Entry](tx, questions)
			list = append(list, day...)
			return err
		}))
	}
	return list, err
}

// dayFile names the file of a day, and with it the last day on which it is
// kept: so it is removed in time even when fewer questions are kept since, or
// none.
func (j *Journal) dayFile(day string) (string, error) {
	t, err := time.Parse(dayForm, day)
	if err != nil {
		return "", err
	}
	return dayPrefix + day + dayUntil + t.AddDate(0, 0, j.days-1).Format(dayForm) + ".db", nil
}

// forget removes the files whose days are over: of N days, today and the N-1
// before it are kept.
func (j *Journal) forget() error {
	today := j.now()
	oldest := "" // when nothing is kept any more, what was kept stays for its days
	if j.days > 0 {
		oldest = today.AddDate(0, 0, 1-j.days).Format(dayForm)
	}
	names, err := j.dayFiles()
	for _, name := range names {
		day, until, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, dayPrefix), ".db"), dayUntil)
		if day < oldest || until < today.Format(dayForm) {
			err = errors.Join(err, os.Remove(filepath.Join(j.dir, name)))
		}
	}
	return err
}

// dayFiles lists the files of questions, the oldest first.
func (j *Journal) dayFiles() ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(j.dir, dayPrefix+"*"+dayUntil+"*.db"))
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = filepath.Base(p)
	}
	slices.Sort(names)
	return names, nil
}
