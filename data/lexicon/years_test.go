package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

func TestYears(t *testing.T) {
	roles := map[YearRole]string{At: "", By: "≤", Since: "≥", Until: "<"}
	for text, want := range map[string]string{
		"en 2015":                           "2015 [en 2015]",
		"2015 ?":                            "2015 [2015]",
		"édition 2015":                      "2015 [2015]",
		"l edition de 2015":                 "2015 [de 2015]",
		"open data 2015, part déjà engagée": "2015 [2015]",
		"stratégie 2015 interco":            "2015 [2015]",
		"stratégie 2015 intercommunalités":  "2015 [2015]",
		"14 et 15 juin 2016":                "2016 [2016]",
		"2014 puis 2015":                    "2014 [2014]; 2015 [2015]",
		"en 2014 et en 2016":                "2014 [en 2014]; 2016 [en 2016]",
		"2014 et 2016":                      "2014 [2014]; 2016 [2016]",
		"de 2014 et 2016":                   "2014 [de 2014]; 2016 [2016]",
		"2014, 2015 et 2016":                "2014 [2014]; 2015 [2015]; 2016 [2016]",
		"2016-2014":                         "2016 [2016]; 2014 [2014]",
		"baromètre 2014-2016":               "2014-2016 [2014-2016]",
		"2014–2016":                         "2014-2016 [2014–2016]",
		"2014/2016":                         "2014-2016 [2014/2016]",
		"entre 2014 et 2016":                "2014-2016 [entre 2014 et 2016]",
		"de 2014 à 2016":                    "2014-2016 [de 2014 à 2016]",
		"de 2014 a 2016":                    "2014-2016 [de 2014 a 2016]",
		"période 2014 à 2016":               "2014-2016 [2014 à 2016]",
		"d'ici 2017":                        "≤2017 [d'ici 2017]",
		"d ici 2017":                        "≤2017 [d ici 2017]",
		"d'ici à 2017":                      "≤2017 [d'ici à 2017]",
		"ici 2017":                          "≤2017 [ici 2017]",
		"d'ici fin 2017":                    "≤2017 [d'ici fin 2017]",
		"d'ici à la fin de l'année 2017":    "≤2017 [d'ici à la fin de l'année 2017]",
		"d'ici mai 2018":                    "≤2018 [d'ici mai 2018]",
		"d'ici au 25 mai 2018":              "≤2018 [d'ici au 25 mai 2018]",
		"à l'horizon 2017":                  "≤2017 [l'horizon 2017]",
		"A L HORIZON 2017":                  "≤2017 [L HORIZON 2017]",
		"horizon de 2017":                   "≤2017 [horizon de 2017]",
		"depuis 2012":                       "≥2012 [depuis 2012]",
		"depuis l'édition 2014":             "≥2014 [depuis l'édition 2014]",
		"à partir de 2014":                  "≥2014 [partir de 2014]",
		"dès 2014":                          "≥2014 [dès 2014]",
		"avant 2010":                        "<2010 [avant 2010]",
		"avant fin 2016":                    "<2016 [avant fin 2016]",
		"avant la fin de l'année 2016":      "<2016 [avant la fin de l'année 2016]",
		"jusqu'en 2016":                     "<2016 [jusqu'en 2016]",
		"jusqu en 2016":                     "<2016 [jusqu en 2016]",
		"jusqu'à fin 2016":                  "<2016 [jusqu'à fin 2016]",
		"juin 2015":                         "2015 [2015]",
		"06/2015":                           "2015 [2015]",
		"prévu pour 2017":                   "2017 [pour 2017]",
		"la stratégie avant tout en 2015":   "2015 [en 2015]",
		"en 2015 les communes":              "2015 [en 2015]",

		"":                        "",
		"34 935":                  "",
		"12 000":                  "",
		"2 015":                   "",
		"2015,5":                  "",
		"2015e":                   "",
		"1815":                    "",
		"2150":                    "",
		"2015 habitants":          "",
		"moins de 2000 habitants": "",
		"2015 %":                  "",
		"2015 euros":              "",
		"2000 milliards":          "",
		"les 2000 agents":         "",
		"plus de 2000 communes":   "",
		"environ 2000 décideurs":  "",
		"plus de 150":             "",
		"01 23 45 67 89":          "",
	} {
		var got []string
		for _, y := range Years(Words(text)) {
			s := fmt.Sprint(y.First)
			if y.Last != y.First {
				s += fmt.Sprint("-", y.Last)
			}
			got = append(got, roles[y.Role]+s+" ["+spanned(text, [2]int{y.Start, y.End})+"]")
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %s, want %s", text, s, want)
		}
	}
}

func TestEditionRank(t *testing.T) {
	for text, want := range map[string]struct {
		rank int
		said string
	}{
		"la première édition":            {1, "première édition"},
		"la toute premiere edition":      {1, "premiere edition"},
		"LA DEUXIÈME ÉDITION":            {2, "DEUXIÈME ÉDITION"},
		"la seconde enquête":             {2, "seconde enquête"},
		"2e édition":                     {2, "2e édition"},
		"la 2ème edition":                {2, "2ème edition"},
		"1ère étude":                     {1, "1ère étude"},
		"1re édition":                    {1, "1re édition"},
		"le 1er baromètre":               {1, "1er baromètre"},
		"la 2nde édition":                {2, "2nde édition"},
		"troisième édition de l'enquête": {3, "troisième édition"},
		"la 12e édition":                 {12, "12e édition"},
		"douzième observatoire":          {12, "douzième observatoire"},
		"édition n° 2":                   {2, "édition n° 2"},
		"édition numéro 3":               {3, "édition numéro 3"},
		"la dernière édition":            {Latest, "dernière édition"},
		"derniere enquete":               {Latest, "derniere enquete"},
		"le dernier baromètre":           {Latest, "dernier baromètre"},
		"l'édition la plus récente":      {Latest, "édition la plus récente"},
		"la plus récente édition":        {Latest, "plus récente édition"},

		"":                                   {},
		"édition":                            {},
		"l'édition 2015":                     {},
		"les deux premières éditions":        {},
		"la première et la deuxième édition": {},
		"2e et 3e édition":                   {},
		"ces dernières années":               {},
		"la dernière année":                  {},
		"la première place":                  {},
		"26e congrès":                        {},
		"100e édition":                       {},
		"édition n° 2015":                    {},
		"un premier résultat":                {},
		"premier, l'édition":                 {},
	} {
		rank, span := EditionRank(Words(text))
		if said := spanned(text, span); rank != want.rank || said != want.said {
			t.Errorf("%q: %d by %q, want %d by %q", text, rank, said, want.rank, want.said)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for word, want := range map[string]int{
		"premier": 1, "premiere": 1, "second": 2, "deuxieme": 2, "dixieme": 10, "vingtieme": 20, "1er": 1, "2e": 2, "3eme": 3, "4ieme": 4,
		"": 0, "deux": 0, "2": 0, "2g": 0, "0e": 0, "100e": 0, "premieres": 0, "dernier": 0, "99999999999999999999e": 0,
	} {
		if n, ok := Ordinal(word); n != want || ok != (want > 0) {
			t.Errorf("Ordinal(%q) = %d, %v, want %d", word, n, ok, want)
		}
	}
}
