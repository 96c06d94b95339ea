package lexicon

import "strings"

// A Stage says how far the thing counted has gone. Stages may be summed:
// Adopted|Planned is "adopté ou prévu".
type Stage uint8

// The stages.
const (
	Adopted Stage = 1 << iota
	UnderWay
	Planned
)

// A cue is a stem of folded words, in order, that tells a stage. A stem that
// ends in "$" is a whole word.
type cue struct {
	words string
	stage Stage
}

// The cues follow how French surveys word what is counted. Where two could be
// read at one place the first listed wins.
var cues = []cue{
	{"en$ cours$", UnderWay}, {"en$ train$ de$", UnderWay}, {"en$ voie$ de$", UnderWay}, {"experiment", UnderWay},
	{"elabor", UnderWay}, {"en$ chantier$", UnderWay}, {"mettent$ en$ place$", UnderWay}, {"met$ en$ place$", UnderWay},

	{"prevoi", Planned}, {"prevoy", Planned}, {"prevu", Planned}, {"envisag", Planned}, {"projett", Planned},
	{"en$ projet$", Planned}, {"ont$ un$ projet$ de$", Planned}, {"a$ l$ etude$", Planned}, {"a$ l$ intention$", Planned}, {"ont$ l$ intention$", Planned},
	{"avoir$ l$ intention$", Planned}, {"d$ ici$", Planned}, {"planifi", Planned}, {"programment$", Planned}, {"s$ appretent$", Planned},
	{"comptent$", Planned}, {"comptaient$", Planned}, {"compte$ se$", Planned}, {"comptant$ se$", Planned}, {"a$ venir$", Planned},
	{"vont$", Planned}, {"souhaitent$", Planned}, {"veulent$", Planned}, {"a$ l$ horizon$", Planned},

	{"adopte$", Adopted}, {"adoptes$", Adopted}, {"adoptee$", Adopted}, {"adoptees$", Adopted}, {"adoptent$", Adopted}, {"ayant$ adopte$", Adopted},
	{"dispose$", Adopted}, {"disposent$", Adopted}, {"disposant$", Adopted}, {"disposaient$", Adopted}, {"possed", Adopted}, {"dote$", Adopted}, {"dotes$", Adopted},
	{"dotee$", Adopted}, {"dotees$", Adopted}, {"equipe$", Adopted}, {"equipees$", Adopted}, {"equipes$", Adopted}, {"equipee$", Adopted},
	{"mis$ en$ place$", Adopted}, {"mise$ en$ place$", Adopted}, {"deploye", Adopted}, {"en$ place$", Adopted}, {"utilisent$", Adopted}, {"utilise$", Adopted},
	{"proposent$", Adopted}, {"pratiqu", Adopted}, {"deja$ engage", Adopted}, {"ont$ engage", Adopted}, {"avaient$ engage", Adopted}, {"ont$ lance", Adopted},
	{"ont$ nomme", Adopted}, {"se$ sont$ lance", Adopted}, {"l$ ont$ deja$", Adopted},
}

// having are the forms of "avoir" that, before a determiner, say that the
// thing is there: "ont une stratégie".
var having = wordSet("a ont avait avaient ayant avoir aurait auraient possede")

// determiners follow a verb of having.
var determiners = wordSet("un une des de d du la le l les leur leurs son sa ses deja")

// Stages returns the stages that words name, and which words tell them: these
// are no subject. What stands after "sans celles qui …" is set aside, not
// asked.
func Stages(words []Word) (named Stage, tells []bool) {
	t := texts(words)
	aside := setAside(t)
	tells = make([]bool, len(t))
	var owned Stage
	for i := range t {
		if s, n := stageAt(t[i:]); n > 0 {
			for k := range n {
				tells[i+k] = true
			}
			if aside[i] || s != Planned && named&Planned != 0 && !coordinated(t, i) {
				continue // "prévoient d'adopter" is planned
			}
			named |= s
		} else if !aside[i] && having[t[i]] && i+1 < len(t) && determiners[t[i+1]] {
			owned = Adopted
		}
	}
	if named == 0 {
		named = owned
	}
	return named, tells
}

// coordinated reports whether "ou" or "et" stands just before the word.
func coordinated(t []string, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if t[k] == "ou" || t[k] == "et" {
			return true
		}
	}
	return false
}

// stageAt returns the stage that words begin by telling, and in how many
// words, or 0.
func stageAt(t []string) (Stage, int) {
	if t[0] == "" {
		return 0, 0
	}
	for _, c := range cueIndex[t[0][0]] {
		if starts(t, c.words) {
			return c.stage, len(c.words)
		}
	}
	return 0, 0
}

type parsedCue struct {
	words []string
	stage Stage
}

// cueIndex holds the cues by the first letter of their first word.
var cueIndex = func() map[byte][]parsedCue {
	m := map[byte][]parsedCue{}
	for _, c := range cues {
		words := strings.Fields(c.words)
		m[words[0][0]] = append(m[words[0][0]], parsedCue{words, c.stage})
	}
	return m
}()

func starts(t, cue []string) bool {
	if len(cue) > len(t) {
		return false
	}
	for i, c := range cue {
		whole, isWhole := strings.CutSuffix(c, "$")
		if isWhole && t[i] != whole || !strings.HasPrefix(t[i], whole) {
			return false
		}
	}
	return true
}

// setAside marks the words of "sans celles qui le prévoient", "hors celles…".
func setAside(t []string) []bool {
	aside := make([]bool, len(t))
	for i := 0; i+1 < len(t); i++ {
		if excluding[t[i]] && (demonstrative[t[i+1]] || i+2 < len(t) && t[i+1] == "compter") {
			for ; i < len(t); i++ {
				aside[i] = true
			}
		}
	}
	return aside
}

var (
	excluding     = wordSet("sans hors sauf excepte hormis")
	demonstrative = wordSet("celles ceux celle celui compter")
)

// Negative reports whether words deny: "n'ont pas", "sans", "aucun",
// "ignorent", and "ont pas" as people type it. "non ?", "n'est-ce pas" and
// what is set aside deny nothing.
func Negative(words []Word) bool {
	t := texts(words)
	aside := setAside(t)
	at := func(k int) string {
		if k < 0 || k >= len(t) {
			return ""
		}
		return t[k]
	}
	for i, w := range t {
		if aside[i] {
			continue
		}
		switch w {
		case "pas":
			if at(i-1) == "ce" && at(i-2) == "est" || at(i+1) == "mal" || at(i-1) == "ou" || at(i-1) == "pourquoi" || at(i+1) == "loin" {
				continue // "n'est-ce pas", "ou pas", "pas loin de"
			}
			return true
		case "sans":
			if at(i+1) == "doute" {
				continue
			}
			return true
		case "jamais", "aucun", "aucune", "depourvu", "depourvue", "depourvus", "depourvues", "ni", "faute", "ignorent", "ignoraient", "ignore", "ignorait", "absence":
			return true
		case "plus", "point":
			if at(i-2) == "n" || at(i-2) == "ne" {
				return true
			}
		case "hors":
		}
	}
	return false
}
