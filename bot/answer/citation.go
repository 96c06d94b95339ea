package answer

import (
	"slices"
	"strings"
)

// Sentence gives a Found answer as one sentence to paste into a note, with
// the source. For other kinds it is Text on one line, its lists as well.
func (a Answer) Sentence() string {
	if a.Kind != Found || len(a.Cited) == 0 {
		return strings.ReplaceAll(a.View().inline().String(), "\n", " ")
	}
	c := a.Cited[0]
	var s string
	switch f := c.Finding; {
	case f == nil:
		s = according(c.Edition) + ", " + uncapital(c.said)
	case f.Figure != nil:
		s = according(f.Edition) + tells(f) + " (" + quote(f.Figure.Wording) + nbsp + "; " + frame(a.library, f) + ")"
	default:
		s = according(f.Edition) + tells(f) + " (" + frame(a.library, f) + ")"
		if len(f.Items) > 0 {
			s += nbsp + "; " + items(f)
		}
	}
	s = strings.TrimSuffix(s, ".")
	if sources := c.Sources(); len(sources) > 0 {
		s += nbsp + "; source" + nbsp + ": " + SourceLine(sources[0])
	}
	if f := c.Finding; f != nil && f.Caution != "" {
		s += nbsp + "; " + uncapital(labelCaution) + uncapital(strings.TrimSuffix(f.Caution, "."))
	}
	return spaced(s) + "."
}

// inline is a view whose lists are sentences.
func (v View) inline() View {
	v.Groups = slices.Clone(v.Groups)
	for i, g := range v.Groups {
		if !g.Plain && len(g.Lines) > 0 {
			v.Groups[i].Lines, v.Groups[i].Plain = []string{sentence(strings.Join(g.Lines, nbsp+"; "))}, true
		}
	}
	return v
}

// sentence ends a text with a full stop, when nothing ends it yet.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
