package question

import (
	"strings"
	"testing"
)

// frames reads messages and compares their frames, lines joined by "; ".
func frames(t *testing.T, tests []struct{ said, want string }) {
	t.Helper()
	r := reader(t)
	for _, test := range tests {
		got := strings.ReplaceAll(strings.TrimSpace(r.Read(test.said, "").String()), "\n", "; ")
		if got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.said, got, test.want)
		}
	}
}

// TestForms reads the forms by which people ask for a measure.
func TestForms(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"compost 2023 %", "wants: share; subject: compost; years: 2023"},
		{"compost en hausse de 2000 %", "wants: statement; subject: compost hausse; quoted: hausse de 2000 %"},
		{"les communes sont-elles nombreuses à avoir un compost ?", "wants: number; subject: compost; who: commune; stage: adopté"},
		{"quand ils se lancent dans le compost, que disent les jardiniers ?", "wants: overview; subject: compost; who: jardiniers-amateurs"},
		{"quel est le loyer d'une parcelle ?", "wants: number; subject: loyer parcelle"},
		{"quel est l'âge mensuel moyen du compost ?", "wants: number; subject: age mensuel compost"},
		{"le compost de qualité moyenne, lequel choisir ?", "wants: opinion; subject: compost qualite moyenne"},
		{"la part qui a un compost", "wants: share; subject: compost; stage: adopté"},
		{"les communes, à part qui prête un terrain ?", "wants: person; subject: prete terrain; who: commune"},
		{"cmb de communes prêtent un terrain", "wants: number; subject: pretent terrain; who: commune"},
		{"dans quelle mesure les communes prêtent-elles un terrain ?", "wants: statement; subject: pretent terrain; who: commune"},
		{"combien un jardin compte-t-il d'outils ?", "wants: number; noun: outil; subject: jardin outils"},
		{"combien un jardin consomme-t-il d'eau ?", "wants: number; subject: jardin consomme eau"}, // what is not plural is not counted
		{"sous quelle mesure cadastrale ?", "wants: which; subject: cadastrale"},
		{"aux yeux des jardiniers, quelque chose sur l'arrosage ?", "wants: statement; subject: arrosage; who: jardiniers-amateurs"},
		{"les yeux du jardin", "wants: statement; subject: yeux jardin"},
	})
}

// TestNumberOne: "numéro 1" asks for what comes before all else, and is no
// word that a finding must say.
func TestNumberOne(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"c'est quoi le souci numéro 1 des communes ?", "wants: statement; subject: souci; who: commune"},
		{"quel est le numéro un des semis ?", "wants: statement; subject: semis"},
		{"quel est le numéro de téléphone du jardin ?", "wants: statement; subject: numero telephone jardin"},
	})
	r := reader(t)
	for said, want := range map[string]bool{"le souci n° 1 des communes ?": true, "quel est le numéro un des semis ?": true, "quel est le numéro de téléphone du jardin ?": false, "un jardinier n'a qu'1 radis ?": false} {
		if got := r.Read(said, "").Demands.Has(Superlative); got != want {
			t.Errorf("%q asks for the first: %v, want %v", said, got, want)
		}
	}
}

// TestBelonging: who is asked to be one of several is what is looked for, not
// the population.
func TestBelonging(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"les jardins partagés font partie des endroits les plus arrosés ?", "wants: statement; subject: jardins partages endroits arroses; member: true"},
		{"les communes font-elles partie des plus arrosées ?", "wants: statement; subject: communes arrosees; member: true"},
		{"quelle partie des communes fait du compost ?", "wants: share; subject: compost; who: commune"},
		{"quelle partie du jardin arroser ?", "wants: which; subject: partie jardin arroser"},
		{"les communes font du compost ?", "wants: statement; subject: compost; who: commune"},
	})
}

// TestNextSurvey: when the next survey comes out is told by none.
func TestNextSurvey(t *testing.T) {
	r := reader(t)
	for said, want := range map[string]bool{
		"quand sort la prochaine enquête ?": true, "quand est-ce que paraît l'édition prochaine ?": true, "quand se tient le prochain marché aux plants ?": false, "quand est sortie l'enquête ?": false,
	} {
		if got := r.Read(said, "").Wants == Forecast; got != want {
			t.Errorf("%q asks for what is to come: %v, want %v", said, got, want)
		}
	}
}

// TestExisting: who asks how many there are of a population, and nothing else
// of it, asks of that population.
func TestExisting(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"combien y a-t-il de jardiniers amateurs ?", "wants: number; subject: jardiniers amateurs; who: jardiniers-amateurs"},
		{"combien y a-t-il de jardins partagés dans le pays ?", "wants: number; subject: jardins partages; who: jardins-partages"},
		{"combien y a-t-il de jardins partagés dans le pays basque ?", "wants: number; subject: pays basque; who: jardins-partages"},
		{"combien y a-t-il de jardins partagés sans compost ?", "wants: number; subject: compost; who: jardins-partages; negative: true"},
		{"combien y a-t-il de jardiniers amateurs au compost ?", "wants: number; subject: jardiniers amateurs compost"},
	})
	r := reader(t)
	for said, want := range map[string]bool{"il y a combien de jardins partagés ?": true, "combien de jardiniers y a-t-il par jardin partagé ?": false, "combien de jardins partagés ont un compost ?": false, "combien de jardins partagés ?": false} {
		if got := r.Read(said, "").Demands.Has(Existing); got != want {
			t.Errorf("%q asks how many there are: %v, want %v", said, got, want)
		}
	}
}

// TestTaking: how long a thing takes is no advice.
func TestTaking(t *testing.T) {
	r := reader(t)
	for said, want := range map[string]bool{"combien de temps faut-il pour un compost ?": false, "combien de seaux faut-il pour un compost ?": true, "faut-il un compost ?": true} {
		if got := r.Read(said, "").Demands.Has(Duty); got != want {
			t.Errorf("%q asks what one should do: %v, want %v", said, got, want)
		}
	}
}

// TestSpeakers reads who is asked to have said something: the verb of saying is
// no subject, and a finding must name its speaker.
func TestSpeakers(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"qui déplore la rareté des semis ?", "wants: person; subject: rarete semis"},
		{"quel expert dit que les semis restent rares ?", "wants: person; subject: semis rares"},
		{"qui avançait le chiffre de 57 euros en graines ?", "wants: person; subject: euros graines; quoted: 57 euros"},
		{"qui avance dans les semis ?", "wants: person; subject: avance semis"},
		{"quel expert sème des radis ?", "wants: which; subject: expert seme radis"},
	})
	r := reader(t)
	for said, want := range map[string]bool{"qui déplore la rareté des semis ?": true, "qui dit mieux ?": false, "qui avance dans les semis ?": false} {
		if got := r.Read(said, "").Demands.Has(Speaker); got != want {
			t.Errorf("%q asks for a speaker: %v, want %v", said, got, want)
		}
	}
}

// TestPlaces reads the words by which a place in a ranking is asked: only the
// ordinal is said by what answers.
func TestPlaces(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"quel légume arrive en deuxième position ?", "wants: which; subject: legume deuxieme"},
		{"le radis est combientième des légumes semés ?", "wants: statement; subject: radis legumes semes"},
		{"le radis est-il en haut de la pile des légumes ?", "wants: statement; subject: radis legumes"},
		{"la position du soleil sur les haies hautes", "wants: statement; subject: position soleil haies hautes"},
	})
}

// TestAsides reads what says whom, which study or by when, and is no subject.
func TestAsides(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"part des communes (10 à 49 personnes) qui prêtent un terrain", "wants: share; subject: pretent terrain; who: commune"},
		{"part des communes qui prêtent 10 à 49 pelles", "wants: share; subject: pretent pelles; who: commune; quoted: 10 à 49 pelles"},
		{"en 2023, combien voulaient avoir un compost avant fin 2026 ?", "wants: number; subject: compost; years: 2023; horizon: 2026; stage: prévu"},
		{"qui avait un compost avant 2021 ?", "wants: person; subject: compost; years: 2021; stage: adopté"},
		{"l'enquête, c'était quel mois ?", "wants: date; about: fieldwork"},
		{"en combien de temps le compost est-il mûr ?", "wants: number; noun: temp; subject: compost mur"},
		{"hausse du prix des graines : cb de communes le disent ?", "wants: number; subject: hausse prix graines; who: commune"},
		{"combien d'euros coûte le compost ?", "wants: amount; noun: euro; subject: euros coute compost"},
		{"qui jouait le rôle de référent semis ?", "wants: person; subject: referent semis"},
		{"le rôle des semis", "wants: statement; subject: role semis"},
		{"le temps du compost", "wants: statement; subject: temps compost"},
		{"résumez la situation des communes en 2023", "wants: overview; who: commune; years: 2023"},
		{"quels enseignements de l'édition 2023 ?", "wants: overview; years: 2023"},
		{"résumez", "wants: nothing"},
		{"quelle somme va au compost ?", "wants: amount; subject: compost"},
	})
}

// TestReadings reads a figure that is stated, of which one asks what it counts:
// neither reading is a constraint.
func TestReadings(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"les 28 % sur le prêt de terrain, il vaut pour les communes ou pour les départements ?", "wants: statement; subject: pret terrain; quoted: 28 %"},
		{"les 19 % sur l'arrosage, ça mélange en place et prévu ?", "wants: statement; subject: arrosage; quoted: 19 %"},
		{"81 % en 2023, c'est le compost ou l'arrosage ?", "wants: conflict; years: 2023; quoted: 81 %"},
		{"28 % des communes prêtent un terrain ou une pelle ?", "wants: statement; subject: pretent terrain pelle; who: commune; quoted: 28 %"},
		{"28 % des communes prêtent un terrain : vrai ou faux ?", "wants: check; subject: pretent terrain; who: commune; quoted: 28 %"},
	})
}

// TestVersions reads figures between which a person hesitates.
func TestVersions(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"combien de réponses : 130 ou plus de 200 ?", "wants: conflict; noun: reponse; subject: reponses; quoted: 130; quoted: 200"},
		{"130 jardiniers ou plus de 200 ?", "wants: conflict; who: jardiniers-amateurs; quoted: 200; quoted: 130 jardiniers"},
		{"le compost, 54 % ou 24 % ? les deux articles ne disent pas pareil", "wants: conflict; subject: compost; quoted: 54 %; quoted: 24 %"},
		{"le compost en 2021 ou 2023 ?", "wants: statement; subject: compost; years: 2021 2023"},
		{"deux ou trois arrosages ?", "wants: statement; subject: arrosages"},
	})
}
