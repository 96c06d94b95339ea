package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// A Change is what a question asks of how a figure moved over the editions.
type Change struct {
	Asked   bool
	Claimed Direction // what the person says that it did; 0 when nothing
	Pace    bool      // of how fast it moves: "la hausse a-t-elle ralenti ?"
	Open    bool      // all its course, and not only where it went: "évolution de"
	Closed  bool      // asked to be confirmed: "ça a augmenté ?"
	Words   []string  // subject words that say no more than that
	Since   int       // "depuis 2018": from that year on; 0 when not said
	Until   int       // "jusqu'en 2020"; 0 when not said
	Before  bool      // "et avant ?": the run before that of Until
}

// nouns among them ask, and claim nothing: "évolution du budget ?".
var nouns = set("evolution evolutions changement changements variation tendance augmentation progression croissance accroissement diminution")

// change reads what is asked of a figure over time, years being read already.
func (s *sentence) change(q *Question) {
	c := &q.Change
	said, past, verb := false, false, false
	c.Pace = s.has(slowing) || s.has(speeding)
	c.Open = s.has(moves)
	for i := range s.words {
		w := s.at(i)
		if !moves[w] && courses[w] == 0 && !slowing[w] && !speeding[w] || s.inFigure(i) || c.Pace && !slowing[w] && !speeding[w] {
			continue
		}
		said = true
		past = past || moves[w] || s.auxiliary(i-1)
		verb = verb || !nouns[w] && (s.auxiliary(i-1) || !articles[s.at(i-1)] && s.at(i-1) != "en")
		switch {
		case courses[w] == Up, speeding[w]:
			c.Claimed += Up
		case courses[w] == Down, slowing[w]:
			c.Claimed += Down
		}
		if !slices.Contains(c.Words, w) {
			c.Words = append(c.Words, w)
		}
	}
	c.Claimed = min(max(c.Claimed, Down), Up)
	for _, y := range lexicon.Years(s.words) {
		switch y.Role {
		case lexicon.Since:
			c.Since = y.First
		case lexicon.Until:
			c.Until = y.First
		}
	}
	c.Asked = s.fromTo() >= 0 || said && (past || len(q.Years) > 1 || c.Since != 0 || c.Until != 0) || c.Since != 0
	if c.Asked && past { // "a baissé" says nothing of what is done or planned
		q.Stage = s.stageBeside(c.Words)
	}
	c.Closed = verb && !s.has(questionWords) && (strings.HasSuffix(strings.TrimSpace(s.text), "?") || s.inverted() || q.Wants == Check)
	c.Asked = c.Asked || c.Closed
}

// stageBeside reads the stage of a message without the words of a change and
// their auxiliaries.
func (s *sentence) stageBeside(words []string) lexicon.Stage {
	var others []lexicon.Word
	for i, w := range s.words {
		if !slices.Contains(words, w.Text) && (!s.auxiliary(i) || !slices.Contains(words, s.at(i+1))) {
			others = append(others, w)
		}
	}
	stage, _ := lexicon.Stages(others)
	return stage
}

// goesBack reads what a message that goes on asks of the run before, or of the
// time since: "et avant ?", "et depuis ?", "ça a évolué ?". From is the year
// that was said.
func (s *sentence) goesBack(q *Question, from int) {
	c := &q.Change
	named := len(q.Years) > 0 || q.Rank != 0
	if q.Horizon != 0 {
		*c = Change{} // "et ça va évoluer d'ici 2017 ?" asks what is planned
		q.Subject = slices.DeleteFunc(slices.Clone(q.Subject), func(w string) bool { return moves[w] })
		return
	}
	last := s.at(len(s.words) - 1)
	switch {
	case named || s.relative || from == 0:
	case last == "avant" || last == "auparavant":
		c.Asked, c.Before, c.Until = true, true, from
	case last == "depuis":
		c.Asked, c.Since = true, from
	}
	c.Asked = c.Asked || len(c.Words) > 0 && q.onlyMoves()
}

// auxiliary reports a form of "avoir" or "être" at a place, or just before a
// pronoun or an adverb there: "a", "a-t-il", "ont bien".
func (s *sentence) auxiliary(i int) bool {
	const between = 3 // words: "a-t-elle beaucoup"
	for k := i; k >= 0 && i-k <= between; k-- {
		switch s.at(k) {
		case "a", "ont", "est", "sont", "avait", "avaient":
			return true
		case "t", "il", "elle", "ils", "elles", "on", "bien", "beaucoup", "donc", "vraiment", "encore":
			continue
		}
		return false
	}
	return false
}

// Without returns the question without the words by which it asks for a change
// or a comparison: what each of its findings is about.
func (q Question) Without() Question {
	change, order, asked := q.Change, q.Order, len(q.Subject)
	q.Subject = slices.DeleteFunc(slices.Clone(q.Subject), func(w string) bool {
		return change.Asked && slices.Contains(change.Words, w) || order.Asked != 0 && (w == "moins" || advanced[w]) || comparative[w]
	})
	if q.Wants == Which && len(q.Subject) < asked {
		q.Wants = Statement // "quel écart": a figure, of which nobody has the name
	}
	q.Topic = strings.Join(slices.DeleteFunc(strings.Fields(q.Topic), func(w string) bool { return comparative[lexicon.Fold(w)] }), " ")
	if change.Asked {
		q.Demands &^= HowMuch
	}
	q.Sides, q.Change, q.Demands = nil, Change{}, q.Demands&^Fewer
	if change.Asked { // it is computed
		q.Demands &^= HowMuch | Gauge
	}
	return q
}

// onlyMoves reports that a message names no subject but a change of what was
// said before, or a comparison with it.
func (q Question) onlyMoves() bool {
	return len(q.Subject) > 0 && !slices.ContainsFunc(q.Subject, func(w string) bool { return !slices.Contains(q.Change.Words, w) && !comparative[w] })
}
