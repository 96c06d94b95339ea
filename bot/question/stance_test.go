package question

import (
	"slices"
	"testing"
)

// TestStance: who is for or against is asked by a form of "être" and a
// preposition, or by a word of its own; "pour" alone has other uses.
func TestStance(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]bool{
		"qui est contre le compost ?": true, "qui est pour le compost ?": true, "les jardiniers sont-ils plutôt contre le compost ?": true,
		"combien sont opposés au compost ?": true, "combien de jardins luttent contre les limaces ?": false, "le compost est pour quand ?": false,
		"quel budget pour le compost ?": false, "qui fait du compost ?": false,
	} {
		if got := r.sentence(text).stance(); got != want {
			t.Errorf("stance(%q) = %v", text, got)
		}
	}
}

// TestVoices: those whose opinion is asked are named around the verb.
func TestVoices(t *testing.T) {
	r := reader(t)
	for text, want := range map[string][]string{
		"que pensent les métiers du compost ?": {"metiers"}, "comment les métiers jugent-ils le compost ?": {"metiers"}, "combien veulent les arroser ?": nil,
	} {
		if got := r.sentence(text).voices(); !slices.Equal(got, want) {
			t.Errorf("voices(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestComplements: the nouns that say among whom or where are told from what
// is measured.
func TestComplements(t *testing.T) {
	r := reader(t)
	for text, want := range map[string][]string{
		"compost dans les hôpitaux ?": {"hopitaux"}, "compost chez les agriculteurs bretons ?": {"agriculteurs", "bretons"}, "compost à l'étranger": {"etranger"},
		"récupération de l'eau": nil, "compost en 2015": nil,
	} {
		if got := r.Read(text, "").Among; !slices.Equal(got, want) {
			t.Errorf("%q: among %q, want %q", text, got, want)
		}
	}
}
