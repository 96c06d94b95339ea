package question

import (
	"constat/data/lexicon"
)

// Places in a ranking.

// ranked marks the words that ask for a place in a ranking and name nothing
// else: "combientième", "en deuxième position", "en haut de la pile", "sur le
// podium". The ordinal itself stays: a finding must say it, or list it.
func (s *sentence) ranked() []bool {
	marks := make([]bool, len(s.words))
	any := false
	mark := func(i, end int) {
		for ; i < end; i++ {
			marks[i], any = true, true
		}
	}
	for i := range s.words {
		_, ordinal := lexicon.Ordinal(lexicon.Singular(s.at(i - 1)))
		switch w := s.at(i); {
		case w == "podium", whichPlace[w]:
			mark(i, i+1)
		case spots[w] && (ordinal || s.at(i-1) == "quelle" || s.at(i-1) == "quel"):
			mark(i, i+1)
		case w == "haut" && s.at(i-1) == "en":
			mark(i, i+1)
			if k := i + 3; s.at(i+1) == "de" && s.at(i+2) == "la" && heaps[s.at(k)] || s.at(i+1) == "du" && heaps[s.at(i+2)] {
				mark(i+1, min(k+1, len(s.words)))
			}
		}
	}
	if !any {
		return nil
	}
	return marks
}

// asksPlaceOf reports that the place of a thing is asked: "à quel rang",
// "combientième".
func (s *sentence) asksPlaceOf() bool {
	for i := range s.words {
		if whichPlace[s.at(i)] || (s.at(i) == "rang" || s.at(i) == "position") && (s.at(i-1) == "quel" || s.at(i-1) == "quelle") {
			return true
		}
	}
	return false
}

var (
	// whichPlace words ask for an ordinal.
	whichPlace = set("combientieme combienieme quantieme")
	// spots are the places of a ranking.
	spots = set("position place rang marche")
	// heaps are what things stand on top of.
	heaps = set("pile liste classement panier tableau affiche hierarchie")
)
