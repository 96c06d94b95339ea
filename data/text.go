package data

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data/lexicon"
)

// badByte returns where a text stops being readable, and why, or -1.
func badByte(src []byte) (int, string) {
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			return i, "ce caractère n'est pas en UTF-8 : enregistrez le fichier en UTF-8 (les accents ont sans doute été saisis dans un autre encodage)."
		case isControl(c):
			return i, fmt.Sprintf("le caractère de contrôle U+%04X n'a pas sa place dans un texte : effacez-le.", c)
		}
		i += n
	}
	return -1, ""
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

// nearest returns the known word that a person most likely meant, or "".
func nearest(word string, known []string) string {
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
func quoted(words []string) string {
	marked := make([]string, len(words))
	for i, w := range words {
		marked[i] = "« " + w + " »"
	}
	if len(marked) < 2 {
		return strings.Join(marked, "")
	}
	last := len(marked) - 1
	return strings.Join(marked[:last], ", ") + " ou " + marked[last]
}
