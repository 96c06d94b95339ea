package answer

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data/lexicon"
)

// How French is written: numbers, ranks, guillemets, capitals, elision.

func rank(n int) string {
	if n == 1 {
		return "1er rang"
	}
	return strconv.Itoa(n) + "e rang"
}

// number writes a count with no-break spaces between thousands.
func number(n int) string {
	if n == 0 {
		return ""
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + nbsp + s[i:]
	}
	return s
}

func quote(s string) string { return "«" + nbsp + s + nbsp + "»" }

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// of elides "de" before a vowel: "d'Aurélie".
func of(name string) string {
	if folded := lexicon.Fold(name); folded != "" && strings.ContainsRune("aeiouyh", rune(folded[0])) {
		return "d'" + name
	}
	return "de " + name
}

func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " et " + words[len(words)-1]
}

// the puts its article before a name that begins with a common noun: "l'Institut
// du Râteau". Any other name takes none: "Markess".
func the(name string) string {
	first, _, _ := strings.Cut(lexicon.Fold(name), " ")
	return articles[first] + name
}

// ofThe is "de" before a name and its article: "du Cabinet", "de l'Institut".
func ofThe(name string) string {
	switch article := strings.TrimSuffix(the(name), name); article {
	case "":
		return of(name)
	case "le ":
		return "du " + name
	}
	return "de " + the(name)
}

// articles of the words by which surveys and those who publish them call
// themselves.
var articles = map[string]string{
	"observatoire": "l'", "enquete": "l'", "etude": "l'", "barometre": "le ", "panorama": "le ", "sondage": "le ", "panel": "le ",
	"institut": "l'", "agence": "l'", "association": "l'", "ecole": "l'", "universite": "l'", "office": "l'", "union": "l'", "ordre": "l'",
	"cabinet": "le ", "centre": "le ", "conseil": "le ", "laboratoire": "le ", "ministere": "le ", "syndicat": "le ", "groupe": "le ", "reseau": "le ",
	"federation": "la ", "societe": "la ", "fondation": "la ", "chambre": "la ", "chaire": "la ", "direction": "la ", "mission": "la ",
}

// spaced is a text with the spaces of French: none breaks before ; : ! ? » and
// %, after « or between thousands. What stands between guillemets is left as
// its source prints it.
func spaced(s string) string {
	var b strings.Builder
	for {
		open := strings.Index(s, "«")
		end := strings.Index(s, "»")
		if open < 0 || end < open {
			b.WriteString(tied(s))
			return b.String()
		}
		b.WriteString(tied(s[:open]))
		inside := strings.TrimSuffix(strings.TrimPrefix(s[open+len("«"):end], " "), " ")
		b.WriteString("«" + nbsp + strings.Trim(inside, nbsp) + nbsp + "»")
		s = s[end+len("»"):]
	}
}

func tied(s string) string { return thousands.ReplaceAllString(unbroken.Replace(s), "$1"+nbsp+"$2$3") }

var (
	thousands = regexp.MustCompile(`(\d) (\d{3})(\D|$)`)
	unbroken  = strings.NewReplacer(" ;", nbsp+";", " :", nbsp+":", " !", nbsp+"!", " ?", nbsp+"?", " %", nbsp+"%", " »", nbsp+"»", "« ", "«"+nbsp)
)
