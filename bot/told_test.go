package bot

import (
	"os"
	"testing"

	"constat/bot/answer"
	"constat/data"
)

// TestTold: findings that hold the words of a question and do not tell what it
// asks are no answer, and those that tell it are, in observatories that nobody
// has. An empty finding is an abstention.
func TestTold(t *testing.T) {
	for folder, asked := range told {
		t.Run(folder, func(t *testing.T) {
			l, faults := data.Read(os.DirFS("eval/testdata/" + folder))
			if err := faults.Err(); err != nil {
				t.Fatal(err)
			}
			b := open(t, l)
			for text, want := range asked {
				a := b.Handle(t.Context(), Message{Text: text})
				got := ""
				if a.Kind == answer.Found {
					got = a.Cited[0].ID()
				}
				if got != want {
					t.Errorf("%q is answered by %q, want %q", text, got, want)
				}
			}
		})
	}
}

var told = map[string]map[string]string{
	"velo": {
		"quelle grande entreprise verse le plus d'indemnités ?":                       "",
		"quelle est la PME la plus cyclable ?":                                        "",
		"quel est le frein le plus ancien des PME ?":                                  "",
		"les cyclistes sont-ils plus nombreux que les automobilistes ?":               "",
		"quels vélos à assistance électrique achètent les administrations ?":          "",
		"quelles douches ont les associations ?":                                      "",
		"quel est le budget de l'indemnité kilométrique vélo ?":                       "",
		"quelle est la croissance du budget vélo des PME ?":                           "",
		"de combien baisse l'indemnité kilométrique ?":                                "",
		"de quel pourcentage a augmenté l'indemnité kilométrique des PME en 2019 ?":   "",
		"quand les PME ont-elles installé un stationnement sécurisé ?":                "",
		"quelle échéance pour les douches ?":                                          "",
		"depuis quelle année les administrations ont-elles une flotte de vélos ?":     "",
		"où se trouve Montclair ?":                                                    "",
		"combien de PME à Montclair ?":                                                "",
		"qu'est-ce qu'un stationnement sécurisé ?":                                    "",
		"quel jour a été menée l'enquête de 2019 ?":                                   "",
		"combien de PME ont abandonné leur flotte de vélos ?":                         "",
		"quel est le premier frein cité par les PME en 2024 ?":                        "v24-19",
		"qu'est-ce qui freine le plus les PME en 2016 ?":                              "v16-18",
		"quels équipements les grandes entreprises offrent-elles à leurs cyclistes ?": "v19-20",
		"pour quand les PME prévoient-elles de verser l'indemnité kilométrique ?":     "v19-07",
		"quelle part des PME ont des douches et des vestiaires en 2016 ?":             "v16-11",
		"combien d'associations n'ont ni douche ni vestiaire ?":                       "v19-10",
		"combien de grandes entreprises ont vraiment une flotte de vélos ?":           "v19-11",
	},
	"cantines": {
		"quel collège gaspille le plus ?":                                                "",
		"quelle école est la plus bruyante ?":                                            "",
		"quel est le menu le plus équilibré ?":                                           "",
		"les filles sont-elles plus nombreuses que les garçons à la cantine ?":           "",
		"quels menus végétariens proposent les collèges ?":                               "",
		"quels plats en barquettes les lycées professionnels réchauffent-ils ?":          "",
		"quelles formations les agents de service ont-ils suivies ?":                     "",
		"quel est le budget des cantines ?":                                              "",
		"quelle est la hausse du prix des denrées ?":                                     "",
		"de combien augmente le prix des denrées ?":                                      "",
		"quand les collèges ont-ils ouvert le paiement en ligne ?":                       "",
		"quelle échéance pour le menu végétarien ?":                                      "",
		"où se trouve l'Institut Tournebroche ?":                                         "",
		"combien de lycées professionnels ont réellement ouvert une cuisine sur place ?": "",
		"quelles sont les causes du bruit ?":                                             "",
		"quelle part des collèges a renoncé au repas bio ?":                              "",
		"qu'est-ce qu'un menu végétarien ?":                                              "",
		"quels produits locaux les lycées professionnels achètent-ils le plus ?":         "c17-15",
		"quel est le prix moyen d'un repas au collège en 2019 ?":                         "c19-15",
		"quelles sont les trois premières causes du gaspillage dans les collèges ?":      "c19-17",
		"quels légumes sont le plus souvent laissés en maternelle ?":                     "c22-21",
		"à quel horizon les maternelles projettent-elles de trier leurs déchets ?":       "c22-09",
		"quel poste les lycées professionnels peinent-ils le plus à pourvoir ?":          "c19-20",
		"quelle part des écoles élémentaires trient réellement leurs déchets en 2022 ?":  "c22-07",
	},
	"energie": {
		"quelle coopérative économise le plus ?":                                                   "",
		"quel atelier est le plus moderne ?":                                                       "",
		"quels panneaux solaires posent les ateliers ?":                                            "",
		"quels fours électriques remplacent les fours à gaz ?":                                     "",
		"quel est le marché des panneaux solaires ?":                                               "",
		"quelle est la hausse des prix de l'énergie ?":                                             "",
		"de combien baisse la facture d'énergie ?":                                                 "",
		"quand les ateliers ont-ils installé des panneaux solaires ?":                              "",
		"depuis quelle année y a-t-il un référent énergie ?":                                       "",
		"où se trouve Port-Ambrel ?":                                                               "",
		"combien d'entreprises à Port-Ambrel ?":                                                    "",
		"les femmes sont-elles plus nombreuses que les hommes dans les ateliers ?":                 "",
		"quelles aides les ateliers artisanaux mobilisent-ils ?":                                   "en23-21",
		"quel est le budget annuel des travaux d'efficacité énergétique en 2023 ?":                 "en23-15",
		"quel est le premier frein des petites industries en 2020 ?":                               "en20-15",
		"d'ici quand les ateliers veulent-ils poser des panneaux solaires ?":                       "en23-12",
		"combien de moyennes industries ont effectivement un plan d'économies d'énergie en 2023 ?": "en23-01",
	},
	"bibliotheques": {
		"quelle médiathèque prête le plus de livres ?":                                                                         "",
		"quelle est la bibliothèque la plus ancienne ?":                                                                        "",
		"quels livres numériques les médiathèques municipales prêtent-elles ?":                                                 "",
		"quelles pénalités de retard restent ?":                                                                                "",
		"quel est le budget des bénévoles ?":                                                                                   "",
		"quelle est la baisse du budget d'acquisition ?":                                                                       "",
		"quand les médiathèques ont-elles installé le wifi gratuit ?":                                                          "",
		"quelle échéance pour le wifi gratuit ?":                                                                               "",
		"quelle part des bibliothèques rurales prête réellement des livres numériques qu'elle pensait proposer d'ici à 2023 ?": "",
		"qu'est-ce qu'une grainothèque ?":                                                                                      "",
		"les bénévoles sont-ils plus nombreux que les salariés ?":                                                              "",
		"quelles sont les activités les plus suivies dans les médiathèques municipales en 2020 ?":                              "b20-18",
		"quel est le budget d'acquisition moyen des médiathèques en 2020 ?":                                                    "b20-16",
		"quel est le premier frein à l'élargissement des horaires des bibliothèques rurales ?":                                 "b23-17",
		"combien de grainothèques dans les médiathèques municipales en 2023 ?":                                                 "b23-12",
		"quelle activité est la plus suivie en 2023 dans les médiathèques municipales ?":                                       "b23-19",
		"pour quand les universitaires comptent-elles supprimer les pénalités de retard ?":                                     "b20-14",
	},
	"veterinaires": {
		"quel cabinet recrute le plus ?":                                                      "",
		"quel est l'animal le plus adopté ?":                                                  "",
		"quels animaux ont une puce électronique ?":                                           "",
		"quelles assurances santé souscrivent les propriétaires ?":                            "",
		"quelle est la hausse du prix des consultations ?":                                    "",
		"de combien ont augmenté les dons aux refuges ?":                                      "",
		"quand les refuges ont-ils recueilli des hérons ?":                                    "",
		"où se trouve la Brumélie ?":                                                          "",
		"combien de refuges en Brumélie ?":                                                    "",
		"combien coûtent les croquettes ?":                                                    "",
		"les lapins sont-ils plus nombreux que les furets ?":                                  "",
		"quelle part des cabinets recrutent facilement ?":                                     "",
		"quel est le premier motif de consultation en 2023 ?":                                 "v23-19",
		"combien dépensent les propriétaires par an pour leur animal, croquettes comprises ?": "v23-18",
		"de combien la part des propriétaires assurés a-t-elle progressé depuis 2021 ?":       "v23-14",
		"quelle part des cabinets ont du mal à recruter en 2023 ?":                            "v23-16",
		"quels sont les investissements en projet des cabinets ?":                             "v21-19",
	},
}
