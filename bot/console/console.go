// Package console shows answers on a terminal: lines in, lines out. It is the
// first way in and out of the program, and needs neither token nor network.
package console

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
)

// maxLine is how much of a line is read, in bytes; the rest of it is dropped.
// A question has some hundred bytes: longer lines are pasted by mistake.
const maxLine = 1 << 20

// Lines yields the lines of a stream as they come, as valid text, without
// their ends. It never stops at a strange line: too long ones are cut, and
// bytes that are not UTF-8 become replacement characters. An error of the
// reader is yielded last, with an empty line.
func Lines(r io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for first := true; ; first = false {
			line, err := readLine(in)
			if err != nil && err != io.EOF {
				yield("", err)
				return
			}
			if err == io.EOF && len(line) == 0 {
				return
			}
			line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
			if first {
				line = bytes.TrimPrefix(line, []byte("\ufeff"))
			}
			if !yield(strings.ToValidUTF8(string(line), "\ufffd"), nil) || err == io.EOF {
				return
			}
		}
	}
}

// readLine returns at most maxLine bytes of the next line, and reads it whole.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part[:min(len(part), maxLine-len(line))]...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// A Conversation is what one line of a stream asks: some turns, after the
// answer that State carries.
type Conversation struct {
	ID    string   `json:"id"`
	State string   `json:"state"`
	Turns []string `json:"turns"`
}

// Parse reads a line: {"id","state","turns"}, or the text of one turn. What
// opens like JSON and is not is a text like any other, so every line has an
// answer.
func Parse(line string) Conversation {
	if strings.HasPrefix(strings.TrimSpace(line), "{") {
		var c Conversation
		if err := json.Unmarshal([]byte(line), &c); err == nil {
			return c
		}
	}
	return Conversation{Turns: []string{line}}
}

// Last answers every turn but the last, and returns the last as a message that
// continues them. A conversation without a turn ends with an empty message.
func (c Conversation) Last(ctx context.Context, handle bot.Handler) bot.Message {
	m := bot.Message{State: c.State}
	for i, turn := range c.Turns {
		m.Text = turn
		if i < len(c.Turns)-1 {
			m.State = handle(ctx, m).State
		}
	}
	return m
}

// JSON writes the answer to a conversation as one line, its id first. Extra
// holds more keys, each with a whole number; it may be nil.
func JSON(id string, a answer.Answer, extra map[string]int64) ([]byte, error) {
	body, err := a.MarshalJSON()
	if err != nil {
		return nil, err
	}
	head, err := Line(map[string]string{"id": id})
	if err != nil {
		return nil, err
	}
	line := join(head, body)
	if len(extra) > 0 {
		tail, err := json.Marshal(extra)
		if err != nil {
			return nil, err
		}
		line = join(line, tail)
	}
	var one bytes.Buffer
	if err := json.Compact(&one, line); err != nil {
		return nil, err
	}
	return append(one.Bytes(), '\n'), nil
}

// Line writes a value as one line of JSON, its end included. What only HTML
// needs escaped is left as it is.
func Line(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// join makes one JSON object of two, the keys of the first before.
func join(a, b []byte) []byte {
	a, b = bytes.TrimSpace(a), bytes.TrimSpace(b)
	if len(b) <= len("{}") {
		return a
	}
	return slices.Concat(a[:len(a)-1], []byte(","), b[1:])
}

// ANSI sequences: bold, and back.
const (
	boldOn  = "\x1b[1m"
	boldOff = "\x1b[22m"
)

// Text is an answer as a terminal shows it, ending with a newline. In bold,
// the words of the cited figures stand out. What is not text is left out, so
// that no file can drive the terminal.
func Text(a answer.Answer, bold bool) string {
	text := strings.TrimRight(Clean(a.Text), "\n")
	if bold {
		text = embolden(text, wordings(a))
	}
	return text + "\n"
}

// Clean drops control characters other than the end of a line.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// wordings are how the sources word the figures that an answer cites.
func wordings(a answer.Answer) []string {
	var all []string
	for _, c := range a.Cited {
		if c.Finding == nil {
			continue
		}
		if f := c.Finding.Figure; f != nil {
			all = append(all, f.Wording)
		}
		for _, item := range c.Finding.Items {
			if f := item.Figure; f != nil {
				all = append(all, f.Wording)
			}
		}
	}
	return all
}

// embolden marks the first place of each wording, which may open a sentence.
// The longest go first: a wording inside another is not marked twice.
func embolden(text string, wordings []string) string {
	slices.SortStableFunc(wordings, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	type span struct{ start, end int }
	var spans []span
	for _, w := range wordings {
		at := strings.Index(text, w)
		if at < 0 {
			at = strings.Index(text, capital(w))
		}
		overlaps := func(s span) bool { return at < s.end && s.start < at+len(w) }
		if w == "" || at < 0 || slices.ContainsFunc(spans, overlaps) {
			continue
		}
		spans = append(spans, span{at, at + len(w)})
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	from := 0
	for _, s := range spans {
		b.WriteString(text[from:s.start] + boldOn + text[s.start:s.end] + boldOff)
		from = s.end
	}
	return b.String() + text[from:]
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
