package bot

import (
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"sync/atomic"
	"time"

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
	return g, nil
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
