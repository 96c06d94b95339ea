package lexicon

import (
	"strings"
	"testing"
)

// Two invented observatories whose populations nearly have one name.
var (
	lakes = []Naming{
		{Name: "piscines municipales", Definition: "piscines gérées par une municipalité"},
		{Name: "baignades surveillées"},
		{Name: "baignades sauvages", Definition: "lacs et rivières sans surveillance"},
		{Name: "baignades scolaires"},
		{Name: "clubs de voile"},
		{Name: "clubs de plongée"},
		{Name: "maîtres-nageurs"},
	}
	museums = []Naming{
		{Name: "musées de la région", Whole: true},
		{Name: "musées ruraux"},
		{Name: "musées régionaux"},
		{Name: "musées d'art"},
		{Name: "jardins ouverts"},
		{Name: "jardins ouverts de nuit"},
		{Name: "centres d'archives"},
		{Name: "camping-musées"},
	}
)

// Names of which another word is the beginning, or of whose family it seems.
var crafts = []Naming{
	{Name: "musées d'artisanat"},
	{Name: "musées de plein air"},
	{Name: "piscines communales", Definition: "piscines gérées par une commune seule, hors communauté"},
}

// Populations that stand under others, or share an adjective.
var clinics = []Naming{
	{Name: "cabinets dentaires"},
	{Name: "cabinets dentaires ruraux"},
	{Name: "cliniques mobiles"},
	{Name: "cliniques fixes"},
	{Name: "camions mobiles"},
	{Name: "camions fixes"},
	{Name: "propriétaires de camions"},
}

func TestNamesGivenToWith(t *testing.T) {
	for _, c := range []struct {
		names []Naming
		text  string
		want  string // names of the groups mentioned
	}{
		// In full, without accents, in either number.
		{lakes, "la piscine municipale", "piscines municipales"},
		{lakes, "les baignades surveillees", "baignades surveillées"},
		{lakes, "un club de voile", "clubs de voile"},

		// The first word alone: of one population, or of no one in particular.
		{lakes, "les piscines", "piscines municipales"},
		{lakes, "dans les baignades", "baignades"},
		{lakes, "les clubs", "clubs"},
		{museums, "les musées", "musées de la région"},
		{museums, "les jardins", "jardins ouverts"},
		{museums, "les jardins de nuit", "jardins ouverts de nuit"},

		// Initials: in capitals, or after an article.
		{lakes, "part des PM", "piscines municipales"},
		{lakes, "et en PM ?", "piscines municipales"},
		{lakes, "dans les pm", "piscines municipales"},
		{lakes, "en pm", "piscines municipales"},
		{lakes, "le pm a dit", ""},
		{lakes, "le CV du nageur", ""},
		{lakes, "dans un CV", "clubs de voile"},
		{lakes, "à la PM du lac", "piscines municipales"},
		{lakes, "les P.M. du lac", "piscines municipales"},
		{lakes, "les p m du lac", "piscines municipales"},
		{lakes, "c'est p'", ""},
		{lakes, "ouvert le 5 pm", ""},
		{lakes, "QUEL EST LE TAUX PM ICI", ""},
		{lakes, "part des BS", ""}, // surveillées, sauvages or scolaires
		{lakes, "les CDV", "clubs de voile"},
		{lakes, "les CV", "clubs de voile"},
		{lakes, "les CP", "clubs de plongée"},
		{museums, "les MR", ""}, // ruraux, régionaux or de la région

		// Words cut off.
		{lakes, "pisc mun", "piscines municipales"},
		{lakes, "baign surv", "baignades surveillées"},
		{lakes, "baign s", "baignades"}, // one letter tells nothing
		{lakes, "bain", ""},             // is a word of its own
		{lakes, "les club plong", "clubs de plongée"},
		{lakes, "les bai sco", "baignades scolaires"},
		{museums, "mus rur", "musées ruraux"},
		{museums, "mus r", ""},
		{crafts, "les musées d'art", "musées"},
		{crafts, "mus artis", "musées d'artisanat"},
		{crafts, "les piscines de communauté", "piscines communales"}, // the noun that it has alone; "communauté" stays to be said
		{museums, "mus rég", ""},                                      // régionaux or de la région
		{museums, "cent communes", ""},
		{museums, "les camps", ""},

		// The second word alone, after an article, when one population has it.
		{lakes, "et les municipales ?", ""}, // an election: no other swimming pools to tell them from
		{lakes, "dans les surveillées", "baignades surveillées"},
		{lakes, "municipales", ""},
		{lakes, "la municipale", ""},
		{lakes, "les zones surveillées", ""},
		{lakes, "les voiles", ""}, // "clubs de voile": not an adjective
		{museums, "les rurales", ""},
		{museums, "les ruraux", "musées ruraux"},
		{clinics, "les ruraux", "cabinets dentaires ruraux"},
		{clinics, "les dentaires", ""}, // of both
		{clinics, "les mobiles", ""},   // clinics, or lorries
		{clinics, "chez les proprios", "propriétaires de camions"},
		{clinics, "cab dento ruraux", "cabinets dentaires ruraux"},
		{clinics, "les cabs dent", "cabinets dentaires"},

		{lakes, "combien de surveillées ont un phare ?", "baignades surveillées"},
		{lakes, "phares : surveillées vs sauvages", "baignades surveillées; baignades sauvages"},
		{lakes, "gratuites, surveillées", ""},
		{lakes, "surveillées", ""},
		{lakes, "en scolaire", "baignades scolaires"},
		{lakes, "à la scolaire", "baignades scolaires"},
		{lakes, "elles sont surveillées", ""},
		{lakes, "plages surveillées ou non", ""},

		// The noun said once for two.
		{lakes, "baignades surveillées ou sauvages", "baignades surveillées; baignades sauvages"},
		{lakes, "baignades surveillées/sauvages", "baignades surveillées; baignades sauvages"},
		{lakes, "piscines municipales et sauvages", "piscines municipales; baignades sauvages"}, // no swimming pool is wild
		{lakes, "baignades surveillées la nuit, sauvages", "baignades surveillées"},

		// What the definition calls them.
		{lakes, "les piscines de municipalité", "piscines municipales"},
		{lakes, "les baignades de rivière", "baignades"},

		// Sizes.
		{[]Naming{{Name: "grandes mares"}, {Name: "petites mares"}}, "les grosses mares", "grandes mares"},
		{[]Naming{{Name: "grandes mares"}, {Name: "grosses mares"}}, "les grosses mares", "grosses mares"},

		// Names that share letters, not words.
		{museums, "campings", ""},
		{museums, "les archives", ""},
		{museums, "les artistes", ""},
	} {
		l := New(nil, nil, nil).With(c.names).Called(c.names)
		var got []string
		for _, m := range l.Mentions(Words(c.text)) {
			got = append(got, l.Name(m.ID))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}

func TestShortNamesDependOnNoOrder(t *testing.T) {
	texts := []string{"les BS", "bain", "les MR", "mus rég", "les clubs", "les municipales", "musées d'art", "les jardins"}
	for _, names := range [][]Naming{lakes, museums} {
		forwards := New(nil, nil, nil).With(names)
		var reversed []Naming
		for i := range names {
			reversed = append(reversed, names[len(names)-1-i])
		}
		backwards := New(nil, nil, nil).With(reversed)
		for _, text := range texts {
			a, _ := forwards.Population(text)
			b, _ := backwards.Population(text)
			if strings.Join(a.Groups, " ") != strings.Join(b.Groups, " ") {
				t.Errorf("%q: %v, reversed %v", text, a.Groups, b.Groups)
			}
		}
	}
}

// The short names of an edition never take those that the lexicon has.
func TestShortNamesGiveWay(t *testing.T) {
	l := New([]Group{{ID: "commune", Names: []string{"communes", "ville"}}}, map[string]string{"CC": "commune"}, [][]string{{"intelligence artificielle", "IA"}}).
		With([]Naming{{Name: "clubs cyclistes"}, {Name: "instituts agricoles"}, {Name: "théâtres communes"}})
	for text, want := range map[string]string{
		"les CC": "commune", "l'IA": "", "les IA": "", "les communes": "commune",
	} {
		who, _ := l.Population(text)
		if got := strings.Join(who.Groups, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMembers(t *testing.T) {
	l := New([]Group{{ID: "entreprise", Names: []string{"entreprises", "société privée"}}}, nil, nil).
		With(append([]Naming{{Name: "entreprises de pêche"}, {Name: "entreprises du lac"}, {Name: "sociétés savantes"}}, lakes...))
	for text, want := range map[string]string{
		"les baignades":         "baignades surveillées, baignades sauvages, baignades scolaires",
		"les clubs":             "clubs de voile, clubs de plongée",
		"les entreprises":       "entreprises de pêche, entreprises du lac",
		"les piscines":          "",
		"baignades surveillées": "",
	} {
		who, _ := l.Population(text)
		var got []string
		for _, id := range who.Groups {
			for _, m := range l.Members(id) {
				got = append(got, l.Name(m))
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}
