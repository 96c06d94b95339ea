package french

import (
	"strings"

	"constat/data/lexicon"
)

// Whether a finding says a word decides whether it may answer, so the light
// stemmer will not do: it takes "forme" for "formation". Here a word is read
// in every way its ending allows, and two words are one when
//
//   - they differ by number or gender alone ("communal", "communales"), or
//   - one may be a form of a verb ("pilote", "piloter", "pilotent") and the
//     other a form of the same verb or a noun made from it ("pilotage").
//
// Two nouns made from a verb never meet: "directeur" is not "direction",
// "équipage" is not "équipement". Accents are folded, so a word in -e may be a
// noun or a participle: it meets the noun of the action ("adopté", "adoption")
// but not that of the agent ("contrôle", "contrôleur").

// A reading is the root of a word and what the word makes of it.
const (
	same   = "="  // the word itself, in the masculine singular
	verb   = "v:" // a conjugated form, an infinitive, a participle that is surely one
	mute   = "e:" // a word in -e: a verb, or any noun
	action = "n:" // the noun of the action: "pilotage", "adoption"
	agent  = "g:" // the noun of whoever does it: "décideur", "utilisatrice"
	active = "p:" // a present participle: "innovant"
	bare   = "b:" // a noun that is the root itself: "transport", "emploi"
)

// Said returns the keys that a folded word of a finding leaves. The finding
// says a word when it leaves one of the keys that Asked returns for it.
func Said(word string) []string {
	return read(word)
}

// Asked returns the keys of which a finding must leave one to say a folded
// word.
func Asked(word string) []string {
	var keys []string
	for _, key := range read(word) {
		if strings.HasPrefix(key, same) {
			keys = append(keys, key)
			continue
		}
		kind, root := key[:len(verb)], key[len(verb):]
		for _, other := range meets[kind] {
			keys = append(keys, other+root)
		}
	}
	return keys
}

// meets says which readings of one root are the same word.
var meets = map[string][]string{
	verb:   {verb, mute, action, agent, active, bare},
	mute:   {verb, mute, action},
	action: {verb, mute},
	agent:  {verb, agent},
	active: {verb},
	bare:   {verb},
}

// An ending reads a word that ends with it: what remains, with root added, is
// the root, when it has so many letters.
type ending struct {
	kind, text, root string
	letters          int
}

// Letters that must remain. Inflections are safe with little; nouns made from
// verbs, and endings that many other words have, need more.
const (
	inflected = 3
	distant   = 4 // endings of tenses that reports seldom use, and of verbs in -ir
	derived   = 5
)

var endings = []ending{
	{mute, "e", "", inflected}, {verb, "er", "", inflected}, {verb, "ee", "", inflected}, {verb, "ent", "", inflected},
	{verb, "ez", "", distant}, {verb, "ait", "", distant}, {verb, "aient", "", distant}, {verb, "erent", "", distant},
	{verb, "era", "", distant}, {verb, "eront", "", distant}, {verb, "erait", "", distant}, {verb, "eraient", "", distant},

	{verb, "ir", "", distant}, {verb, "issent", "", distant}, {verb, "isse", "", distant}, {verb, "issait", "", distant}, {verb, "issaient", "", distant},
	{verb, "ira", "", distant}, {verb, "iront", "", distant}, {verb, "irait", "", distant}, {verb, "iraient", "", distant},
	{verb, "it", "", derived}, {verb, "i", "", derived}, {verb, "ie", "", derived},

	{verb, "dre", "d", distant}, {verb, "d", "d", distant}, {verb, "du", "d", distant}, {verb, "due", "d", distant}, {verb, "dra", "d", distant}, {verb, "dront", "d", distant},
	{verb, "drait", "d", distant}, {verb, "draient", "d", distant},

	{verb, "uire", "ui", inflected}, {verb, "uisent", "ui", inflected}, {verb, "uisait", "ui", inflected}, {verb, "uisaient", "ui", inflected}, {verb, "uira", "ui", inflected}, {verb, "uiront", "ui", inflected}, {verb, "uit", "ui", distant}, {verb, "uite", "ui", distant},

	{active, "ant", "", distant}, {active, "ante", "", distant}, {active, "issant", "", distant}, {active, "issante", "", distant},

	{action, "age", "", derived}, {action, "ement", "", derived}, {action, "issement", "", derived}, {action, "issage", "", distant}, {action, "aison", "", derived},
	{action, "ation", "", derived}, {action, "ition", "", derived}, {action, "ication", "i", derived}, // "certification", "certifier"
	{action, "tion", "t", derived}, {action, "sion", "s", derived}, // "adoption", "diffusion"
	{action, "ution", "u", derived},   // "évolution", "évoluer"
	{action, "uction", "ui", distant}, // "réduction", "réduire"

	{agent, "eur", "", derived}, {agent, "euse", "", derived}, {agent, "ateur", "", derived}, {agent, "atrice", "", derived}, {agent, "trice", "t", derived},
}

// shortEndings are those of verbs in -ir, which many other words have: after a
// short root the imperfect tells them apart, "bâtissait" of "bâti", where no
// "petissait" is of "petit".
var shortEndings = strings.Fields("it i ie ir issent isse issait issaient ira iront irait iraient")

// bareLetters is how long a noun must be to be taken for the root of a verb:
// "transport" and "transporter", not "port" and "porte".
const bareLetters = 6

// The families that no ending reaches: nouns, and the root of their verb.
var irregular = map[string]string{
	"achat": verbRoot("achet"), "adhesion": "adher", "appui": "appui", "arret": "arret", "attente": "attend", "choix": "chois", "cout": "cout",
	"creation": "cre", "decision": "decid", "defense": "defend", "depot": "depos", "envoi": "envoi", "essai": "essai", "extension": "etend",
	"gain": "gagn", "gestion": "ger", "nomination": verbRoot("nomm"), "oubli": "oubli", "paiement": "pai", "perte": "perd", "protection": "proteg",
	"refus": "refus", "rejet": "rejet", "renvoi": "renvoi", "reponse": "repond", "suivi": "suiv", "tri": "tri", "vente": "vend",
}

// Verbs whose present in -ique is not the feminine of an adjective.
var iqueVerbs = set("implique explique applique complique communique indique fabrique revendique duplique")

// Words whose feminine or plural is not made by rule.
var masculine = map[string]string{"publique": "public", "publiques": "public", "travaux": "travail"}

// Verbs whose form is that of a noun which, in reports, has a plural: "qui
// finance" is not about "les finances".
var onlyVerb = set("finance commande")

// Nouns in -e that are not the feminine of a shorter word.
var genderless = set("commune porte poste monte fonde mode coupe")

// Nouns and adjectives that look like a form, or a noun, of a verb and mean
// something else: "une équipe" is no "équipement", "les administrés" are no
// "administration", "un rendez-vous" renders nothing.
var alone = set(`rendez commune equipe groupe administre administree employe employee manager directe correcte
	personnage equipage collection usager passager donnee finance presse programme plante`)

// Nouns whose last s is no mark of the plural: "accès" is of no family with
// "accent".
var invariable = set("acces succes proces exces deces congres progres")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// read returns the readings of a folded word, itself first.
func read(word string) []string {
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return []string{same + word}
	}
	if onlyVerb[word] {
		return []string{mute + verbRoot(strings.TrimSuffix(word, "e"))}
	}
	keys := []string{same + masculineSingular(word)}
	w := lexicon.Singular(word)
	if invariable[word] {
		w = word
	}
	if root, ok := irregular[word]; ok {
		keys = append(keys, action+root)
	} else if root, ok := irregular[w]; ok {
		keys = append(keys, action+root)
	}
	for _, infinitive := range conjugated[word] {
		keys = append(keys, verb+infinitive)
	}
	if alone[w] || strings.HasSuffix(w, "ique") && !iqueVerbs[w] { // "pratique" and "technique" are seldom verbs
		return keys
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(w, e.text)
		if ok && len(stem)+len(e.root) >= e.letters {
			keys = append(keys, e.kind+verbRoot(stem+e.root))
		}
	}
	for _, e := range shortEndings {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) >= inflected && len(stem) < derived && IsWord(stem+"issait") {
			keys = append(keys, verb+verbRoot(stem))
		}
	}
	if len(w) >= bareLetters && !strings.HasSuffix(w, "e") {
		keys = append(keys, bare+verbRoot(w))
	}
	return keys
}

// Agent reports whether a folded word surely names whoever does something:
// "administrateur", "utilisatrices".
func Agent(word string) bool {
	w := lexicon.Singular(word)
	return strings.HasSuffix(w, "ateur") || strings.HasSuffix(w, "atrice")
}

// verbRoot evens out what conjugation changes at the end of a root:
// "communiqu-" and "communic-", "engage-" and "engag-", "déploy-" and
// "déploi-", "appell-" and "appel-".
func verbRoot(root string) string {
	n := len(root)
	switch {
	case strings.HasSuffix(root, "qu"):
		return root[:n-2] + "c"
	case strings.HasSuffix(root, "ge"):
		return root[:n-1]
	case strings.HasSuffix(root, "y"):
		return root[:n-1] + "i"
	}
	return single(root)
}

// single undoes the doubling of a last consonant.
func single(w string) string {
	if n := len(w); n > 3 && w[n-1] == w[n-2] && strings.IndexByte("lnmprst", w[n-1]) >= 0 {
		return w[:n-1]
	}
	return w
}

// Feminine endings, and the masculine ones.
var feminine = []struct{ feminine, masculine string }{
	{"iere", "ier"}, {"ive", "if"}, {"euse", "eu"}, {"trice", "teur"}, {"ee", ""}, {"ue", "u"}, {"ie", "i"},
}

// Letters that must remain before a feminine ending: "élue" is "élu", "base"
// is not "bas".
const (
	feminineLetters = 2
	muteLetters     = 4 // before a plain mute e
)

// masculineSingular returns a folded word in the masculine singular. It need
// not be a French word: it only has to be the same for all its forms.
func masculineSingular(word string) string {
	if m, ok := masculine[word]; ok {
		return m
	}
	w := lexicon.Singular(word)
	if genderless[w] {
		return w
	}
	for _, f := range feminine {
		if stem, ok := strings.CutSuffix(w, f.feminine); ok && len(stem) >= feminineLetters {
			return stem + f.masculine
		}
	}
	if stem, ok := strings.CutSuffix(w, "e"); ok && len(stem) >= muteLetters {
		return single(stem)
	}
	return w
}

// root opens the key that Root returns.
const root = "~:"

// Endings by which French makes adjectives and adverbs from nouns, nouns from
// adjectives, and verbs from both, without a last mute e, the longest first.
// Those of people and of what they do are not here: a "directeur" is no
// "direction".
var derivations = strings.Fields("iquement alement ellement isation itair nair iqu air nell uell iell ell nel uel iel oir eux ist iser anc enc al el is it i")

// rootLetters is how long a root is at least: under it too many words share it.
const rootLetters = 5

// Root returns the key that a folded word leaves for the words that are made
// from one another: "documentaire" and "document", "numérique" and
// "numériquement". It is looser than Said: such words are near, not the same.
func Root(word string) string {
	w := strings.TrimSuffix(lexicon.Singular(word), "e")
	for _, d := range derivations {
		if stem, ok := strings.CutSuffix(w, d); ok && len(stem) >= rootLetters {
			w = stem
			break
		}
	}
	return root + verbRoot(w)
}
