package question

import (
	"slices"

	"constat/data"
	"constat/data/lexicon"
)

// Whether a message goes on with the answer before it.

// goesOn reports that the message continues the answer: it names no subject,
// points back, or adds a word that another finding of the same indicator says.
func (r *Reader) goesOn(s *sentence, q Question, state State) bool {
	if q.About != "" || s.meta() != "" || s.asksMeaning(q) || s.advice() || s.turns() {
		return false
	}
	if s.continues(len(q.Subject)) || q.onlyRanks() || q.onlyMoves() || s.pointsBack() || q.Member && s.says("en", "fait", "partie") || q.Member && s.says("en", "font", "partie") || r.whyListed(q, state) { // "et en deuxième ?"
		return true
	}
	fragment := len(q.Subject) <= maxFragment && (continuations[s.at(0)] || s.pointed() == 0 || len(s.words) <= maxFragment)
	return fragment && !s.says("sinon") && !s.says("est", "qui") && !s.says("est", "quoi") && r.siblingSays(state, q.Subject)
}

// onlyRanks reports that a message names nothing but a rank: "et le deuxième ?".
func (q Question) onlyRanks() bool {
	return !slices.ContainsFunc(q.Subject, func(w string) bool { _, ok := lexicon.Ordinal(w); return !ok })
}

// pointsBack reports a pronoun that stands for what was said, "qui la
// finance ?", or a complement whose noun was said: "et à l'évolution des
// métiers ?".
func (s *sentence) pointsBack() bool {
	return s.at(0) == "qui" && standing[s.at(1)] || s.at(0) == "et" && completing[s.at(1)]
}

var (
	standing   = set("la le les l y en")
	completing = set("a au aux")
	nothing    = set("rien aucun aucune")
)

// whyListed reports "pourquoi la communication ?", of a list that names it.
func (r *Reader) whyListed(q Question, state State) bool {
	lead := r.lead(state)
	return lead != nil && q.Wants == Reason && len(q.Subject) == 1 && slices.ContainsFunc(lead.Items, func(i data.Item) bool {
		return slices.ContainsFunc(lexicon.Words(i.Label), func(w lexicon.Word) bool { return lexicon.Singular(w.Text) == lexicon.Singular(q.Subject[0]) })
	})
}

// maxFragment is how many subject words a message has at most that only adds
// to the last one: "et en baisse ?".
const maxFragment = 2

// siblingSays reports whether a finding of the same indicator says the words.
func (r *Reader) siblingSays(state State, words []string) bool {
	lead := r.lead(state)
	if lead == nil || lead.Indicator == "" {
		return false
	}
	for _, f := range r.library.Findings {
		if lexicon.Fold(f.Indicator) == lexicon.Fold(lead.Indicator) && r.index.Says(f, words...) {
			return true
		}
	}
	return false
}
