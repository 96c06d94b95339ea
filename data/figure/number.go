package figure

import "unicode/utf8"

// mostDigits is how many digits a float64 holds exactly; a longer run is an
// identifier, not a figure.
const mostDigits = 15

// The years a bare run of four digits may be.
const firstYear, lastYear = 1900, 2099

// digits is a number in digits: "34 935", "34.935", "44,5", "44.5".
type digits struct {
	value         float64
	year, grouped bool
	ok            bool // false: dotted digits that are no number, "1.2.3"
}

// scanDigits reads the number at i and returns where it ends. A space or a dot
// before exactly three digits groups thousands; a comma, and a dot before any
// other count of digits, starts decimals.
func scanDigits(s string, i int) (d digits, end int) {
	var mantissa uint64
	count := 0
	read := func(from, to int) {
		for ; from < to; from++ {
			if count++; count <= mostDigits {
				mantissa = mantissa*10 + uint64(s[from]-'0')
			}
		}
	}
	end = digitRun(s, i)
	read(i, end)
	first := end - i
	const groupLength = 3
	if first <= groupLength && s[i] != '0' {
		separator, _ := separatorAt(s, end)
		for separator != 0 {
			c, width := separatorAt(s, end)
			if c != separator || digitRun(s, end+width)-(end+width) != groupLength {
				break
			}
			read(end+width, end+width+groupLength)
			end += width + groupLength
			d.grouped = true
		}
	}
	scale := 1.
	if decimalAt(s, end) {
		stop := digitRun(s, end+1)
		read(end+1, stop)
		for range stop - (end + 1) {
			scale *= 10
		}
		if decimalAt(s, stop) { // "12.06.2015"
			for decimalAt(s, stop) {
				stop = digitRun(s, stop+1)
			}
			return digits{}, stop
		}
		end = stop
	} else if first == 4 && !d.grouped {
		d.year = firstYear <= mantissa && mantissa <= lastYear
	}
	if count > mostDigits {
		return digits{}, end
	}
	d.value, d.ok = float64(mantissa)/scale, true
	return d, end
}

func digitRun(s string, i int) int {
	for i < len(s) && isDigit(rune(s[i])) {
		i++
	}
	return i
}

func decimalAt(s string, i int) bool {
	return i+1 < len(s) && (s[i] == ',' || s[i] == '.') && isDigit(rune(s[i+1]))
}

// separatorAt returns the thousands separator at i, ' ' for a space of any
// width, or 0.
func separatorAt(s string, i int) (c rune, width int) {
	c, width = utf8.DecodeRuneInString(s[i:])
	switch c {
	case '.':
		return '.', width
	case ' ', '\u00a0', '\u2007', '\u2009', '\u202f', '\u2008', '\u2006':
		return ' ', width
	}
	return 0, 0
}

// A numeral is a number read in digits or in letters.
type numeral struct {
	value   float64
	end     int  // the token after it
	letters bool // written in letters
	one     bool // "un" or "une", which is an article more often than not
	scaled  bool // it ends in million or milliard: its noun follows "de"
}

// numeral reads the number that starts at token i: "44,5", "1,2 million",
// "deux cent mille", "quatre-vingt-dix".
func (r *reader) numeral(i int) (numeral, bool) {
	t := r.at(i)
	if t.joined || r.numbered(i) {
		return numeral{}, false
	}
	if t.kind == aNumber && !t.is("/") {
		return r.scaled(numeral{value: t.value, end: i + 1})
	}
	if !t.has(numberWord) {
		return numeral{}, false
	}
	n, end, ok := r.belowMillion(i)
	if !ok {
		return numeral{}, false
	}
	one := end == i+1 && n == 1
	if one && r.at(end).is("demi") { // "un demi-point", "un demi-million"
		if after := r.at(end + 1); after.has(halvedWord) {
			return r.scaled(numeral{value: 0.5, end: end + 1, letters: true})
		}
	}
	return r.scaled(numeral{value: n, end: end, letters: true, one: one})
}

// numbered tells that the number at i only names something ("n° 1", "± 2"),
// or is the tail of a longer one ("3/12/2015").
func (r *reader) numbered(i int) bool {
	before := r.at(i - 1)
	switch before.text {
	case "°", "numero", "±", "#":
		return true
	case "/":
		return before.kind == aMark && r.at(i-2).kind == aNumber && !before.spaced
	}
	return false
}

// scaled multiplies by the million or milliard that follows, and adds what
// follows it in turn: "un million deux cent mille".
func (r *reader) scaled(n numeral) (numeral, bool) {
	const million, milliard = 1e6, 1e9
	last := 1e12 // above every scale
	total, pending := 0., n.value
	for {
		scale := 1.
		switch t := r.at(n.end); {
		case t.has(millionWord):
			scale = million
		case t.has(milliardWord):
			scale = milliard
		}
		if scale == 1 || scale >= last {
			break
		}
		total, pending, last = total+pending*scale, 0, scale
		n.end++
		n.scaled, n.one = true, false
		next, ok := r.rest(n)
		if !ok {
			break
		}
		n.end, n.scaled, pending = next.end, false, next.value
	}
	n.value = total + pending
	return n, true
}

// rest reads what may follow a million: letters after letters, and after
// digits a grouped number.
func (r *reader) rest(n numeral) (numeral, bool) {
	t := r.at(n.end)
	if t.kind == aNumber {
		return numeral{value: t.value, end: n.end + 1}, !n.letters && t.grouped
	}
	value, end, ok := r.belowMillion(n.end)
	return numeral{value: value, end: end}, ok && n.letters
}

// belowMillion reads letters up to 999 999, or digits before "mille".
func (r *reader) belowMillion(i int) (value float64, end int, ok bool) {
	const thousand = 1000
	value, end, ok = r.belowThousand(i)
	switch {
	case r.at(end).is("mille") && (!ok || value > 1):
		if !ok {
			value = 1
		}
		value *= thousand
		end++
	case !ok:
		return 0, i, false
	default:
		return value, end, true
	}
	if rest, after, ok := r.belowThousand(end); ok {
		return value + rest, after, true
	}
	return value, end, true
}

func (r *reader) belowThousand(i int) (value float64, end int, ok bool) {
	const hundred = 100
	end = i
	if n := numberWords[r.at(i).text]; 2 <= n && n <= 9 && r.isHundred(i+1) {
		value, end = n*hundred, i+2
	} else if r.isHundred(i) {
		value, end = hundred, i+1
	}
	rest, after, ok := r.belowHundred(end)
	if !ok {
		return value, end, value > 0
	}
	return value + rest, after, true
}

func (r *reader) isHundred(i int) bool { return r.at(i).is("cent") || r.at(i).is("cents") }

// belowHundred reads "vingt et un", "soixante-dix-sept", "quatre-vingt-onze".
func (r *reader) belowHundred(i int) (value float64, end int, ok bool) {
	t := r.at(i)
	if !t.has(numberWord) {
		return 0, i, false
	}
	value = numberWords[t.text]
	switch end = i + 1; {
	case value == 4 && (r.at(end).is("vingt") || r.at(end).is("vingts")):
		value, end = 80, end+1
	case t.has(tensWord):
	case value == 10:
		if n := numberWords[r.at(end).text]; 7 <= n && n <= 9 {
			return value + n, end + 1, true
		}
		return value, end, true
	default: // "mille" and "cent" are no units
		return value, end, value <= 16 && !r.isHundred(i) && !t.is("mille")
	}
	after := end
	if r.at(after).is("et") {
		after++
		if n := numberWords[r.at(after).text]; r.at(after).has(numberWord) && (n == 1 || n == 11) {
			return r.teens(value, n, after, end)
		}
		return value, end, true
	}
	n := numberWords[r.at(after).text]
	if n == 10 || n == 0 {
		if ten, stop, ok := r.belowHundred(after); ok && n == 10 && (value == 60 || value == 80) {
			return value + ten, stop, true
		}
		return value, end, true
	}
	return r.teens(value, n, after, end)
}

// teens adds the unit n at token `after` to tens, or leaves the tens that end
// at `end` alone. Only sixty and eighty take eleven to sixteen.
func (r *reader) teens(tens, n float64, after, end int) (float64, int, bool) {
	if n < 10 || n <= 16 && (tens == 60 || tens == 80) {
		return tens + n, after + 1, true
	}
	return tens, end, true
}
