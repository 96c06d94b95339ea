package answer

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data"
	"constat/data/lexicon"
)

// A View is an answer in parts, for a renderer that shows a card instead of
// lines. Text is built from it: both say the same, and a part is plain text
// without markup.
//
// When space is short, a renderer drops whole parts in this order, and says
// that the answer is cut: Studies, Listed, the Offered groups (their buttons
// stand for them), Sources after the first, the other Groups from their last
// line, Notes from the last. Lead, Figure, Statement, Fields and the first
// source are always kept: a figure never leaves without whom it is about and
// where it is printed.
type View struct {
	Lead      string   // what opens the answer: a verdict, an abstention, a notice; may be empty
	Figure    string   // the formula in its source's words, between guillemets; empty when there is none
	Statement string   // the editor's sentence, never between guillemets; empty when no finding leads
	Listed    string   // what the finding enumerates
	Fields    []Field  // population, edition, status…: whom the figure is about, and how far it goes
	Groups    []Group  // what stands under a heading, a line each
	Notes     []string // reading precautions
	Studies   []string // in full, the editions that are cited, when several series are loaded
	Sources   []Origin // where the words are printed, in the order of what is cited
}

// A Field is a label, with its capital and without its colon, and its value.
type Field struct{ Label, Value string }

// A Group is a heading, which may be empty and ends with its colon, and its
// lines.
type Group struct {
	Heading string
	Lines   []string
	Plain   bool // the lines are sentences, not a list
	Offered bool // the lines are those of Near or Choices in full: buttons may stand for them
}

// An Origin is a source as it is shown: what is known of it, and its address.
type Origin struct{ Label, URL string }

// View returns the answer in parts. The slices belong to the answer.
func (a Answer) View() View {
	if a.view.empty() {
		return View{Lead: a.Text}
	}
	return a.view
}

func (v View) empty() bool {
	return v.Lead == "" && v.Figure == "" && v.Statement == "" && len(v.Groups) == 0
}

// spaced gives every part the spaces of French. The formula is the source's.
func (v View) spaced() View {
	v.Lead, v.Statement, v.Listed = spaced(v.Lead), spaced(v.Statement), spaced(v.Listed)
	all := func(lines []string) []string {
		fine := make([]string, len(lines))
		for i, l := range lines {
			fine[i] = spaced(l)
		}
		return fine
	}
	v.Notes, v.Studies = all(v.Notes), all(v.Studies)
	v.Fields, v.Groups, v.Sources = slices.Clone(v.Fields), slices.Clone(v.Groups), slices.Clone(v.Sources)
	for i, f := range v.Fields {
		v.Fields[i].Value = spaced(f.Value)
	}
	for i, g := range v.Groups {
		v.Groups[i].Heading, v.Groups[i].Lines = spaced(g.Heading), all(g.Lines)
	}
	for i, s := range v.Sources {
		v.Sources[i].Label = spaced(s.Label)
	}
	return v
}

// String is the view as plain French lines: the Text of the answer.
func (v View) String() string {
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	add(v.Lead)
	if merged, ok := v.merged(); ok {
		add(merged)
	} else {
		add(v.Figure)
		add(v.Statement)
	}
	if v.Listed != "" {
		add(labelListed + v.Listed + ".")
	}
	if len(v.Fields) > 0 {
		var all []string
		for i, f := range v.Fields {
			if i > 0 {
				f.Label = uncapital(f.Label)
			}
			all = append(all, f.Label+nbsp+": "+f.Value)
		}
		add(strings.Join(all, nbsp+"; ") + ".")
	}
	for _, g := range v.Groups {
		add(g.Heading)
		for _, l := range g.Lines {
			if !g.Plain {
				l = "– " + l
			}
			add(l)
		}
	}
	for _, n := range v.Notes {
		add(labelCaution + n)
	}
	for _, s := range v.Studies {
		add(studyLine(s) + ".")
	}
	for _, s := range v.Sources {
		add(labelSource + s.String())
	}
	return strings.Join(lines, "\n")
}

// String is the source on one line, its address last.
func (o Origin) String() string {
	if o.URL == "" {
		return o.Label
	}
	return o.Label + ", " + o.URL
}

// merged is the statement with the formula that opens it between guillemets,
// which reads better aloud than both; false when the statement opens with
// other words.
func (v View) merged() (string, bool) {
	if v.Figure == "" {
		return "", false
	}
	return merge(v.Figure, v.Statement)
}

// merge puts a quoted formula in the place of the same words at the head of a
// statement.
func merge(quoted, statement string) (string, bool) {
	rest, ok := after(statement, strings.Trim(quoted, "«»"+nbsp))
	return quoted + rest, ok
}

// after returns what follows words at the head of a sentence. Capitals, spaces
// and the forms of the apostrophe make no difference: "44% des" is "44 % des".
func after(sentence, words string) (string, bool) {
	next := func(s string) (rune, int) {
		for i, r := range s {
			if unicode.IsSpace(r) {
				continue
			}
			end := i + utf8.RuneLen(r)
			if r == '’' {
				r = '\''
			}
			return unicode.ToLower(r), end
		}
		return 0, len(s)
	}
	rest := sentence
	for {
		want, n := next(words)
		if want == 0 {
			break
		}
		got, m := next(rest)
		if got != want {
			return "", false
		}
		words, rest = words[n:], rest[m:]
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest, r == ' ' || r == ','
}

// tell sets the parts that say the finding which leads the answer.
func (v *View) tell(l *data.Library, f *data.Finding) {
	v.Statement = f.Statement
	if f.Figure != nil {
		v.Figure = quote(f.Figure.Wording)
	}
	if len(f.Items) > 0 {
		v.Listed = items(f)
	}
	v.Fields = fields(l, f)
}

// studies are the editions of what is cited, each once, when the library holds
// more than one series, or when the edition itself is what is cited.
func studies(l *data.Library, cited []Citation) []string {
	var names []string
	for _, c := range cited {
		if name := title(c.Edition); (several(l) || c.Finding == nil) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// several reports whether the library holds more than one series.
func several(l *data.Library) bool {
	return slices.ContainsFunc(l.Editions, func(e *data.Edition) bool { return e.Series != l.Editions[0].Series })
}

// studyLine puts its label before the name of a study that does not call itself
// one.
func studyLine(name string) string {
	if first := lexicon.Words(name); len(first) > 0 && lexicon.Singular(first[0].Text) == lexicon.Fold(LabelStudy) {
		return name
	}
	return labelStudy + name
}

// sources say where the words are from, each once.
func sources(cited []Citation) []Origin {
	var all []Origin
	for _, c := range cited {
		if len(c.Sources()) == 0 {
			continue
		}
		s := c.Sources()[0]
		if o := (Origin{Label: sourceLabel(s), URL: s.URL}); !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all
}

// offered lists the labels of what may be clicked.
func offered(heading string, all []Choice) Group {
	g := Group{Heading: heading, Offered: true}
	for _, c := range all {
		g.Lines = append(g.Lines, capital(cmp.Or(c.long, c.Label)))
	}
	return g
}
