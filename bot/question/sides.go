package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// An Order is what a question asks of the figures of its sides.
type Order struct {
	Asked Direction // which is the highest, or the lowest; 0 when it does not ask
	Than  bool      // "plus dans X que dans Y": the first is said to be so
}

// maxSides: four findings side by side are read, five are a table.
const maxSides = 4

// comparative words ask that things be held side by side; no finding has to say
// them.
var comparative = set(`compare comparer comparez compares comparons comparaison comparatif versus difference differences ecart ecarts
	davantage nombreux nombreuses frequent frequente frequents frequentes repandu repandue repandus repandues souvent respectivement benchmark match preference preferences`)

// advanced are the adjectives by which one of several is said to be before others.
var advanced = set("avance avancee avances avancees")

// sides sets the questions that a message asks at once, in the order in which
// it names them: about several populations, or in several clauses. A single
// finding that answers the whole is still the better answer.
func (r *Reader) sides(s *sentence, q *Question) {
	if q.About != "" || q.Wants == Conflict || s.reads >= 0 {
		return
	}
	q.Order = s.order()
	q.Courses = s.courses(*q)
	if !q.Followed {
		q.Sides = r.clauses(s, *q, s.oneHand, s.against, s.repeats(asksAnew), s.repeats(pointers))
		q.Several = len(q.Sides) > 0
	}
	if clusters := s.sideBySide(r.library.Lexicon, q); len(q.Sides) == 0 && len(clusters) > 1 && len(clusters) <= maxSides {
		for _, groups := range clusters {
			side := q.Without()
			if len(side.Subject) == 0 { // nothing of them is asked
				q.Sides = nil
				break
			}
			side.Change = q.Change
			side.Who.Groups = groups
			side.Demands &^= Superlative // which of them is the most so is told by their figures
			q.Sides = append(q.Sides, side)
		}
	}
	if len(q.Sides) == 0 && !q.Followed {
		q.Sides = r.clauses(s, *q, s.either, s.comparison, s.repeats(nil), s.both, s.next)
		q.Several = len(q.Sides) > 0 && (s.has(comparative) || s.says("les", "deux") || q.Order.Asked != 0)
	}
	if len(q.Sides) == 0 && len(q.Courses) == 0 {
		q.Order = Order{}
	}
}

// sideBySide returns the populations that a message puts side by side, or, when
// it goes on, puts beside those of the answer before, in so many words.
func (s *sentence) sideBySide(l *lexicon.Lexicon, q *Question) [][]string {
	switch {
	case len(s.clusters) > 1 && s.coordinates():
		return s.clusters
	case !q.Followed:
	case len(s.clusters) == 1 && len(q.beside) > 0 && (s.has(comparative) || s.compares()) && !slices.Equal(q.beside, s.clusters[0]):
		q.Several = true
		q.Who.Groups = append(slices.Clone(q.beside), q.Who.Groups...) // the next turn goes on about both
		slices.Sort(q.Who.Groups)
		q.Who.Groups = slices.Compact(q.Who.Groups)
		return append([][]string{q.beside}, s.clusters...)
	case len(s.clusters) == 0 && slices.Equal(q.beside, q.Who.Groups): // "et en 2020 ?", of two populations
		var each [][]string
		for _, id := range q.beside {
			if l.Group(id).People { // "décideurs de collectivités" are one
				return nil
			}
			each = append(each, []string{id})
		}
		return each
	}
	return nil
}

// coordinates reports that what stands between the populations puts them side
// by side: "X ou Y", "X et les Y", "X par rapport aux Y".
func (s *sentence) coordinates() bool {
	if s.has(comparative) {
		return true
	}
	for _, gap := range s.gaps {
		if !slices.ContainsFunc(s.words[gap[0]:gap[1]], func(w lexicon.Word) bool { return beside[w.Text] }) &&
			!strings.ContainsAny(s.text[s.words[gap[0]-1].End:s.words[gap[1]].Start], ",;/") {
			return false
		}
	}
	return true
}

// beside are the words by which two populations stand side by side.
var beside = set("et ou vs versus contre que qu rapport face comparaison comparees compares autre ni puis")

// order reads which of the sides is asked: "plus dans X ou dans Y ?".
func (s *sentence) order() Order {
	var o Order
	for i := range s.words {
		if s.inFigure(i) {
			continue
		}
		switch s.at(i) {
		case "plus", "davantage", "mieux":
			if s.at(i+1) != "ou" || s.at(i+2) != "moins" {
				o.Asked = Up
			}
		case "moins":
			if s.at(i-1) != "au" {
				o.Asked = Down
			}
		case "que", "qu":
			o.Than = o.Than || o.Asked != 0 && !s.has(questionWords)
		}
	}
	return o
}
