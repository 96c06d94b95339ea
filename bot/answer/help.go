package answer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

const (
	// maxTopics: eight subjects show what there is, thirty are not read.
	maxTopics = 8
	// maxEditions is how many studies are named; the others are counted.
	maxEditions = 20
	// maxNames is how many other names of a population are told.
	maxNames = 5
)

// meta answers what is asked about the bot itself and what is loaded.
func meta(l *data.Library, q question.Question) (Answer, bool) {
	a := Answer{Kind: Notice}
	switch q.Wants {
	case question.Hello:
		a = help(l, q)
		a.view.Lead = sayHello + a.view.Lead
	case question.Help:
		a = help(l, q)
	case question.Thanks:
		a.view.Lead = sayThanks
	case question.Goodbye:
		a.view.Lead = sayGoodbye
	case question.ThanksGoodbye:
		a.view.Lead = sayThanks + " " + sayGoodbye
	case question.Noted:
		a.view.Lead = sayNoted
	case question.Download:
		a.view.Lead = sayDownload
	case question.Coverage:
		a.view.Lead = coverage(l)
		if all := topics(l); len(all) > 0 {
			a.view.Groups = []Group{{Heading: sayTopics, Lines: all}}
		}
		a.suggest(l, q.Examples)
	case question.Editions:
		a.view.Groups = []Group{{Heading: sayEditions, Lines: titles(l)}}
	case question.Meaning:
		return meaning(l, q), true
	default:
		return Answer{}, false
	}
	if len(l.Editions) == 0 {
		a = Answer{Kind: Notice, view: View{Lead: sayNothing}}
	}
	return a, true
}

func help(l *data.Library, q question.Question) Answer {
	a := Answer{Kind: Notice, view: View{Lead: fmt.Sprintf(sayHelp, publishers(l))}}
	a.suggest(l, q.Examples)
	a.view.Groups = append(a.view.Groups, Group{Lines: []string{sayGoOn}, Plain: true})
	return a
}

// suggest shows questions that are answered, those about one finding as
// buttons too.
func (a *Answer) suggest(l *data.Library, examples []question.Example) {
	g := Group{Heading: sayExamples}
	for _, e := range examples {
		g.Lines = append(g.Lines, e.Text)
		if f, ok := l.Finding(e.Finding); ok {
			a.FollowUps = append(a.FollowUps, Choice{Finding: f, Label: e.Text})
		}
	}
	if len(g.Lines) > 0 {
		a.view.Groups = append(a.view.Groups, g)
	}
}

// topics are the indicators of which most is published.
func topics(l *data.Library) []string {
	many := map[string]int{}
	var names []string
	for _, f := range l.Findings {
		if f.Indicator == "" || f.Attribution == data.Method {
			continue
		}
		if many[f.Indicator]++; many[f.Indicator] == 1 {
			names = append(names, f.Indicator)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return many[b] - many[a] })
	names = names[:min(len(names), maxTopics)]
	for i, name := range names {
		names[i] = capital(name)
	}
	return names
}

// titles name the editions, the newest first.
func titles(l *data.Library) []string {
	newest := slices.Clone(l.Editions)
	slices.SortStableFunc(newest, func(a, b *data.Edition) int { return b.Year - a.Year })
	var lines []string
	for _, e := range newest[:min(len(newest), maxEditions)] {
		lines = append(lines, title(e))
	}
	if more := len(newest) - maxEditions; more > 0 {
		lines = append(lines, fmt.Sprintf(sayMore, more))
	}
	return lines
}

// meaning answers what a population is: as the newest edition that defines it
// says, or else what is known of the word.
func meaning(l *data.Library, q question.Question) Answer {
	var best *data.Edition
	var defined data.Definition
	for _, e := range l.Editions {
		for _, d := range e.Populations {
			who, _ := l.Lexicon.Population(d.Name)
			if d.Text != "" && l.Lexicon.Relate(q.Who, who) == lexicon.Same && (best == nil || e.Year >= best.Year) {
				best, defined = e, d
			}
		}
	}
	if best != nil {
		said := fmt.Sprintf(sayDefinition, capital(defined.Name), strings.TrimSuffix(defined.Text, "."))
		a := Answer{Kind: Found, Cited: []Citation{{Edition: best, About: question.Definition, said: said, sources: best.Sources}}}
		a.view.Statement = said
		return a.close(l)
	}
	var g lexicon.Group
	if len(q.Who.Groups) > 0 {
		g = l.Lexicon.Group(q.Who.Groups[0])
	}
	v := View{Lead: fmt.Sprintf(sayUndefined, l.Lexicon.Name(g.ID))}
	var parents []string
	for _, p := range g.Parents {
		parents = append(parents, l.Lexicon.Name(p))
	}
	if len(parents) > 0 {
		v.Fields = append(v.Fields, Field{labelPartOf, join(parents)})
	}
	if len(g.Names) > 1 {
		v.Fields = append(v.Fields, Field{labelAlsoSaid, strings.Join(g.Names[1:min(len(g.Names), maxNames+1)], ", ")})
	}
	return Answer{Kind: Notice, view: v}
}

// Examples words questions that a library is likely to answer, a list a kind of
// question, the best first. Whoever shows one asks it before, for only the
// answer proves it.
func Examples(l *data.Library) [][]question.Example {
	length := map[string]int{}
	for _, e := range l.Editions {
		length[e.Series]++
	}
	best := slices.Clone(l.Findings)
	slices.SortStableFunc(best, func(f, g *data.Finding) int {
		return cmp.Or(answerFor(l, f)-answerFor(l, g), length[g.Edition.Series]-length[f.Edition.Series], g.Edition.Year-f.Edition.Year, vague(f)-vague(g))
	})
	var shares, planned, all []question.Example
	many := map[string]int{}
	for _, f := range best {
		if f.Indicator == "" || f.Attribution == data.Method {
			continue
		}
		topic := capital(f.Indicator)
		if many[topic]++; many[topic] == 2 {
			all = append(all, question.Example{Text: fmt.Sprintf(askAll, topic)})
		}
		if f.Figure == nil || f.Figure.Kind != figure.Share || !severalOf(f.Population) {
			continue
		}
		switch f.Status {
		case data.Adopted:
			shares = append(shares, question.Example{Text: fmt.Sprintf(askShare, topic, f.Population), Finding: f.ID})
		case data.Planned:
			planned = append(planned, question.Example{Text: fmt.Sprintf(askPlanned, topic, of(f.Population)), Finding: f.ID})
		}
	}
	kinds := [][]question.Example{shares, planned, all}
	for i := range kinds { // an example is a button too
		kinds[i] = slices.DeleteFunc(kinds[i], func(e question.Example) bool { return utf8.RuneCountInString(e.Text) > maxLabel })
	}
	return kinds
}

// answerFor puts those who are counted themselves before those who answer for
// them: "répondants" says little to who asks for the first time.
func answerFor(l *data.Library, f *data.Finding) int {
	if l.Lexicon.OnlyRespondents(l.Lexicon.PeopleOf(f.Who)) {
		return 1
	}
	return 0
}

// severalOf reports whether the name of a population begins in the plural.
func severalOf(population string) bool {
	first, _, _ := strings.Cut(population, " ")
	return strings.HasSuffix(first, "s") || strings.HasSuffix(first, "x")
}
