// Package lexicon reads French as people type it: it folds words, and finds
// the populations, size classes, years, status, polarity and horizon that a
// text names. It imports nothing of this program.
package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// A Lexicon knows how people say populations and subjects. It never changes
// once made: safe for use by several goroutines.
type Lexicon struct {
	groups        map[string]Group
	order         []string            // ids, in the order they were given
	names         map[string][]phrase // by first word, longest first
	abbreviations map[string]string   // two capital letters → id
	equivalents   map[string][]phrase // by first word, longest first
	expressions   map[string][]phrase // that hold a name and name nobody; equivalents too
	shorts        shorts              // of the names given to With
	near          [][][]Word          // each list, words or expressions that may say one another
	kinds         []Kind
	relations     [][]string // each an adjective, and nouns that say it
	classes       []class    // populations that a definition bounds by a size
}

// A Group is a kind of organisation or of people that surveys count.
type Group struct {
	ID         string
	Names      []string // any form: compared folded and in the singular; the first is shown
	Parents    []string // ids of the groups that contain it
	People     bool     // persons, not organisations
	Respondent bool     // persons who answer a survey for their organisation
	Anyone     bool     // whoever answered: adds nothing to a more precise group
	Counted    bool     // a population only where it is counted, like people: "directions"

	Of     []string // ids of the organisations that these people belong to
	Beside []string // the words of a name given to With that are no known group
}

// A phrase is some words, folded, singular and without connectors, and what
// they stand for.
type phrase struct {
	words []string
	means string
}

// New makes a lexicon. Abbreviations map two letters to a group's id; each
// list of equivalents holds words that are looked up as one. Expressions hold
// the name of a group and name nobody: "ville intelligente".
func New(groups []Group, abbreviations map[string]string, equivalents [][]string, expressions ...string) *Lexicon {
	l := &Lexicon{
		groups: map[string]Group{}, names: map[string][]phrase{},
		abbreviations: map[string]string{}, equivalents: map[string][]phrase{}, expressions: map[string][]phrase{},
	}
	l.add(groups, abbreviations, equivalents, expressions)
	return l
}

// Add returns a lexicon that knows these too. A group whose id is known
// already gains the names and parents that it lacks.
func (l *Lexicon) Add(groups []Group, abbreviations map[string]string, equivalents [][]string, expressions ...string) *Lexicon {
	grown := &Lexicon{
		groups: maps.Clone(l.groups), order: slices.Clone(l.order), names: clonePhrases(l.names),
		abbreviations: maps.Clone(l.abbreviations), equivalents: clonePhrases(l.equivalents), expressions: clonePhrases(l.expressions),
		shorts: l.shorts, near: l.near, kinds: l.kinds, relations: l.relations, classes: l.classes,
	}
	grown.add(groups, abbreviations, equivalents, expressions)
	return grown
}

// Beside returns the words of a population's name that are no known group:
// "littoral" of "communes du littoral", folded and in the singular.
func (l *Lexicon) Beside(name string) []string {
	words := Words(name)
	known := make([]bool, len(words))
	for _, m := range l.Mentions(words) {
		for i := m.Start; i < m.End; i++ {
			known[i] = true
		}
	}
	var beside []string
	for i, w := range words {
		if !known[i] && ClassOf(w.Text) == Subject {
			beside = append(beside, Singular(w.Text))
		}
	}
	return beside
}

// Narrow returns the groups of that very population which findings name with
// more words, when a text says them all: asked about "communes" with
// "littoral" somewhere, "communes du littoral" are meant.
func (l *Lexicon) Narrow(asked []string, words []Word) []string {
	said := map[string]bool{}
	for _, w := range words {
		said[Singular(w.Text)] = true
	}
	for _, id := range l.order {
		g := l.groups[id]
		if len(g.Beside) == 0 || len(g.Parents) == 0 || slices.ContainsFunc(g.Beside, scaled) || !within(asked, g) || slices.ContainsFunc(g.Beside, func(w string) bool { return !said[w] }) {
			continue
		}
		narrowed := append([]string{id}, except(asked, g.Parents)...)
		slices.Sort(narrowed)
		return narrowed
	}
	return asked
}

// within reports that what is asked is a group's parents, whoever they belong
// to.
func within(asked []string, g Group) bool {
	return len(asked) > 0 && !slices.ContainsFunc(g.Parents, func(p string) bool { return !slices.Contains(asked, p) }) &&
		!slices.ContainsFunc(asked, func(a string) bool { return !slices.Contains(g.Parents, a) && !slices.Contains(g.Of, a) })
}

func except(ids, others []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(others, id) })
}

// Groups returns every group, in the order they were given. The slice is the
// caller's.
func (l *Lexicon) Groups() []Group {
	all := make([]Group, len(l.order))
	for i, id := range l.order {
		all[i] = l.groups[id]
	}
	return all
}

// Has reports whether a group is known.
func (l *Lexicon) Has(id string) bool {
	_, ok := l.groups[id]
	return ok
}

// Group returns the group of an id, or the zero Group when it is unknown.
func (l *Lexicon) Group(id string) Group { return l.groups[id] }

// Name returns how a group is shown, or the id when it is unknown.
func (l *Lexicon) Name(id string) string {
	if g, ok := l.groups[id]; ok && len(g.Names) > 0 {
		return g.Names[0]
	}
	return id
}

// Vocabulary returns every folded word of the names and equivalents, sorted.
func (l *Lexicon) Vocabulary() []string {
	set := map[string]bool{}
	for _, id := range l.order {
		for _, n := range l.groups[id].Names {
			for _, w := range Words(n) {
				set[w.Text] = true
			}
		}
	}
	for _, list := range l.equivalents {
		for _, p := range list {
			for _, w := range p.words {
				set[w] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// Equivalent returns the word that stands for the trade equivalent that folded
// words begin with, and how many of them it takes: none when it is 0.
func (l *Lexicon) Equivalent(words []string) (string, int) {
	p, n := match(l.equivalents, words)
	return p.means, n
}

// Canonical replaces trade equivalents by one word: "données ouvertes" and
// "open data" give the same. Words are folded; words of class Function inside
// a replaced phrase are dropped, all others are kept as they are. The result
// is fresh.
func (l *Lexicon) Canonical(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		if i+2 < len(words) && words[i+1] == "a" && words[i+2] == "distance" {
			// "consultation à distance" is "téléconsultation", of any noun
			out = append(out, "tele"+Singular(words[i]))
			i += 3
			continue
		}
		if p, n := match(l.equivalents, words[i:]); n > 0 {
			out = append(out, p.means)
			i += n
			continue
		}
		out = append(out, words[i])
		i++
	}
	return out
}

// Denies reports whether a text denies, as Negative does, once its trade
// equivalents are read: "ne bouge pas" denies nothing where it means "stable".
func (l *Lexicon) Denies(words []Word) bool {
	return Negative(l.phrased(words))
}

// phrased reads trade equivalents of several words as one word.
func (l *Lexicon) phrased(words []Word) []Word {
	t := texts(words)
	read := make([]Word, 0, len(words))
	for i := 0; i < len(words); {
		if p, n := match(l.equivalents, t[i:]); n > 1 {
			read = append(read, Word{Text: p.means, Start: words[i].Start, End: words[i+n-1].End})
			i += n
			continue
		}
		read = append(read, words[i])
		i++
	}
	return read
}

// Doubly reports whether a text denies twice, as "n'ignorent pas" does.
func (l *Lexicon) Doubly(words []Word) bool { return Denials(l.phrased(words)) > 1 }

// Nearest returns at most n names of groups that share most letters with a
// text, best first.
func (l *Lexicon) Nearest(text string, n int) []string {
	type near struct {
		name  string
		score float64
	}
	grams := trigrams(Fold(text))
	var all []near
	for _, id := range l.order {
		best := near{name: l.Name(id)}
		for _, name := range l.groups[id].Names {
			best.score = max(best.score, overlap(grams, trigrams(Fold(name))))
		}
		if best.score > 0 {
			all = append(all, best)
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(b.score, a.score) })
	var names []string
	for _, a := range all[:max(0, min(n, len(all)))] {
		names = append(names, a.name)
	}
	return names
}

func (l *Lexicon) add(groups []Group, abbreviations map[string]string, equivalents [][]string, expressions []string) {
	for _, g := range groups {
		old, known := l.groups[g.ID]
		if !known {
			l.order = append(l.order, g.ID)
			old = Group{ID: g.ID, People: g.People, Respondent: g.Respondent, Anyone: g.Anyone, Counted: g.Counted || g.People, Of: g.Of, Beside: g.Beside}
		}
		old.Names = union(old.Names, g.Names)
		old.Parents = union(old.Parents, g.Parents)
		l.groups[g.ID] = old
		for _, name := range g.Names {
			insert(l.names, name, g.ID)
		}
	}
	for abbreviation, id := range abbreviations {
		l.abbreviations[Fold(abbreviation)] = id
	}
	for _, same := range equivalents {
		if len(same) == 0 {
			continue
		}
		// One word of letters, so that it goes through any analysis whole.
		canonical := strings.Join(key(same[0]), "")
		for _, s := range same {
			if words := key(s); len(words) == 1 && ClassOf(words[0]) == Function {
				continue // "SI" is typed like "si": no text could say which
			}
			insert(l.equivalents, s, canonical)
			insert(l.expressions, s, canonical)
		}
	}
	for _, e := range expressions {
		insert(l.expressions, e, "")
	}
}

// connectors may stand between the words of a name, or be left out.
var connectors = map[string]bool{"de": true, "d": true, "des": true, "du": true, "l": true, "la": true, "le": true, "les": true}

// mostConnectors is how many may stand in a row: "de la".
const mostConnectors = 2

// key gives the words by which a name is known.
func key(name string) []string {
	var words []string
	for _, w := range Words(name) {
		if len(words) > 0 && connectors[w.Text] {
			continue
		}
		words = append(words, Singular(w.Text))
	}
	return words
}

func insert(m map[string][]phrase, name, means string) {
	p := phrase{words: key(name), means: means}
	if len(p.words) == 0 {
		return
	}
	first := p.words[0]
	if i := slices.IndexFunc(m[first], func(q phrase) bool { return slices.Equal(q.words, p.words) }); i >= 0 {
		m[first][i].means = means // the last given wins: a folder's lexicon may correct ours
		return
	}
	m[first] = append(m[first], p)
	slices.SortStableFunc(m[first], func(a, b phrase) int { return cmp.Compare(len(b.words), len(a.words)) })
}

// match returns the longest phrase that folded words begin with, and how many
// words it takes, or 0.
func match(m map[string][]phrase, words []string) (phrase, int) {
	if len(words) == 0 {
		return phrase{}, 0
	}
	for _, p := range m[Singular(words[0])] {
		if n := p.length(words); n > 0 {
			return p, n
		}
	}
	return phrase{}, 0
}

// length returns how many words the phrase takes from the start, or 0.
func (p phrase) length(words []string) int {
	i := 0
	for n, want := range p.words {
		for start := i; n > 0 && i < len(words) && i-start < mostConnectors && connectors[words[i]]; {
			i++
		}
		if i == len(words) || Singular(words[i]) != want {
			return 0
		}
		i++
	}
	return i
}

func clonePhrases(m map[string][]phrase) map[string][]phrase {
	c := make(map[string][]phrase, len(m))
	for k, v := range m {
		c[k] = slices.Clone(v)
	}
	return c
}

func union(a, b []string) []string {
	u := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(u, s) {
			u = append(u, s)
		}
	}
	return u
}

func trigrams(s string) map[string]bool {
	grams := map[string]bool{}
	s = " " + s + " "
	for i := 0; i+3 <= len(s); i++ {
		grams[s[i:i+3]] = true
	}
	return grams
}

// overlap is Dice's coefficient of two sets.
func overlap(a, b map[string]bool) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared := 0
	for g := range a {
		if b[g] {
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
