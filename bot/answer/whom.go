package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// fitWhom holds the population of a finding against the one asked. What is
// told without a figure may also be told of those whom its own words name: a
// statement on the DGS, for who asks what the DGS does, unless findings count
// them as a population.
func fitWhom(l *data.Library, q question.Question, h index.Hit) fit {
	who := fit(l.Lexicon.Relate(q.Who, l.Whom(h.Finding)))
	if who == isNear && (respondFor(l, q, h) || marketOf(l, q, h.Finding)) {
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

// marketOf reports whether a finding estimates what those asked spend: a market
// is named by its customers, "marché des hôpitaux". Nobody is counted there.
func marketOf(l *data.Library, q question.Question, f *data.Finding) bool {
	customers, market := strings.CutPrefix(lexicon.Fold(f.Population), "marche ")
	if !market || f.Status != data.Estimate {
		return false
	}
	who, _ := l.Lexicon.Population(customers)
	return who.Named() && l.Lexicon.Relate(q.Who, who) == lexicon.Same
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
	if len(people.Groups) == 0 || h.Finding.Figure == nil {
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
