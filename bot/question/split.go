package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
	"constat/index"
)

// A run is words[Start:End].
type run struct{ start, end int }

// clauses reads a message that asks for two things or more side by side
// ("combien l'ont, combien le prévoient", "le X contre le Y"): each clause is
// read as a question of its own, with what stands outside of them all.
func (r *Reader) clauses(s *sentence, q Question, splits ...func() ([]run, []run)) []Question {
	for _, split := range splits {
		runs, marks := split()
		if len(runs) < 2 || len(runs) > maxSides {
			continue
		}
		var sides []Question
		for i := range runs {
			sides = append(sides, r.clause(s, q, runs, marks, i))
		}
		inherit(sides)
		if told(sides, q) && (len(s.clusters) != len(sides) || apart(sides)) {
			return sides
		}
	}
	return nil
}

// clause reads one run of words, with what stands outside of all runs.
func (r *Reader) clause(s *sentence, whole Question, runs, marks []run, which int) Question {
	out := make([]bool, len(s.words))
	for i, other := range append(slices.Clone(runs), marks...) {
		for k := other.start; k < other.end && i != which; k++ {
			out[k] = true
		}
	}
	var b strings.Builder
	for i, w := range s.words {
		if out[i] {
			continue
		}
		if i > 0 && !out[i-1] {
			b.WriteString(s.text[s.words[i-1].End:w.Start])
		} else if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(s.text[w.Start:w.End])
	}
	side := Question{Text: b.String()}
	clause := r.sentence(side.Text)
	side.spelt = clause.spelt()
	r.frame(clause, &side)
	if side.Wants == Statement || side.Wants == Check {
		side.Wants = whole.Wants
	}
	if side.Wants == Which { // "A contre B, quelles préférences ?" names both itself
		side.Wants = Statement
	}
	change := side.Change
	side = side.Without()
	if side.Horizon == 0 { // "d'ici 2017, ça bouge ?" asks what is planned
		side.Change, side.Verbless = change, whole.Verbless
	}
	return side
}

// inherit gives a clause what it leaves unsaid: the subject, the population and
// the year of another one.
func inherit(sides []Question) {
	for i := range sides {
		for _, other := range sides {
			if len(sides[i].Subject) == 0 {
				sides[i].Subject, sides[i].Terms, sides[i].Topic = other.Subject, other.Terms, other.Topic
			}
			if !sides[i].Who.Named() {
				sides[i].Who = other.Who
			}
			if len(sides[i].Years) == 0 && sides[i].Rank == 0 {
				sides[i].Years = other.Years
			}
		}
	}
}

// told reports that clauses are questions, no two of them the same, of which
// the whole looks up every word.
func told(sides []Question, whole Question) bool {
	for i, side := range sides {
		if !slices.ContainsFunc(side.Subject, func(w string) bool { return !isNumber(w) }) {
			return false
		}
		for _, w := range side.Subject {
			if !slices.ContainsFunc(whole.Terms, func(t index.Term) bool { return t.Text == w }) {
				return false
			}
		}
		for _, other := range sides[:i] {
			if slices.Equal(side.Subject, other.Subject) && slices.Equal(side.Years, other.Years) && slices.Equal(side.Who.Groups, other.Who.Groups) &&
				side.Stage == other.Stage && side.Negative == other.Negative && side.Horizon == other.Horizon {
				return false
			}
		}
	}
	return true
}

// apart reports that no two clauses are about the same people.
func apart(sides []Question) bool {
	for i, side := range sides {
		if slices.ContainsFunc(sides[:i], func(o Question) bool { return slices.Equal(o.Who.Groups, side.Who.Groups) }) {
			return false
		}
	}
	return true
}

// breaks reports whether a text part ends between words i-1 and i.
func (s *sentence) breaks(i int) bool {
	return i <= 0 || i >= len(s.words) || strings.ContainsAny(s.text[s.words[i-1].End:s.words[i].Start], ",;:.?!()")
}

// part returns the run of words around a place that no punctuation cuts.
func (s *sentence) part(i int) run {
	p := run{i, i + 1}
	for !s.breaks(p.start) {
		p.start--
	}
	for !s.breaks(p.end) {
		p.end++
	}
	return p
}

// oneHand cuts "A d'un côté, B de l'autre" and "d'un côté A, de l'autre B".
func (s *sentence) oneHand() (runs, marks []run) {
	one, other := s.find("d", "un", "cote"), s.find("de", "l", "autre")
	if one < 0 || other < one {
		return nil, nil
	}
	marks = []run{{one, one + 3}, {other, other + 3}}
	if s.breaks(one+3) || s.at(one+3) == "et" {
		return []run{{s.part(one).start, one}, {one + 3, other}}, marks
	}
	return []run{{one + 3, other}, {other + 3, s.part(min(other+3, len(s.words)-1)).end}}, marks
}

// find returns where a run of words stands, or -1.
func (s *sentence) find(phrase ...string) int {
	for i := range s.words {
		n := 0
		for n < len(phrase) && s.at(i+n) == phrase[n] {
			n++
		}
		if n == len(phrase) {
			return i
		}
	}
	return -1
}

var (
	// asksAnew words open each of several questions.
	asksAnew = set("combien cb quel quelle quels quelles part pourcentage proportion")
	// pointers open each of several relative clauses.
	pointers = set("celles ceux celle celui")
)

// repeats cuts at the words of a set when several stand in the sentence, or,
// without a set, at the subject word that the sentence repeats.
func (s *sentence) repeats(set map[string]bool) func() ([]run, []run) {
	return func() (runs, marks []run) {
		var at []int
		for i, w := range s.words {
			switch {
			case set != nil && set[w.Text] && !setsAside[s.at(i-1)] && i != s.fromTo():
				if len(at) == 0 || at[len(at)-1] != i-1 { // "quelle part" asks once
					at = append(at, i)
				}
			case set == nil && lexicon.ClassOf(w.Text) == lexicon.Subject && !isNumber(w.Text) && s.again(i):
				if len(at) > 0 && lexicon.Singular(s.at(at[0])) != lexicon.Singular(w.Text) {
					continue // the first word repeated is the pivot
				}
				at = append(at, i)
			}
		}
		for k, start := range at {
			end := s.part(start).end
			if k+1 < len(at) {
				end = at[k+1]
			}
			runs = append(runs, run{start, end})
		}
		return runs, nil
	}
}

var setsAside = set("sans hors sauf pas")

// again reports whether a word stands elsewhere in the sentence too.
func (s *sentence) again(i int) bool {
	for k, w := range s.words {
		if k != i && lexicon.Singular(w.Text) == lexicon.Singular(s.words[i].Text) {
			return true
		}
	}
	return false
}

// comparison cuts "compare A et B", "la différence entre A et B".
func (s *sentence) comparison() (runs, marks []run) {
	for i := range s.words {
		start := i + 1
		switch {
		case strings.HasPrefix(s.at(i), "compar"):
		case s.at(i) == "entre" && comparative[s.at(i-1)]:
		default:
			continue
		}
		for k := start + 1; k < s.part(start).end; k++ {
			if w := s.at(k); w == "et" || w == "avec" {
				return []run{{start, k}, {k + 1, s.part(k).end}}, []run{{i, i + 1}, {k, k + 1}}
			}
		}
	}
	return nil, nil
}

// against cuts "A contre B", "A vs B".
func (s *sentence) against() (runs, marks []run) {
	for i := 1; i+1 < len(s.words); i++ {
		if w := s.at(i); w == "contre" || w == "vs" || w == "versus" {
			return []run{{s.part(i).start, i}, {i + 1, s.part(i).end}}, []run{{i, i + 1}}
		}
	}
	return nil, nil
}

// either cuts "plus sur A ou sur B", "davantage A que B".
func (s *sentence) either() (runs, marks []run) {
	for i := range s.words {
		if w := s.at(i); w != "plus" && w != "davantage" && w != "moins" || s.inFigure(i) || s.at(i+1) == "ou" || s.at(i-1) == "ou" || articles[s.at(i-1)] {
			continue
		}
		end := s.part(i).end
		for k := i + 2; k+1 < end; k++ {
			if s.at(k) == "ou" || s.at(k) == "que" && lexicon.ClassOf(s.at(k+1)) == lexicon.Function {
				return []run{{i + 1, k}, {k + 1, end}}, []run{{i, i + 1}, {k, k + 1}}
			}
		}
	}
	return nil, nil
}

// next cuts what is asked in a second sentence that goes on with the first:
// "… : nombreux en 2021 ? et d'ici à 2023 ?".
func (s *sentence) next() (runs, marks []run) {
	for i := 1; i < len(s.words); i++ {
		if w := s.at(i); (w == "et" || w == "puis") && strings.Contains(s.text[s.words[i-1].End:s.words[i].Start], "?") {
			return []run{{s.part(i - 1).start, i}, {i, len(s.words)}}, nil
		}
	}
	return nil, nil
}

// both cuts "A et B, les deux chiffres" and "A, B et C, les trois parts".
func (s *sentence) both() (runs, marks []run) {
	if runs, marks = s.enumerated(); runs != nil {
		return runs, marks
	}
	deux := s.find("les", "deux")
	if deux < 0 {
		return nil, nil
	}
	for i := range s.words {
		if p := s.part(i); s.at(i) == "et" && p.start < i && i+1 < p.end && (deux < p.start || deux >= p.end) {
			return []run{{p.start, i}, {i + 1, p.end}}, []run{{i, i + 1}}
		}
	}
	return nil, nil
}

// enumerated cuts "A, B, C" into as many as the figures that are asked: "les
// trois pourcentages". What stands before a colon is said of all.
func (s *sentence) enumerated() (runs, marks []run) {
	asked := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return figured[w.Text] })
	if asked < 1 || s.at(asked-2) != "les" || counts[s.at(asked-1)] < 2 {
		return nil, nil
	}
	n := counts[s.at(asked-1)]
	for start := 0; start < asked; {
		k := start
		for runs = nil; k < asked && len(runs) < n; {
			end := s.part(k).end
			for i := k; i < end; i++ { // "A, B et C"
				if s.at(i) == "et" && i > k {
					runs = append(runs, run{k, i})
					k = i + 1
				}
			}
			runs = append(runs, run{k, end})
			k = end
			if k < len(s.words) && strings.ContainsAny(s.text[s.words[k-1].End:s.words[k].Start], ":;.?!") {
				break
			}
		}
		if last := runs[len(runs)-1]; len(runs) == n && last.end <= asked && s.breaks(last.end) {
			return runs, nil
		}
		start = s.part(start).end
	}
	return nil, nil
}

// figured are the nouns of the figures that are asked of several things.
var figured = set("pourcentages parts chiffres taux proportions pourcents nombres")
