package figure

import (
	"math"
	"strings"
)

// A band says on which side of the named number the true value lies.
type band uint8

const (
	onValue   band = iota // exact; a fraction is rounded all the same
	around                // value ± t
	justBelow             // [value - t, value)
	justAbove             // (value, value + t]
	above                 // (value, …
	atLeast               // [value, …
	under                 // [0, value)
	atMost                // [0, value]
	farAbove              // value + t and above
	farBelow              // value - t and below
)

// The width t of a band, a convention: a tenth of the value, and for percents
// at least one point and at most five.
const (
	bandShare    = 0.10
	bandPointMin = 1
	bandPointMax = 5
)

func bandWidth(value float64, unit string) float64 {
	t := math.Abs(value) * bandShare
	if unit == Percent || unit == PercentPerYear {
		t = math.Min(math.Max(t, bandPointMin), bandPointMax)
	}
	return t
}

// A qualifier is the word that a Figure keeps, one for each family of
// wordings, and its band.
type qualifier struct {
	name string
	band band
}

// before are the wordings that stand before their number, by qualifier. A
// final "de" stands for de, d', du, des; a final "a" for à, au, aux; a final
// "que" qualifies factors only: "a plus que doublé", but "n'est plus que 12 %".
var before = phrases([]family{
	{"environ", around, `environ|quelque|autour de|aux alentours de|alentour de|aux environs de|a peu pres|peu ou prou|plus ou moins|de l ordre de
		|approximativement|grosso modo|avoisine|avoisinent|avoisinant|~|≈|∼|≃`},
	{"près de", justBelow, `pres de|pas loin de|non loin de|proche de|proches de|un petit|une petite|frole|frolent`},
	{"presque", justBelow, `presque|quasi|quasiment|pratiquement`},
	{"à peine", justBelow, `a peine|tout juste`},
	{"un peu moins de", justBelow, `un peu moins de|legerement moins de|a peine moins de|un peu en dessous de|legerement inferieur a|legerement inferieure a`},
	{"un peu plus de", justAbove, `un peu plus de|legerement plus de|a peine plus de|guere plus de|un peu au dessus de|legerement superieur a|legerement superieure a
		|un bon|une bonne|un gros|une grosse`},
	{"largement plus de", farAbove, `largement plus de|tres largement plus de|bien plus de|beaucoup plus de|nettement plus de|bien au dela de
		|nettement superieur a|nettement superieure a`},
	{"nettement moins de", farBelow, `nettement moins de|largement moins de|bien moins de|beaucoup moins de|nettement inferieur a|nettement inferieure a`},
	{"plus de", above, `plus de|+ de|superieur a|superieure a|superieurs a|superieures a|plus que|au dela de|au dessus de|depasse|depassent|depassant|excede|excedent|>`},
	{"au moins", atLeast, `au moins|au minimum|a minima|minimum|pas moins de|superieur ou egal a|superieure ou egale a|≥|> =|⩾`},
	{"moins de", under, `moins de|- de|inferieur a|inferieure a|inferieurs a|inferieures a|en dessous de|au dessous de|en deca de|<`},
	{"au plus", atMost, `au plus|tout au plus|au maximum|maximum|pas plus de|depasse pas|depassent pas|inferieur ou egal a|inferieure ou egale a|≤|< =|⩽`},
	{"jusqu'à", atMost, `jusqu a`},
})

// after are the wordings that stand after the unit: "50 % ou plus".
var after = phrases([]family{
	{"environ", around, `environ|a peu pres|approximativement|plus ou moins`},
	{"au moins", atLeast, `ou plus|et plus|ou davantage|et au dela|au moins|au minimum|minimum|+`},
	{"au plus", atMost, `ou moins|et moins|au plus|tout au plus|au maximum|maximum|max`},
})

type family struct {
	name  string
	band  band
	forms string
}

// A phrase is one wording of a qualifier, as folded tokens.
type phrase struct {
	words []string
	qualifier
}

// phrases indexes wordings by their first word, the longest first.
func phrases(families []family) map[string][]phrase {
	m := make(map[string][]phrase)
	for _, f := range families {
		for form := range strings.SplitSeq(f.forms, "|") {
			words := strings.Fields(form)
			list := m[words[0]]
			at := 0
			for at < len(list) && len(list[at].words) >= len(words) {
				at++
			}
			list = append(list, phrase{})
			copy(list[at+1:], list[at:])
			list[at] = phrase{words, qualifier{f.name, f.band}}
			m[words[0]] = list
		}
	}
	return m
}

// matches tells whether a phrase stands at token i.
func (r *reader) matches(p phrase, i int) bool {
	for k, w := range p.words {
		t := r.at(i + k)
		switch {
		case t.is(w):
		case k == 0 || k < len(p.words)-1:
			return false
		case w == "de" && t.has(ofWord):
		case w == "a" && t.has(toWord):
		default:
			return false
		}
	}
	return true
}

// suffix reads the qualifier after the unit that ends at token i. It is not
// one when it belongs to what follows: "44 % et plus de 100", "au plus tard".
func (r *reader) suffix(i int) (qualifier, int) {
	for _, p := range after[r.at(i).text] {
		if !r.matches(p, i) {
			continue
		}
		end := i + len(p.words)
		if t := r.at(end); t.kind == aNumber || t.has(numberWord|ofWord) || t.is("que") || t.is("qu") || t.is("tard") || t.is("tot") || t.is("la") {
			continue
		}
		return p.qualifier, end
	}
	return qualifier{}, i
}

// unbounded stands for no bound.
var unbounded = math.Inf(1)

// An interval is the bounds of the true value.
type interval struct {
	low, high         float64
	lowOpen, highOpen bool
}

// interval returns the bounds of a number, or range, under a qualifier.
func (q quantity) interval(b band) interval {
	low, high := q.low, q.high
	tLow, tHigh := bandWidth(low, q.unit), bandWidth(high, q.unit)
	switch b {
	case onValue:
		if q.rough {
			return interval{low: low - tLow, high: high + tHigh}
		}
	case around:
		return interval{low: low - tLow, high: high + tHigh}
	case justBelow:
		return interval{low: low - tLow, high: high, highOpen: true}
	case justAbove:
		return interval{low: low, high: high + tHigh, lowOpen: true}
	case above:
		return interval{low: low, high: unbounded, lowOpen: true}
	case atLeast:
		return interval{low: low, high: unbounded}
	case farAbove:
		return interval{low: low + tLow, high: unbounded}
	case under:
		return interval{low: 0, high: high, highOpen: true}
	case atMost:
		return interval{low: 0, high: high}
	case farBelow:
		return interval{low: 0, high: high - tHigh}
	}
	return interval{low: low, high: high}
}

// inverted returns the bounds of 1/x: "plus de deux fois moins".
func (v interval) inverted() interval {
	invert := func(x float64) float64 {
		if x == 0 {
			return unbounded
		}
		return 1 / x // of no bound: 0
	}
	return interval{invert(v.high), invert(v.low), v.highOpen, v.lowOpen}
}

// mirrored returns the bounds of -x: "une baisse de plus de 10 %".
func (v interval) mirrored() interval {
	return interval{-v.high, -v.low, v.highOpen, v.lowOpen}
}

// empty tells that no value lies between the bounds: "moins de 0 %".
func (v interval) empty() bool {
	return v.low > v.high || v.low == v.high && (v.lowOpen || v.highOpen)
}
