package figure

// A date reaches from a year on, up to one, or is one.
type reach uint8

const (
	during reach = iota
	since
	until
	earlier // until, the year excluded
	later   // since, the year excluded
)

// dateWords are what may stand before a year, and what it makes of it.
var dateWords = map[string]reach{
	"en": during, "fin": during, "debut": during, "mi": during, "courant": during, "annee": during, "edition": during, "horizon": during,
	"pendant": during, "durant": during, "printemps": during, "ete": during, "automne": during, "hiver": during,
	"depuis": since, "des": since, "avant": earlier, "apres": later, "ici": until, "jusqu": until, "partir": since,
	"janvier": during, "fevrier": during, "mars": during, "avril": during, "mai": during, "juin": during, "juillet": during, "aout": during,
	"septembre": during, "octobre": during, "novembre": during, "decembre": during,
}

// dateFillers may stand between such a word and its year: "d'ici à la fin de
// 2017", "depuis le 1er juin 2015".
var dateFillers = set(`a en au aux l la le de d du fin debut mi horizon annee mois milieu printemps ete automne hiver
	janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`)

// date reads a year, or years, with the word that makes them a date: "en
// 2015", "le 9 juin 2015", "2014-2016", "dans les années 2000". Four bare
// digits are not one.
func (r *reader) date(i int) (Figure, int, bool) {
	t := r.at(i)
	switch {
	case t.is("entre"):
		return r.years(i+1, "et")
	case t.is("de") && r.at(i+1).year:
		return r.years(i+1, "a")
	case t.year:
		return r.years(i, "-")
	case t.is("annees"):
		return r.decade(i + 1)
	case t.kind == aNumber || t.kind == anOrdinal: // "9 juin 2015"
		const lastDay = 31
		if r.at(i+1).has(monthWord) && r.isYear(i+2) && t.value <= lastDay {
			return dated(r.at(i+2).value, during), i + 3, true
		}
		return Figure{}, i, false
	}
	if t.is("d") && r.at(i+1).is("ici") || t.is("a") && r.at(i+1).is("partir") {
		return r.date(i + 1)
	}
	reach, ok := dateWords[t.text]
	if !ok || t.kind != aWord || t.joined {
		return Figure{}, i, false
	}
	const farthest = 6
	k := i + 1
	for ; k <= i+farthest; k++ {
		t := r.at(k)
		if t.kind == aMark && t.is("-") && r.at(k-1).is("mi") {
			continue
		}
		if !dateFillers[t.text] && t.kind != anOrdinal && (t.kind != aNumber || t.year || !r.at(k+1).has(monthWord)) {
			break
		}
	}
	if !r.isYear(k) {
		return Figure{}, i, false
	}
	if k > i+1 || !t.is("des") {
		if f, end, ok := r.years(k, "-"); ok && reach == during {
			return f, end, true
		}
		return dated(r.at(k).value, reach), k + 1, true
	}
	// "dès 2015", but "des 2015 communes"
	if _, _, noun := r.noun(k+1, r.at(k).value); noun {
		return Figure{}, i, false
	}
	return dated(r.at(k).value, since), k + 1, true
}

// isYear tells that token i is a year and counts nothing.
func (r *reader) isYear(i int) bool {
	t := r.at(i)
	if !t.year || t.joined && !r.at(i-1).is("mi") {
		return false
	}
	next := r.at(i + 1)
	if _, _, money := r.euro(i + 1); money || next.is("%") {
		return false
	}
	return !(next.is("-") && !next.spaced && r.at(i+2).kind == aNumber && !r.at(i+2).year) // "2015-07-01"
}

// years reads two years, the first at token i.
func (r *reader) years(i int, link string) (Figure, int, bool) {
	from, t, to := r.at(i), r.at(i+1), r.at(i+2)
	if !from.year || !r.isYear(i+2) || !t.is(link) || from.joined || to.value <= from.value {
		return Figure{}, i, false
	}
	if link == "-" && r.at(i-1).is("-") {
		return Figure{}, i, false
	}
	n := numeral{value: from.value, end: i + 3}
	if q, ok := r.measure(n, n); ok && (q.kind != Count || link != "-") { // "entre 2000 et 2050 habitants"
		return Figure{}, i, false
	}
	f := Figure{Kind: Date, Unit: Year, Low: rounded(from.value), High: rounded(to.value)}
	return f, i + 3, true
}

// decade reads the number of "les années 2000", "les années 90".
func (r *reader) decade(i int) (Figure, int, bool) {
	const years, century, twentieth = 10, 100, 1900
	t := r.at(i)
	value := t.value
	if n, ok := r.numeral(i); ok && n.letters && n.end == i+1 { // "les années soixante"
		value = n.value
	} else if t.kind != aNumber || t.joined {
		return Figure{}, i, false
	}
	if value < century {
		value += twentieth
	}
	if value < twentieth || value > lastYear || float64(int(value)/years*years) != value {
		return Figure{}, i, false
	}
	return Figure{Kind: Date, Unit: Year, Low: rounded(value), High: rounded(value + years - 1)}, i + 1, true
}

func dated(year float64, reach reach) Figure {
	f := Figure{Kind: Date, Unit: Year, Value: rounded(year), Low: rounded(year), High: rounded(year)}
	switch reach {
	case since, later:
		f.High, f.LowOpen = nil, reach == later
	case until, earlier:
		f.Low, f.HighOpen = nil, reach == earlier
	}
	return f
}
