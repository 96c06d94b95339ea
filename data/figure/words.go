package figure

import "strings"

// The tables of this file are folded: lower case, no accents. Of each entry
// one can ask which other wording it serves.

// A role is what grammar knows of a word; a word may have several.
type role uint32

const (
	functionWord role = 1 << iota // carries no meaning alone: never a counted noun
	ofWord                        // de, d', du, des
	toWord                        // à, au, aux; "a" also is the verb
	articleWord                   // may stand between a qualifier and its number
	linkWord                      // may stand inside "un directeur des systèmes d'information sur deux"
	introWord                     // brings in what a figure is about: "44 % des 100 décideurs"
	numberWord                    // part of a number in letters
	tensWord                      // vingt to soixante, and septante to nonante
	millionWord
	milliardWord
	halvedWord    // may follow "un demi-"
	monthWord     // a month
	plainWord     // an adjective before its noun: "trois grandes villes"
	auxiliaryWord // before "doublé"
	negationWord  // closes "ne": pas, aucun
	clauseWord    // opens another clause: what follows denies something else
	timesWord     // after "trois fois": plus, moins, celui
	fillerWord    // between "croissance" and "de 3 %": annuelle, moyenne, est
)

var roles = func() map[string]role {
	m := make(map[string]role)
	set := func(r role, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= r
		}
	}
	set(functionWord, `le la les l un une des du de d au aux a en dans par pour sur sous avec sans chez entre vers parmi hors
		selon apres avant contre comme dont que qu qui quoi ou et ni mais donc or car si ne n pas point plus moins non oui
		ce cet cette ces c ceux celle celles celui ca cela ceci il ils elle elles on nous vous je j tu me m te t se s y
		lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos eux soi
		tout tous toute toutes aucun aucune quelque quelques chaque plusieurs certains certaines
		tres trop assez aussi encore deja meme bien alors puis ainsi ici lors lorsque pendant durant depuis jusque jusqu des
		seulement environ presque pres peine maximum minimum max min davantage respectivement
		sommes etes suis es est sont etais etait etaient sera seront serait seraient soit soient ete etre
		ai as avons avez ont avais avait avaient aura auront aurait auraient ait aient eu avoir
		peut peuvent doit doivent va vont fait font p vs fois voire toujours jamais rien ailleurs`)
	set(functionWord|monthWord, `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`)
	set(ofWord|linkWord|introWord, `de d du des`)
	set(toWord|linkWord|introWord, `a au aux`)
	set(linkWord, `la le les l en`)
	set(introWord, `parmi sur chez dans en pendant durant depuis apres avant entre base effectif echantillon n`)
	set(articleWord, `la le les l ces nos leurs ses`)
	set(halvedWord, `point million milliard`)
	set(millionWord, `million millions`)
	set(milliardWord, `milliard milliards`)
	set(plainWord, `grand grands grande grandes petit petits petite petites nouveau nouveaux nouvelle nouvelles premier premiers premiere premieres
		dernier derniers derniere dernieres prochain prochains prochaine prochaines principal principaux principale principales autre autres
		different differents differente differentes meme memes bon bons bonne bonnes gros grosse grosses jeune jeunes seul seuls seule seules
		vrai vrais vraie vraies ancien anciens ancienne anciennes`)
	set(auxiliaryWord, `a as ai ont avait avaient aura auront aurait auraient avoir ait aient est sont`)
	set(negationWord, `pas aucun aucune jamais rien nul nulle nullement ni point guere`)
	set(clauseWord, `que qu qui dont mais si car lorsque`)
	set(timesWord, `plus moins davantage superieur superieurs superieure superieures inferieur inferieurs inferieure inferieures celui celle ceux celles`)
	set(fillerWord, `en est etait sera serait a ete de d l la le atteint atteindra`)
	for w, n := range numberWords {
		m[w] |= numberWord
		if n >= 20 && n < 100 {
			m[w] |= tensWord
		}
	}
	return m
}()

var numberWords = map[string]float64{
	"zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
	"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
	"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
	"septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
	"cent": 100, "cents": 100, "mille": 1000,
}

// denominators hold what a fraction is named by, in the singular and in the
// plural.
var denominators = map[string]denominator{
	"moitie": {2, true, false}, "tiers": {3, true, true}, "quart": {4, true, false}, "quarts": {4, false, true},
	"cinquieme": {5, true, false}, "cinquiemes": {5, false, true}, "sixieme": {6, true, false}, "sixiemes": {6, false, true},
	"septieme": {7, true, false}, "septiemes": {7, false, true}, "huitieme": {8, true, false}, "huitiemes": {8, false, true},
	"neuvieme": {9, true, false}, "neuviemes": {9, false, true}, "dixieme": {10, true, false}, "dixiemes": {10, false, true},
	"vingtieme": {20, true, false}, "vingtiemes": {20, false, true}, "centieme": {100, true, false}, "centiemes": {100, false, true},
}

type denominator struct {
	value            float64
	singular, plural bool
}

// collectives hold the nouns that are a round number: "une trentaine".
var collectives = map[string]float64{
	"dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
	"cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100, "millier": 1e3, "milliers": 1e3,
	"million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
}

// moneyScales hold what is written right before the euro sign: "12 M€".
var moneyScales = map[string]float64{
	"k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9, "mio": 1e6, "mia": 1e9,
}

// euros hold the euro's names, those of its multiples included.
var euros = map[string]float64{
	"€": 1, "euro": 1, "euros": 1, "eur": 1, "keuro": 1e3, "keuros": 1e3, "keur": 1e3, "meuro": 1e6, "meuros": 1e6, "meur": 1e6, "mdeur": 1e9,
}

// times hold the units of time: those of a month or longer are counted in
// months, the shorter ones keep their noun, since a month has no fixed number
// of days.
var times = map[string]float64{
	"an": 12, "ans": 12, "annee": 12, "annees": 12, "mois": 1, "trimestre": 3, "trimestres": 3, "semestre": 6, "semestres": 6,
	"decennie": 120, "decennies": 120, "siecle": 1200, "siecles": 1200,
	"jour": 0, "jours": 0, "journee": 0, "journees": 0, "j": 0, "semaine": 0, "semaines": 0, "heure": 0, "heures": 0, "h": 0,
	"minute": 0, "minutes": 0, "mn": 0, "seconde": 0, "secondes": 0,
}

// abbreviations spell out the short forms of units and of what they are
// divided by.
var abbreviations = map[string]string{"h": "heure", "j": "jour", "mn": "minute", "hab": "habitant", "pers": "personne"}

// perWords hold what a rate may be divided by. It is closed, since "par" also
// brings in an agent or an adverb: "par Markess", "par ailleurs".
var perWords = set(`habitant habitants hab an annee mois trimestre semestre semaine jour heure minute agent agents tete personne pers
	foyer menage poste utilisateur usager citoyen eleve salarie etp commune collectivite intercommunalite departement region direction service site`)

// gluedUnits are short units that may follow digits without a space.
var gluedUnits = set(`k m md mds mrd h j x an ans pt pts pp`)

var ordinalSuffixes = set(`e er ers ere eres re res eme emes ieme iemes nd nds nde ndes es`)

// sigles are nouns that take no plural mark, typed in lower case by people.
var sigles = set(`etp dsi epci drh dgs dga daf pme tpe eti ccas sdis sivu sivom scot`)

// participles say how people were asked, after a share: "7 sur 10 interrogés".
var participles = set(`interroge interroges interrogee interrogees sonde sondes sondee sondees questionne questionnes questionnee questionnees consultes consultees`)

// persons follow "un tiers" where it is somebody, not a third.
var persons = set(`acteur agree archiveur autorise certificateur certifie collecteur competent confiance declarant demandeur detenteur exploitant
	exterieur externe facilitateur habilite hebergeur independant lieu lieux mainteneur monde neutre payant prestataire prive public qualifie responsable specialise`)

// edgeWords are the content words of qualifiers, before "d'un tiers".
var edgeWords = set(`loin autour ordre proche proches alentours environs dela dessus dessous deca superieur inferieur`)

// parties make "majorité" a group of elected people, or a rule of vote.
var parties = set(`municipale presidentielle parlementaire gouvernementale senatoriale departementale regionale politique sortante silencieuse absolue qualifiee relative elue electorale legale civile`)

// directions hold the stems of what goes up or down, and the sign of a change
// that follows "de". They are compared as prefixes.
var directions = []direction{
	{"hauss", +1}, {"croiss", +1}, {"croit", +1}, {"augment", +1}, {"progress", +1}, {"accroi", +1}, {"grimp", +1}, {"bondi", +1}, {"bond", +1},
	{"majorat", +1}, {"gain", +1}, {"evolu", 0}, {"variation", 0}, {"ecart", 0}, {"baiss", -1}, {"recul", -1}, {"diminu", -1}, {"chut", -1}, {"repli", -1},
	{"redui", -1}, {"reduc", -1}, {"decroi", -1}, {"flechi", -1}, {"contract", -1}, {"perte", -1}, {"tomb", -1},
}

// changeNouns are the directions that may follow a percent: "3 % de hausse",
// not "30 % de contractuels".
var changeNouns = set(`hausse croissance augmentation progression accroissement gain gains majoration
	baisse recul diminution chute repli reduction decroissance contraction perte pertes flechissement`)

// takers hold the stems of verbs that take their points directly: "gagne 6
// points".
var takers = []direction{{"gagn", +1}, {"pren", +1}, {"perd", -1}, {"ced", -1}}

// movers hold the stems of verbs before "de 32 % à 44 %".
var movers = []direction{{"pass", 0}, {"evolu", 0}}

type direction struct {
	stem string
	sign float64 // 0: up unless said otherwise
}

// directionOf returns the first direction whose stem begins the word, or nil.
func directionOf(list []direction, word string) *direction {
	for i := range list {
		if strings.HasPrefix(word, list[i].stem) {
			return &list[i]
		}
	}
	return nil
}

// multiples hold the stems of "doubler" and its like.
var multiples = []struct {
	stem   string
	factor float64
}{{"doubl", 2}, {"tripl", 3}, {"quadrupl", 4}, {"quintupl", 5}, {"decupl", 10}, {"centupl", 100}}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
