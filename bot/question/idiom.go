package question

import "slices"

// idioms are runs of words of which one alone could be a subject: together
// they name nothing that is measured.
var idioms = slices.Concat(courtesies, requests, stances, turns, amounts, links, viewpoints, hedges, anywhere)

var (
	// courtesies are addressed to who answers.
	courtesies = phrases("petite question", "merci d avance", "par avance", "bonne journee", "bonne soiree", "en avance merci", "notre president", "mon president", "si je ne me trompe", "sauf erreur", "a ma connaissance", "si je comprends bien")

	// viewpoints lead to whose opinion or figure it is.
	viewpoints = phrases("aux yeux de", "aux yeux des", "aux yeux du", "a en croire", "a les en croire", "au dire de", "au dire des", "aux dires de", "aux dires des", "de leur propre aveu", "de l aveu de", "de l aveu des")

	// hedges sum up, hedge or stress.
	hedges = phrases("au dela", "en dehors", "tout de meme", "quand meme", "a peu pres", "a temps", "au final", "grandeur nature", "de quoi exactement",
		"en somme", "somme toute", "en gros", "grosso modo", "en clair", "en bref", "en resume", "en definitive", "tout compte fait", "en fin de compte", "a vrai dire", "en realite", "dans les faits", "dans l ensemble",
		"dans le detail", "noir sur blanc", "au juste", "a ce stade", "en la matiere", "a cet egard", "le cas echeant", "entre autres", "a premiere vue", "bel et bien", "de pres ou de loin", "en principe", "en theorie", "en pratique", "en l occurrence", "du coup", "a la louche", "au doigt mouille", "a vue de nez", "a priori", "a fortiori", "a mon avis",
		"de source sure", "en revanche", "en l etat", "a l heure actuelle", "ces temps ci", "dans la vraie vie", "dans la pratique", "dans la vie de tous les jours", "tant que ca", "tant que cela", "peu importe", "n importe quoi", "et quelques", "dans quelle mesure", "a quel point")

	// anywhere says where a thing is without naming it.
	anywhere = phrases("joue le role", "jouait le role", "jouent le role", "jouaient le role", "se porte", "se portent", "quelque part", "quelque chose", "ou en est", "ou en sont", "sur la table", "chez eux", "chez elles", "de leur cote", "de son cote", "pour leur part", "pour sa part")

	// requests tell the one who answers to say something.
	requests = phrases("file moi", "filez moi", "me filer", "sors moi", "sortez moi", "ressors moi", "me sortir", "me ressortir", "balance moi", "fournis moi",
		"fournissez moi", "me fournir", "communique moi", "communiquez moi", "me communiquer", "transmets moi", "transmettez moi", "me transmettre", "envoie moi", "envoyez moi",
		"m envoyer", "renseigne moi", "renseignez moi", "me renseigner", "nous renseigner", "eclaire moi", "eclairez moi", "m eclairer", "nous eclairer", "rafraichis moi la memoire",
		"rafraichir la memoire", "depanne moi", "me depanner", "raconte moi", "racontez moi", "resume moi", "resumez moi", "me resumer")

	// stances tell how much the person wants to know it, and what for.
	stances = phrases("un coup d oeil", "jeter un oeil", "jeter un coup d oeil", "le coeur net", "tirer au clair", "mettre la main sur", "tombe sur", "tombee sur", "tombes sur", "l amabilite de",
		"l obligeance de", "la gentillesse de", "la bonte de", "a tout hasard", "par hasard", "histoire de savoir", "histoire d etre sur", "pour ma culture", "pour ma gouverne", "pour mon information",
		"pour information", "a titre indicatif", "a titre d information", "a titre d exemple", "a titre personnel", "a toutes fins utiles", "a l occasion", "sans te commander", "sans vous commander")

	// turns tell where a question stands among others, and how long an
	// answer is wished.
	turns = phrases("au passage", "en deux mots", "en quelques mots", "en un mot", "en une phrase", "pour commencer", "pour finir", "pour terminer", "pour conclure", "derniere question",
		"question subsidiaire", "question bete", "question idiote", "question rapide", "changement de sujet", "on change de sujet", "je change de sujet", "les grandes lignes", "dans les grandes lignes", "tour d horizon")

	// amounts announce that a number follows.
	amounts = phrases("donnees chiffrees", "ordre de grandeur", "ordres de grandeur", "chiffre cle", "chiffres cles", "s eleve", "s elevent", "s elevait", "s eleverait", "se chiffrent",
		"s etablit", "s etablissent", "s etablissait")

	// links lead to the subject.
	links = phrases("quand ils se lancent dans", "quand elles se lancent dans", "quand on se lance dans", "au moment de se lancer dans", "qui se detache", "qui se detachent", "sort du lot", "sortent du lot", "ce qui ressort", "qu est ce qui ressort", "ressort il", "ressort t il", "il ressort", "en ressort", "ayant trait", "a trait", "ont trait", "en lien avec", "au regard de", "au regard des",
		"au regard du", "du point de vue", "sur le plan", "relatif a", "relatif au", "relatif aux", "relative a", "relative au", "relative aux",
		"relatifs a", "relatifs au", "relatifs aux", "relatives a", "relatives au", "relatives aux", "portant sur", "porte sur", "portent sur", "s agissant",
		"a l echelle")
)
