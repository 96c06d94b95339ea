package question

import (
	"slices"
	"strings"
)

// supporting reports a verb that only leads to a bare noun, which says what is
// done and may turn it round: who "prend exemple sur" follows, and does not lead.
func supporting(all []chunk, at int) bool {
	return at+1 < len(all) && all[at+1].kind == group && all[at+1].detached && slices.ContainsFunc(supports, func(root string) bool { return strings.HasPrefix(all[at].text, root) })
}

var supports = []string{"prend", "prenn", "prene", "pris", "donn", "tien", "tenir", "tenu"}

// Holds reports a verb of being or having, which says of two things the same
// both ways round: "les communes ont un compost", "le compost existe dans les
// communes".
func (d Deed) Holds() bool {
	return beings[d.Verb] || having[d.Verb] || slices.ContainsFunc(havingRoots, func(root string) bool { return strings.HasPrefix(d.Verb, root) })
}

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

var (
	having      = set("a ont avait avaient aura auront aurait auraient font fait faisaient faisait")
	havingRoots = []string{"exist", "dispos", "possed", "concern", "compt", "compren", "devien", "reste", "reuni", "rassembl", "regroup"}
)
