package data

import (
	"regexp"
	"slices"
	"strings"
)

// This file goes on reading a file that YAML cannot read, so that its other
// faults are told in the same go.

// What a fault of syntax hides.
const (
	unverified        = " Le reste de ce fichier n'a pas été vérifié."
	unverifiedFinding = " Le reste de ce constat n'a pas été vérifié."
)

// recovered replaces the lines that a diagnosis mends or, when it mends none,
// takes out the finding that holds them. It returns what stays unverified, and
// false when the file can no longer be read.
func (r *reader) recovered(d diagnosis) (hidden string, goOn bool) {
	if d.mended != nil && !slices.Equal(d.mended, r.lines[d.line-1:d.line-1+len(d.mended)]) {
		copy(r.lines[d.line-1:], d.mended)
		r.guessed[d.line] = r.guessed[d.line] || d.guessed
		return "", true
	}
	r.unread = true
	start, end := findingLines(r.lines, d.line)
	if start == 0 || r.cut[start] {
		return unverified, false
	}
	r.cut[start] = true
	dash := strings.IndexByte(r.lines[start-1], '-')
	r.lines[start-1] = r.lines[start-1][:dash+1] + " null"
	clear(r.lines[start:end])
	return unverifiedFinding, true
}

var (
	findingsLine = regexp.MustCompile(`^constats *:`)
	topKey       = regexp.MustCompile(`^[a-z_]+ *:`)
	dashLine     = regexp.MustCompile(`^ *- `)
	idLine       = regexp.MustCompile(`^[ ]*(?:- +)?\{?id: *([a-z0-9-]+)[ ,\r]*`)
)

// findingLines returns the first and the last line of the finding that a line
// of a broken file is in, or 0.
func findingLines(lines []string, line int) (start, end int) {
	first := slices.IndexFunc(lines, findingsLine.MatchString) + 1
	if first == 0 || line <= first {
		return 0, 0
	}
	dash := ""
	for i := first + 1; i <= len(lines); i++ {
		if dash == "" {
			dash = dashLine.FindString(lines[i-1])
		}
		outside := topKey.MatchString(lines[i-1])
		begins := dash != "" && strings.HasPrefix(lines[i-1], dash)
		switch {
		case i <= line && begins:
			start = i
		case i <= line && outside:
			start = 0
		case i > line && (begins || outside):
			return start, i - 1
		}
	}
	return start, len(lines)
}

// findingAt returns the id of the finding that a line of a broken file is in,
// or "".
func findingAt(lines []string, line int) string {
	first := slices.IndexFunc(lines, findingsLine.MatchString)
	if first < 0 {
		return ""
	}
	for i := min(line, len(lines)) - 1; i > first; i-- {
		if m := idLine.FindStringSubmatch(lines[i]); m != nil {
			return m[1]
		}
	}
	return ""
}
