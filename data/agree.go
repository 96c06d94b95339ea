package data

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"constat/data/figure"
	"constat/data/lexicon"
)

// This file looks for what a file says in two places and not alike: warnings,
// since an editor may mean it.

// statusAgrees completes the status of a finding and checks its horizon. A
// finding without a status is read as qualitative: nothing is said of what is
// done or planned.
func (r *reader) statusAgrees(n *yaml.Node, f *Finding, e *Edition) {
	if f.Status == "" {
		f.Status = Qualitative
		if _, there := child(n, "statut"); !there && f.Figure != nil && f.Figure.Kind == figure.Share {
			r.warn(n, "ce constat a un chiffre et pas de « statut » : dites s'il compte ce qui est adopté, prévu, ressenti (perception)…")
		}
	}
	if f.ItemsOpen && len(f.Items) == 0 {
		r.warn(n, "« liste_ouverte » n'a pas de sens sans « liste ».")
	}
	if f.Horizon == 0 {
		return
	}
	at, _ := child(n, "horizon")
	if slices.Contains([]Status{Adopted, UnderWay, None, Ranking}, f.Status) {
		r.warn(resolve(at), "un « horizon » se dit de ce qui est prévu ou attendu, et ce constat a le statut « %s ».", f.Status)
	}
	if e.Year != 0 && f.Horizon < e.Year {
		r.warn(resolve(at), "l'horizon %d précède l'édition %d.", f.Horizon, e.Year)
	}
}

// statementAgrees compares the figure of a finding with those of its
// statement: one of the same kind and unit must be able to be the same.
func (r *reader) statementAgrees(n *yaml.Node, f *Finding) {
	if f.Figure == nil {
		return
	}
	var others []string
	low, high := f.Figure.Bounds()
	for _, said := range figure.Find(f.Statement) {
		if said.Kind != f.Figure.Kind || said.Unit != f.Figure.Unit {
			continue
		}
		if l, h := said.Bounds(); l <= high && low <= h {
			return
		}
		others = append(others, said.Wording)
	}
	if len(others) > 0 {
		at, _ := child(n, "enonce")
		r.warn(resolve(at), "l'énoncé dit %s et le chiffre « %s » : vérifiez lequel est juste.", quotedAll(others), shortened(f.Figure.Wording))
	}
}

// ranksAgree looks for two items of one rank that are not said to be equal.
func (r *reader) ranksAgree(n *yaml.Node, f *Finding) {
	first := make(map[int]Item)
	for _, item := range f.Items {
		other, twice := first[item.Rank]
		switch {
		case item.Rank == 0:
		case !twice:
			first[item.Rank] = item
		case !saysEqual(item) && !saysEqual(other):
			at, _ := child(n, "liste")
			r.warn(resolve(at), "« %s » et « %s » ont le même rang (%d) : corrigez-le ou, s'ils sont à égalité, écrivez « precision: ex aequo ».",
				shortened(other.Label), shortened(item.Label), item.Rank)
		}
	}
}

func saysEqual(i Item) bool {
	said := strings.ReplaceAll(lexicon.Fold(i.Detail), "æ", "ae")
	return strings.Contains(said, "aequo") || strings.Contains(said, "egalite")
}

// indicatorsAgree looks for the same indicator written in two ways: a series
// would lose one of its figures.
func (r *reader) indicatorsAgree(d *draft) {
	type name struct {
		text, where string
		words       []string
	}
	var known []name
	written := make(map[string]bool)
	add := func(text, where string) {
		known, written[text] = append(known, name{text, where, contentWords(text)}), true
	}
	for _, i := range d.Indicators {
		add(i.Name, "dans « indicateurs »")
		for _, alias := range i.Aliases {
			written[alias] = true
		}
	}
	for _, f := range d.findings {
		if f.Indicator == "" || written[f.Indicator] {
			continue
		}
		words := contentWords(f.Indicator)
		at := slices.IndexFunc(known, func(k name) bool { return sameWords(words, k.words) })
		if at < 0 {
			add(f.Indicator, fmt.Sprintf("ligne %d", f.what))
			continue
		}
		written[f.Indicator] = true // told once
		warning := f.faultAt(f.what, "l'indicateur « %s » ressemble à « %s » (%s) : si c'est la même mesure, écrivez le même nom.",
			shortened(f.Indicator), shortened(known[at].text), known[at].where)
		warning.Warning = true
		*r.faults = append(*r.faults, warning)
	}
}

// contentWords returns the words of a name that tell it from another,
// singular.
func contentWords(s string) []string {
	var words []string
	for _, w := range lexicon.Words(s) {
		if lexicon.ClassOf(w.Text) != lexicon.Function {
			words = append(words, lexicon.Singular(w.Text))
		}
	}
	return words
}

// sameWords reports whether two names have the same words, but for a typing
// error in the long ones.
func sameWords(a, b []string) bool {
	const long = 6 // letters: shorter words may differ by one and be two words
	return slices.EqualFunc(a, b, func(a, b string) bool {
		return a == b || min(len(a), len(b)) >= long && edits(a, b) == 1 && keptDigits(a) == keptDigits(b)
	})
}
