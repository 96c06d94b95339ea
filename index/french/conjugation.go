package french

import "strings"

// The verbs whose root changes with the person or the tense, by the endings
// that they share: "conçoivent" is "concevoir", "souscrit" is "souscrire".
// Those that are mostly something else are left out: "part" is seldom
// "partir", "élu" seldom "élire". Endings and stems are folded.
var irregularVerbs = []struct{ endings, stems string }{
	{"enir iens ient iennent enait enaient enu enue enus enues enant iendra iendront", "t maint obt sout cont det ret entret prev interv dev parv subv rev"},
	{"endre ends end ennent enait enaient is ise ises enant endra endront", "pr appr compr entrepr surpr repr"},
	{"ettre ets et ettent ettait ettaient is ise ises ettant ettra ettront", "perm rem transm soum adm prom comm m"},
	{"evoir ois oit oivent evait evaient u ue us ues evant evra evront", "rec conc perc aperc dec"},
	{"oir ois oit oient oyait oyaient u ue us ues oyant oira oiront", "prev rev pourv"},
	{"aitre ais ait aissent aissait aissaient u ue us ues aissant aitra aitront", "conn reconn appar dispar meconn"},
	{"oitre ois oit oissent oissait oissaient u ue us ues oissant oitra oitront", "cr accr decr"},
	{"rire ris rit rivent rivait rivaient rits rite rites rivant rira riront", "ec insc desc sousc presc transc"},
	{"ire is it isent isait isaient u ue us ues isant ira iront", "rel"},
	{"rir re rent rait raient ert erte erts ertes rant rira riront", "ouv couv decouv recouv off souff"},
	{"ourir ourt ourent ourait ouraient ouru ourue ourant ourra ourront", "rec parc acc enc"},
	{"uivre uit uivent uivait uivaient uivi uivie uivis uivies uivant uivra uivront", "s pours"},
	{"indre ins int ignent ignait ignaient ints inte intes ignant indra indront", "cra pla contra atte restre rejo"},
	{"erir iers iert ierent erait eraient is ise ises erant erra erront", "acqu requ conqu"},
	{"ervir ert ervent ervait ervaient ervi ervie ervis ervies ervant ervira erviront", "s dess"},
	{"entir ent entent entait entaient enti entie entant entira entiront", "ress cons"},
	{"savoir sais sait savent savait savaient su sue sachant saura sauront", ""},
	{"croire croit croient croyait croyaient cru crue croyant croira croiront", ""},
	{"plaire plait plaisent plaisait plaisaient plu plaisant plaira plairont", ""},
	{"satisfaire satisfait satisfont satisfaisait satisfaisaient satisfaits satisfaite satisfaites satisfaisant satisfera satisferont", ""},
	{"clure clut cluent cluait cluaient clus cluse cluses clue clues cluant clura cluront", "in ex con"},
	{"promouvoir promeut promeuvent promouvait promouvaient promu promue promus promues", ""},
	{"resoudre resout resolvent resolvait resolvaient resolu resolue resolus resolues", ""},
	{"battre bat battent battait battaient battu battue battus battues battant", "com"},
	{"rompre rompt rompent rompait rompaient rompu rompue rompant rompra rompront", "inter"},
}

// madeFrom are the nouns of what these verbs do.
var madeFrom = map[string]string{
	"acquisition": "acquerir", "apparition": "apparaitre", "apprentissage": "apprendre", "comprehension": "comprendre", "conception": "concevoir",
	"connaissance": "connaitre", "couverture": "couvrir", "crainte": "craindre", "croissance": "croitre", "decouverte": "decouvrir",
	"disparition": "disparaitre", "inclusion": "inclure", "exclusion": "exclure", "inscription": "inscrire", "maintien": "maintenir",
	"meconnaissance": "meconnaitre", "obtention": "obtenir", "offre": "offrir", "ouverture": "ouvrir", "perception": "percevoir", "poursuite": "poursuivre",
	"prescription": "prescrire", "prevention": "prevenir", "promotion": "promouvoir", "reception": "recevoir", "reconnaissance": "reconnaitre",
	"resolution": "resoudre", "satisfaction": "satisfaire", "souscription": "souscrire", "transmission": "transmettre", "intervention": "intervenir",
	"accroissement": "accroitre",
}

// conjugated holds the infinitives that a folded form may be of.
var conjugated = func() map[string][]string {
	m := make(map[string][]string)
	for _, v := range irregularVerbs {
		endings, stems := strings.Fields(v.endings), strings.Fields(v.stems)
		if len(stems) == 0 {
			stems = []string{""}
		}
		for _, stem := range stems {
			for _, e := range endings {
				m[stem+e] = append(m[stem+e], stem+endings[0])
			}
		}
	}
	for noun, infinitive := range madeFrom {
		m[noun] = append(m[noun], infinitive)
	}
	return m
}()
