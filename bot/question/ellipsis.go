package question

import (
	"slices"
	"strings"

	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// Messages that leave a part unsaid: "et le samedi ?", "et par téléphone ?",
// "et ceux qui sont en retard ?". They change one thing of what was said; all
// else goes on, the rest of the subject too.

// Unsaid is what such a message leaves unsaid of the subject before. A finding
// carries it that measures the same thing, or the same sort of thing, or says
// the rest.
type Unsaid struct {
	Head  string   // the noun that says what sort of thing was measured
	Rest  []string // the other words of it, but those that the message says anew
	Theme bool     // the message names a thing as known, which may be measured itself: "le cloud"
	Bare  bool     // it names it without an article, "et cloud ?": only a whole name tells it from a quality
}

// mostElliptic is how many subject words such a message has at most: "et la
// prise de rendez-vous ?". More of them are a question of their own.
const mostElliptic = 3

// elliptic reports a message that begins as the end of another, and says
// neither whole question nor verb.
func (s *sentence) elliptic(q Question) bool {
	if q.About != "" || len(q.Subject) == 0 || len(q.Subject) > mostElliptic || q.Wants == Check || q.Wants == Conflict || len(q.Quoted) > 0 {
		return false
	}
	if s.says("sinon") || s.turns() || s.inverted() || s.sameFrame() || q.Wants != Statement && s.definite(q) && !q.onlyUnits() {
		return false // "et le cloud, quelle part ?" asks anew
	}
	return s.resumes() && (s.pointed() >= 0 || s.counted(q) || !s.predicates() && !s.has(asking))
}

// asking words make a whole question of a few words: "et comment …".
var asking = set("pourquoi comment qui quoi")

// onlyUnits reports that a message names no thing but what an amount is told
// in: "combien d'euros ?".
func (q Question) onlyUnits() bool {
	return !slices.ContainsFunc(q.Subject, func(w string) bool { return !units[w] })
}

var units = set("euro euros milliard milliards million millions")

// turns reports that a message leaves the subject: "et au fait, le cloud ?".
func (s *sentence) turns() bool { return s.says("au", "fait") || s.says("a", "propos") }

// measured reports that the only thing which a message names is a sort of thing
// that is measured: "et sa croissance ?" asks for that of what was said, not
// how it moved.
func (r *Reader) measured(s *sentence, q Question) bool {
	return len(q.Subject) == 1 && s.definite(q) && slices.ContainsFunc(r.library.Findings, func(f *data.Finding) bool { return r.head(f) == q.Subject[0] })
}

// resumes reports that a message begins by a word that opens no question of
// its own: "et", "mais", a preposition, "ceux qui".
func (s *sentence) resumes() bool {
	return continuations[s.at(0)] || s.pointed() == 0 || dangling[s.at(0)] && len(s.words) <= mostDangling
}

var dangling = set("par avec sans chez en a au aux de d du des")

// mostDangling is how many words a message has at most that begins by a
// preposition and is no question: "de combien d'euros ?". "Dans les communes,
// la part du vélo" is one.
const mostDangling = 4

// pointed returns where "ceux qui" stands, or -1: its verb is not that of the
// message.
func (s *sentence) pointed() int {
	for i := range s.words {
		if pointers[s.at(i)] && (s.at(i+1) == "qui" || s.at(i+1) == "que" || s.at(i+1) == "qu") {
			return i
		}
	}
	return -1
}

// counted reports "et combien sont prêts ?": one word says the state of those
// who are counted, and no article makes a thing of it.
func (s *sentence) counted(q Question) bool {
	if len(q.Subject) != 1 || !continuations[s.at(0)] || !numberWords[s.at(1)] || s.at(2) == "de" || s.at(2) == "d" {
		return false
	}
	i := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.Text == q.Subject[0] })
	return i > 0 && !nominal[s.at(i-1)]
}

// predicates reports a verb of the message's own.
func (s *sentence) predicates() bool {
	for i := range s.words {
		switch w := s.at(i); {
		case verbs[w], levels[w], subjectPronouns[w], s.verb(i):
			return true
		case strings.HasSuffix(w, "ent") && !strings.HasSuffix(w, "ment") && len(w) > len("agent") && !nominal[s.at(i-1)] && !continuations[s.at(i-1)]:
			return true
		}
	}
	return false
}

// verbs are the finite forms of the commonest verbs.
var verbs = set("est sont etait etaient sera seront ont avait avaient aura auront fait font va vont peut peuvent doit doivent veut veulent il elle")

// orphan reports an elliptic message that nothing came before, and that names
// no thing: "et un frein ?".
func (s *sentence) orphan(q Question) bool {
	return continuations[s.at(0)] && s.elliptic(q) && (q.onlyRanks() || !s.definite(q) && !s.bareName(q) && s.pointed() < 0)
}

// within reads an elliptic message after a finding: its words stand in the
// place of some of those that say what was measured.
func (r *Reader) within(s *sentence, q Question, state State, lead *data.Finding) Question {
	rest := r.before(lead, true)
	head := r.head(lead)
	q.Unsaid.Rest = slices.DeleteFunc(slices.Clone(rest.Subject), func(w string) bool {
		anew := slices.ContainsFunc(q.Subject, func(said string) bool { return lexicon.Singular(said) == lexicon.Singular(w) })
		return anew || w == head || r.titles[w] || r.titles[lexicon.Singular(w)] // what every finding is about tells none from another
	})
	q.Unsaid.Head, q.Unsaid.Theme, q.Unsaid.Bare = head, s.definite(q), s.bareName(q)
	if !q.Unsaid.Theme && (s.pointed() >= 0 || s.counted(q)) { // of what was said before
		of := q.Unsaid.Rest
		if len(of) == 0 {
			of = rest.Subject
		}
		for _, w := range of {
			q.Subject, q.Terms = append(q.Subject, w), append(q.Terms, index.Term{Text: w, Weight: 1})
		}
	}
	if q.Wants == Statement && state.Wants.Measured() && !state.Near {
		q.Wants = state.Wants
	}
	q.beside = state.Who.Groups
	if state.Near {
		state.Stage = 0 // nothing was said at that stage
	}
	r.keep(s, &q, state, false)
	q.Before, q.Unstated, q.Followed, q.Added = lead.ID, state.Offered, true, true
	return q
}

// Elliptic reports a message that changes a part of the subject before, and
// leaves the rest of it unsaid.
func (q Question) Elliptic() bool { return q.Unsaid.Head != "" || len(q.Unsaid.Rest) > 0 }

// head is the noun by which the indicator of a finding begins, folded: what
// sort of thing it measures.
func (r *Reader) head(f *data.Finding) string {
	for _, w := range lexicon.Words(f.Indicator) {
		if lexicon.ClassOf(w.Text) != lexicon.Function {
			return w.Text
		}
	}
	return ""
}

// definite reports that the subject of a message is named as a thing known:
// "le cloud", "l'audit". "Un frein", "par téléphone" only say something of what
// was named before.
func (s *sentence) definite(q Question) bool {
	for i, w := range s.words {
		if slices.Contains(q.Subject, w.Text) {
			return definites[s.at(i-1)]
		}
	}
	return false
}

// bareName reports that the subject of a message stands right behind its first
// word, and that some of it says more than what every finding is about.
func (s *sentence) bareName(q Question) bool {
	i := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return slices.Contains(q.Subject, w.Text) })
	return i > 0 && continuations[s.at(i-1)] && slices.ContainsFunc(q.Subject, func(w string) bool { return !s.titles[w] })
}

var definites = set("le la les l son sa ses leur leurs")
