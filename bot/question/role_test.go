package question

import (
	"strings"
	"testing"
)

// TestDeeds: who does what to whom, written "agents > verb > others"; what is
// not read surely is left out.
func TestDeeds(t *testing.T) {
	l := reader(t).library.Lexicon
	for _, test := range []struct{ text, want string }{
		{"que demande la mairie aux jardiniers ?", "mairie > demande > jardinier"},
		{"que doivent faire les élus pour les jardins ?", "elu > faire > jardin"},
		{"quels outils le jardinier attend-il des communes ?", "jardinier > attend > commune, outil"},
		{"quels outils utilise le jardinier ?", "jardinier > utilise > outil"},
		{"quelle commune finance la serre ?", ""}, // read both ways
		{"la serre est-elle gérée par la mairie ?", "mairie > geree > serre"},
		{"quelle part des semenciers s'allie à des communes ?", "semencier > allie > commune"},
		{"qu'est-ce que la mairie a planté pour les écoles ?", "mairie > plante > ecole"},
		{"combien de jardiniers pensent que le compost remplace l'engrais ?", "jardinier > pensent > ; compost > remplace > engrai"},
		{"Des jardiniers inventent des outils et attendent de la mairie des graines qui leur conviennent.",
			"jardinier > inventent > outil; jardinier > attendent > mairie, graine; graine > conviennent > "},
		{"Les jardiniers réclament des serres, et la mairie doit y répondre vite.", "jardinier > reclament > serre; mairie > repondre > "},
		{"Une commune sur deux ouvre ses jardins.", "commune > ouvre > jardin"},
		{"Près d'un tiers des communes prêtent un terrain.", "commune > pretent > terrain"},
		{"La mairie et l'école gèrent la serre.", "ecole, mairie > gerent > serre"},
		{"Le gel fait perdre aux jardiniers leur récolte.", ""}, // who loses stands as an object does
		{"demandes des jardiniers à la mairie", "jardinier > demande > mairie"},
		{"effet du gel sur les semis", "gel > effet > semi"},
		{"appropriation du compost par les écoles", "ecole > appropriation > compost"},
		{"en quoi la serre aide-t-elle les jardiniers ?", "serre > aide > jardinier"},
		{"sur quoi les élus comptent-ils ?", "elu > comptent > "},
		{"Les élus comptent sur le compost pour nourrir le sol.", "elu > comptent > compost, sol;  > nourrir > sol"},
		{"quels outils voit-on arriver ?", ""},                 // nobody sees
		{"les écoles prennent exemple sur les jardiniers", ""}, // who leads is not read
		{"prix du repas au collège", ""},
		{"et en 2023 ?", ""},
	} {
		var all []string
		for _, d := range Deeds(l, test.text) {
			all = append(all, list(d.Agents)+" > "+d.Verb+" > "+list(d.Others))
		}
		if got := strings.Join(all, "; "); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func list(things []Thing) string {
	var all []string
	for _, t := range things {
		all = append(all, strings.Join(t.Words, " "))
	}
	return strings.Join(all, ", ")
}

// TestCoordinated: what is listed does nothing to one another.
func TestCoordinated(t *testing.T) {
	l := reader(t).library.Lexicon
	for text, want := range map[string]string{
		"rapprochement entre la mairie et les écoles": "mairie, ecole",
		"La mairie, l'école et le club sont prêts.":   "ecole, club, mairie",
		"La mairie aide l'école.":                     "",
	} {
		var all []string
		for _, s := range Coordinated(l, text) {
			all = append(all, list(s))
		}
		if got := strings.Join(all, "; "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// FuzzDeeds: whatever is typed, a thing that is read has words.
func FuzzDeeds(f *testing.F) {
	l := reader(f).library.Lexicon
	for _, said := range []string{"que demande la mairie aux jardiniers ?", "qui, qui que et", "a-t-elle", "d'un sur de des", "\xff% de"} {
		f.Add(said)
	}
	f.Fuzz(func(t *testing.T, said string) {
		for _, d := range Deeds(l, said) {
			for _, things := range [][]Thing{d.Agents, d.Others} {
				for _, th := range things {
					if len(th.Words) == 0 || len(th.Typed) < len(th.Words) {
						t.Errorf("%q: %+v", said, d)
					}
				}
			}
		}
	})
}
