package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"Élus":                  "elus",
		"ÉLUS":                  "elus",
		"cœur":                  "coeur",
		"ŒUVRE":                 "oeuvre",
		"ex æquo":               "ex aequo",
		"ÇA":                    "ca",
		"à Noël, où ?":          "a noel, ou ?",
		"l’édition":             "l'edition",
		"l‘édition":             "l'edition",
		"l`edition":             "l'edition",
		"l´edition":             "l'edition",
		"lʼédition":             "l'edition",
		"2014–2016":             "2014-2016",
		"open—data":             "open-data",
		"peut‑être":             "peut-etre",
		"34\u00a0935":           "34 935",
		"34\u202f935":           "34 935",
		"34\u2009935 %":         "34 935 %",
		"un\ttexte\nlong":       "un texte long",
		"collec\u00adtivités":   "collectivites",
		"sans\u200b espace":     "sans espace",
		"e\u0301lu":             "elu",
		"ﬁnances":               "finances",
		"２０１５":                  "2015",
		"26ᵉ":                   "26e",
		"mal\xffforme":          "mal forme",
		"\u0149":                "'n",
		"naïveté, maïs, Pâques": "naivete, mais, paques",
		"GÎTE ET ÎLE AIGUË":     "gite et ile aigue",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldTwiceChangesNothing(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		if once := Fold(string(r)); Fold(once) != once {
			t.Errorf("%U folds to %q, then to %q", r, once, Fold(once))
		}
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		" ?! … ":                 "",
		"n'ont pas":              "n ont pas",
		"n’ont pas":              "n ont pas",
		"n ont pas":              "n ont pas",
		"l'élu":                  "l elu",
		"L'ÉDITION":              "l edition",
		"aujourd'hui":            "aujourd hui",
		"a-t-elle":               "a t elle",
		"ex-æquo":                "ex aequo",
		"co-construire":          "coconstruire",
		"la CO‑CONCEPTION":       "la coconception",
		"télé-\ntravail":         "tele travail",
		"vidéo/audio":            "video audio",
		"pré vert":               "pre vert",
		"rendez-vous":            "rendez vous",
		"44 %":                   "44 %",
		"44%":                    "44 %",
		"44,5 %":                 "44.5 %",
		"44.5":                   "44.5",
		"34 935":                 "34935",
		"34\u202f935 habitants":  "34935 habitants",
		"34.935":                 "34935",
		"1 234 567,8":            "1234567.8",
		"12 000":                 "12000",
		"2015 100":               "2015 100",
		"en 2014 100 décideurs":  "en 2014 100 decideurs",
		"44\n100":                "44 100",
		"3 5000":                 "3 5000",
		"10 20":                  "10 20",
		"26e congrès":            "26e congres",
		"1er juillet":            "1er juillet",
		"2G, 4G":                 "2g 4g",
		"n°1":                    "n 1",
		"nº1":                    "n 1",
		"06.07.2016":             "06.07 2016",
		"7/06/2016":              "7 06 2016",
		"2014-2016":              "2014 2016",
		"PES V2":                 "pes v2",
		"c'est-à-dire":           "c est a dire",
		"collec\u00adtivités":    "collectivites",
		"col\u200blectif\u200b ": "collectif",
		"cb ont pas de strat ?":  "cb ont pas de strat",
		"data_2015":              "data 2015",
		"@constat #open":         "constat open",
		"e\u0301lus":             "elus",
		"\u0301":                 "",
		"a\xff\xfeb":             "a b",
		"2,5 millions d'€":       "2.5 millions d",
		"１２３":                    "123",
		"DSI+métiers":            "dsi metiers",
	} {
		if got := strings.Join(texts(Words(in)), " "); got != want {
			t.Errorf("Words(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWordsStandInTheText(t *testing.T) {
	const text = "L’Élu : 34\u202f935 hab. à la CC, peut-être ; ÇA, DSI/métiers"
	var got []string
	for _, w := range Words(text) {
		typed := text[w.Start:w.End]
		if w.Capitals {
			typed += "^"
		}
		if w.Accents {
			typed += "´"
		}
		if w.Joined {
			typed = "-" + typed
		}
		got = append(got, typed)
	}
	want := []string{"L", "Élu´", "34\u202f935", "hab", "à´", "la", "CC^", "peut", "-être´", "ÇA^´", "DSI^", "-métiers´"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSingular(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "s": "s", "les": "les", "des": "des", "dsi": "dsi", "pas": "pas",
		"communes": "commune", "elus": "elu", "epci": "epci", "regions": "region", "collectivites": "collectivite",
		"departementaux": "departemental", "municipaux": "municipal", "reseaux": "reseau", "niveaux": "niveau", "eaux": "eau",
		"noyaux": "noyau", "travaux": "travail", "vitraux": "vitrail", "jeux": "jeu", "lieux": "lieu", "choix": "choix", "prix": "prix",
		"process": "process", "business": "business", "acces": "acce", "nombreux": "nombreu", "donnees": "donnee", "metiers": "metier",
		"2015": "2015", "44.5": "44.5",
	} {
		if got := Singular(in); got != want {
			t.Errorf("Singular(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if once := Fold(text); Fold(once) != once {
			t.Errorf("folded twice: %q, %q", once, Fold(once))
		}
		end := 0
		for _, w := range Words(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%+v after %d in %d bytes", w, end, len(text))
			}
			end = w.End
			if w.Text == "" || strings.ContainsAny(w.Text, " '-") || Fold(w.Text) != w.Text {
				t.Errorf("%q is not folded", w.Text)
			}
			if s := Singular(w.Text); len(s) > len(w.Text) {
				t.Errorf("%q is longer than %q", s, w.Text)
			}
		}
	})
}

// seeds are texts as people type them.
var seeds = []string{
	"", " ", "?", "%", "d", "n", "a", "44 % des communes n'ont pas de stratégie d'ici à 2017",
	"combien d intercomunalites ont une strategie numerique transversale", "Communes de moins de 3 500 habitants, 2014-2016",
	"entre 10 000 et 50 000 hab", "la 2e et la 3e édition", "sans celles qui le prévoient", "pas-de-calais", "non équipés",
	"CA ET CC SANS ÇA", "un million d'habitants et plus", "10k habitants", "à l'horizon de la fin de l'année 2017",
	"mise en place de", "comptent s'y mettre", "e\u0301\u200b\u00ad\xff", "１２ ３４５", "d'ici", "jusqu'en", "habitants", "édition n° 2",
}

func BenchmarkWords(b *testing.B) {
	for b.Loop() {
		Words(benchmarkQuestion)
	}
}

const benchmarkQuestion = "Quel pourcentage des communautés d'agglomération de plus de 50 000 habitants prévoient d'adopter une stratégie numérique transversale d'ici à 2017 ?"
