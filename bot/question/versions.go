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

// bare returns the figures that a number alone stands for before another one,
// "130 ou plus de 200 décideurs", and where these numbers are.
func (s *sentence) bare() (all []figure.Figure, at []int) {
	for _, f := range s.figures {
		i := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.Start >= f.Start })
		if i < 2 || f.Kind == figure.Date || s.at(i-1) != "ou" || !isNumber(s.at(i-2)) || s.inFigure(i-2) {
			continue
		}
		n, err := strconv.ParseFloat(s.at(i-2), 64)
		if err != nil {
			continue
		}
		g := f.Figure
		g.Wording, g.Qualifier, g.Approximate = s.text[s.words[i-2].Start:s.words[i-2].End], "", false
		g.Value, g.Low, g.High, g.LowOpen, g.HighOpen = &n, &n, &n, false, false
		all, at = append(all, g), append(at, i-2)
	}
	return all, at
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
