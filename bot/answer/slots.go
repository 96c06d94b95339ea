package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
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
	polar     fit // it denies what the question asserts, or the reverse
	kind      fit // a figure was wanted and there is none, or of another kind
	quoted    fit // the person states another figure
	besides   fit // it says what the person sets aside
	claim     fit // the figure that the person states is of something else
	actor     fit // nobody does in it what "qui" asks
	source    fit // another publisher is named
}

// faults counts the slots that do not match.
func (c candidate) faults() int {
	n := 0
	for _, f := range []fit{c.who, c.when, c.stage, c.polar, c.kind, c.quoted, c.besides, c.actor, c.source} {
		if f != matches {
			n++
		}
	}
	if c.claim == conflicts {
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
			Finding: f,
			score:   h.Score,
			named:   h.Named,
			who:     fitWhom(l, q, h),
			when:    fitYears(l, q, f),
			stage:   fitStage(q, f),
			polar:   fitPolarity(q, f),
			kind:    fitKind(q, f),
			quoted:  fitQuoted(q, f),
			actor:   fitActor(l, q, h),
		}
		for _, w := range q.Subject {
			switch {
			case slices.Contains(h.Missing, w) && (q.Wants == question.Statement || q.Wants == question.Reason) && themed(f.Edition, w):
				c.themed++
			case slices.Contains(h.Nearly, w):
				c.near = append(c.near, w)
			case slices.Contains(h.Missing, w), slices.Contains(h.Listed, w) && (q.Wants == question.Reason || len(h.Nearly) > 0 || q.Wants.Measured() && !figured(f)):
				c.missing = append(c.missing, w)
			}
		}
		c.claim = fitClaim(l, q, f, len(c.near) > 0)
		c.elsewhere = h.Elsewhere
		if slices.ContainsFunc(q.Besides, func(w string) bool { return !slices.Contains(h.Missing, w) }) {
			c.besides = conflicts
		}
		if q.Publisher != "" && !slices.ContainsFunc(f.Sources, func(s *data.Source) bool { return contains(s.Publisher, q.Publisher) }) {
			c.source = conflicts
		}
		all = append(all, c)
	}
	return all
}

// figured reports whether a member of a finding's list has a figure of its own.
func figured(f *data.Finding) bool {
	return slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Figure != nil })
}

// themed reports whether the name of an edition's observatory says a word: all
// that it publishes is about that.
func themed(e *data.Edition, word string) bool {
	return says(e.Observatory, word)
}

// says reports whether a text has a folded word, in the singular or the plural.
func says(text, word string) bool {
	return slices.ContainsFunc(lexicon.Words(text), func(w lexicon.Word) bool { return lexicon.Singular(w.Text) == lexicon.Singular(word) })
}

// fitWhom holds the population of a finding against the one asked. What is
// told without a figure may also be told of those whom its own words name: a
// statement on the DGS, for who asks what the DGS does, unless findings count
// them as a population.
func fitWhom(l *data.Library, q question.Question, h index.Hit) fit {
	who := fit(l.Lexicon.Relate(q.Who, l.Whom(h.Finding)))
	if who == isNear && respondFor(l, q, h) {
		return matches
	}
	if len(q.Voices) > 0 && !q.Who.Named() && !speaks(q.Voices, h.Finding) {
		return conflicts // what others think of them is not what they think
	}
	if who == matches || q.Wants.Measured() || h.Finding.Figure != nil || len(q.Naming) == 0 || len(q.Subject) < leastSaid || q.Opinion || len(q.Voices) > 0 || len(l.Lexicon.Organisations(q.Who)) > 0 {
		return who
	}
	if slices.ContainsFunc(q.Naming, func(w string) bool { return slices.Contains(h.Missing, w) }) || slices.ContainsFunc(q.Naming, func(w string) bool { return !says(h.Finding.Indicator+" "+h.Finding.Population, w) }) &&
		slices.ContainsFunc(l.Findings, func(f *data.Finding) bool { return l.Lexicon.Relate(q.Who, l.Whom(f)) == lexicon.Same }) {
		return who
	}
	return matches
}

// speaks reports whether those named are whom a finding is about, or the
// subject of its sentence, which says what they think.
func speaks(voices []string, f *data.Finding) bool {
	subject := lexicon.Words(f.Statement)
	if !slices.ContainsFunc(subject, func(w lexicon.Word) bool {
		return slices.ContainsFunc(thinking, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	}) {
		return false
	}
	return !slices.ContainsFunc(voices, func(w string) bool {
		return !says(f.Population, w) && !slices.ContainsFunc(subject[:min(len(subject), 1+len(voices))], func(s lexicon.Word) bool { return lexicon.Singular(s.Text) == lexicon.Singular(w) })
	})
}

// thinking are the roots of verbs by which people say what they think.
var thinking = []string{"pens", "juge", "estim", "croi", "consider", "souhait", "attend", "trouv", "redout", "apprec", "regrett"}

// respondFor reports whether the people asked are those whom the statement
// itself counts, although the finding's population is their organisations:
// "85 % des décideurs d'administrations d'État".
func respondFor(l *data.Library, q question.Question, h index.Hit) bool {
	people := l.Lexicon.PeopleOf(q.Who)
	if len(people.Groups) == 0 || !l.Lexicon.OnlyRespondents(people) || h.Finding.Figure == nil {
		return false
	}
	for _, f := range figure.Find(h.Finding.Statement) {
		counted := strings.TrimSpace(h.Finding.Statement[f.End:])
		if m := l.Lexicon.Mentions(lexicon.Words(counted)); f.Kind != figure.Date && len(m) > 0 && m[0].Start <= 1 {
			who, _ := l.Lexicon.Population(counted)
			return l.Lexicon.Relate(q.Who, who) == lexicon.Same
		}
	}
	return false
}

// fitYears: an edition or year that is asked must match exactly.
func fitYears(l *data.Library, q question.Question, f *data.Finding) fit {
	if q.Rank != 0 && !l.Ranked(q.Rank, f.Edition) {
		return conflicts
	}
	if q.Horizon != 0 && f.Horizon != q.Horizon {
		return conflicts
	}
	if len(q.Years) == 2 && f.Edition.Period == fmt.Sprintf("%d-%d", q.Years[0], q.Years[1]) {
		return matches // "l'étude 2013-2015"
	}
	about := f.About()
	for _, y := range q.Years {
		if !slices.Contains(about, y) && !(y == f.Horizon && (q.Opinion || q.Stage == lexicon.Planned)) { // "prêts pour mai 2018"
			return conflicts
		}
	}
	return matches
}

func fitStage(q question.Question, f *data.Finding) fit {
	stage, exclusive := data.Stages[f.Status]
	opinion := (f.Status == data.Perception || f.Status == data.Ranking) && f.Figure != nil
	switch {
	case q.Stage == 0 && opinion && !q.Opinion && q.Wants == question.Check && len(q.Quoted) > 0:
		return conflicts // an opinion confirms no fact
	case q.Stage == 0 && q.Wants == question.Check && f.Status == data.Planned:
		return conflicts // what is planned does not confirm what is done
	case q.Stage == 0 && f.Status == data.Planned && q.Horizon == 0 && asDone(q, f):
		return conflicts // "combien versent" is no question about who means to
	case q.Stage == 0:
		return matches
	case f.Status == data.None && !q.Negative:
		if !q.Wants.Measured() && q.Wants != question.Check {
			return matches // "ça existe ?": no
		}
		return conflicts
	case exclusive && stage != q.Stage:
		return conflicts
	case opinion && !q.Opinion && !(q.Negative && f.Denies) && (q.Stage != lexicon.Planned || f.Horizon == 0) && (q.Wants.Measured() || q.Wants == question.Check):
		return conflicts // what people wish, expect or put first is not what they do
	}
	return matches
}

// asDone reports that the question says in a finite verb what a finding says
// as an infinitive only: "combien versaient", of those who "envisagent de
// verser".
func asDone(q question.Question, f *data.Finding) bool {
	said := lexicon.Words(f.Statement)
	return slices.ContainsFunc(q.Subject, func(asked string) bool {
		return slices.ContainsFunc(said, func(w lexicon.Word) bool { return conjugates(asked, w.Text) }) &&
			!slices.ContainsFunc(said, func(w lexicon.Word) bool { return w.Text == asked })
	})
}

// finite are the endings of the third person, in the tenses of surveys.
var finite = []string{"ent", "ait", "aient", "issent", "issait", "issaient"}

// conjugates reports whether a folded word is a third person of an infinitive
// in -er or -ir.
func conjugates(word, infinitive string) bool {
	stem, ok := strings.CutSuffix(infinitive, "er")
	if !ok {
		stem, ok = strings.CutSuffix(infinitive, "ir")
	}
	if !ok || len(stem) < 3 {
		return false
	}
	ending, ok := strings.CutPrefix(word, stem)
	return ok && slices.Contains(finite, ending)
}

// fitPolarity: who does not is answered only by a finding that counts them;
// the complement of a published share never is.
func fitPolarity(q question.Question, f *data.Finding) fit {
	switch {
	case q.Stance && !takesSides(f):
		return conflicts
	case q.Resized:
		return conflicts
	case q.Less && !contains(f.Statement, "moins"):
		return conflicts
	case q.Partly && f.Figure != nil:
		return conflicts
	case q.Doubly && (q.Wants.Measured() || q.Wants == question.Check):
		return conflicts
	case namesLack(q, f):
		if q.Negative {
			return conflicts // "ne sont pas en retard"
		}
		return matches
	case q.Wants == question.Check && len(q.Quoted) == 0, q.Negative == f.Denies, !q.Negative && !q.Wants.Measured() && q.Wants != question.Check:
		return matches
	}
	return conflicts
}

// takesSides reports whether a finding tells who is for or against something.
func takesSides(f *data.Finding) bool {
	return slices.ContainsFunc(lexicon.Words(f.Statement+" "+f.Indicator), func(w lexicon.Word) bool {
		return w.Text == "contre" || slices.ContainsFunc(siding, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	})
}

// siding are the roots of the words that tell whether people want a thing.
var siding = []string{"favorable", "defavorable", "hostil", "oppos", "partisan", "refus", "rejet", "reticen", "adhesion"}

// namesLack reports that a finding denies, and that its indicator and the
// question name by the same noun what is lacking: "en retard" asks for those
// who did nothing.
func namesLack(q question.Question, f *data.Finding) bool {
	return f.Denies && slices.ContainsFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool {
		return lacks[w.Text] && slices.ContainsFunc(q.Subject, func(said string) bool { return beginsAs(said, w.Text) })
	})
}

// lacks are nouns that deny by themselves.
var lacks = map[string]bool{
	"retard": true, "absence": true, "manque": true, "ignorance": true, "meconnaissance": true, "inaction": true,
	"defaut": true, "gratuite": true, "suppression": true, "refus": true, "rejet": true, "abandon": true, "desinteret": true, "penurie": true,
}

// beginsAs reports whether two words begin with the same letters: "gratuitement"
// and "gratuité".
func beginsAs(a, b string) bool {
	const enough = 6
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a == b || n >= enough
}

// fitKind: a figure that is wanted must be there, and of the kind wanted.
func fitKind(q question.Question, f *data.Finding) fit {
	if q.Manner && (f.Figure != nil || !tellsHow(f)) || q.Defines && !defines(f) || q.Most && !ranksMost(f) {
		return isNear
	}
	if q.Ought && !obliges(f) || q.OfSurvey && f.Attribution != data.Method {
		return isNear
	}
	if q.Wants == question.Check && len(q.Focus) == 0 && len(q.Quoted) > 0 && (f.Figure == nil || !f.Figure.HasNumber()) {
		return isNear // a figure is checked against a figure
	}
	if q.ByHowMuch && q.Followed && (f.Figure == nil || f.Figure.Kind != figure.Change && f.Figure.Kind != figure.FromTo) {
		return isNear
	}
	switch q.Wants {
	case question.Conflict:
		if len(f.Contradicts)+len(f.Restates) == 0 && !hesitant(q) {
			return isNear
		}
	case question.Share:
		return fitFigure(q, f, func(g *figure.Figure) bool {
			return g.Kind == figure.Share || g.Kind == figure.FromTo || g.Kind == figure.Change && g.Unit != "factor"
		})
	case question.Number:
		return fitFigure(q, f, func(g *figure.Figure) bool {
			if q.Noun == "" {
				return g.Kind != figure.Date
			}
			return g.Kind == figure.Count && sameNoun(g.Unit, q.Noun)
		})
	case question.Amount:
		return fitFigure(q, f, func(g *figure.Figure) bool { return g.Kind == figure.Amount })
	case question.Person:
		if f.Figure != nil && len(q.Quoted) == 0 {
			return isNear // a share names nobody
		}
	case question.List:
		if len(f.Items) == 0 {
			return isNear
		}
	case question.Which:
		if f.Figure != nil && len(f.Items) == 0 && len(q.Quoted) == 0 {
			return isNear // a count names nobody
		}
	case question.Date:
		if q.Since && f.Horizon != 0 || !dated(f) || q.Stage == lexicon.Adopted && f.Horizon != 0 && f.Status != data.Adopted {
			return isNear
		}
	case question.Place:
		if !placed(f) {
			return isNear
		}
	case question.Reason:
		if onlyCauses(q, f) || (f.Figure != nil || f.Status == data.Ranking) && !explains(f) {
			return isNear
		}
	}
	return matches
}

// hesitant reports that the person chooses between two figures.
func hesitant(q question.Question) bool {
	return len(q.Quoted) > 1 || len(q.Quoted) == 1 && q.Quoted[0].Value == nil
}

func fitFigure(q question.Question, f *data.Finding, wanted func(*figure.Figure) bool) fit {
	if f.Figure != nil && f.Figure.HasNumber() && wanted(f.Figure) {
		return matches
	}
	if slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Figure != nil && wanted(i.Figure) && names(q, i.Label) }) {
		return matches // the figure of what the question names in the list
	}
	return isNear
}

// names reports whether the question says every word of a label, its years
// included.
func names(q question.Question, label string) bool {
	words := slices.DeleteFunc(lexicon.Words(label), func(w lexicon.Word) bool { return lexicon.ClassOf(w.Text) == lexicon.Function })
	return len(words) > 0 && !slices.ContainsFunc(words, func(w lexicon.Word) bool {
		year := slices.ContainsFunc(q.Years, func(y int) bool { return strconv.Itoa(y) == w.Text })
		return !year && !slices.ContainsFunc(q.Terms, func(t index.Term) bool { return lexicon.Singular(t.Text) == lexicon.Singular(w.Text) })
	})
}

func sameNoun(unit, noun string) bool {
	words := lexicon.Words(unit)
	return len(words) > 0 && lexicon.Singular(words[0].Text) == noun
}

// tellsHow reports whether a finding gives a manner or a means: an adverb, or
// what is done "en faisant", "par", "grâce à".
func tellsHow(f *data.Finding) bool {
	words := lexicon.Words(f.Statement)
	return slices.ContainsFunc(words, func(w lexicon.Word) bool {
		return means[w.Text] || strings.HasSuffix(w.Text, "ement") && !slices.ContainsFunc(lexicon.Words(f.Indicator), func(i lexicon.Word) bool { return i.Text == w.Text })
	}) || slices.ContainsFunc(words[:max(0, len(words)-1)], func(w lexicon.Word) bool {
		return strings.HasSuffix(w.Text, "ant") && w.Start > 3 && strings.HasSuffix(f.Statement[:w.Start], "en ")
	})
}

// means are the words that lead to a means, and the verbs that say by
// themselves how something is shared out.
var means = map[string]bool{"par": true, "grace": true, "via": true, "moyen": true, "comment": true, "manieres": true, "maniere": true, "partagent": true, "repartissent": true, "confient": true}

// defines reports whether a finding says what a thing is.
func defines(f *data.Finding) bool {
	return contains(f.Statement, "est un") || contains(f.Statement, "est une") || contains(f.Statement, "désigne") || contains(f.Statement, "consiste")
}

// ranksMost reports whether a finding tells which one is the most so.
func ranksMost(f *data.Finding) bool {
	return f.Status == data.Ranking || ranks(f) || contains(f.Statement, "le plus") || contains(f.Statement, "la plus") || contains(f.Statement, "les plus") || contains(f.Statement, "première") || contains(f.Statement, "premier")
}

// obliges reports whether a finding says that something should be done.
func obliges(f *data.Finding) bool {
	return f.Figure == nil && slices.ContainsFunc(lexicon.Words(f.Statement+" "+f.Indicator), func(w lexicon.Word) bool { return obliging[w.Text] })
}

var obliging = map[string]bool{
	"doit": true, "doivent": true, "devra": true, "devront": true, "faut": true, "necessaire": true, "necessite": true, "suppose": true,
	"obligent": true, "oblige": true, "impose": true, "imposent": true, "essentielle": true, "essentiel": true, "revient": true, "exige": true,
}

// dated reports whether a finding tells a time.
func dated(f *data.Finding) bool {
	if f.Horizon != 0 || f.Figure != nil && f.Figure.Kind == figure.Date {
		return true
	}
	words := lexicon.Words(f.Statement)
	return f.Attribution == data.Method && len(lexicon.Years(words)) > 0 ||
		slices.ContainsFunc(words, func(w lexicon.Word) bool { return slices.Contains(months[:], w.Text) })
}

// placed reports whether a finding tells where its edition was shown.
func placed(f *data.Finding) bool {
	p := f.Edition.Presentation
	if p == nil || p.Place == "" {
		return false
	}
	return f.Attribution == data.Method && contains(f.Statement, p.Place)
}

// explains reports whether a finding gives a cause.
func explains(f *data.Finding) bool {
	words := lexicon.Words(f.Statement)
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1].Text
		}
		for _, c := range causes {
			if w.Text == c[0] && (c[1] == "" || next == c[1]) {
				return true
			}
		}
	}
	return false
}

// onlyCauses reports that a finding tells what the thing asked brings about,
// not what brings it about: "une stratégie complique le travail", for who asks
// why there is a strategy.
func onlyCauses(q question.Question, f *data.Finding) bool {
	for _, w := range lexicon.Words(f.Statement) {
		if effects[w.Text] {
			before, after := f.Statement[:w.Start], f.Statement[w.End:]
			return slices.ContainsFunc(q.Subject, func(s string) bool { return says(before, s) }) && !slices.ContainsFunc(q.Subject, func(s string) bool { return says(after, s) })
		}
	}
	return false
}

// effects are the verbs that a cause comes before and its effect after.
var effects = map[string]bool{"complique": true, "compliquent": true, "pousse": true, "poussent": true, "remet": true, "remettent": true}

// causes are the words by which French gives a reason.
var causes = [][2]string{
	{"afin", ""}, {"veulent", ""}, {"complique", ""}, {"compliquent", ""}, {"oblige", ""}, {"obligent", ""}, {"pousse", ""}, {"renforce", ""}, {"declenche", ""}, {"declenches", ""}, {"but", ""}, {"buts", ""}, {"facteurs", ""}, {"explique", ""}, {"expliquent", ""}, {"tient", "a"}, {"tient", "aux"}, {"tient", "au"}, {"car", ""}, {"parce", "que"}, {"parce", "qu"}, {"puisque", ""},
	{"raison", ""}, {"raisons", ""}, {"causes", ""}, {"grace", ""}, {"impose", ""}, {"imposent", ""}, {"du", "fait"}, {"faute", "de"}, {"frein", ""}, {"freins", ""}, {"vient", "de"}, {"viennent", "de"}, {"remet", "en"}, {"remettent", "en"}, {"pour", "mieux"},
}

func contains(text, part string) bool {
	words, want := lexicon.Words(text), lexicon.Words(part)
	for i := 0; i+len(want) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(want)], want, func(a, b lexicon.Word) bool { return a.Text == b.Text }) {
			return true
		}
	}
	return false
}

// fitQuoted: a figure that the person takes as given must be the finding's.
// In a claim it is what is checked, not a constraint.
func fitQuoted(q question.Question, f *data.Finding) fit {
	switch {
	case len(q.Quoted) > 0 && (q.PartOf != "" && !isPartOf(f, q.PartOf) || q.Quoted[0].Kind == figure.Change && f.Figure != nil && f.Figure.Kind == figure.Share):
		return conflicts // a part of something else, or another thing than a part
	case q.Wants == question.Check || len(q.Quoted) == 0:
		return matches
	case q.Wants == question.Conflict:
		if f.Figure != nil && slices.ContainsFunc(q.Quoted, func(g figure.Figure) bool { return sameFigure(g, *f.Figure) || among(g, *f.Figure) }) {
			return matches
		}
		return conflicts
	}
	for _, g := range q.Quoted {
		if f.Figure == nil || !sameFigure(g, *f.Figure) {
			return conflicts
		}
	}
	return matches
}

// isPartOf reports whether a finding's share is worded as a part of a thing:
// "1,9 % du budget".
func isPartOf(f *data.Finding, noun string) bool {
	texts := []string{f.Statement}
	if f.Figure != nil {
		texts = append(texts, f.Figure.Wording)
	}
	for _, t := range texts {
		for _, g := range figure.Find(t) {
			for i, w := range lexicon.Words(t[g.End:]) {
				if lexicon.Singular(w.Text) == lexicon.Singular(noun) {
					return true
				}
				if i > 1 {
					break
				}
			}
		}
	}
	return false
}

func sameFigure(a, b figure.Figure) bool {
	return a.Kind == b.Kind && sameNumber(a.Value, b.Value) && sameNumber(a.Low, b.Low) && sameNumber(a.High, b.High)
}

// among reports whether a figure is one of the two that the person hesitates
// between: "2,6 ou 2,7 milliards".
func among(either, f figure.Figure) bool {
	return either.Value == nil && either.Unit == f.Unit && f.Value != nil && (sameNumber(either.Low, f.Value) || sameNumber(either.High, f.Value))
}

func sameNumber(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
