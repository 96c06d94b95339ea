package answer

// Every French sentence that the bot can say is in the files words*.go: the
// openings and labels of answers here, what is told of findings, editions and
// sources, help, and how French is written in their own. Spaces before
// ; : ! ? » and % do not break.

const nbsp = "\u00a0"

// The sentences of an abstention. A %s is whom, when or what was asked.
const (
	sayNothingFound    = "L'observatoire ne dit rien sur ce point dans les études disponibles."
	sayNotMeasured     = "L'observatoire ne publie pas ce chiffre."
	sayNotTold         = "L'observatoire ne le dit pas."
	sayNotToldOf       = "L'observatoire ne le dit pas pour l'%s."
	sayNoComplement    = "L'observatoire ne publie pas la part contraire, et elle ne se déduit pas d'un chiffre publié."
	sayOtherPopulation = "L'observatoire ne donne pas ce résultat pour la population demandée (%s)%s."
	sayAlsoFor         = ", pour %s"
	sayAlsoAt          = ", au stade demandé (%s)"
	sayOtherSize       = "L'observatoire ne donne pas ce résultat pour une autre taille."
	sayForeign         = "L'observatoire ne donne pas ce résultat pour la population ou le lieu demandés."
	sayNoStance        = "L'observatoire ne mesure pas qui y est favorable ou opposé."
	sayOtherEdition    = "Aucune étude disponible ne donne ce résultat pour %s."
	sayOtherStatus     = "L'observatoire ne donne pas ce résultat au stade demandé (%s)."
	sayOnlyStatus      = "L'observatoire ne le publie pas comme un fait établi (statut" + nbsp + ": %s)."
	sayUntold          = "L'observatoire ne publie rien de tel à ce propos."
	sayUncontested     = "Aucune des sources disponibles ne dit le contraire."
	sayOpinion         = "Je ne donne ni avis ni conseil" + nbsp + ": je rapporte ce que l'observatoire a publié, avec sa source."
	sayForecast        = "Je n'avance aucune prévision" + nbsp + ": je rapporte seulement ce que l'observatoire a publié."
	sayOffTopic        = "Ce sujet n'est pas traité par l'observatoire."
	sayEmpty           = "Sur quel sujet porte votre question" + nbsp + "?"
	sayStale           = "Cette réponse n'est plus dans les études disponibles" + nbsp + ": posez de nouveau votre question, s'il vous plaît."
	sayClosed          = "Je préfère ne pas répondre" + nbsp + ": un chiffre de la réponse n'a pas pu être rattaché à sa source. L'incident est signalé."
	sayFailed          = "Je n'ai pas pu chercher la réponse" + nbsp + ": posez de nouveau votre question dans un instant, s'il vous plaît."
	sayNear            = "À rapprocher, sans y répondre" + nbsp + ":"
	sayNearOf          = "À rapprocher, sans y répondre (%s)" + nbsp + ":"
	sayRestated        = "Dit aussi, en d'autres mots" + nbsp + ":"
	sayContradicted    = "Les sources ne s'accordent pas. On lit ailleurs" + nbsp + ":"
	sayOnly            = " Il dit seulement ceci. "
	sayOverview        = "Voici ce qui est publié sur ce sujet" + nbsp + ":"
	sayNotListed       = "Non, la liste publiée ne la cite pas."
	sayUnconfirmed     = "L'observatoire ne le dit pas en ces termes. Voici ce qu'il publie" + nbsp + ":"
	sayUnlisted        = "Les listes publiées ne la citent pas, mais elles ne suffisent pas à l'exclure."
	sayDeduced         = "déduit de la page, qui ne l'énonce pas en toutes lettres"
	sayChange          = "évolution"
	sayOutside         = "hors enquête"
	sayPrinted         = "Voici où c'est publié" + nbsp + ":"
	sayElse            = "Sur le même sujet, l'observatoire publie aussi" + nbsp + ":"
	sayNothingElse     = "L'observatoire ne publie rien d'autre sur ce sujet."
	sayOnlyOffer       = "Il n'y a qu'une proposition" + nbsp + ":"
	sayUnexplained     = "L'observatoire n'explique pas ce résultat."
	sayWhich           = "Lequel de ces résultats voulez-vous voir" + nbsp + "?"
	sayChoose          = "Votre question peut se lire de plusieurs façons. Laquelle vous intéresse" + nbsp + "?"
)

// The labels of what a card shows under a heading of its own.
const (
	LabelSource  = "Source"
	LabelCaution = "Précaution"
	LabelListed  = "Liste publiée"
	LabelStudy   = "Étude"
)

// The labels that stand before what is shown on a line.
const (
	labelEdition = "Édition"
	labelSource  = LabelSource + nbsp + ": "
	labelCaution = LabelCaution + nbsp + ": "
	labelListed  = LabelListed + nbsp + ": "
	labelStudy   = LabelStudy + nbsp + ": "
	labelSources = "La source en détail"
	labelOther   = "Autre version" + nbsp + ": "
	listOpen     = " (la source en nomme certains parmi d'autres)"
)

// The verdicts on a claim, as they open the answer.
const (
	sayConfirmed = "Oui, c'est ce que l'observatoire publie."
	sayDifferent = "Non, l'observatoire publie autre chose."
	sayUndecided = "Ce que l'observatoire publie ne permet ni de confirmer ni d'infirmer."
)
