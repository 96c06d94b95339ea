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

// The lists are folded. They leave out every word that negates, counts or
// compares as a subject of its own ("premier", "leader"), which published
// stop-word lists throw away.
const (
	functionWords = `
le la les l un une des du de d au aux a en dans par pour sur sous avec sans chez entre vers parmi hors
selon apres avant contre comme dont que qu qui quoi ou et ni mais donc or car si ne n pas point plus moins
ce cet cette ces c ceux celle celles celui ca cela ceci il elle ils elles on nous vous je j tu me m te t se s y
lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos eux soi
tout tous toute toutes aucun aucune quelque quelques chaque plusieurs certains certaines certain certaine
tres trop assez aussi encore deja meme bien alors puis ainsi ici la afin lors lorsque pendant depuis jusque jusqu
etre suis es est sommes etes sont etais etait etions etiez etaient sera seront serait seraient soit soient ete etant fut
avoir ai as avons avez ont avais avait avaient aura auront aurait auraient ait aient eu eue eus eues ayant
pouvoir peut peuvent pourrait pourraient pu devoir doit doivent devrait devraient du
vouloir veut veulent voudrait voudrais aller va vont allait
aujourd hui non oui sauf excepte via lequel laquelle lesquels lesquelles auquel auxquels desquels
parfois souvent sinon tot tard plutot abord faut vs ailleurs dessus dessous cote cas sein fois autre autres voire toujours jamais rien`

	askingWords = `
quel quelle quels quelles combien pourquoi comment quand
pourcentage pourcentages pourcent taux part parts proportion proportions chiffre chiffres nombre nombres nb
statistique statistiques stat stats pct cb cbien koi kel kelle moyenne moyen environ exact exacte exactement precis precise precisement
valeur fraction quantite total
bonjour bonsoir salut hello coucou yo merci svp stp plait please ok bah ben euh hein
dire dis dites disait disaient dit disent donne donner donnez donnes connaitre connais connaissez connait connaissent connaissaient savoir sais sait savez savent savait savaient su
montre montrer montrez critere criteres maniere facon aspect aspects element elements indiquer indiquez cherche chercher recherche voir trouver trouve trouvez
question info infos fait faire font faisait vrai faux confirmer confirmez confirmes
aimerais souhaite souhaiterais besoin possible peux pouvez
propos sujet concernant concerne rapport quant niveau terme termes matiere`

	studyWords = `
observatoire enquete etude edition editions etudes enquetes barometre sondage annee annees an ans publication source sources
resultat resultats constat constats`

	lightWords = `
different differents differente differentes divers diverses distinct distincts distincte distinctes
actuel actuelle actuels actuelles actuellement recemment recent recente recents recentes desormais maintenant
vraiment reellement effectivement globalement generalement notamment seulement surtout principalement
environ presque quasiment ensemble totalite majorite plupart moitie tiers quart
personne personnes gens monde chose choses type types sorte sortes genre genres
nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites bon bonne bons bonnes
france francais francaise francaises territoire territoires local locale locaux locales territorial territoriale territoriaux territoriales
mis mise mettre mettent place dote dotes dotee dotees doter disposer dispose disposent disposait
celui-ci suivant suivante date jour mois
pense pensent voie train cours tendance horizon moment epoque debut fin
vis face part rang effet effets impact impacts influence consequence consequences pareil pareille pareils pareilles semblable semblables identique identiques
accord desaccord version versions contradiction contradictions divergence divergences choix`

	// Regular verbs, each read in all its forms.
	lightVerbs = `
recenser compter exister posseder utiliser adopter declarer affirmer estimer juger penser considerer
citer mentionner observer constater noter toucher representer participer rester
passer sembler indiquer signaler rapporter presenter
avancer annoncer assurer envisager occuper
repondre concerner viser realiser positionner arriver classer situer
regarder mesurer etudier analyser suivre traiter aborder parler choisir`
)

var classes = func() map[string]Class {
	m := make(map[string]Class)
	for _, l := range []struct {
		class Class
		words string
	}{{Light, lightWords}, {Study, studyWords}, {Asking, askingWords}, {Function, functionWords}} {
		for _, w := range strings.Fields(l.words) {
			m[Fold(w)] = l.class
		}
	}
	for _, verb := range strings.Fields(lightVerbs) {
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
	erEndings = strings.Fields("er e es ent ez ons ait aient ant era eront erait eraient ee ees")
	reEndings = strings.Fields("re d ds dent dez dons dait daient dant dra dront drait draient du due dus dues")
)

// verbForms returns the folded forms of a regular verb in -er, or in -dre.
func verbForms(infinitive string) []string {
	stem, endings := strings.TrimSuffix(infinitive, "er"), erEndings
	if strings.HasSuffix(infinitive, "dre") {
		stem, endings = strings.TrimSuffix(infinitive, "dre"), reEndings
	}
	forms := []string{infinitive}
	for _, e := range endings {
		forms = append(forms, stem+e)
		if strings.HasSuffix(stem, "g") && strings.HasPrefix(e, "a") {
			forms = append(forms, stem+"e"+e)
		}
	}
	return forms
}
