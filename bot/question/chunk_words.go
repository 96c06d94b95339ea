package question

// The words by which chunker tells one chunk from another.
var (
	// openers begin a question, and its verb may stand before its subject.
	openers      = set("quand comment combien pourquoi")
	determining  = set("le la les l un une des du de d au aux ce cet cette ces leur leurs son sa ses nos notre vos votre quel quelle quels quelles chaque plusieurs quelques tous toutes")
	asks         = set("quel quelle quels quelles")
	pluralDets   = set("les des aux ces leurs ses nos vos quels quelles plusieurs quelques")
	singularDets = set("le la un une du au ce cet cette son sa notre votre quel quelle chaque")
	prepositions = set("dans chez pour par sur avec sans entre vers parmi selon apres avant contre aupres en hors outre sauf comme sous envers via depuis des lors face cote")
	pronouns     = set("il elle ils elles on")
	subjects     = set("il elle ils elles on n ne y qui nous vous je")
	clitics      = set("ne n se s y lui")
	possessives  = map[string]ownership{"son": oneOwner, "sa": oneOwner, "ses": oneOwner, "leur": manyOwners, "leurs": manyOwners}
	quantities   = set("part parts pourcentage proportion taux nombre majorite moitie tiers quart quarts plupart partie ensemble totalite")
	beings       = set("est sont etait etaient sera seront serait seraient soit soient fut ete")
	seeming      = set("dit disent disait disaient voit voient voyait voyaient sent sentent sentait sentaient trouve trouvent trouvait trouvaient") // "se disent tentés"
	helpers      = set("a ont avait avaient aura auront aurait auraient ait aient doit doivent devait devaient devrait devraient devra devront peut peuvent pourrait pourraient veut veulent voulait voulaient va vont allait allaient fait font faisait faisaient fera feront faut")
	causing      = set("fait font faisait faisaient fera feront")
	going        = set("venu venue alle allee devenu devenue reste restee passe passee arrive arrivee parti partie entre entree ne nee sorti sortie monte montee tombe tombee")
	adverbs      = set("pres environ aussi encore deja souvent parfois toujours plutot surtout seulement tres trop bien meme vraiment plus moins autant ensuite enfin desormais peu beaucoup tout toute pas jamais")
	leadsOn      = set("devant derriere dans chez pour par sur avec sans entre vers parmi aupres en tres plus moins aussi encore deja souvent")
	// leadingAdjectives stand before their noun.
	leadingAdjectives = set("autre nouvelle nouveau nouvel premier premiere principal principale grand grande petit petite meilleur meilleure vrai vraie")
	approximate       = set("plus moins pres autour")
	fresh             = set("autres nouveaux nouvelles nouveau nouvel nombreux nombreuses")
)
