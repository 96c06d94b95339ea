package question

import (
	"slices"

	"constat/data/lexicon"
)

// Messages about the bot itself, and about what its words mean.

// meta returns the wish of a message that only greets, thanks, asks for help
// or asks what is loaded; nothing for any other.
func (s *sentence) meta() Wants {
	greeted, thanked := false, false
	left, said := s.parts(), s.remark()
	asks := func(runs [][]string) bool {
		return slices.ContainsFunc(runs, func(run []string) bool { return s.says(run...) })
	}
	editions, coverage, bot := asks(aboutEditions), asks(aboutCoverage), asks(aboutBot)
	for _, w := range s.words {
		switch {
		case greetings[w.Text]:
			greeted = true
		case thanks[w.Text]:
			thanked = true
		case metaFillers[w.Text], left && partings[w.Text], said == lost || said == noted || said == again:
		case lexicon.ClassOf(w.Text) == lexicon.Subject, isNumber(w.Text), questionWords[w.Text] && !editions && !coverage && !bot:
			return ""
		}
	}
	switch {
	case editions:
		return Editions
	case coverage:
		return Coverage
	case greeted && !bot && !s.has(helping):
		return Hello
	case greeted, bot:
		return Help
	case left && thanked:
		return ThanksGoodbye
	case left:
		return Goodbye
	case thanked && said == noRemark:
		return Thanks
	case said == lost:
		return Help
	case said == noted:
		return Noted
	case said == again:
		return Nothing
	}
	return ""
}

var (
	greetings   = set("bonjour bonsoir salut hello coucou yo aide help bot hey allo")
	helping     = set("aide help")
	thanks      = set("merci")
	metaFillers = set("bot fais faites faire marche sert sers servez utiliser sais savez savoir peut peux peuvent tu parles parlez parle traites traitez connais connaissez couvres couvrez couvre couvert couverts couverte couvertes sujet sujets theme themes thematiques thematique chargees charge charges disponible disponibles annees annee editions edition etudes etude enquetes enquete rapports rapport derniere recente interroger demander questions question poser quels quelles")

	// aboutBot are questions about the bot itself.
	aboutBot = phrases("qui es tu", "t es qui", "tu es qui", "qui etes vous", "vous etes qui", "sais faire quoi", "savez faire quoi", "fais tu", "faites vous", "tu fais quoi", "vous faites quoi", "ca marche", "sers tu", "servez vous", "sert a quoi", "a quoi ca sert",
		"que sais tu", "que savez vous faire", "que peux tu", "que pouvez vous", "tu peux faire quoi", "comment t utiliser", "comment vous utiliser")
	aboutEditions = phrases("quelles editions", "quelle editions", "quelles etudes", "quelles enquetes", "quels rapports", "quelles annees", "liste des editions", "liste des etudes", "les editions disponibles", "les etudes disponibles", "combien d editions", "combien d etudes", "quelles sont les editions", "quelles sont les etudes",
		"quelle est la derniere edition", "quelle est la derniere etude", "quelle est l edition la plus recente", "quelle est l etude la plus recente")
	aboutCoverage = phrases("de quoi parles", "de quoi parlez", "de quoi tu parles", "de quoi vous parlez", "de quoi peux tu", "de quoi pouvez", "quels sujets", "quels themes", "quelles thematiques", "liste des sujets", "liste des themes",
		"sur quoi puis je", "sur quoi peut on", "sur quoi je peux", "sur quoi es tu", "sur quoi porte", "sur quels sujets", "quelles questions", "que puis je te demander", "que puis je vous demander", "qu est ce que je peux demander", "quoi demander", "que demander", "quoi te demander", "quoi vous demander")
)

// parts reports that the person leaves: "au revoir", "bonne journée".
func (s *sentence) parts() bool {
	return s.has(leaving) || slices.ContainsFunc(farewells, func(run []string) bool { return s.says(run...) })
}

var (
	leaving   = set("bye adieu ciao")
	farewells = phrases("au revoir", "a bientot", "a plus tard", "a demain", "a la prochaine", "bonne journee", "bonne soiree", "bonne nuit", "bonne continuation", "bon week end", "bonne fin de journee")
	partings  = set("bye adieu ciao au revoir a bientot plus tard demain la prochaine bonne journee soiree nuit continuation bon week end fin de")
)

// asksMeaning reports that the person asks what a population is: "c'est quoi
// une intercommunalité ?".
func (s *sentence) asksMeaning(q Question) bool {
	if len(q.Years) > 0 || len(q.Quoted) > 0 || !slices.ContainsFunc(meaningAsked, func(run []string) bool { return s.says(run...) }) {
		return false
	}
	return len(s.defined()) > 0
}

var meaningAsked = phrases("c est quoi", "c quoi", "qu est ce qu un", "qu est ce qu une", "qu est ce que des", "qu est ce que les", "qu est ce que l", "qu est ce que la", "qu est ce que le", "qu est ce que c est qu", "qu appelle t on", "qu appelez vous", "qu entendez vous par", "qu entend t on par", "que veut dire", "ca veut dire quoi", "veut dire quoi",
	"que signifie", "signifie quoi", "definition de", "definition d", "definition des", "definition du", "definissez", "definis", "definir", "comment definissez")

// defined is the only population that a message names, when it names nothing
// else; nothing otherwise.
func (s *sentence) defined() []string {
	if len(s.mentions) != 1 {
		return nil
	}
	m := s.mentions[0]
	for i, w := range s.words {
		if (i < m.Start || i >= m.End) && lexicon.ClassOf(w.Text) == lexicon.Subject && !meaningWords[w.Text] {
			return nil
		}
	}
	return []string{m.ID}
}

var meaningWords = set("definition definissez definis definir signifie appelle appelez entendez entend dire mot terme sigle exactement juste deja")
