package question

import (
	"constat/data/lexicon"
)

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

// infinitives reads the infinitives of a text with what is done: "pour rendre la
// ville attractive". Who does it is not read.
func infinitives(all []chunk) []Deed {
	var deeds []Deed
	for i, k := range all {
		if k.kind != deed || !k.loose || i+1 >= len(all) {
			continue
		}
		if object := all[i+1]; object.kind == group && object.prep == "" && !object.asked {
			for _, t := range things(object) {
				t.Direct = true
				deeds = append(deeds, Deed{Verb: k.text, Aim: true, Others: []Thing{t}})
			}
		}
	}
	return deeds
}
