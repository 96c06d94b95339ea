package lexicon

import (
	"slices"
	"strings"
)

// shorts are the short ways by which people say the populations that editions
// name: their initials ("BU"), their words cut off ("bib univ", "biblio"), and
// the adjective alone that tells one from others ("les rurales"). What two
// populations share is neither's. It never changes once made.
type shorts struct {
	names     []phrase                       // of several words, in the order of the groups
	heads     []phrase                       // of one word
	initials  map[string]string              // → id
	modifiers map[string]map[string][]string // adjective → first word → ids
}

// shorten makes the short ways of every population that an edition names.
func (l *Lexicon) shorten() shorts {
	s := shorts{initials: map[string]string{}, modifiers: map[string]map[string][]string{}}
	beside := map[string]int{} // by first word: names that an adjective tells apart
	for _, id := range l.order {
		g := l.groups[id]
		if !g.Declared() {
			continue
		}
		for i, name := range g.Names {
			words := key(name)
			if len(words) == 1 {
				s.heads = append(s.heads, phrase{words, id})
				continue
			}
			s.names = append(s.names, phrase{words, id})
			if i > 0 {
				continue
			}
			for _, letters := range initials(name) {
				if owner, taken := s.initials[letters]; taken && owner != id {
					id = "" // two populations share them
				}
				s.initials[letters] = id
				id = g.ID
			}
			if len(words) < len(Words(name)) {
				continue // "clubs de voile": not an adjective
			}
			size, rest := core(words)
			modifiers := rest[1:]
			if size != nil {
				modifiers = slices.Concat(modifiers, size.before)
			}
			beside[rest[0]]++
			for _, w := range modifiers {
				if s.modifiers[w] == nil {
					s.modifiers[w] = map[string][]string{}
				}
				s.modifiers[w][rest[0]] = append(s.modifiers[w][rest[0]], id)
			}
		}
	}
	for _, heads := range s.modifiers {
		for head := range heads {
			if beside[head] < 2 { // "les vétérinaires" of "cabinets vétérinaires" are people
				delete(heads, head)
			}
		}
	}
	for letters := range s.initials {
		_, abbreviates := l.abbreviations[letters]
		if abbreviates || len(l.names[letters]) > 0 || len(l.expressions[letters]) > 0 {
			delete(s.initials, letters)
		}
	}
	for _, id := range l.order { // "les communales" when communes are known otherwise
		for _, name := range l.groups[id].Names {
			if words := key(name); len(words) == 1 {
				delete(s.modifiers, words[0])
			}
		}
	}
	return s
}

// initials returns the initials of a name of several words, without its
// connectors and with them: "maisons de santé" are "ms" or "mds".
func initials(name string) []string {
	var strict, all strings.Builder
	for _, w := range Words(name) {
		all.WriteByte(w.Text[0])
		if strict.Len() == 0 || !connectors[w.Text] {
			strict.WriteByte(w.Text[0])
		}
	}
	return slices.Compact([]string{strict.String(), all.String()})
}

// at returns the population that words say in short at a place, and in how
// many words, or 0. Before holds the mentions read so far.
func (s *shorts) at(words []Word, t []string, i int, capitals bool, before []Mention) (id string, n int) {
	if len(s.names) == 0 {
		return "", 0
	}
	if id, n := s.cut(t[i:]); n > 0 {
		return id, n
	}
	if id, n := s.lettered(words, t, i, capitals); n > 0 {
		return id, n
	}
	heads := s.modifiers[Singular(t[i])]
	if len(heads) == 0 || scaled(Singular(t[i])) && i+1 < len(t) && ClassOf(t[i+1]) != Function && ClassOf(t[i+1]) != Asking {
		return "", 0 // "les petites lignes": of another noun
	}
	// "bibliothèques rurales et universitaires": the noun is said once.
	k := len(before) - 1
	beside := k >= 0 && (before[k].End == i && words[i].Joined || before[k].End == i-1 && coordinating[at(t, i-1)])
	if beside && len(heads[s.headOf(before[k].ID)]) == 1 {
		return heads[s.headOf(before[k].ID)][0], 1
	}
	opens := i == 0 || words[i].Start-words[i-1].End > 1 && !words[i].Joined // a comma, a colon
	many := Singular(t[i]) != t[i] && (beside || opens && coordinating[at(t, i+1)] || alone[at(t, i-1)])
	one := at(t, i-1) == "en" || at(t, i-1) == "la" && at(t, i-2) == "a" // "en maternelle"
	if (many || one) && len(heads) == 1 {
		for _, ids := range heads {
			if len(ids) == 1 {
				return ids[0], 1
			}
		}
	}
	return "", 0
}

// lettered reads initials: "BU", "les bu", "à la BU", "B.U.".
func (s *shorts) lettered(words []Word, t []string, i int, capitals bool) (id string, n int) {
	if id := s.initials[t[i]]; id != "" && !words[i].Accents {
		loud := capitals && words[i].Capitals && (!singled[at(t, i-1)] || inside[at(t, i-2)])
		if loud || ClassOf(t[i]) == Subject && shortly[at(t, i-1)] {
			return id, 1
		}
	}
	letters := ""
	for k := i; k < len(t) && len(t[k]) == 1 && (k == i || words[k].Start == words[k-1].End+1); k++ {
		letters += t[k]
	}
	if id := s.initials[letters]; id != "" && len(letters) > 1 {
		return id, len(letters)
	}
	return "", 0
}

var (
	// shortly are the words after which two letters are a population.
	shortly = wordSet("les des aux en")
	// alone are the words after which an adjective may stand without its noun:
	// "les rurales", "combien de rurales".
	alone = wordSet("les des aux de d dans chez entre par vs contre")
	// singled opens what is one thing: "la TV", "le CV".
	singled = wordSet("le la l du au ce cet cette son sa mon ma")
	// inside makes people of one thing: "à la BU", "dans la BU".
	inside = wordSet("a dans chez par pour")
	// coordinating words stand between two modifiers of one noun.
	coordinating = wordSet("et ou vs contre ni")
)

// headOf returns the first word of a population's name.
func (s *shorts) headOf(id string) string {
	if i := slices.IndexFunc(s.names, func(p phrase) bool { return p.means == id }); i >= 0 {
		_, rest := core(s.names[i].words)
		return rest[0]
	}
	return ""
}

// cut reads a name of which some words are cut off.
func (s *shorts) cut(t []string) (id string, n int) {
	for _, p := range s.names {
		length := p.cutLength(t)
		switch {
		case length > n:
			id, n = p.means, length
		case length == n && n > 0 && p.means != id:
			id = "" // "bib" of two kinds
		}
	}
	if n > 0 {
		if id == "" {
			n = 0
		}
		return id, n
	}
	for _, p := range s.heads {
		if cutAlone(t[0], p.words[0]) {
			if n > 0 && p.means != id {
				return "", 0
			}
			id, n = p.means, 1
		}
	}
	return id, n
}

// cutLength returns how many words say the phrase, one of them at least cut
// off, or 0.
func (p phrase) cutLength(t []string) int {
	i, cut := 0, false
	for n, want := range p.words {
		start := i
		for n > 0 && i < len(t) && i-start < mostConnectors && connectors[t[i]] {
			i++
		}
		if i == len(t) {
			return 0
		}
		switch typed := Singular(t[i]); {
		case typed == want:
		case i == start && cuts(typed, want): // "musées d'art" are not those of "artisanat"
			cut = true
		default:
			return 0
		}
		i++
	}
	if !cut {
		return 0
	}
	return i
}

// The shortest cut words: "bib" beside another word of its name, "asso" alone.
const (
	shortestCut      = 3
	shortestCutAlone = 4
)

// cuts reports whether a typed word is the beginning of another, to which
// French may add an o: "véto", "proprio".
func cuts(typed, word string) bool {
	if stem, ok := strings.CutSuffix(strings.TrimSuffix(typed, "s"), "o"); ok && len(stem) >= shortestCut && !strings.HasPrefix(word, stem+"o") {
		return strings.HasPrefix(word, stem) && ClassOf(typed) == Subject
	}
	if !strings.HasPrefix(word, typed) {
		typed = strings.TrimSuffix(typed, "s") // "bibs"
	}
	return len(typed) >= shortestCut && len(typed) < len(word) && strings.HasPrefix(word, typed) && ClassOf(typed) == Subject
}

// cutAlone reports whether a word alone is another one cut off, as French does
// it: "biblio", "médiath". Shorter ones that end otherwise are words
// themselves: "média", "camp", "cent".
func cutAlone(typed, word string) bool {
	typed = Singular(typed)
	if len(typed) < shortestCutAlone || !cuts(typed, word) {
		return false
	}
	last := typed[len(typed)-1]
	return last == 'o' || len(typed) > shortestCutAlone && !strings.ContainsRune("aeiuy", rune(last))
}
