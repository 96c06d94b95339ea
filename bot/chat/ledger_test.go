package chat

import (
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A clock is moved by the test.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func newClock() *clock { return &clock{time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)} }

func open(t *testing.T, file string, c *clock) *Ledger {
	t.Helper()
	l, err := OpenLedger(file, c.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func TestLedgerRemembersTenMinutes(t *testing.T) {
	c := newClock()
	l := open(t, "", c)
	if l.Seen("Ev1") {
		t.Error("seen before it was accepted")
	}
	l.Accept("Ev1", "C1/1.0")
	for _, keys := range [][]string{{"Ev1"}, {"C1/1.0"}, {"Ev2", "C1/1.0"}} {
		if !l.Seen(keys...) {
			t.Errorf("%q: not known again", keys)
		}
	}
	c.now = c.now.Add(memory - time.Second)
	l.Done("Ev1", "C1/1.0")
	if !l.Seen("Ev1") {
		t.Error("forgotten before ten minutes")
	}
	c.now = c.now.Add(time.Second)
	if l.Seen("Ev1") {
		t.Error("known after ten minutes: being done must not prolong it")
	}
	c.now = c.now.Add(time.Minute)
	l.Accept("Ev3")
	if len(l.entries) != 1 {
		t.Errorf("%d entries kept, want the last alone", len(l.entries))
	}
}

func TestLedgerSurvivesARestart(t *testing.T) {
	c := newClock()
	file := filepath.Join(t.TempDir(), "deliveries.db")
	first := open(t, file, c)
	first.Accept("answered")
	first.Done("answered")
	first.Accept("lost", "lost by another name")
	// A killed process closes nothing; the lock goes with it.
	if err := first.file.Close(); err != nil {
		t.Fatal(err)
	}
	first.file = nil
	second := open(t, file, c)
	if second.Lost() != 1 || !second.Seen("answered") || !second.Seen("lost by another name") {
		t.Errorf("lost %d, answered seen %v, lost seen %v; want 1, true, true", second.Lost(), second.Seen("answered"), second.Seen("lost by another name"))
	}
	second.Close()
	if third := open(t, file, c); third.Lost() != 0 {
		t.Errorf("lost %d again: what one start counted, the next must not", third.Lost())
	}
}

func TestLedgerBeginsAnew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "deliveries.db")
	if err := os.WriteFile(file, []byte("not a ledger, though long enough to be one"), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, file, newClock())
	l.Accept("Ev1")
	if !l.Seen("Ev1") {
		t.Error("a ledger begun anew remembers nothing")
	}
}

// TestLedgerClaim holds that of many who claim a key at once one gets it, over
// a restart too, and that a claim which is taken back may be made again.
func TestLedgerClaim(t *testing.T) {
	file := filepath.Join(t.TempDir(), "ledger")
	l, err := OpenLedger(file, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	var got atomic.Int32
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			if l.Claim("share|1") {
				got.Add(1)
			}
		})
	}
	all.Wait()
	if got.Load() != 1 {
		t.Errorf("%d got the claim", got.Load())
	}
	l.Claim("share|2")
	l.Forget("share|2")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err = OpenLedger(file, time.Now); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.Claim("share|1") || !l.Claim("share|2") || l.Lost() != 0 {
		t.Errorf("claims are not kept: %d lost", l.Lost())
	}
}
