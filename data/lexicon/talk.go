package lexicon

// What people write around a question: it says how they ask, to whom and why,
// and nothing of what is measured. The lists are folded.
const (
	// Short forms of messages typed on a phone.
	shortWords = `
pk pq pkoi mme mr mlle cmb cmbien pr ds ki ke ac avc bcp tt tte ttes ts svt qd qq qqs qqn qqch ns jms tjs tjrs dc mm pcq pck pq ya til yatil ptet mtn ajd vrmt deps
bsr cdt slts pls askip jsp jveux jvoudrais sil`

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
permettre permet permettent permettait permettaient permis tenir tient tiennent tenait tenaient tenu tenue
vois voit voient voyait voyaient voulait voulu voulus
recevoir recoit recoivent recevait recevaient recu recue recus recues obtenir obtient obtiennent obtenait obtenaient obtenu
servir sert servent servait servaient recourir recourt recourent recours appel offrir offre offrent offraient
venir vient viennent venait venaient venu suit suivent suivi devenir devient deviennent devenu
croire croient croyait croyaient valoir vaut valent attendre attend attendent attendaient attendu attendue attendues attendus
donnait donnaient donnent faudrait fallait
faisait faisaient faisant faits faites faite`
)
