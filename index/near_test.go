package index

import (
	"slices"
	"strings"
	"testing"

	"constat/data"
	"constat/data/lexicon"
)

// listsOf returns the lists of near words that a word, or an expression whole,
// stands in.
func listsOf(x *Index, text string) []int {
	q := Query{Text: text}
	var all []int
	for i, w := range lexicon.Words(text) {
		q.Terms = []Term{{Text: w.Text}}
		lists := x.nearLists(q)[w.Text]
		if i == 0 {
			all = lists
		}
		all = slices.DeleteFunc(slices.Clone(all), func(n int) bool { return !slices.Contains(lists, n) })
	}
	return all
}

// TestNearWords: words of which one may say the other in a question, and words
// that are contraries, or that a survey counts apart.
func TestNearWords(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	x := build(t, l)
	for _, test := range []struct {
		near  bool
		pairs string
	}{
		{true, `coupe/baisse, grimper/hausse, embaucher/recruter, patron/chef d'entreprise, prof/enseignant, boulot/emploi, renoncent/abandon,
			manque/pénurie, outiller/équipement, queue/file d'attente, ferme/fermeture, réparer/dépannage, panne/défaillance,
			plaignent/plainte, se méfient/méfiance, râler/réclamation, subventions/aide financière, dépenser/frais, onéreux/coûteux,
			louer/location, vendent/commercialisation, jeunes/jeunesse, résider/habiter, ordures/déchets, trier/tri sélectif,
			mails/courriels, piratage/cyberattaque, interdit/prohibé, obligatoire/contraindre, évaluation/noter, vérifier/contrôle,
			délai/temps d'attente, mettre fin/arrêter, met fin/arrêter, mensuel/chaque mois, renseigner/informer, doutent/sceptique,
			opposition/hostile, facile/aisé, débutants/novices, accéder/accessible, se garer/stationnement, covoiturer/partager sa voiture,
			se sont opposés/hostile, s'étaient plaints/déplorer, réserver/consacrer, monopole/exclusivité, curieux/intérêt,
			salaire/rémunérer, grève/gréviste, sous-traiter/externalisation, apprécier/aimer, échouer/échec, mettre en avant/valoriser`},
		{false, `hausse/baisse, augmenter/diminuer, recette/dépense, acheter/vendre, louer/acheter, public/privé, interne/externe,
			prévoir/faire, former/informer, élu/agent, gratuit/payant, offert/payer, commencer/finir, continuer/arrêter, ouvrir/fermer,
			accepter/refuser, autoriser/interdire, favorable/opposé, facile/difficile, connaissance/ignorance, confiance/méfiance,
			satisfait/mécontent, optimiste/pessimiste, rapide/lent, suffisant/insuffisant, efficace/inutile, réussir/échouer,
			embaucher/licencier, arriver/partir, recruter/démissionner, obligatoire/facultatif, risque/opportunité, atout/inconvénient,
			inquiet/rassuré, urbain/rural, salarié/bénévole, stagiaire/apprenti, salaire/prime, subvention/prêt, facture/tarif,
			bénéfice/chiffre d'affaires, impôt/cotisation, stratégie/programme, stratégie/plan, stratégie/feuille de route, train/bus,
			voiture/vélo, chien/chat, médecin/dentiste, hôpital/clinique, eau/gaz, électricité/gaz, tri/recyclage, réparer/remplacer,
			professeur/élève, collège/lycée, femme/homme, jeune/senior, quotidien/hebdomadaire, mensuel/annuel, centraliser/décentraliser,
			internaliser/externaliser, seul/ensemble, légal/illégal, fiable/fragile, permanent/provisoire, améliorer/dégrader,
			alléger/alourdir, construire/démolir, élève/étudiant, parent/enfant, courriel/SMS, décider/participer, financer/économiser,
			minimum/maximum, supérieur/inférieur, offre/demande, logiciel/programme de formation, sans payer/payer,
			préférer/intérêt, rembourser/rentable, aide/subvention, référent/responsable, cantine/repas`},
	} {
		for pair := range strings.SplitSeq(test.pairs, ",") {
			one, other, _ := strings.Cut(strings.TrimSpace(pair), "/")
			lists := listsOf(x, other)
			if common := slices.ContainsFunc(listsOf(x, one), func(i int) bool { return slices.Contains(lists, i) }); common != test.near {
				t.Errorf("%q and %q: near is %v, want %v", one, other, common, test.near)
			}
		}
	}
}
