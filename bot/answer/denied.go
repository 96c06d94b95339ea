package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// fitDenied: "données non structurées" says nothing of structured data, nor the
// reverse, and what is hard to do is not said to be done.
func fitDenied(q question.Question, f *data.Finding) fit {
	asked, told := lexicon.Words(q.Text), lexicon.Words(f.Statement+" | "+f.Indicator)
	for _, w := range q.Subject {
		if without(asked, w, isNon) != without(told, w, isNon) && stands(asked, w) && stands(told, w) {
			return conflicts
		}
		if !q.Negative && hampered(told, w) && !hampered(asked, w) && !namesHindrance(asked) {
			return conflicts
		}
	}
	return matches
}

// stands reports whether a word stands in a text, in any form.
func stands(words []lexicon.Word, word string) bool {
	return slices.ContainsFunc(words, func(w lexicon.Word) bool { return formsOfOne(lexicon.Singular(w.Text), lexicon.Singular(word)) })
}

// without reports whether every place of a word has one before it that denies it.
func without(words []lexicon.Word, word string, denies func(before []lexicon.Word) bool) bool {
	found := false
	for i, w := range words {
		if !formsOfOne(lexicon.Singular(w.Text), lexicon.Singular(word)) {
			continue
		}
		if !denies(words[:i]) {
			return false
		}
		found = true
	}
	return found
}

// isNon reports a "non" that denies the next word; "ou non" denies another.
func isNon(before []lexicon.Word) bool {
	n := len(before)
	return n > 0 && before[n-1].Text == "non" && (n < 2 || before[n-2].Text != "ou")
}

// hampered reports that a finding has a verb only behind what makes it hard:
// "ont du mal à recruter".
func hampered(words []lexicon.Word, verb string) bool {
	found := false
	for i, w := range words {
		if stemOf(w.Text) != stemOf(verb) || i < 2 {
			continue
		}
		if before := words[i-1].Text; before != "a" && before != "d" && before != "de" || !hindering[words[i-2].Text] {
			return false
		}
		found = true
	}
	return found
}

func namesHindrance(words []lexicon.Word) bool {
	return slices.ContainsFunc(words, func(w lexicon.Word) bool { return hindering[w.Text] || strings.HasPrefix(w.Text, "manqu") })
}

// hindering are the words behind which a verb is hard to do.
var hindering = map[string]bool{
	"mal": true, "peine": true, "peinent": true, "difficulte": true, "difficultes": true, "impossible": true, "incapable": true, "incapables": true,
	"renoncent": true, "renonce": true, "tardent": true, "tarde": true, "hesitent": true, "hesite": true,
	"probleme": true, "problemes": true, "souci": true, "dur": true, "difficile": true,
}
