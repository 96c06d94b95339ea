package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// explain tells a syntax error of YAML in French, where it stands in the file.
// When the line only lacks quotes around its phrase, mended is that line with
// them.
func explain(e *yaml.LoadError, lines []string) (line, column int, message, mended string) {
	place := func(m yaml.Mark) (int, int) {
		if m.Line < 1 {
			return 1, 0
		}
		if m.Line > len(lines) {
			return len(lines), 0
		}
		return m.Line, m.Column
	}
	line, column = place(e.Mark)
	start, startColumn := place(e.ContextMark)

	if e.Message == errTooDeep.Error() {
		return line, column, e.Message + ".", ""
	}
	if strings.Contains(e.Message, "document indicator") {
		return line, column, "une ligne « --- » ou « ... » coupe le texte qui précède : effacez-la.", ""
	}
	// A quote that is never closed is noticed at the end of the file, and told
	// where it opens.
	if strings.Contains(e.ContextMsg, "quoted scalar") {
		if strings.Contains(e.Message, "escape") || strings.Contains(e.Message, "hexadecimal") {
			return line, column, `la barre oblique inverse « \ » commande quelque chose entre guillemets doubles : doublez-la (« \\ »), ou mettez la phrase entre apostrophes.`, ""
		}
		return start, startColumn, "le guillemet droit ouvert ici n'est jamais fermé : fermez-le à la fin de la phrase. " + quotesAdvice, ""
	}
	for _, l := range []int{line, line - 1} {
		if l < 1 || l > len(lines) {
			continue
		}
		if c, why, mend := diagnose(lines[l-1]); why != "" {
			return l, c, why, mend
		}
	}
	for _, t := range syntaxMessages {
		if strings.Contains(e.Message, t.english) {
			if t.atStart && e.ContextMark.Line > 0 {
				line, column = start, startColumn
			}
			return line, column, t.french, ""
		}
	}
	return line, column, "cette ligne ne se lit pas comme du YAML : vérifiez son retrait, ses deux-points et ses guillemets.", ""
}

// quotesAdvice is how to write any phrase safely.
const quotesAdvice = `Pour une phrase qui contient des guillemets ou des apostrophes, écrivez-la entre guillemets doubles et notez \" chaque guillemet double qu'elle contient.`

// syntaxMessages tells in French the errors of the YAML library that no line
// explains by itself, by a part of their text.
var syntaxMessages = []struct {
	english string
	atStart bool // the place to mend is where the construct begins
	french  string
}{
	{"did not find expected ',' or ']'", true, "la liste ouverte ici par « [ » n'est pas fermée par « ] », ou une virgule manque entre deux de ses éléments."},
	{"did not find expected ',' or '}'", true, "l'accolade ouverte ici par « { » n'est pas fermée par « } », ou une virgule manque entre deux de ses clés."},
	{"did not find expected '-' indicator", false, "cette ligne n'est pas alignée sur la liste qui la précède : donnez-lui le retrait (les espaces du début) des autres éléments."},
	{"did not find expected key", false, "cette ligne n'est pas alignée sur ses voisines : donnez-lui le même retrait (les espaces du début) que les autres clés."},
	{"did not find expected <document start>", false, "cette ligne n'est pas alignée sur la première : les clés d'une édition commencent toutes au même endroit."},
	{"mapping values are not allowed", false, "ces deux-points ne sont pas attendus ici : si la ligne est une clé, vérifiez son retrait et la ligne d'avant ; si c'est une phrase, mettez la phrase entre guillemets."},
	{"did not find expected node content", false, "une valeur manque avant cet endroit : vérifiez les crochets, les virgules et le retrait."},
	{"could not find expected ':'", false, "il manque ici une clé suivie de deux-points et d'une espace (« enonce: … »)."},
	{"block sequence entries are not allowed", false, "un tiret de liste n'est pas attendu ici : mettez chaque élément sur sa propre ligne, ou la phrase entre guillemets."},
	{"unknown anchor", false, "YAML a pris l'astérisque « * » pour un renvoi : mettez la phrase entre guillemets."},
	{"tab character", false, tabMessage},
	{"mixed spaces and tabs", false, tabMessage},
	{"directive", false, "une ligne ne peut pas commencer par « % » : YAML y voit une directive. Mettez la phrase entre guillemets, ou effacez la ligne."},
	{"incompatible YAML document", false, "effacez cette ligne « %YAML » : elle n'est pas utile."},
	{"anchor", false, "YAML a pris « & » ou « * » pour un renvoi : mettez la phrase entre guillemets."},
	{"tag", false, "YAML a pris « ! » pour une étiquette : mettez la phrase entre guillemets."},
}

const tabMessage = "une tabulation sert de retrait : remplacez-la par des espaces."

// sourceLine cuts a line into what comes before a phrase (its indentation,
// dashes and key) and the phrase.
var sourceLine = regexp.MustCompile(`^([ ]*(?:- +)*(?:[a-z_]+ ?: +)?)(.*?)[ \r]*$`)

// gluedKey is a key whose colon is not followed by a plain space.
var gluedKey = regexp.MustCompile(`^[ ]*(?:- +)*([a-z_]+)[ \x{A0}\x{202F}]*:([^ \r/])`)

// reserved are the signs that a YAML phrase cannot begin with.
const reserved = "%@`&*!|>[]{},"

// diagnose looks for what YAML misread in one line. It returns the column and
// the explanation, or "", and the line mended if quotes are all it lacks.
func diagnose(line string) (column int, why, mended string) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t\u00a0\u202f"))]
	if i := strings.IndexByte(indent, '\t'); i >= 0 {
		return i + 1, tabMessage, ""
	}
	if i := strings.IndexAny(indent, "\u00a0\u202f"); i >= 0 {
		return i + 1, "une espace insécable sert de retrait : remplacez-la par une espace ordinaire.", ""
	}
	m := sourceLine.FindStringSubmatch(line)
	if m == nil || m[2] == "" {
		return 0, "", ""
	}
	prefix, phrase := m[1], m[2]
	column = utf8.RuneCountInString(prefix) + 1
	if strings.TrimSpace(prefix) != "" { // a value, and not a key gone astray
		mended = prefix + strconv.Quote(phrase)
	}

	if g := gluedKey.FindStringSubmatchIndex(line); g != nil && !strings.HasSuffix(prefix, ": ") {
		key, next, rest := line[g[2]:g[3]], line[g[4]:g[5]], line[g[4]:]
		if next == "\u00a0" || next == "\u202f" {
			return 0, "une espace insécable suit les deux-points de « " + key + " » : remplacez-la par une espace ordinaire.",
				line[:g[4]] + " " + strings.TrimPrefix(rest, next)
		}
		return 0, "il manque une espace après les deux-points de « " + key + " ».", line[:g[4]] + " " + rest
	}
	first, _ := utf8.DecodeRuneInString(phrase)
	switch {
	case first == '"' || first == '\'':
		if end := closingQuote(phrase); end > 0 && tail(phrase[end:]) != "" {
			return column, "la phrase commence par « " + string(first) + " » et YAML la croit finie au suivant : mettez la phrase entière entre guillemets.", mended
		} else if end == 0 {
			return column, "le guillemet droit ouvert ici n'est pas fermé sur sa ligne : fermez-le à la fin de la phrase. " + quotesAdvice, ""
		}
		return 0, "", ""
	case first == '[' && strings.HasSuffix(phrase, "]"), first == '{' && strings.HasSuffix(phrase, "}"):
		return 0, "", "" // a list or keys on one line: what is wrong is inside
	case (first == '[' || first == '{') && !strings.ContainsAny(phrase[1:], "]}"):
		return 0, "", "" // goes on on the next lines
	case strings.ContainsRune(reserved, first):
		return column, "la phrase commence par « " + string(first) + " », un signe que YAML se réserve : mettez la phrase entre guillemets.", mended
	case strings.HasPrefix(phrase, "- ") || strings.HasPrefix(phrase, "? ") || strings.HasPrefix(phrase, ": "):
		return column, "la phrase commence par « " + phrase[:1] + " », un signe que YAML se réserve : mettez la phrase entre guillemets.", mended
	}
	if i := strings.Index(phrase+" ", ": "); i >= 0 && mended != "" {
		return column + utf8.RuneCountInString(phrase[:i]),
			"YAML prend les deux-points de cette phrase pour la fin d'une clé : mettez la phrase entre guillemets.", mended
	}
	return 0, "", ""
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

var (
	findingsLine = regexp.MustCompile(`^constats *:`)
	idLine       = regexp.MustCompile(`^[ ]*(?:- +)?\{?id: *([a-z0-9-]+)[ ,\r]*`)
)

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
