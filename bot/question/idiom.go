package question

import "slices"

// idioms are runs of words of which one alone could be a subject: together
// they name nothing that is measured.
var idioms = slices.Concat(courtesies, viewpoints, hedges, anywhere)

var (
	// courtesies are addressed to who answers.
	courtesies = phrases("petite question", "merci d avance", "par avance", "bonne journee", "bonne soiree", "en avance merci", "notre president", "mon president", "si je ne me trompe", "sauf erreur", "a ma connaissance", "si je comprends bien")

	// viewpoints lead to whose opinion or figure it is.
	viewpoints = phrases("aux yeux de", "aux yeux des", "aux yeux du", "a en croire", "a les en croire", "au dire de", "au dire des", "aux dires de", "aux dires des", "de leur propre aveu", "de l aveu de", "de l aveu des")

	// hedges sum up, hedge or stress.
	hedges = phrases("au dela", "en dehors", "tout de meme", "quand meme", "a peu pres", "a temps", "numero un", "au final", "grandeur nature", "de quoi exactement",
		"en somme", "somme toute", "en gros", "grosso modo", "en clair", "en bref", "en resume", "en definitive", "tout compte fait", "en fin de compte", "a vrai dire", "en realite", "dans les faits", "dans l ensemble",
		"dans le detail", "noir sur blanc", "au juste", "a ce stade", "en la matiere", "a cet egard", "le cas echeant", "entre autres", "a premiere vue", "bel et bien", "de pres ou de loin", "et quelques", "dans quelle mesure", "a quel point")

	// anywhere says where a thing is without naming it.
	anywhere = phrases("se porte", "se portent", "quelque part", "quelque chose", "ou en est", "ou en sont", "sur la table", "chez eux", "chez elles", "de leur cote", "de son cote", "pour leur part", "pour sa part")
)
