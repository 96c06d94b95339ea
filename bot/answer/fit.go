package answer

import (
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// A fit says how a finding stands to one slot of the question.
type fit uint8

const (
	matches   fit = iota // it says just that
	isNear               // it says something close: it may be offered, never answered
	conflicts            // it says something else
)

// A candidate is a hit held against every slot of the question.
type candidate struct {
	*data.Finding
	score     float64
	named     bool     // the question says every word of its indicator
	missing   []string // subject words that the finding does not say, nearly or not
	elsewhere []string // those of them that name another indicator
	near      []string // subject words that it says in near words only
	themed    int      // subject words that only the name of its observatory says
	who       fit
	when      fit
	stage     fit
	polar     fit             // it denies what the question asserts, or the reverse
	kind      fit             // a figure was wanted and there is none, or of another kind
	quoted    fit             // the person states another figure
	besides   fit             // it says what the person sets aside
	claim     fit             // the figure that the person states is of something else
	actor     fit             // nobody does in it what "qui" asks
	role      fit             // who does it, and to whom, is the other way round
	holder    fit             // it is somebody else's
	denied    fit             // it says "non structurées", for who asks of "structurées", or the reverse
	source    fit             // another publisher is named
	rest      fit             // it is not on the subject that the message leaves unsaid
	course    fit             // it goes another way
	unmet     question.Demand // what its words do not tell
}

// faults counts the slots that do not match.
func (c candidate) faults() int {
	n := 0
	for _, f := range []fit{c.who, c.when, c.stage, c.polar, c.kind, c.quoted, c.besides, c.actor, c.role, c.holder, c.denied, c.source, c.rest, c.course} {
		if f != matches {
			n++
		}
	}
	if c.claim == conflicts {
		n++
	}
	if c.unmet != 0 {
		n++
	}
	return n
}

// judge holds every hit against the question, in the order of the hits.
func judge(l *data.Library, q question.Question, hits []index.Hit) []candidate {
	all := make([]candidate, 0, len(hits))
	for _, h := range hits {
		f := h.Finding
		c := candidate{
			Finding:   f,
			score:     h.Score,
			named:     h.Named,
			elsewhere: h.Elsewhere,
			who:       fitWhom(l, q, h),
			when:      fitYears(l, q, f),
			stage:     fitStage(q, f),
			polar:     fitPolarity(q, f),
			kind:      fitKind(l, q, f),
			quoted:    fitQuoted(q, f),
			actor:     fitActor(l, q, h),
			course:    fitCourse(q, f),
			source:    fitSource(q, f),
			besides:   fitBesides(q, h),
			unmet:     unmet(q, h),
			rest:      fitRest(l, q, h),
		}
		c.read(q, h)
		c.choose(q)
		c.claim = fitClaim(l, q, f, len(c.near) > 0)
		// Whole sentences are read for these: only of what would answer.
		if c.faults() == 0 && (len(c.missing) == 0 || q.Wants == question.Check) {
			c.role, c.holder, c.denied = fitRole(l, q, h), fitHolder(l, q, h), fitDenied(q, f)
		}
		all = append(all, c)
	}
	return all
}

// read sorts the words of the subject by how the finding says them.
func (c *candidate) read(q question.Question, h index.Hit) {
	f := h.Finding
	for _, w := range q.Subject {
		switch {
		case slices.Contains(h.Missing, w) && (q.Wants == question.Statement || q.Wants == question.Reason) && themed(f.Edition, w):
			c.themed++
		case slices.Contains(h.Missing, w) && listsRank(f, w):
		case slices.Contains(h.Nearly, w):
			c.near = append(c.near, w)
		case slices.Contains(h.Missing, w), slices.Contains(h.Listed, w) && (q.Wants == question.Reason || q.Wants == question.Date || len(h.Nearly) > 0 || q.Wants.Measured() && !figured(f)):
			c.missing = append(c.missing, w)
		}
	}
}

// fitBesides: what the person sets aside is not to be said again.
func fitBesides(q question.Question, h index.Hit) fit {
	if slices.ContainsFunc(q.Besides, func(w string) bool { return !slices.Contains(h.Missing, w) }) {
		return conflicts
	}
	return matches
}

// fitSource: a publisher or a study that is named is the finding's.
func fitSource(q question.Question, f *data.Finding) fit {
	switch {
	case q.Publisher != "" && !slices.ContainsFunc(f.Sources, func(s *data.Source) bool { return contains(s.Publisher, q.Publisher) }),
		q.Study != "" && !contains(f.Edition.Title(), q.Study):
		return conflicts
	}
	return matches
}

// choose forgets the words of the alternatives that a finding leaves aside:
// one that says "les élus" tells who decides, "la DSI ou les élus".
func (c *candidate) choose(q question.Question) {
	lacks := func(alternative []string) bool {
		return slices.ContainsFunc(alternative, func(w string) bool { return slices.Contains(c.missing, w) })
	}
	chosen := slices.IndexFunc(q.Either, func(alternative []string) bool { return !lacks(alternative) })
	for i, other := range q.Either {
		if chosen < 0 || i == chosen || !lacks(other) {
			continue
		}
		aside := func(w string) bool { return slices.Contains(other, w) && !slices.Contains(q.Either[chosen], w) }
		c.missing, c.near = slices.DeleteFunc(c.missing, aside), slices.DeleteFunc(c.near, aside)
	}
}

// figured reports whether a member of a finding's list has a figure of its own.
func figured(f *data.Finding) bool {
	return slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Figure != nil })
}

// listsRank reports whether a word is an ordinal, "deuxième", and a member of
// the finding's list has that place.
func listsRank(f *data.Finding, word string) bool {
	n, ok := lexicon.Ordinal(lexicon.Singular(word))
	return ok && slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Rank == n })
}

// themed reports whether the name of an edition's observatory says a word: all
// that it publishes is about that.
func themed(e *data.Edition, word string) bool {
	return says(e.Observatory, word)
}
