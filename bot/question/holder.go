package question

import (
	"slices"

	"constat/data/lexicon"
)

// A Holding is a noun with what tells whose it is, or which one: "les priorités
// techniques de la DSI".
type Holding struct {
	Noun   string   // folded and singular
	Which  []string // the other words of its group, folded: "techniques"
	Of     []Thing  // its complements, in order
	Prep   []string // the preposition of each
	Object bool     // it is the object of a verb: "servir l'usager"
	Tied   bool     // a complement of the noun before it
	Whole  Thing    // the group itself
}

// Holdings reads the nouns of a text with their complements.
func Holdings(l *lexicon.Lexicon, text string) []Holding {
	all := chunks(l, text)
	var found []Holding
	for i, k := range all {
		if k.kind != group || k.text == "" {
			continue
		}
		h := Holding{Noun: k.text, Whole: Thing{Words: k.words, Typed: k.typed, Names: k.names}}
		h.Tied = k.prep != "" && i > 0 && all[i-1].kind == group
		if len(k.typed) > 1 && len(k.names) == 0 {
			h.Which = k.typed[1:]
		}
		for at := i - 1; at >= 0 && k.prep == ""; at-- {
			if all[at].kind == deed {
				h.Object = true
			} else if all[at].kind == linked && at > 0 && all[at-1].kind == group {
				at--
				continue
			}
			break
		}
		for n := i + 1; n < len(all); n++ {
			next := all[n]
			if next.kind == linked && n+1 < len(all) && all[n+1].kind == group && all[n+1].prep != "" {
				continue
			}
			if next.kind != group || next.prep == "" || next.prep == "par" || next.asked {
				break
			}
			for _, t := range things(next) {
				h.Of, h.Prep = append(h.Of, t), append(h.Prep, next.prep)
			}
		}
		for _, t := range owner(all[:i], k) {
			h.Of, h.Prep = append(h.Of, t), append(h.Prep, "de")
		}
		found = append(found, h)
	}
	return found
}

// owner returns whom a possessive stands for when a sentence sets them out
// first: "les usagers, leurs priorités", "la serre, quel est son budget".
func owner(before []chunk, k chunk) []Thing {
	start := len(before)
	for start > 0 && before[start-1].kind != stop {
		start--
	}
	if k.owned == 0 || start+1 >= len(before) {
		return nil
	}
	first := before[start]
	if first.kind != group || first.prep != "" || first.asked || before[start+1].kind != comma || first.plural != (k.owned == manyOwners) {
		return nil
	}
	return things(first)
}

// Held returns the holdings of a question that ask for what somebody has or
// minds: nouns that mean little without whose they are, and the one counted.
func Held(l *lexicon.Lexicon, text, counted string) []Holding {
	return slices.DeleteFunc(Holdings(l, text), func(h Holding) bool {
		return !held[h.Noun] && (counted == "" || h.Noun != counted) || len(h.Of) == 0 && len(h.Which) == 0
	})
}

// held are nouns that somebody, or something, has.
var held = set(`priorite attente besoin qualite difficulte avis competence moyen budget preoccupation mission frein obstacle objectif ambition enjeu role
	demande satisfaction opinion crainte motivation effet impact influence consequence benefice apport avantage probleme`)
