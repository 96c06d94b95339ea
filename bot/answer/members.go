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
// only mentions some ("adoptent seuls des outils"), or has them
// as one member of its list, does not.
func namesMembers(q question.Question, h index.Hit) bool {
	f := h.Finding
	switch {
	case len(f.Items) > 0:
		return !slices.ContainsFunc(q.Subject, func(w string) bool { return isMember(f, w, slices.Contains(h.Listed, w) || oneNoun(w, q.Members)) })
	case !q.Negative && (f.Denies || f.Status == data.None):
		return false
	case slices.Contains(h.Nearly, q.Members) && onlyCauses(q, f):
		return false
	}
	words := lexicon.Words(f.Statement)
	mentioned := false
	for i, w := range words {
		if !oneNoun(w.Text, q.Members) {
			continue
		}
		if !mentions(f.Statement, words, i) {
			return true
		}
		mentioned = true
	}
	return !mentioned
}

func oneNoun(a, b string) bool { return lexicon.Singular(a) == lexicon.Singular(b) }

// isMember reports that a word belongs to one member of a finding's list, and
// to that alone: the list is not of what it names.
func isMember(f *data.Finding, word string, alone bool) bool {
	n := 0
	for _, i := range f.Items {
		if says(i.Label, word) {
			n++
		}
	}
	return alone && n == 1 && !says(f.Indicator, word)
}

// mentions reports a noun that a sentence only mentions: an object that nothing
// tells apart, "des outils numériques", "aucun outil"; or one of which it says
// that it matters less: "la difficulté passe à l'arrière-plan".
func mentions(text string, words []lexicon.Word, i int) bool {
	clause := words[i+1:]
	for k := i; k+1 < len(words); k++ {
		if strings.ContainsAny(text[words[k].End:words[k+1].Start], ",;:.") {
			clause = words[i+1 : k+1]
			break
		}
	}
	if slices.ContainsFunc(clause, func(w lexicon.Word) bool { return receding[w.Text] }) {
		return true
	}
	before := func(k int) string {
		if k < 0 {
			return ""
		}
		return words[k].Text
	}
	k := i - 1
	if k >= 0 && lexicon.ClassOf(before(k)) != lexicon.Function { // an adjective
		k--
	}
	switch {
	case !indefinite[before(k)] || naming[before(k-1)]:
		return false
	case sizing[before(k-1)]:
		return true
	}
	if i+1 < len(words) && len(clause) == 0 {
		return !strings.Contains(text[words[i].End:words[i+1].Start], ":")
	}
	for n, w := range clause {
		if lexicon.ClassOf(w.Text) == lexicon.Function {
			return !telling[w.Text]
		}
		if n > 0 {
			return false // more than an adjective
		}
	}
	return true
}

var (
	indefinite = map[string]bool{"un": true, "une": true, "des": true, "de": true, "d": true, "aucun": true, "aucune": true, "plusieurs": true, "certains": true, "certaines": true}
	// naming words make what follows the name of something: "le coût est un frein".
	naming = map[string]bool{"est": true, "sont": true, "reste": true, "restent": true, "comme": true, "devient": true, "deviennent": true, "fait": true, "font": true}
	// sizing nouns tell how many or how different: "la diversité des qualités".
	sizing = map[string]bool{"diversite": true, "nombre": true, "multiplicite": true, "variete": true, "manque": true, "absence": true}
	// telling words lead to what tells a thing apart: "des outils qui leur conviennent".
	telling = map[string]bool{"qui": true, "que": true, "qu": true, "dont": true, "pour": true, "de": true, "d": true, "du": true, "des": true, "a": true, "au": true, "aux": true, "comme": true}
	// receding words say of things that they matter less.
	receding = map[string]bool{"disparaissent": true, "disparait": true, "arriere": true}
)
