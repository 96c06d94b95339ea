package french

import "strings"

// The verbs whose root changes with the person or the tense: "conçoivent" is
// "concevoir", "souscrit" is "souscrire". Verbs that share their principal
// parts, but for a stem before these, stand in one row; everything is folded.
// The third person and the participles are what questions and reports use.
type conjugation struct {
	infinitive, present string
	imperfect, future   string // the root of "-ait", "-ant", and that of "-a", "-ont", "-ait"
	participle          string // in the masculine singular; empty when it is mostly something else, "né", "élu", or has no feminine
	stems               string // empty when the row is of one verb
}

var irregularVerbs = []conjugation{
	{"enir", "iens ient iennent ienne", "en", "iendr", "enu", "t maint obt sout cont det ret entret v prev interv dev parv subv prov conv"},
	{"enir", "iens ient iennent ienne", "en", "iendr", "", "rev appart"}, // "revenu" is an income
	{"endre", "ends end ennent enne", "en", "endr", "is", "pr appr compr entrepr surpr repr"},
	{"ettre", "et ettent ette", "ett", "ettr", "is", "perm rem transm soum adm prom comm comprom om em m"},
	{"evoir", "ois oit oivent oive", "ev", "evr", "u", "rec conc perc aperc dec"},
	{"oir", "ois oit oient oie", "oy", "oir", "u", "prev pourv"},
	{"oir", "ois oit oient oie", "oy", "err", "u", "rev entrev"},
	{"aitre", "ais ait aissent aisse", "aiss", "aitr", "u", "conn reconn meconn appar dispar compar transpar"},
	{"naitre", "nait naissent naisse", "naiss", "naitr", "", ""},
	{"oitre", "ois oit oissent oisse", "oiss", "oitr", "u", "cr accr decr"},
	{"rire", "ris rit rivent rive", "riv", "rir", "rit", "ec insc dec sousc presc transc"},
	{"ire", "is it isent ise", "is", "ir", "u", "rel"},
	{"ire", "isent ise", "is", "ir", "", "l el nu"}, // "le lit", "les élus", "la nuit"
	{"ire", "is it isent ise", "is", "ir", "it", "interd pred contred"},
	{"suffire", "suffit suffisent suffise", "suffis", "suffir", "", ""},
	{"rir", "re rent", "r", "rir", "ert", "ouv rouv couv decouv recouv off souff"},
	{"ourir", "ourt ourent oure", "our", "ourr", "ouru", "rec parc acc enc"},
	{"uivre", "uit uivent uive", "uiv", "uivr", "uivi", "s pours"},
	{"ivre", "it ivent", "iv", "ivr", "ecu", "v surv"},
	{"indre", "ins int ignent igne", "ign", "indr", "int", "cra pla contra atte restre rejo jo pe depe ete"},
	{"erir", "iers iert ierent iere", "er", "err", "is", "acqu requ conqu"},
	{"ervir", "ert ervent erve", "erv", "ervir", "ervi", "s dess"},
	{"entir", "ent entent ente", "ent", "entir", "enti", "s ress cons"},
	{"ortir", "ort ortent", "ort", "ortir", "orti", "s ress"},
	{"savoir", "sais sait savent sache", "sav", "saur", "su", ""},
	{"croire", "crois croit croient croie", "croy", "croir", "", ""},
	{"aire", "ait aisent aise", "ais", "air", "", "pl depl"},
	{"aire", "ait ont asse", "ais", "er", "ait", "satisf ref"},
	{"valoir", "vaut valent", "val", "vaudr", "valu", ""},
	{"valoir", "vaut valent", "val", "vaudr", "", "equi pre"},
	{"clure", "clut cluent", "clu", "clur", "clus", "in"},
	{"clure", "clut cluent", "clu", "clur", "clu", "ex con"},
	{"promouvoir", "promeut promeuvent promeuve", "promouv", "promouvr", "promu", ""},
	{"resoudre", "resout resolvent resolve", "resolv", "resoudr", "resolu", ""},
	{"battre", "bat battent batte", "batt", "battr", "battu", "com de a"},
	{"rompre", "rompt rompent rompe", "romp", "rompr", "rompu", "inter cor"},
	{"vaincre", "vainc vainquent vainque", "vainqu", "vaincr", "vaincu", "con"},
}

// homographs are forms that mostly are something else.
var homographs = set("entreprise entreprises cru crue crus crues su sue sus sues tenant")

// madeFrom are the nouns of what these verbs do.
var madeFrom = map[string]string{
	"accroissement": "accroitre", "acquisition": "acquerir", "admission": "admettre", "apparition": "apparaitre",
	"appartenance": "appartenir", "apprentissage": "apprendre", "atteinte": "atteindre", "combat": "combattre", "comprehension": "comprendre",
	"conception": "concevoir", "conclusion": "conclure", "connaissance": "connaitre", "contrainte": "contraindre", "couverture": "couvrir",
	"crainte": "craindre", "croissance": "croitre", "croyance": "croire", "debat": "debattre", "deception": "decevoir", "decouverte": "decouvrir",
	"decroissance": "decroitre", "description": "decrire", "detention": "detenir", "disparition": "disparaitre", "ecriture": "ecrire",
	"emission": "emettre", "entretien": "entretenir", "equivalence": "equivaloir", "exclusion": "exclure", "inclusion": "inclure",
	"inscription": "inscrire", "interdiction": "interdire", "interruption": "interrompre", "intervention": "intervenir", "lecture": "lire",
	"maintien": "maintenir", "meconnaissance": "meconnaitre", "naissance": "naitre", "obtention": "obtenir", "offre": "offrir",
	"ouverture": "ouvrir", "perception": "percevoir", "plainte": "plaindre", "poursuite": "poursuivre", "prescription": "prescrire",
	"prevention": "prevenir", "prevision": "prevoir", "promesse": "promettre", "promotion": "promouvoir", "provenance": "provenir",
	"reception": "recevoir", "reconnaissance": "reconnaitre", "recours": "recourir", "resolution": "resoudre", "satisfaction": "satisfaire",
	"souffrance": "souffrir", "soumission": "soumettre", "souscription": "souscrire", "soutien": "soutenir", "survie": "survivre",
	"transcription": "transcrire", "transmission": "transmettre",
}

var (
	imperfects  = strings.Fields("ait aient ant")
	futures     = strings.Fields("a ont ait aient")
	participles = []string{"", "e", "s", "es"}
)

// forms returns the folded forms of the verb of a row that has a stem.
func (c conjugation) forms(stem string) []string {
	forms := []string{stem + c.infinitive}
	for _, end := range strings.Fields(c.present) {
		forms = append(forms, stem+end)
	}
	for _, end := range imperfects {
		forms = append(forms, stem+c.imperfect+end)
	}
	for _, end := range futures {
		forms = append(forms, stem+c.future+end)
	}
	for _, end := range participles {
		if c.participle != "" && !(end == "s" && strings.HasSuffix(c.participle, "s")) {
			forms = append(forms, stem+c.participle+end)
		}
	}
	return forms
}

// verbs are the stems of a row.
func (c conjugation) verbs() []string {
	if c.stems == "" {
		return []string{""}
	}
	return strings.Fields(c.stems)
}

// conjugated holds the infinitives that a folded form may be of.
var conjugated = func() map[string][]string {
	m := make(map[string][]string)
	for _, c := range irregularVerbs {
		for _, stem := range c.verbs() {
			for _, form := range c.forms(stem) {
				if !homographs[form] {
					m[form] = append(m[form], stem+c.infinitive)
				}
			}
		}
	}
	for noun, infinitive := range madeFrom {
		m[noun] = append(m[noun], infinitive)
		if !strings.HasSuffix(noun, "s") {
			m[noun+"s"] = append(m[noun+"s"], infinitive)
		}
	}
	return m
}()
