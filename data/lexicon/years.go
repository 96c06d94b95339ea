package lexicon

import "strconv"

// A YearRole says what a year does in a sentence.
type YearRole uint8

// The roles of a year.
const (
	At    YearRole = iota // "en 2015", "édition 2015", "2015"
	By                    // a horizon: "d'ici à 2017", "à l'horizon 2017"
	Since                 // "depuis 2012"
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
	var years []Year
	at := func(k int) string {
		if k < 0 || k >= len(words) {
			return ""
		}
		return words[k].Text
	}
	for i := 0; i < len(words); i++ {
		first, ok := year(words[i])
		if !ok || counted(at(i+1)) {
			continue
		}
		y := Year{First: first, Last: first, Start: i, End: i + 1}
		for _, joint := range []int{i + 1, i + 2} { // "2014 2016" (a hyphen), "2014 et 2016"
			last, ok := year2(words, joint)
			if !ok || last <= first {
				continue
			}
			range_ := joint == i+1 && hyphenated(words[i], words[joint]) ||
				joint == i+2 && (at(i-1) == "entre" && at(i+1) == "et" || (at(i-1) == "de" || at(i-1) == "periode") && at(i+1) == "a")
			if range_ {
				y.Last, y.End = last, joint+1
			}
		}
		switch {
		case at(i-1) == "ici" || at(i-2) == "ici" && prepositions[at(i-1)]:
			y.Role = By
			for y.Start > 0 && at(y.Start) != "ici" {
				y.Start--
			}
			if at(y.Start-1) == "d" {
				y.Start--
			}
		case at(i-1) == "horizon" || at(i-2) == "horizon" && at(i-1) == "de":
			y.Role = By
			for y.Start > 0 && at(y.Start) != "horizon" {
				y.Start--
			}
		case at(i-1) == "depuis":
			y.Role, y.Start = Since, i-1
		case at(i-1) == "avant" || at(i-2) == "avant" && (at(i-1) == "fin" || at(i-1) == "l"):
			y.Role, y.Start = Until, i-1
		case at(i-1) == "en" && (at(i-2) == "jusqu" || at(i-2) == "jusque"):
			y.Role, y.Start = Until, i-2
		case prepositions[at(i-1)]:
			y.Start = i - 1
		}
		years = append(years, y)
		i = y.End - 1
	}
	return years
}

var prepositions = map[string]bool{"en": true, "de": true, "a": true, "pour": true, "fin": true, "entre": true, "l": true}

func year(w Word) (int, bool) {
	if len(w.Text) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(w.Text)
	return n, err == nil && w.End-w.Start == 4 && firstYear <= n && n <= lastYear
}

func year2(words []Word, i int) (int, bool) {
	if i >= len(words) {
		return 0, false
	}
	return year(words[i])
}

// counted reports whether the word after a number makes it a count.
func counted(next string) bool {
	return next == "%" || next == "habitants" || next == "euros" || next == "communes" || next == "agents"
}

func hyphenated(a, b Word) bool { return b.Start-a.End >= 1 && b.Start-a.End <= 3 }

// Ordinals of editions, folded.
var ordinals = map[string]int{
	"premiere": 1, "1re": 1, "1ere": 1, "1er": 1, "deuxieme": 2, "seconde": 2, "2e": 2, "2eme": 2, "2nde": 2,
	"troisieme": 3, "3e": 3, "3eme": 3, "quatrieme": 4, "4e": 4, "4eme": 4, "cinquieme": 5, "5e": 5, "5eme": 5,
	"sixieme": 6, "6e": 6, "6eme": 6, "septieme": 7, "7e": 7, "7eme": 7, "huitieme": 8, "8e": 8, "8eme": 8,
	"neuvieme": 9, "9e": 9, "9eme": 9, "dixieme": 10, "10e": 10, "10eme": 10,
}

// Latest is the rank of "la dernière édition".
const Latest = -1

// EditionRank returns the rank of the edition that words name ("la deuxième
// édition" is 2, "la dernière édition" is Latest) and the words that say it,
// or 0.
func EditionRank(words []Word) (rank int, span [2]int) {
	for i, w := range words {
		if ClassOf(w.Text) != Study {
			continue
		}
		if i > 0 {
			before := words[i-1].Text
			if n := ordinals[before]; n > 0 {
				return n, [2]int{i - 1, i + 1}
			}
			if before == "derniere" || before == "dernier" {
				return Latest, [2]int{i - 1, i + 1}
			}
		}
		if i+2 < len(words) && words[i+1].Text == "la" && words[i+2].Text == "plus" && i+3 < len(words) && words[i+3].Text == "recente" {
			return Latest, [2]int{i, i + 4}
		}
	}
	return 0, [2]int{}
}
