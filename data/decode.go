package data

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A reader reads one file of an edition and notes its faults. What a file may
// hold is written as tables of fields (edition.go, finding.go); this file
// holds the verbs of those tables.
type reader struct {
	file    string // as shown in faults
	finding string // id of the finding being read
	key     string // being read
	faults  *Faults
	lines   []string            // of the YAML source, where a comment may have cut a phrase
	aliased map[*yaml.Node]bool // the anchors that are used
	unread  bool                // the file could not be read to its end
	recoded bool                // it was not in UTF-8, and this was told
	guessed map[int]bool        // the lines whose phrase was put between quotes to be read
	broken  []int               // the lines that YAML could not read
	cut     map[int]bool        // the first lines of the findings that could not be read
	wrong   int                 // faults noted
	warned  int                 // warnings noted
}

// maxFaults is how many faults of one file are kept, and how many warnings:
// nobody reads further before mending.
const maxFaults = 10_000

func (r *reader) faultAt(line, column int, format string, args ...any) {
	r.note(Fault{Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
}

func (r *reader) warnAt(line, column int, format string, args ...any) {
	r.note(Fault{Line: line, Column: column, Message: fmt.Sprintf(format, args...), Warning: true})
}

// fault notes what is wrong in a node, but for a guess of the reader: the line
// has its fault already.
func (r *reader) fault(n *yaml.Node, format string, args ...any) {
	if !r.guessed[n.Line] {
		r.faultAt(n.Line, 0, format, args...)
	}
}

func (r *reader) warn(n *yaml.Node, format string, args ...any) {
	if !r.guessed[n.Line] {
		r.warnAt(n.Line, 0, format, args...)
	}
}

// swallowed notes a fault of French punctuation, with its column.
func (r *reader) swallowed(n *yaml.Node, format string, args ...any) {
	r.faultAt(n.Line, n.Column, format, args...)
}

func (r *reader) note(f Fault) {
	count := &r.wrong
	if f.Warning {
		count = &r.warned
	}
	*count++
	if *count > maxFaults {
		return
	}
	if *count == maxFaults {
		f.Message += fmt.Sprintf(" (Ce fichier a d'autres défauts : seuls les %d premiers sont montrés.)", maxFaults)
	}
	f.File, f.Finding = r.file, r.finding
	f.Line = max(f.Line, 1)
	*r.faults = append(*r.faults, f)
}

// A field is one key of a mapping and how its value is read.
type field struct {
	key  string
	need need
	read func(*yaml.Node)
}

// A need says whether a key must be there.
type need int

const (
	optional need = iota // absent, or null
	present              // there, perhaps null
	required             // there, with a value
)

func opt(key string, read func(*yaml.Node)) field { return field{key, optional, read} }
func req(key string, read func(*yaml.Node)) field { return field{key, required, read} }

// mapping reads keys and values by a table, and reports whether n held keys at
// all. A null value is an absent one.
func (r *reader) mapping(n *yaml.Node, what string, table []field) bool {
	n = resolve(n)
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s s'écrit avec des clés (« clé: valeur »), et non comme %s.", what, kindOf(n))
		return false
	}
	seen := make(map[string]int, len(table))
	var meant []string // keys that were written otherwise
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := resolve(n.Content[i]), n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.fault(key, "une clé est un mot, et non %s.", kindOf(key))
			continue
		}
		if first, twice := seen[key.Value]; twice {
			where := ""
			if first != key.Line {
				where = fmt.Sprintf(" (déjà ligne %d)", first)
			}
			r.fault(key, "la clé « %s » est écrite deux fois%s : gardez l'une des deux.", shortened(key.Value), where)
			continue
		}
		seen[key.Value] = key.Line
		at := slices.IndexFunc(table, func(f field) bool { return f.key == key.Value })
		switch {
		case at < 0:
			meant = append(meant, r.unknownKey(n, key, value, what, table))
		case isNull(value):
			r.absent(key, value, table[at])
		default:
			outer := r.key
			r.key = table[at].key
			table[at].read(value)
			r.key = outer
		}
	}
	if r.spoiled(n) { // what seems to lack may stand on the line that could not be read
		return true
	}
	for _, f := range table {
		if _, there := seen[f.key]; !there && f.need != optional && !slices.Contains(meant, f.key) {
			r.faultAt(n.Line, 0, "%s", missing(f, what))
		}
	}
	return true
}

// spoiled reports whether a line that YAML could not read stands among the keys
// of a node, or ends them. One inside of a list or a group is of that one.
func (r *reader) spoiled(n *yaml.Node) bool {
	if len(r.broken) == 0 {
		return false
	}
	first, last := n.Line, lastLine(n)+1
	return slices.ContainsFunc(r.broken, func(line int) bool {
		return first <= line && line <= last && !slices.ContainsFunc(n.Content, func(child *yaml.Node) bool {
			return len(child.Content) > 0 && child.Line <= line && line <= lastLine(child)
		})
	})
}

// lastLine is the last line on which something of a node begins.
func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, child := range n.Content {
		last = max(last, lastLine(child))
	}
	return last
}

// absent looks at a key without a value: a "#" may have swallowed it.
func (r *reader) absent(key, value *yaml.Node, f field) {
	if c := key.LineComment; len(c) > 1 && c[1] != ' ' && resolve(value).Value == "" {
		r.swallowed(key, "« %s » est vide, car YAML prend « %s » pour un commentaire : "+quoteIt, f.key, shortened(c))
		return
	}
	if f.need == required {
		r.fault(key, "« %s » est vide : donnez-lui une valeur.", f.key)
	}
}

func missing(f field, what string) string {
	s := fmt.Sprintf("%s doit avoir une clé « %s », qui manque", what, f.key)
	switch {
	case f.key == "source":
		s += " : ajoutez « source: [identifiant] », avec l'identifiant d'une des « sources »"
	case f.need == present:
		s += fmt.Sprintf(" ; écrivez « %s: null » si l'on ne la connaît pas", f.key)
	}
	return s + "."
}

// unknownKey notes a key that is not in a table, and returns the one that was
// most likely meant, or "".
func (r *reader) unknownKey(n, key, value *yaml.Node, what string, table []field) (near string) {
	keys := make([]string, len(table))
	for i, f := range table {
		keys[i] = f.key
	}
	near = Nearest(key.Value, keys)
	switch {
	case key.Tag == "!!merge":
		r.fault(key, "la fusion de clés (« << ») n'est pas admise : écrivez les clés en entier.")
	case near != "":
		r.fault(key, "la clé « %s » est inconnue ; vouliez-vous écrire « %s » ?", shortened(key.Value), near)
	case n.Style&yaml.FlowStyle != 0 && isPlain(resolve(value)) && resolve(value).Value == "":
		r.swallowed(key, "YAML prend « %s » pour une clé, à cause de la virgule qui précède : "+quoteIt, shortened(key.Value))
	case strings.ContainsAny(key.Value, " \u00a0’'"):
		r.swallowed(key, "YAML prend « %s » pour une clé, à cause des deux-points : "+quoteIt, shortened(key.Value))
	case slices.Contains(keys, "precaution"):
		r.fault(key, "la clé « %s » est inconnue : ce qui n'a pas de clé se dit dans « precaution ».", shortened(key.Value))
	default:
		r.fault(key, "la clé « %s » est inconnue ; %s peut avoir %s.", shortened(key.Value), what, quoted(keys))
	}
	return near
}
