package lexicon

import (
	"slices"
	"strings"
)

// spellings are how French writes one sound in several ways, the longest
// first. Words are folded, so accents and cedillas are gone.
var spellings = strings.NewReplacer(
	"eau", "o", "au", "o", "ph", "f", "qu", "k", "q", "k", "gea", "ja", "geo", "jo", "ge", "je", "gi", "ji", "gue", "ge", "gui", "gi",
	"ce", "se", "ci", "si", "cy", "si", "ck", "k", "ch", "ch", "c", "k", "ai", "e", "ei", "e", "y", "i", "h", "",
)

// Sound returns how a folded word sounds, roughly: two spellings of one word
// have the same. It keeps the mute letters at the end, which tell words apart.
func Sound(word string) string {
	w := slices.Compact([]byte(spellings.Replace(word)))
	for i := 0; i+1 < len(w); i++ {
		nasal := (w[i] == 'e' || w[i] == 'a') && (w[i+1] == 'n' || w[i+1] == 'm')
		if nasal && (i+2 == len(w) || !strings.ContainsRune("aeiou", rune(w[i+2]))) {
			w[i], w[i+1] = 'a', 'n' // "en" and "an" before a consonant
		}
	}
	return string(slices.Compact(w))
}

// commonSounds holds the words that are no subject by their sound: the long
// ones, for short ones sound like too many others.
var commonSounds = func() map[string]string {
	const shortest = 6
	m := make(map[string]string)
	for w := range classes {
		if s := Sound(w); len(w) >= shortest && (m[s] == "" || w < m[s]) {
			m[s] = w
		}
	}
	return m
}()

// Misspelt returns the word of asking, or of any question, that a folded word
// is another spelling of: "apelle" is "appelle".
func Misspelt(word string) (string, bool) {
	w, ok := commonSounds[Sound(word)]
	return w, ok && w[0] == word[0]
}
