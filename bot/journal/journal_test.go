package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"constat/bot/answer"
)

// open is a journal at a time that the test sets; nothing is written and
// removed but what the test does.
func open(t *testing.T, dir string, days int, now *time.Time) *Journal {
	t.Helper()
	j := At(dir)
	j.days, j.now = days, func() time.Time { return *now }
	return j
}

var monday = time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC)

func record(t *testing.T, j *Journal, version string) {
	t.Helper()
	err := j.Record(func(past []Publication) ([]Publication, error) {
		p := Publication{At: j.now(), By: "test:marie", Act: Published, Version: version}
		if len(past) > 0 {
			p.Replaced = past[len(past)-1].Version
		}
		return []Publication{p}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPublications(t *testing.T) {
	now := monday
	j := open(t, t.TempDir(), 0, &now)
	if list, err := j.Publications(); err != nil || len(list) != 0 {
		t.Errorf("before the first: %v, %v", list, err)
	}
	for i := range 3 {
		record(t, j, fmt.Sprint("v", i))
		now = now.Add(time.Hour)
	}
	refused := errors.New("refused")
	if err := j.Record(func([]Publication) ([]Publication, error) { return []Publication{{Version: "v9"}}, refused }); !errors.Is(err, refused) {
		t.Errorf("the error is %v", err)
	}
	list, err := j.Publications()
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, p := range list {
		told = append(told, p.Replaced+">"+p.Version+" "+p.At.Format("15h"))
	}
	if diff := cmp.Diff([]string{">v0 09h", "v0>v1 10h", "v1>v2 11h"}, told); diff != "" {
		t.Errorf("publications (-want +got):\n%s", diff)
	}
}

// TestAltered changes the store as a hand would, and finds the first entry
// that is not what was written.
func TestAltered(t *testing.T) {
	key := func(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }
	for name, test := range map[string]struct {
		alter func(*bbolt.Bucket) error
		entry int
	}{
		"another person": {func(b *bbolt.Bucket) error {
			return b.Put(key(2), bytes.Replace(b.Get(key(2)), []byte("marie"), []byte("jeanne"), 1))
		}, 2},
		"removed": {func(b *bbolt.Bucket) error { return b.Delete(key(2)) }, 2},
		"swapped": {func(b *bbolt.Bucket) error {
			one, two := bytes.Clone(b.Get(key(1))), bytes.Clone(b.Get(key(2)))
			return errors.Join(b.Put(key(1), two), b.Put(key(2), one))
		}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			now := monday
			j := open(t, t.TempDir(), 0, &now)
			for i := range 3 {
				record(t, j, fmt.Sprint("v", i))
			}
			err := j.update(keptFile, func(tx *bbolt.Tx) error { return test.alter(tx.Bucket([]byte(publications))) })
			if err != nil {
				t.Fatal(err)
			}
			var altered *AlteredError
			if _, err := j.Publications(); !errors.As(err, &altered) || altered.Entry != test.entry {
				t.Errorf("found %v, want entry %d", err, test.entry)
			}
			if r, err := j.Report(); err != nil || r.Altered == nil {
				t.Errorf("the report does not tell: %v", err)
			}
		})
	}
}

// TestSeveralProcesses records from journals that each open the files for
// themselves, as processes do: nothing is lost, and the chain holds.
func TestSeveralProcesses(t *testing.T) {
	const processes, each = 4, 10
	dir := t.TempDir()
	var all sync.WaitGroup
	for i := range processes {
		all.Go(func() {
			j := At(dir)
			for range each {
				err := errors.Join(
					j.Record(func([]Publication) ([]Publication, error) {
						return []Publication{{At: monday, Version: fmt.Sprint(i)}}, nil
					}),
					j.Remark(Remark{Finding: "j1-01", Reason: "faux"}))
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	j := At(dir)
	list, err := j.Publications()
	if err != nil || len(list) != processes*each {
		t.Errorf("%d publications: %v", len(list), err)
	}
	if remarks, err := j.Remarks(); err != nil || len(remarks) != processes*each {
		t.Errorf("%d remarks: %v", len(remarks), err)
	}
}

func TestBusy(t *testing.T) {
	now := monday
	j := open(t, t.TempDir(), 0, &now)
	j.wait = 10 * time.Millisecond
	err := j.update(keptFile, func(*bbolt.Tx) error { return j.Refuse("slack:T1/U9", "publier") })
	if !errors.Is(err, ErrBusy) {
		t.Errorf("a file that is held: %v", err)
	}
}

func TestQuestions(t *testing.T) {
	now := monday
	dir := t.TempDir()
	j := open(t, dir, 2, &now)
	about := func(indicator string) Entry {
		return Entry{Kind: answer.Abstained, Reason: answer.NothingFound, Understood: answer.Understood{Indicator: indicator, Populations: []string{}, Editions: []int{}}, Cited: []string{}}
	}
	for range 3 { // Monday, Tuesday, Wednesday
		j.Asked(about("compost"))
		j.Asked(about("arrosage"))
		if err := j.Flush(); err != nil {
			t.Fatal(err)
		}
		now = now.AddDate(0, 0, 1)
	}
	now = now.AddDate(0, 0, -1)
	if err := j.forget(); err != nil {
		t.Fatal(err)
	}
	entries, err := j.Questions()
	if err != nil {
		t.Fatal(err)
	}
	var days []string
	for _, e := range entries {
		days = append(days, e.Day+" "+e.Understood.Indicator)
	}
	if diff := cmp.Diff([]string{"2031-03-04 compost", "2031-03-04 arrosage", "2031-03-05 compost", "2031-03-05 arrosage"}, days); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 2 {
		t.Errorf("files left: %v", left)
	}

	now = now.AddDate(0, 0, 1) // Thursday, and questions are not kept any more
	if err := open(t, dir, 0, &now).forget(); err != nil {
		t.Fatal(err)
	}
	if left, _ := j.dayFiles(); len(left) != 1 || left[0] != "questions-2031-03-05-au-2031-03-06.db" {
		t.Errorf("files left on Thursday: %v", left)
	}
}

// TestFlushTwoDays gives entries of two days to one flush, around midnight.
func TestFlushTwoDays(t *testing.T) {
	now := monday
	j := open(t, t.TempDir(), 2, &now)
	j.Asked(Entry{Kind: answer.Found})
	now = now.AddDate(0, 0, 1)
	j.Asked(Entry{Kind: answer.Found})
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
	if names, err := j.dayFiles(); err != nil || len(names) != 2 {
		t.Errorf("files %v: %v", names, err)
	}
}

// TestKeepsWhatCannotBeWritten holds questions in memory while the folder does
// not take them, up to a bound.
func TestKeepsWhatCannotBeWritten(t *testing.T) {
	now := monday
	dir := filepath.Join(t.TempDir(), "journal")
	if err := os.WriteFile(dir, nil, 0o644); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	j := open(t, dir, 1, &now)
	for range maxWaiting + 5 {
		j.Asked(Entry{Kind: answer.Found})
	}
	if err := j.Flush(); err == nil {
		t.Fatal("written into a file")
	}
	if len(j.waiting) != maxWaiting {
		t.Errorf("%d wait", len(j.waiting))
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
	if entries, err := j.Questions(); err != nil || len(entries) != maxWaiting {
		t.Errorf("%d written: %v", len(entries), err)
	}
}

func TestKeepsNoQuestion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "journal")
	j := Open(dir, 0)
	j.Asked(Entry{Kind: answer.Found})
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("something was written")
	}
	var none *Journal
	none.Asked(Entry{})
	if err := errors.Join(none.Refuse("a", "b"), none.Remark(Remark{}), none.Lose(3), none.Close()); err != nil {
		t.Errorf("no journal: %v", err)
	}
	if r, err := none.Report(); err != nil || r.Asked != 0 {
		t.Errorf("no journal reports %+v: %v", r, err)
	}
}

func TestReport(t *testing.T) {
	now := monday
	j := open(t, t.TempDir(), 7, &now)
	ask := func(kind answer.Kind, reason answer.Reason, indicator string, years ...int) {
		j.Asked(Entry{Kind: kind, Reason: reason, Understood: answer.Understood{Wants: fmt.Sprint(len(j.waiting)), Indicator: indicator, Editions: years}})
	}
	ask(answer.Found, "", "compost")
	ask(answer.Abstained, answer.OtherEdition, "compost", 2019)
	ask(answer.Abstained, answer.OtherEdition, "arrosage d'ete", 2019)
	now = now.AddDate(0, 0, 1)
	ask(answer.Abstained, answer.OtherEdition, "arrosage d'été", 2019)
	ask(answer.Abstained, answer.OtherPopulation, "arrosage", 2019)
	ask(answer.Notice, "", "")
	err := errors.Join(j.Flush(),
		j.Remark(Remark{Finding: "j1-01", Reason: "faux"}), j.Remark(Remark{Finding: "j1-02", Reason: "vieux"}), j.Remark(Remark{Finding: "j1-02", Reason: "vieux"}),
		j.Refuse("slack:T1/U9", "publier"), j.Lose(2), j.Lose(0), j.Lose(1))
	if err != nil {
		t.Fatal(err)
	}
	r, err := j.Report()
	if err != nil {
		t.Fatal(err)
	}
	var groups []string
	for _, u := range r.Unanswered {
		groups = append(groups, fmt.Sprint(u.Count, " ", u.Understood.Indicator, " ", u.Reason, " ", u.Last))
	}
	want := []string{"2 arrosage d'été other_edition 2031-03-04", "1 compost other_edition 2031-03-03", "1 arrosage other_population 2031-03-04"}
	if diff := cmp.Diff(want, groups); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	if r.Days != 2 || r.Asked != 6 || r.Found != 1 || r.Lost != 3 || len(r.Refusals) != 1 {
		t.Errorf("report %+v", r)
	}
	if diff := cmp.Diff([]RemarkCount{{2, "j1-02", "vieux"}, {1, "j1-01", "faux"}}, r.Remarks); diff != "" {
		t.Errorf("remarks (-want +got):\n%s", diff)
	}
}
