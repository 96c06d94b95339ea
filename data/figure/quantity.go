package figure

// A reader reads the figures of one text.
type reader struct {
	src    string
	tokens []token
	inText bool // inside a longer text: what ordinary French says for something else is not a figure
	moving bool // after "en hausse de": points are percentage points
}

// at returns token i, an empty one outside the text.
func (r *reader) at(i int) *token {
	if i < 0 || i >= len(r.tokens) {
		return &outside
	}
	return &r.tokens[i]
}

// A quantity is a number, or a range, with what it counts; its qualifier is
// not applied yet.
type quantity struct {
	kind      Kind
	unit      string
	low, high float64 // equal unless it is a range
	rough     bool    // a fraction or a collective: about so much
	parts     bool    // N sur M: always a share, never a change
	inverse   bool    // fois moins, divisé par
	end       int     // the token after it
}

func (q quantity) ranged() bool { return q.low != q.high }

// quantity reads the number and unit at token i; an article may come first.
func (r *reader) quantity(i int) (quantity, bool) {
	if q, ok := r.bareFraction(i); ok {
		return q, true
	}
	if r.at(i).has(articleWord) {
		i++
	}
	if q, ok := r.multiple(i); ok {
		return q, true
	}
	if q, ok := r.collective(i); ok {
		return q, true
	}
	if t := r.at(i); t.kind == aNumber && t.is("/") { // "¾ des communes"
		return part(t.value, t.value, 1, i+1), true
	}
	between := r.at(i).is("entre")
	if between {
		i++
		if r.at(i).has(articleWord) {
			i++
		}
	}
	n, ok := r.numeral(i)
	if !ok {
		return quantity{}, false
	}
	if q, ok := r.span(n, between); ok {
		return q, true
	}
	if between {
		return quantity{}, false
	}
	return r.counted(n, n)
}

// span reads the second number of a range: "2 à 3 %", "10-15 %", "entre 20 et
// 30 %", "20 % à 30 %". It is a range only when it rises.
func (r *reader) span(n numeral, between bool) (quantity, bool) {
	i := n.end
	first, hasUnit := r.measure(n, n)
	if hasUnit && first.kind == Count { // "100 collectivités à 200"
		hasUnit = false
	}
	if hasUnit {
		i = first.end
	}
	link := r.at(i)
	switch {
	case between && link.is("et"), !between && (link.is("a") || link.is("ou")):
	case !between && link.is("-") && (hasUnit || !link.spaced && !r.at(i+1).spaced):
	default:
		return quantity{}, false
	}
	i++
	if r.at(i).has(articleWord) || r.at(i).has(ofWord) {
		i++
	}
	m, ok := r.numeral(i)
	if !ok || m.one {
		return quantity{}, false
	}
	n = r.sharing(n, m)
	if m.value <= n.value {
		return quantity{}, false
	}
	q, ok := r.counted(n, m)
	if !ok || hasUnit && !sameMeasure(first, q) {
		return quantity{}, false
	}
	if hasUnit {
		q.low = first.low
		if q.high <= q.low {
			return quantity{}, false
		}
	}
	return q, true
}

// mostMantissa is where a number before "million" starts to be written out:
// "2 à 3 millions", but "500 000 à 1 million".
const mostMantissa = 1000

// sharing gives the first number of two the million that is said once, after
// the second.
func (r *reader) sharing(n, m numeral) numeral {
	if m.scaled && !n.scaled && n.value < mostMantissa {
		n.value *= collectives[r.at(m.end-1).text]
	}
	return n
}

// sameMeasure tells that two quantities compare; "par an" may be said once,
// after the second.
func sameMeasure(a, b quantity) bool {
	return a.unit == b.unit && a.kind == b.kind || a.unit == Percent && b.unit == PercentPerYear
}

// counted reads what the numbers low to high count; the words stand after
// high.
func (r *reader) counted(low, high numeral) (quantity, bool) {
	if q, ok := r.fraction(low, high); ok {
		return q, true
	}
	if q, ok := r.outOf(low, high); ok {
		return q, true
	}
	if q, ok := r.fold(low, high); ok {
		return q, true
	}
	return r.measure(low, high)
}

// part returns the share low to high over whole, which words always round.
func part(low, high, whole float64, end int) quantity {
	const hundred = 100
	return quantity{kind: Share, unit: Percent, low: low / whole * hundred, high: high / whole * hundred, rough: low == high, end: end}
}

// fraction reads "deux tiers", "trois quarts", "1/3".
func (r *reader) fraction(low, high numeral) (quantity, bool) {
	i := high.end
	t := r.at(i)
	if t.kind == aMark && t.is("/") {
		return r.slashed(low, high)
	}
	d, ok := denominators[t.text]
	if !ok || r.compound(i) || high.value >= d.value || low.value < 1 {
		return quantity{}, false
	}
	if single := high.value == 1; single && !d.singular || !single && !d.plural {
		return quantity{}, false
	}
	ordinal := d.value > 4 && d.singular // "un cinquième projet"
	if next := r.at(i + 1); ordinal && next.content() {
		return quantity{}, false
	}
	if !r.ofWhole(i+1) || high.one && t.is("tiers") && r.somebody(high.end-1) {
		return quantity{}, false
	}
	return part(low.value, high.value, d.value, i+1), true
}

// mostParts is the largest denominator of a fraction written with a slash:
// above it, and with a larger numerator, it is a mark, a date or a version.
const mostParts = 10

func (r *reader) slashed(low, high numeral) (quantity, bool) {
	i := high.end + 1
	whole, sign := r.at(i), r.at(i-1)
	if whole.kind != aNumber || sign.spaced != whole.spaced || low.letters || r.source(whole)[0] == '0' {
		return quantity{}, false
	}
	if low.value < 1 || high.value >= whole.value || whole.value > mostParts || r.at(i+1).is("/") {
		return quantity{}, false
	}
	switch r.at(i - 3).text { // "le 1/3" is a day
	case "le", "du", "au":
		if r.inText {
			return quantity{}, false
		}
	}
	return part(low.value, high.value, whole.value, i+1), true
}

// source returns a token as typed.
func (r *reader) source(t *token) string { return r.src[t.start:t.end] }

// bareFraction reads a fraction without numerator: "la moitié", "le quart",
// and "tiers" after "plus du" or "un bon".
func (r *reader) bareFraction(i int) (quantity, bool) {
	switch r.at(i).text {
	case "la", "le", "une", "du", "au":
		i++
	}
	t := r.at(i)
	d, ok := denominators[t.text]
	const quarter = 4 // "le cinquième" is a rank
	if !ok || !d.singular || d.value > quarter || t.joined || r.compound(i) || !r.ofWhole(i+1) {
		return quantity{}, false
	}
	switch before := r.at(i - 1); before.text {
	case "le", "la", "une", "du", "au", "bon", "bonne", "gros", "grosse", "petit", "petite":
		if t.is("tiers") && (before.is("le") || before.is("au")) && r.somebody(i-1) {
			return quantity{}, false
		}
	case "de": // "baisse de moitié"
		if !t.is("moitie") {
			return quantity{}, false
		}
	default:
		return quantity{}, false
	}
	if t.is("moitie") && (r.at(i+1).is("moins") || r.at(i+1).is("plus")) {
		return quantity{}, false
	}
	return part(1, 1, d.value, i+1), true
}

// ofWhole tells that what follows a fraction at token i may be a whole: not
// "un quart d'heure", "un tiers de confiance".
func (r *reader) ofWhole(i int) bool {
	t := r.at(i)
	if !t.is("de") && !t.is("d") {
		return true
	}
	next := r.at(i + 1)
	return next.kind != aWord || !next.content() || r.plural(next)
}

// somebody tells that "un tiers", whose article is token i, is a person: "un
// tiers certificateur", "par un tiers".
func (r *reader) somebody(i int) bool {
	next := r.at(i + 2)
	if persons[next.text] {
		return true
	}
	if !r.inText || next.has(ofWord) {
		return false
	}
	switch r.at(i - 1).text {
	case "a", "par", "avec", "chez", "pour", "vers", "comme", "contre":
		return true
	case "de", "d": // "le recours d'un tiers", not "près d'un tiers"
		of := r.at(i - 2)
		return of.content() && !edgeWords[of.text] && directionOf(directions, of.text) == nil
	}
	return false
}

// The limits of "N … sur M": words between them, and the largest M.
const (
	mostWordsBetween = 8
	mostOutOf        = 1000
)

// outOf reads "sept sur dix", "une collectivité locale sur deux", "deux
// directeurs des systèmes d'information sur trois".
func (r *reader) outOf(low, high numeral) (quantity, bool) {
	i := high.end
	noun := false
	for ; !r.at(i).is("sur"); i++ {
		t := r.at(i)
		if i-high.end > mostWordsBetween || t.kind != aWord || !t.content() && !t.has(linkWord) && !t.is("fois") {
			return quantity{}, false
		}
		if i == high.end && !t.content() && !t.is("fois") || t.has(numberWord) {
			return quantity{}, false
		}
		noun = true
	}
	if r.at(i).joined {
		return quantity{}, false
	}
	whole, ok := r.numeral(i + 1)
	if !ok || whole.value < 2 || whole.value > mostOutOf || whole.value != float64(int(whole.value)) {
		return quantity{}, false
	}
	if low.value <= 0 || high.value >= whole.value || r.graded(low) {
		return quantity{}, false
	}
	next := r.at(whole.end)
	if next.joined || next.is("%") || next.kind == aMark && (next.is("/") || next.is("-") && !next.spaced) {
		return quantity{}, false
	}
	if next.is("a") || next.is("ou") { // "sur deux à trois ans"
		if _, ok := r.numeral(whole.end + 1); ok {
			return quantity{}, false
		}
	}
	if q, ok := r.measure(whole, whole); ok && (q.kind != Count || noun && !participles[next.text]) { // "une étude sur deux ans"
		return quantity{}, false
	}
	q := part(low.value, high.value, whole.value, whole.end)
	q.parts = true
	return q, true
}

// graded tells that N sur M is a mark: "une note de 7 sur 10".
func (r *reader) graded(n numeral) bool {
	i := r.startOf(n) - 1
	if r.at(i).has(ofWord) {
		i--
	}
	switch r.at(i).text {
	case "note", "score", "notes", "scores":
		return true
	}
	return false
}

// startOf returns the first token of a numeral that is not a range.
func (r *reader) startOf(n numeral) int {
	i := n.end - 1
	for i > 0 && (r.at(i).joined || r.at(i-1).has(numberWord)) {
		i--
	}
	return i
}

// fold reads "deux fois plus", "trois fois plus élevé", "deux fois moins".
func (r *reader) fold(low, high numeral) (quantity, bool) {
	i := high.end
	if t := r.at(i); !t.is("fois") && !t.is("x") || high.one || low.value <= 0 {
		return quantity{}, false
	}
	t := r.at(i + 1)
	if !t.has(timesWord) {
		return quantity{}, false
	}
	inverse := t.is("moins") || hasStem(t.text, "inferieur")
	return quantity{kind: Change, unit: Factor, low: low.value, high: high.value, inverse: inverse, end: i + 2}, true
}

// collective reads "une trentaine de départements", "deux milliers
// d'habitants", "une dizaine de milliers d'habitants".
func (r *reader) collective(i int) (quantity, bool) {
	n := numeral{value: 1, end: i}
	if c := r.at(i); c.has(numberWord) || c.kind == aNumber {
		var ok bool
		if n, ok = r.numeral(i); !ok || n.scaled {
			return quantity{}, false
		}
	} else if !r.at(i - 1).has(plainWord) { // "une bonne trentaine"
		return quantity{}, false
	}
	round, end, ok := r.round(n.end)
	if !ok {
		return quantity{}, false
	}
	n.value, n.end, n.scaled, n.one, n.letters = n.value*round, end, true, false, true
	q, ok := r.measure(n, n)
	q.rough = true
	return q, ok
}

// round reads a collective noun and the larger ones that follow it.
func (r *reader) round(i int) (value float64, end int, ok bool) {
	t := r.at(i)
	value, ok = collectives[t.text]
	if !ok || t.has(millionWord|milliardWord) || t.joined || r.compound(i) {
		return 0, i, false
	}
	i++
	for r.at(i).is("de") {
		larger := collectives[r.at(i+1).text]
		if larger <= value || larger < collectives["millier"] {
			break
		}
		value *= larger
		i += 2
	}
	return value, i, true
}

// multiple reads the participle of "presque doublé", and "le double".
func (r *reader) multiple(i int) (quantity, bool) {
	factor := multipleOf(r.at(i).text)
	if factor == 0 || r.at(i).joined || r.compound(i) {
		return quantity{}, false
	}
	next := r.at(i + 1)
	if next.content() { // "à double titre"
		return quantity{}, false
	}
	switch before := r.at(i - 1); {
	case before.is("le"):
		if typed := r.source(r.at(i)); typed[len(typed)-1]|0x20 != 'e' { // "le doublé"
			return quantity{}, false
		}
		return quantity{kind: Change, unit: Factor, low: factor, high: factor, end: i + 1}, true
	case next.has(ofWord) && r.at(i+2).kind != aNumber: // "doublé d'une caisse"
	case before.has(auxiliaryWord), before.is("presque"), before.is("quasiment"), before.is("quasi"), before.is("pratiquement"),
		before.is("environ"), before.is("peine"), before.is("juste"), before.is("que") && r.at(i-2).is("plus"):
		return quantity{kind: Change, unit: Factor, low: factor, high: factor, end: i + 1}, true
	}
	return quantity{}, false
}

// multipleOf returns the factor that a form of "doubler" or "triple" names,
// or 0.
func multipleOf(word string) float64 {
	for _, m := range multiples {
		if !hasStem(word, m.stem) {
			continue
		}
		switch word[len(m.stem):] {
		case "e", "ee", "es", "ees":
			return m.factor
		}
	}
	return 0
}

func hasStem(word, stem string) bool {
	return len(word) >= len(stem) && word[:len(stem)] == stem
}
