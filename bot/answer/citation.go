package answer

import "strings"

// Sentence gives a Found answer as one sentence to paste into a note, with
// the source. For other kinds it is Text on one line.
func (a Answer) Sentence() string {
	if a.Kind != Found || len(a.Cited) == 0 {
		return strings.ReplaceAll(a.Text, "\n", " ")
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
