package answer

import (
	"slices"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

// fitActor holds who acts against "qui finance ?": the finding must say of
// somebody, in that very verb or in a near one, that he does. A noun of the
// same root is another thing: "la direction des finances" finances nothing.
func fitActor(l *data.Library, q question.Question, h index.Hit) fit {
	f := h.Finding
	if q.Act == "" || len(q.Quoted) > 0 {
		return matches
	}
	words := lexicon.Words(f.Statement)
	mentions := l.Lexicon.Mentions(words)
	if slices.ContainsFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool { return nominalises(w.Text, q.Act) }) {
		return leads(mentions, words, f)
	}
	if heads(f, q.Act) && len(f.Items) > 0 {
		return matches
	}
	if slices.Contains(h.Nearly, q.Act) {
		if !nearlyDone(l, f, q.Act) {
			return isNear
		}
		return leads(mentions, words, f)
	}
	for i, w := range words {
		if !conjugated(w.Text, q.Act) || i > 0 && determiners[words[i-1].Text] {
			continue
		}
		if slices.ContainsFunc(mentions, func(m lexicon.Mention) bool {
			return m.End <= i || m.Start > 0 && words[m.Start-1].Text == "par" || m.Start > 1 && words[m.Start-2].Text == "par"
		}) || membersIn(f, words[:i]) {
			return matches
		}
	}
	return isNear
}

// nearlyDone reports whether a finding says a near word of a verb as a verb, or
// in the name of its indicator: "cherchent de l'aide" helps nobody.
func nearlyDone(l *data.Library, f *data.Finding, act string) bool {
	deeds := question.Deeds(l.Lexicon, f.Statement)
	for _, list := range l.Lexicon.Near() {
		var near []string
		for _, saying := range list {
			if len(saying) > 0 {
				near = append(near, saying[len(saying)-1].Text)
			}
		}
		if saysKin(near, act) && (slices.ContainsFunc(deeds, func(d question.Deed) bool { return saysKin(near, d.Verb) }) || slices.ContainsFunc(content(f.Indicator), func(w string) bool { return saysKin(near, w) })) {
			return true
		}
	}
	return len(deeds) == 0
}

// heads reports whether the head noun of a finding's indicator begins as the
// verb asked: "choix des achats", for who chooses.
func heads(f *data.Finding, act string) bool {
	const enough = 4 // letters: "choi"
	words := lexicon.Words(f.Indicator)
	return len(words) > 0 && len(act) >= enough && strings.HasPrefix(words[0].Text, act[:max(enough, len(stemOf(act))-2)])
}

// leads reports whether a finding names people who may act where French puts
// the subject, in its first half, or to whom it says that the act falls:
// "revient aux élus".
func leads(mentions []lexicon.Mention, words []lexicon.Word, f *data.Finding) fit {
	half := len(words) / 2
	if membersIn(f, words[:half]) || slices.ContainsFunc(mentions, func(m lexicon.Mention) bool { return m.Start < half || fallsTo(words[:m.Start]) }) {
		return matches
	}
	return isNear
}

// fallsTo reports whether words lead to whom an act falls.
func fallsTo(before []lexicon.Word) bool {
	k := len(before) - 1
	for k >= 0 && determiners[before[k].Text] || k >= 0 && before[k].Text == "a" {
		k--
	}
	return k >= 0 && falling[before[k].Text]
}

var falling = map[string]bool{"revient": true, "reviennent": true, "incombe": true, "incombent": true, "appartient": true, "appartiennent": true, "releve": true, "relevent": true}

// membersIn reports whether one of the words begins a member of a finding's list.
func membersIn(f *data.Finding, words []lexicon.Word) bool {
	return slices.ContainsFunc(f.Items, func(i data.Item) bool {
		label := lexicon.Words(i.Label)
		return len(label) > 0 && slices.ContainsFunc(words, func(w lexicon.Word) bool { return lexicon.Singular(w.Text) == lexicon.Singular(label[0].Text) })
	})
}

var determiners = map[string]bool{"le": true, "la": true, "les": true, "un": true, "une": true, "des": true, "du": true, "de": true, "d": true, "aux": true, "au": true, "leur": true, "leurs": true}

// actEndings end the third persons and the past participles of a verb,
// folded, and nominalEndings the nouns of doing it.
var (
	actEndings     = []string{"", "e", "t", "ent", "ait", "aient", "ee", "sent", "ssent", "era", "eront", "a", "ont", "i", "it", "ie", "issent"}
	nominalEndings = []string{"age", "ment", "ement", "ation", "tion", "ition"}
)

// stemOf is a verb without the ending of its third person or infinitive.
func stemOf(act string) string {
	for _, e := range []string{"aient", "ait", "ent", "era", "eront", "ees", "ee", "es", "er", "ir", "e", "t", "a"} {
		if stem, ok := strings.CutSuffix(act, e); ok && len(stem) > 2 {
			return stem
		}
	}
	return act
}

// conjugated reports whether a word is a third person or a participle of the
// verb asked.
func conjugated(word, act string) bool {
	rest, ok := strings.CutPrefix(word, stemOf(act))
	return ok && (word == act || slices.Contains(actEndings, rest))
}

// nominalises reports whether a noun names the doing of the verb asked.
func nominalises(noun, act string) bool {
	rest, ok := strings.CutPrefix(lexicon.Singular(noun), stemOf(act))
	return ok && slices.Contains(nominalEndings, rest)
}
