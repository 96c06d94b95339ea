package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// measure reads the unit or noun after the numbers low to high.
func (r *reader) measure(low, high numeral) (quantity, bool) {
	i := high.end
	if high.scaled && (r.at(i).is("de") || r.at(i).is("d")) {
		i++
	}
	q := quantity{low: low.value, high: high.value}
	if end, ok := r.percent(i); ok {
		return r.percentage(q, end), true
	}
	if q, ok := r.points(q, high, i); ok {
		return q, true
	}
	if scale, end, ok := r.euro(i); ok {
		q.kind, q.unit, q.end = Amount, Euro, end
		q.low, q.high = q.low*scale, q.high*scale
		return r.rate(q), true
	}
	if q, ok := r.time(q, high, i); ok {
		return q, true
	}
	if high.one {
		return quantity{}, false
	}
	unit, end, ok := r.noun(i, high.value)
	if !ok {
		return quantity{}, false
	}
	q.kind, q.unit, q.end = Count, unit, end
	if currencies[unit] {
		q.kind = Amount
	}
	return r.rate(q), true
}

// currencies are the nouns that count money and nothing else: "livre" and
// "mark" are books and brands more often.
var currencies = map[string]bool{
	"franc": true, "dollar": true, "couronne": true, "florin": true, "dinar": true, "dirham": true, "rouble": true, "roupie": true,
	"yen": true, "yuan": true, "zloty": true, "forint": true, "shilling": true, "ducat": true, "thaler": true,
}

// percent reads "%", "pour cent", "pourcent", "p. 100", "p. cent" at i.
func (r *reader) percent(i int) (end int, ok bool) {
	t := r.at(i)
	switch t.text {
	case "%", "pourcent", "pourcents":
		return i + 1, true
	case "pour":
		return i + 2, r.at(i + 1).is("cent")
	case "p":
		if r.at(i + 1).is(".") {
			i++
		}
		const hundred = 100
		last := r.at(i + 1)
		return i + 2, last.is("cent") || last.kind == aNumber && last.value == hundred
	}
	return i, false
}

// percentage is a share, or a change when it is said per year, or when it is
// too large for a share.
func (r *reader) percentage(q quantity, end int) quantity {
	const whole = 100
	q.kind, q.unit, q.end = Share, Percent, end
	if end, ok := r.perYear(end); ok {
		q.kind, q.unit, q.end = Change, PercentPerYear, end
	} else if q.high > whole {
		q.kind = Change
	}
	return q
}

func (r *reader) perYear(i int) (end int, ok bool) {
	t, next := r.at(i), r.at(i+1)
	switch {
	case t.is("par") || t.is("/") || t.is("l") || t.is("chaque"):
		return i + 2, next.is("an") || next.is("annee")
	case hasStem(t.text, "annuel"):
		return i + 1, true
	case t.is("en") && (next.is("moyenne") || next.is("rythme")) && hasStem(r.at(i+2).text, "annuel"):
		return i + 3, true
	}
	return i, false
}

// points reads percentage points. "5 points de vente" counts points of
// another sort.
func (r *reader) points(q quantity, n numeral, i int) (quantity, bool) {
	switch t := r.at(i); t.text {
	case "point", "points", "pt", "pts", "pp":
	default:
		return q, false
	}
	q.kind, q.unit, q.end = Change, Point, i+1
	next, after := r.at(i+1), r.at(i+2)
	switch {
	case r.compound(i):
		return q, false
	case (next.is("de") || next.is("d")) && after.content():
		if after.is("pourcentage") || after.is("pourcentages") {
			q.end = i + 3
			break
		}
		if !changeNouns[after.text] {
			return q, false
		}
	case n.letters && r.inText && !r.moving: // "sur trois points", but "trois points de plus"
		if _, _, turns := r.turn(q.end); !turns {
			return q, false
		}
	}
	q.low, q.high, q.end = r.andHalf(q.low, q.high, 1, q.end)
	return q, true
}

// andHalf adds "et demi" after a unit.
func (r *reader) andHalf(low, high, unit float64, end int) (float64, float64, int) {
	if t := r.at(end + 1); r.at(end).is("et") && (t.is("demi") || t.is("demie")) {
		half := unit / 2
		if low != high {
			return low, high + half, end + 2
		}
		return low + half, high + half, end + 2
	}
	return low, high, end
}

// euro reads "€", "euros", "k€", "M€", "Md d'euros" at i.
func (r *reader) euro(i int) (scale float64, end int, ok bool) {
	t := r.at(i)
	if scale, ok := euros[t.text]; ok && !r.compound(i) {
		return scale, i + 1, true
	}
	scale, ok = moneyScales[t.text]
	if !ok || t.kind != aWord {
		return 0, i, false
	}
	i++
	if r.at(i).is("d") {
		i++
	}
	if euros[r.at(i).text] != 1 {
		return 0, i, false
	}
	return scale, i + 1, true
}

// time reads a length of time: in months from the month up, else in its own
// unit.
func (r *reader) time(q quantity, n numeral, i int) (quantity, bool) {
	t := r.at(i)
	if t.has(plainWord) { // "les trois dernières années"
		i++
		t = r.at(i)
	}
	months, ok := times[t.text]
	if !ok || t.joined || r.compound(i) {
		return q, false
	}
	if n.one && r.inText && !t.is("an") && !t.is("mois") { // "un jour", "une semaine"
		return q, false
	}
	q.kind, q.end = Duration, i+1
	unit := months
	if months == 0 {
		unit = 1
		q.unit = r.singular(i, i+1)
		if long, ok := abbreviations[t.text]; ok {
			q.unit = long
		}
	} else {
		q.unit = Month
		q.low, q.high = q.low*months, q.high*months
	}
	q.low, q.high, q.end = r.andHalf(q.low, q.high, unit, q.end)
	if t := r.at(q.end); (t.is("/") || t.is("sur")) && r.at(q.end+1).kind == aNumber { // "24 h/24"
		return q, false
	}
	return r.rate(q), true
}

// rate reads "par habitant", "/habitant" after a unit.
func (r *reader) rate(q quantity) quantity {
	const mostRates = 2 // "par habitant et par an"
	for range mostRates {
		i := q.end
		if r.at(i).is("et") && r.at(i+1).is("par") {
			i++
		}
		if t := r.at(i); !t.is("par") && !t.is("/") {
			return q
		}
		per := r.at(i + 1)
		if !perWords[per.text] || r.compound(i+1) {
			return q
		}
		unit := r.singular(i+1, i+2)
		if long, ok := abbreviations[per.text]; ok {
			unit = long
		}
		q.unit += "/" + unit
		q.end = i + 2
	}
	return q
}

// mostAdjectives may stand before a counted noun.
const mostAdjectives = 3

// noun reads the noun that value of it count at token i, and returns it in
// the singular. A number above one asks for a plural or a sigle: what follows
// a bare number is as often a verb.
func (r *reader) noun(i int, value float64) (unit string, end int, ok bool) {
	for k := 0; k < mostAdjectives && r.at(i).has(plainWord); k++ {
		i++
	}
	t := r.at(i)
	if !t.content() || t.joined || t.has(plainWord|numberWord) {
		return "", i, false
	}
	_, part := denominators[t.text]
	_, time := times[t.text]
	_, round := collectives[t.text]
	if (part || time || round) && !r.compound(i) { // "tiers-lieux" are nouns
		return "", i, false
	}
	if value >= pluralFrom && !r.plural(t) && !(r.compound(i) && r.plural(r.at(i+1))) {
		return "", i, false
	}
	end = i + 1
	for r.at(end).joined && r.at(end).kind == aWord {
		end++
	}
	return r.singular(i, end), end, true
}

// compound tells that a hyphen ties a word to token i: "tiers-lieu".
func (r *reader) compound(i int) bool {
	t := r.at(i + 1)
	return t.joined && t.kind == aWord
}

// pluralFrom is where French starts the plural: "1,5 point", "2 points".
const pluralFrom = 2

// plural tells that a content word looks like a noun in the plural, or a sigle.
func (r *reader) plural(t *token) bool {
	if !t.content() {
		return false
	}
	const shortest = 3
	if n := len(t.text); n >= shortest && strings.IndexByte("sxz", t.text[n-1]) >= 0 {
		return true
	}
	return sigles[t.text] || isSigle(r.source(t))
}

// longestSigle tells a sigle from a text typed all in capitals.
const longestSigle = 5

func isSigle(s string) bool {
	if len(s) < 2 || len(s) > longestSigle {
		return false
	}
	for _, c := range s {
		if !unicode.IsUpper(c) {
			return false
		}
	}
	return true
}

// singular returns the words from token i to end as typed, in lower case, each
// in the singular.
func (r *reader) singular(i, end int) string {
	var b strings.Builder
	for k := i; k < end; k++ {
		t := r.at(k)
		if k > i {
			b.WriteByte('-')
		}
		b.WriteString(singular(clean(r.source(t)), t.text))
	}
	return b.String()
}

// clean lowers a word and drops what has no width, composing the accents of
// decomposed text.
func clean(s string) string {
	lower := strings.ToLower(s)
	if strings.IndexFunc(lower, isInvisible) < 0 {
		return lower
	}
	var b strings.Builder
	var last rune
	for _, c := range lower {
		switch {
		case last != 0 && composed[[2]rune{last, c}] != 0:
			last = composed[[2]rune{last, c}]
			continue
		case isInvisible(c):
			continue
		case last != 0:
			b.WriteRune(last)
		}
		last = c
	}
	if last != 0 {
		b.WriteRune(last)
	}
	return b.String()
}

// composed holds the accented letters of French by letter and combining
// accent.
var composed = func() map[[2]rune]rune {
	m := make(map[[2]rune]rune)
	for accent, letters := range map[rune]string{
		'\u0300': "aàeèuù", '\u0301': "eé", '\u0302': "aâeêiîoôuû", '\u0308': "eëiïuü", '\u0327': "cç",
	} {
		runes := []rune(letters)
		for i := 0; i < len(runes); i += 2 {
			m[[2]rune{runes[i], accent}] = runes[i+1]
		}
	}
	return m
}()

// invariable nouns end in s, x or z in the singular too.
var invariable = set(`acces succes proces processus cursus campus bus virus corpus consensus bonus bloc-notes discours parcours recours cours concours secours
	avis pays cas fois mois temps corps bras tiers univers fonds poids permis devis relais palais marais francais anglais colis tapis repas pas os dos
	propos repos sens choix prix voix taux croix flux index deux epoux gaz nez quiz congres progres exces abus refus surplus canevas matelas compromis
	commis logis depots-ventes puits remous rebus plus moins process business analytics cms sms crm gps tps`)

// irregular plurals in -aux whose singular is not in -al.
var irregular = map[string]string{"travaux": "travail", "vitraux": "vitrail", "baux": "bail", "emaux": "émail", "tuyaux": "tuyau", "materiaux": "matériau", "joyaux": "joyau"}

// singular returns a noun in the singular: communaux is communal, réseaux is
// réseau, enjeux is enjeu, élus is élu. folded is the word without accents.
func singular(word, folded string) string {
	if invariable[folded] {
		return word
	}
	if s, ok := irregular[folded]; ok {
		return s
	}
	switch {
	case strings.HasSuffix(word, "eaux"), strings.HasSuffix(word, "eux"), strings.HasSuffix(word, "oux"), strings.HasSuffix(word, "eus"):
		return word[:len(word)-1]
	case strings.HasSuffix(word, "aux") && utf8.RuneCountInString(word) > 3:
		return word[:len(word)-2] + "l"
	case strings.HasSuffix(word, "ss"), !strings.HasSuffix(word, "s") || len(word) < 3:
		return word
	}
	return word[:len(word)-1]
}
