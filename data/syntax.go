package data

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// A diagnosis is an error of YAML's syntax, told in French where the file is
// to be mended.
type diagnosis struct {
	line    int // from 1
	column  int // from 1; 0 when the line says enough
	message string
	mended  []string // what to read instead of the line and of those that follow it; nil when one cannot tell
	guessed bool     // the mended line is readable, but perhaps not what was meant
}

// explain tells a syntax error of YAML.
func explain(e *yaml.LoadError, lines []string) diagnosis {
	place := func(m yaml.Mark) (int, int) {
		if m.Line < 1 {
			return 1, 0
		}
		if m.Line > len(lines) {
			return len(lines), 0
		}
		return m.Line, m.Column
	}
	line, column := place(e.Mark)
	start, startColumn := place(e.ContextMark)

	if e.Message == errTooDeep.Error() {
		return diagnosis{line: line, column: column, message: e.Message + "."}
	}
	if strings.Contains(e.Message, "document indicator") {
		return diagnosis{line: line, column: column, message: "une ligne « --- » ou « ... » coupe le texte qui précède : effacez-la."}
	}
	// A quote that is never closed is noticed at the end of the file, and told
	// where it opens.
	if strings.Contains(e.ContextMsg, "quoted scalar") {
		if strings.Contains(e.Message, "escape") || strings.Contains(e.Message, "hexadecimal") {
			return diagnosis{line: line, column: column,
				message: `la barre oblique inverse « \ » commande quelque chose entre guillemets droits (") : doublez-la (« \\ »), ou mettez la phrase entre apostrophes.`}
		}
		if d := unclosed(lines, start+1); d.message != "" {
			return d
		}
		return diagnosis{line: start, column: startColumn, message: neverClosed(lines, start, startColumn)}
	}
	if d := unclosed(lines, line); d.message != "" {
		return d
	}
	for _, l := range []int{line, line - 1} {
		if l < 1 || l > len(lines) {
			continue
		}
		if d := diagnose(lines, l); d.message != "" {
			return d
		}
	}
	switch {
	case strings.Contains(e.Message, "could not find expected ':'") && e.ContextMark.Line > 0:
		return withoutColon(lines, start)
	case strings.Contains(e.Message, "mapping values are not allowed"),
		strings.Contains(e.Message, "did not find expected '-' indicator"),
		strings.Contains(e.Message, "did not find expected key"):
		if d := misplaced(lines, line); d.message != "" {
			return d
		}
	}
	for _, t := range syntaxMessages {
		if strings.Contains(e.Message, t.english) {
			if t.atStart && e.ContextMark.Line > 0 {
				line, column = start, startColumn
			}
			return diagnosis{line: line, column: column, message: t.french}
		}
	}
	return diagnosis{line: line, column: column, message: "cette ligne ne se lit pas comme du YAML : vérifiez son retrait, ses deux-points et ses guillemets."}
}

// neverClosed tells of the quote that opens at a place.
func neverClosed(lines []string, line, column int) string {
	sign := `"`
	if text := []rune(lines[line-1]); column > 0 && column <= len(text) && text[column-1] == '\'' {
		sign = "'"
	}
	return "la phrase ouverte ici par « " + sign + " » n'est jamais fermée : mettez ce même signe à la fin de la phrase. " + quotesAdvice
}

// What to do with a phrase that YAML misreads.
const (
	quoteIt      = `mettez la phrase entre guillemets droits (").`
	quotesAdvice = `Pour une phrase qui contient des guillemets ou des apostrophes, écrivez-la entre guillemets droits (") et notez \" chaque guillemet droit qu'elle contient.`
)

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
	{"mapping values are not allowed", false, "ces deux-points ne sont pas attendus ici : si la ligne est une clé, vérifiez son retrait et la ligne d'avant ; si c'est une phrase, " + quoteIt},
	{"did not find expected node content", false, "une valeur manque avant cet endroit : vérifiez les crochets, les virgules et le retrait."},
	{"could not find expected ':'", false, "il manque ici une clé suivie de deux-points et d'une espace (« enonce: … »)."},
	{"block sequence entries are not allowed", false, `un tiret de liste n'est pas attendu ici : mettez chaque élément sur sa propre ligne, ou la phrase entre guillemets droits (").`},
	{"unknown anchor", false, "YAML a pris l'astérisque « * » pour un renvoi : " + quoteIt},
	{"tab character", false, tabMessage},
	{"mixed spaces and tabs", false, tabMessage},
	{"directive", false, `une ligne ne peut pas commencer par « % » : YAML y voit une directive. Mettez la phrase entre guillemets droits ("), ou effacez la ligne.`},
	{"incompatible YAML document", false, "effacez cette ligne « %YAML » : elle n'est pas utile."},
	{"anchor", false, "YAML a pris « & » ou « * » pour un renvoi : " + quoteIt},
	{"tag", false, "YAML a pris « ! » pour une étiquette : " + quoteIt},
}

const tabMessage = "une tabulation sert de retrait : remplacez-la par des espaces."
