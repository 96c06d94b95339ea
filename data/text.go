package data

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data/lexicon"
)

// notUTF8 returns where a text stops being UTF-8, or -1.
func notUTF8(src []byte) int {
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// windows1252 is what Windows writes from 0x80 to 0x9f; above, as below, a
// byte is its rune.
var windows1252 = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// fromWindows returns a text in UTF-8, reading as Windows-1252 each byte that
// is not.
func fromWindows(src []byte) []byte {
	text := make([]byte, 0, len(src)+len(src)/8) // room for the accents of a French text
	for len(src) > 0 {
		c, n := utf8.DecodeRune(src)
		if c == utf8.RuneError && n == 1 {
			c = rune(src[0])
			if at := int(c) - 0x80; at < len(windows1252) {
				c = windows1252[at]
			}
		}
		text, src = utf8.AppendRune(text, c), src[n:]
	}
	return text
}

// controlIn returns the first control character of a text and where it is, or
// -1.
func controlIn(src []byte) (int, rune) {
	for i, c := range string(src) {
		if isControl(c) {
			return i, c
		}
	}
	return -1, 0
}

// isControl reports whether a rune commands a machine or hides the order of
// what is read: never a part of a sentence.
func isControl(c rune) bool {
	if c == '\t' || c == '\n' || c == '\r' || c == '\u0085' {
		return false
	}
	return unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c)
}

// invisible returns what to call a rune that a reader cannot see and that a
// copy and paste leaves behind, or "".
func invisible(c rune) string {
	switch c {
	case '\u200b', '\u2060', '\ufeff':
		return "une espace de largeur nulle"
	case '\u00ad':
		return "un trait d'union conditionnel"
	case utf8.RuneError:
		return "le caractère de remplacement « \ufffd », trace d'un accent perdu,"
	}
	return ""
}

// tidy returns a text on one line: line ends and runs of plain spaces become
// one space. No-break spaces stay as they were typed.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool {
		return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029'
	}), " ")
}

// isBlank reports whether a text shows nothing.
func isBlank(s string) bool {
	for _, c := range s {
		if !unicode.IsSpace(c) && invisible(c) == "" {
			return false
		}
	}
	return true
}

// shortened returns a text short enough to be quoted in a message.
func shortened(s string) string {
	const most = 60 // runes: what a line of a terminal can spare
	s = tidy(s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most])) + "…"
}

// Nearest returns the known word that a person most likely meant, or "".
func Nearest(word string, known []string) string {
	const maxEdits = 2 // beyond, the words have nothing in common
	folded := lexicon.Fold(word)
	best, bestEdits := "", maxEdits+1
	for _, k := range known {
		// A short word must be closer: "url" is not "lieu".
		limit := min(maxEdits, len(k)/3)
		if e := edits(folded, lexicon.Fold(k)); e <= limit && e < bestEdits {
			best, bestEdits = k, e
		}
	}
	return best
}

// edits returns how many letters to add, drop or change between two words.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// quoted lists words as French does: « a », « b » ou « c ».
func quoted(words []string) string { return listed(words, " ou ") }

// quotedAll lists words that hold together: « a », « b » et « c ».
func quotedAll(words []string) string { return listed(words, " et ") }

func listed(words []string, and string) string {
	marked := make([]string, len(words))
	for i, w := range words {
		marked[i] = "« " + w + " »"
	}
	if len(marked) < 2 {
		return strings.Join(marked, "")
	}
	last := len(marked) - 1
	return strings.Join(marked[:last], ", ") + and + marked[last]
}
