package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// Compose says what the hits honestly answer to a question. It is pure: no
// clock, no input, no error; the same arguments give the same answer. It sees
// the library, because contradictions and other editions need not be among
// the hits.
func Compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	a := compose(l, q, hits)
	a.Version = l.Version
	a.Understood = understood(l, q, a)
	a.allowed = allowance(l, a)
	return a
}

func compose(l *data.Library, q question.Question, hits []index.Hit) Answer {
	if a, ok := decline(l, q); ok {
		return a
	}
	candidates := judge(l, q, hits)
	if q.About != "" {
		return aboutEdition(l, q, candidates)
	}
	answering := slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool { return !c.answers() })
	facts := group(l, q, answering)
	switch {
	case len(facts) == 0:
		return abstain(l, q, candidates)
	case len(facts) > 1 && ambiguous(q, facts):
		return clarify(facts)
	}
	return found(l, q, facts[0])
}

// A fact is what several findings say of one measure, population and stage:
// the findings of one edition that answer, best first.
type fact struct {
	key     string
	score   float64 // of its best finding
	usual   int     // 0 when it is what people mean who do not say more
	answers []*data.Finding
}

// group gathers the candidates that say the same, over editions, keeps the
// newest edition of each, and sorts the facts: best first.
func group(l *data.Library, q question.Question, answering []candidate) []fact {
	var facts []fact
	for _, c := range answering {
		key := factKey(l, c.Finding)
		i := slices.IndexFunc(facts, func(f fact) bool { return f.key == key })
		if i < 0 {
			facts = append(facts, fact{key: key, score: c.score, usual: usual(l, q, c.Finding)})
			i = len(facts) - 1
		}
		facts[i].answers = append(facts[i].answers, c.Finding)
	}
	for i := range facts {
		facts[i].answers = newest(facts[i].answers)
	}
	slices.SortStableFunc(facts, func(a, b fact) int {
		if a.answers[0].Indicator == b.answers[0].Indicator {
			return a.usual - b.usual
		}
		return 0
	})
	return facts
}

// factKey is the same for findings of one indicator about the same people in
// the same state. A finding without an indicator is a fact of its own.
func factKey(l *data.Library, f *data.Finding) string {
	if f.Indicator == "" {
		return f.ID
	}
	who := whom(l, f)
	parts := []string{f.Edition.Series, lexicon.Fold(f.Indicator), strings.Join(who.Groups, "+"), string(f.Status)}
	if f.Figure != nil && f.Figure.HasNumber() {
		parts = append(parts, string(f.Figure.Kind))
	} else if f.Figure == nil {
		parts = append(parts, f.ID) // statements of one subject differ from one another
	}
	return strings.Join(parts, "|")
}

// usual ranks what people mean who name neither population nor status: the
// whole that the survey represents, and what is done.
func usual(l *data.Library, q question.Question, f *data.Finding) int {
	n := 0
	if !q.Who.Named() {
		if scope, ok := l.Lexicon.Population(f.Edition.Scope); ok && l.Lexicon.Relate(scope, whom(l, f)) != lexicon.Same {
			n += 2
		}
	}
	if q.Stage == 0 && (f.Status == data.Planned || f.Status == data.None) {
		n++
	}
	return n
}

// newest keeps the findings of the newest edition among them, exact figures
// first, otherwise in their order.
func newest(all []*data.Finding) []*data.Finding {
	last := 0
	for _, f := range all {
		last = max(last, f.Edition.Year)
	}
	all = slices.DeleteFunc(all, func(f *data.Finding) bool { return f.Edition.Year != last })
	slices.SortStableFunc(all, func(a, b *data.Finding) int { return vague(a) - vague(b) })
	return all
}

func vague(f *data.Finding) int {
	if f.Figure != nil && f.Figure.Approximate {
		return 1
	}
	return 0
}

// found states a fact: its best finding, what says the same in other words,
// and what contradicts it.
func found(l *data.Library, q question.Question, f fact) Answer {
	lead := f.answers[0]
	a := Answer{Kind: Found}
	var text []string
	if q.Wants == question.Check {
		a.Verdict = verdict(q, lead)
		if s := verdictWords[a.Verdict]; s != "" {
			text = append(text, s)
		}
	}
	a.cite(lead)
	text = append(text, statement(lead)...)
	for _, other := range f.answers[1:] {
		if other.Figure != nil && lead.Figure != nil && !slices.Contains(lead.Contradicts, other) {
			text = append(text, a.also(labelRestated, other)...)
		}
	}
	for _, other := range lead.Restates {
		text = append(text, a.also(labelRestated, other)...)
	}
	for _, other := range lead.Contradicts {
		text = append(text, a.also(labelConflict, other)...)
	}
	a.Notes = notes(a.Cited)
	for _, n := range a.Notes {
		text = append(text, labelCaution+n)
	}
	text = append(text, sources(a.Cited)...)
	a.Text = strings.Join(text, "\n")
	a.State = question.State{Finding: lead.ID}.String()
	return a
}

// statement is how one finding is told: the formula of its source, or the
// editor's sentence when the source words no figure.
func statement(f *data.Finding) []string {
	var text []string
	if f.Figure != nil {
		text = append(text, figureLine(f), f.Statement)
	} else {
		text = append(text, f.Statement, capital(frame(f))+".")
	}
	if len(f.Items) > 0 {
		text = append(text, labelListed+items(f)+".")
	}
	return text
}

// also tells another finding under a label, unless it is told already.
func (a *Answer) also(label string, f *data.Finding) []string {
	if slices.ContainsFunc(a.Cited, func(c Citation) bool { return c.Finding == f }) {
		return nil
	}
	a.cite(f)
	return append([]string{label}, statement(f)...)
}

func (a *Answer) cite(f *data.Finding) {
	a.Cited = append(a.Cited, Citation{Finding: f, Edition: f.Edition})
}

// notes are the reading precautions of what is cited, each once.
func notes(cited []Citation) []string {
	var all []string
	add := func(n string) {
		if n != "" && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	for _, c := range cited {
		if f := c.Finding; f != nil {
			add(f.Caution)
			for _, s := range f.Sources {
				add(s.Caution)
			}
		}
		add(c.Edition.Caution)
	}
	return all
}

// sources are the lines that say where the words are from, each once.
func sources(cited []Citation) []string {
	var lines []string
	for _, c := range cited {
		if len(c.Sources()) == 0 {
			continue
		}
		if line := labelSource + SourceLine(c.Sources()[0]); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// clarify offers the readings of a question, without their figures.
func clarify(facts []fact) Answer {
	a := Answer{Kind: Clarify}
	lines := []string{sayChoose}
	for _, f := range facts[:min(len(facts), maxChoices)] {
		c := choice(f.answers[0])
		a.Choices = append(a.Choices, c)
		lines = append(lines, "– "+c.Label)
	}
	a.Text = strings.Join(lines, "\n")
	a.State = a.Choices[0].State
	return a
}

// choice offers a finding without its figure.
func choice(f *data.Finding) Choice {
	return Choice{Finding: f, Label: label(f), State: question.State{Finding: f.ID}.String()}
}

// understood restates the frame that was read.
func understood(l *data.Library, q question.Question, a Answer) Understood {
	u := Understood{Wants: string(q.Wants), Indicator: q.Topic, Editions: slices.Clone(q.Years), Populations: []string{}}
	if q.About != "" {
		u.Wants = string(q.About)
	}
	for _, id := range q.Who.Groups {
		u.Populations = append(u.Populations, l.Lexicon.Name(id))
	}
	if u.Editions == nil {
		u.Editions = []int{}
	}
	for status, stage := range stages {
		if stage == q.Stage {
			u.Status = string(status)
		}
	}
	if len(a.Cited) > 0 && a.Cited[0].Finding != nil && a.Cited[0].Finding.Indicator != "" {
		u.Indicator = a.Cited[0].Finding.Indicator
	}
	return u
}
