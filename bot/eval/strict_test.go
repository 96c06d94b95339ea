package eval

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
	"constat/data/lexicon"
)

// Questions that no edition answers, whatever the indicator put in the place
// of "%": about other people, about another place, about who is for or against.
var unanswerable = []string{
	"% dans les hôpitaux ?", "% chez les agriculteurs ?", "% des musées", "% à l'étranger ?", "% en Allemagne ?", "% à Lyon ?",
	"quel pourcentage pour % dans l'armée ?", "qui est contre % ?", "qui est pour % ?", "les décideurs sont-ils contre % ?",
}

// TestStrict asks them of every indicator: an indicator is answered for its own
// population, or not at all.
func TestStrict(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for name, library := range map[string]*data.Library{"published": published, "bibliotheques": invented(t, "testdata/bibliotheques")} {
		t.Run(name, func(t *testing.T) {
			b, err := bot.New(library)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			asked := indicators(library)
			if len(asked) == 0 {
				t.Fatal("nothing asked")
			}
			for _, indicator := range asked {
				for _, pattern := range unanswerable {
					text := strings.Replace(pattern, "%", indicator, 1)
					if a := b.Handle(t.Context(), bot.Message{Text: text}); a.Kind == answer.Found {
						t.Errorf("%q: cites %s, says %q", text, a.Cited[0].ID(), firstLine(a.Text))
					}
				}
			}
		})
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// Whom people name otherwise than the edition does; the editions' name for
// them, or nothing where several could be meant.
var otherwise = map[string]map[string]string{
	"testdata/energie": {
		"usines de taille moyenne": "moyennes industries", "grosses usines": "", "petites fabriques (10 à 49 personnes)": "petites industries",
		"petites boîtes": "petites industries", "boîtes de 50 à 249 salariés": "moyennes industries", "boîtes de 20 à 249 salariés": "",
		"artisans": "ateliers artisanaux", "entreprises artisanales": "ateliers artisanaux", "coops": "coopératives de production",
		"usines": "", "industries": "", "entreprises": "", "petites coops": "", "structures": "", "salariés des ateliers": "",
	},
	"testdata/bibliotheques": {
		"structures rurales": "bibliothèques rurales", "établissements universitaires": "bibliothèques universitaires", "petites bibliothèques": "", "structures": "",
	},
	"testdata/velo": {
		"grosses boîtes": "grandes entreprises", "assos": "associations", "petites et moyennes entreprises": "PME", "petites boîtes": "", "boîtes": "",
		"employeurs privés": "", "grandes associations": "",
	},
}

// TestStrictNames asks every indicator of populations in other words: the
// figures are theirs, never those of a sibling or of a part of them.
func TestStrictNames(t *testing.T) {
	for folder, names := range otherwise {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			library := invented(t, folder)
			b, err := bot.New(library)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			found := 0
			for _, indicator := range indicators(library) {
				for said, name := range names {
					text := fmt.Sprintf("%s : quelle part des %s ?", indicator, said)
					a := b.Handle(t.Context(), bot.Message{Text: text})
					if a.Kind != answer.Found {
						continue
					}
					found++
					meant, _ := library.Lexicon.Population(name)
					for _, c := range a.Cited {
						f, _ := library.Finding(c.ID())
						if name == "" || library.Lexicon.Relate(meant, library.Whom(f)) != lexicon.Same {
							t.Errorf("%q: cites %s, of %s; meant are %q", text, f.ID, f.Population, name)
						}
					}
				}
			}
			if found == 0 {
				t.Error("nobody is answered for")
			}
		})
	}
}

// indicators returns what a library measures.
func indicators(l *data.Library) []string {
	var all []string
	for _, f := range l.Findings {
		if f.Indicator != "" && !slices.Contains(all, f.Indicator) {
			all = append(all, f.Indicator)
		}
	}
	return all
}
