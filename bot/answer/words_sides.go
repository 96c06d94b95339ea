package answer

import (
	"fmt"
	"strings"

	"constat/data"
)

// The sentences of an answer that states several findings.
const (
	saySides        = "Constats publiés" + nbsp + ":"
	sayHalf         = "L'observatoire ne publie pas ce résultat pour une partie de la question (%s)" + nbsp + ": rien n'est donc mis en regard."
	sayComputed     = "Écart calculé" + nbsp + ": %s, de %s (%s) à %s (%s)."
	sayInexact      = "Aucun écart n'est calculé" + nbsp + ": une formule au moins ne donne pas de valeur exacte."
	sayIncomparable = "Ces constats ne se comparent pas" + nbsp + ": %s."
	sayHighest      = "D'après les formules publiées, le chiffre le plus élevé est celui-ci" + nbsp + ": %s."
	sayLowest       = "D'après les formules publiées, le chiffre le plus bas est celui-ci" + nbsp + ": %s."
	sayUnordered    = "Les formules publiées ne permettent pas de dire quel chiffre est le plus élevé."
)

// Why findings are not held against one another.
const (
	whyNoFigure     = "l'un d'eux n'a pas de chiffre"
	whySeries       = "ils viennent d'études différentes"
	whyIndicator    = "ils ne mesurent pas la même chose"
	whyStatus       = "ils n'ont pas le même statut"
	whyUnit         = "leurs chiffres n'ont pas la même unité"
	whyPopulation   = "ils ne portent pas sur la même population"
	whyBreak        = "la série est rompue à l'édition %d"
	whyContradicted = "une autre source contredit l'un d'eux"
	whyHearsay      = "l'un d'eux n'est pas de l'observatoire"
)

// whyBroken says where a series breaks, and why when the edition tells.
func whyBroken(b *data.Break) string {
	s := fmt.Sprintf(whyBreak, b.Edition)
	if b.Reason != "" {
		s += " (" + b.Reason + ")"
	}
	return s
}

// changeWords are the verdicts on a change, as they open the answer.
var changeWords = map[Verdict]string{
	Confirmed: "Oui, d'après les chiffres publiés.",
	Different: "Non, d'après les chiffres publiés.",
	Undecided: "Les chiffres publiés ne permettent pas de le dire.",
}

// unitWords are the words for a unit after a number.
func unitWords(unit string, size float64) string {
	switch unit {
	case "percent", "point":
		unit = "point"
	case "percent_per_year":
		unit = "point par an"
	}
	noun, rest, _ := strings.Cut(unit, " ")
	if per, what, ok := strings.Cut(noun, "/"); ok {
		noun, rest = per, "par "+what
	}
	if size >= 2 && !strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "x") && !strings.HasSuffix(noun, "z") {
		noun += "s"
	}
	return strings.TrimSpace(noun + " " + rest)
}
