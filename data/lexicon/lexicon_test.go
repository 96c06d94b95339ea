package lexicon

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCanonical(t *testing.T) {
	l := testLexicon()
	for in, want := range map[string]string{
		"":                                    "",
		"open data":                           "ouverturedonnee",
		"ouverture des données":               "ouverturedonnee",
		"ouverture de la donnée":              "ouverturedonnee",
		"données ouvertes":                    "ouverturedonnee",
		"part de l'open data en 2015":         "part de l ouverturedonnee en 2015",
		"smart cities":                        "smart cities",
		"villes intelligentes":                "villeintelligente",
		"ville et intelligence":               "ville et intelligence",
		"direction informatique des communes": "directionsystemeinformation des communes",
		"direction des communes":              "direction des communes",
		"données":                             "donnees",
		"savoir si les systèmes":              "savoir si les systemes",
		"le si":                               "le si",
		"open open data":                      "open ouverturedonnee",
		"ouverture des":                       "ouverture des",
	} {
		if got := strings.Join(l.Canonical(texts(Words(in))), " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	l := testLexicon()
	for text, want := range map[string]string{"comunes": "communes", "Décideur": "décideurs", "intercomunalité": "intercommunalités", "habitan": "habitants"} {
		if got := l.Nearest(text, 1); len(got) != 1 || got[0] != want {
			t.Errorf("%q: %v, want %q", text, got, want)
		}
	}
	for _, n := range []int{-1, 0} {
		if got := l.Nearest("communes", n); len(got) != 0 {
			t.Errorf("%d nearest: %v", n, got)
		}
	}
	if got := l.Nearest("", 3); len(got) > 3 {
		t.Errorf("nearest to nothing: %v", got)
	}
}

func TestAddLeavesTheLexiconAsItWas(t *testing.T) {
	l := testLexicon()
	groups, vocabulary := l.Groups(), l.Vocabulary()
	grown := l.Add([]Group{
		{ID: "commune", Names: []string{"bourg"}, Parents: []string{"pays"}},
		{ID: "pays", Names: []string{"pays", "agglo"}},
	}, map[string]string{"CU": "pays"}, [][]string{{"open data", "libre accès"}, {}}, "pays de cocagne")
	if !reflect.DeepEqual(groups, l.Groups()) {
		t.Errorf("groups were %v, are %v", groups, l.Groups())
	}
	if diff := cmp.Diff(vocabulary, l.Vocabulary()); diff != "" {
		t.Error(diff)
	}
	for text, want := range map[string]string{"un bourg": "commune", "agglo": "pays", "les CU": "pays", "pays de cocagne": "", "mairie": "commune"} {
		who, _ := grown.Population(text)
		if got := strings.Join(who.Groups, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if who, ok := l.Population("un bourg"); ok {
		t.Errorf("the lexicon has grown: %v", who)
	}
	if grown.Name("commune") != "communes" || grown.Name("inconnu") != "inconnu" {
		t.Errorf("names: %q, %q", grown.Name("commune"), grown.Name("inconnu"))
	}
	if !slices.IsSorted(grown.Vocabulary()) || !slices.Contains(grown.Vocabulary(), "bourg") {
		t.Error("the vocabulary lacks a word, or its order")
	}
}

func TestWith(t *testing.T) {
	l := testLexicon().With([]Naming{{Name: "communes du littoral"}, {Name: "jardiniers"}, {Name: ""}, {Name: "?"}, {Name: "maires du littoral"}})
	for _, c := range []struct {
		asked, published string
		want             Relation
	}{
		{"communes du littoral", "communes du littoral", Same},
		{"communes du littoral", "communes", Near},
		{"communes", "communes du littoral", Near},
		{"jardiniers", "jardiniers", Same},
		{"jardiniers", "communes", Other},
		{"élus", "maires du littoral", Near},
		{"communes", "maires du littoral", Other},
	} {
		asked, ok := l.Population(c.asked)
		published, _ := l.Population(c.published)
		if got := l.Relate(asked, published); !ok || got != c.want {
			t.Errorf("asked %q, published %q: %d, want %d", c.asked, c.published, got, c.want)
		}
	}
}

func TestAnEmptyLexiconKnowsNobody(t *testing.T) {
	l := New(nil, nil, nil)
	if who, ok := l.Population("communes de moins de 3 500 habitants"); ok || who.Size.High != 3500 {
		t.Errorf("%v, %v", who, ok)
	}
	if len(l.Mentions(nil)) != 0 || len(l.Canonical(nil)) != 0 || len(l.Groups()) != 0 || len(l.Vocabulary()) != 0 {
		t.Error("something is known")
	}
}
