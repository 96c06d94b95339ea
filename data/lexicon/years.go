package lexicon

import (
	"slices"
	"strconv"
	"strings"
)

// A YearRole says what a year does in a sentence.
type YearRole uint8

// The roles of a year.
const (
	At    YearRole = iota // "en 2015", "édition 2015", "2015"
	By                    // a horizon: "d'ici à 2017", "à l'horizon 2017"
	Since                 // "depuis 2012", "à partir de 2012"
	Until                 // "avant 2010", "jusqu'en 2016"
)

// A Year is a year that a text names: words[Start:End], its preposition
// included. A period ("entre 2014 et 2016") has a Last year after its First.
type Year struct {
	First, Last int
	Role        YearRole
	Start, End  int
}

// Years that a survey may be about; other numbers of four digits are counts.
const (
	firstYear = 1900
	lastYear  = 2099
)

// Years returns the years that words name, in order.
func Years(words []Word) []Year {
	t := texts(words)
	var years []Year
	for i := 0; i < len(words); i++ {
		first, ok := yearAt(words, i)
		if !ok || counts(t, i) {
			continue
		}
		y := Year{First: first, Last: first, End: i + 1}
		if last, end := periodEnd(words, t, i); last > first {
			y.Last, y.End = last, end
		}
		y.Role, y.Start = yearRole(t, i)
		years = append(years, y)
		i = y.End - 1
	}
	return years
}

// yearAt reads a year: four digits typed together. "2 015" is a count.
func yearAt(words []Word, i int) (int, bool) {
	if i >= len(words) || len(words[i].Text) != 4 || words[i].End-words[i].Start != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(words[i].Text)
	return n, err == nil && firstYear <= n && n <= lastYear
}

// periodEnd returns the last year of the period that begins at words[i] and
// where it ends: "2014-2016", "entre 2014 et 2016", "2014 à 2016". "2014 et
// 2016" are two years.
func periodEnd(words []Word, t []string, i int) (last, end int) {
	k := i + 1
	switch joint := at(t, k); {
	case k < len(words) && words[k].Joined:
	case joint == "a", joint == "et" && at(t, i-1) == "entre":
		k++
	default:
		return 0, 0
	}
	last, _ = yearAt(words, k)
	return last, k + 1
}

// yearRole reads what stands before the year at t[i], and where that begins:
// a head ("ici", "depuis"), then words that only lead to the year ("à la fin
// de l'année").
func yearRole(t []string, i int) (YearRole, int) {
	const leading = 6 // words: "d'ici à la fin de l'année 2017"
	start := i
	switch before := at(t, i-1); {
	case before == "des": // "dès 2014"
		return Since, i - 1
	case prepositions[before]:
		start = i - 1
	}
	for k := i - 1; k >= 0 && i-k <= leading+1; k-- {
		switch t[k] {
		case "ici":
			if at(t, k-1) == "d" {
				k--
			}
			return By, k
		case "horizon":
			if at(t, k-1) == "l" {
				k--
			}
			return By, k
		case "depuis", "partir":
			return Since, k
		case "avant", "jusqu", "jusque":
			return Until, k
		}
		if !leadsToYear(t[k]) {
			break
		}
	}
	return At, start
}

var (
	prepositions = wordSet("en de a pour fin entre l courant")
	leadingWords = wordSet(`a au la le l les de d en fin debut mi milieu courant horizon annee an mois trimestre semestre
		janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`)
)

// leadsToYear reports a word that may stand between a head and its year.
func leadsToYear(w string) bool {
	return leadingWords[w] || surveys[w] || w != "" && isDigit(w[0]) && len(w) <= 3 // "1er", "31"
}

// counts reports whether a number of four digits counts things: a unit
// follows, or a plural noun does and the number has a determiner that years
// never take ("les 2000 agents", "plus de 2000 communes"). Without one,
// "stratégie 2015 communes" is how people type a year.
func counts(t []string, i int) bool {
	next := at(t, i+1)
	if next == "%" && i > 0 && i+2 == len(t) && !quantifiers[at(t, i-1)] && !prepositions[at(t, i-1)] {
		return false // "compost 2015 %": a percentage is asked of that year
	}
	if units[next] || counted[inhabitant][next] {
		return true
	}
	if ClassOf(next) != Subject || Singular(next) == next {
		return false
	}
	before := at(t, i-1)
	if before == "de" || before == "d" {
		before = at(t, i-2)
	}
	return quantifiers[before]
}

var (
	units       = wordSet("% pourcent euro euros million millions milliard milliards fois points")
	quantifiers = wordSet("les ces nos leurs ses aux plus moins pres environ quelque quelques presque compte comptent")
)

// surveys name a run of a survey, in the singular: "l'édition 2015".
var surveys = wordSet("edition enquete etude observatoire barometre sondage vague")

// Ordinal returns the number that a folded ordinal in the singular says: 2 for
// "deuxieme" and for "2e".
func Ordinal(word string) (int, bool) {
	n := ordinal(word)
	return n, n > 0
}

// Latest is the rank of "la dernière édition".
const Latest = -1

// EditionRank returns the rank of the edition that words name ("la deuxième
// édition" is 2, "édition n° 2" too, "la dernière édition" is Latest) and the
// words that say it, or 0. Several editions have no rank: "les deux premières
// éditions", "la première et la deuxième édition".
func EditionRank(words []Word) (rank int, span [2]int) {
	t := texts(words)
	for i := range t {
		if !surveys[t[i]] {
			continue
		}
		before := at(t, i-1)
		switch {
		case ordinal(before) > 0:
			if among(t, i-1) {
				return 0, [2]int{}
			}
			return ordinal(before), [2]int{i - 1, i + 1}
		case before == "derniere", before == "dernier":
			return Latest, [2]int{i - 1, i + 1}
		case before == "recente" && at(t, i-2) == "plus":
			return Latest, [2]int{i - 2, i + 1}
		}
		if end := i + 1 + follows(t[i+1:], "la", "plus", "recente"); end > i+1 {
			return Latest, [2]int{i, end}
		}
		if n, end := numbered(t, i+1); n > 0 {
			return n, [2]int{i, end}
		}
	}
	return 0, [2]int{}
}

// follows returns how many words t begins with, all or none.
func follows(t []string, run ...string) int {
	if len(t) < len(run) || !slices.Equal(t[:len(run)], run) {
		return 0
	}
	return len(run)
}

// among reports whether another ordinal is coordinated with the one at t[i].
func among(t []string, i int) bool {
	k := i - 1
	if at(t, k) == "la" || at(t, k) == "le" {
		k--
	}
	return (at(t, k) == "et" || at(t, k) == "ou") && (ordinal(at(t, k-1)) > 0 || k > 1 && surveys[t[k-1]] && ordinal(t[k-2]) > 0)
}

// numbered reads "n° 2", "numéro 2" at t[i] and returns where it ends.
func numbered(t []string, i int) (n, end int) {
	switch at(t, i) {
	case "n", "no", "numero":
	default:
		return 0, 0
	}
	n, err := strconv.Atoi(at(t, i+1))
	if err != nil || n < 1 || n > highestRank {
		return 0, 0
	}
	return n, i + 2
}

// highestRank is the highest that an edition is counted to.
const highestRank = 99

// ordinalWords are folded, in order; "première" and "second" stand beside.
var ordinalWords = strings.Fields(`premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme
	onzieme douzieme treizieme quatorzieme quinzieme seizieme dixseptieme dixhuitieme dixneuvieme vingtieme`)

// ordinal reads an ordinal in the singular, "deuxieme", "2e", "1ere", or 0.
func ordinal(w string) int {
	switch w {
	case "":
		return 0
	case "premiere":
		return 1
	case "second", "seconde":
		return 2
	}
	if !isDigit(w[0]) {
		return slices.Index(ordinalWords, w) + 1
	}
	end := digits(w, 0)
	switch w[end:] {
	case "e", "eme", "ieme", "er", "re", "ere", "nd", "nde":
	default:
		return 0
	}
	n, err := strconv.Atoi(w[:end])
	if err != nil || n > highestRank {
		return 0
	}
	return n
}
