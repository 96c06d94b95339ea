package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// This file finds which line of a broken file is not where it should be, and
// where that is, from the lines before it.

// placedLine is a line that opens a place: its indentation, its dashes, its
// key, its value.
var placedLine = regexp.MustCompile(`^( *)((?:- +)*)(?:([a-z_]+) ?:(?:[ \r]+|$)(.*?))?[ \r]*$`)

// A placed line is where a line stands in the structure of a file.
type placed struct {
	indent int    // of its first sign
	keys   int    // of its key, after its dashes
	dashed bool   // an element of a list
	key    string // empty for a line of text
	opens  bool   // its value is on the lines that follow
}

// placeOf reads a line; false when it is blank or a comment.
func placeOf(line string) (placed, bool) {
	text := strings.TrimLeft(line, " ")
	if strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#") {
		return placed{}, false
	}
	p := placed{indent: len(line) - len(text), dashed: strings.HasPrefix(text, "- ")}
	p.keys = p.indent
	if m := placedLine.FindStringSubmatch(line); m != nil {
		p.keys, p.key, p.opens = len(m[1])+len(m[2]), m[3], m[3] != "" && m[4] == ""
	}
	return p, true
}

// before returns the last line before one that is neither blank nor a comment,
// from 1, or 0.
func before(lines []string, at int) int {
	for at--; at > 0; at-- {
		if _, ok := placeOf(lines[at-1]); ok {
			return at
		}
	}
	return 0
}

// open returns where keys, and where dashes, may stand after the lines before
// one, deepest first.
func open(lines []string, at int) (keys, dashes []int) {
	const none = 1 << 30
	key, dash := none, none // what is as deep was closed since
	for i := at - 1; i > 0 && key > 0; i-- {
		p, ok := placeOf(lines[i-1])
		if !ok || !p.dashed && p.key == "" {
			continue
		}
		if p.opens && key == none {
			const step = 2 // the indentation that editors use
			keys, dashes = append(keys, p.keys+step), append(dashes, p.keys+step)
		}
		if p.key != "" && p.keys < key {
			keys, key, dash = append(keys, p.keys), p.keys, min(dash, p.keys)
		}
		if p.dashed && p.indent < dash {
			dashes, dash, key = append(dashes, p.indent), p.indent, min(key, p.indent+1) // a dash may stand under its own key
		}
	}
	return keys, dashes
}

// closest returns the level closest to an indentation, the deepest of two; -1
// when there is none.
func closest(levels []int, indent int) int {
	best := -1
	for _, l := range levels {
		if best < 0 || distance(l, indent) < distance(best, indent) {
			best = l
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

func spaces(n int) string { return strings.Repeat(" ", n) }

// tabLevel returns the indentation that a line indented by tabs was meant to
// have.
func tabLevel(lines []string, at int, text string) int {
	keys, dashes := open(lines, at)
	switch p, _ := placeOf(text); {
	case p.dashed:
		keys = dashes
	case p.key == "" && len(keys) > 0:
		return keys[0] + 1 // goes on with the phrase above
	}
	if len(keys) == 0 {
		return 0
	}
	return keys[0]
}

// misplaced looks for the line whose indentation made YAML stop at a line: that
// one, or the one before it.
func misplaced(lines []string, at int) diagnosis {
	p, ok := placeOf(lines[at-1])
	if !ok || !p.dashed && p.key == "" {
		return diagnosis{}
	}
	// Where YAML stops is in its place: the line before it is not.
	if previous := before(lines, at); previous > 0 {
		keys, dashes := open(lines, previous)
		q, _ := placeOf(lines[previous-1])
		inPlace := !p.dashed && slices.Contains(keys, p.indent) || p.dashed && slices.Contains(dashes, p.indent)
		if inPlace && q.indent < p.indent {
			level := p.indent
			if p.dashed {
				level = deeper(keys, p.indent)
			}
			if d := keyWithoutColon(lines, previous); d.message != "" {
				return d
			}
			if q.key == "" && !q.dashed {
				return continued(lines, previous, level)
			}
			return moved(lines, previous, q, level)
		}
	}
	levels, dashes := open(lines, at)
	if p.dashed {
		levels = dashes
	}
	return moved(lines, at, p, closest(levels, p.indent))
}

// deeper returns the least level deeper than an indentation, or -1.
func deeper(levels []int, indent int) int {
	best := -1
	for _, l := range levels {
		if l > indent && (best < 0 || l < best) {
			best = l
		}
	}
	return best
}

// moved tells to move a line to a level, with those that moved with it.
func moved(lines []string, at int, p placed, level int) diagnosis {
	if level < 0 || level == p.indent {
		return diagnosis{}
	}
	keys, dashes := open(lines, at)
	inPlace := func(q placed) bool {
		return q.dashed && slices.Contains(dashes, q.indent) || !q.dashed && slices.Contains(keys, q.indent)
	}
	mended := []string{spaces(level) + lines[at-1][p.indent:]}
	last := at
	for i := at + 1; i <= len(lines); i++ {
		q, ok := placeOf(lines[i-1])
		if !ok {
			mended = append(mended, lines[i-1])
			continue
		}
		shifted := q.indent - p.indent + level
		if q.indent < p.indent || shifted < 0 || inPlace(q) {
			break
		}
		mended = append(mended, spaces(shifted)+lines[i-1][q.indent:])
		last = i
	}
	others, this := "les clés voisines", "celle-ci"
	if p.dashed {
		others, this = "les tirets voisins", "celui-ci"
	}
	act, count := "ajoutez", level-p.indent
	if count < 0 {
		act, count = "ôtez", -count
	}
	until := ""
	if last > at {
		until = fmt.Sprintf(" (et de même jusqu'à la ligne %d)", last)
	}
	return diagnosis{line: at, column: p.indent + 1, mended: mended[:last-at+1],
		message: fmt.Sprintf("%s %s au début de cette ligne%s : %s en ont %d, et %s %d.", act, manySpaces(count), until, others, level, this, p.indent)}
}

func manySpaces(n int) string {
	if n == 1 {
		return "une espace"
	}
	return fmt.Sprintf("%d espaces", n)
}

// continued tells of a line of text that stands where a key is expected.
func continued(lines []string, at, level int) diagnosis {
	text := strings.TrimLeft(lines[at-1], " ")
	return diagnosis{line: at, column: len(lines[at-1]) - len(text) + 1, mended: []string{spaces(level+1) + text}, guessed: true,
		message: fmt.Sprintf("cette ligne continue la phrase d'avant, mais son retrait n'est pas assez grand : commencez-la par %d espaces au moins, ou remontez-la à la suite de la phrase.", level+1)}
}

// bareKey is a line that begins like a key and has no colon.
var bareKey = regexp.MustCompile(`^( *(?:- +)*)([a-z_]+)( +.*?)?[ \r]*$`)

// keyWithoutColon tells of a line that begins with a key: other lines of the
// file have it with its colon, or it is alone above what it holds.
func keyWithoutColon(lines []string, at int) diagnosis {
	m := bareKey.FindStringSubmatch(lines[at-1])
	if m == nil {
		return diagnosis{}
	}
	isKey := func(other string) bool { p, ok := placeOf(other); return ok && p.key == m[2] }
	aloneAbove := false
	if m[3] == "" && at < len(lines) {
		next, ok := placeOf(lines[at])
		aloneAbove = ok && (next.dashed || next.key != "") && next.indent > len(m[1])
	}
	if !aloneAbove && !slices.ContainsFunc(lines, isKey) {
		return diagnosis{}
	}
	return diagnosis{line: at, column: len(m[1]) + len(m[2]) + 1, mended: []string{m[1] + m[2] + ":" + m[3]},
		message: "il manque les deux-points après « " + m[2] + " » (« " + m[2] + ": … »)."}
}

// withoutColon tells of a line that should hold a key: else it goes on with a
// phrase.
func withoutColon(lines []string, at int) diagnosis {
	line := lines[at-1]
	if d := keyWithoutColon(lines, at); d.message != "" {
		return d
	}
	if keys, _ := open(lines, at); len(keys) > 0 && before(lines, at) > 0 && !strings.HasPrefix(strings.TrimLeft(line, " "), "- ") {
		return continued(lines, at, keys[0])
	}
	return diagnosis{line: at, message: "il manque ici une clé suivie de deux-points et d'une espace (« enonce: … »)."}
}
