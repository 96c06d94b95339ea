package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// namesMembers reports whether a finding tells which ones they are of whom the
// members are asked: by its list, or in its sentence. One that denies them,
// counts them or only mentions some ("adoptent seuls des outils") does not.
func namesMembers(q question.Question, h index.Hit) bool {
	f := h.Finding
	switch {
	case len(f.Items) > 0:
		return !slices.ContainsFunc(q.Subject, func(w string) bool {
			return lexicon.Singular(w) == lexicon.Singular(q.Members) && slices.Contains(h.Listed, w)
		})
	case !q.Negative && (f.Denies || f.Status == data.None):
		return false
	case slices.Contains(h.Nearly, q.Members) && onlyCauses(q, f):
		return false
	}
	words := lexicon.Words(f.Statement)
	mentioned := false
	for i, w := range words {
		if lexicon.Singular(w.Text) != lexicon.Singular(q.Members) {
			continue
		}
		if !mentions(f.Statement, words, i) {
			return true
		}
		mentioned = true
	}
	return !mentioned
}

// mentions reports a noun that a sentence only mentions: an object that nothing
// tells apart, "des outils numériques", "aucun outil", at the end of its clause.
func mentions(text string, words []lexicon.Word, i int) bool {
	before := func(k int) bool { return k >= 0 && indefinite[words[k].Text] }
	if !before(i-1) && !(before(i-2) && lexicon.ClassOf(words[i-1].Text) != lexicon.Function) {
		return false
	}
	for k := i; k < len(words) && k <= i+1; k++ { // an adjective may follow
		if k > i && lexicon.ClassOf(words[k].Text) == lexicon.Function {
			return false // "qui leur conviennent", "pour", "de"
		}
		if k+1 == len(words) || strings.ContainsAny(text[words[k].End:words[k+1].Start], ",;.") {
			return true
		}
		if strings.Contains(text[words[k].End:words[k+1].Start], ":") {
			return false
		}
	}
	return false
}

var indefinite = map[string]bool{"des": true, "de": true, "d": true, "aucun": true, "aucune": true, "plusieurs": true, "certains": true, "certaines": true}
