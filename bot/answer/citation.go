package answer

import (
	"strings"

	"constat/data"
)

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
		s, _ = tell(c.Edition, c.About, "")
	case f.Figure != nil:
		s = "Selon " + title(f.Edition) + " (" + f.Edition.Publisher + "), " + strings.TrimSuffix(figureLine(f), ".")
	default:
		s = "Selon " + title(f.Edition) + " (" + f.Edition.Publisher + ")" + nbsp + ": " + strings.TrimSuffix(f.Statement, ".") + " (" + frame(f) + ")"
		if len(f.Items) > 0 {
			s += nbsp + "; " + items(f)
		}
	}
	s = strings.TrimSuffix(s, ".")
	if sources := c.Sources(); len(sources) > 0 {
		s += nbsp + "; source" + nbsp + ": " + SourceLine(sources[0])
	}
	if f := c.Finding; f != nil && f.Caution != "" {
		s += nbsp + "; " + uncapital(strings.TrimSuffix(labelCaution, " ")) + " " + strings.TrimSuffix(f.Caution, ".")
	}
	return s + "."
}

// Show tells everything that is known of a finding, a line each.
func Show(f *data.Finding) string {
	text := statement(f)
	add := func(label, s string) {
		if s != "" {
			text = append(text, label+nbsp+": "+s)
		}
	}
	add("Identifiant", f.ID)
	add("Édition", title(f.Edition)+" ("+f.Edition.Publisher+")")
	add("Indicateur", f.Indicator)
	add("Passage", f.Passage)
	add("Précaution", f.Caution)
	for _, s := range f.Sources {
		text = append(text, labelSource+SourceLine(s))
	}
	for _, c := range f.Contradicts {
		text = append(text, labelConflict+" "+c.ID+", "+c.Statement)
	}
	for _, c := range f.Restates {
		text = append(text, labelRestated+" "+c.ID+", "+c.Statement)
	}
	return strings.Join(text, "\n")
}
