package data_test

import (
	"slices"
	"testing"

	"constat/data"
	"constat/data/lexicon"
)

// readAs is the stage that a finding of a status may be read as; the statuses
// that are not here say nothing of what is done or planned.
var readAs = map[data.Status]lexicon.Stage{
	data.Adopted:          lexicon.Adopted,
	data.UnderWay:         lexicon.UnderWay,
	data.Planned:          lexicon.Planned,
	data.AdoptedOrPlanned: lexicon.Adopted | lexicon.Planned,
}

// The words of published findings are those that people take up in their
// questions: read as another stage, they would set the finding aside.
func TestPublishedStagesAreNeverReadAsOthers(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	counted, read := 0, 0
	for _, f := range l.Findings {
		want, ok := readAs[f.Status]
		if !ok {
			continue
		}
		counted++
		got, _ := lexicon.Stages(lexicon.Words(f.Statement))
		switch {
		case got == want:
			read++
		case got != 0:
			t.Errorf("%s (%s) is read as stage %b: %s", f.ID, f.Status, got, f.Statement)
		}
	}
	t.Logf("%d of %d statements with a stage say it", read, counted)
	if read*2 < counted {
		t.Errorf("only %d of %d statements with a stage are read", read, counted)
	}
}

// An edition's own population must be understood, and none of its findings'.
func TestPublishedPopulationsAreKnown(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range l.Findings {
		if f.Population != "" && len(f.Who.Groups) == 0 {
			t.Errorf("%s: nobody is read in %q", f.ID, f.Population)
		}
		if slices.Contains(f.Who.Groups, "habitant") && len(f.Who.Groups) > 1 {
			t.Errorf("%s: inhabitants stand in %q: %v", f.ID, f.Population, f.Who.Groups)
		}
	}
}

// How people name the populations of the published lexicon, and what only
// looks like a population.
func TestPublishedLexiconNames(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"collectivites territoriales":              {"collectivite"},
		"les mairies":                              {"commune"},
		"les interco":                              {"intercommunalite"},
		"EPCI":                                     {"intercommunalite"},
		"communautés de communes":                  {"communaute-de-communes"},
		"les agglos":                               {"communaute-d-agglomeration"},
		"grandes collectivités":                    {"grande-collectivite"},
		"petites communes":                         {"commune-rurale"},
		"conseils départementaux":                  {"departement"},
		"départements français":                    {"departement"},
		"collectivités interrogées":                {"collectivite", "repondant"},
		"administrations d'État":                   {"etat"},
		"fonctionnaires territoriaux":              {"agent"},
		"directeurs généraux des services":         {"dgs"},
		"les Français":                             {"habitant"},
		"projets de ville intelligente":            nil,
		"politique de la ville":                    nil,
		"dématérialisation de l'état civil":        nil,
		"état des lieux":                           nil,
		"agents conversationnels":                  nil,
		"services en ligne":                        nil,
		"relation avec les usagers":                nil,
		"direction générale":                       nil,
		"directions des ressources humaines":       nil,
		"sécurité des systèmes d'information":      nil,
		"la strategie des departements et regions": {"departement", "region"},
	} {
		var got []string
		for _, m := range l.Lexicon.Mentions(lexicon.Words(text)) {
			if !slices.Contains(got, m.ID) {
				got = append(got, m.ID)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
