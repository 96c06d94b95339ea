package question

// Who said a thing: only a finding that names its speaker tells.

// speaker marks the words by which a message asks who said something, "qui
// avançait le chiffre de", "quel analyste dit que"; none when it does not.
func (s *sentence) speaker() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		k := i + 1
		switch {
		case s.at(i) == "qui":
			if s.at(k) == "chez" { // "qui chez nous a dit que"
				k += 2
			}
		case questionWords[s.at(i)] && speakers[s.at(k)]:
			k++
		default:
			continue
		}
		for auxiliary[s.at(k)] {
			k++
		}
		if !s.saysAt(k) {
			continue
		}
		for n := i; n <= k; n++ {
			marks[n] = true
		}
		for k++; articles[s.at(k)]; k++ {
		}
		if k < len(s.words) && stated[s.at(k)] {
			marks[k] = true
		}
		return marks
	}
	return nil
}

// saysAt reports a verb of saying at a place. One that says other things too
// needs what is said after it: "dit que", "avance le chiffre".
func (s *sentence) saysAt(i int) bool {
	next := s.at(i + 1)
	switch {
	case declaring[s.at(i)]:
		return true
	case !telling[s.at(i)]:
		return false
	case next == "que" || next == "qu":
		return true
	}
	k := i + 1
	for articles[s.at(k)] {
		k++
	}
	return k < len(s.words) && (stated[s.at(k)] || s.inFigure(k))
}

var (
	// speakers are the nouns by which a speaker is asked.
	speakers = set("analyste expert experte specialiste consultant consultante intervenant intervenante auteur orateur")
	// declaring verbs are said of speakers only.
	declaring = set("affirme affirmait affirment declare declarait deplore deplorait deplorent regrette regrettait regrettent denonce denoncait denoncent pretend pretendait")
	// telling verbs may be said of speakers.
	telling = set("dit disait disent avance avancait avancent annonce annoncait annoncent donne donnait evoque evoquait estime estimait explique expliquait")
	// stated are the nouns of what is said.
	stated = set("chiffre montant pourcentage nombre taux estimation prevision")
)
