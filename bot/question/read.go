package question

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// A Reader reads questions about one library. It is safe for use by several
// goroutines.
type Reader struct {
	library    *data.Library
	index      *index.Index
	titles     map[string]bool // words of the observatories' names
	publishers map[string]bool // publishers of sources whose name is one word
	places     map[string]bool // where every edition is about
	editor     string          // the publisher of every edition, when it is one word
	now        func() time.Time
	examples   []Example
	newest     int // the last year that the library says anything of, horizons included
}

// NewReader returns a reader of questions about a library and its index. The
// clock tells what "l'an dernier" means to who has said nothing before.
func NewReader(l *data.Library, x *index.Index, now func() time.Time) *Reader {
	r := &Reader{library: l, index: x, now: now, titles: map[string]bool{}, publishers: map[string]bool{}, places: places(l)}
	for _, e := range l.Editions {
		for _, w := range lexicon.Words(e.Title()) {
			r.titles[w.Text] = true
		}
		r.newest = max(r.newest, e.Year)
	}
	for _, e := range l.Editions {
		for _, s := range e.Sources {
			if words := lexicon.Words(s.Publisher); len(words) == 1 {
				r.publishers[words[0].Text] = true
			}
		}
	}
	r.editor = soleEditor(l)
	for _, f := range l.Findings {
		r.newest = max(r.newest, f.Horizon)
		for _, y := range f.Years {
			r.newest = max(r.newest, y)
		}
	}
	return r
}

// Suggest tells the reader which questions are answered, for who does not know
// what to ask. It must not be called once the reader reads.
func (r *Reader) Suggest(examples []Example) { r.examples = examples }

// The longest message that is read; what follows is left out. A question is
// rarely over 200 characters.
const maxRunes = 2000

// Read understands a message. It never fails: what cannot be understood is a
// question that wants Nothing.
func (r *Reader) Read(text, state string) Question {
	q := Question{Text: clean(text), Wants: Nothing}
	before, stale := State{}, error(nil)
	if state != "" {
		before, stale = ParseState(r.library, state)
	}
	s := r.sentenceOf(q.Text, r.sized(lexicon.Words(q.Text), before))
	q.Corrected, q.spelt = s.corrected, s.spelt()
	if len(s.words) > 0 {
		r.frame(s, &q)
	}
	if stale != nil {
		q.Wants = Stale
		return q
	}
	if state != "" {
		q = r.follow(s, q, before)
	}
	q.Carried, q.Examples = state, r.examples
	if len(s.words) > 0 && !q.settled() {
		r.sides(s, &q)
		q.Wants = r.refuse(s, q)
	}
	if q.Wants == Meaning {
		q.Who = lexicon.Population{Groups: s.defined()}
	}
	return q
}

// frame reads every slot of a message that stands alone.
func (r *Reader) frame(s *sentence, q *Question) {
	q.Quoted = s.quoted()
	q.Who = s.population(r.library.Lexicon)
	q.Partly = s.partly
	s.when(q)
	r.periods(s, q)
	s.relatively(q, r.now().Year())
	q.Stage = s.stage(q.Horizon)
	s.deadline(q)
	q.Opinion = s.has(opinions) || s.hasPrefix("prefer") || s.hasPrefix("priori") || s.has(aims) || s.finds()
	words := s.untagged()
	q.Negative, q.Doubly = r.library.Lexicon.Denies(words), r.library.Lexicon.Doubly(words)
	q.Voices, q.Verbless = s.voices(), !s.predicates()
	q.Wants, q.Member, q.Survey = s.wants(), s.member(), s.survey()
	if q.Wants == Conflict {
		s.versions(q)
	}
	s.subject(q)
	if slices.ContainsFunc(weather, func(run []string) bool { return s.says(run...) }) {
		q.Subject, q.Terms = []string{sky}, nil // its "temps" is not the one that is gained or lost
	}
	if s.reads >= 0 && len(q.Subject) == 0 {
		q.Wants = Conflict // "les 1,9 %, c'est tout ou seulement une partie ?"
	}
	q.Summary = q.Wants == Overview && s.has(summaries) && len(q.Subject) == 0
	q.Among = s.complements(q)
	q.Naming, q.Count, q.Grows = s.naming(), s.count(), s.grows()
	q.PartOf = s.partOf()
	q.Deeds, q.Holdings = Deeds(r.library.Lexicon, q.spelt), Held(r.library.Lexicon, q.spelt, q.Noun)
	q.Demands = s.demands(q)
	if !q.Demands.Has(Side | Superlative) { // no edition says who is for or against it, or the most so
		q.About = s.about(q)
	}
	if q.About == "" {
		s.study(q)
	}
	if q.Wants == Check && len(q.Quoted) > 0 {
		if a, ok := Assert(r.library.Lexicon, q.spelt, &q.Quoted[0]); ok {
			q.Claim = &a
		}
	}
	if q.Wants == Person && !q.Demands.Has(Survey|Speaker) {
		q.Act = s.act()
	}
	s.change(q)
	q.Either = s.alternatives(q)
}

// "quel temps fait-il ?" asks for the weather, whatever findings say of time.
const sky = "meteo"

var weather = phrases("temps fait il", "temps fera t il", "temps il fait", "temps qu il fait")

// clean keeps what is text: valid UTF-8, no control characters, no more than
// maxRunes, outer spaces off.
func clean(text string) string {
	var b strings.Builder
	n := 0
	for i := 0; i < len(text) && n < maxRunes; n++ {
		c, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case c == utf8.RuneError && size == 1, unicode.IsControl(c):
			c = ' '
		case unicode.Is(unicode.Cf, c): // invisible marks: zero-width spaces, direction overrides
			continue
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}
