// Package question reads a person's French into a Question: what is wanted,
// about whom, when, and in what state. It reads by rules, before any stemming.
package question

import (
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// A Question is what a person asks, understood.
type Question struct {
	Text     string // as typed, cleaned of what is not text
	Wants    Wants
	Noun     string       // the noun counted by "combien de", folded and singular
	Terms    []index.Term // what is looked up
	Subject  []string     // the texts of the Terms that a finding must say to answer
	Who      lexicon.Population
	Years    []int
	Horizon  int
	Status   []data.Status
	Negative bool
	Quoted   []figure.Span
}

// Wants says what kind of thing would answer.
type Wants string
