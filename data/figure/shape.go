package figure

import "math"

// figureAt reads the figure that starts at token i, with the shapes from the
// most particular to the plainest, and returns the token after it.
func (r *reader) figureAt(i int) (f Figure, end int, ok bool) {
	for _, shape := range [...]func(*reader, int) (Figure, int, bool){
		(*reader).date, (*reader).fromTo, (*reader).change, (*reader).multiplied, (*reader).vague, (*reader).plain,
	} {
		if f, end, ok = shape(r, i); ok {
			return f, end, true
		}
	}
	return Figure{}, end, false
}

// qualified is a quantity with its qualifier, and its sign: -1, +1, or 0 when
// none is written.
type qualified struct {
	quantity
	qualifier
	sign float64
}

// qualified reads [qualifier] [sign] quantity [qualifier] at token i.
func (r *reader) qualified(i int) (qualified, bool) {
	for _, p := range before[r.at(i).text] {
		if !r.matches(p, i) {
			continue
		}
		if q, ok := r.quantity(i + len(p.words)); ok && (p.words[len(p.words)-1] != "que" || q.unit == Factor) {
			return qualified{quantity: q, qualifier: p.qualifier}, true
		}
	}
	var v qualified
	if r.at(i).kind == aMark {
		var ok bool
		if v.sign, ok = r.sign(i); ok {
			i++
		}
	}
	var ok bool
	if v.quantity, ok = r.quantity(i); !ok {
		return v, false
	}
	v.qualifier, v.end = r.suffix(v.end)
	return v, true
}

// sign reads the sign at token i. A hyphen is one only when it is glued to its
// number; before points, a loose one is too, unless it may open a line of a
// list.
func (r *reader) sign(i int) (sign float64, ok bool) {
	t, number := r.at(i), r.at(i+1)
	if number.kind != aNumber && !number.has(numberWord) || r.at(i-1).kind == aNumber {
		return 0, false
	}
	switch t.text {
	case "+":
		return +1, !r.at(i - 1).is("%")
	case "−":
		return -1, true
	case "-":
		opens := t.spaced || i == 0 || r.at(i-1).is("(")
		if number.spaced {
			unit := r.at(i + 2).text
			opens = opens && !r.inText && (unit == "points" || unit == "point" || unit == "pts" || unit == "pt")
		}
		return -1, opens
	}
	return 0, false
}

// plain reads a quantity with its qualifier; percents and points may say
// after it that they are a change, and shares which share came before.
func (r *reader) plain(i int) (Figure, int, bool) {
	if r.at(i).has(auxiliaryWord) { // "a presque doublé"
		if v, ok := r.qualified(i + 1); ok && v.unit == Factor && multipleOf(r.at(v.end-1).text) != 0 {
			f, ok := v.figure()
			return f, v.end, ok
		}
	}
	if r.leaning(i) || r.at(i).has(articleWord) && r.isNumber(i+1) { // the article is not part of "les 44 %"
		return Figure{}, i, false
	}
	v, ok := r.qualified(i)
	if !ok {
		return Figure{}, i, false
	}
	if v.sign != 0 {
		if v.parts {
			return Figure{}, i, false
		}
		v.kind = Change
	}
	if (v.kind == Share || v.kind == Change) && v.unit != Factor && !v.parts {
		if sign, end, ok := r.turn(v.end); ok {
			v.kind, v.end = Change, end
			v.sign = sign
		}
	}
	if v.kind == Share && v.sign == 0 {
		if f, end, ok := r.against(v); ok {
			return f, end, true
		}
	}
	f, ok := v.figure()
	return f, v.end, ok
}

// isNumber tells that a number, not "un", starts at token i.
func (r *reader) isNumber(i int) bool {
	t := r.at(i)
	return t.kind == aNumber || t.has(numberWord) && !t.is("un") && !t.is("une")
}

// leaning tells that token i is a quantity only with the word before it:
// "moitié", "trentaine", "doublé".
func (r *reader) leaning(i int) bool {
	t := r.at(i)
	_, fraction := denominators[t.text]
	_, round := collectives[t.text]
	return fraction || round || multipleOf(t.text) != 0
}

// turn reads what makes a percent or points a change, after them: "de plus",
// "de moins", "en plus", "de hausse", "plus élevé".
func (r *reader) turn(i int) (sign float64, end int, ok bool) {
	t, next, after := r.at(i), r.at(i+1), r.at(i+2)
	switch {
	case (t.is("de") || t.is("d") || t.is("en")) && (next.is("plus") || next.is("moins")):
		// "10 % de moins de 30 ans" counts those under thirty.
		again := after.is("en") && r.at(i+3).text == next.text // "de plus en plus"
		return signOf(next), i + 2, !after.has(ofWord) && !again
	case (t.is("de") || t.is("d")) && changeNouns[next.text]:
		return directionOf(directions, next.text).sign, i + 2, true
	case t.is("plus") || t.is("moins"):
		return signOf(t), i + 2, next.content() && !next.is("tard") && !next.is("tot") && !next.is("loin")
	}
	return 0, i, false
}

func signOf(t *token) float64 {
	if t.is("moins") {
		return -1
	}
	return +1
}

// change reads "en hausse de 5 points", "croissance annuelle de 1,5 %",
// "baisse des dotations de 3 %", "gagne 6 points".
func (r *reader) change(i int) (Figure, int, bool) {
	t := r.at(i)
	if !t.content() {
		return Figure{}, i, false
	}
	d := directionOf(directions, t.text)
	if d == nil {
		d = directionOf(takers, t.text)
		if d == nil {
			return Figure{}, i, false
		}
		v, ok := r.moved(i + 1)
		if !ok || v.unit != Point && (v.unit != Percent || r.at(v.end).has(ofWord)) || v.parts || v.rough { // "gagne 44 % des voix"
			return Figure{}, i, false
		}
		return r.changed(v, d, false)
	}
	annual := false
	const reach = 8 // words between the noun and "de": "la baisse des dotations de l'État de 3 %"
	for k := i + 1; k <= i+reach; k++ {
		t := r.at(k)
		switch {
		case t.has(ofWord):
			if f, end, ok := r.fromTo(k); ok {
				return f, end, true
			}
			if v, ok := r.moved(k + 1); ok && r.mayChange(v, d) {
				return r.changed(v, d, annual)
			}
			if q, ok := r.bareFraction(k + 1); ok { // "baisse de moitié"
				return r.changed(qualified{quantity: q}, d, annual)
			}
		case hasStem(t.text, "annuel"):
			annual = true
		case t.kind != aWord, !t.content() && !t.has(fillerWord):
			return Figure{}, i, false
		}
	}
	return Figure{}, i, false
}

// moved reads a quantity after what says that it is a change.
func (r *reader) moved(i int) (qualified, bool) {
	r.moving = true
	v, ok := r.qualified(i)
	r.moving = false
	return v, ok
}

// mayChange tells that a quantity after "hausse de" is the change itself:
// not "l'évolution de 60 % des collectivités".
func (r *reader) mayChange(v qualified, d *direction) bool {
	switch v.kind {
	case Share:
		return !v.parts && (d.sign != 0 || !r.at(v.end).is("des"))
	case Change:
		return v.unit != Factor
	case Amount:
		return v.unit == Euro
	}
	return false
}

func (r *reader) changed(v qualified, d *direction, annual bool) (Figure, int, bool) {
	v.kind = Change
	if v.sign >= 0 { // else "une croissance de -3 %"
		v.sign = math.Copysign(1, d.sign)
	}
	if annual && v.unit == Percent {
		v.unit = PercentPerYear
	}
	f, ok := v.figure()
	return f, v.end, ok
}

// multiplied reads "multiplié par deux", "divisé par trois", "×3".
func (r *reader) multiplied(i int) (Figure, int, bool) {
	t, k := r.at(i), i+1
	inverse := hasStem(t.text, "divis")
	switch {
	case t.kind == aMark && t.is("×") && r.at(i-1).kind != aNumber:
	case inverse || hasStem(t.text, "multipli"):
		if !r.at(k).is("par") {
			return Figure{}, i, false
		}
		k++
	default:
		return Figure{}, i, false
	}
	var q qualifier
	for _, p := range before[r.at(k).text] {
		if r.matches(p, k) {
			q, k = p.qualifier, k+len(p.words)
			break
		}
	}
	n, ok := r.numeral(k)
	if !ok || n.value <= 0 || n.one {
		return Figure{}, i, false
	}
	v := qualified{quantity: quantity{kind: Change, unit: Factor, low: n.value, high: n.value, inverse: inverse, end: n.end}, qualifier: q}
	f, ok := v.figure()
	return f, n.end, ok
}

// fromTo reads "de 32 % à 44 %", "passe de 32 à 44 %", "passé de 2,4 milliards
// en 2010 à 2,6 milliards d'euros".
func (r *reader) fromTo(i int) (Figure, int, bool) {
	moves := false
	if t := r.at(i); t.content() {
		if directionOf(movers, t.text) == nil && directionOf(directions, t.text) == nil {
			return Figure{}, i, false
		}
		moves = directionOf(movers, t.text) != nil
		i++
	}
	if t := r.at(i); !t.is("de") && !t.is("d") {
		return Figure{}, i, false
	}
	i++
	var from quantity
	whole, ok := r.quantity(i) // may be the range "2 à 3 %": only its first number counts here
	n, isNumber := r.numeral(i)
	switch {
	case isNumber:
		if from, ok = r.counted(n, n); !ok {
			if !moves && !n.scaled {
				return Figure{}, i, false
			}
			if m, ok := r.numeral(n.end + 1); ok {
				n = r.sharing(n, m)
			}
			from = quantity{low: n.value, high: n.value, end: n.end}
		}
	case ok && !whole.ranged():
		from = whole
	default:
		return Figure{}, i, false
	}
	i = from.end
	if _, end, ok := r.date(i); ok {
		i = end
	}
	if !r.at(i).is("a") {
		return Figure{}, i, false
	}
	to, ok := r.qualified(i + 1)
	if !ok || to.ranged() || to.unit == Factor || to.kind == Duration || to.kind == Change && to.unit != Percent && to.unit != PercentPerYear {
		return Figure{}, i, false
	}
	switch {
	case sameMeasure(from, to.quantity):
		if to.kind == Count && !moves {
			return Figure{}, i, false
		}
	case from.unit != "":
		return Figure{}, i, false
	}
	f, ok := to.figure()
	f.Kind, f.From = FromTo, rounded(from.low)
	return f, to.end, ok
}

// against reads "44 % contre 32 % en 2013". With "contre 32 % pour les
// ministères" the second share is no former one.
func (r *reader) against(now qualified) (Figure, int, bool) {
	i := now.end
	if _, end, ok := r.date(i); ok {
		i = end
	}
	if r.at(i).is(",") {
		i++
	}
	switch {
	case r.at(i).is("contre"):
		i++
	case r.at(i).is("au") && r.at(i+1).is("lieu") && r.at(i+2).has(ofWord):
		i += 3
	default:
		return Figure{}, i, false
	}
	from, ok := r.qualified(i)
	if !ok || from.ranged() || now.ranged() || from.kind != Share {
		return Figure{}, i, false
	}
	switch t := r.at(from.end); t.text {
	case "pour", "des", "de", "d", "du", "chez", "dans", "parmi", "aux", "a", "cote":
		return Figure{}, i, false
	}
	f, ok := now.figure()
	f.Kind, f.From = FromTo, rounded(from.low)
	return f, from.end, ok
}

// figure applies the qualifier and the sign. It is false when nothing lies
// between the bounds: "moins de 0 %".
func (v qualified) figure() (Figure, bool) {
	const whole = 100
	if v.kind == Share && v.low >= whole && (v.band == above || v.band == justAbove || v.band == farAbove) {
		v.kind = Change // more than all of them is no part
	}
	f := Figure{Qualifier: v.name, Kind: v.kind, Unit: v.unit, Approximate: v.band != onValue || v.rough && !v.ranged()}
	bounds, value := v.interval(v.band), v.low
	if v.inverse {
		bounds, value = bounds.inverted(), 1/value
	}
	if v.sign < 0 {
		bounds, value = bounds.mirrored(), -value
	}
	if v.kind == Share {
		bounds.low, bounds.high = math.Max(bounds.low, 0), math.Min(bounds.high, whole)
	}
	if bounds.empty() {
		return Figure{}, false
	}
	if !v.ranged() {
		f.Value = rounded(value)
	}
	f.Low, f.High = rounded(bounds.low), rounded(bounds.high)
	f.LowOpen, f.HighOpen = bounds.lowOpen && f.Low != nil, bounds.highOpen && f.High != nil
	return f, true
}

// rounded returns a number to four decimals, nil for no bound.
func rounded(x float64) *float64 {
	if math.IsInf(x, 0) {
		return nil
	}
	const decimals = 1e4
	if scaled := x * decimals; math.Abs(scaled) < 1<<53 {
		x = math.Round(scaled) / decimals
	}
	x += 0 // no negative zero
	return &x
}
