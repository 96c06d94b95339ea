package question

import (
	"slices"

	"constat/data/lexicon"
)

// An aspect is something that an edition file says of itself: which wishes
// ask for it, which words name it, and which words may stand beside them.
type aspect struct {
	about About
	wants []Wants
	names map[string]bool // one of them must stand in the question
	study bool            // the survey itself must be named
}

// aspects are tried in order: the surest come first.
var aspects = []aspect{
	{Sample, []Wants{Number, Statement, Share, Which}, set("echantillon echantillons effectif effectifs panel"), false},
	{Sample, []Wants{Number}, set("interroge interroges interrogee interrogees repondu repondants repondant sonde sondes sondees participe participants"), false},
	{Respondents, []Wants{Person, Statement, Which}, set("repondu interroge interroges interrogee interrogees repondants sondes panel"), false},
	{Scope, []Wants{Statement, Person, Which}, set("perimetre champ couvre couverts couvertes couvert"), true},
	{Fieldwork, []Wants{Date, Which}, set("lieu periode menee mene realisee realise deroulee deroule conduite conduit terrain administree interroges interroge interrogee interrogees faite fait faites"), true},
	{Presentation, []Wants{Date, Place}, set("presente presentee presentes presentees presentation devoile devoilee devoiles devoilees publie publiee publies publiees publication paru parue sorti sortie sortis rendu rendue rendus public publics congres colloque restitues restitue lance lancee"), true},
	{Presentation, []Wants{Which}, set("manifestation evenement congres colloque salon"), true},
	{Fieldwork, []Wants{Date}, set("enquete enquetes sondage sondages"), true}, // "l'enquête, c'était quand ?"
	{Publisher, []Wants{Statement, Which}, set("editeur cabinet organisme auteur auteurs institut"), true},
	{Publisher, []Wants{Person}, set("publie publient publier publiee edite editeur realise realisee mene menee produit produite derriere origine initiative cabinet organisme auteur auteurs institut conduit signe"), true},
}

// about returns what of an edition itself is asked, or nothing when a word of
// the question names another subject.
func (s *sentence) about(q *Question) About {
	for _, a := range aspects {
		if !slices.Contains(a.wants, q.Wants) || !s.has(a.names) || a.study && q.Survey == "" && !s.titled(q) {
			continue
		}
		if others := s.others(a, q); len(others) == 0 {
			for _, w := range q.Subject {
				if s.titles[w] && !a.names[w] && !surveys[w] {
					q.Titled = append(q.Titled, w)
				}
			}
			q.Subject = slices.DeleteFunc(q.Subject, func(w string) bool { return !a.names[w] })
			return a.about
		}
	}
	return ""
}

// titled reports whether the person names the survey by a word of its title.
func (s *sentence) titled(q *Question) bool {
	return slices.ContainsFunc(q.Subject, func(w string) bool { return s.titles[w] && !surveys[w] })
}

// survey returns the word by which the survey itself is named.
func (s *sentence) survey() string {
	for _, w := range s.words {
		if surveys[w.Text] {
			return lexicon.Singular(w.Text)
		}
	}
	return ""
}

// endsWithSurvey reports that the survey is the last thing named, as an object:
// "qui finance l'observatoire ?", not "selon l'observatoire".
func (s *sentence) endsWithSurvey() bool {
	n := len(s.words)
	return n > 2 && surveys[s.at(n-1)] && (s.at(n-2) == "l" || s.at(n-2) == "cette" || s.at(n-2) == "le" || s.at(n-2) == "votre") && lexicon.ClassOf(s.at(n-3)) != lexicon.Function
}

// onlyTitled reports that the survey is named whole, and nothing else: "que
// mesure l'observatoire des compétences numériques ?". What is measured in a
// study may well be words of some title.
func (s *sentence) onlyTitled(q *Question) bool {
	return q.Survey != "" && len(q.Subject) > 1 && !q.Wants.Measured() && !slices.ContainsFunc(q.Subject, func(w string) bool { return !s.titles[w] })
}

// others returns the subject words that belong to another subject. Groups may
// be named as guesses of who answered ("des DSI, des élus ?").
func (s *sentence) others(a aspect, q *Question) []string {
	guesses := map[string]bool{}
	if a.about == Respondents || a.about == Scope {
		for _, m := range s.mentions {
			for i := m.Start; i < m.End; i++ {
				guesses[s.at(i)] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(q.Subject), func(w string) bool { return a.names[w] || asides[w] || guesses[w] || s.titles[w] })
}

var (
	// surveys name the survey itself.
	surveys = set("observatoire enquete enquetes etude etudes edition editions barometre sondage resultat resultats")
	// asides say nothing that an edition could lack.
	asides = set("taille exactement officiellement niveaux decideurs personnes jour jours mois ville lieu date dates periode endroit manifestation evenement restitues restitue tenu")
)
