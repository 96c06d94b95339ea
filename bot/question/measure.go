package question

import (
	"slices"

	"constat/data/lexicon"
)

var (
	shareWords  = set("pourcentage pourcentages pourcent pct proportion proportions taux")
	figureWords = set("chiffre chiffres statistique statistiques stat stats score scores")
	numberWords = set("combien cb cbien cmb cmbien nb")
	amountWords = set("euro euros montant montants coute coutent couter coutait cout couts prix milliard milliards million millions")
	reasonWords = set("pourquoi pk pq pkoi")
)

// barePercent reports a "%" without a number: "valeur exacte, en % ?", "compost
// 2015 %".
func (s *sentence) barePercent() bool {
	for i, w := range s.words {
		if w.Text == "%" && (!isNumber(s.at(i-1)) || s.percentOfYear(i)) {
			return true
		}
	}
	return false
}

// percentOfYear reports a "%" that ends the message behind a year: no share is
// that large.
func (s *sentence) percentOfYear(i int) bool {
	return i > 0 && s.at(i) == "%" && slices.ContainsFunc(lexicon.Years(s.words), func(y lexicon.Year) bool { return y.End == i })
}

// asksPartie reports the noun of "quelle partie des communes": of several, it is
// a share. Of one thing it is a piece, "quelle partie du jardin".
func (s *sentence) asksPartie(i int) bool {
	return s.at(i) == "partie" && s.at(i-1) == "quelle" && s.at(i+1) == "des"
}

// asksPart tells "quelle part" and "part des" from "prend part".
func (s *sentence) asksPart() bool {
	for i, w := range s.words {
		if s.asksPartie(i) {
			return true
		}
		if w.Text != "part" && w.Text != "parts" {
			continue
		}
		if uncounted[s.at(i-1)] {
			continue // "quelque part", "d'une part"
		}
		if i == 0 || s.at(i-1) == "quelle" || parted[s.at(i+1)] || w.Text == "parts" && numerals[s.at(i-1)] {
			return true // "part des communes", "la part qui a un compost", "les trois parts"
		}
		if i == len(s.words)-1 || s.at(i+1) == "deja" {
			return true // "open data 2015, part ?"
		}
	}
	return false
}

// parted words lead to those of whom a part is asked.
var parted = set("de des d qui que qu")

// uncounted words make an expression of "part".
var uncounted = set("quelque nulle une autre prend prennent prenait prenaient faire a leur sa")

// asksMeasure tells "quelle croissance", "quel budget": figures.
func (s *sentence) asksMeasure() bool { return s.measure() != "" || s.averaged() }

// averaged reports "quel est l'âge moyen", "quelle distance médiane".
func (s *sentence) averaged() bool {
	for i := range s.words {
		if averages[s.at(i)] && lexicon.ClassOf(s.at(i-1)) == lexicon.Subject {
			for k := i - 2; k >= max(0, i-averageReach); k-- {
				if s.at(k) == "quel" || s.at(k) == "quelle" {
					return true
				}
			}
		}
	}
	return false
}

var averages = set("moyen moyenne median mediane")

// averageReach is how far before "moyen" the question word stands at most:
// "quel est le salaire mensuel moyen".
const averageReach = 5

// measure returns the noun that only a figure tells, of "quel est le budget",
// "c'est quoi le budget".
func (s *sentence) measure() string {
	for i := range s.words {
		w := s.at(i)
		if w != "quelle" && w != "quel" && w != "quelles" && w != "quels" && !(w == "quoi" && (s.at(i-1) == "est" || s.at(i-1) == "etait")) {
			continue
		}
		for k := i + 1; k <= i+3; k++ {
			if measures[s.at(k)] {
				return s.at(k)
			}
			if lexicon.ClassOf(s.at(k)) != lexicon.Function {
				break
			}
		}
	}
	return ""
}

// gauge returns the noun of which the very amount, or growth, is asked: "quel
// est le budget", "quel taux de croissance". A share of people tells neither.
func (s *sentence) gauge() string {
	if noun := lexicon.Singular(s.measure()); budgets[noun] || growths[noun] {
		return noun
	}
	for i := range s.words {
		if s.at(i) == "taux" && growths[s.at(i+2)] && s.at(i+1) == "de" {
			return s.at(i + 2)
		}
	}
	return ""
}

// byWhatShare reports "de quel pourcentage le budget baisse-t-il".
func (s *sentence) byWhatShare() bool {
	for i := range s.words {
		if s.at(i) == "de" && (s.at(i+1) == "quel" || s.at(i+1) == "quelle") && (shareWords[s.at(i+2)] || s.at(i+2) == "part") {
			return true
		}
	}
	return false
}

// GrowthAsked reports whether the gauge is how much a thing grows or falls.
func (q Question) GrowthAsked() bool { return growths[q.Gauge] }

var (
	budgets = set("budget depense marche salaire remuneration loyer tarif revenu")
	growths = set("croissance progression hausse baisse augmentation diminution recul chute")
)

// measures are nouns that only a figure tells.
var measures = set("marche distance superficie surface croissance progression hausse baisse evolution budget budgets depense depenses duree valeur effectif effectifs score scores augmentation diminution salaire salaires remuneration remunerations loyer loyers tarif tarifs revenu revenus")

// countsWho reports "combien de communes", whatever else is named: how many
// are asked, and no amount.
func (s *sentence) countsWho() bool {
	return slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool {
		return m.Start > 1 && articles[s.at(m.Start-1)] && numberWords[s.at(m.Start-2)]
	})
}

// asksNumber tells "quel nombre", "nombre de communes" from "du nombre de".
func (s *sentence) asksNumber() bool {
	if s.says("nombreux", "a") || s.says("nombreuses", "a") {
		return true // "sont-ils nombreux à avoir un compost ?"
	}
	for i := range s.words {
		if s.at(i) == "nombre" && (i == 0 || s.at(i-1) == "quel" || s.at(i-1) == "le") {
			return true
		}
	}
	return false
}
