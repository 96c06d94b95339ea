package figure

// What vague shares say of the true value, a convention in percents.
const (
	half      = 50
	large     = 60 // une large majorité
	nearlyAll = 90 // la quasi-totalité
	hardlyAny = 10 // presque aucun
	all       = 100
)

// Plural collectives start at two of them and, after "quelques", stay below
// ten: "quelques dizaines" is 20 to 100.
const (
	fewestOfMany = 2
	quiteMany    = 10
)

func vagueShare(low, high float64, qualifier string) Figure {
	return Figure{Kind: Share, Unit: Percent, Low: rounded(low), High: rounded(high), Qualifier: qualifier, Approximate: true}
}

func majority(low float64, open bool) Figure {
	f := vagueShare(low, all, "majorité")
	f.LowOpen = open
	return f
}

var largeWords = set(`grande large immense ecrasante vaste forte nette confortable`)
var slightWords = set(`courte petite faible legere simple`)

// vague reads shares that name no number: "la majorité des communes", "la
// plupart", "presque toutes les régions"; whole ones, "toutes les
// métropoles", "aucun département"; and counts, "des milliers d'habitants".
func (r *reader) vague(i int) (Figure, int, bool) {
	t := r.at(i)
	switch t.text {
	case "la", "une", "l", "sa", "leur":
		return r.majority(i + 1)
	case "des", "quelques", "plusieurs":
		return r.many(i)
	case "presque", "quasi", "quasiment", "pratiquement":
		return r.almost(i + 1)
	}
	return r.whole(i)
}

// majority reads after an article: "très large majorité", "plupart", "quasi
// totalité", "ensemble des".
func (r *reader) majority(i int) (Figure, int, bool) {
	start := i
	low, open := float64(half), true
	if r.at(i).is("tres") {
		i++
	}
	if w := r.at(i).text; largeWords[w] {
		low, open = large, false
		i++
	} else if slightWords[w] {
		i++
	}
	next := r.at(i + 1)
	switch t := r.at(i); {
	case t.joined:
	case t.is("majorite"):
		if parties[next.text] || r.at(start-2).is("a") { // "voté à la majorité"
			break
		}
		return majority(low, open), i + 1, true
	case t.is("minorite"):
		f := vagueShare(0, half, "minorité")
		f.HighOpen = true
		return f, i + 1, true
	case i > start:
	case t.is("plupart"):
		if next.is("du") && r.at(i+2).is("temps") {
			break
		}
		return majority(low, open), i + 1, true
	case t.is("quasi") && (next.is("totalite") || next.is("integralite")):
		return vagueShare(nearlyAll, all, "quasi-totalité"), i + 2, true
	case t.is("totalite"), t.is("ensemble"), t.is("integralite"):
		return r.whole(start - 1)
	}
	return Figure{}, i, false
}

// almost reads after "presque": "toutes les régions", "la totalité", "aucune".
func (r *reader) almost(i int) (Figure, int, bool) {
	t := r.at(i)
	if t.has(articleWord) {
		i++
		t = r.at(i)
	}
	switch t.text {
	case "tous", "toutes":
		if r.everyDay(i) {
			return Figure{}, i, false
		}
		return vagueShare(nearlyAll, all, "quasi-totalité"), i + 1, true
	case "totalite", "ensemble", "integralite":
		return vagueShare(nearlyAll, all, "quasi-totalité"), i + 1, true
	case "aucun", "aucune":
		return vagueShare(0, hardlyAny, "presque"), i + 1, r.at(i-2).kind != aWord // not "n'ont presque aucun"
	}
	return Figure{}, i, false
}

// whole reads all and none, exact shares. A longer text says them of anything
// ("tous les jours"), so there they are no figures; and "aucun" is one only as
// the subject.
func (r *reader) whole(i int) (Figure, int, bool) {
	if r.inText {
		return Figure{}, i, false
	}
	share := func(v float64) Figure {
		return Figure{Kind: Share, Unit: Percent, Value: rounded(v), Low: rounded(v), High: rounded(v)}
	}
	next, noun := r.at(i+1), r.at(i+2)
	switch t := r.at(i); {
	case (t.is("tous") || t.is("toutes")) && next.has(articleWord) && r.plural(noun) && !r.everyDay(i):
		return share(all), i + 3, true
	case (t.is("l") || t.is("la")) && (next.is("ensemble") || next.is("totalite") || next.is("integralite")) && noun.has(ofWord) && r.wholeOf(i+2):
		return share(all), i + 2, true
	case (t.is("aucun") || t.is("aucune")) && i == 0 && next.content():
		return share(0), i + 2, true
	}
	return Figure{}, i, false
}

// everyDay tells "tous les jours", with tous at token i.
func (r *reader) everyDay(i int) bool {
	if r.at(i + 1).has(articleWord) {
		i++
	}
	_, time := times[r.at(i+1).text]
	return time
}

// wholeOf tells that several are counted after "l'ensemble": "des communes",
// "de nos communes".
func (r *reader) wholeOf(i int) bool {
	if r.at(i).is("de") && r.at(i+1).has(articleWord) {
		i++
	}
	return r.plural(r.at(i + 1))
}

// many reads "quelques dizaines d'agents", "des milliers d'habitants".
func (r *reader) many(i int) (Figure, int, bool) {
	round, end, ok := r.roundOrScale(i + 1)
	if !ok {
		return Figure{}, i, false
	}
	n := numeral{value: round, end: end, scaled: true}
	q, ok := r.measure(n, n)
	if !ok || q.kind != Count && q.kind != Amount && q.kind != Duration {
		return Figure{}, i, false
	}
	f := Figure{Kind: q.kind, Unit: q.unit, Low: rounded(q.low * fewestOfMany), Approximate: true}
	if !r.at(i).is("des") {
		f.High, f.HighOpen = rounded(q.low*quiteMany), true
	}
	return f, q.end, true
}

// roundOrScale reads a plural collective, millions and milliards included.
func (r *reader) roundOrScale(i int) (value float64, end int, ok bool) {
	t := r.at(i)
	if n := len(t.text); n == 0 || t.text[n-1] != 's' {
		return 0, i, false
	}
	if t.has(millionWord | milliardWord) {
		return collectives[t.text], i + 1, true
	}
	return r.round(i)
}
