package index

import (
	"slices"
	"strconv"

	"constat/data"
	"constat/data/lexicon"
)

// Saturation of repeats and influence of length in BM25. Findings are short:
// both matter less than in the books (1.2 and 0.75).
const (
	k1 = 0.9
	b  = 0.4
)

// saturate turns how often a word stands in a finding into a weight of at
// most k1+1; length is relative to the mean.
func saturate(times, length float64) float64 {
	return times * (k1 + 1) / (times + k1*(1-b+b*length))
}

// textScore is BM25 over that of a finding that said every word.
func (x *Index) textScore(a *asked, r *record) float64 {
	if a.total == 0 {
		return 0
	}
	sum := 0.0
	for i := range a.terms {
		t := &a.terms[i]
		times := 0.0
		for _, s := range t.stems {
			times = max(times, r.times(s))
		}
		if times > 0 {
			sum += t.weight * saturate(times, r.length/x.average)
		}
	}
	return sum / a.total
}

// covered returns the share of the question's words for which a test holds.
func covered(a *asked, by func(*askedTerm) bool) float64 {
	if a.total == 0 {
		return 0
	}
	sum := 0.0
	for i := range a.terms {
		if by(&a.terms[i]) {
			sum += a.terms[i].weight
		}
	}
	return sum / a.total
}

// bestSentence returns the share of the question in the sentence that says
// most of it, and 1 when a figure is wanted and the finding has one, or a
// number stands in that sentence.
func bestSentence(a *asked, r *record) (share, figure float64) {
	for _, s := range r.sentences {
		c := covered(a, func(t *askedTerm) bool { return anyOf(t.stems, s.stems) })
		if c > share {
			share, figure = c, 0
			if s.number {
				figure = 1
			}
		}
	}
	switch {
	case !a.Figure:
		figure = 0
	case r.figure:
		figure = 1
	}
	return share, figure
}

// gramShare walks both sorted lists at once.
func gramShare(a *asked, r *record) float64 {
	if a.gramed == 0 {
		return 0
	}
	sum, i := 0.0, 0
	for _, g := range a.grams {
		for i < len(r.grams) && r.grams[i] < g.gram {
			i++
		}
		if i < len(r.grams) && r.grams[i] == g.gram {
			sum += g.weight
		}
	}
	return sum / a.gramed
}

func pairShare(a *asked, r *record) float64 {
	if a.total == 0 {
		return 0
	}
	sum := 0.0
	for _, p := range a.pairs {
		if has(r.pairs, p.pair) {
			sum += p.weight
		}
	}
	return sum / a.total
}

func nameShare(a *asked, r *record) float64 {
	if len(a.names) == 0 {
		return 0
	}
	n := 0.0
	for _, name := range a.names {
		if has(r.forms, name) {
			n++
		}
	}
	return n / float64(len(a.names))
}

func numberMissing(a *asked, r *record) float64 {
	numbers, missing := 0.0, 0.0
	for i := range a.terms {
		if t := &a.terms[i]; t.number {
			numbers++
			if !anyOf(t.forms, r.forms) {
				missing++
			}
		}
	}
	if numbers == 0 {
		return 0
	}
	return missing / numbers
}

// yearMissing is 1 when years are asked and the finding has none of them, and
// half when it only names one: "d'ici à 2017" is not the edition of 2017.
func (x *Index) yearMissing(a *asked, r *record, f *data.Finding) float64 {
	if len(a.Years) == 0 {
		return 0
	}
	missing := 1.0
	for _, year := range a.Years {
		if f.Edition != nil && f.Edition.Year == year || slices.Contains(f.Years, year) {
			return 0
		}
		if has(r.forms, x.forms.find(strconv.Itoa(year))) {
			missing = 0.5
		}
	}
	return missing
}

func (x *Index) population(a *asked, f *data.Finding) float64 {
	if !a.Who.Named() {
		return 0
	}
	switch x.lexicon.Relate(a.Who, f.Who) {
	case lexicon.Same:
		return weightSame
	case lexicon.Near:
		return weightNear
	}
	return 0
}

// times returns how often a stem stands in the combined text.
func (r *record) times(stem uint32) float64 {
	i, ok := slices.BinarySearchFunc(r.stems, stem, func(c count, s uint32) int { return int(c.id) - int(s) })
	if !ok {
		return 0
	}
	return r.stems[i].times
}

func anyOf(some, sorted []uint32) bool {
	return slices.ContainsFunc(some, func(v uint32) bool { return has(sorted, v) })
}
