package answer

import (
	"strings"

	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// fewestWords: a phrase of one word names nothing.
const fewestWords = 2

// phrase is what a statement says around its figure, without a hole: "a engagé
// sa mue" of "L'immense majorité des DSI a engagé sa mue", "le budget
// informatique baisse" of "Le budget informatique baisse dans 36 % des
// collectivités". When neither side of the figure says anything, the figure is
// left blank.
func phrase(l *data.Library, statement string) string {
	spans := holes(statement)
	if len(spans) == 0 {
		return strings.TrimSuffix(statement, ".")
	}
	head := strip(statement[:spans[0].Start])
	if !opens(statement, spans[0].Start) && len(strings.Fields(head)) >= fewestWords {
		return head
	}
	end := len(statement)
	if len(spans) > 1 {
		end = spans[1].Start
	}
	tail := statement[spans[0].End:end]
	tail = strip(tail[complement(l, tail):])
	if len(strings.Fields(tail)) < fewestWords {
		return withoutFigures(statement)
	}
	return tail
}

// opens reports whether a figure opens a statement, alone or after a word or
// two that only lead to it: "Dans 14 %", "En 2019, 12 %".
func opens(statement string, at int) bool {
	const leading = 3
	before := lexicon.Words(statement[:at])
	if len(before) == 0 {
		return true
	}
	comma := strings.HasSuffix(strings.TrimRight(statement[:at], " "+nbsp), ",")
	return len(before) == 1 && lexicon.ClassOf(before[0].Text) == lexicon.Function || len(before) <= leading && comma
}

// complement is where the population that a figure counts ends: "des DSI de
// collectivités", and the adverb and comma after it.
func complement(l *data.Library, tail string) int {
	words := lexicon.Words(tail)
	counted := make([]bool, len(words))
	for _, m := range l.Lexicon.Mentions(words) {
		for i := m.Start; i < m.End; i++ {
			counted[i] = true
		}
	}
	end, met := 0, false
	for i, w := range words {
		if !counted[i] && !linking[w.Text] && !(met && trailing[w.Text]) {
			break
		}
		met = met || counted[i]
		if met && (counted[i] || trailing[w.Text]) {
			end = w.End
		}
	}
	return end
}

var (
	linking  = wordsOf("de des du d la le les l en")
	trailing = wordsOf("seulement interroges interrogees francaises francais locales publics")
	// dangling words end no phrase once the figure after them is gone.
	dangling = wordsOf("dans a de des du d pour par pres plus moins environ est sont etait etaient devrait devraient pese la le les l en et ou que seulement")
)

func wordsOf(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// strip drops the punctuation at both ends of a text, and the words at its end
// that lead to nothing.
func strip(text string) string {
	for {
		text = strings.Trim(text, " ,;:."+nbsp)
		words := lexicon.Words(text)
		if len(words) == 0 || !dangling[words[len(words)-1].Text] {
			return text
		}
		text = text[:words[len(words)-1].Start]
	}
}

// holes are the figures of a statement that a label must not tell: not its
// dates, nor the small counts in letters of its grammar.
func holes(statement string) []figure.Span {
	var spans []figure.Span
	for _, f := range figure.Find(statement) {
		if f.Kind == figure.Date || f.Kind == figure.Count && f.High != nil && *f.High < grammar && !strings.ContainsAny(f.Wording, "0123456789") {
			continue
		}
		spans = append(spans, f)
	}
	return spans
}

// grammar is under what a count in letters is no figure: "deux directions".
const grammar = 10

// withoutFigures is a statement whose figures are left blank.
func withoutFigures(s string) string {
	var b strings.Builder
	end := 0
	for _, f := range holes(s) {
		b.WriteString(s[end:f.Start] + "…")
		end = f.End
	}
	return strings.TrimSuffix(b.String()+s[end:], ".")
}
