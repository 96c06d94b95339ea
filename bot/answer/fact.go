package answer

import (
	"cmp"
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// A fact is one thing that is published: a measure of one population in one
// state. Over editions it has several findings; only those of the newest
// edition that answers are kept, best first.
type fact struct {
	score   float64 // of its best finding
	named   bool    // the question says every word of its indicator
	nearly  bool    // it says some words of the question in near words
	usual   int     // 0 when it is what people mean who do not say more
	answers []*data.Finding
}

// collections returns the best fact of each collection that answers: an answer
// never mixes two publishers' findings.
func collections(facts []fact) []fact {
	var best []fact
	for _, f := range facts {
		same := func(g fact) bool { return collection(g.answers[0].Edition) == collection(f.answers[0].Edition) }
		if !slices.ContainsFunc(best, same) {
			best = append(best, f)
		}
	}
	return best
}

// group gathers the candidates that publish the same fact, keeps the newest
// edition of each, and sorts the facts: best first.
func group(l *data.Library, q question.Question, answering []candidate) []fact {
	var facts []fact
	byKey := map[string]int{}
	for _, c := range answering {
		key := factKey(l, c.Finding)
		i, known := byKey[key]
		if !known {
			i = len(facts)
			byKey[key] = i
			facts = append(facts, fact{score: c.score, named: c.named, nearly: len(c.near) > 0, usual: usual(l, q, c.Finding)})
		}
		facts[i].answers = append(facts[i].answers, c.Finding)
	}
	var split []fact
	for _, f := range facts {
		split = append(split, f.newest()...)
	}
	for i := range split {
		split[i].usual = usual(l, q, split[i].answers[0])
	}
	split = joinLinked(split)
	orderUsual(split)
	return split
}

// sharpen drops and moves facts of other indicators than the one that the
// question means: a change when the level is asked, a list of another length
// than the one named, and what the question names less exactly.
func sharpen(l *data.Library, q question.Question, facts []fact) []fact {
	facts = current(l, facts)
	if q.Wants == question.Number && !q.Grows {
		levels := slices.DeleteFunc(slices.Clone(facts), func(f fact) bool { return f.changes() })
		if len(levels) > 0 && (!q.Verbless || len(q.Years) > 0) { // "le marché, combien ?" may mean either
			facts = levels
		}
	}
	if q.Count > 1 {
		prefer(facts, func(f fact) bool { return len(f.answers[0].Items) == q.Count })
	}
	if q.Wants == question.Which && len(facts) > 1 { // "de quoi a-t-on besoin": the conditions, before that they are not met
		first := facts[0]
		prefer(facts, func(f fact) bool { return sameIndicator(f, first) && len(f.answers[0].Items) > 0 })
	}
	if len(facts) > 1 && len(q.Subject) > 1 && !facts[0].named && !q.Wants.Measured() {
		best, newest := facts[0].score, lastYear(facts[0].answers[0])
		prefer(facts, func(f fact) bool { return f.named && f.score >= namedLead*best && lastYear(f.answers[0]) >= newest })
	}
	return facts
}

// current drops the facts that a newer edition of the series tells in about the
// same words under another indicator: editors rename what they measure.
func current(l *data.Library, facts []fact) []fact {
	return slices.DeleteFunc(slices.Clone(facts), func(old fact) bool {
		return slices.ContainsFunc(facts, func(f fact) bool {
			a, b := old.answers[0], f.answers[0]
			return a.Edition.Series == b.Edition.Series && lastYear(a) < lastYear(b) && a.Status == b.Status && l.Lexicon.Relate(l.Whom(a), l.Whom(b)) == lexicon.Same && retold(a, b)
		})
	})
}

// retold reports whether two statements share most of the words that carry
// meaning in either.
func retold(a, b *data.Finding) bool {
	words := func(f *data.Finding) map[string]bool {
		m := map[string]bool{}
		for _, w := range lexicon.Words(f.Statement) {
			if lexicon.ClassOf(w.Text) == lexicon.Subject && w.Text[0] > '9' {
				m[lexicon.Singular(w.Text)] = true
			}
		}
		return m
	}
	x, y := words(a), words(b)
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return float64(shared) >= retoldShare*float64(len(x)+len(y)-shared)
}

// prefer moves the facts for which a test holds before the others.
func prefer(facts []fact, test func(fact) bool) {
	first := make([]bool, len(facts))
	order := map[*data.Finding]int{}
	for i, f := range facts {
		if first[i] = test(f); !first[i] {
			order[f.answers[0]] = 1
		}
	}
	slices.SortStableFunc(facts, func(a, b fact) int { return order[a.answers[0]] - order[b.answers[0]] })
}

// changes reports whether a fact tells how much something grows or falls.
func (f fact) changes() bool {
	g := f.answers[0].Figure
	return g != nil && (g.Kind == figure.Change || strings.Contains(lexicon.Fold(f.answers[0].Indicator), "croissance"))
}

// orderUsual puts the facts of one indicator in the order of what people mean,
// each indicator keeping the places that its facts have.
func orderUsual(facts []fact) {
	done := make([]bool, len(facts))
	for i := range facts {
		if done[i] {
			continue
		}
		var places []int
		for k := i; k < len(facts); k++ {
			if k == i || sameIndicator(facts[i], facts[k]) {
				places = append(places, k)
			}
		}
		same := make([]fact, len(places))
		for n, p := range places {
			same[n], done[p] = facts[p], true
		}
		slices.SortStableFunc(same, func(a, b fact) int { return a.usual - b.usual })
		for n, p := range places {
			facts[p] = same[n]
		}
	}
}

// factKey is the same for findings of one indicator about the same people in
// the same state. Respondents stand for their organisations. A finding without
// an indicator is a fact of its own.
func factKey(l *data.Library, f *data.Finding) string {
	if f.Indicator == "" {
		return f.ID
	}
	who := l.Lexicon.Organisations(l.Whom(f))
	return strings.Join([]string{collection(f.Edition), lexicon.Fold(f.Indicator), strings.Join(who, "+"), string(f.Status)}, "|")
}

// collection names what may be answered together.
func collection(e *data.Edition) string {
	if e.Collection != "" {
		return "collection " + e.Collection
	}
	return "serie " + e.Series
}

func sameIndicator(a, b fact) bool {
	x, y := a.answers[0], b.answers[0]
	return x.Indicator != "" && lexicon.Fold(x.Indicator) == lexicon.Fold(y.Indicator) && collection(x.Edition) == collection(y.Edition)
}

// ranks reports whether a finding ranks things, or names three at least.
func ranks(f *data.Finding) bool {
	return len(f.Items) >= 3 || slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Rank != 0 })
}

// usual ranks what people mean who name neither population nor status: the
// whole that the survey represents, and what is done.
func usual(l *data.Library, q question.Question, f *data.Finding) int {
	n := 0
	if !q.Who.Named() {
		if l.Lexicon.Relate(f.Edition.Whole, l.Whom(f)) != lexicon.Same {
			n += 2
		}
	}
	if _, staged := data.Stages[f.Status]; q.Stage != 0 && !staged {
		n++ // a status that was asked is better told than left open
	}
	if f.Status == data.Ranking && f.Figure == nil && !ranks(f) {
		n++ // a ranking tells who is where
	}
	if q.Stage == 0 && (f.Status == data.Planned || f.Status == data.None) {
		n++
	}
	return n
}

// newest keeps the findings about the last year among them. Those that say the
// same in other words, or contradict one another, stay one fact; others part,
// for one indicator may have several answers ("en hausse", "en baisse").
func (f fact) newest() []fact {
	last := 0
	for _, a := range f.answers {
		last = max(last, lastYear(a))
	}
	var facts []fact
	for _, a := range f.answers {
		if lastYear(a) != last {
			continue
		}
		joined := fact{score: f.score, named: f.named, nearly: f.nearly, usual: f.usual, answers: []*data.Finding{a}}
		facts = slices.DeleteFunc(facts, func(g fact) bool {
			if !slices.ContainsFunc(g.answers, func(b *data.Finding) bool { return linked(a, b) }) {
				return false
			}
			joined.answers = append(slices.Clone(g.answers), joined.answers...)
			return true
		})
		facts = append(facts, joined)
	}
	for _, g := range facts {
		slices.SortStableFunc(g.answers, func(a, b *data.Finding) int {
			return cmp.Or(hearsay(a)-hearsay(b), vague(a)-vague(b))
		})
	}
	return facts
}

// joinLinked makes one fact of those that say the same, or contradict one
// another, about one year, although their status or population is told apart.
func joinLinked(facts []fact) []fact {
	var joined []fact
	for _, f := range facts {
		i := slices.IndexFunc(joined, func(g fact) bool {
			return slices.ContainsFunc(g.answers, func(a *data.Finding) bool {
				return slices.ContainsFunc(f.answers, func(b *data.Finding) bool { return linked(a, b) && lastYear(a) == lastYear(b) })
			})
		})
		if i < 0 {
			joined = append(joined, f)
			continue
		}
		joined[i].answers = append(slices.Clone(joined[i].answers), f.answers...)
		joined[i].usual = min(joined[i].usual, f.usual)
	}
	return joined
}

func linked(a, b *data.Finding) bool {
	return slices.Contains(a.Restates, b) || slices.Contains(a.Contradicts, b)
}

func lastYear(f *data.Finding) int {
	last := 0
	for _, y := range f.About() {
		last = max(last, y)
	}
	return last
}

// hearsay puts what the observatory says before what a page says of it.
func hearsay(f *data.Finding) int {
	switch {
	case f.Attribution == data.Journalist:
		return 2
	case f.Attribution == data.Ambiguous, f.Deduced, f.OutsideSurvey:
		return 1
	}
	return 0
}

// vague puts exact figures before approximate ones, and those before none.
func vague(f *data.Finding) int {
	switch {
	case f.Figure == nil:
		return 2
	case f.Figure.Approximate:
		return 1
	}
	return 0
}
