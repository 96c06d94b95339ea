package bot

import (
	"strings"
	"testing"

	"constat/bot/answer"
)

// TestHelp asks about the bot itself, as people do: nothing is cited, no
// figure is told, and three questions are shown that do work.
func TestHelp(t *testing.T) {
	for name, b := range libraries(t) {
		for said, opens := range map[string]string{
			"bonjour": "Bonjour. ", "Bonjour !": "Bonjour. ", "salut": "Bonjour. ", "aide": "Je réponds", "help": "Je réponds", "tu fais quoi ?": "Je réponds",
			"qui es-tu ?": "Je réponds", "à quoi ça sert ?": "Je réponds", "merci": "Je vous en prie", "merci beaucoup, au revoir": "Je vous en prie",
			"de quoi parles-tu ?": "Je réponds sur", "quels sujets ?": "Je réponds sur", "sur quoi puis-je t'interroger ?": "Je réponds sur",
			"quelles éditions ?": "Les études disponibles", "quelles sont les études disponibles ?": "Les études disponibles", "quelles années ?": "Les études disponibles",
		} {
			a := b.Handle(t.Context(), Message{Text: said})
			if a.Kind != answer.Notice || len(a.Cited) > 0 || figures(a.Text) != "" || !strings.HasPrefix(a.Text, opens) {
				t.Errorf("%s: %q is answered by %s:\n%s", name, said, a.Kind, a.Text)
			}
		}
	}
}

// TestExamples asks the questions of the greeting, on the embedded editions and
// on the invented ones.
func TestExamples(t *testing.T) {
	for name, b := range libraries(t) {
		a := b.Handle(t.Context(), Message{Text: "bonjour"})
		asked := 0
		for _, g := range a.View().Groups {
			for _, line := range g.Lines {
				if g.Plain {
					continue
				}
				asked++
				if got := b.Handle(t.Context(), Message{Text: line}); got.Kind != answer.Found {
					t.Errorf("%s: the example %q is answered by %s:\n%s", name, line, got.Kind, got.Text)
				}
			}
		}
		if asked != maxExamples {
			t.Errorf("%s: %d examples in:\n%s", name, asked, a.Text)
		}
		for _, c := range a.FollowUps {
			typed, clicked := b.Handle(t.Context(), Message{Text: c.Label}), b.Handle(t.Context(), Message{State: c.State})
			if typed.Text != clicked.Text {
				t.Errorf("%s: the button %q says\n%s\nand the question\n%s", name, c.Label, clicked.Text, typed.Text)
			}
		}
		if len(a.FollowUps) == 0 {
			t.Errorf("%s: no example is a button", name)
		}
	}
}

// TestMeanings asks what populations are: an edition's definition is found,
// with its source; else the bot says what it knows of the word.
func TestMeanings(t *testing.T) {
	all := libraries(t)
	for _, test := range []struct{ library, said, cites, says string }{
		{"published", "c'est quoi une collectivité locale ?", "edition:competences-numeriques:2014", "Collectivités locales : communes, intercommunalités"},
		{"published", "c'est quoi une intercommunalité ?", "", "Fait partie de : collectivités locales"},
		{"published", "qu'est-ce qu'un EPCI ?", "", "ne définit cette population (intercommunalités)"},
		{"published", "que veut dire comcom ?", "", "communautés de communes"},
		{"jardins", "qu'est-ce qu'un jardin partagé ?", "edition:jardins:2021", "Jardins partagés : jardins cultivés par plusieurs foyers"},
		{"veterinaires", "définition de refuge ?", "edition:veterinaires-brumelie:2023", "Refuges : refuges et fourrières"},
		{"published", "c'est quoi l'open data ?", "-", ""},                                // no population
		{"published", "c'est quoi le budget informatique d'une commune ?", "-", ""},       // not the population alone
		{"published", "qu'est-ce que les communes ont adopté comme stratégie ?", "-", ""}, // a question about them
	} {
		a := all[test.library].Handle(t.Context(), Message{Text: test.said})
		cites := ""
		if len(a.Cited) > 0 {
			cites = a.Cited[0].ID()
		}
		if test.cites == "-" {
			if a.Kind == answer.Notice || strings.HasPrefix(cites, "edition:") {
				t.Errorf("%q was taken for a definition:\n%s", test.said, a.Text)
			}
			continue
		}
		if cites != test.cites || !strings.Contains(strings.ReplaceAll(a.Text, "\u00a0", " "), test.says) || figures(a.Text) != "" {
			t.Errorf("%q cites %q:\n%s", test.said, cites, a.Text)
		}
	}
}
