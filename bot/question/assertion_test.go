package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"constat/data/lexicon"
)

func TestAssert(t *testing.T) {
	l := reader(t).library.Lexicon
	for text, want := range map[string]Assertion{
		"44 % des communes ont un compost":                      {Counted: "commune", Who: communes(l), Words: []string{"compost"}},
		"dans une commune sur deux, le compost est vendu":       {Counted: "commune", Who: communes(l), Words: []string{"compost", "vendu"}},
		"14 % du compost est vendu":                             {Counted: "compost", Words: []string{"vendu"}},
		"le compost pèse 14 % des déchets":                      {Counted: "dechet", Weighs: true, Words: []string{"compost", "pese"}},
		"44 % des communes disent que le compost chauffe":       {Counted: "commune", Who: communes(l), Thinks: true, That: true, Words: []string{"compost", "chauffe"}},
		"le compost est l'objectif de 44 % des communes":        {Counted: "commune", Who: communes(l), Thinks: true, That: true, Words: []string{"compost", "objectif"}},
		"le compost est vendu au prix de 44 % des communes":     {Counted: "commune", Who: communes(l), Words: []string{"compost", "vendu", "prix"}},
		"le compost monte dans 44 % des communes":               {Counted: "commune", Who: communes(l), Words: []string{"compost", "monte"}},
		"44 % des communes sont des parcelles":                  {Counted: "commune", Who: communes(l), Is: true, Words: []string{"parcelles"}},
		"44 % des communes vont composter":                      {Counted: "commune", Who: communes(l), Later: true, Words: []string{"composter"}},
		"44 % des communes arrosent tous les légumes":           {Counted: "commune", Who: communes(l), Verb: "arrosent", Strict: []string{"tous"}, Words: []string{"arrosent", "legumes"}},
		"44 % des communes arrosent des légumes non sarclés":    {Counted: "commune", Who: communes(l), Verb: "arrosent", Not: []string{"sarcles"}, Words: []string{"arrosent", "legumes", "sarcles"}},
		"44 % des communes arrosent les légumes tous les jours": {Counted: "commune", Who: communes(l), Verb: "arrosent", Words: []string{"arrosent", "legumes"}},
		"44 % des communes cherchent un compost":                {Counted: "commune", Who: communes(l), Verbs: []string{"cherchent"}, Words: []string{"compost"}},
	} {
		got, ok := Assert(l, text, nil)
		if !ok {
			t.Errorf("%q has no figure", text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	if _, ok := Assert(l, "en 2020 deux communes arrosent", nil); ok {
		t.Error("a year and a small count are no figure of a claim")
	}
}

func communes(l *lexicon.Lexicon) lexicon.Population {
	who, _ := l.Population("communes")
	return who
}
