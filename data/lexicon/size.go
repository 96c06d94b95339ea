package lexicon

import (
	"math"
	"strconv"
)

// A Size bounds organisations by their inhabitants: Low..High. A zero Low or
// High is no bound.
type Size struct{ Low, High float64 }

// SizeOf reads a size class, "de moins de 3 500 habitants", and the words
// that say it: words[span[0]:span[1]]. The zero Size when there is none.
func SizeOf(words []Word) (size Size, span [2]int) {
	for i, w := range words {
		if w.Text != "habitant" && w.Text != "habitants" && w.Text != "hab" {
			continue
		}
		if i == 0 {
			continue
		}
		high, ok := count(words[i-1])
		if !ok {
			continue
		}
		end := i + 1
		at := func(k int) string {
			if k < 0 || k >= len(words) {
				return ""
			}
			return words[k].Text
		}
		if at(i+1) == "et" && at(i+2) == "plus" || at(i+1) == "ou" && at(i+2) == "plus" {
			return Size{Low: high}, [2]int{i - 1, i + 3}
		}
		if low, ok := countAt(words, i-3); ok && (at(i-2) == "et" || at(i-2) == "a") {
			start := i - 3
			for start > 0 && (at(start-1) == "entre" || at(start-1) == "de") {
				start--
			}
			return Size{Low: math.Min(low, high), High: math.Max(low, high)}, [2]int{start, end}
		}
		bound := i - 2
		if at(bound) == "de" {
			bound--
		}
		start := bound
		if at(start-1) == "de" {
			start--
		}
		switch at(bound) {
		case "moins", "inferieur", "inferieure", "inferieurs", "sous":
			return Size{High: high}, [2]int{max(start, 0), end}
		case "plus", "superieur", "superieure", "superieurs", "dela":
			return Size{Low: high}, [2]int{max(start, 0), end}
		}
	}
	return Size{}, [2]int{}
}

func countAt(words []Word, i int) (float64, bool) {
	if i < 0 {
		return 0, false
	}
	return count(words[i])
}

func count(w Word) (float64, bool) {
	if len(w.Text) == 0 || !isDigit(w.Text[0]) {
		return 0, false
	}
	n, err := strconv.ParseFloat(w.Text, 64)
	return n, err == nil
}

// relateSizes: equal bounds are the same class; a wider, narrower or missing
// class is near.
func relateSizes(asked, published Size) Relation {
	if asked == published {
		return Same
	}
	return Near
}
