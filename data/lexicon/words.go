package lexicon

import "strings"

// A Class says what a word does in a question.
type Class uint8

// The classes of words. A word that has none names a subject: a finding must
// say it to answer.
const (
	Subject  Class = iota
	Function       // carries no meaning alone: articles, prepositions, pronouns, auxiliaries
	Asking         // says that something is asked, or politely: "quel", "pourcentage", "merci"
	Study          // names the survey itself: "édition", "enquête", "observatoire"
	Light          // says little of what is measured: "recenser", "actuellement", "différent"
)

// ClassOf returns the class of a folded word.
func ClassOf(w string) Class { return classes[w] }

// The lists are folded. A word that tells two findings apart is in none of
// them, however common: it negates, counts, compares or measures ("hausse",
// "stable", "premier", "grand", "nouveau"). Published stop-word lists throw
// these away.
const (
	functionWords = `
le la les l un une des du de d au aux a en dans par pour sur sous avec sans chez entre vers parmi
selon apres avant contre comme dont que qu qui quoi ou et ni mais donc or car si ne n pas pa point plus moins
ce cet cette ces c ceux celle celles celui ca cela ceci il elle ils elles on nous vous je j tu me m te t se s y
lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos eux soi
tout tous toute toutes aucun aucune quelque quelques chaque plusieurs certains certaines certain certaine
tres trop assez aussi encore deja meme memes bien alors puis ainsi ici la afin lors lorsque pendant depuis jusque jusqu
etre suis es est sommes etes sont etais etait etions etiez etaient sera seront serait seraient soit soient ete etant fut
avoir ai as avons avez ont avais avait avaient aura auront aurait auraient ait aient eu eue eus eues ayant
pouvoir peut peuvent pourrait pourraient pu devoir doit doivent devrait devraient devait devaient
vouloir veut veulent voudrait voudrais voulaient aller va vont allait allaient
aujourd hui non oui via lequel laquelle lesquels lesquelles auquel auxquels desquels
parfois souvent sinon tot tard plutot abord faut vs ailleurs dessus dessous cote cas sein fois voire toujours jamais rien
face vis aupres guere dela parce puisque puisqu lorsqu quoique tandis`

	askingWords = `
quel quelle quels quelles combien pourquoi comment quand
pourcentage pourcentages pourcent taux part parts proportion proportions chiffre chiffres nombre nombres nb
statistique statistiques stat stats score scores pct cb cbien koi kel kelle moyen environ exact exacte exactement precis precise precisement
fraction quantite
bonjour bonsoir salut hello coucou cc bjr slt yo merci svp stp plait please ok bah ben euh hein
dire dis dites disait disaient dit disent donne donner donnez donnes
connaitre connais connaissez connait savoir sais sait savez
montre montrer montrez indiquer indiquez cherche chercher voir trouver trouve trouvez
critere criteres maniere facon aspect aspects element elements
liste listes listez question info infos fait faire font faisait vrai faux confirmer confirmez confirmes
aimerais souhaite souhaiterais besoin possible peux pouvez
propos sujet concernant concerne rapport quant terme termes matiere`

	studyWords = `
bilan benchmark
observatoire enquete etude edition editions etudes enquetes barometre sondage annee annees an ans source sources
resultat resultats constat constats`

	lightWords = `
different differents differente differentes divers diverses distinct distincts distincte distinctes autre autres
actuel actuelle actuels actuelles actuellement recemment recent recente recents recentes desormais maintenant
vraiment reellement effectivement globalement generalement notamment seulement surtout principalement
presque quasiment ensemble totalite total majorite minorite plupart moitie tiers quart quarts hors hormis sauf excepte
personne personnes gens monde chose choses type types sorte sortes valeur niveau niveaux
bon bonne bons bonnes
france francaise francaises territoire territoires local locale locaux locales territorial territoriale territoriaux territoriales
mis mise mises mettre mettent place dote dotes dotee dotees doter disposer dispose disposent disposait
precedent precedente precedents precedentes auparavant prochain prochaine confondu confondue confondus confondues
suivant suivante suivre date jour mois recherche choisir
tendance tendances horizon moment epoque debut fin
rang effet effets impact impacts influence consequence consequences pareil pareille pareils pareilles semblable semblables identique identiques
accord desaccord version versions contradiction contradictions divergence divergences choix
classe classent classee classees
juste ordre joue jouent jouait jouaient donnent moindre tel telle tels telles immense collegue collegues soutient pretend comprises compris voulais voulait voulons rond pile dedans faudrait trompe lie lies liee liees exemple exemples nombreux nombreuses davantage longtemps donnait donnaient marchent fonctionnent
voisin voisine voisins voisines general generale generaux generales global globale propre reel reelle veritable veritables
simple simples normal normale habituel habituelle classique classiques concret concrete specifique specifiques particulier particuliere
officiel officielle vaste fameux fameuse
facons idee situation contexte cadre milieu demarche demarches existence presence utilisation usuel partir
couramment frequemment habituellement normalement finalement simplement clairement apparemment visiblement probablement surement
avancait avancaient prevision previsions evidemment justement franchement honnetement serieusement officiellement largement nettement essentiellement majoritairement
respectif respective respectifs respectives respectivement eventuellement parallelement egalement veritablement carrement habitude quelconque
approximativement grossierement potentiellement theoriquement toutefois neanmoins cependant pourtant pareillement notablement particulierement
specialement specifiquement heureusement malheureusement curieusement etonnamment bizarrement naturellement forcement certainement
assurement vraisemblablement manifestement logiquement decidement ensuite relativement tellement absolument
thematique thematiques phenomene phenomenes volet volets problematique problematiques`

	// Regular verbs, each read in all its forms: what people say, think, count
	// or hold. Verbs of doing ("déployer", "nommer", "participer") are subjects.
	lightVerbs = `
recenser compter exister posseder utiliser declarer affirmer estimer juger penser considerer
citer mentionner souligner evoquer observer constater toucher representer rester
passer sembler indiquer signaler rapporter presenter figurer
annoncer assurer envisager occuper
repondre concerner viser realiser positionner arriver situer
regarder mesurer aborder parler
effectuer denombrer totaliser avoisiner chiffrer quantifier averer proceder entreprendre operer accomplir demontrer reveler prouver constituer composer situer obtenir
arriver`
)

var classes = func() map[string]Class {
	m := make(map[string]Class)
	for _, l := range []struct {
		class Class
		words string
	}{{Light, lightWords}, {Light, carryingForms}, {Asking, courtesyWords}, {Asking, shortWords}, {Asking, greetingWords}, {Asking, fillerWords}, {Asking, wishingWords}, {Study, studyWords}, {Asking, askingWords}, {Function, functionWords}} {
		for _, w := range strings.Fields(l.words) {
			m[Fold(w)] = l.class
		}
	}
	for short := range shortSpellings {
		if _, known := m[short]; !known {
			m[short] = Asking // where it is not read as the whole word: "PR" in capitals
		}
	}
	for _, verb := range strings.Fields(lightVerbs + carryingVerbs) {
		for _, form := range verbForms(verb) {
			if _, known := m[form]; !known {
				m[form] = Light
			}
		}
	}
	return m
}()

// The endings of regular verbs, folded: the forms that questions and findings
// use.
var (
	erEndings  = strings.Fields("er e es ent ez ons ait aient ant era eront erait eraient ee ees")
	dreEndings = strings.Fields("dre d ds dent dez dons dait daient dant dra dront drait draient du due dus dues")
)

// verbForms returns the folded forms of a regular verb in -er, or in -dre.
func verbForms(infinitive string) []string {
	stem, endings := strings.TrimSuffix(infinitive, "er"), erEndings
	if root, ok := strings.CutSuffix(infinitive, "dre"); ok {
		stem, endings = root, dreEndings
	}
	var forms []string
	for _, e := range endings {
		forms = append(forms, stem+e)
		if strings.HasSuffix(stem, "g") && (e[0] == 'a' || e[0] == 'o') { // "jugeait"
			forms = append(forms, stem+"e"+e)
		}
	}
	return forms
}
