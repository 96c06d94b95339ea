package answer

import (
	"cmp"
	"fmt"
	"slices"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// A part is one of the questions that are asked at once, and the facts that
// answer it.
type part struct {
	question.Question
	level bool // one of several years: how high a figure stood, not how it moved
	facts []fact
	lead  *data.Finding // the one that is told
}

// atOnce answers a question that asks for several findings, about several
// populations, stages or editions: each is told with its own finding, or none
// is. False when the question asks for one.
func atOnce(l *data.Library, q question.Question, hits []index.Hit) (Answer, bool) {
	asked := q.Sides
	if len(asked) == 0 {
		asked = []question.Question{q}
	}
	var sides []part
	for _, one := range asked {
		over, ok := overYears(l, one, hits)
		if !ok {
			return Answer{}, false
		}
		for _, s := range over {
			sides = append(sides, part{Question: s, level: len(over) > 1})
		}
	}
	if len(sides) < 2 || len(sides) > maxTold {
		return Answer{}, false
	}
	if len(q.Sides) > 1 && !slices.ContainsFunc(sides, func(s part) bool { return len(s.Years) > 0 || s.Rank != 0 }) {
		sides = oneEdition(l, sides, hits)
	}
	var untold []part
	for i := range sides {
		sides[i].facts = answersTo(l, sides[i].Question, hits)
		if sides[i].level {
			sides[i].facts = levels(sides[i].facts)
		}
		if len(sides[i].facts) == 0 {
			untold = append(untold, sides[i])
		}
	}
	switch {
	case len(untold) == len(sides):
		return Answer{}, false
	case len(untold) > 0:
		return half(l, q, sides, untold[0]), true
	}
	if f := rankingBetween(sides); f != nil && len(q.Sides) > 1 {
		return found(l, q, fact{answers: []*data.Finding{f}}), true
	}
	if doubt := settle(sides); doubt != nil {
		return clarify(l, doubt), true
	}
	if slices.ContainsFunc(sides, func(s part) bool { return s.level && s.lead.Figure == nil && len(s.lead.Items) == 0 }) {
		return Answer{}, false // two statements of two years do not say what changed
	}
	if len(q.Sides) > 1 && !slices.ContainsFunc(sides, func(s part) bool { return s.lead != sides[0].lead }) {
		return Answer{}, false // one finding is not two answers
	}
	return tellSides(l, q, sides), true
}

// byCourse answers a question that names several ways that a figure may go,
// "en hausse, stable ou en baisse ?": each with the finding that goes that way,
// or not at all.
func byCourse(l *data.Library, q question.Question, hits []index.Hit) (Answer, bool) {
	var leads []*data.Finding
	for _, one := range q.Courses {
		facts := answersTo(l, one, hits)
		if len(facts) == 0 || slices.Contains(leads, facts[0].answers[0]) {
			return Answer{}, false
		}
		leads = append(leads, facts[0].answers[0])
	}
	if len(leads) < 2 || !alike(leads) {
		return Answer{}, false
	}
	return together(l, leads, func(a *Answer) {
		if q.Order.Asked != 0 {
			a.order(l, q, leads)
		}
	}), true
}

// fitCourse: a finding that must go one way says that it does.
func fitCourse(q question.Question, f *data.Finding) fit {
	if q.Course != 0 && (f.Figure == nil || question.Course(f.Statement) != q.Course) {
		return conflicts
	}
	return matches
}

// maxTold is how many findings are told side by side.
const maxTold = 6

// answersTo returns the facts that answer one question, best first; none when
// they are of several publishers.
func answersTo(l *data.Library, q question.Question, hits []index.Hit) []fact {
	sayable := slices.DeleteFunc(answering(l, q, judge(l, q, hits)), func(c candidate) bool { return !c.answersNearly(q) || strays(l, q, c.Finding) })
	if len(q.Years) == 1 { // an edition of that year tells of it before one that looks back
		own := slices.DeleteFunc(slices.Clone(sayable), func(c candidate) bool { return c.Edition.Year != q.Years[0] })
		if len(own) > 0 {
			sayable = own
		}
	}
	facts := group(l, q, sayable)
	if len(collections(facts)) > 1 {
		return nil
	}
	return facts
}

// oneEdition asks the sides about the newest edition that answers them all, if
// there is one: figures of one year are what is compared.
func oneEdition(l *data.Library, sides []part, hits []index.Hit) []part {
	var common []int
	for i, s := range sides {
		var published []int
		for _, c := range judge(l, s.Question, hits) {
			if c.answersNearly(s.Question) {
				published = append(published, c.About()...)
			}
		}
		if i == 0 {
			common = published
		} else {
			common = slices.DeleteFunc(common, func(y int) bool { return !slices.Contains(published, y) })
		}
	}
	if len(common) == 0 {
		return sides
	}
	dated := slices.Clone(sides)
	for i := range dated {
		dated[i].Years = []int{slices.Max(common)}
	}
	return dated
}

// settle picks the finding of each side: of one indicator when each side has
// one that is, and of one status unless several are asked; else the best of
// each. It returns the facts in doubt when a side has several.
func settle(sides []part) (doubt []fact) {
	staged := slices.ContainsFunc(sides, func(s part) bool { return s.Stage != sides[0].Stage })
	key := func(f fact) string { return measureKey(f, !staged) }
	shared := slices.DeleteFunc(slices.Clone(sides[0].facts), func(f fact) bool {
		return slices.ContainsFunc(sides, func(s part) bool {
			return !slices.ContainsFunc(s.facts, func(g fact) bool { return key(g) == key(f) })
		})
	})
	if len(shared) > 1 && ambiguous(sides[0].Question, shared) {
		return shared
	}
	for i, s := range sides {
		kept := s.facts
		if len(shared) > 0 {
			kept = slices.DeleteFunc(slices.Clone(kept), func(f fact) bool { return key(f) != key(shared[0]) })
		}
		if len(kept) > 1 && ambiguous(s.Question, kept) {
			return kept
		}
		sides[i].lead = kept[0].answers[0]
	}
	return nil
}

// measureKey is the same for facts of one indicator, in one state if that
// matters, whomever they are about.
func measureKey(f fact, status bool) string {
	a := f.answers[0]
	key := collection(a.Edition) + "|" + lexicon.Fold(a.Indicator)
	switch {
	case a.Indicator == "":
		return a.ID
	case status:
		key += "|" + string(a.Status)
	}
	return key
}

// tellSides states the finding of each side, what else is said of it, and how
// the figures stand to one another.
func tellSides(l *data.Library, q question.Question, sides []part) Answer {
	var leads []*data.Finding
	for _, s := range sides {
		if !slices.Contains(leads, s.lead) {
			leads = append(leads, s.lead)
		}
	}
	if i := slices.IndexFunc(leads, func(f *data.Finding) bool { return len(q.Sides) < 2 && tellsAll(f, sides) }); i >= 0 {
		leads = leads[i : i+1]
	}
	if len(q.Sides) < 2 && len(leads) == 2 {
		leads = append(leads, movements(l, leads[0], leads[1])...)
	}
	if len(leads) == 1 { // "de 27 % en 2020 à 46 % en 2023": one finding tells both years
		a := found(l, q, fact{answers: leads})
		if f := leads[0].Figure; q.Change.Closed && f != nil && f.From != nil && f.Value != nil {
			a.Verdict = changed(question.Direction(cmp.Compare(*f.Value, *f.From)), q.Change)
			a.view.Lead = changeWords[a.Verdict]
		}
		return a
	}
	return together(l, leads, func(a *Answer) { a.compare(l, q, sides, leads) })
}

// together states several findings, a line each, and what else is said of them.
func together(l *data.Library, leads []*data.Finding, compare func(*Answer)) Answer {
	a := Answer{Kind: Found}
	g := Group{Heading: saySides}
	for _, f := range leads {
		a.cite(f)
		line := brief(l, f, f)
		if len(f.Items) > 0 {
			line += " " + labelListed + items(f) + "."
		}
		g.Lines = append(g.Lines, line)
	}
	a.view.Groups = []Group{g}
	compare(&a)
	for _, f := range leads {
		a.others(l, sayRestated, f.Restates)
		a.others(l, sayContradicted, f.Contradicts)
	}
	for _, n := range notes(a.Cited) {
		if !slices.ContainsFunc(a.Cited, func(c Citation) bool { return c.Finding.Caution == n }) { // told on its line
			a.view.Notes = append(a.view.Notes, n)
		}
	}
	return a.close(l)
}

// levels leaves out what tells how a figure moved, when something tells how
// high it stood.
func levels(facts []fact) []fact {
	still := slices.DeleteFunc(slices.Clone(facts), func(f fact) bool {
		g := f.answers[0].Figure
		return g != nil && g.Kind == figure.Change
	})
	if len(still) == 0 {
		return facts
	}
	return still
}

// movements returns the findings that say how the figure of two editions moved
// between them.
func movements(l *data.Library, old, recent *data.Finding) []*data.Finding {
	var all []*data.Finding
	for _, f := range l.Findings {
		if f.Figure != nil && f.Figure.Kind == figure.Change && factKey(l, f) == factKey(l, recent) && f != old && f != recent &&
			slices.Contains(f.About(), lastYear(old)) && lastYear(f) == lastYear(recent) {
			all = append(all, f)
		}
	}
	return all
}

// tellsAll reports that one finding says how a figure moved over all the years
// that are asked.
func tellsAll(f *data.Finding, sides []part) bool {
	return f.Figure != nil && f.Figure.From != nil && !slices.ContainsFunc(sides, func(s part) bool { return !slices.Contains(f.About(), s.Years[0]) })
}

// compare says how the figures of the sides stand to one another, when they
// are comparable, and why they are not.
func (a *Answer) compare(l *data.Library, q question.Question, sides []part, leads []*data.Finding) {
	switch {
	case len(q.Sides) > 1 && q.Order.Asked != 0:
		a.order(l, q, leads)
	case len(q.Sides) < 2 && (len(sides) == 2 || q.Change.Open && len(leads) == len(sides)):
		a.tellChange(l, q, leads[0], leads[len(sides)-1])
	}
}

// half abstains from a question of which one side is not published, and offers
// the others: half an answer would look whole.
func half(l *data.Library, q question.Question, sides []part, untold part) Answer {
	a := Answer{Kind: Abstained, Asked: asked(q)}
	a.Asked = append(a.Asked, asked(untold.Question)...)
	first := slices.IndexFunc(sides, func(s part) bool { return len(s.facts) > 0 })
	told := sides[first]
	switch {
	case !slices.Equal(untold.Who.Groups, told.Who.Groups) && untold.Who.Named():
		a.Reason, a.view.Lead = OtherPopulation, fmt.Sprintf(sayHalf, who(l, untold.Question))
	case !slices.Equal(untold.Years, told.Years) && len(untold.Years) > 0:
		a.Reason, a.view.Lead = OtherEdition, fmt.Sprintf(sayHalf, when(untold.Question))
	case untold.Stage != told.Stage && untold.Stage != 0:
		a.Reason, a.view.Lead = OtherStatus, fmt.Sprintf(sayHalf, stageName(untold.Stage))
	default:
		a.Reason, a.view.Lead = NotMeasured, fmt.Sprintf(sayHalf, untold.Topic)
		a.Asked = append(a.Asked, untold.Topic)
	}
	var near []*data.Finding
	for _, s := range sides {
		if len(s.facts) == 0 || len(near) == maxNear {
			continue
		}
		if f := s.facts[0].answers[0]; !slices.Contains(near, f) {
			near = append(near, f)
		}
	}
	a.Near = nearOf(l, near)
	a.view.Groups = append(a.view.Groups, offered(sayNear, a.Near))
	return a
}

// amongMembers asks back which population is meant by a noun that several of
// them begin with ("les bibliothèques"), when at least two of them answer.
func amongMembers(l *data.Library, q question.Question, hits []index.Hit) (Answer, bool) {
	for i, id := range q.Who.Groups {
		var facts []fact
		for _, member := range membersOf(l, id) {
			one := q
			one.Who.Groups = slices.Clone(q.Who.Groups)
			one.Who.Groups[i] = member
			slices.Sort(one.Who.Groups)
			if found := answersTo(l, one, hits); len(found) > 0 {
				facts = append(facts, found[0])
			}
		}
		if len(facts) > 1 {
			return clarify(l, facts), true
		}
	}
	return Answer{}, false
}

// membersOf returns the populations that may be meant by a noun: those that
// begin by it and, when it is whom a survey represents, those that its edition
// declares.
func membersOf(l *data.Library, id string) []string {
	members := l.Lexicon.Members(id)
	for _, e := range l.Editions {
		if !l.Lexicon.Group(id).Declared() || !slices.Equal(e.Whole.Groups, []string{id}) {
			continue
		}
		for _, p := range e.Populations {
			who, _ := l.Lexicon.Population(p.Name)
			if len(who.Groups) == 1 && who.Groups[0] != id && !l.Lexicon.Group(who.Groups[0]).People && !slices.Contains(members, who.Groups[0]) {
				members = append(members, who.Groups[0])
			}
		}
	}
	return members
}

// amongStages asks back which stage is meant by "en place ou prévu", when no
// finding counts both together and each is published.
func amongStages(l *data.Library, q question.Question, hits []index.Hit) (Answer, bool) {
	var facts []fact
	for stage := lexicon.Adopted; stage <= lexicon.Planned; stage <<= 1 {
		if q.Stage == stage || q.Stage&stage == 0 {
			continue
		}
		one := q
		one.Stage = stage
		if found := answersTo(l, one, hits); len(found) > 0 {
			facts = append(facts, found[0])
		}
	}
	if len(facts) < 2 {
		return Answer{}, false
	}
	return clarify(l, facts), true
}
