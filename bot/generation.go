package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"constat/bot/answer"
	"constat/bot/question"
	"constat/data"
	"constat/index"
)

// A generation is everything that answers from one version of the editions:
// its parts are never mixed with those of another. It is counted: the bots
// that answer from it hold it once each, and every question once more.
type generation struct {
	library *data.Library
	index   *index.Index
	reader  *question.Reader
	version string

	holders atomic.Int64 // 0 once and for all when the index is closed
}

// newGeneration builds the index of a library. The caller holds it.
func newGeneration(l *data.Library, now func() time.Time) (*generation, error) {
	x, err := index.Build(l, question.Spelling()...)
	if err != nil {
		return nil, err
	}
	g := &generation{library: l, index: x, reader: question.NewReader(l, x, now), version: Version(l)}
	g.holders.Store(1)
	g.reader.Suggest(g.examples())
	return g, nil
}

// maxExamples is how many questions are shown to who does not know what to
// ask: one a line of a greeting.
const maxExamples = 3

// maxTries is how many candidates of a kind are asked before another kind is
// tried: a start-up must not wait for a library that answers none.
const maxTries = 20

// examples are questions that this generation answers: each is asked. They are
// of several kinds and subjects as far as the library allows.
func (g *generation) examples() []question.Example {
	var some []question.Example
	subjects := map[string]bool{}
	kinds := answer.Examples(g.library)
	for range maxExamples {
		for k, candidates := range kinds {
			for i, e := range candidates[:min(len(candidates), maxTries)] {
				q := g.reader.Read(e.Text, "")
				hits, err := g.index.Search(context.Background(), q.Query())
				a := answer.Compose(g.library, q, hits)
				subject, _, _ := strings.Cut(e.Text, ":")
				if err != nil || subjects[subject] || a.Kind != answer.Found || e.Finding != "" && a.Cited[0].ID() != e.Finding {
					continue
				}
				subjects[subject] = true
				kinds[k] = candidates[i+1:]
				if some = append(some, e); len(some) == maxExamples {
					return some
				}
				break
			}
		}
	}
	return some
}

// hold reports whether the generation is still open; then it stays open until
// it is released.
func (g *generation) hold() bool {
	for n := g.holders.Load(); n > 0; n = g.holders.Load() {
		if g.holders.CompareAndSwap(n, n+1) {
			return true
		}
	}
	return false
}

// release gives the generation back; the last holder closes it.
func (g *generation) release() error {
	if g.holders.Add(-1) > 0 {
		return nil
	}
	return g.index.Close()
}

// done is release where nobody waits for the error.
func (g *generation) done() {
	if err := g.release(); err != nil {
		slog.Error("bot: index not closed", "version", g.version, "error", err)
	}
}

// Version is the fingerprint that answers from a library carry: that of its
// content, and of how this program indexes it. It has 12 hexadecimal digits,
// short enough to be read aloud.
func Version(l *data.Library) string {
	const shown = 12
	sum := sha256.Sum256([]byte(l.Version + "\n" + index.Fingerprint()))
	return hex.EncodeToString(sum[:])[:shown]
}
