package answer

import (
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

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

// defines reports whether a finding says what a thing is: "un X est un", "le X
// désigne", X being all that stands before.
func defines(f *data.Finding, subject []string) bool {
	words := lexicon.Words(f.Statement)
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1].Text
		}
		if !(w.Text == "est" && (next == "un" || next == "une")) && w.Text != "designe" && w.Text != "consiste" {
			continue
		}
		named := content(f.Statement[:w.Start])
		return f.Figure == nil && len(named) > 0 && !slices.ContainsFunc(named, func(n string) bool { return !saysKin(subject, n) })
	}
	return false
}

// ties are the words by which several are told to be level.
var ties = []string{"même importance", "même niveau", "même rang", "à égalité", "ex aequo", "se valent"}

// ranksMost reports whether a finding tells which one is the most so, or that
// none is. That a
// list has many members ranks none of them. What does most must be told in the
// very verb: a near one is another race.
func ranksMost(q question.Question, h index.Hit) bool {
	f := h.Finding
	if q.Surpassing != "" && slices.Contains(h.Missing, q.Surpassing) || q.Ranked != "" && !ranksKind(q, h) {
		return false
	}
	if slices.ContainsFunc(ties, func(tie string) bool { return contains(f.Statement, tie) }) {
		return true
	}
	return f.Status == data.Ranking || slices.ContainsFunc(f.Items, func(i data.Item) bool { return i.Rank != 0 }) ||
		slices.ContainsFunc(lexicon.Words(f.Statement), func(w lexicon.Word) bool { return foremost[w.Text] }) ||
		contains(f.Statement, "le plus") || contains(f.Statement, "la plus") || contains(f.Statement, "les plus")
}

// ranksKind reports whether what a finding ranks is of the kind asked. It says
// so in its sentence or indicator; of those whom it is about, by its indicator
// alone: "les causes du gaspillage dans les collèges" ranks no collège.
func ranksKind(q question.Question, h index.Hit) bool {
	f := h.Finding
	if slices.ContainsFunc(append(q.Naming, content(f.Population)...), func(w string) bool { return kin(w, q.Ranked) }) {
		return saysKin(content(f.Indicator), q.Ranked)
	}
	return saysKin(content(f.Statement+" "+f.Indicator), q.Ranked) || !slices.Contains(h.Missing, q.Ranked) || slices.Contains(h.Nearly, q.Ranked)
}

// foremost words put one thing before all others.
var foremost = map[string]bool{"premier": true, "premiere": true, "premiers": true, "premieres": true, "principal": true, "principale": true, "tete": true, "surtout": true}

// compares reports whether a finding says who or what is more, or less.
func compares(f *data.Finding) bool {
	return slices.ContainsFunc(lexicon.Words(f.Statement), func(w lexicon.Word) bool { return comparing[w.Text] })
}

var comparing = map[string]bool{"plus": true, "moins": true, "autant": true, "davantage": true, "majorite": true, "minorite": true, "majoritaires": true, "minoritaires": true, "depassent": true, "devancent": true}

// namesDay reports whether a text names a day: "le 7 juin", "le samedi".
func namesDay(text string) bool {
	words := lexicon.Words(text)
	for i, w := range words {
		if slices.Contains(weekdays, w.Text) || i > 0 && slices.Contains(months[:], w.Text) && isDay(words[i-1].Text) {
			return true
		}
	}
	return false
}

func isDay(w string) bool {
	n, err := strconv.Atoi(strings.TrimSuffix(w, "er"))
	return err == nil && n >= 1 && n <= 31
}

var weekdays = strings.Fields("lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches")

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

// namesPlace reports that the place where an edition was shown is what the
// question asks about: that tells nobody where it lies.
func namesPlace(q question.Question, f *data.Finding) bool {
	p := f.Edition.Presentation
	return p != nil && slices.ContainsFunc(q.Subject, func(w string) bool { return says(p.Place, w) })
}

// reasons are the nouns by which an indicator says that it measures causes.
var reasons = map[string]bool{"motif": true, "raison": true, "cause": true, "motivation": true}

// explains reports whether a finding gives a cause.
func explains(f *data.Finding) bool {
	if slices.ContainsFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool { return reasons[lexicon.Singular(w.Text)] }) {
		return true
	}
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

// takesSides reports whether a finding tells who is for or against something.
func takesSides(f *data.Finding) bool {
	return slices.ContainsFunc(lexicon.Words(f.Statement+" "+f.Indicator), func(w lexicon.Word) bool {
		return w.Text == "contre" || slices.ContainsFunc(siding, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	})
}

// siding are the roots of the words that tell whether people want a thing.
var siding = []string{"favorable", "defavorable", "hostil", "oppos", "partisan", "refus", "rejet", "reticen", "adhesion"}
