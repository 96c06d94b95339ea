package index

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"testing"

	"constat/data"
)

// The shares of first hits that ranking must bring on PIAF, questions that
// people wrote on encyclopaedia paragraphs: over all, and over those that ask
// for a figure. They guard the weights; nothing else is shaped by them.
const (
	piafFirst  = 0.71
	piafFigure = 0.77
)

// piafFolder is the PIAF folder beside the repository, or the one that
// CONSTAT_PIAF names.
func piafFolder() string {
	if dir := os.Getenv("CONSTAT_PIAF"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "shared", "datasets", "piaf")
}

type piafQuestion struct {
	ID       string
	Turns    []string
	Expected []string
	Figure   bool
}

func TestPIAF(t *testing.T) {
	library, questions := readPIAF(t)
	x, err := Build(library)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var all, figures, tuned, kept measure
	for _, q := range questions {
		hits, err := x.Search(context.Background(), simpleQuery(x, q.Turns[0]))
		if err != nil {
			t.Fatal(err)
		}
		at := place(hits, q.Expected[0])
		all.add(at)
		if q.Figure {
			figures.add(at)
		}
		if half(q.Expected[0]) {
			tuned.add(at)
		} else {
			kept.add(at)
		}
	}
	t.Logf("all %v", all)
	t.Logf("figures %v", figures)
	t.Logf("half the weights were tuned on %v, other half %v", tuned, kept)
	if figures.asked == 0 {
		t.Fatal("no question asks for a figure")
	}
	if all.first() < piafFirst || figures.first() < piafFigure {
		t.Errorf("first hits %.3f and %.3f, want %.2f and %.2f", all.first(), figures.first(), piafFirst, piafFigure)
	}
}

// half tells the questions on which weights may be tuned, by paragraph.
func half(paragraph string) bool {
	h := fnv.New32a()
	h.Write([]byte(paragraph))
	return h.Sum32()%2 == 0
}

func readPIAF(t testing.TB) (*data.Library, []piafQuestion) {
	t.Helper()
	dir := piafFolder()
	if _, err := os.Stat(dir); err != nil {
		t.Skip("skipped: no PIAF folder")
	}
	edition := &data.Edition{Observatory: "PIAF", Year: 2020}
	library := &data.Library{Editions: []*data.Edition{edition}}
	lines(t, filepath.Join(dir, "constats.jsonl"), func(line []byte) error {
		var p struct{ ID, Enonce, Indicateur string }
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		library.Findings = append(library.Findings, &data.Finding{
			ID: p.ID, Statement: p.Enonce, Indicator: p.Indicateur, Edition: edition, Ordinal: len(library.Findings),
		})
		return nil
	})
	var questions []piafQuestion
	lines(t, filepath.Join(dir, "questions.jsonl"), func(line []byte) error {
		var q piafQuestion
		if err := json.Unmarshal(line, &q); err != nil {
			return err
		}
		questions = append(questions, q)
		return nil
	})
	return library, questions
}

func lines(t testing.TB, path string, each func([]byte) error) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		if err := each(scanner.Bytes()); err != nil {
			t.Fatalf("%s:%d: %v", path, n, err)
		}
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
}

// place is where a finding stands among hits, from 1; 0 when absent.
func place(hits []Hit, id string) int {
	for i, h := range hits {
		if h.Finding.ID == id {
			return i + 1
		}
	}
	return 0
}

// A measure counts where the right finding stands.
type measure struct {
	asked, ones, fives int
	reciprocal         float64
}

func (m *measure) add(at int) {
	m.asked++
	if at == 0 {
		return
	}
	m.reciprocal += 1 / float64(at)
	if at <= 5 {
		m.fives++
	}
	if at == 1 {
		m.ones++
	}
}

func (m measure) first() float64 { return float64(m.ones) / float64(m.asked) }

func (m measure) String() string {
	n := float64(m.asked)
	return fmt.Sprintf("questions %d recall@1 %.3f recall@5 %.3f mrr %.3f", m.asked, m.first(), float64(m.fives)/n, m.reciprocal/n)
}
