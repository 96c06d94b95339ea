package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	noToken tokenKind = iota // before the first and after the last
	aWord
	aNumber   // in digits
	anOrdinal // "26e", "1er": never a quantity
	aMark     // one sign: %, €, a dash, punctuation
	junk      // "2G", "14h30", "1.2.3": digits that are no quantity
)

// A token is one word, number or sign and where it stands in the original.
type token struct {
	kind       tokenKind
	role       role   // what grammar knows of the word
	joined     bool   // a hyphen ties it to the word before: "tiers-lieu"
	spaced     bool   // white space stands before it
	year       bool   // four digits that may be a year
	grouped    bool   // "34 935", "34.935"
	text       string // folded: lower case, no accents
	value      float64
	start, end int // in bytes of the original
}

func (t *token) is(text string) bool { return t.text == text }
func (t *token) has(r role) bool     { return t.role&r != 0 }

// content tells whether a word may be a noun, an adjective or a verb.
func (t *token) content() bool { return t.kind == aWord && t.role&functionWord == 0 }

var outside = token{}

// paragraph is the text of the mark that stands for an empty line.
const paragraph = "¶"

// A tokenizer cuts a text into tokens; the folded text of all of them is one
// string.
type tokenizer struct {
	src    string
	folded strings.Builder
	tokens []token
	ends   []int // of each token's text in folded
	spaced bool
	joined bool
}

func tokenize(src string) []token {
	z := tokenizer{src: src}
	z.folded.Grow(len(src) + utf8.UTFMax)
	const bytesPerToken = 5 // of French prose, spaces included
	z.tokens = make([]token, 0, len(src)/bytesPerToken+2)
	z.ends = make([]int, 0, cap(z.tokens))
	for i := 0; i < len(src); {
		i = z.next(i)
	}
	folded, from := z.folded.String(), 0
	for i := range z.tokens {
		t := &z.tokens[i]
		t.text = folded[from:z.ends[i]]
		from = z.ends[i]
		if t.kind == aWord {
			t.role = roles[t.text]
		}
	}
	return z.tokens
}

func (z *tokenizer) add(t token) {
	t.spaced, t.joined = z.spaced, z.joined
	z.spaced, z.joined = false, false
	z.tokens = append(z.tokens, t)
	z.ends = append(z.ends, z.folded.Len())
}

// next reads what stands at i and returns where it ends.
func (z *tokenizer) next(i int) int {
	c, n := utf8.DecodeRuneInString(z.src[i:])
	switch {
	case isDigit(c):
		return z.number(i)
	case isSpace(c):
		z.spaced = true
		return z.space(i)
	case isInvisible(c):
		return i + n
	case isApostrophe(c):
		return i + n
	case c >= utf8.RuneSelf && vulgar[c] != 0:
		z.folded.WriteString("/")
		z.add(token{kind: aNumber, value: vulgar[c], start: i, end: i + n})
		return i + n
	case c == utf8.RuneError && n <= 1:
		z.spaced = true
		return i + n
	case c == 'º' || c == '°' || c == 'ª':
		return z.mark(i, n, "°")
	case isDash(c):
		if end := i + n; !z.spaced && end < len(z.src) && z.after(aWord, i) {
			if next, _ := utf8.DecodeRuneInString(z.src[end:]); unicode.IsLetter(next) || isDigit(next) {
				z.joined = true
				return end
			}
		}
		return z.mark(i, n, "-")
	case (c == 'x' || c == 'X') && i+1 < len(z.src) && isDigit(rune(z.src[i+1])) && !z.joined:
		return z.mark(i, n, "×")
	case unicode.IsLetter(c):
		return z.word(i)
	case c == '％':
		return z.mark(i, n, "%")
	}
	return z.mark(i, n, z.src[i:i+n])
}

// after tells whether the last token is of that kind and ends at i.
func (z *tokenizer) after(kind tokenKind, i int) bool {
	last := len(z.tokens) - 1
	return last >= 0 && z.tokens[last].kind == kind && z.tokens[last].end == i
}

func (z *tokenizer) mark(i, n int, text string) int {
	z.folded.WriteString(text)
	z.add(token{kind: aMark, start: i, end: i + n})
	return i + n
}

// space skips white space; an empty line is a mark, since no figure spans two
// paragraphs.
func (z *tokenizer) space(i int) int {
	lines, start := 0, i
	for i < len(z.src) {
		c, n := utf8.DecodeRuneInString(z.src[i:])
		if !isSpace(c) {
			break
		}
		if c == '\n' || c == '\u2029' {
			lines++
		}
		i += n
	}
	if lines > 1 {
		z.mark(start, i-start, paragraph)
		z.spaced = true
	}
	return i
}

// word reads letters, and the digits glued to them ("B2B").
func (z *tokenizer) word(i int) int {
	end := z.letters(i, true)
	z.add(token{kind: aWord, start: i, end: end})
	return end
}

// letters folds the letters from i, with digits or without, and returns where
// they end.
func (z *tokenizer) letters(i int, digits bool) int {
	for i < len(z.src) {
		c, n := utf8.DecodeRuneInString(z.src[i:])
		switch {
		case c < utf8.RuneSelf && unicode.IsLetter(c):
			z.folded.WriteByte(byte(c) | 0x20)
		case isDigit(c):
			if !digits {
				return i
			}
			z.folded.WriteByte(byte(c))
		case c == 'º' || c == 'ª' || isApostrophe(c):
			return i
		case unicode.IsLetter(c):
			z.folded.WriteString(foldLetter(c))
		case unicode.Is(unicode.Mn, c) || isInvisible(c):
		default:
			return i
		}
		i += n
	}
	return i
}

// number reads digits and what is glued to them.
func (z *tokenizer) number(i int) int {
	d, end := scanDigits(z.src, i)
	t := token{kind: aNumber, value: d.value, year: d.year, grouped: d.grouped, start: i, end: end}
	if !d.ok {
		t.kind = junk
	}
	mark := z.folded.Len()
	tail := z.letters(end, true)
	if suffix := z.folded.String()[mark:]; suffix != "" {
		switch {
		case ordinalSuffixes[suffix]:
			t.kind, t.end = anOrdinal, tail
			z.add(t)
			return tail
		case !gluedUnits[suffix] && (utf8.RuneCountInString(suffix) < shortestGluedWord || strings.ContainsAny(suffix, "0123456789")):
			t.kind, t.end = junk, tail
			z.add(t)
			return tail
		}
		// A unit follows without a space: two tokens share what was folded.
		z.ends = append(z.ends, mark)
		t.spaced, t.joined = z.spaced, z.joined
		z.spaced, z.joined = false, false
		z.tokens = append(z.tokens, t)
		z.add(token{kind: aWord, start: end, end: tail})
		return tail
	}
	z.add(t)
	return end
}

// shortestGluedWord is the length from which letters glued to digits are a
// word whose space was forgotten ("412répondants"), not a name ("2G", "4K").
const shortestGluedWord = 3

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// isSpace tells spaces of every width, and control characters.
func isSpace(c rune) bool {
	return c == ' ' || c == '\n' || c >= utf8.RuneSelf && unicode.IsSpace(c) || unicode.IsControl(c)
}

// isInvisible tells what is typeset with no width: soft hyphen, zero-width
// characters, byte order mark, and the combining accents of decomposed text.
func isInvisible(c rune) bool {
	return c >= utf8.RuneSelf && (c == '\u00ad' || unicode.Is(unicode.Cf, c) || unicode.Is(unicode.Mn, c))
}

func isApostrophe(c rune) bool {
	switch c {
	case '\'', '’', '‘', 'ʼ', '′', '´', '`', '＇':
		return true
	}
	return false
}

// isDash leaves out the true minus sign, which is always a sign.
func isDash(c rune) bool {
	switch c {
	case '-', '‐', '‑', '‒', '–', '—':
		return true
	}
	return false
}

// accented pairs each accented letter of French and its neighbours with its
// plain spelling.
const accented = `à a á a â a ã a ä a å a æ ae ç c è e é e ê e ë e ì i í i î i ï i ñ n
ò o ó o ô o õ o ö o œ oe ù u ú u û u ü u ý y ÿ y ß ss ᵉ e ʳ r ⁿ n ᵈ d ˢ s`

var plainLetters = func() map[rune]string {
	m := make(map[rune]string)
	pairs := strings.Fields(accented)
	for i := 0; i < len(pairs); i += 2 {
		c, _ := utf8.DecodeRuneInString(pairs[i])
		m[c] = pairs[i+1]
		m[unicode.ToUpper(c)] = pairs[i+1]
	}
	return m
}()

func foldLetter(c rune) string {
	if plain, ok := plainLetters[c]; ok {
		return plain
	}
	return string(unicode.ToLower(c))
}

// vulgar holds the fractions that are one character.
var vulgar = map[rune]float64{'½': 1. / 2, '⅓': 1. / 3, '⅔': 2. / 3, '¼': 1. / 4, '¾': 3. / 4, '⅕': 1. / 5, '⅖': 2. / 5, '⅗': 3. / 5, '⅘': 4. / 5}
