package data

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file looks for what YAML misread in one line: French punctuation, and
// the spaces that a key or a dash lacks.

var (
	// sourceLine cuts a line into what comes before a phrase (its indentation,
	// dashes and key) and the phrase.
	sourceLine = regexp.MustCompile(`^([ ]*(?:- +)*(?:[a-z_]+ ?: +)?)(.*?)[ \r]*$`)

	// gluedKey is a key whose colon is not followed by a plain space.
	gluedKey = regexp.MustCompile(`^[ ]*(?:- +)*([a-z_]+)[ \x{A0}\x{202F}]*:([^ \r/])`)

	// gluedDash is a dash that is not followed by a space.
	gluedDash = regexp.MustCompile(`^[ ]*(?:- +)*-([\pL{\["])`)

	// flowColon is a colon inside a phrase between braces or brackets: the
	// phrase, what precedes the colon, what follows it.
	flowColon = regexp.MustCompile(`[{,] *[a-z_]+ ?: +(([^\s"'{}\[\],][^"{}\[\],]*?) ?:(?: [^{}\[\],]*)?)[,}]`)
)

// reserved are the signs that a YAML phrase cannot begin with.
const reserved = "%@`&*!|>[]{},"

// diagnose looks at one line, from 1. The message is empty when nothing in it
// explains an error.
func diagnose(lines []string, at int) diagnosis {
	line := lines[at-1]
	tell := func(column int, message, mended string) diagnosis {
		d := diagnosis{line: at, column: column, message: message}
		if mended != "" {
			d.mended = []string{mended}
		}
		return d
	}
	// What follows is the phrase of an editor: once between quotes it can be
	// read, but is not what will be written.
	quote := func(column int, message, mended string) diagnosis {
		d := tell(column, message, mended)
		d.guessed = true
		return d
	}

	text := strings.TrimLeft(line, " \t\u00a0\u202f")
	indent := line[:len(line)-len(text)]
	if i := strings.IndexByte(indent, '\t'); i >= 0 {
		return tell(i+1, tabMessage, spaces(tabLevel(lines, at, text))+text)
	}
	if i := strings.IndexAny(indent, "\u00a0\u202f"); i >= 0 {
		return tell(i+1, "une espace insécable sert de retrait : remplacez-la par une espace ordinaire.",
			spaces(utf8.RuneCountInString(indent))+text)
	}
	if g := gluedDash.FindStringSubmatchIndex(line); g != nil {
		return tell(g[2]+1, "il manque une espace après le tiret.", line[:g[2]]+" "+line[g[2]:])
	}
	m := sourceLine.FindStringSubmatch(line)
	if m == nil || m[2] == "" {
		return diagnosis{}
	}
	prefix, phrase := m[1], m[2]
	column := utf8.RuneCountInString(prefix) + 1
	mended := ""
	if strings.TrimSpace(prefix) != "" { // a value, and not a key gone astray
		mended = prefix + strconv.Quote(phrase)
	}

	if g := gluedKey.FindStringSubmatchIndex(line); g != nil && !strings.HasSuffix(prefix, ": ") {
		key, next, rest := line[g[2]:g[3]], line[g[4]:g[5]], line[g[4]:]
		if next == "\u00a0" || next == "\u202f" {
			return tell(0, "une espace insécable suit les deux-points de « "+key+" » : remplacez-la par une espace ordinaire.",
				line[:g[4]]+" "+strings.TrimPrefix(rest, next))
		}
		return tell(0, "il manque une espace après les deux-points de « "+key+" ».", line[:g[4]]+" "+rest)
	}
	const misreadColon = "YAML prend les deux-points de cette phrase pour la fin d'une clé : " + quoteIt
	first, _ := utf8.DecodeRuneInString(phrase)
	switch {
	case first == '"' || first == '\'':
		end := closingQuote(phrase)
		if end == 0 {
			return tell(column, neverClosed(lines, at, column), "")
		}
		if tail(phrase[end:]) == "" {
			return diagnosis{}
		}
		return quote(column, closedEarly(phrase, end), mended)
	case first == '[' && strings.HasSuffix(phrase, "]"), first == '{' && strings.HasSuffix(phrase, "}"):
		// A list or keys on one line: what is wrong is inside.
		if c := flowColon.FindStringSubmatchIndex(line); c != nil {
			return quote(utf8.RuneCountInString(line[:c[5]])+1, misreadColon,
				line[:c[2]]+strconv.Quote(strings.TrimSpace(line[c[2]:c[3]]))+line[c[3]:])
		}
		return diagnosis{}
	case (first == '[' || first == '{') && !strings.ContainsAny(phrase[1:], "]}"):
		return diagnosis{} // goes on on the next lines
	case strings.ContainsRune(reserved, first),
		strings.HasPrefix(phrase, "- ") || strings.HasPrefix(phrase, "? ") || strings.HasPrefix(phrase, ": "):
		return quote(column, "la phrase commence par « "+string(first)+" », un signe que YAML se réserve : "+quoteIt, mended)
	}
	if i := strings.Index(phrase+" ", ": "); i >= 0 && mended != "" {
		return quote(column+utf8.RuneCountInString(phrase[:i]), misreadColon, mended)
	}
	return diagnosis{}
}

// unclosed looks, before a line where YAML stops, for a quote that is closed
// neither on its line nor before the next key: it was closed by chance.
func unclosed(lines []string, before int) diagnosis {
	for at := 1; at < min(before, len(lines)); at++ {
		if !strings.ContainsAny(lines[at-1], `"'`) {
			continue
		}
		m := sourceLine.FindStringSubmatch(lines[at-1])
		if m == nil || m[1] == "" || m[2] == "" || m[2][0] != '"' && m[2][0] != '\'' || closingQuote(m[2]) > 0 {
			continue
		}
		if next, ok := placeOf(lines[at]); ok && (next.key != "" || next.dashed) {
			column := utf8.RuneCountInString(m[1]) + 1
			return diagnosis{line: at, column: column, message: neverClosed(lines, at, column),
				mended: []string{m[1] + strconv.Quote(m[2][1:])}, guessed: true}
		}
	}
	return diagnosis{}
}

// closedEarly tells of a phrase whose opening quote is closed, before end,
// inside of it.
func closedEarly(phrase string, end int) string {
	before, after := lastWord(phrase[1:end-1]), firstWord(phrase[end:])
	switch {
	case phrase[0] == '\'' && before != "" && after != "" && !startsWithSpace(phrase[end:]):
		return "l'apostrophe de « " + before + "'" + after + " » ferme la phrase : entourez la phrase de guillemets droits (\") au lieu d'apostrophes, ou doublez cette apostrophe (« '' »)."
	case phrase[0] == '\'':
		return "la phrase commence par « ' » et YAML la croit finie au suivant : entourez la phrase entière de guillemets droits (\")."
	case strings.HasSuffix(phrase, `"`):
		return `un guillemet droit (") au milieu de la phrase la ferme : remplacez ceux du milieu par des guillemets français (« … »), ou notez-les \".`
	default:
		return `la phrase commence par « " » et YAML la croit finie au suivant : remplacez ces guillemets droits (") par des guillemets français (« … »).`
	}
}

func startsWithSpace(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(c)
}

func notLetter(c rune) bool { return !unicode.IsLetter(c) }

func lastWord(s string) string {
	return s[strings.LastIndexFunc(s, notLetter)+1:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, notLetter); i >= 0 {
		return s[:i]
	}
	return s
}

// closingQuote returns where the quote that opens a phrase is closed, after
// it, or 0.
func closingQuote(phrase string) int {
	for i := 1; i < len(phrase); i++ {
		switch {
		case phrase[0] == '"' && phrase[i] == '\\':
			i++
		case phrase[0] == '\'' && phrase[i] == '\'' && i+1 < len(phrase) && phrase[i+1] == '\'':
			i++
		case phrase[i] == phrase[0]:
			return i + 1
		}
	}
	return 0
}

// tail returns what follows a closed quote, but for a comment.
func tail(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "#") {
		return ""
	}
	return s
}

// leftoverQuote returns the quote which both begins and ends a text, as left
// by one too many pair around it, or "": "'Radis' et 'laitue'" has none.
func leftoverQuote(s string) string {
	for _, q := range []string{`"`, "'"} {
		inside, opens := strings.CutPrefix(s, q)
		inside, closes := strings.CutSuffix(inside, q)
		if !opens || !closes || inside == "" {
			continue
		}
		// An apostrophe stands between two letters; another quote is a pair.
		for i := 0; i < len(inside); i++ {
			if inside[i] == q[0] && (q == `"` || lastWord(inside[:i]) == "" || firstWord(inside[i+1:]) == "") {
				return ""
			}
		}
		return q
	}
	return ""
}
