package publish

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"constat/bot"
)

// TestUnderLoad publishes and goes back a hundred times while people ask, and
// while another process on the same folder follows. Every answer is whole: its
// text is that of the version it names. People ask many times the 50 questions
// a second of a busy workspace.
func TestUnderLoad(t *testing.T) {
	changes, askers := 100, 3
	if testing.Short() {
		changes = 20
	}
	stateDir := t.TempDir()
	p := open(t, Options{State: stateDir})
	var says sync.Map // the figure that each version states
	dirs := []string{copied(t), copied(t)}
	correct(t, dirs[1], "46", "47")
	for i, dir := range dirs {
		made := plan(t, p, Changes{Paths: []string{dir}})
		says.Store(made.Version, fmt.Sprintf("« %d %% des jardiniers", 46+i))
		if _, err := p.Publish(t.Context(), made, "test:marie"); err != nil {
			t.Fatal(err)
		}
	}
	other := open(t, Options{State: stateDir})

	var asked atomic.Int64
	var stop atomic.Bool
	var people sync.WaitGroup
	ask := func(who *Publisher) {
		for next := time.Tick(2 * time.Millisecond); !stop.Load() && !t.Failed(); <-next {
			a := who.Handle(t.Context(), bot.Message{Text: rain})
			want, known := says.Load(a.Version)
			if text := strings.ReplaceAll(a.Text, "\u00a0", " "); !known || !strings.Contains(text, want.(string)) {
				t.Errorf("version %s says %q, want %v", a.Version, text, want)
			}
			asked.Add(1)
		}
	}
	for range askers {
		people.Go(func() { ask(p) })
	}
	people.Go(func() { ask(other) })
	people.Go(func() {
		for next := time.Tick(10 * time.Millisecond); !stop.Load() && !t.Failed(); <-next {
			if _, err := other.Reload(t.Context()); err != nil {
				t.Errorf("the other process: %v", err)
			}
		}
	})
	start := time.Now()
	for i := range changes {
		if t.Failed() {
			break
		}
		if i%2 == 0 {
			if _, err := p.Rollback(t.Context(), "", "test:paul"); err != nil {
				t.Error(err)
			}
			continue
		}
		made := plan(t, p, Changes{Paths: []string{filepath.Join(dirs[1], "jardins-2023.yaml")}})
		if _, err := p.Publish(t.Context(), made, "test:marie"); err != nil {
			t.Error(err)
		}
	}
	took := time.Since(start)
	stop.Store(true)
	people.Wait()
	past, err := p.Journal().Publications()
	if err != nil || len(past) != changes+len(dirs) {
		t.Errorf("%d publications, want %d: %v", len(past), changes+len(dirs), err)
	}
	t.Logf("%d changes in %v, %d questions answered meanwhile, %.0f a second", changes, took.Round(time.Millisecond), asked.Load(), float64(asked.Load())/took.Seconds())
}

// BenchmarkRollback goes back to a version of ten thousand findings: five
// seconds are the most that it may take.
func BenchmarkRollback(b *testing.B) {
	p := open(b, Options{State: b.TempDir()})
	for i := range 2 {
		dir := b.TempDir()
		put(b, filepath.Join(dir, "grand.yaml"), []byte(`observatoire: Observatoire des jardins
serie: grand
editeur: Institut du Râteau
edition: 2031
sources: [{id: r, editeur: Râteau, page: p. 1}]
constats: grand.jsonl
`))
		var lines strings.Builder
		for n := range 10_000 {
			fmt.Fprintf(&lines, `{"id": "g-%d", "enonce": "%d %% des communes ont semé des radis sur la parcelle %d.", "chiffre": "%d %% des communes", "population": "communes", "indicateur": "semis du carré %d", "statut": "adopté", "source": "r"}`+"\n", n, (n+i)%100, n, (n+i)%100, n%200)
		}
		put(b, filepath.Join(dir, "grand.jsonl"), []byte(lines.String()))
		publish(b, p, dir)
	}
	first, err := p.Versions()
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		if _, err := p.Rollback(b.Context(), first[1-i%2].ID, "test:paul"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTwoPublishers publishes from several processes at once: nobody publishes
// over what they have not seen, and what was published is told once, in order.
func TestTwoPublishers(t *testing.T) {
	const publishers, each = 3, 4
	stateDir := t.TempDir()
	var all sync.WaitGroup
	for i := range publishers {
		p, dir := open(t, Options{State: stateDir}), copied(t)
		all.Go(func() {
			for n := 0; n < each && !t.Failed(); {
				put(t, filepath.Join(dir, "vergers.yaml"), []byte(orchard("vergers", 2031+10*i+n)))
				made, err := p.Plan(t.Context(), Changes{Paths: []string{dir}})
				if err != nil {
					t.Error(err)
					return
				}
				_, err = p.Publish(t.Context(), made, "test:marie")
				var moved *MovedError
				switch {
				case err == nil:
					n++
				case !errors.As(err, &moved):
					t.Error(err)
				}
				made.Close()
			}
		})
	}
	all.Wait()
	past, err := Journal(stateDir).Publications()
	if err != nil || len(past) != publishers*each {
		t.Fatalf("%d publications, want %d: %v", len(past), publishers*each, err)
	}
	for i, p := range past {
		if i > 0 && p.Replaced != past[i-1].Version {
			t.Errorf("publication %d replaces %s, and not %s", i, p.Replaced, past[i-1].Version)
		}
	}
	last := open(t, Options{State: stateDir})
	if last.Live().Published != past[len(past)-1].Version || len(last.Editions()) != 2+publishers*each {
		t.Errorf("%+v answers, with %d editions", last.Live(), len(last.Editions()))
	}
}
