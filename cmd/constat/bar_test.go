package main

import (
	"os"
	"strings"
	"testing"

	"constat/bot/publish"
)

// TestBar draws a bar as the work goes on: one line that changes on a
// terminal, a line a phase elsewhere.
func TestBar(t *testing.T) {
	for terminal, want := range map[bool]string{
		true: "\r\x1b[K[#######                       ]  25\u00a0% lecture" +
			"\r\x1b[K[##########                    ]  35\u00a0% lecture" +
			"\r\x1b[K[################              ]  55\u00a0% index" +
			"\r\x1b[K",
		false: "lecture…\nindex…\n",
	} {
		var out strings.Builder
		b := &bar{out: &out, terminal: terminal, stop: make(chan struct{})}
		b.draw() // nothing is being done yet
		for _, p := range []publish.Progress{{Phase: "lecture", Part: 0.25}, {Phase: "lecture", Part: 0.35}, {Phase: "index", Part: 0.55}} {
			b.tell(p)
			b.draw()
		}
		b.close()
		if out.String() != want {
			t.Errorf("on a terminal %v: %q, want %q", terminal, out.String(), want)
		}
	}
}

// TestNoBar shows nothing of a work that takes no time.
func TestNoBar(t *testing.T) {
	var out strings.Builder
	b := newBar(shell{getenv: os.Getenv, stderr: &out})
	b.tell(publish.Progress{Phase: "lecture"})
	b.close()
	if out.Len() > 0 {
		t.Errorf("shown %q", out.String())
	}
}
