package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

func (s *sentence) asksDate() bool {
	if s.has(numberWords) {
		return false // "quand le budget augmente, c'est de combien ?"
	}
	return s.says("quelle", "periode") || s.says("quelles", "dates") || s.asksWhen() || s.says("quelle", "date") || s.says("date", "limite") || s.says("quelle", "annee") || s.says("quel", "horizon") ||
		s.says("quelle", "echeance") || s.says("quel", "mois") || s.says("quels", "mois") || s.asksDay()
}

func (s *sentence) asksDay() bool { return s.says("quel", "jour") || s.says("quels", "jours") }

// onset reports "depuis quand", "depuis quelle année".
func (s *sentence) onset() bool {
	return s.says("depuis", "quand") || s.says("depuis", "quelle") || s.says("depuis", "quel")
}

// due reports that the moment asked is that of a term: "l'échéance tombe
// quand ?". "C'était quand ?" may ask for that of the survey.
func (s *sentence) due() bool { return s.has(terms) || s.hasPrefix("tomb") }

var terms = set("echeance echeances limite delai")

// forward reports that the moment asked lies ahead: "pour quand", "à quel
// horizon", "quand auront-ils".
func (s *sentence) forward() bool {
	for i := 1; i < len(s.words); i++ {
		if (s.at(i) == "quand" || s.at(i) == "quel" || s.at(i) == "quelle") && ahead[s.at(i-1)] {
			return true
		}
	}
	return s.has(horizons) || s.future()
}

var (
	ahead    = set("pour pr ici jusqu jusque vers avant")
	horizons = set("horizon doit doivent devait devaient")
)

// asksWhen tells "depuis quand" from "perd-elle sa place quand les métiers …",
// where it only joins two clauses.
func (s *sentence) asksWhen() bool {
	for i := range s.words {
		if s.at(i) != "quand" || s.at(i+1) == "meme" {
			continue
		}
		joins := s.at(i+1) == "ils" || s.at(i+1) == "elles" || s.at(i+1) == "on"
		if joins && !s.words[i+1].Joined {
			continue
		}
		if i == len(s.words)-1 || s.starts(i) || beforeWhen[s.at(i-1)] {
			return true
		}
	}
	return false
}

var beforeWhen = set("depuis jusqu jusque pour de a et est c ca")

func (s *sentence) asksPlace() bool {
	if s.says("en", "est", "ou") || s.says("en", "sont", "ou") || s.says("en", "etait", "ou") || s.says("ou", "en", "est") || s.says("ou", "en", "sont") || s.says("ou", "en", "etait") || s.says("ou", "en", "etaient") {
		return false // "où en est …" asks for a figure, not for a place
	}
	if s.arrives() {
		return false
	}
	if s.says("d", "ou", "vient") || s.says("d", "ou", "viennent") {
		return false // an origin is no place
	}
	return strings.HasPrefix(lexicon.Fold(s.text), "ou ") || s.asksWhere() || s.says("quelle", "ville") && s.says("dans") || s.says("quel", "endroit") || s.says("quel", "lieu")
}

// asksWhere tells "c'était où", "et où se trouve", from "des clubs où l'on
// peut", where it only joins a noun and what is said of it.
func (s *sentence) asksWhere() bool {
	for i, w := range s.words {
		if strings.EqualFold(s.text[w.Start:w.End], "où") && (i == len(s.words)-1 || s.starts(i) || lexicon.ClassOf(s.at(i-1)) != lexicon.Subject) {
			return true
		}
	}
	return false
}

// arrives reports that a rank is asked as a place: "le prix arrive où ?".
func (s *sentence) arrives() bool { return s.has(arriving) && s.typed("où") }

var arriving = set("arrive arrivent arrivait arrivaient classe classent")

// lies reports "où se trouve", "dans quelle ville est né".
func (s *sentence) lies() bool {
	for _, w := range born {
		if s.typed(w) {
			return true
		}
	}
	return s.has(lying)
}

var (
	lying = set("trouve trouvent situe situent situee situes situees")
	born  = []string{"né", "née", "nés", "nées"}
)

// typed reports whether a word stands as it is, accents included: "où" is not
// "ou".
func (s *sentence) typed(word string) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return strings.EqualFold(s.text[w.Start:w.End], word) })
}
