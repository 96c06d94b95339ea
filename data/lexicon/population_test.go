package lexicon

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func testLexicon() *Lexicon {
	return New([]Group{
		{ID: "collectivite", Names: []string{"collectivités locales", "collectivité", "collectivité territoriale"}},
		{ID: "commune", Names: []string{"communes", "mairie", "ville"}, Parents: []string{"collectivite"}},
		{ID: "rurale", Names: []string{"communes rurales", "petite commune"}, Parents: []string{"commune"}},
		{ID: "interco", Names: []string{"intercommunalités", "interco", "EPCI", "communauté"}, Parents: []string{"collectivite"}},
		{ID: "agglo", Names: []string{"communautés d'agglomération", "agglo"}, Parents: []string{"interco"}},
		{ID: "comcom", Names: []string{"communautés de communes", "com com"}, Parents: []string{"interco"}},
		{ID: "direction", Names: []string{"directions", "service"}},
		{ID: "repondant", Names: []string{"répondants", "interrogé", "interrogée"}, People: true, Respondent: true, Anyone: true},
		{ID: "decideur", Names: []string{"décideurs"}, People: true, Respondent: true},
		{ID: "dsi", Names: []string{"DSI"}, Parents: []string{"decideur"}, People: true, Respondent: true},
		{ID: "elu", Names: []string{"élus"}, People: true},
		{ID: "maire", Names: []string{"maires"}, Parents: []string{"elu"}, People: true},
		{ID: "habitant", Names: []string{"habitants", "citoyen", "les Français"}, People: true},
	}, map[string]string{"CC": "comcom", "CA": "agglo"},
		[][]string{
			{"ouverture des données", "open data", "données ouvertes"},
			{"ville intelligente", "smart city"},
			{"systèmes d'information", "SI"},
			{"direction des systèmes d'information", "direction informatique"},
		}, "centre-ville")
}

func TestMentions(t *testing.T) {
	l := testLexicon()
	for text, want := range map[string]string{
		"part des communes":                     "commune:communes",
		"PART DES COMMUNES":                     "commune:COMMUNES",
		"les élus":                              "elu:élus",
		"les elus":                              "elu:elus",
		"collectivités locales":                 "collectivite:collectivités locales",
		"collectivité":                          "collectivite:collectivité",
		"communautés d'agglomération":           "agglo:communautés d'agglomération",
		"communautes d agglomeration":           "agglo:communautes d agglomeration",
		"communauté agglomération":              "agglo:communauté agglomération",
		"communautés de communes":               "comcom:communautés de communes",
		"les com com":                           "comcom:com com",
		"communauté et communes":                "interco:communauté; commune:communes",
		"petites communes rurales":              "rurale:petites communes",
		"décideurs de collectivités interrogés": "decideur:décideurs; collectivite:collectivités; repondant:interrogés",
		"interco, EPCI et agglos":               "interco:interco; interco:EPCI; agglo:agglos",
		"les CC":                                "comcom:CC",
		"les cc et les ca":                      "comcom:cc; agglo:ca",
		"une CC":                                "comcom:CC",
		"CC":                                    "comcom:CC",
		"CC ET CA":                              "comcom:CC; agglo:CA",
		"quel taux dans les CA ?":               "agglo:CA",
		"les Français":                          "habitant:les Français",

		"":                                 "",
		"ca existait":                      "",
		"ça existe":                        "",
		"cc, quel taux ?":                  "",
		"CA EXISTE DANS QUELLE PROPORTION": "",
		"ÇA":                               "",
		"projets de ville intelligente":    "",
		"le centre-ville":                  "",
		"la direction des systèmes d'information": "",
		"départements français":                   "",
		"communal":                                "",
		"élue":                                    "",
		"agglomérer":                              "",
		"communauté de la la la communes":         "interco:communauté; commune:communes",
	} {
		words := Words(text)
		var got []string
		for _, m := range l.Mentions(words) {
			got = append(got, m.ID+":"+spanned(text, [2]int{m.Start, m.End}))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

func TestPopulation(t *testing.T) {
	l := testLexicon()
	for text, want := range map[string]string{
		"collectivités locales":                                                "collectivite",
		"décideurs de collectivités locales interrogés":                        "collectivite decideur repondant",
		"collectivités interrogées":                                            "collectivite repondant",
		"communes et intercommunalités":                                        "commune interco",
		"communes de moins de 3 500 habitants":                                 "commune 0-3500",
		"communes de 10 000 à 50 000 habitants":                                "commune 10000-50000",
		"DSI de collectivités les plus averties":                               "collectivite dsi",
		"directions (hors DSI)":                                                "direction",
		"services en contact direct avec les citoyens":                         "direction",
		"services au contact des citoyens":                                     "direction",
		"services en contact direct et régulier avec des élus et des citoyens": "direction",
		"élus des communes":                                                    "commune elu",
		"jardiniers":                                                           "",
		"de plus de 10 000 habitants":                                          "",
		"":                                                                     "",
	} {
		who, ok := l.Population(text)
		got := strings.Join(who.Groups, " ")
		if ok && who.Size != (Size{}) {
			got += fmt.Sprintf(" %v-%v", who.Size.Low, who.Size.High)
		}
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestRelate(t *testing.T) {
	l := testLexicon()
	for _, c := range []struct {
		asked, published string
		want             Relation
	}{
		{"", "communes", Same},
		{"", "élus", Same},
		{"", "", Same},
		{"communes", "communes", Same},
		{"communes et interco", "interco et communes", Same},
		{"collectivités", "décideurs de collectivités interrogés", Same},
		{"collectivités", "DSI de collectivités", Same},
		{"décideurs", "décideurs interrogés", Same},
		{"décideurs", "décideurs de collectivités interrogés", Same},
		{"répondants", "décideurs de collectivités", Same},
		{"collectivités interrogées", "collectivités", Same},

		{"collectivités", "communes", Near},
		{"communes", "collectivités", Near},
		{"collectivités", "communes rurales", Near},
		{"interco", "communautés de communes", Near},
		{"collectivités", "communes et interco", Near},
		{"décideurs", "DSI", Near},
		{"DSI", "décideurs", Near},
		{"élus", "maires", Near},
		{"décideurs de collectivités", "collectivités", Near},
		{"communes", "communes de moins de 3 500 habitants", Near},
		{"communes de moins de 3 500 habitants", "communes", Near},
		{"communes de moins de 2 000 habitants", "communes de moins de 3 500 habitants", Near},

		{"communes", "interco", Other},
		{"communautés de communes", "communautés d'agglomération", Other},
		{"collectivités", "élus", Other},
		{"collectivités", "élus de collectivités", Other},
		{"collectivités", "habitants", Other},
		{"élus", "DSI", Other},
		{"communes", "directions", Other},
		{"communes", "", Other},
		{"répondants", "élus", Other},
	} {
		asked, _ := l.Population(c.asked)
		published, _ := l.Population(c.published)
		if got := l.Relate(asked, published); got != c.want {
			t.Errorf("asked %q, published %q: %d, want %d", c.asked, c.published, got, c.want)
		}
	}
}

func TestRelateWithinACircle(t *testing.T) {
	l := New([]Group{{ID: "a", Parents: []string{"b"}}, {ID: "b", Parents: []string{"a"}}, {ID: "c", Parents: []string{"nobody"}}}, nil, nil)
	if got := l.Relate(Population{Groups: []string{"a"}}, Population{Groups: []string{"c"}}); got != Other {
		t.Errorf("%d, want %d", got, Other)
	}
}

func TestOrganisationsAndPeople(t *testing.T) {
	l := testLexicon()
	who, _ := l.Population("décideurs de communes et élus interrogés")
	if diff := cmp.Diff([]string{"commune"}, l.Organisations(who)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"decideur", "elu", "repondant"}, l.PeopleOf(who).Groups); diff != "" {
		t.Error(diff)
	}
	for text, want := range map[string]bool{
		"décideurs interrogés": true, "répondants": true, "DSI": true,
		"élus": false, "décideurs et élus": false, "décideurs de communes": false, "communes": false, "": false,
	} {
		who, _ := l.Population(text)
		if got := l.OnlyRespondents(who); got != want {
			t.Errorf("OnlyRespondents(%q) = %v", text, got)
		}
	}
}

func BenchmarkMentions(b *testing.B) {
	l, words := testLexicon(), Words(benchmarkQuestion)
	for b.Loop() {
		l.Mentions(words)
	}
}
