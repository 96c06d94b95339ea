package lexicon

import (
	"strings"
	"testing"
)

var testKinds = []Kind{
	{Names: []string{"moulin", "minoterie"}, People: []string{"meunier"}},
	{Names: []string{"atelier artisanal", "entreprise artisanale"}, People: []string{"artisan"}},
	{Names: []string{"coopérative", "coop"}},
	{Names: []string{"dirigeant", "patron"}},
	{Names: []string{"entreprise", "boîte"}, Holds: []string{"moulin", "atelier", "coopérative", "commerce"}},
	{Names: []string{"structure", "établissement"}, Holds: []string{"entreprise", "moulin", "atelier", "coopérative", "commerce", "club", "lycée"}},
}

// Invented observatories: of flour, of clubs, of schools.
var (
	mills = []Naming{
		{Name: "petits moulins", Definition: "moulins de moins de dix salariés"},
		{Name: "moyens moulins", Definition: "moulins qui emploient de 10 à 49 salariés"},
		{Name: "ateliers artisanaux", Definition: "ateliers tenus par leur patron, dans une commune de moins de 900 habitants"},
		{Name: "coopératives de meunerie", Definition: "entreprises détenues par des agriculteurs"},
	}
	shops = []Naming{
		{Name: "petits commerces", Definition: "commerces de 1 à 9 salariés"},
		{Name: "petites coopératives", Definition: "coopératives de 1 à 9 salariés"},
		{Name: "coopératives rurales"},
	}
	towns = []Naming{
		{Name: "petites communes", Definition: "communes de moins de 3 500 habitants"},
		{Name: "grandes entreprises", Definition: "entreprises de 250 salariés et plus"},
		{Name: "clubs associatifs"},
		{Name: "lycées", Definition: "lycées publics de la région, avec internat"},
	}
)

func TestCalled(t *testing.T) {
	base := New([]Group{
		{ID: "commune", Names: []string{"communes", "ville"}},
		{ID: "entreprise", Names: []string{"entreprises"}},
		{ID: "decideur", Names: []string{"décideurs", "dirigeant"}, People: true, Respondent: true},
	}, nil, nil, "boîte à outils").AddKinds(testKinds).AddRelations([][]string{{"rural", "campagne"}, {"associatif", "association"}})
	for _, c := range []struct {
		names []Naming
		text  string
		want  string // names of the groups mentioned
	}{
		// Another noun, and the size in other words.
		{mills, "les petites minoteries", "petits moulins"},
		{mills, "moulins de taille moyenne", "moyens moulins"},
		{mills, "les minoteries moyennes", "moyens moulins"},
		{mills, "des boîtes de petite taille", "petits moulins"},
		{mills, "de petites structures", "petits moulins"},
		{mills, "les gros moulins", "moulins"},
		{mills, "les grosses boîtes", "entreprises"},
		{mills, "la boîte à outils des meuniers", "moulins"}, // of either size
		{mills, "les coops", "coopératives de meunerie"},
		{mills, "la structure du moulin", "moulins"},
		{mills, "les moulins", "moulins"},
		{mills, "les minoteries", "moulins"},
		{mills, "une moyenne de dix ans", ""},
		{mills, "les petites lignes", ""},
		{shops, "les petites boîtes", "entreprises"}, // shops or cooperatives
		{shops, "les coopératives", "coopératives"},  // the small ones or the rural ones
		{shops, "les petites coop", "petites coopératives"},
		{towns, "les grosses boîtes", "grandes entreprises"},
		{towns, "les entreprises de grande taille", "grandes entreprises"},
		{towns, "les petites villes", "petites communes"},
		{towns, "les petites boîtes", "entreprises"},

		// The adjective alone, where it tells one from others.
		{mills, "et les petits ?", "petits moulins"},
		{mills, "chez les moyens, en 2020", "moyens moulins"},
		{mills, "les petits et moyens moulins", "petits moulins; moyens moulins"},
		{mills, "les petits frères", ""},
		{towns, "et les grandes ?", ""}, // of nothing else

		// Who runs them.
		{mills, "combien d'artisans", "ateliers artisanaux"},
		{mills, "les entreprises artisanales", "ateliers artisanaux"},
		{mills, "les boîtes artisanales", "ateliers artisanaux"},
		{mills, "les patrons de petits moulins", "décideurs; petits moulins"},
		{mills, "boîtes de meunerie", "entreprises"}, // the noun tells them apart
		{mills, "artisanat", ""},

		// In the words of the definition.
		{towns, "les lycées publics", "lycées"},
		{towns, "les lycées privés", "lycées"}, // "privés" stays to be said
		{towns, "les structures associatives", "clubs associatifs"},

		// By a noun for the adjective.
		{shops, "les coopératives de la campagne", "coopératives rurales"},
		{shops, "la campagne des coopératives", "coopératives"},
		{towns, "clubs d'association", "clubs associatifs"},
		{towns, "associations de clubs", "clubs associatifs"}, // "associations" stays to be said

		// By the size that the definition bounds.
		{mills, "moulins de moins de 10 salariés", "petits moulins"},
		{mills, "moulins employant entre 10 et 49 personnes", "moyens moulins"},
		{mills, "minoteries (10-49 salariés)", "moyens moulins"},
		{mills, "petits moulins de moins de dix salariés", "petits moulins"},
		{mills, "petits moulins de 10 à 49 salariés", "petits moulins"}, // contradicts itself: the size stays to be said
		{mills, "moulins de moins de 20 salariés", "moulins"},
		{mills, "ateliers de moins de dix salariés", "ateliers artisanaux"},
		{mills, "ateliers d'une commune de moins de 900 habitants", "ateliers artisanaux; communes"},
		{mills, "moulins qui recrutent 10 à 49 personnes", "moulins"},
		{shops, "commerces de 1 à 9 salariés", "petits commerces"},
		{towns, "communes de moins de 3 500 habitants", "petites communes"},
		{towns, "villes de moins de 3 500 habitants", "petites communes"},
		{towns, "communes de moins de 3 600 habitants", "communes"},
		{towns, "boîtes de 250 salariés et plus", "grandes entreprises"},
	} {
		l := base.With(c.names).Called(c.names)
		var got []string
		for _, m := range l.Mentions(Words(c.text)) {
			got = append(got, l.Name(m.ID))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: %q, want %q", c.text, s, c.want)
		}
	}
}

// What a size says is part of the name only where the definition bounds it so.
func TestClassIsCovered(t *testing.T) {
	l := New([]Group{{ID: "commune", Names: []string{"communes"}}}, nil, nil).With(towns).Called(towns)
	for text, want := range map[string]Size{
		"communes de moins de 3 500 habitants": {},
		"communes de moins de 3 600 habitants": {High: 3600},
	} {
		if who, _ := l.Population(text); who.Size != want {
			t.Errorf("%q: %v, want %v", text, who.Size, want)
		}
	}
}
