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
	Aim    bool    // Verb is an infinitive, of which only what stands behind it is read
	Agents []Thing // who does it
	Others []Thing // all else that stands with it
}

// A Thing is what some words name.
type Thing struct {
	Words   []string // that carry meaning: folded, singular, trade equivalents as one
	Typed   []string // the same, folded as they are typed
	Names   []string // of those, what several words name together: "direction générale"
	Head    string   // its first noun, folded and singular, whether it carries meaning or not
	Counted bool     // "44 % des communes", "combien de communes"
	Direct  bool     // the object itself, with no preposition: "pilote la stratégie"
	Beside  bool     // as much as the agent, or as little: "avec les métiers", "hors DSI"
	Place   bool     // where it is: "dans les communes"
	Within  bool     // only says which: "des collectivités" in "les règles des collectivités"
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
	return slices.Concat(deeds, named(all), infinitives(all))
}

// read reads the deed of a verb. False when nobody is seen to do it.
func read(all []chunk, at int, before []Deed) (Deed, bool) {
	verb := all[at]
	d := Deed{Verb: verb.text}
	if verb.causes || verb.anyone || supporting(all, at) { // who is made to do it stands behind as an object does, and "on" is nobody
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
	case len(asked) > 0 && asked[0].text == "" && asked[0].prep == "":
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
	right := rightOf(all, at)
	for n, k := range right {
		switch {
		case follows && k.prep == "" && !k.detached:
			doers, follows = append(doers, k), false
		case verb.passive && k.prep == "par":
			d.Agents = append(d.Agents, things(k)...)
		default:
			for _, t := range things(k) {
				t.Direct = k.prep == "" && (n == 0 || right[n-1].prep == "") && lexicon.ClassOf(k.text) != lexicon.Study // "…, étude 2022"
				t.Beside = besideDoer[k.prep] && !(n > 0 && mutually(right[n-1].text))                                   // "leurs échanges avec le Trésor"
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
	return d, len(d.Agents) > 0 || d.Who || verb.passive
}

// goesOn reports a verb that stands right behind "et", with the subject of the
// one before.
func goesOn(all []chunk, at int) bool { return at > 0 && all[at-1].kind == linked }

func things(k chunk) []Thing {
	if len(k.words) == 0 {
		return nil
	}
	return []Thing{{Words: k.words, Typed: k.typed, Names: k.names, Head: k.text, Counted: k.counted}}
}

// besideDoer are the prepositions of those who do a thing too, or not.
var besideDoer = set("avec sans hors outre sauf entre comme selon parmi cote")

// placing are the prepositions of where a thing is done.
var placing = set("avant apres dans chez parmi en sous")
