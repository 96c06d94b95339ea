package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/term"

	"constat/bot/publish"
)

// A bar shows how far a work is: on a terminal one line that changes, else a
// line a phase. Nothing is shown of a work that takes no time.
type bar struct {
	out      io.Writer
	terminal bool
	stop     chan struct{}
	stopped  sync.WaitGroup

	mu    sync.Mutex
	now   publish.Progress
	shown string // the phase of the last line
}

const (
	// patience is how long a person waits without wondering.
	patience = time.Second
	// barEvery is how often the line changes.
	barEvery = 200 * time.Millisecond
	barWidth = 30
)

// newBar starts a bar on the error output. The caller closes it before writing
// anything else there.
func newBar(sh shell) *bar {
	b := &bar{out: sh.stderr, stop: make(chan struct{})}
	if f, ok := sh.stderr.(*os.File); ok {
		b.terminal = sh.getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
	}
	b.stopped.Go(b.show)
	return b
}

// tell is a publish.Options.Progress.
func (b *bar) tell(p publish.Progress) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = p
}

func (b *bar) show() {
	wait := time.NewTimer(patience)
	defer wait.Stop()
	for {
		select {
		case <-b.stop:
			return
		case <-wait.C:
			b.mu.Lock()
			b.draw()
			b.mu.Unlock()
			wait.Reset(barEvery)
		}
	}
}

// draw writes the line of this moment. The caller holds b.mu.
func (b *bar) draw() {
	switch {
	case b.now.Phase == "":
	case b.terminal:
		full := int(barWidth * b.now.Part)
		fmt.Fprintf(b.out, "\r\x1b[K[%s%s] %3.0f"+nbsp+"%% %s", strings.Repeat("#", full), strings.Repeat(" ", barWidth-full), 100*b.now.Part, b.now.Phase)
		b.shown = b.now.Phase
	case b.now.Phase != b.shown:
		fmt.Fprintf(b.out, "%s…\n", b.now.Phase)
		b.shown = b.now.Phase
	}
}

// close erases the line.
func (b *bar) close() {
	close(b.stop)
	b.stopped.Wait()
	if b.terminal && b.shown != "" {
		io.WriteString(b.out, "\r\x1b[K")
	}
}
