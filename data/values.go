package data

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"constat/data/lexicon"
)

// This file reads single values: each verb takes where to put the value, and
// notes a fault when what was written is something else.

// kindOf says in French what a node is.
func kindOf(n *yaml.Node) string {
	switch n = resolve(n); {
	case n.Kind == yaml.MappingNode:
		return "un groupe de clés"
	case n.Kind == yaml.SequenceNode:
		return "une liste"
	case isNull(n):
		return "une valeur vide"
	case n.Tag == "!!int" || n.Tag == "!!float":
		return "un nombre"
	case n.Tag == "!!bool":
		return "un oui ou non"
	default:
		return "un texte"
	}
}

// scalar returns the text of one value, as it was written; false, with a
// fault, when it is something else or YAML swallowed a part of it.
func (r *reader) scalar(n *yaml.Node, what string) (*yaml.Node, bool) {
	n = resolve(n)
	switch {
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		key := resolve(n.Content[0])
		r.swallowed(key, "YAML prend « %s » pour une clé, à cause des deux-points : "+quoteIt, shortened(key.Value))
		return nil, false
	case n.Kind != yaml.ScalarNode:
		advice := ""
		if n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0 {
			advice = " : ôtez les crochets"
		}
		r.fault(n, "« %s » est %s, et non %s%s.", r.key, what, kindOf(n), advice)
		return nil, false
	case n.Tag == "!" || n.Style&yaml.TaggedStyle != 0:
		r.swallowed(n, "YAML prend le début de ce texte (« ! ») pour une étiquette : "+quoteIt)
		return nil, false
	case n.Anchor != "" && !r.aliased[n]:
		r.swallowed(n, "YAML prend « &%s » pour le nom d'un renvoi : "+quoteIt, shortened(n.Anchor))
		return nil, false
	}
	return n, true
}

// text reads one line of text, which may be empty.
func (r *reader) text(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "un texte")
		if !ok {
			return
		}
		for _, c := range n.Value {
			if isControl(c) {
				r.fault(n, "le caractère de contrôle U+%04X n'a pas sa place dans un texte : effacez-le.", c)
				return
			}
			if name := invisible(c); name != "" {
				r.warn(n, "« %s » contient %s : ressaisissez ce passage.", shortened(n.Value), name)
				break
			}
		}
		r.commentCut(n)
		*dst = tidy(n.Value)
		if q := leftoverQuote(*dst); q != "" {
			r.warn(n, "« %s » commence et finit par « %s », et sera montré ainsi : effacez ces deux signes s'ils ne font qu'entourer la phrase.", shortened(*dst), q)
		}
	}
}

// commentCut looks for a "#" that ended an unquoted phrase. Glued to a word it
// was surely meant; after one space only it may have been. A comment stands
// after two spaces, or after a whole sentence.
func (r *reader) commentCut(n *yaml.Node) {
	comment := n.LineComment
	if comment == "" || !isPlain(n) {
		return
	}
	if len(comment) > 1 && comment[1] != ' ' && comment[1] != '#' {
		r.swallowed(n, "la phrase s'arrête à « %s », car YAML prend « %s » pour un commentaire : "+quoteIt,
			shortened(lastWords(n.Value)), shortened(comment))
		return
	}
	const sentence = 4 // words: fewer are a name, and what follows a remark
	oneSpace := n.Line <= len(r.lines) && strings.Contains(r.lines[n.Line-1], lastWords(n.Value)+" #")
	if oneSpace && !strings.HasSuffix(n.Value, ".") && len(strings.Fields(n.Value)) >= sentence {
		r.warn(n, "tout ce qui suit « # » est un commentaire, et ne sera pas lu ; si cela fait partie de la phrase, "+quoteIt)
	}
}

// lastWords returns the end of a phrase.
func lastWords(s string) string {
	words := strings.Fields(s)
	const enough = 3 // words, to find the place in a line
	return strings.Join(words[max(0, len(words)-enough):], " ")
}

// phrase reads a text that must show something.
func (r *reader) phrase(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		noted := len(*r.faults)
		r.text(dst)(n)
		if len(*r.faults) == noted && isBlank(*dst) {
			r.fault(n, "« %s » est vide : donnez-lui une valeur.", r.key)
		}
	}
}

// slug reads an identifier.
func (r *reader) slug(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "un identifiant")
		if !ok {
			return
		}
		if slugForm.MatchString(n.Value) {
			*dst = n.Value
			return
		}
		advice := "."
		if s := slugOf(n.Value); s != "" {
			advice = fmt.Sprintf(", par exemple « %s ».", s)
		}
		r.fault(n, "« %s » n'est pas un identifiant : écrivez 1 à %d lettres minuscules sans accent, chiffres ou tirets%s", shortened(n.Value), maxSlug, advice)
	}
}

const maxSlug = 40 // of the format: an identifier fits in a button of a chat

var slugForm = regexp.MustCompile(fmt.Sprintf(`^[a-z0-9-]{1,%d}$`, maxSlug))

// slugOf returns the identifier that a text could be.
func slugOf(s string) string {
	words := strings.FieldsFunc(lexicon.Fold(s), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') })
	s = strings.Join(words, "-")
	return strings.Trim(s[:min(len(s), maxSlug)], "-")
}

// word reads the id of a source: a text without spaces.
func (r *reader) word(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "un identifiant")
		if !ok {
			return
		}
		if n.Value == "" || strings.ContainsAny(n.Value, " \t\n\u00a0") {
			r.fault(n, "« %s » n'est pas un identifiant de source : écrivez un mot sans espace.", shortened(n.Value))
			return
		}
		*dst = n.Value
	}
}

// integer reads a whole number between two bounds. unit says what it counts.
func (r *reader) integer(dst *int, least, most int, what string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, what)
		if !ok {
			return
		}
		v, err := strconv.Atoi(n.Value)
		switch {
		case err != nil:
			r.fault(n, "« %s » n'est pas %s%s", shortened(n.Value), what, integerAdvice(n.Value))
		case !isPlain(n):
			r.fault(n, "« %s » est entre guillemets et se lit comme un texte : enlevez les guillemets.", n.Value)
		case v < least || v > most:
			r.fault(n, "%d n'est pas %s possible : on attend un nombre entre %d et %d.", v, what, least, most)
		default:
			*dst = v
		}
	}
}

var (
	ordinal     = regexp.MustCompile(`^(\d+) ?(er|ère|re|e|è|ème|eme|nd|nde|d)$`)
	yearRange   = regexp.MustCompile(`^(\d{4}) ?[-–—/] ?(\d{4})$`)
	spacedDigit = regexp.MustCompile(`^\d{1,3}(?:[ .,_\x{A0}\x{202F}]\d{3})+$`)
)

// integerAdvice completes a fault with what to write instead.
func integerAdvice(s string) string {
	if m := ordinal.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf(" : écrivez %s.", m[1])
	}
	if m := yearRange.FindStringSubmatch(s); m != nil {
		return fmt.Sprintf(" : écrivez la première, %s.", m[1])
	}
	if spacedDigit.MatchString(s) {
		return fmt.Sprintf(" : écrivez %s, sans séparateur.", strings.Map(keepDigits, s))
	}
	return " : écrivez un nombre entier en chiffres, sans unité."
}

const (
	oldestEdition = 1900        // no survey of this kind is older
	oldestYear    = 1000        // a finding may speak of history
	latestYear    = 2100        // nothing is planned further: a typing error
	mostCounted   = 100_000_000 // respondents: more than the country has
	lastRank      = 10_000      // no list is that long
)

func (r *reader) editionYear(dst *int) func(*yaml.Node) {
	return r.integer(dst, oldestEdition, latestYear, "une année d'édition")
}

func (r *reader) year(dst *int) func(*yaml.Node) {
	return r.integer(dst, oldestYear, latestYear, "une année")
}

func (r *reader) counted(dst *int) func(*yaml.Node) {
	return r.integer(dst, 1, mostCounted, "un effectif")
}

func (r *reader) rank(dst *int) func(*yaml.Node) {
	return r.integer(dst, 1, lastRank, "un rang")
}

// flag reads true or false.
func (r *reader) flag(dst *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "true ou false")
		if !ok {
			return
		}
		switch said := lexicon.Fold(n.Value); {
		case isPlain(n) && n.Value == "true":
			*dst = true
		case isPlain(n) && n.Value == "false":
		case slices.Contains([]string{"oui", "yes", "vrai", "on", "y", "o", "1", "true"}, said):
			r.fault(n, "« %s » n'est pas compris ici : écrivez true, sans guillemets.", shortened(n.Value))
		case slices.Contains([]string{"non", "no", "faux", "off", "n", "0", "false"}, said):
			r.fault(n, "« %s » n'est pas compris ici : écrivez false, sans guillemets.", shortened(n.Value))
		default:
			r.fault(n, "« %s » n'est pas compris ici : écrivez true ou false.", shortened(n.Value))
		}
	}
}

// choice reads one of a few words.
func choice[T ~string](r *reader, dst *T, what string, allowed ...T) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, what)
		if !ok {
			return
		}
		if slices.Contains(allowed, T(n.Value)) {
			*dst = T(n.Value)
			return
		}
		words := make([]string, len(allowed))
		for i, a := range allowed {
			words[i] = string(a)
		}
		if near := Nearest(n.Value, words); near != "" {
			r.fault(n, "« %s » n'est pas %s ; vouliez-vous écrire « %s » ?", shortened(n.Value), what, near)
			return
		}
		r.fault(n, "« %s » n'est pas %s : écrivez %s.", shortened(n.Value), what, quoted(words))
	}
}

// list reads each element of a list; one value alone is a list of one.
func (r *reader) list(each func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n = resolve(n)
		if n.Kind != yaml.SequenceNode {
			each(n)
			return
		}
		for _, element := range n.Content {
			if isNull(element) {
				r.fault(resolve(element), "un élément de « %s » est vide : complétez-le, ou effacez-le.", r.key)
				continue
			}
			each(element)
		}
	}
}

// sequence reads each element of what must be a list.
func (r *reader) sequence(what string, each func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if resolve(n).Kind != yaml.SequenceNode {
			r.fault(resolve(n), "%s s'écrit comme une liste, un tiret par élément, et non comme %s.", what, kindOf(n))
			return
		}
		r.list(each)(n)
	}
}

// A ref is an id written where it stands for something else.
type ref struct {
	id   string
	line int
}

// refs reads one id or a list of ids.
func (r *reader) refs(dst *[]ref, read func(*string) func(*yaml.Node)) func(*yaml.Node) {
	return r.list(func(n *yaml.Node) {
		var id string
		read(&id)(n)
		if id == "" {
			return
		}
		if slices.ContainsFunc(*dst, func(other ref) bool { return other.id == id }) {
			r.fault(resolve(n), "« %s » est cité deux fois ici : effacez l'un des deux.", id)
			return
		}
		*dst = append(*dst, ref{id, resolve(n).Line})
	})
}
