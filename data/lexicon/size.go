package lexicon

import "strconv"

// A Size bounds organisations by their inhabitants, or their staff: Low..High. A zero Low or
// High is no bound.
type Size struct{ Low, High float64 }

// SizeOf reads the first size class of a text, "de moins de 3 500 habitants",
// and the words that say it: words[span[0]:span[1]]. The zero Size when there
// is none: "5 000 habitants" is no class, but a town or people asked.
func SizeOf(words []Word) (size Size, span [2]int) { return sizeIn(words, inhabitant) }

// sizeIn reads the first size class of a text in one unit.
func sizeIn(words []Word, u unit) (size Size, span [2]int) {
	t := texts(words)
	for i := range t {
		if !counted[u][t[i]] {
			continue
		}
		if size, start, end := classAt(words, t, i, counted[u]); size != (Size{}) {
			return size, [2]int{start, end}
		}
	}
	return Size{}, [2]int{}
}

var (
	below = wordSet("moins inferieur inferieure inferieurs inferieures sous jusqu jusque maximum maxi")
	above = wordSet("plus superieur superieure superieurs superieures dela dessus partir minimum mini")
	// multiples follow a number written in letters for its zeros.
	multiples = map[string]float64{"mille": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6}
	// connecting words may stand between a bound and its number.
	connecting = wordSet("de d a au aux en")
	// lettered are the numbers that small sizes are written by: "moins de dix".
	lettered = map[string]float64{"deux": 2, "trois": 3, "cinq": 5, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30, "cinquante": 50, "cent": 100}
)

// classAt reads the size class that ends with its unit at words[i].
func classAt(words []Word, t []string, i int, unit map[string]bool) (size Size, start, end int) {
	last, first, ok := countBefore(t, i)
	if !ok {
		return Size{}, 0, 0
	}
	// "10 000 habitants et plus", "ou moins"
	if joint := at(t, i+1); joint == "et" || joint == "ou" {
		switch after := at(t, i+2); {
		case after == "plus" || after == "davantage":
			return Size{Low: last}, first, i + 3
		case after == "moins":
			return Size{High: last}, first, i + 3
		}
	}
	bounds := boundAt(t, last, first)
	other := bounds.start // where what stands before this bound ends
	joint := at(t, other-1)
	if bounds.size == (Size{}) {
		other = first
		joint = at(t, other-1)
	}
	if joint == "et" || joint == "a" || joint == "mais" || words[first].Joined { // "entre 3 500 et 10 000"
		if !words[first].Joined {
			other--
		}
		if unit[at(t, other-1)] {
			other--
		}
		if low, from, ok := countBefore(t, other); ok {
			from = boundAt(t, low, from).start
			for from > 0 && (t[from-1] == "entre" || t[from-1] == "de") {
				from--
			}
			return Size{Low: min(low, last), High: max(low, last)}, from, i + 1
		}
	}
	if bounds.size == (Size{}) {
		return Size{}, 0, 0
	}
	if at(t, bounds.start-1) == "de" {
		bounds.start--
	}
	return bounds.size, bounds.start, i + 1
}

// A bound is one end of a class and where it starts.
type bound struct {
	size  Size
	start int
}

// boundAt reads the words before a number at t[first]: "moins de", "au-delà de".
func boundAt(t []string, n float64, first int) bound {
	k := first - 1
	for k >= 0 && connecting[t[k]] {
		k--
	}
	at := at(t, k)
	if at != "moins" && at != "plus" || k == 0 || t[k-1] != "au" {
		switch {
		case below[at]:
			return bound{Size{High: n}, k}
		case above[at]:
			return bound{Size{Low: n}, k}
		}
		return bound{Size{}, first}
	}
	if at == "moins" { // "au moins 10 000" is a lower bound
		return bound{Size{Low: n}, k - 1}
	}
	return bound{Size{High: n}, k - 1}
}

// countBefore reads the number that ends before words[i], "10 000", "10
// mille", "un million d'", and where it begins.
func countBefore(t []string, i int) (n float64, first int, ok bool) {
	i--
	if at(t, i) == "d" {
		i--
	}
	times := 1.0
	if m := multiples[at(t, i)]; m != 0 {
		times = m
		i--
		if at(t, i) == "un" {
			return times, i, true
		}
	}
	w, kilo := at(t, i), false
	if len(w) > 1 && w[len(w)-1] == 'k' { // "10k"
		w, kilo = w[:len(w)-1], true
	}
	if n := lettered[w]; n != 0 {
		return n * times, i, true
	}
	if w == "" || !isDigit(w[0]) {
		return 0, 0, false
	}
	n, err := strconv.ParseFloat(w, 64)
	if kilo {
		times *= 1e3
	}
	return n * times, i, err == nil && n > 0
}

// relateSizes: equal bounds are the same class; a wider, narrower or missing
// class is near.
func relateSizes(asked, published Size) Relation {
	if asked == published {
		return Same
	}
	return Near
}
