package lexicon

import "strings"

// A Stage says how far the thing counted has gone. Stages may be summed:
// Adopted|Planned is "adopté ou prévu".
type Stage uint8

// The stages, from the furthest gone.
const (
	Adopted Stage = 1 << iota
	UnderWay
	Planned
)

// Stages returns the stages that words name, and which words tell them: these
// are no subject.
//
// A text that names two says the one less far gone: "prévoient d'adopter" is
// planned, "adoption en cours" is under way. Both are named only when they
// are coordinated: "ont adopté ou prévoient". What stands after "sans celles
// qui …" is set aside, not asked. Without a cue, what people have or have
// done is adopted: "ont une stratégie", "ont nommé", "celles qui l'ont déjà".
func Stages(words []Word) (named Stage, tells []bool) {
	t := texts(words)
	aside := setAside(t)
	tells = make([]bool, len(t))
	end := 0 // of the last cue
	done := false
	only := false // what is planned is set aside: "hors intentions"
	for i := 0; i < len(t); i++ {
		if aside[i] && plans[t[i]] {
			only, tells[i] = true, true
			continue
		}
		s, n := stageAt(t, i)
		if n == 0 {
			done = done || !aside[i] && tellsDone(words, t, i)
			continue
		}
		for k := i; k < i+n; k++ {
			tells[k] = true
		}
		if done && named == 0 {
			named = Adopted // "ont un site ou en prévoient un"
		}
		switch {
		case s == 0 || aside[i]:
		case coordinated(t[end:i]):
			named |= s
		default:
			named = max(named, s) // two that are coordinated stay so
		}
		if s != 0 && !aside[i] {
			end = i + n
		}
		i += n - 1
	}
	start := projects(t)
	if start >= 0 { // "ont des projets de": planned, unless "en cours" tells more
		tells[start], tells[start+1], tells[start+2] = true, true, true
	}
	switch {
	case only && named&Planned == 0:
		named = Adopted
	case named == 0 && start >= 0:
		named = Planned
	case named == 0 && done:
		named = Adopted
	}
	return named, tells
}

// projects returns where words say that people have projects, or "le projet
// de", in three words, or -1. One project is no plan: who has "un projet
// d'ouverture" is at work on it as often as not.
func projects(t []string) int {
	for i := range t {
		if having[t[i]] && t[i] != "a" && (at(t, i+1) == "des" && at(t, i+2) == "projets" || at(t, i+1) == "le" && at(t, i+2) == "projet") {
			return i
		}
	}
	return -1
}

// coordinated reports whether the words before a cue end with "ou" or "et" and
// small words: "ou le prévoient", not "et la mobilité d'ici là".
func coordinated(before []string) bool {
	for k := len(before) - 1; k >= 0 && ClassOf(before[k]) == Function; k-- {
		if before[k] == "ou" || before[k] == "et" {
			return true
		}
	}
	return false
}

// The cues follow how French surveys word what is counted. Each line is a
// run of words: "a|b" is either word, "x*" a word that begins with x, and
// "INF" pronouns if any, then an infinitive. At one place the longest wins.
//
// A noun of action ("élaboration", "planification") is what is measured, not
// how far it has gone, so cues are forms of verbs.
var cues = []struct {
	stage Stage
	lines string
}{
	{0, `
		mettre en place
		mise|mises en place de|d|du|des
		la|une|leur|sa mise en place
		a|ont|avait|avaient|avoir du mal`},

	{Adopted, `
		adopte|adoptes|adoptee|adoptees|adoptent|adoptaient
		dispose|disposent|disposaient|disposait|disposant
		possede|possedent|possedaient|possedait|possedant
		dote|dotes|dotee|dotees|dotent
		equipee|equipees|equipent
		est|sont|etaient|etait|etre|deja|bien|mieux|non|ont|soient equipe|equipes
		mis|mise|mises en place
		en place
		en poste|vigueur|service
		utilisent|utilise|utilisaient|utilisait|utilisant
		pratiquent|pratiquaient
		recourent|recourt|recouraient a|au|aux
		sont|etaient passe|passes|passees a|au|aux
		ont|avaient|ayant recours
		proposent|proposaient|proposant`},

	{UnderWay, `
		en cours
		en train de|d
		en voie de|d
		en chantier
		en experimentation
		en phase de test|tests
		en plein|pleine
		inacheve|inachevee|inacheves|inachevees
		experimente|experimentent|experimentaient|experimentant
		elabore|elaborent|elaboraient|elaborant
		met|mettent|mettaient en place`},

	{Planned, `
		prevoi*
		prevoy*
		prevu|prevue|prevus|prevues
		envisag*
		projette|projettent|projetaient|projetant
		planifie|planifient|planifiee|planifiees|planifies
		programment|programmaient
		en projet
		a|ont|avait|avaient|avoir en tete
		dans les|ses|leurs cartons|tuyaux|tiroirs
		attendu|attendue|attendus|attendues avant|d|pour
		auront|seront
		est|sont|etait|etaient|projet|projets|mis|mise|mises|toujours|encore a l etude
		a|ont|avait|avaient|avoir|ayant l intention de|d INF
		d ici
		a l horizon
		a venir
		appretent|appretaient|songent|songeaient a
		songe|apprete a
		compte|comptent|comptait|comptaient|comptant INF
		va|vont|allaient INF
		veut|veulent|voulait|voulaient INF
		souhaitent|souhaitaient|souhaitant INF
		devrait|devraient|devait|devaient INF`},
}

// having are the forms of "avoir" that make people owners, or make what they
// did past. An "a" typed with its accent is none of them.
var having = wordSet("a ont avait avaient ayant avoir aurait auraient")

// determiners follow what people have, or have not.
var determiners = wordSet("un une des de d du la le les leur leurs son sa ses aucun aucune pas")

// tellsDone reports that a word says that something is there or was done.
func tellsDone(words []Word, t []string, i int) bool {
	switch before := at(t, i-1); {
	case t[i] == "deja":
		return true
	case t[i] == "existe", t[i] == "existent", t[i] == "existait", t[i] == "existaient":
		return true
	case t[i] == "sont" || t[i] == "etaient":
		return before == "se" && participle(at(t, i+1)) // "se sont lancées"
	case !having[t[i]] || words[i].Accents || before == "y": // "il y a"
		return false
	case t[i] != "a" && (before == "l" || before == "en"): // "celles qui l'ont"
		return true
	}
	k := i + 1
	for k < len(t) && subjects[t[k]] {
		k++
	}
	next := at(t, k)
	if t[i] == "a" { // people who type no accents mean "à" by "a la", "a leur"
		return next == "un" || next == "une" || participle(next)
	}
	return determiners[next] || participle(next) || next == "ou" // "ont ou prévoient"
}

// subjects may stand between "ont" and what follows: "ont-elles déjà une…".
var subjects = wordSet("t il elle ils elles on bien tous toutes")

// participle reports a past participle that says that something was done; what
// was said or thought ("ont déclaré") was not.
func participle(w string) bool {
	if len(w) < 4 || ClassOf(w) != Subject {
		return false
	}
	for _, ending := range []string{"e", "es", "u", "us", "i", "is", "it", "ert"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// A cue is one line of cues, ready to compare.
type cue struct {
	words [][]string // each one of these words
	stage Stage
}

// infinitive stands in a cue for pronouns and an infinitive.
const infinitive = "INF"

// cuesByWord holds the cues by a first word; stems under their first letters.
var cuesByWord = func() map[string][]cue {
	m := map[string][]cue{}
	for _, c := range cues {
		for line := range strings.Lines(c.lines) {
			var words [][]string
			for _, w := range strings.Fields(line) {
				words = append(words, strings.Split(w, "|"))
			}
			if len(words) == 0 {
				continue
			}
			for _, first := range words[0] {
				key := cueKey(strings.TrimSuffix(first, "*"))
				m[key] = append(m[key], cue{words, c.stage})
			}
		}
	}
	return m
}()

// cueKey is the start of a word that finds its cues.
func cueKey(w string) string { return w[:min(len(w), 5)] }

// stageAt returns the stage of the longest cue at words[i:], which may be
// none, and in how many words it is told, or 0.
func stageAt(t []string, i int) (stage Stage, length int) {
	for _, c := range cuesByWord[cueKey(t[i])] {
		if n := c.length(t[i:]); n > length {
			stage, length = c.stage, n
		}
	}
	return stage, length
}

// length returns how many words tell the cue from the start, or 0.
func (c cue) length(t []string) int {
	for i, alternatives := range c.words {
		if alternatives[0] == infinitive {
			if !leadsToInfinitive(t[i:]) {
				return 0
			}
			return i // the infinitive says what is planned: it stays a subject
		}
		if i >= len(t) || !oneOf(t[i], alternatives) {
			return 0
		}
	}
	return len(c.words)
}

func oneOf(w string, alternatives []string) bool {
	for _, a := range alternatives {
		stem, isStem := strings.CutSuffix(a, "*")
		if w == a || isStem && strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

// leadsToInfinitive reports whether an infinitive follows, behind a few small
// words: "s'y mettre", "-ils l'appliquer". "Compte 150 métiers" and "comptent
// sur" have none.
func leadsToInfinitive(t []string) bool {
	const between = 4
	for i := 0; i < len(t) && i <= between; i++ {
		switch {
		case auxiliaries[t[i]]:
			return true
		case pronouns[t[i]]:
			continue
		}
		class := ClassOf(t[i])
		return class != Function && class != Study && len(t[i]) > 3 &&
			(strings.HasSuffix(t[i], "er") || strings.HasSuffix(t[i], "ir") || strings.HasSuffix(t[i], "re"))
	}
	return false
}

var (
	auxiliaries = wordSet("avoir etre pouvoir devoir aller faire")
	pronouns    = wordSet("se s le la l les y en lui leur t il elle ils elles on bien aussi pas encore deja")
)

// setAside marks the words of "sans celles qui le prévoient", "hors ceux …",
// "sans compter …", up to the next word that asks.
func setAside(t []string) []bool {
	aside := make([]bool, len(t))
	on := false
	for i := range t {
		switch next := at(t, i+1); {
		case (excluding[t[i]] || t[i] == "pas") && demonstratives[next], excluding[t[i]] && (next == "compter" || next == "inclure"),
			(excluding[t[i]] || t[i] == "pas" || t[i] == "non") && (plans[next] || articles[next] && plans[at(t, i+2)]):
			on = true
		case ClassOf(t[i]) == Asking:
			on = false
		}
		aside[i] = on
	}
	return aside
}

var (
	excluding      = wordSet("sans hors sauf excepte hormis")
	demonstratives = wordSet("celles ceux celle celui")
	// plans are what those who have not done yet have.
	plans    = wordSet("intention intentions prevision previsions prevu prevus prevues")
	articles = wordSet("les des leurs leur le la l")
)

// Negative reports whether words deny: "n'ont pas", "sans", "aucun",
// "ignorent", "non équipées", and "ont pas" as people type it. "non ?",
// "n'est-ce pas", "pas moins de" and what is set aside deny nothing.
func Negative(words []Word) bool { return Denials(words) > 0 }

// Denials counts what words deny. Two denials are no denial: "n'ignorent pas"
// asserts, nor do "n'ont pas aucun". "Ni … ni …" and a verb with its "aucun" are
// one.
func Denials(words []Word) int {
	t := texts(words)
	aside := setAside(t)
	n := 0
	verb := true // a verb was denied anew since the last denial
	for i := range t {
		verb = verb || t[i] == "n" || t[i] == "ne"
		if aside[i] || !denies(words, t, i) {
			continue
		}
		if verb || t[i] != "ni" && t[i] != "aucun" && t[i] != "aucune" && t[i] != "rien" || at(t, i-1) == "pas" {
			n++
		}
		verb = false
	}
	return n
}

func denies(words []Word, t []string, i int) bool {
	before, next := at(t, i-1), at(t, i+1)
	switch t[i] {
	case "pas", "pa":
		switch {
		case steps[before], i+1 < len(words) && words[i+1].Joined && next == "de": // "le premier pas", "Pas-de-Calais"
			return false
		case before == "ce" && at(t, i-2) == "est", before == "ou", before == "pourquoi": // "n'est-ce pas", "ou pas"
			return false
		case next == "a" && at(t, i+2) == "pas", before == "a" && at(t, i-2) == "pas": // "pas à pas"
			return false
		}
		return !afterPas[next]
	case "rien":
		return next != "que" && next != "a" && before != "de" // people leave "ne" out: "avaient rien fait"
	case "plus", "point", "personne":
		return next == "ne" && t[i] == "personne" || next != "que" && (next != "en" || at(t, i+2) != "plus") && afterNe(t, i)
	case "sans":
		return !undenied[next] && (next != "aucun" || at(t, i+2) != "doute") && !acts(t, i+1)
	case "aucun", "aucune":
		return next != "doute"
	case "jamais":
		return before != "que" && before != "si"
	case "faute", "absence":
		return next == "de" || next == "d"
	case "non":
		return tellsAdopted(t, i) || tellsAdopted(t, i+1) // "non équipées"
	case "ni", "guere", "nullement":
		return true
	}
	return strings.HasPrefix(t[i], "depourv") || denyingVerbs[t[i]]
}

var (
	// denyingVerbs deny by themselves.
	denyingVerbs = wordSet("ignore ignores ignorent ignorait ignoraient ignorant ignorer denue denues denuee denuees")
	// steps stand before the noun "pas".
	steps = wordSet("le un du au premier grand petit ce leur")
	// afterPas words make "pas" a measure or a restriction.
	afterPas = wordSet("loin mal moins plus seulement uniquement vrai")
	// undenied words make an expression of "sans" that denies nothing.
	undenied = wordSet("doute cesse contact fil exception surprise precedent arret egal")
)

// acts reports an infinitive, behind a pronoun or two: "sans prévenir", "sans
// s'en servir" tell how, not who does not. "Sans avoir commencé" does deny.
func acts(t []string, i int) bool {
	const shortest = 5
	for k := i; k < len(t) && k <= i+2; k++ {
		if pronouns[t[k]] || t[k] == "meme" {
			continue
		}
		w := t[k]
		return !auxiliaries[w] && len(w) >= shortest && ClassOf(w) != Function && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir"))
	}
	return false
}

func tellsAdopted(t []string, i int) bool {
	if i >= len(t) {
		return false
	}
	stage, n := stageAt(t, i)
	return n > 0 && stage == Adopted
}

// afterNe reports whether "ne" stands just before a verb that a word follows:
// "ne peut plus", "n'y a-t-il plus".
func afterNe(t []string, i int) bool {
	const verb = 4 // words of "ne … plus" at most: "n'y a-t-il plus" has that many between
	for k := i - 1; k >= 0 && i-k <= verb+1; k-- {
		if t[k] == "ne" || t[k] == "n" {
			return true
		}
	}
	return false
}
