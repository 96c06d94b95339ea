package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/term"

	"constat/bot"
	"constat/bot/answer"
)

// prompt stands before what a person types.
const prompt = "> "

// Greeting opens a conversation on a terminal.
const Greeting = "Posez une question sur ce que l'observatoire a publié. Pour partir, tapez quitter ou Ctrl-D.\n"

// leaving are the words that end a conversation on a terminal, as they are
// typed to other programs.
var leaving = []string{"quitter", "quit", "exit", "q"}

// Talk answers each line as a turn of one conversation, until the reader ends,
// and returns how many there were. Blank lines are passed over. Show writes
// one answer; first is true for the first.
func Talk(ctx context.Context, handle bot.Handler, in io.Reader, show func(a answer.Answer, first bool) error) (turns int, err error) {
	state := ""
	for line, err := range Lines(in) {
		if err != nil {
			return turns, err
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		a := handle(ctx, bot.Message{Text: line, State: state})
		if err := show(a, turns == 0); err != nil {
			return turns, err
		}
		state = a.State
		turns++
	}
	return turns, nil
}

// Converse holds a conversation on a terminal: a prompt, line editing and its
// history. Ctrl-D, Ctrl-C and the words of leaving leave. The terminal is always left as it was
// found, also when the program is told to stop.
func Converse(ctx context.Context, handle bot.Handler, in, out *os.File, bold bool) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, os.Interrupt)
	defer stop()
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return err
	}
	defer term.Restore(int(in.Fd()), before)
	screen := term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, out}, prompt)
	io.WriteString(screen, Greeting)
	state := ""
	for {
		if width, height, err := term.GetSize(int(out.Fd())); err == nil && width > 0 {
			screen.SetSize(width, height)
		}
		line, err := next(ctx, screen)
		if errors.Is(err, io.EOF) || errors.Is(err, context.Canceled) {
			_, err = io.WriteString(out, "\r\n")
			return err
		}
		if err != nil {
			return err
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		if slices.Contains(leaving, strings.ToLower(strings.TrimSpace(line))) {
			return nil
		}
		a := handle(ctx, bot.Message{Text: strings.ToValidUTF8(line, "\ufffd"), State: state})
		state = a.State
		if _, err := fmt.Fprintf(screen, "\n%s\n", numbered(a, Text(a, bold))); err != nil {
			return err
		}
	}
}

// next returns the next line typed, or the error of a context that is done. In
// that case a read is left behind: the program is about to end.
func next(ctx context.Context, screen *term.Terminal) (string, error) {
	type typed struct {
		line string
		err  error
	}
	lines := make(chan typed, 1)
	go func() {
		line, err := screen.ReadLine()
		lines <- typed{line, err}
	}()
	select {
	case t := <-lines:
		return t.line, t.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// numbered is the text of an answer with a number before each line that may be
// chosen: "le 2" picks the second.
func numbered(a answer.Answer, text string) string {
	for _, g := range a.View().Groups {
		if !g.Offered {
			continue
		}
		for i, line := range g.Lines {
			text = strings.Replace(text, "\n– "+line+"\n", "\n"+strconv.Itoa(i+1)+". "+line+"\n", 1)
		}
	}
	return text
}
