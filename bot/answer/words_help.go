package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/data"
)

// What the bot says of itself, and of what is loaded.
const (
	sayHello        = "Bonjour. "
	sayHelp         = "Je réponds sur ce que publie %s. Chaque réponse reprend la formule de la source et dit de qui elle parle, de quelle édition elle vient et où elle est publiée" + nbsp + "; quand rien n'est publié, je le dis."
	sayNothing      = "Aucune étude n'est encore publiée ici."
	sayGoOn         = "Après une réponse, continuez en quelques mots" + nbsp + ": une autre année, une autre population, ce qui est prévu, la source."
	sayThanks       = "Je vous en prie."
	sayGoodbye      = "Au revoir."
	sayNoted        = "Avez-vous une autre question" + nbsp + "?"
	sayDownload     = "Je ne donne pas les études elles-mêmes" + nbsp + ": après une réponse, demandez la source pour savoir où le résultat est publié."
	sayCoverage     = "Je réponds sur %s par %s%s."
	sayTopics       = "Les sujets les plus présents" + nbsp + ":"
	sayEditions     = "Les études disponibles, de la plus récente à la plus ancienne" + nbsp + ":"
	sayMore         = "et %d autres"
	sayExamples     = "Par exemple" + nbsp + ":"
	sayUndefined    = "Aucune étude disponible ne définit cette population (%s)."
	sayThePublisher = "l'éditeur %s"
	labelPartOf     = "Fait partie de"
	labelAlsoSaid   = "Se dit aussi"
)

// How examples are asked: by the name of what is measured, which every edition
// writes without an article.
const (
	askShare   = "%s" + nbsp + ": quel pourcentage des %s" + nbsp + "?"
	askPlanned = "%s" + nbsp + ": combien %s le prévoient" + nbsp + "?"
	askAll     = "%s" + nbsp + ": qu'avez-vous sur ce sujet" + nbsp + "?"
)

// publishers are those of the editions, each once, with their articles. When no
// word tells the article of a long name, it is quoted.
func publishers(l *data.Library) string {
	var names []string
	for _, e := range l.Editions {
		name := the(e.Publisher)
		if name == e.Publisher && strings.Contains(name, " ") {
			name = fmt.Sprintf(sayThePublisher, quote(name))
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return join(names)
}

// span is ", de 2014 à 2017", ", en 2015", or nothing when no year is known.
func span(l *data.Library) string {
	first, last := 0, 0
	for _, e := range l.Editions {
		if e.Year != 0 {
			if first == 0 || e.Year < first {
				first = e.Year
			}
			last = max(last, e.Year)
		}
	}
	switch {
	case last == 0:
		return ""
	case first == last:
		return ", en " + strconv.Itoa(last)
	}
	return fmt.Sprintf(", de %d à %d", first, last)
}

// coverage is "Je réponds sur 15 études publiées par Markess, de 2010 à 2022."
func coverage(l *data.Library) string {
	many := number(len(l.Editions)) + " études publiées"
	if len(l.Editions) == 1 {
		many = "une étude publiée"
	}
	return fmt.Sprintf(sayCoverage, many, publishers(l), span(l))
}
