package french

import (
	"slices"
	"testing"

	"constat/data/lexicon"
)

// says is the rule as a finding applies it.
func says(said, asked string) bool {
	left := Said(lexicon.Fold(said))
	return slices.ContainsFunc(Asked(lexicon.Fold(asked)), func(key string) bool { return slices.Contains(left, key) })
}

func TestOneWord(t *testing.T) {
	for _, pair := range [][2]string{
		// number and gender
		{"commune", "communes"}, {"communal", "communales"}, {"communaux", "communale"}, {"élu", "élues"}, {"régional", "régionaux"},
		{"actif", "actives"}, {"nombreux", "nombreuses"}, {"financier", "financières"}, {"public", "publiques"}, {"urbain", "urbaine"},
		{"culturel", "culturelles"}, {"complet", "complète"}, {"européen", "européennes"}, {"directeur", "directrices"}, {"réseau", "réseaux"},
		{"travail", "travaux"}, {"haut", "haute"}, {"numérique", "numériques"}, {"employé", "employées"}, {"décideur", "décideuse"},
		// conjugation
		{"piloter", "pilotent"}, {"adopté", "adoptées"}, {"dématérialise", "dématérialisés"}, {"équipées", "équipent"}, {"choisir", "choisissent"},
		{"choisi", "choisit"}, {"étendre", "étendue"}, {"gèrent", "gérer"}, {"créer", "créent"}, {"partagent", "partageait"},
		{"appeler", "appellent"}, {"déploient", "déployer"}, {"aident", "aider"}, {"innover", "innovait"}, {"réduire", "réduisent"},
		{"recruté", "recruteront"}, {"garantie", "garantir"}, {"mutualisera", "mutualiser"},
		// nouns made from verbs
		{"pilote", "pilotage"}, {"piloter", "pilotage"}, {"adopté", "adoption"}, {"dématérialisé", "dématérialisation"}, {"mutualiser", "mutualisation"},
		{"développent", "développement"}, {"recrutement", "recruter"}, {"nommé", "nomination"}, {"évolution", "évoluer"}, {"communiquer", "communication"},
		{"collaborent", "collaboration"}, {"certifié", "certification"}, {"réduire", "réduction"}, {"construisent", "construction"}, {"équipement", "équiper"},
		{"engagement", "engager"}, {"déploiement", "déployer"}, {"définir", "définition"}, {"investissement", "investir"}, {"hébergement", "hébergées"},
		{"financement", "financent"}, {"acheter", "achats"}, {"création", "créé"}, {"gestion", "gérer"}, {"décider", "décision"},
		{"décideur", "décider"}, {"utilisatrice", "utiliser"}, {"innovant", "innover"}, {"transport", "transporter"}, {"emploi", "employer"},
		{"diffusion", "diffuser"}, {"simplifier", "simplification"}, {"extension", "étendue"}, {"protection", "protéger"}, {"mesurer", "mesure"},
		// verbs whose root changes
		{"savent", "savoir"}, {"conçoivent", "concevoir"}, {"conception", "conçu"}, {"souscrit", "souscription"}, {"obtiennent", "obtenir"},
		{"remet", "remettre"}, {"connaissaient", "connaître"}, {"requiert", "requérir"}, {"coconstruits", "coconstruire"}, {"impliqués", "impliquent"},
		{"découvert", "découvrent"}, {"choisisse", "choisir"}, {"inclus", "inclure"}, {"apprennent", "apprentissage"},
		{"reconnaissait", "reconnaissent"}, {"reconnaissance", "reconnu"}, {"accroîtra", "accroissement"}, {"maintiendraient", "maintien"},
		{"soutiennent", "soutien"}, {"promettait", "promesse"}, {"réduiront", "réduction"}, {"rejoignaient", "rejoint"}, {"perçue", "percevaient"},
		{"inscrivaient", "inscription"}, {"débattent", "débats"}, {"vaudrait", "valent"}, {"lecture", "lisent"}, {"interdite", "interdiction"},
		{"convaincus", "convaincre"}, {"survécu", "survivre"}, {"finit", "finir"}, {"bâti", "bâtissent"}, {"subie", "subissait"}, {"saisies", "saisir"}, {"pétrit", "pétrissage"}, {"progrès", "progressent"}, {"rendraient", "rendu"}, {"garantissaient", "garantir"}, {"essais", "essayer"},
		{"tri", "trient"}, {"coûts", "coûtent"}, {"gains", "gagner"}, {"réponses", "répondent"}, {"appuient", "appui"}, {"refus", "refusent"},
		{"archivage", "archiver"}, {"abonnés", "abonnement"}, {"modernise", "modernisation"}, {"formation", "formations"}, {"numériser", "numérisation"},
	} {
		if !says(pair[0], pair[1]) || !says(pair[1], pair[0]) {
			t.Errorf("%s and %s: two words, want one", pair[0], pair[1])
		}
	}
}

// TestRoot: words made from one another share a root; people and what they do
// do not, nor do words that only begin alike.
func TestRoot(t *testing.T) {
	for _, test := range []struct {
		a, b string
		one  bool
	}{
		{"documentaire", "documents", true}, {"numériquement", "numérique", true}, {"culturelles", "culture", true},
		{"stratégique", "stratégies", true}, {"budgétaires", "budget", true}, {"mature", "maturité", true}, {"économiques", "économie", true},
		{"directeur", "direction", false}, {"information", "informatique", false}, {"technique", "technologie", false},
		{"commune", "communication", false}, {"organisation", "organisme", false}, {"public", "publication", false},
	} {
		if got := Root(lexicon.Fold(test.a)) == Root(lexicon.Fold(test.b)); got != test.one {
			t.Errorf("%s and %s: one root is %v, want %v", test.a, test.b, got, test.one)
		}
	}
}

func TestTwoWords(t *testing.T) {
	for _, pair := range [][2]string{
		{"commune", "communication"}, {"commune", "commun"}, {"commune", "communauté"}, {"communal", "commune"}, {"commune", "communiquer"},
		{"forme", "formation"}, {"forme", "information"}, {"numérique", "numérisation"}, {"numérique", "numéro"}, {"numérique", "numériser"},
		{"direction", "directeur"}, {"direct", "direction"}, {"directe", "direction"}, {"élu", "élection"}, {"électeur", "élection"},
		{"équipe", "équipement"}, {"équipage", "équipement"}, {"groupe", "groupement"}, {"administration", "administrés"}, {"administrateur", "administration"},
		{"opération", "opérateur"}, {"agent", "âge"}, {"agent", "agence"}, {"département", "départ"}, {"départ", "partir"},
		{"information", "informatique"}, {"politique", "police"}, {"public", "publication"}, {"publique", "publication"}, {"publicité", "public"},
		{"importance", "importer"}, {"habitant", "habitation"}, {"participants", "participation"}, {"représentant", "représentation"}, {"manager", "management"},
		{"employés", "emploi"}, {"port", "porter"}, {"porte", "port"}, {"maire", "mairie"}, {"service", "servir"},
		{"région", "régime"}, {"stratégie", "stratégique"}, {"collection", "collecter"}, {"station", "état"}, {"nation", "national"},
		{"compétence", "compétition"}, {"ville", "village"}, {"personne", "personnel"}, {"personne", "personnage"}, {"donnée", "donner"},
		{"données", "don"}, {"cours", "course"}, {"conseil", "concession"}, {"organisme", "organisation"}, {"société", "social"},
		{"projet", "projection"}, {"usage", "usager"}, {"écologie", "économie"}, {"budget", "bouger"}, {"partage", "partition"},
		{"contrôle", "contrôleur"}, {"finances", "financement"}, {"presse", "pression"}, {"programme", "programmation"}, {"visites", "visiteurs"},
		{"plante", "plantation"}, {"compte", "compteur"}, {"emploie", "employeur"}, {"montant", "monte"}, {"concert", "concertation"},
		{"petit", "pétrir"}, {"parti", "partager"}, {"rendez", "rendre"}, {"rendez", "rendu"}, {"entreprises", "entreprendre"}, {"revenu", "revient"}, {"élu", "élire"}, {"lit", "lecture"},
		{"nuit", "nuire"}, {"coût", "couture"}, {"tri", "tribu"}, {"accès", "accent"},
		{"territoire", "terre"}, {"métier", "métro"}, {"objet", "objectif"}, {"sécurité", "cybersécurité"}, {"passage", "passagers"},
	} {
		if says(pair[0], pair[1]) || says(pair[1], pair[0]) {
			t.Errorf("%s and %s: one word, want two", pair[0], pair[1])
		}
	}
}
