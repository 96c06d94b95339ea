package question

import (
	"slices"
	"strings"
	"testing"
)

// TestSides reads messages that ask for several things at once; each side is
// written as its frame.
func TestSides(t *testing.T) {
	r := reader(t)
	for _, test := range []struct {
		said  string
		sides []string
	}{
		// Populations.
		{"compost : les jardins partagés ou les jardiniers amateurs ?", []string{"subject: compost; who: jardins-partages", "subject: compost; who: jardiniers-amateurs"}},
		{"compost : les jardiniers amateurs ou les jardins partagés ?", []string{"subject: compost; who: jardiniers-amateurs", "subject: compost; who: jardins-partages"}},
		{"compost des jardins partagés vs jardiniers en 2023", []string{"subject: compost; who: jardins-partages; years: 2023", "subject: compost; who: jardiniers-amateurs; years: 2023"}},
		{"quelle part des communes et des départements prêtent un terrain ?", []string{"wants: share; subject: pretent terrain; who: commune", "wants: share; subject: pretent terrain; who: departement"}},
		{"compare le compost des jardiniers amateurs et celui des jardins partagés", []string{"subject: compost; who: jardiniers-amateurs", "subject: compost; who: jardins-partages"}},
		// A population of several words is one, and so is one that is named twice.
		{"quelle part des gérants de jardins partagés arrosent ?", nil},
		{"les communes prêtent-elles un terrain aux jardins partagés ?", nil},
		{"part des communes, oui des communes, qui prêtent un terrain", nil},
		{"les jardiniers amateurs, les jardins partagés", nil}, // of which nothing is asked

		// Stages.
		{"combien de jardins partagés ont un compost et combien le prévoient ?", []string{"wants: number; subject: compost; who: jardins-partages; stage: adopté", "wants: number; subject: compost; who: jardins-partages; stage: prévu"}},
		{"compost, les deux chiffres : celles qui l'ont et celles qui le prévoient", []string{"wants: number; subject: compost; stage: adopté", "wants: number; subject: compost; stage: prévu"}},
		{"combien ont un compost ou le prévoient ?", nil},

		// Things.
		{"arrosage d'un côté, compost de l'autre, quels pourcentages ?", []string{"wants: share; subject: arrosage", "wants: share; subject: compost"}},
		{"légumes semés : combien de radis, combien de courgettes ?", []string{"wants: number; noun: radi; subject: legumes semes radis", "wants: number; noun: courgette; subject: legumes semes courgettes"}},
		{"arrosage contre compost dans les jardins partagés", []string{"subject: arrosage; who: jardins-partages", "subject: compost; who: jardins-partages"}},
		{"semis de radis et semis de courgettes, les deux", []string{"subject: semis radis", "subject: semis courgettes"}},
		{"les communes misent-elles plus sur le compost ou sur l'arrosage ?", []string{"subject: misent compost; who: commune", "subject: misent arrosage; who: commune"}},
		{"en 2023 : compost, arrosage, semis, je voudrais les trois pourcentages", []string{"wants: share; subject: compost; years: 2023", "wants: share; subject: arrosage; years: 2023", "wants: share; subject: semis; years: 2023"}},
		{"compost : nombreux en 2021 ? et d'ici 2026, ça bouge ?", []string{"subject: compost; years: 2021", "subject: compost; years: 2021; horizon: 2026; stage: prévu"}},
		{"compost, arrosage : les trois pourcentages", nil},                   // which third?
		{"plus ou moins de compost ou d'arrosage ?", nil},                     // "plus ou moins" compares nothing
		{"de combien à combien passait le compost ?", nil},                    // one question of two figures
		{"quelle part a un compost et un arrosage ?", nil},                    // of both: no finding apart tells it
		{"37 % ou 41 % des jardiniers récupèrent l'eau de pluie ?", nil},      // two versions of one thing
		{"qui a répondu en 2021 et en 2023, des jardiniers, des élus ?", nil}, // what an edition says of itself
	} {
		q := r.Read(test.said, "")
		var got []string
		for _, side := range q.Sides {
			got = append(got, strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(side.String()), "\n", "; "), "wants: statement; "))
		}
		if strings.Join(got, " | ") != strings.Join(test.sides, " | ") {
			t.Errorf("%q\n got %s\nwant %s", test.said, strings.Join(got, " | "), strings.Join(test.sides, " | "))
		}
	}
}

// TestChange reads what is asked of a figure over the editions.
func TestChange(t *testing.T) {
	r := reader(t)
	for _, test := range []struct {
		said string
		want Change
	}{
		{"comment a évolué le compostage ?", Change{Asked: true}},
		{"évolution du compostage entre 2021 et 2023", Change{Asked: true}},
		{"le compostage a augmenté depuis 2021 ?", Change{Asked: true, Claimed: Up, Closed: true, Since: 2021}},
		{"Le compostage a-t-il baissé ?", Change{Asked: true, Claimed: Down, Closed: true}},
		{"de combien le compostage a-t-il progressé ?", Change{Asked: true, Claimed: Up}},
		{"la hausse du compostage entre 2021 et 2023", Change{Asked: true, Claimed: Up}},
		{"le compostage recule-t-il ?", Change{Asked: true, Claimed: Down, Closed: true}},
		{"le compostage depuis 2021", Change{Asked: true, Since: 2021}},
		{"le compostage jusqu'en 2023 : quelle tendance ?", Change{Asked: true, Until: 2023}},
		{"le compostage, ça monte ou ça baisse ?", Change{Asked: true, Closed: true}},
		{"le compostage en 2023", Change{}},
		{"de combien à combien le compostage passait-il ?", Change{Asked: true}},
		{"la hausse du compostage a-t-elle ralenti ?", Change{Asked: true, Claimed: Down, Closed: true}},
		{"part des budgets en hausse", Change{Claimed: Up}}, // the subject itself
		{"une hausse de 2 % du compostage ?", Change{}},
	} {
		got := r.Read(test.said, "").Change
		got.Words = nil
		if got.Asked != test.want.Asked || got.Claimed != test.want.Claimed || got.Closed != test.want.Closed || got.Since != test.want.Since || got.Until != test.want.Until {
			t.Errorf("%q: %+v, want %+v", test.said, got, test.want)
		}
	}
}

// TestChangeGoesOn reads a change that is asked of the answer before.
func TestChangeGoesOn(t *testing.T) {
	r := reader(t)
	f, _ := r.library.Finding("j2-04")
	state := Question{Wants: Share, Who: f.Who, Years: []int{2023}}.State(false, f.ID).String()
	for _, test := range []struct {
		said string
		want Change
	}{
		{"et avant ?", Change{Asked: true, Before: true, Until: 2023}},
		{"et depuis ?", Change{Asked: true, Since: 2023}},
		{"ça a augmenté depuis 2021 ?", Change{Asked: true, Claimed: Up, Closed: true, Since: 2021}},
		{"et l'évolution ?", Change{Asked: true}},
		{"et en 2021 ?", Change{}},
		{"et l'année précédente ?", Change{}},
	} {
		q := r.Read(test.said, state)
		got := q.Change
		got.Words = nil
		if got.Asked != test.want.Asked || got.Before != test.want.Before || got.Claimed != test.want.Claimed || got.Since != test.want.Since || got.Until != test.want.Until {
			t.Errorf("%q: %+v, want %+v", test.said, got, test.want)
		}
		if test.want.Asked && (len(q.Subject) == 0 || q.Subject[0] != "compostage" || !q.Followed) {
			t.Errorf("%q does not go on about the answer before: %s", test.said, q)
		}
	}
	if q := r.Read("et avant ?", ""); q.Wants != Nothing {
		t.Errorf("nothing was said before, and %q asks %s", q.Text, q)
	}
}

// TestPopulationsSideBySide: what goes on from an answer puts its population
// beside the one that was told.
func TestPopulationsSideBySide(t *testing.T) {
	r := reader(t)
	f, _ := r.library.Finding("j2-04")
	state := Question{Wants: Share, Who: f.Who}.State(false, f.ID).String()
	for said, want := range map[string]string{
		"et par rapport aux communes ?":     "jardins-partages | commune",
		"compare avec les communes":         "jardins-partages | commune",
		"et les communes ?":                 "",
		"compare avec les jardins partagés": "",
	} {
		var who []string
		for _, side := range r.Read(said, state).Sides {
			who = append(who, strings.Join(side.Who.Groups, "+"))
		}
		if got := strings.Join(who, " | "); got != want {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
}

// TestCourses reads the several ways that a figure may go.
func TestCourses(t *testing.T) {
	r := reader(t)
	for _, test := range []struct {
		said string
		want []Direction
	}{
		{"le budget du jardin : en hausse, stable ou en baisse, les trois parts", []Direction{Up, Steady, Down}},
		{"le budget baisse dans plus de communes qu'il n'augmente, vrai ?", []Direction{Down, Up}},
		{"le budget du jardin est en hausse", nil},
		{"ça monte ou ça descend ?", nil}, // of what?
	} {
		var got []Direction
		for _, one := range r.Read(test.said, "").Courses {
			got = append(got, one.Course)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %v, want %v", test.said, got, test.want)
		}
	}
	for text, want := range map[string]Direction{
		"Le budget des haies augmente dans 14 % des jardins.": Up, "Le budget des haies ne bouge pas.": Steady, "Les haies sont hautes.": 0,
		"La hausse des semis freine la baisse du budget.": 0,
	} {
		if got := Course(text); got != want {
			t.Errorf("%q goes %v, want %v", text, got, want)
		}
	}
}
