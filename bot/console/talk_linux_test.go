package console

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/term"

	"constat/bot"
	"constat/bot/answer"
)

// A person is who sits at the other end of a pseudo-terminal.
type person struct {
	t    *testing.T
	keys *os.File

	mu    sync.Mutex
	seen  bytes.Buffer
	moved chan struct{} // something new is seen
}

// sit opens a pseudo-terminal and returns its two ends.
func sit(t *testing.T) (*person, *os.File) {
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("skipped: no pseudo-terminals here")
	}
	var number, unlock uint32
	ioctl := func(request uintptr, arg *uint32) {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, keys.Fd(), request, uintptr(unsafe.Pointer(arg))); errno != 0 {
			t.Fatal(errno)
		}
	}
	ioctl(syscall.TIOCSPTLCK, &unlock)
	ioctl(syscall.TIOCGPTN, &number)
	screen, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	p := &person{t: t, keys: keys, moved: make(chan struct{}, 1)}
	t.Cleanup(func() { screen.Close(); keys.Close() })
	go p.watch()
	return p, screen
}

func (p *person) watch() {
	buf := make([]byte, 4096)
	for {
		n, err := p.keys.Read(buf)
		p.mu.Lock()
		p.seen.Write(buf[:n])
		p.mu.Unlock()
		select {
		case p.moved <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// sees waits for some words on the screen, and forgets what came before.
func (p *person) sees(words string) {
	p.t.Helper()
	late := time.After(10 * time.Second)
	for {
		p.mu.Lock()
		text := p.seen.String()
		if i := strings.Index(text, words); i >= 0 {
			p.seen.Next(i + len(words))
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
		select {
		case <-p.moved:
		case <-late:
			p.t.Fatalf("the screen never showed %q; it shows %q", words, text)
		}
	}
}

func (p *person) types(keys string) {
	p.t.Helper()
	if _, err := p.keys.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// echo answers with the question and the state that came with it.
func echo(ctx context.Context, m bot.Message) answer.Answer {
	return answer.Answer{Text: "vu " + m.Text + " après [" + m.State + "]", State: m.Text}
}

func TestConverse(t *testing.T) {
	for _, leave := range []struct{ name, keys string }{{"Ctrl-D", "\x04"}, {"Ctrl-C", "\x03"}, {"a word", "Quitter\r"}} {
		t.Run(leave.name, func(t *testing.T) {
			p, screen := sit(t)
			before, err := term.GetState(int(screen.Fd()))
			if err != nil {
				t.Fatal(err)
			}
			left := make(chan error, 1)
			go func() { left <- Converse(t.Context(), echo, screen, screen, false) }()
			p.sees("tapez quitter ou Ctrl-D")
			p.sees(prompt)
			p.types("éte\x7fé\r") // a slip, mended
			p.sees("vu été après []")
			p.sees(prompt)
			p.types("\r") // nothing typed: nothing asked
			p.sees(prompt)
			p.types("\x1b[A\x1b[A\r") // the line before that one
			p.sees("vu été après [été]")
			p.sees(prompt)
			p.types(leave.keys)
			if err := <-left; err != nil {
				t.Fatal(err)
			}
			if after, err := term.GetState(int(screen.Fd())); err != nil || *after != *before {
				t.Error("the terminal was not left as it was found")
			}
		})
	}
}

func TestConverseStopped(t *testing.T) {
	p, screen := sit(t)
	before, err := term.GetState(int(screen.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	left := make(chan error, 1)
	go func() { left <- Converse(ctx, echo, screen, screen, false) }()
	p.sees(prompt)
	stop()
	if err := <-left; err != nil {
		t.Fatal(err)
	}
	if after, err := term.GetState(int(screen.Fd())); err != nil || *after != *before {
		t.Error("the terminal was not left as it was found")
	}
	p.types("\x04") // ends the read that was left behind
}
