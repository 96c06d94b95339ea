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
}

// Fold returns a text in lower case, without accents, with ligatures spelt
// out ("cœur" is "coeur"), typographic apostrophes and hyphens made straight
// and every space made plain. Bytes that are not UTF-8 become spaces.
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
	for r := rune(0); r < latinEnd; r++ {
		t[r] = foldAny(r)
	}
	return t
}()

func foldRune(r rune) string {
	if r < latinEnd {
		return latin[r]
	}
	return foldAny(r)
}

func foldAny(r rune) string {
	switch r {
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	case '’', '‘', 'ʼ', '′', '´', '`', '＇':
		return "'"
	case '‐', '‑', '‒', '–', '—', '−', '­':
		return "-"
	}
	if unicode.IsSpace(r) || unicode.IsControl(r) {
		return " "
	}
	decomposed := norm.NFKD.String(string(unicode.ToLower(r)))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return unicode.ToLower(r)
	}, decomposed)
}

// Words cuts a text into folded words. Letters and digits make words; an
// apostrophe or a hyphen ends one ("l'élu" is "l", "elu"); "%" is a word;
// thousands and decimals are joined as people write them in French.
func Words(s string) []Word {
	words := make([]Word, 0, len(s)/6+1)
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '%':
			words = append(words, Word{Text: "%", Start: i, End: i + n})
			i += n
		case unicode.IsDigit(r):
			end, text := number(s, i)
			// "26e", "1er", "2G" stay one word.
			tail, suffix := letters(s, end, &b)
			words = append(words, Word{Text: text + suffix, Start: i, End: tail})
			i = tail
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			end, text := letters(s, i, &b)
			if text != "" {
				words = append(words, Word{Text: text, Start: i, End: end, Capitals: allCapitals(s[i:end])})
			}
			i = end
		default:
			i += n
		}
	}
	return words
}

// letters reads letters and digits from i and returns where they end and
// their folded text. b is scratch space.
func letters(s string, i int, b *strings.Builder) (int, string) {
	b.Reset()
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		for _, f := range foldRune(r) {
			if unicode.IsLetter(f) || unicode.IsDigit(f) {
				b.WriteRune(f)
			}
		}
		i += n
	}
	return i, b.String()
}

// number reads digits from i, with groups of three after one space or dot and
// decimals after a comma or dot, and returns where they end and the number as
// "34935" or "44.5".
func number(s string, i int) (int, string) {
	end := digits(s, i)
	text := s[i:end]
	if len(text) <= 3 { // "34 935" is one number, "2015 100" is two
		for next := groupAfter(s, end); next != 0; next = groupAfter(s, end) {
			text += s[next-3 : next]
			end = next
		}
	}
	if end+1 < len(s) && (s[end] == ',' || s[end] == '.') && isDigit(s[end+1]) {
		decimals := digits(s, end+1)
		text += "." + s[end+1:decimals]
		end = decimals
	}
	return end, text
}

// groupAfter returns the end of a group of exactly three digits that follows
// one space or dot at i, or 0.
func groupAfter(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != '.' && foldRune(r) != " " || n == 0 {
		return 0
	}
	end := digits(s, i+n)
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

func allCapitals(s string) bool {
	count := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			count++
		}
	}
	return count >= 2
}

// Singular returns a folded word without its plural mark: "communes" is
// "commune", "departementaux" is "departemental". It is meant for comparing
// words, not for showing them.
func Singular(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "eaux"):
		return w[:len(w)-1]
	case len(w) > 4 && strings.HasSuffix(w, "aux"):
		return w[:len(w)-2] + "l"
	case len(w) > 3 && (w[len(w)-1] == 's' || w[len(w)-1] == 'x'):
		return w[:len(w)-1]
	}
	return w
}
