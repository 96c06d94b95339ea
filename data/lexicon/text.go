package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Word is one folded word of a text and where it stands: text[Start:End].
type Word struct {
	Text       string // folded: "Élus" is "elus", "34 935" is "34935", "44,5" is "44.5"
	Start, End int    // in bytes of the original text
	Capitals   bool   // typed all in capitals, two letters or more
	Accents    bool   // typed with an accent or a cedilla: "à" is not "a"
	Joined     bool   // a hyphen or a slash alone stands between it and the word before
}

// Fold returns a text in lower case, without accents, with ligatures spelt
// out ("cœur" is "coeur"), typographic apostrophes and hyphens made straight,
// every space made plain and invisible characters left out. Bytes that are
// not UTF-8 become spaces. Folding twice changes nothing.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r == utf8.RuneError && n <= 1 {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(foldRune(r))
	}
	return b.String()
}

// latin holds the folded form of the runes that French texts are made of.
const latinEnd = 0x250 // end of Latin Extended-B

var latin = func() (t [latinEnd]string) {
	for r := range t {
		t[r] = foldAny(rune(r))
	}
	return t
}()

func foldRune(r rune) string {
	if r < latinEnd {
		return latin[r]
	}
	return foldAny(r)
}

// foldAny decomposes a rune and folds its parts: some of them are apostrophes
// or hyphens of their own ("ŉ").
func foldAny(r rune) string {
	if s := plain(r); s != string(r) {
		return s
	}
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(unicode.ToLower(r))) {
		b.WriteString(plain(unicode.ToLower(part)))
	}
	return b.String()
}

// plain folds a rune that has no parts.
func plain(r rune) string {
	switch r {
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	case '’', '‘', '‛', 'ʼ', 'ʹ', '′', '´', '`', '＇':
		return "'"
	case '‐', '‑', '‒', '–', '—', '−':
		return "-"
	}
	switch {
	case invisible(r), unicode.Is(unicode.Mn, r):
		return ""
	case unicode.IsSpace(r), unicode.IsControl(r):
		return " "
	}
	return string(r)
}

// invisible reports a soft hyphen, a zero-width space and their like: what is
// copied from a page holds them in the middle of words.
func invisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

// Words cuts a text into folded words. Letters and digits make words; an
// apostrophe or a hyphen ends one ("l'élu" is "l", "elu"); "%" is a word;
// thousands and decimals are joined as people write them in French, and so are
// prefixes ("co-construire"). The words
// are in order and do not overlap.
func Words(s string) []Word {
	words := make([]Word, 0, len(s)/5+1)
	scratch := make([]byte, 0, 32)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		w := Word{Start: i, End: i + n}
		switch {
		case r == '%', r == '％':
			w.Text = "%"
		case unicode.IsDigit(r):
			var digits string
			w.End, digits = number(s, i)
			w.End, w.Text = letters(s, w.End, scratch) // "26e", "1er", "2G" stay one word
			w.Text = digits + w.Text
		case isLetter(r):
			w.End, w.Text = letters(s, i, scratch)
			w.Capitals, w.Accents = typing(s[i:w.End])
		}
		if w.Text != "" {
			last := len(words) - 1
			w.Joined = last >= 0 && isJoint(s[words[last].End:i])
			if w.Joined && prefixes[words[last].Text] && s[words[last].End] != '/' { // "co-construire" is "coconstruire"
				p := &words[last]
				p.Text, p.End, p.Capitals, p.Accents = p.Text+w.Text, w.End, p.Capitals && w.Capitals, p.Accents || w.Accents
			} else {
				words = append(words, w)
			}
		}
		i = w.End
	}
	return words
}

// prefixes make one word with what a hyphen ties to them, as the spelling of
// 1990 has it: people write them either way.
var prefixes = wordSet("anti audio auto co cyber eco inter micro mini multi pre radio tele video visio")

// isLetter reports what words are made of besides digits. "nº1" is "n", "1".
func isLetter(r rune) bool {
	return unicode.IsLetter(r) && r != 'º' && r != 'ª' || unicode.Is(unicode.Mn, r)
}

// isJoint reports whether what stands between two words ties them.
func isJoint(gap string) bool {
	r, n := utf8.DecodeRuneInString(gap)
	return n == len(gap) && (r == '/' || foldRune(r) == "-")
}

// letters reads letters and digits from i and returns where they end and
// their folded text. folded is scratch space.
func letters(s string, i int, folded []byte) (int, string) {
	start, end := i, i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if invisible(r) {
			continue // part of the word when letters follow
		}
		if !isLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end = i
		for _, f := range foldRune(r) {
			if unicode.IsLetter(f) || unicode.IsDigit(f) {
				folded = utf8.AppendRune(folded, f)
			}
		}
	}
	if typed := s[start:end]; string(folded) == typed {
		return end, typed // most words: no copy
	}
	return end, string(folded)
}

// number reads ASCII digits from i, with groups of three after one space or
// dot and decimals after a comma or dot, and returns where they end and the
// number as "34935" or "44.5".
func number(s string, i int) (int, string) {
	end := digits(s, i)
	text := s[i:end]
	if 0 < len(text) && len(text) <= 3 { // "34 935" is one number, "2015 100" is two
		groups := []byte(text)
		for next := groupAfter(s, end); next != 0; next = groupAfter(s, end) {
			groups = append(groups, s[next-3:next]...)
			end = next
		}
		text = string(groups)
	}
	if end+1 < len(s) && (s[end] == ',' || s[end] == '.') && isDigit(s[end+1]) {
		decimals := digits(s, end+1)
		text += "." + s[end+1:decimals]
		end = decimals
	}
	return end, text
}

// groupAfter returns the end of a group of exactly three digits that follows
// one space or dot at i, or 0. A line break ends a number.
func groupAfter(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if n == 0 || r != '.' && (foldRune(r) != " " || unicode.IsControl(r)) {
		return 0
	}
	end := i + n
	for end < len(s) && isDigit(s[end]) && end-(i+n) <= 3 {
		end++
	}
	if end-(i+n) != 3 {
		return 0
	}
	return end
}

func digits(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// typing tells how a word was typed.
func typing(s string) (capitals, accents bool) {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
		accents = accents || r >= utf8.RuneSelf && r != 'œ' && r != 'Œ' && !invisible(r)
	}
	return upper >= 2 && lower == 0, accents
}

// ail lists the folded plurals in -aux of French nouns in -ail, which are few;
// all others in -aux are of nouns in -al or -au.
var ail = wordSet("travaux baux vitraux coraux emaux soupiraux vantaux")

// Singular returns a folded word without its plural mark: "communes" is
// "commune", "departementaux" is "departemental". It is meant for comparing
// words, not for showing them: "temps" loses its s too.
func Singular(w string) string {
	n := len(w)
	switch {
	case n <= 3:
		return w
	case ail[w]:
		return w[:n-2] + "il"
	case n > 4 && (strings.HasSuffix(w, "eaux") || strings.HasSuffix(w, "yaux")): // "réseaux", "noyaux"
		return w[:n-1]
	case n > 4 && strings.HasSuffix(w, "aux"):
		return w[:n-2] + "l"
	case strings.HasSuffix(w, "ux"), w[n-1] == 's' && w[n-2] != 's': // "jeux", not "choix"; "process" is no plural
		return w[:n-1]
	}
	return w
}

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func texts(words []Word) []string {
	t := make([]string, len(words))
	for i, w := range words {
		t[i] = w.Text
	}
	return t
}

// at returns the text of a word, or "" outside of the words.
func at(t []string, i int) string {
	if i < 0 || i >= len(t) {
		return ""
	}
	return t[i]
}
