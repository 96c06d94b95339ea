package question

import "strings"

// cueWords are the words that the rules of this package read. They are never
// taken for typing errors of words of the findings. Written at start only.
var cueWords = map[string]bool{}

// The subject words that a rule names where it reads them, beside those of
// sets and phrases: TestCues tells which ones are lacking.
var _ = set(`precedent precedente auparavant option numero dehors
	podium chez combien avis somme haut enumerer dates limite endroit profils partie classement
	derniere dernier conseiller conseillers faudrait devrions devons normal grave terrible inquietant suffisant decevant mauvais
	meilleur meilleure meilleurs avenir futur expliquer explique expliquez retard`)

// set makes a set of folded words that a rule reads.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w], cueWords[w] = true, true
	}
	return m
}

// phrases makes the runs of folded words that a rule reads.
func phrases(all ...string) [][]string {
	var runs [][]string
	for _, p := range all {
		runs = append(runs, strings.Fields(p))
		set(p)
	}
	return runs
}
