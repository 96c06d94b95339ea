// Package eval asks a file of questions and measures the answers: how many are
// exact, how many are false, and how sure one can be of it.
package eval

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"constat/data"
)

// A File is one file of questions.
type File struct {
	Name       string
	Thresholds []Threshold // in the order of measures, whatever the order in the file
	Questions  []Question
}

// A Threshold is what a measure must reach: at least Value for "exact" and
// "offered", at most Value for the others.
type Threshold struct {
	Measure string  `json:"measure"` // one of measures
	Value   float64 `json:"value"`
}

// A Question is what is asked and what would be right. Every finding is named
// by its id, or "edition:SERIE:YEAR".
type Question struct {
	ID         string   `yaml:"id"`
	Turns      []string `yaml:"turns"`
	Answerable *bool    `yaml:"answerable"`
	Expected   []string `yaml:"expected"` // "e2-01|e2-02": either
	Match      string   `yaml:"match"`    // Any or All; empty means Any
	Kind       string   `yaml:"kind"`
	Trap       string   `yaml:"trap"`
	Near       []string `yaml:"near"` // neighbours that are not an answer
	ClarifyOK  bool     `yaml:"clarify_ok"`
	AlsoOK     []string `yaml:"also_ok"` // an answer that cites only these is right too

	line    int
	unknown []string // keys that are left to others
}

// How much of Expected must be cited.
const (
	Any = "any" // one of them, first
	All = "all" // every one
)

// measures may have a threshold: exact answers, and those that are answered or
// offered, over answerable questions, false
// answers over unanswerable ones, wrong findings over all.
var measures = []string{"exact", "offered", "false", "wrong"}

// atLeast are the measures of which more is better.
var atLeast = map[string]bool{"exact": true, "offered": true}

// Read reads a file of questions and returns every fault of it at once, told
// to the person who wrote it. Keys of a question that it does not know are
// left to others. The file is nil when there is a fault.
func Read(name string, src []byte) (*File, data.Faults) {
	r := &reader{file: &File{Name: name}}
	r.read(src)
	if len(r.faults) > 0 {
		return nil, r.faults
	}
	return r.file, nil
}

type reader struct {
	file   *File
	faults data.Faults
}

func (r *reader) fault(line int, id, format string, args ...any) {
	r.faults = append(r.faults, data.Fault{File: r.file.Name, Line: max(line, 1), Finding: id, Message: fmt.Sprintf(format, args...)})
}

func (r *reader) read(src []byte) {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		r.fault(lineOf(err), "", "le fichier ne se lit pas comme du YAML : vérifiez les retraits, et mettez entre guillemets les questions qui contiennent « : » ou « # ».")
		return
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		r.fault(1, "", "un fichier de questions s'ouvre par la clé « questions ».")
		return
	}
	root := doc.Content[0]
	for i := 0; i+1 < len(root.Content); i += 2 {
		switch key, value := root.Content[i], root.Content[i+1]; key.Value {
		case "questions":
			r.questions(value)
		case "thresholds":
			r.thresholds(value)
		default:
			r.fault(key.Line, "", "la clé « %s » est inconnue ; les clés sont « questions » et « thresholds ».", key.Value)
		}
	}
	if len(r.file.Questions) == 0 && len(r.faults) == 0 {
		r.fault(1, "", "le fichier ne contient aucune question.")
	}
}

// lineOf is the line of the first fault of a YAML text, or 0.
func lineOf(err error) int {
	text := err.Error()
	if i := strings.Index(text, "line "); i >= 0 {
		line := 0
		fmt.Sscanf(text[i:], "line %d", &line)
		return line
	}
	return 0
}

func (r *reader) thresholds(n *yaml.Node) {
	var values map[string]float64
	if err := n.Decode(&values); err != nil {
		r.fault(n.Line, "", "« thresholds » s'écrit {exact: 0.97, false: 0, wrong: 0}.")
		return
	}
	for _, m := range measures {
		if v, ok := values[m]; ok {
			r.file.Thresholds = append(r.file.Thresholds, Threshold{m, v})
			if v < 0 || v > 1 {
				r.fault(n.Line, "", "le seuil « %s » va de 0 à 1.", m)
			}
			delete(values, m)
		}
	}
	for _, unknown := range slices.Sorted(maps.Keys(values)) {
		r.fault(n.Line, "", "le seuil « %s » est inconnu ; les seuils sont %s.", unknown, strings.Join(measures, ", "))
	}
}

func (r *reader) questions(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n.Line, "", "« questions » est une liste.")
		return
	}
	seen := map[string]int{}
	for _, node := range n.Content {
		q := Question{line: node.Line}
		if err := node.Decode(&q); err != nil {
			r.fault(max(lineOf(err), node.Line), q.ID, "la question ne se lit pas : « turns » et « expected » sont des listes, « answerable » est true ou false.")
			continue
		}
		q.unknown = unknownKeys(node)
		r.check(q, seen)
		r.file.Questions = append(r.file.Questions, q)
	}
}

// keys are those of a question.
var keys = []string{"id", "turns", "answerable", "expected", "match", "kind", "trap", "near", "clarify_ok", "also_ok"}

func unknownKeys(question *yaml.Node) []string {
	var unknown []string
	for i := 0; i+1 < len(question.Content); i += 2 {
		if key := question.Content[i].Value; !slices.Contains(keys, key) {
			unknown = append(unknown, key)
		}
	}
	return unknown
}

// instead names the unknown key that was probably written for one that lacks:
// " (« turns », et non « turnes »)"; empty when none is near.
func (q Question) instead(key string) string {
	for _, u := range q.unknown {
		if data.Nearest(u, keys) == key {
			return fmt.Sprintf(" (« %s », et non « %s »)", key, u)
		}
	}
	return ""
}

// check looks for what measuring needs.
func (r *reader) check(q Question, seen map[string]int) {
	fault := func(format string, args ...any) { r.fault(q.line, q.ID, format, args...) }
	switch first, twice := seen[q.ID]; {
	case q.ID == "":
		fault("la question doit avoir un « id »%s.", q.instead("id"))
	case twice:
		fault("cet « id » est déjà celui d'une question, ligne %d.", first)
	}
	seen[q.ID] = q.line
	if len(q.Turns) == 0 {
		fault("la question doit avoir au moins un tour dans « turns »%s.", q.instead("turns"))
	}
	if q.Match != "" && q.Match != Any && q.Match != All {
		fault("« match » est any ou all, et non « %s ».", q.Match)
	}
	switch {
	case q.Answerable == nil:
		fault("« answerable » doit dire true ou false%s.", q.instead("answerable"))
	case *q.Answerable && len(q.Expected) == 0 && len(q.AlsoOK) == 0 && !q.ClarifyOK:
		fault("une question qui a une réponse dit laquelle dans « expected »%s.", q.instead("expected"))
	case !*q.Answerable && len(q.Expected) > 0:
		fault("une question sans réponse n'attend rien dans « expected ».")
	}
}

// Unknown tells which expected findings the library does not have. It is a
// fault when the question cannot be answered right for it, in a file where
// every answer must be right: one without thresholds. Else it is a warning.
func (f *File) Unknown(l *data.Library) data.Faults {
	known := published(l)
	has := func(alternatives string) bool {
		return slices.ContainsFunc(strings.Split(alternatives, "|"), func(id string) bool { return known[id] })
	}
	var faults data.Faults
	for _, q := range f.Questions {
		held := slices.ContainsFunc(q.Expected, has) || len(q.AlsoOK) > 0 || q.ClarifyOK
		if q.Match == All {
			held = !slices.ContainsFunc(q.Expected, func(e string) bool { return !has(e) })
		}
		for _, e := range q.Expected {
			for id := range strings.SplitSeq(e, "|") {
				if !known[id] {
					faults = append(faults, data.Fault{File: f.Name, Line: q.line, Finding: q.ID, Warning: held || len(f.Thresholds) > 0,
						Message: fmt.Sprintf("« %s » est attendu, et n'existe dans aucune édition.", id)})
				}
			}
		}
	}
	return faults
}
