package lexicon

import (
	"strings"
	"testing"
)

func TestSizeOf(t *testing.T) {
	for text, want := range map[string]struct {
		size Size
		said string
	}{
		"communes de moins de 3 500 habitants":             {Size{High: 3500}, "de moins de 3 500 habitants"},
		"communes de moins de 3500 hab":                    {Size{High: 3500}, "de moins de 3500 hab"},
		"COMMUNES DE MOINS DE 3 500 HABITANTS":             {Size{High: 3500}, "DE MOINS DE 3 500 HABITANTS"},
		"villes de plus de 100\u202f000 habitants en 2015": {Size{Low: 100000}, "de plus de 100\u202f000 habitants"},
		"plus de 10 000 hab.":                              {Size{Low: 10000}, "plus de 10 000 hab"},
		"entre 10 000 et 50 000 habitants":                 {Size{10000, 50000}, "entre 10 000 et 50 000 habitants"},
		"collectivités de 10 000 à 50 000 habitants":       {Size{10000, 50000}, "de 10 000 à 50 000 habitants"},
		"de 10000 a 50000 habitants":                       {Size{10000, 50000}, "de 10000 a 50000 habitants"},
		"10 000-50 000 habitants":                          {Size{10000, 50000}, "10 000-50 000 habitants"},
		"entre 50 000 et 10 000 habitants":                 {Size{10000, 50000}, "entre 50 000 et 10 000 habitants"},
		"entre 10 000 habitants et 50 000 habitants":       {Size{10000, 50000}, "entre 10 000 habitants et 50 000 habitants"},
		"de plus de 3 500 et moins de 10 000 habitants":    {Size{3500, 10000}, "de plus de 3 500 et moins de 10 000 habitants"},
		"10 000 habitants et plus":                         {Size{Low: 10000}, "10 000 habitants et plus"},
		"3500 habitants ou moins":                          {Size{High: 3500}, "3500 habitants ou moins"},
		"jusqu'à 10 000 habitants":                         {Size{High: 10000}, "jusqu'à 10 000 habitants"},
		"d'au moins 10 000 habitants":                      {Size{Low: 10000}, "au moins 10 000 habitants"},
		"au plus 10 000 habitants":                         {Size{High: 10000}, "au plus 10 000 habitants"},
		"au-delà de 10 000 habitants":                      {Size{Low: 10000}, "delà de 10 000 habitants"},
		"au dessus de 10000 habitants":                     {Size{Low: 10000}, "dessus de 10000 habitants"},
		"à partir de 10 000 habitants":                     {Size{Low: 10000}, "partir de 10 000 habitants"},
		"inférieures à 2 000 habitants":                    {Size{High: 2000}, "inférieures à 2 000 habitants"},
		"sous les 2 000 habitants":                         {},
		"moins de 10 mille habitants":                      {Size{High: 10000}, "moins de 10 mille habitants"},
		"moins de 10k habitants":                           {Size{High: 10000}, "moins de 10k habitants"},
		"plus d'un million d'habitants":                    {Size{Low: 1e6}, "plus d'un million d'habitants"},
		"plus de 1,5 million d'habitants":                  {Size{Low: 1.5e6}, "plus de 1,5 million d'habitants"},

		"":                             {},
		"habitants":                    {},
		"les habitants de 3 communes":  {},
		"5 000 habitants":              {},
		"une ville de 5 000 habitants": {},
		"plus de 150 métiers":          {},
		"moins de 3 500 agents":        {},
		"plus d'habitants":             {},
		"auprès de 1 000 habitants":    {},
		"44 % des habitants":           {},
		"plus de 0 habitant":           {},
		"et 3 500 habitants":           {},
	} {
		size, span := SizeOf(Words(text))
		if size != want.size {
			t.Errorf("%q: %v, want %v", text, size, want.size)
			continue
		}
		if said := spanned(text, span); said != want.said {
			t.Errorf("%q: said by %q, want %q", text, said, want.said)
		}
	}
}

// spanned returns the part of a text that words[span[0]:span[1]] stand in.
func spanned(text string, span [2]int) string {
	words := Words(text)
	if span[0] == span[1] {
		return ""
	}
	return strings.TrimSpace(text[words[span[0]].Start:words[span[1]-1].End])
}
