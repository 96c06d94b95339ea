package question

import (
	"slices"

	"constat/data/lexicon"
)

// A Direction is where a figure goes.
type Direction int8

// The directions.
const (
	Up     Direction = 1
	Down   Direction = -1
	Steady Direction = 2
)

// Verbs and nouns by which French says that a figure moves, folded. They are
// part of the subject too: a finding that says them answers alone.
var (
	moves = set(`evolue evoluent evolution evolutions evoluer evoluait change changent changer changement changements bouge bougent bouger bouge
		varie varient varier variation tendance trajectoire`)
	rises = set(`augmente augmentent augmentait augmentaient augmentee augmentes augmenter augmentation hausse hausses progresse progressent progresser progression
		grimpe grimpent grimper croit croissent croitre croissance accru accrue monte montent montait montaient gagne`)
	falls = set(`baisse baissent baissait baissaient baisser baisses diminue diminuent diminuait diminuer diminution recule reculent reculer recul chute chutent
		regresse regressent decroit decru descend descendent descendait descendu descendue perdu`)
	steady = set(`stable stables stagne stagnent stagnait stagnation stagner inchange inchangee inchanges inchangees constant constante`)

	// slowing and speeding are said of a movement, not of what moves.
	slowing  = set("ralenti ralentie ralentit ralentissent ralentissait ralentir ralentissement")
	speeding = set("accelere acceleree accelerent acceleree accelerait")
)

// courses says which way each word goes.
var courses = func() map[string]Direction {
	m := map[string]Direction{}
	for d, words := range map[Direction]map[string]bool{Up: rises, Down: falls, Steady: steady} {
		for w := range words {
			m[w] = d
		}
	}
	return m
}()

// CourseOf returns which way a folded word says that a figure goes, 0 when it
// says none.
func CourseOf(word string) Direction { return courses[word] }

// Course returns which way a text says that something goes, "ne bouge pas"
// being Steady; 0 when it says none, or several.
func Course(text string) Direction {
	var said Direction
	words := lexicon.Words(text)
	for i, w := range words {
		d := courses[w.Text]
		if moves[w.Text] && i+1 < len(words) && words[i+1].Text == "pas" {
			d = Steady
		}
		switch {
		case d == 0:
		case said != 0 && d != said:
			return 0
		default:
			said = d
		}
	}
	return said
}

// courses returns the question once for each way that a figure may go, when it
// names two at least: "en hausse, stable ou en baisse ?". Each is answered by
// what goes that way.
func (s *sentence) courses(q Question) []Question {
	var named []Direction
	for i := range s.words {
		if d := courses[s.at(i)]; d != 0 && !s.inFigure(i) && !slices.Contains(named, d) {
			named = append(named, d)
		}
	}
	side := q.Without()
	side.Subject = slices.DeleteFunc(slices.Clone(side.Subject), func(w string) bool { return courses[w] != 0 })
	if len(named) < 2 || len(side.Subject) == 0 {
		return nil
	}
	if side.Wants == Check {
		side.Wants = Statement
	}
	var all []Question
	for _, d := range named {
		side.Course = d
		all = append(all, side)
	}
	return all
}

// fromTo returns where "de combien à combien" ends, or -1.
func (s *sentence) fromTo() int {
	const between = 5 // words: "de combien en 2010 à combien"
	for i := range s.words {
		if s.at(i) != "combien" || s.at(i-1) != "de" {
			continue
		}
		for k := i + 1; k <= i+between; k++ {
			if s.at(k) == "a" && s.at(k+1) == "combien" {
				return k + 1
			}
		}
	}
	return -1
}
