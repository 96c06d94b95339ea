package french

import "strings"

// Whether a word may be a finite verb, an infinitive or a participle is told
// by the other forms that the list of French words has: "pilote" is one
// because "pilotent" is a word, "rurale" is none. Nouns that look like a verb
// ("demande") are told apart by what stands before them, not here.

// Finite reports whether a folded word may be a verb in the third person.
func Finite(word string) bool {
	if venir[word] {
		return true
	}
	if others := conjugated[word]; len(others) > 0 && !IsWord(word+"e") && madeFrom[word] == "" {
		return ended(word, "t", "d", "ent", "ra", "ront") && !IsWord(word+"es")
	}
	switch {
	case ended(word, "iennent", "eront", "iront", "dront", "aient", "issent", "eraient"):
		return true
	case ended(word, "ent"):
		stem := strings.TrimSuffix(word, "ent")
		return IsWord(stem+"er") || IsWord(stem+"re") || IsWord(stem+"ir")
	case ended(word, "ait"):
		return IsWord(word[:len(word)-1] + "ent")
	case ended(word, "era", "ira", "dra"):
		return IsWord(word[:len(word)-1] + "ont")
	case ended(word, "it"):
		return IsWord(word[:len(word)-1] + "ssent")
	case ended(word, "d"):
		return IsWord(word + "ent")
	case ended(word, "e"):
		return IsWord(word + "nt")
	}
	return false
}

// Infinitive reports whether a folded word may be an infinitive.
func Infinitive(word string) bool {
	if stem, ok := strings.CutSuffix(word, "er"); ok {
		return IsWord(stem+"ent") && IsWord(stem+"aient") || IsWord(stem+"eent") || IsWord(stem+"eaient")
	}
	if stem, ok := strings.CutSuffix(word, "ir"); ok && IsWord(stem+"issent") {
		return true
	}
	if stem, ok := strings.CutSuffix(word, "re"); ok && strings.HasSuffix(stem, "d") && IsWord(stem+"ent") {
		return true
	}
	return infinitives[word]
}

// Participle reports whether a folded word may be a past participle.
func Participle(word string) bool {
	for _, e := range []struct{ ending, infinitive string }{
		{"ees", "er"}, {"ee", "er"}, {"es", "er"}, {"e", "er"}, {"ies", "ir"}, {"ie", "ir"}, {"is", "ir"}, {"i", "ir"}, {"ues", "re"}, {"ue", "re"}, {"us", "re"}, {"u", "re"},
	} {
		if stem, ok := strings.CutSuffix(word, e.ending); ok && Infinitive(stem+e.infinitive) {
			return true
		}
	}
	return len(conjugated[word]) > 0 && !ended(word, "ent", "ait", "ra", "ront", "ant") && !infinitives[word] && madeFrom[word] == ""
}

// venir has its third persons here: taken for a family, "vient" would say
// "venue".
var venir = set("vient viennent venait venaient viendra viendront devient deviennent")

// infinitives are those of the irregular verbs, and the two that are none.
var infinitives = func() map[string]bool {
	m := map[string]bool{"faire": true, "etre": true, "avoir": true, "dire": true, "voir": true, "aller": true, "devenir": true, "venir": true}
	for _, all := range conjugated {
		for _, infinitive := range all {
			m[infinitive] = true
		}
	}
	return m
}()

func ended(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}
