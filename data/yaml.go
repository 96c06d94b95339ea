package data

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Edition files are read with go.yaml.in/yaml/v4, the maintained successor of
// gopkg.in/yaml.v3: its errors carry a line and a column of their own, so that
// they can be told in French, and it lets us bound the depth of a document.
// Only its nodes are used: what a value means is decided here, from the text
// that was written, and never by YAML's own types.

const (
	maxDepth     = 32       // a sound edition nests about ten levels, a bomb thousands
	maxExpansion = 10       // following its aliases may make a file ten times longer, never more
	maxMends     = 50       // lines mended by the reader to go on looking for faults
	maxReread    = 64 << 20 // bytes read again for that: about five seconds
)

// parse returns the root of the only document of a YAML file, or nil with the
// faults of its syntax. The parser mends in memory what it can (quotes, an
// indentation) and reads on, so that all the faults are told in the same go.
func (r *reader) parse(src []byte) *yaml.Node {
	r.lines = strings.Split(string(src), "\n")
	r.guessed, r.cut = make(map[int]bool), make(map[int]bool)
	told, reread := make(map[int]bool), 0
	for mends := 0; ; mends++ {
		root, broken := parseOnce(strings.Join(r.lines, "\n"))
		if broken == nil {
			return r.document(root)
		}
		d := explain(broken, r.lines)
		r.finding = findingAt(r.lines, d.line)
		reread += len(src)
		hidden, goOn := unverified, false
		if mends < maxMends && reread <= maxReread {
			hidden, goOn = r.recovered(d)
		}
		if !told[d.line] || hidden != "" { // a line mended again is still the same fault
			r.faultAt(d.line, d.column, "%s%s", d.message, hidden)
		}
		r.finding, told[d.line] = "", true
		r.broken = append(r.broken, d.line)
		if !goOn {
			r.unread = true
			return nil
		}
	}
}

// A document is what a file holds: the first document, and the line of a
// second one, or 0.
type document struct {
	*yaml.Node
	second int
}

func parseOnce(src string) (doc document, broken *yaml.LoadError) {
	defer func() {
		// The library panics on a few malformed inputs of its own making.
		if p := recover(); p != nil {
			broken = &yaml.LoadError{Message: fmt.Sprint(p)}
		}
	}()
	loader, err := yaml.NewLoader(strings.NewReader(src), yaml.WithUniqueKeys(false), yaml.WithPlugin(depthLimit{}))
	if err != nil {
		return document{}, &yaml.LoadError{Message: err.Error()}
	}
	for {
		var n yaml.Node
		err := loader.Load(&n)
		if err == io.EOF {
			return doc, nil
		}
		if err != nil {
			if !errors.As(err, &broken) {
				broken = &yaml.LoadError{Message: err.Error()}
			}
			return document{}, broken
		}
		if doc.Node != nil {
			doc.second = n.Line
			return doc, nil
		}
		doc.Node = &n
	}
}

// depthLimit stops the parser before a nest becomes too deep to follow.
type depthLimit struct{}

var errTooDeep = fmt.Errorf("les éléments s'emboîtent sur plus de %d niveaux : une édition n'en a pas besoin", maxDepth)

func (depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		return errTooDeep
	}
	return nil
}

func (depthLimit) CheckAlias(int, int) error { return nil } // bounded by expansion, below

// document checks what can be said of a document as a whole, and returns its
// root.
func (r *reader) document(doc document) *yaml.Node {
	if doc.Node == nil || len(doc.Content) == 0 || isNull(doc.Content[0]) {
		r.faultAt(1, 0, "le fichier est vide : une édition commence par « observatoire », « serie », « editeur » et « edition ».")
		return nil
	}
	if doc.second > 0 {
		r.faultAt(doc.second, 0, "une ligne « --- » ouvre un second document : mettez une édition par fichier.")
	}
	root := doc.Content[0]
	r.aliased = make(map[*yaml.Node]bool)
	written, followed := expansion{aliased: r.aliased}.measure(root)
	if followed > written*maxExpansion {
		r.fault(root, "les renvois YAML (« & » et « * ») feraient grossir ce fichier plus de %d fois : écrivez les textes en entier.", maxExpansion)
		r.unread = true
		return nil
	}
	return root
}

// An expansion measures what following the aliases of a document would cost,
// without doing it.
type expansion struct {
	aliased map[*yaml.Node]bool // the nodes that an alias stands for
	size    map[*yaml.Node]int  // of each of them once expanded
}

// measure returns how many nodes are written, and how many there are once the
// aliases are followed; an alias that stands in itself counts as too many.
func (e expansion) measure(root *yaml.Node) (written, followed int) {
	const (
		tooMany = 1 << 40 // sums of a few of them stay within an int
		open    = -1      // being measured: an alias to it stands in itself
	)
	e.size = make(map[*yaml.Node]int)
	var walk func(n *yaml.Node) int
	walk = func(n *yaml.Node) int {
		if n.Kind == yaml.AliasNode {
			e.aliased[n.Alias] = true
			size, measured := e.size[n.Alias]
			switch {
			case size == open:
				return tooMany
			case !measured:
				return 1 // cannot be: an anchor stands before its aliases
			}
			return size
		}
		written++
		if n.Anchor != "" {
			e.size[n] = open
		}
		size := 1
		for _, child := range n.Content {
			size = min(size+walk(child), tooMany)
		}
		if n.Anchor != "" {
			e.size[n] = size
		}
		return size
	}
	followed = walk(root)
	return written, followed
}

// resolve returns the node that an alias stands for, or the node itself.
func resolve(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

// isNull reports whether nothing was written: "", "~" or "null".
func isNull(n *yaml.Node) bool {
	n = resolve(n)
	return n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// isPlain reports whether a text was written without quotes.
func isPlain(n *yaml.Node) bool {
	const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind == yaml.ScalarNode && n.Style&quoted == 0
}

// byteOrderMark opens the files of some Windows programs.
var byteOrderMark = []byte("\ufeff")

// encoded checks that a text is UTF-8 without control characters, and returns
// it without its byte order mark; false when it cannot be read. A text of
// Windows is a fault, and read all the same to look for others. hidden ends
// the message of a fault that stops the reading.
func (r *reader) encoded(src []byte, line int, hidden string) ([]byte, bool) {
	if bytes.HasPrefix(src, []byte{0xff, 0xfe}) || bytes.HasPrefix(src, []byte{0xfe, 0xff}) {
		r.faultAt(line, 0, "le fichier est en UTF-16, et n'a pas été vérifié : enregistrez-le en UTF-8.")
		return nil, false
	}
	if line == 1 && bytes.HasPrefix(src, byteOrderMark) {
		r.warnAt(line, 0, "le fichier commence par une marque invisible (BOM), que l'on ignore : enregistrez-le en « UTF-8 sans BOM ».")
		src = src[len(byteOrderMark):]
	}
	place := func(at int) (int, int) {
		lineStart := bytes.LastIndexByte(src[:at], '\n') + 1
		return line + bytes.Count(src[:at], []byte("\n")), len([]rune(string(src[lineStart:at]))) + 1
	}
	if at := notUTF8(src); at >= 0 {
		if !r.recoded { // said once in a file of findings
			l, column := place(at)
			r.faultAt(l, column, "ce caractère n'est pas en UTF-8 : enregistrez le fichier en UTF-8 (les accents ont sans doute été saisis dans un autre encodage).")
			r.recoded = true
		}
		src = fromWindows(src)
	}
	if at, c := controlIn(src); at >= 0 {
		l, column := place(at)
		r.faultAt(l, column, "le caractère de contrôle U+%04X n'a pas sa place dans un texte : effacez-le.%s", c, hidden)
		return nil, false
	}
	return src, true
}
