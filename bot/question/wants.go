package question

import (
	"slices"
	"strconv"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// wants reads what kind of thing would answer. The first rule that speaks
// wins: the surest come first.
func (s *sentence) wants() Wants {
	switch {
	case s.has(conflictWords), s.hesitates(), s.disagrees():
		return Conflict
	case s.claims():
		return Check
	case s.asksDate():
		return Date
	case s.has(shareWords), s.asksPart(), s.barePercent():
		return Share
	case s.has(amountWords):
		return Amount
	case s.has(figureWords), s.asksMeasure(), s.has(numberWords), s.asksNumber():
		return Number
	case s.asksPlace():
		return Place
	case s.has(reasonWords), s.says("comment", "expliquer"), s.says("comment", "explique"), s.says("comment", "expliquez"):
		return Reason
	case s.asksAll():
		return Overview
	case s.asksWho():
		return Person
	case s.says("la", "liste"), s.says("une", "liste"), s.says("enumerer"), s.says("listez"), s.says("liste", "des"):
		return List
	case s.asksNames():
		return List
	case s.asksWhich():
		return Which
	}
	return Statement
}

var (
	shareWords  = set("pourcentage pourcentages pourcent pct proportion taux")
	figureWords = set("chiffre chiffres statistique statistiques stat stats score scores")
	numberWords = set("combien cb cbien nb")
	amountWords = set("euro euros montant montants coute coutent couter coutait cout couts prix milliard milliards million millions")
	reasonWords = set("pourquoi pk pq pkoi")
)

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

var (
	or    = set("ou")
	when  = set("quand")
	among = set("parmi")
)

var conflictWords = set("accord contredit contredite contredits contredites conteste fiable contredisent contradictoire contradictoires contradiction contradictions divergent divergence divergences desaccord versions discordance")

// barePercent reports a "%" without a number: "valeur exacte, en % ?".
func (s *sentence) barePercent() bool {
	for i, w := range s.words {
		if w.Text == "%" && !isNumber(s.at(i-1)) {
			return true
		}
	}
	return false
}

// asksPart tells "quelle part" and "part des" from "prend part".
func (s *sentence) asksPart() bool {
	for i, w := range s.words {
		if w.Text != "part" && w.Text != "parts" {
			continue
		}
		if uncounted[s.at(i-1)] {
			continue // "quelque part", "d'une part"
		}
		if i == 0 || s.at(i-1) == "quelle" || s.at(i-1) == "la" && (s.at(i+1) == "de" || s.at(i+1) == "des" || s.at(i+1) == "d") ||
			(s.at(i+1) == "des" || s.at(i+1) == "de" || s.at(i+1) == "d") {
			return true
		}
		if i == len(s.words)-1 || s.at(i+1) == "deja" {
			return true // "open data 2015, part ?"
		}
	}
	return false
}

// uncounted words make an expression of "part".
var uncounted = set("quelque nulle une autre prend prennent prenait prenaient faire")

func (s *sentence) asksDate() bool {
	if s.has(numberWords) {
		return false // "quand le budget augmente, c'est de combien ?"
	}
	return s.says("quelle", "periode") || s.says("quelles", "dates") || s.asksWhen() || s.says("quelle", "date") || s.says("date", "limite") || s.says("quelle", "annee") || s.says("quel", "horizon") ||
		s.says("quelle", "echeance") || s.says("quel", "mois") || s.says("quels", "mois") || s.says("quel", "jour") || s.says("quels", "jours")
}

// asksWhen tells "depuis quand" from "perd-elle sa place quand les métiers …",
// where it only joins two clauses.
func (s *sentence) asksWhen() bool {
	for i := range s.words {
		if s.at(i) != "quand" || s.at(i+1) == "meme" {
			continue
		}
		joins := s.at(i+1) == "ils" || s.at(i+1) == "elles" || s.at(i+1) == "on"
		if joins && !s.words[i+1].Joined {
			continue
		}
		if i == len(s.words)-1 || s.starts(i) || beforeWhen[s.at(i-1)] {
			return true
		}
	}
	return false
}

var beforeWhen = set("depuis jusqu jusque pour de a et est c ca")

// starts reports whether a word is the first of its clause.
func (s *sentence) starts(i int) bool {
	return i == 0 || strings.ContainsAny(s.text[s.words[i-1].End:s.words[i].Start], ",;:.?!")
}

func (s *sentence) asksPlace() bool {
	if s.says("en", "est", "ou") || s.says("en", "sont", "ou") || s.says("en", "etait", "ou") || s.says("ou", "en", "est") || s.says("ou", "en", "sont") || s.says("ou", "en", "etait") || s.says("ou", "en", "etaient") {
		return false // "où en est …" asks for a figure, not for a place
	}
	if s.says("d", "ou", "vient") || s.says("d", "ou", "viennent") {
		return false // an origin is no place
	}
	return strings.HasPrefix(lexicon.Fold(s.text), "ou ") || s.typed("où") || s.says("quelle", "ville") && s.says("dans") || s.says("quel", "endroit") || s.says("quel", "lieu")
}

// typed reports whether a word stands as it is, accents included: "où" is not
// "ou".
func (s *sentence) typed(word string) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return strings.EqualFold(s.text[w.Start:w.End], word) })
}

func (s *sentence) asksWho() bool {
	for i, w := range s.words {
		if w.Text != "qui" {
			continue
		}
		before := s.at(i - 1)
		if i == 0 || before == "par" || before == "avec" || before == "pour" && i == 1 || before == "a" || before == "et" || before == "ok" || before == "sinon" || lexicon.ClassOf(before) == lexicon.Asking || before == "de" {
			return !s.says("qu", "est", "ce", "qui") // "qu'est-ce qui freine"
		}
	}
	return s.says("quel", "cabinet") || s.says("quel", "organisme") || s.says("quels", "profils")
}

// asksNames reports "quelles communes", which only a list of them answers.
func (s *sentence) asksNames() bool {
	return slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool {
		return !s.lexicon.Group(m.ID).Counted && (s.at(m.Start-1) == "quelles" || s.at(m.Start-1) == "quels")
	})
}

// asksMeasure tells "quelle croissance", "quel budget": figures.
func (s *sentence) asksMeasure() bool {
	for i := range s.words {
		w := s.at(i)
		if w != "quelle" && w != "quel" && w != "quelles" && w != "quels" && !(w == "quoi" && (s.at(i-1) == "est" || s.at(i-1) == "etait")) {
			continue
		}
		for k := i + 1; k <= i+3; k++ { // "quel est le budget", "c'est quoi le budget"
			if measures[s.at(k)] {
				return true
			}
			if lexicon.ClassOf(s.at(k)) != lexicon.Function {
				break
			}
		}

	}
	return false
}

// measures are nouns that only a figure tells.
var measures = set("distance superficie surface croissance progression hausse baisse evolution budget budgets depense depenses duree valeur effectif effectifs score scores augmentation diminution")

// asksNumber tells "quel nombre", "nombre de communes" from "du nombre de".
func (s *sentence) asksNumber() bool {
	for i := range s.words {
		if s.at(i) == "nombre" && (i == 0 || s.at(i-1) == "quel" || s.at(i-1) == "le") {
			return true
		}
	}
	return false
}

// asksWhich tells "quels animaux", "dans quoi", which ask for names, from
// "quel est le budget".
func (s *sentence) asksWhich() bool {
	for i := range s.words {
		switch s.at(i) {
		case "quel", "quelle", "quels", "quelles":
			if next := s.at(i + 1); lexicon.ClassOf(next) == lexicon.Subject || lexicon.ClassOf(next) == lexicon.Light || next == "sont" {
				return true
			}
		case "lequel", "laquelle", "lesquels", "lesquelles":
			return true
		case "quoi":
			return !giving[s.at(i-1)] && s.at(i-1) != "est" // "ça donne quoi", "c'est quoi le …"
		}
	}
	return false
}

// giving verbs ask for whatever there is: "ça donne quoi".
var giving = set("donne donnait dit disait raconte")

// claims reports whether the person states something to be confirmed.
func (s *sentence) claims() bool {
	if s.has(claimWords) || s.says("c", "est", "bien") || s.says("est", "ce", "vrai") || s.says("est", "il", "vrai") || s.says("on", "me", "dit") || s.says("on", "m", "a", "dit") || s.says("n", "est", "ce", "pas") || s.says("c", "juste") || s.says("c", "bien", "ca") || s.says("me", "trompe") || s.says("soutient", "que") || s.says("pretend", "que") ||
		s.says("j", "ai", "lu") || s.says("il", "parait") {
		return true
	}
	last := s.at(len(s.words) - 1)
	if len(s.words) > 3 && (last == "non" || last == "exact" || last == "ca" && s.says("c", "est", "ca")) {
		return true
	}
	// "La majorité des communes a-t-elle un site ?"
	return len(s.figures) > 0 && s.figures[0].Kind == figure.Share && s.inverted() && !s.has(questionWords)
}

// asksAll reports that the person wants whatever there is on a subject.
func (s *sentence) asksAll() bool {
	for _, opening := range overviews {
		if s.says(opening...) {
			return true
		}
	}
	return false
}

var overviews = phrases("qu avez vous", "que avez vous", "qu est ce que vous avez", "vous avez quoi", "que sait on", "que dit", "que disent", "que disait", "que disaient",
	"parlez moi", "parle moi", "tout sur", "tout ce que", "infos sur", "info sur", "quoi sur", "quoi de neuf", "resume", "que savez vous", "que trouve t on", "y a t il des")

// member reports that the person asks whether something is in a list.
func (s *sentence) member() bool {
	return s.has(among) || s.says("fait", "partie") || s.says("font", "partie") || s.says("est", "elle", "cite") || s.says("dans", "le", "trio") ||
		s.says("dans", "la", "liste") || s.says("dans", "le", "classement") || s.says("dans", "le", "top") || s.says("figure", "t") || s.says("figurent", "t")
}

var (
	claimWords    = set("confirmez confirmes confirmer vrai faux pareil correct")
	questionWords = set("quel quelle quels quelles combien cb qui quand pourquoi comment")
)

// inverted reports a verb before its pronoun ("a-t-elle", "ont-ils") or
// "est-ce que".
func (s *sentence) inverted() bool {
	if s.says("est", "ce", "que") || s.says("est", "ce", "qu") {
		return true
	}
	for i := 1; i < len(s.words); i++ {
		w := s.words[i]
		if (w.Text == "il" || w.Text == "elle" || w.Text == "ils" || w.Text == "elles" || w.Text == "on" || w.Text == "t") && w.Start > 0 && s.text[w.Start-1] == '-' {
			return true
		}
	}
	return false
}
