package question

import (
	"slices"
	"strconv"

	"constat/data/lexicon"
)

// A size that a follow-up names shortly: "et celles de plus de 50 000 ?", "et
// au-dessus ?", after a size class.

// leastInhabitants is the least bound that is taken for a size without its
// unit: under it a number counts something else.
const leastInhabitants = 100

// sized returns the words of a message that follows a size class, with the unit
// that it leaves out.
func (r *Reader) sized(words []lexicon.Word, state State) []lexicon.Word {
	if said, _ := lexicon.SizeOf(words); !r.sizedState(state) || said != (lexicon.Size{}) {
		return words
	}
	for i := len(words) - 1; i >= 0; i-- {
		n, err := strconv.ParseFloat(words[i].Text, 64)
		if err != nil || n < leastInhabitants {
			continue
		}
		if i+1 < len(words) && (words[i+1].Text == "%" || lexicon.ClassOf(words[i+1].Text) == lexicon.Subject) {
			return words
		}
		unit := lexicon.Word{Text: "habitants", Start: words[i].End, End: words[i].End}
		with := slices.Insert(slices.Clone(words), i+1, unit)
		if said, _ := lexicon.SizeOf(with); said != (lexicon.Size{}) {
			return with
		}
		return words
	}
	return words
}

// beyond reports that a message names what is above or below the size before,
// without a number.
func (s *sentence) beyond() bool {
	return continuations[s.at(0)] && slices.ContainsFunc(outside, func(run []string) bool { return s.says(run...) })
}

var outside = phrases("au dessus", "au dessous", "en dessous", "au dela", "en deca")
