package lexicon

import "strings"

// What people write around a question: it says how they ask, to whom and why,
// and nothing of what is measured. The lists are folded.
const (
	// Short forms of messages typed on a phone that no plain word need replace.
	shortWords = `
ac dc ya til yatil vrmt bsr cdt slts pls askip jsp jveux jvoudrais sil mme mr mlle qqch qqn
jsais jsai jcherche jvoulais jpeux jpe chui chuis jsuis jai javais cest cad cf ex etc ect ptet prcq tds fyi nvm tkt wsh rep reponds asap
eske esk esque esce estce`

	// How people greet, thank, laugh and take leave.
	greetingWords = `
rebonjour rebonsoir bonjours hey hola wesh salutations madame monsieur mesdames messieurs mademoiselle
thanks thx tks thank mrc merki mercis amicalement respectueusement bises bisous bisou siouplait stplait steuplait plz pleaz
lol mdr ptdr xd haha hihi`

	// What is said before one knows what to say.
	fillerWords = `
hum hmm hm mouais ouais ouaip nan nope bof voila voici enfin allons voyons hop oh ah aah ha tiens ouf chouette genial super parfait nickel`

	// Wishing to know, in the modes of politeness.
	wishingWords = `
aimerions aimerait souhaiterait souhaitons souhaiterions voudrions voudriez desirerais desirerions apprecierais
pourrions pourrai pouvons saurait sauriez auriez aurais dirais diriez diraient redis redites redire dirait
aimable gentil gentille gentiment volontiers`

	// Courtesies, and who asks for what.
	courtesyWords = `
cordialement remercie remercions remerciements rappeler rappelez rappelle rappel preparer prepare preparons prepares
papier expose memoire note demain urgent urgence vite rapidement hesite hesitons moi toi
sauriez saurais beaucoup demandais curiosite
pourriez pourrais auriez permettez excusez excuse desole desolee dsl pardon pardonnez oups zut honneur
article articles rond pile bref complet complete completes complets seul seule seuls seules propre propres fort forte echeance periode
entendre entendu lu lis lire ecrit concretement autant coeur taille fond theme themes domaine domaines disponible disponibles
principal principale principaux principales important importante importants importantes parait paraissent
mieux jours`

	// Regular verbs that carry another word's meaning: "prendre rendez-vous",
	// "toucher des dons", "faire appel au cloud".
	carryingVerbs = `
demander songer garder apporter amener emmener essayer tenter monter montrer proposer continuer poser laisser
penser trouver chercher quitter aider attribuer consacrer appeler`

	// The forms of irregular verbs of that kind.
	carryingForms = `
prendre prend prennent prenait prenaient pris prise prises mettait mettaient met mets
agit agissait agissent
permettre permet permettent permettait permettaient permis tenir tient tiennent tenait tenaient tenu tenue
vois voit voient voyait voyaient voulait voulu voulus
recevoir recoit recoivent recevait recevaient recu recue recus recues obtenir obtient obtiennent obtenait obtenaient obtenu
servir sert servent servait servaient recourir recourt recourent recours appel offrir offre offrent offraient
venir vient viennent venait venaient venu suit suivent suivi devenir devient deviennent devenu
croire croient croyait croyaient valoir vaut valent attendre attend attendent attendaient attendu attendue attendues attendus
donnait donnaient donnent faudrait fallait
faisait faisaient faisant faits faites faite`
)

// shortSpellings are the words that people shorten on a phone, by what they
// type: read as the whole word, they deny ("jms"), count ("cmb") and ask ("pk")
// as it does.
var shortSpellings = wholes(`
combien: cmb cmbien cbien combi1 conbien
pourquoi: pk pq pkoi pkw prkoi pourkoi porkoi
parce: pcq pck psk psq pasque parske passke
quoi: koi
quel: kel
quelle: kelle
quels: kels
quelles: kelles
quelque: qq qlq kelk kelke
quelques: qqs qlqs kelkes
que: ke
qui: ki
quand: qd kand
comment: cmt cmnt coment komen koman
nombre: nbr nbre
pourcent: pcent prct pourcents
jamais: jms jamai jame
toujours: tjs tjrs tjr toujrs
souvent: svt
beaucoup: bcp bcps bcoup
depuis: deps dps depui
pendant: pdt
maintenant: mtn mtnt mnt
tout: tt
toute: tte
tous: ts
toutes: ttes tts
dans: ds
pour: pr
avec: avc
meme: mm
nous: ns
chaque: chq
probleme: pb pblm
problemes: pbs
`)

func wholes(lines string) map[string]string {
	m := make(map[string]string)
	for line := range strings.Lines(lines) {
		whole, short, _ := strings.Cut(line, ":")
		for _, s := range strings.Fields(short) {
			m[s] = whole
		}
	}
	return m
}

// Whole returns the word that a folded word is short for, in messages typed on
// a phone, or the word itself.
func Whole(word string) string {
	if whole, ok := shortSpellings[word]; ok {
		return whole
	}
	return word
}
