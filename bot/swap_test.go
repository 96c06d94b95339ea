package bot

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"constat/data"
)

// garden is an invented library whose one figure is told by its name: the
// text of an answer says which library it is from.
func garden(tb testing.TB, percent int) *data.Library {
	tb.Helper()
	src := fmt.Sprintf(`observatoire: Observatoire des jardins
serie: jardins
editeur: Institut du Râteau
edition: 2031
champ: communes
sources: [{id: r, editeur: Râteau, page: p. 1}]
constats:
  - {id: g-01, enonce: %[1]d %% des communes ont semé des radis., chiffre: %[1]d %% des communes, population: communes, indicateur: semis de radis, statut: adopté, source: r}
`, percent)
	l, faults := data.Read(fstest.MapFS{"jardins.yaml": {Data: []byte(src)}})
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return l
}

const radishes = "quelle part des communes ont semé des radis ?"

// TestSwapUnderQuestions asks while libraries are swapped: every answer is
// whole, of the version that it names.
func TestSwapUnderQuestions(t *testing.T) {
	const libraries, askers, swaps = 3, 4, 200
	figure := map[string]string{} // by version
	var bots []*Bot
	for i := range libraries {
		b := open(t, garden(t, 30+i))
		bots = append(bots, b)
		figure[b.Version()] = fmt.Sprintf("%d %%", 30+i)
	}
	if len(figure) != libraries {
		t.Fatalf("%d versions for %d libraries", len(figure), libraries)
	}
	live := open(t, garden(t, 30))
	var asked atomic.Int64
	var stop atomic.Bool
	var askersDone sync.WaitGroup
	for range askers {
		askersDone.Go(func() {
			for !stop.Load() {
				a := live.Handle(context.Background(), Message{Text: radishes})
				if want := figure[a.Version]; want == "" || !strings.Contains(strings.ReplaceAll(a.Text, "\u00a0", " "), want) {
					t.Errorf("version %q says %q", a.Version, a.Text)
					return
				}
				asked.Add(1)
			}
		})
	}
	for i := range swaps {
		for before := asked.Load(); asked.Load() == before && !t.Failed(); { // some question between two swaps
			runtime.Gosched()
		}
		live.Swap(bots[i%libraries])
	}
	stop.Store(true)
	askersDone.Wait()
}

// TestLastHolderCloses holds a generation over the swap and the closing of the
// bot that made it: it closes with its last question, and not before.
func TestLastHolderCloses(t *testing.T) {
	live, next := open(t, garden(t, 30)), open(t, garden(t, 31))
	old := live.generation()
	live.Swap(next)
	if n := old.holders.Load(); n != 1 {
		t.Errorf("%d holders of the old generation, want its one question", n)
	}
	if _, err := old.index.Search(t.Context(), old.reader.Read(radishes, "").Query()); err != nil {
		t.Errorf("the question under way: %v", err)
	}
	if err := old.release(); err != nil {
		t.Error(err)
	}
	if old.hold() {
		t.Error("a closed generation is held again")
	}
	shared := live.generation()
	defer shared.done()
	if n := shared.holders.Load(); n != 3 { // two bots and this test
		t.Errorf("%d holders of the new generation, want 3", n)
	}
}

// BenchmarkSwap is what a swap costs the one who swaps; questions wait for
// none of it.
func BenchmarkSwap(b *testing.B) {
	live := open(b, garden(b, 30))
	bots := []*Bot{open(b, garden(b, 31)), open(b, garden(b, 32))}
	for i := 0; b.Loop(); i++ {
		live.Swap(bots[i%2])
	}
}
