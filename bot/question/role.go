package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// A Deed is a verb with those who do it, and those to whom, for whom or with
// whom it is done. Questions and findings are read by the same rules, so that
// one can be held against the other. What cannot be read surely is left out.
type Deed struct {
	Verb   string  // folded, as it is typed; a noun for "demandes des métiers à la DSI"
	Noun   bool    // Verb is a noun
	Who    bool    // "qui": the one who does it is asked
	Agents []Thing // who does it
	Others []Thing // all else that stands with it
}

// A Thing is what some words name.
type Thing struct {
	Words  []string // that carry meaning: folded, singular, trade equivalents as one
	Typed  []string // the same, folded as they are typed
	Names  []string // of those, what several words name together: "direction générale"
	Direct bool     // the object itself, with no preposition: "pilote la stratégie"
	Beside bool     // as much as the agent, or as little: "avec les métiers", "hors DSI"
	Place  bool     // where it is: "dans les communes"
	Within bool     // only says which: "des collectivités" in "les règles des collectivités"
}

// Deeds reads the deeds of a text.
func Deeds(l *lexicon.Lexicon, text string) []Deed {
	all := chunks(l, text)
	var deeds []Deed
	for i, k := range all {
		if k.kind == deed && !k.loose {
			if d, ok := read(all, i, deeds); ok {
				deeds = append(deeds, d)
			}
		}
	}
	return append(deeds, named(all)...)
}

// read reads the deed of a verb. False when nobody is seen to do it.
func read(all []chunk, at int, before []Deed) (Deed, bool) {
	verb := all[at]
	d := Deed{Verb: verb.text}
	if verb.causes { // who is made to do it stands behind as an object does
		return d, false
	}
	from := at - 1
	for from >= 0 && all[from].kind != stop && all[from].kind != that && all[from].kind != inviting && all[from].kind != relative && (all[from].kind != deed || all[from].loose) {
		from--
	}
	left, opening := all[from+1:at], chunk{kind: stop}
	if from >= 0 {
		opening = all[from]
	}
	doers := subjectsOf(left)
	var asked []chunk
	for _, k := range left {
		if k.kind == group && k.asked {
			asked = append(asked, k)
		}
	}
	doers = slices.DeleteFunc(doers, func(k chunk) bool { return k.asked })
	follows := false // the subject stands after the verb
	switch {
	case opening.kind == relative:
		if k := antecedent(all[:from], verb); k != nil {
			doers = []chunk{*k}
		}
	case goesOn(all, at): // the same do two things
		doers = nil
		if len(before) > 0 {
			d.Agents = before[len(before)-1].Agents
		}
	case len(doers) > 0:
	case verb.pronoun:
		doers = asked
	case len(asked) > 0 && asked[0].words == nil && asked[0].prep == "":
		d.Who = true
	case len(asked) > 0 && (asked[0].prep != "" || asked[0].plural != verb.plural):
		follows = true
	case len(asked) > 0:
		if next := at + 1; next < len(all) && all[next].kind == group && all[next].prep == "" {
			return d, false // "quelle direction finance la DSI" is read both ways
		}
		doers, asked = asked, nil
	case opening.kind == inviting && len(left) == 0, opening.kind == that && len(left) == 0:
		follows = true
	}
	right, whole := rightOf(all, at)
	for n, k := range right {
		switch {
		case follows && k.prep == "" && !k.detached:
			doers, follows = append(doers, k), false
		case verb.passive && k.prep == "par":
			d.Agents = append(d.Agents, things(k)...)
		default:
			for _, t := range things(k) {
				t.Direct = k.prep == "" && (n == 0 || right[n-1].prep == "")
				t.Beside = besideDoer[k.prep] && !(n > 0 && mutually(right[n-1].text)) // "leurs échanges avec le Trésor"
				t.Place = placing[k.prep]
				t.Within = k.prep == "de" && n > 0
				d.Others = append(d.Others, t)
			}
		}
	}
	if n := len(right); beings[verb.text] && n > 1 && right[0].prep == "" && right[1].prep == "de" && (agentive[right[0].text] || strings.HasSuffix(right[0].text, "ateur")) {
		d.Verb, d.Noun = right[0].text, true // "est un accélérateur de"
	}
	for _, k := range asked {
		for _, t := range things(k) {
			t.Direct = k.prep == ""
			d.Others = append(d.Others, t)
		}
	}
	for _, k := range doers {
		for _, t := range things(k) {
			if verb.passive {
				t.Direct = true
				d.Others = append(d.Others, t)
			} else {
				d.Agents = append(d.Agents, t)
			}
		}
	}
	return d, whole && (len(d.Agents) > 0 || d.Who || verb.passive)
}

// goesOn reports a verb that stands right behind "et", with the subject of the
// one before.
func goesOn(all []chunk, at int) bool { return at > 0 && all[at-1].kind == linked }

// subjectsOf returns the noun groups that stand before a verb as its subject:
// the last one without a preposition, and those that it is listed with.
func subjectsOf(left []chunk) []chunk {
	var doers []chunk
	linkedTo := false
	for i := len(left) - 1; i >= 0; i-- {
		switch k := left[i]; {
		case k.kind == linked:
			if i > 0 && left[i-1].kind == comma { // "…, et la DSI répond"
				return doers
			}
			linkedTo = true
		case k.kind == comma:
			if len(doers) > 0 && !linkedTo {
				return doers
			}
		case k.kind == deed:
			return doers
		case k.prep != "" && !(i > 0 && left[i-1].kind == group):
			if len(doers) > 0 {
				return doers
			}
			return nil
		case k.prep == "":
			if len(doers) > 0 && !linkedTo && left[i+1].kind == group {
				return doers
			}
			doers = append(doers, k)
		}
	}
	return doers
}

// antecedent returns what a "qui" stands for: the nearest noun group that
// agrees in number.
func antecedent(before []chunk, verb chunk) *chunk {
	if n := len(before); n > 0 && before[n-1].kind == comma {
		before = before[:n-1]
	}
	for i := len(before) - 1; i >= 0 && before[i].kind == group; i-- {
		if before[i].plural == verb.plural && len(before[i].words) > 0 {
			return &before[i]
		}
	}
	return nil
}

// rightOf returns the noun groups that belong to a verb behind it: those up to
// the subject of the next one.
func rightOf(all []chunk, at int) (groups []chunk, whole bool) {
	end := at + 1
	for end < len(all) && all[end].kind != stop && all[end].kind != that && all[end].kind != inviting && all[end].kind != relative && (all[end].kind != deed || all[end].loose) {
		end++
	}
	if end < len(all) && all[end].kind == deed && !goesOn(all, end) {
		taken := subjectsOf(all[at+1 : end])
		for _, k := range taken {
			for i := at + 1; i < end; i++ {
				if all[i].starts == k.starts && all[i].kind == group {
					end = i
				}
			}
		}
	}
	for _, k := range all[at+1 : end] {
		if k.kind == group && len(k.words) > 0 {
			groups = append(groups, k)
		}
	}
	return groups, true
}

func things(k chunk) []Thing {
	if len(k.words) == 0 {
		return nil
	}
	return []Thing{{Words: k.words, Typed: k.typed, Names: k.names}}
}

// Coordinated returns the lists of things that a text puts side by side: "la DSI et
// les métiers".
func Coordinated(l *lexicon.Lexicon, text string) [][]Thing {
	all := chunks(l, text)
	var sides [][]Thing
	for i, k := range all {
		if k.kind != linked || i == 0 || i+1 == len(all) || all[i-1].kind != group || all[i+1].kind != group || all[i-1].prep != all[i+1].prep {
			continue
		}
		side := append(things(all[i-1]), things(all[i+1])...)
		for n := i - 2; n > 0 && all[n].kind == comma && all[n-1].kind == group && all[n-1].prep == all[i+1].prep; n -= 2 {
			side = append(side, things(all[n-1])...)
		}
		sides = append(sides, side)
	}
	return sides
}

// besideDoer are the prepositions of those who do a thing too, or not.
var besideDoer = set("avec sans hors outre sauf entre comme selon parmi cote")

// placing are the prepositions of where a thing is done.
var placing = set("avant apres dans chez parmi en sous")

// named reads the deeds that a noun says: "demandes des métiers à la DSI",
// "effet de la réforme sur le numérique", "freins au compostage".
func named(all []chunk) []Deed {
	var deeds []Deed
	for i, k := range all {
		if k.kind != group || i+1 >= len(all) || all[i+1].kind != group {
			continue
		}
		first := all[i+1]
		switch {
		case hindering[k.text] && first.prep == "a":
			deeds = append(deeds, Deed{Verb: k.text, Noun: true, Others: things(first)})
		case !subjective[k.text] || first.prep != "de" || i+2 >= len(all) || all[i+2].kind != group:
		case all[i+2].prep == "par":
			deeds = append(deeds, Deed{Verb: k.text, Noun: true, Agents: things(all[i+2]), Others: things(first)})
		case reaching[all[i+2].prep]:
			deeds = append(deeds, Deed{Verb: k.text, Noun: true, Agents: things(first), Others: things(all[i+2])})
		}
	}
	return deeds
}

var (
	// subjective are nouns whose "de" names who does it.
	subjective = set("demande attente reponse aide soutien appui confiance avis regard opinion effet impact influence consequence apport role place recours acces participation contribution appel pression appropriation adhesion resistance")
	// agentive are those of what does something to what their "de" names.
	agentive = set("moteur levier frein ennemi allie garant pilote")
	// hindering are those whose "à" names what they hold back.
	hindering = set("frein obstacle entrave barriere")
	reaching  = set("a sur dans aupres envers vers pour face")
)

// Holds reports a verb of being or having, which says of two things the same
// both ways round: "les communes ont un compost", "le compost existe dans les
// communes".
func (d Deed) Holds() bool {
	return beings[d.Verb] || having[d.Verb] || slices.ContainsFunc(havingRoots, func(root string) bool { return strings.HasPrefix(d.Verb, root) })
}

var (
	having      = set("a ont avait avaient aura auront aurait auraient font fait faisaient faisait")
	havingRoots = []string{"exist", "dispos", "possed", "concern", "compt", "compren", "devien", "reste"}
)

// Felt reports a verb of what something does to a mind, which may as well be
// said the other way round: "le cloud les tente", "ils penchent pour le cloud".
func (d Deed) Felt() bool {
	return slices.ContainsFunc(feeling, func(root string) bool { return strings.HasPrefix(d.Verb, root) })
}

var feeling = []string{"tent", "sedui", "interess", "preoccup", "inquiet", "attir", "convain", "plai", "plu", "satisf", "motiv", "gene", "enthousias", "decoura", "rebut"}

// Mutual reports a verb that says of two things the same both ways round
// because they do it to one another: "se rapproche de".
func (d Deed) Mutual() bool { return mutually(d.Verb) }

func mutually(w string) bool {
	return slices.ContainsFunc(mutual, func(root string) bool { return strings.HasPrefix(w, root) })
}

var mutual = []string{"rapproch", "cooper", "collabor", "dialog", "echang", "associ", "ressembl", "disting", "rencontr", "differ", "partag"}

// Receives reports a verb whose subject has it done to him: "reçoit", "subit".
func (d Deed) Receives() bool {
	return slices.ContainsFunc(receiving, func(root string) bool { return strings.HasPrefix(d.Verb, root) })
}

var receiving = []string{"recev", "recoi", "recu", "subi", "benefici", "herit", "obten", "obtien", "depend", "appart", "souffr", "profit"}
