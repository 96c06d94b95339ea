package bot

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"constat/data"
)

// large writes ten editions of an invented observatory, 200 findings each, and
// opens them. No number of it was ever published.
func large(tb testing.TB) *Bot {
	tb.Helper()
	dir := tb.TempDir()
	things := strings.Fields("compost arrosage semis paillage serres ruches mares haies tuteurs greffes boutures vergers treilles bassins nichoirs")
	people := []string{"jardins", "jardins partagés", "communes", "écoles", "jardiniers"}
	for e := range 10 {
		var b strings.Builder
		fmt.Fprintf(&b, "observatoire: Observatoire des jardins\nserie: grands-jardins\nediteur: Institut du Râteau\nedition: %d\nsources:\n  - {id: r%d, editeur: Institut du Râteau, page: p. 1}\nconstats:\n", 2031+e, e)
		for i := range 200 {
			thing, who := things[i%len(things)], people[i/len(things)%len(people)]
			share := 1 + (i*7+e*3)%98
			fmt.Fprintf(&b, "  - {id: g%d-%03d, enonce: \"%d %% des %s ont des %s de type %d.\", chiffre: %d %%, population: %s, indicateur: %s de type %d, statut: adopté, source: [r%d]}\n",
				e, i, share, who, thing, i, share, who, thing, i, e)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("jardins-%d.yaml", 2031+e)), []byte(b.String()), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	l, faults := data.ReadPaths([]string{dir}, nil)
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	if len(l.Findings) != 2000 {
		tb.Fatalf("%d findings, want 2000", len(l.Findings))
	}
	return open(tb, l)
}

// BenchmarkLarge asks a warm bot about 2,000 findings: the median of a question
// is to stay under 3 ms.
func BenchmarkLarge(b *testing.B) {
	bot := large(b)
	questions := []string{
		"quelle part des communes ont un compost ?", "en 2035, combien d'écoles avaient des ruches de type 5 ?",
		"quels sont les freins aux semis ?", "paillage dans les jardins partagés, part en 2040 ?", "combien de jardiniers n'ont pas de serres ?",
	}
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		bot.Handle(b.Context(), Message{Text: questions[len(took)%len(questions)]})
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "median-ms")
}
