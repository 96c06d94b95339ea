package question

import (
	"slices"
	"strconv"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// versions adds to the figures that the person states those between which she
// hesitates otherwise: dates, whose years are no edition, and bare numbers.
func (s *sentence) versions(q *Question) {
	bare, at := s.bare()
	q.Quoted = append(bare, q.Quoted...)
	for _, i := range at {
		s.use(i, i+1)
	}
	for _, f := range s.figures {
		if !fullDate(f) {
			continue
		}
		q.Quoted = append(q.Quoted, f.Figure)
		for i, w := range s.words {
			if w.Start < f.Start || w.End > f.End {
				continue
			}
			s.use(i, i+1)
			q.Years = slices.DeleteFunc(q.Years, func(y int) bool { return strconv.Itoa(y) == w.Text })
		}
	}
}

// hesitates reports that the person chooses between two figures of a kind:
// "69 % ou sept sur dix ?", "je lis 31 % et aussi 22 %, c'est lequel ?".
func (s *sentence) hesitates() bool {
	if !s.has(or) && !s.has(choosing) && !s.says("de", "l", "autre") {
		return false
	}
	n := map[figure.Kind]int{}
	for _, f := range s.figures {
		if f.Kind == figure.Count && f.High != nil && *f.High < 10 || f.Kind == figure.Date && !fullDate(f) {
			continue // "deux directions" is grammar, "en 2014 ou 2015" asks for both
		}
		n[f.Kind]++
		if strings.Contains(lexicon.Fold(f.Wording), " ou ") {
			n[f.Kind]++
		}
		if n[f.Kind] > 1 {
			return true
		}
	}
	figures, _ := s.bare()
	return len(figures) > 0
}

// fullDate reports a day or a month, not a year alone.
func fullDate(f figure.Span) bool {
	return slices.ContainsFunc(lexicon.Words(f.Wording), func(w lexicon.Word) bool { return monthNames[w.Text] })
}

var monthNames = set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")

// bare returns the figures that a number alone stands for beside "ou", "130 ou
// plus de 200 décideurs", "130 décideurs ou plus de 200 ?", and where these
// numbers are. What they count is that of the other figure, or is not said.
func (s *sentence) bare() (all []figure.Figure, at []int) {
	for i := range s.words {
		if s.at(i) != "ou" {
			continue
		}
		left, right := s.numberBefore(i), s.numberAfter(i)
		if left < 0 || right < 0 {
			continue
		}
		for _, side := range [2][2]int{{left, right}, {right, left}} {
			if n := side[0]; !s.inFigure(n) {
				all, at = append(all, s.bareFigure(n, s.figureAt(side[1]))), append(at, n)
			}
		}
	}
	return all, at
}

// fewestBare is the least number that a person hesitates over without a unit:
// "deux ou trois" is grammar.
const fewestBare = 10

// numberBefore returns where the number stands that ends before a word, but for
// the noun that it counts, or -1.
func (s *sentence) numberBefore(i int) int {
	const nouns = 2 // words: "130 décideurs publics ou"
	for k := i - 1; k >= 0 && i-k <= 1+nouns && !s.breaks(k+1); k-- {
		if s.states(k) {
			return k
		}
		if lexicon.ClassOf(s.at(k)) == lexicon.Function {
			break
		}
	}
	return -1
}

// numberAfter returns where the number stands that a word leads to, but for the
// words that lean on it, or -1.
func (s *sentence) numberAfter(i int) int {
	k := i + 1
	for k < len(s.words) && lexicon.ClassOf(s.at(k)) == lexicon.Function && !isNumber(s.at(k)) {
		k++
	}
	if s.states(k) {
		return k
	}
	return -1
}

// states reports a number that says how many, in digits: no year, and no number
// of a date.
func (s *sentence) states(i int) bool {
	n, err := strconv.ParseFloat(s.at(i), 64)
	if err != nil || n < fewestBare || slices.ContainsFunc(lexicon.Years(s.words), func(y lexicon.Year) bool { return y.Start <= i && i < y.End }) {
		return false
	}
	f := s.figureAt(i)
	return f == nil || f.Kind != figure.Date && f.Kind != figure.Duration
}

// figureAt returns the figure that a word is part of, or nil.
func (s *sentence) figureAt(i int) *figure.Figure {
	w := s.words[i]
	for _, f := range s.figures {
		if w.Start >= f.Start && w.End <= f.End {
			return &f.Figure
		}
	}
	return nil
}

// bareFigure is the figure of a number that stands alone, with the words that
// lean on it. It counts what another one does; without one it has no kind.
func (s *sentence) bareFigure(i int, other *figure.Figure) figure.Figure {
	start := i
	for start > 0 && lexicon.ClassOf(s.at(start-1)) == lexicon.Function && s.at(start-1) != "ou" && !s.breaks(start) {
		start--
	}
	var g figure.Figure
	for _, f := range figure.Find(s.text[s.words[start].Start:s.words[i].End] + " unités") {
		g = f.Figure
	}
	g.Wording, g.Kind, g.Unit = s.text[s.words[i].Start:s.words[i].End], "", ""
	if other != nil {
		g.Kind, g.Unit = other.Kind, other.Unit
	}
	return g
}

// disagrees reports that the person speaks of sources, or of several figures,
// that do not say the same: "les deux articles ne disent pas pareil".
func (s *sentence) disagrees() bool {
	return s.says("sources", "disent") || s.has(printed) && slices.ContainsFunc(alike, func(run []string) bool { return s.says(run...) }) || (s.has(printed) || len(s.figures) > 1) && s.differ() >= 0
}

var printed = set("articles sources pages comptes rendus journaux chiffres")

var alike = phrases("meme chiffre", "memes chiffres", "la meme chose", "le meme resultat")

// differ returns where the words say that two things are not the same, or -1.
func (s *sentence) differ() int {
	for _, run := range unlike {
		if i := s.find(run...); i >= 0 {
			return i
		}
	}
	return -1
}

var unlike = phrases("pas pareil", "pas la meme", "pas le meme", "pas les memes", "pas d accord", "pas idem")

// choosing words ask which of several versions is right.
var choosing = set("lequel laquelle lesquels lesquelles")

var conflictWords = set("accord contredit contredite contredits contredites conteste fiable contredisent contradictoire contradictoires contradiction contradictions divergent divergence divergences desaccord versions discordance")
