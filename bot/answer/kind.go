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

// fitKind: a figure that is wanted must be there, and of the kind wanted.
func fitKind(l *data.Library, q question.Question, f *data.Finding) fit {
	if q.Wants == question.Check && len(q.Focus) == 0 && len(q.Quoted) > 0 && (f.Figure == nil || !f.Figure.HasNumber()) {
		return isNear // a figure is checked against a figure
	}
	if (q.Wants.Measured() || q.Wants == question.Check) && joint(q, f) || q.Wants == question.Number && aside(q, f) {
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
			if q.Lasting() {
				return g.Kind == figure.Duration && (q.Noun == "temp" || !strings.Contains(g.Unit, "/") || strings.HasPrefix(g.Unit, q.Noun)) || g.Kind == figure.Count && sameNoun(l, g.Unit, q.Noun)
			}
			return g.Kind == figure.Count && sameNoun(l, g.Unit, q.Noun) || isPart(l, q, f, g)
		})
	case question.Amount:
		return fitFigure(q, f, func(g *figure.Figure) bool { return g.Kind == figure.Amount })
	case question.Person:
		if f.Figure != nil && len(q.Quoted) == 0 && !q.Demands.Has(question.Speaker) {
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
		if !dated(f) || q.Stage == lexicon.Adopted && f.Horizon != 0 && f.Status != data.Adopted {
			return isNear
		}
	case question.Place:
		if !placed(f) || namesPlace(q, f) {
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

// sameNoun reports whether a unit and a noun are the same, or what the trade
// takes one for the other: "km" and "kilomètre".
func sameNoun(l *data.Library, unit, noun string) bool {
	words := lexicon.Words(unit)
	if len(words) == 0 {
		return false
	}
	counted := lexicon.Singular(words[0].Text)
	return counted == noun || slices.Equal(l.Lexicon.Canonical([]string{counted}), l.Lexicon.Canonical([]string{noun}))
}

// isPart reports whether a share is a part of what is counted: "combien de
// salariés", of whom 9 % do.
func isPart(l *data.Library, q question.Question, f *data.Finding, g *figure.Figure) bool {
	if g != f.Figure || g.Kind != figure.Share {
		return false
	}
	a, ok := question.Assert(l.Lexicon, f.Statement, g)
	return ok && a.Counted == q.Noun
}
