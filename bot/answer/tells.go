package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
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

// takesSides reports whether a finding tells who is for or against something.
func takesSides(f *data.Finding) bool {
	return slices.ContainsFunc(lexicon.Words(f.Statement+" "+f.Indicator), func(w lexicon.Word) bool {
		return w.Text == "contre" || slices.ContainsFunc(siding, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	})
}

// siding are the roots of the words that tell whether people want a thing.
var siding = []string{"favorable", "defavorable", "hostil", "oppos", "partisan", "refus", "rejet", "reticen", "adhesion"}
