package question

import (
	"fmt"
	"slices"
	"strings"

	"constat/data"
	"constat/data/lexicon"
)

// when reads the years, the edition and the horizon.
func (s *sentence) when(q *Question) {
	for _, y := range lexicon.Years(s.words) {
		s.use(y.Start, y.End)
		if monthNames[s.at(y.Start-1)] { // "juin 2015"
			s.use(y.Start-1, y.Start)
		}
		switch {
		case s.at(y.Start-1) == "apres":
			q.After = y.Last
		case y.Role == lexicon.By:
			q.Horizon = y.Last
		case y.First == y.Last:
			q.Years = append(q.Years, y.First)
		default:
			q.Years = append(q.Years, y.First, y.Last)
		}
	}
	slices.Sort(q.Years)
	q.Years = slices.Compact(q.Years)
	if len(q.Years) == 1 && q.Horizon == 0 && s.future() {
		q.Horizon, q.Years = q.Years[0], nil // "sera majoritaire en 2017"
	}
	rank, span := lexicon.EditionRank(s.words)
	if rank != 0 {
		q.Rank = rank
		s.use(span[0], span[1])
	}
}

// stage reads how far the thing asked has gone.
func (s *sentence) stage(horizon int) lexicon.Stage {
	if s.reads >= 0 {
		stage, _ := lexicon.Stages(s.words[:s.reads])
		return stage
	}
	stage, tells := lexicon.Stages(s.words)
	if stage == 0 { // a correction may have taken a participle for another form
		stage = s.typedStage
	}
	if horizon != 0 { // "d'ici à 2017" alone does not tell what is planned from what is both
		others := slices.DeleteFunc(slices.Clone(s.words), func(w lexicon.Word) bool { return w.Text == "ici" || w.Text == "horizon" })
		if stage, _ = lexicon.Stages(others); stage&lexicon.Planned == 0 {
			stage = 0
		}
	}
	for i, t := range tells {
		s.used[i] = s.used[i] || t
	}
	if stage != 0 {
		for i := range s.words { // "prévoient d'adopter", "en train d'installer": the stage says it all
			if acquiring[s.at(i)] && (s.at(i-1) == "d" || s.at(i-1) == "de" || s.at(i-1) == "se" || s.at(i-1) == "s" || s.at(i-1) == "l") {
				s.use(i, i+1)
			}
		}
	}
	return stage
}

// opinions are words by which people think, expect, wish or rank.
var opinions = set(`pense pensent pensaient pensait juge jugent jugeaient jugeait estime estiment estimaient estimait parlent parlaient evoquent evoquaient mentionnent mentionnaient croit croient croyaient dit disent disaient
	cite citent citaient attend attendent attendaient souhaite souhaitent souhaitaient veut veulent voulaient placent voit voient voyaient voyait constate constatent constataient
	considere considerent interet interesse interessent interessaient souligne soulignent reconnaissent mettent mettaient premier premiere tete classement projet projets avis opinion
	projette rang score cites cite citee citees importance pret prets prete pretes`)

// finds reports "trouvent que", by which people judge: one that finds a thing
// elsewhere has no "que".
func (s *sentence) finds() bool {
	for i := range s.words {
		if strings.HasPrefix(s.at(i), "trouv") && (s.at(i+1) == "que" || s.at(i+1) == "qu") {
			return true
		}
	}
	return false
}

// naming returns the words by which the population is named.
func (s *sentence) naming() []string {
	var names []string
	for _, m := range s.mentions {
		for i := m.Start; i < m.End; i++ {
			if s.used[i] && lexicon.ClassOf(s.at(i)) != lexicon.Function {
				names = append(names, s.at(i))
			}
		}
	}
	return names
}

// count reads "les trois conditions", "vos 4 tendances", "top 3".
func (s *sentence) count() int {
	for i := range s.words {
		if before := s.at(i - 1); before != "les" && before != "des" && before != "ces" && before != "vos" && before != "top" {
			continue
		}
		if n := counts[s.at(i)]; n > 1 && lexicon.ClassOf(s.at(i+1)) == lexicon.Subject || s.at(i-1) == "top" {
			return counts[s.at(i)]
		}
	}
	return 0
}

// grows reports that the question is about growth or fall.
func (s *sentence) grows() bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool {
		return growing[w.Text] || slices.ContainsFunc(growthRoots, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	})
}

// levels are verbs that ask how much there is.
var levels = set("chiffre chiffrait monte pese pesait pesent vaut valait vaudra")

var (
	growing     = set("hausse baisse recul bond essor chute croit croitre croissent")
	growthRoots = []string{"croissan", "progress", "augment", "diminu", "evolu", "grandi", "accroi", "recule", "ralenti", "baiss"}
)

// less reports a comparison downwards: "moins de place", not "moins de 10 %" or
// "au moins".
func (s *sentence) less() bool {
	for i := range s.words {
		if s.at(i) == "moins" && s.at(i-1) != "ou" && s.at(i+1) != "ou" && s.at(i-1) != "au" && s.at(i-1) != "du" && !s.inFigure(i) && !isNumber(s.at(i+2)) {
			return true
		}
	}
	return false
}

// periods reads several periods that editions have as the years by which these
// go: "l'étude 2012-2014, puis celle de 2013-2015".
func (r *Reader) periods(s *sentence, q *Question) {
	var firsts []int
	for _, y := range lexicon.Years(s.words) {
		period := fmt.Sprintf("%d-%d", y.First, y.Last)
		if !slices.ContainsFunc(r.library.Editions, func(e *data.Edition) bool { return e.Period == period }) {
			return
		}
		firsts = append(firsts, y.First)
	}
	if len(firsts) > 1 {
		slices.Sort(firsts)
		q.Years = slices.Compact(firsts)
	}
}
