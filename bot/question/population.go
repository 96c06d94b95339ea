package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// population returns whom the question is about, and marks the words that say
// so. A group named as the thing measured ("un élu au numérique", "la mue de
// la DSI") is no population: its words stay part of the subject.
func (s *sentence) population(l *lexicon.Lexicon) lexicon.Population {
	var who lexicon.Population
	size, span := lexicon.SizeOf(s.words)
	if lexicon.Covered(s.mentions, span) {
		size = lexicon.Size{}
	}
	last := -1 // where the last population ended
	for i, m := range s.mentions {
		if m.Start >= span[0] && m.Start < span[1] {
			continue // the inhabitants of a size class
		}
		if s.aside[m.Start] {
			continue // "je travaille dans une commune : …"
		}
		g := l.Group(m.ID)
		if !s.isPopulation(m, g, last) && !s.leads(l, i, last) {
			if s.except[m.Start] && !g.Counted {
				s.partly = true // "sauf les communes": nobody counts the others
			}
			for i := m.Start; i < m.End; i++ {
				s.named[i] = !s.used[i]
			}
			continue
		}
		if !slices.Contains(who.Groups, m.ID) {
			who.Groups = append(who.Groups, m.ID)
		}
		s.cluster(m, last)
		s.use(m.Start, m.End)
		last = m.End
	}
	slices.Sort(who.Groups)
	who.Groups = l.Narrow(who.Groups, s.words)
	who.Size = size
	return who
}

// leads reports that people stand side by side with the population that is
// named next: "les jardiniers ou les jardins partagés ?".
func (s *sentence) leads(l *lexicon.Lexicon, i, last int) bool {
	if i+1 >= len(s.mentions) || !plural(s.at(s.mentions[i].End-1), s.at(s.mentions[i].Start-1)) || s.besides[s.mentions[i].Start] || s.except[s.mentions[i].Start] {
		return false
	}
	next, joined := s.mentions[i+1], false
	for _, w := range s.words[s.mentions[i].End:next.Start] {
		joined = joined || beside[w.Text]
		if !beside[w.Text] && !articles[w.Text] && !pointers[w.Text] && w.Text != "dans" && w.Text != "chez" {
			return false
		}
	}
	return joined && s.isPopulation(next, l.Group(next.ID), last)
}

// cluster adds a group to the population that it is tied to, "décideurs de
// collectivités", or begins another one. One that is named twice is one.
func (s *sentence) cluster(m lexicon.Mention, last int) {
	n := len(s.clusters)
	if n > 0 && !slices.ContainsFunc(s.words[last:m.Start], func(w lexicon.Word) bool { return !articles[w.Text] }) && !s.breaks(m.Start) && !s.breaks(last) {
		if !slices.Contains(s.clusters[n-1], m.ID) {
			s.clusters[n-1] = append(s.clusters[n-1], m.ID)
			slices.Sort(s.clusters[n-1])
		}
		return
	}
	if slices.ContainsFunc(s.clusters, func(c []string) bool { return slices.Equal(c, []string{m.ID}) }) {
		return
	}
	s.clusters = append(s.clusters, []string{m.ID})
	if n > 0 {
		s.gaps = append(s.gaps, [2]int{last, m.Start})
	}
}

// isPopulation reports whether the words at a mention say whom the question
// is about. People, and services, must be counted or speak; organisations need
// only not be the object.
func (s *sentence) isPopulation(m lexicon.Mention, g lexicon.Group, last int) bool {
	if s.inFigure(m.Start) {
		return true // "une intercommunalité sur deux"
	}
	k := m.Start - 1
	for k >= 0 && (articles[s.at(k)] || s.at(k) == "tous" || s.at(k) == "toutes") {
		k--
	}
	before, article := s.at(k), ""
	if k+1 < m.Start {
		article = s.at(m.Start - 1)
	}
	switch {
	case s.besides[m.Start], s.except[m.Start]: // "à part la DSI", "hors DSI"
		return false
	case s.belongs(m.End): // "les serres font-elles partie de": the member that is looked for
		return false
	case introducing[before] && plural(s.at(m.End-1), article) && s.opens(k): // "dans les services, quelle part…"
		return true
	case g.Counted && !g.People && !counting[before]: // "logiciels et services"
		return false
	case before == "en" && !plural(s.at(m.End-1), article): // "en ville"
		return g.Declared() // "en biblio rurale"
	case last >= 0 && k < last: // "décideurs de collectivités", "communes et départements"
		return true
	case before == "et" && k == last, before == "ou" && k == last:
		return true
	case s.compared(m.Start), pointing[before] && (s.at(k-1) == "que" || s.at(k-1) == "a"): // "mieux que celui des entreprises"
		return false
	case viewing[before] && s.used[k] && plural(s.at(m.End-1), article): // "aux yeux des élus"
		return true
	case s.at(m.End) == "par" && s.mentionAt(m.End+1): // "combien de bénévoles par club"
		return false
	case (article == "de" || article == "d") && s.thereAre(k) && s.has(numberWords) && (m.End == len(s.words) || s.atPlace(m.End) || s.atPlace(m.End+1) || s.breaks(m.End)):
		return true
	case counting[before]:
		if before == "base" {
			s.use(k, k+1)
		}
		return true
	case (article == "de" || article == "d") && lexicon.ClassOf(before) == lexicon.Subject && !s.used[k] && !s.inMention(k) && !s.quantifies(k): // "le manque de bénévoles"
		return false
	case excluders[before]:
		return before == "avec" && strings.HasPrefix(s.at(k-1), "compar")
	case owners[article]: // "par une bibliothèque rurale", not "ont une métropole"
		return g.Declared() && last < 0 && strings.HasPrefix(article, "un") && !gaining[before]
	case before == "sur" && (s.at(k-1) == "avance" || s.at(k-1) == "retard"):
		return false
	case before == "sur" && !plural(s.at(m.End-1), article): // "miser sur l'usager"
		return false
	case before == "sur": // "le débat sur les collectivités": a subject that constrains nothing
		s.use(m.Start, m.End)
		return false
	case g.Counted && speaking[before] && plural(s.at(m.End-1), article): // "que pensent les élus"
		return true
	case introducing[before] && plural(s.at(m.End-1), article) && (!g.Counted || before == "selon"):
		return true
	case g.Counted:
		return plural(s.at(m.End-1), article) && (k < 0 || continuations[before]) // "les décideurs jugent-ils…"
	}
	return focus[before] || !strings.HasPrefix(article, "un") && article != "quelle" && article != "quel"
}

// mentionAt reports whether a population is named from a word on.
func (s *sentence) mentionAt(i int) bool {
	return slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool { return m.Start == i })
}

// opens reports whether a word stands at the head of the sentence, or of one
// of its parts.
func (s *sentence) opens(i int) bool {
	return i <= 1 || strings.ContainsAny(s.text[s.words[i-1].End:s.words[i].Start], ",;:.?!")
}

// belongs reports "font partie", "fait-elle bien partie", from a word on.
func (s *sentence) belongs(i int) bool {
	if s.at(i) != "fait" && s.at(i) != "font" {
		return false
	}
	for i++; i < len(s.words) && lexicon.ClassOf(s.at(i)) == lexicon.Function; i++ {
	}
	return s.at(i) == "partie"
}

// compared reports whether a comparison stands before a word: "c'est pareil
// dans les entreprises" speaks of them, it is not about them.
func (s *sentence) compared(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if comparing[s.at(k)] {
			return true
		}
	}
	return false
}

// pointing words stand for a noun said before.
var pointing = set("celui celle ceux celles")

var comparing = set("pareil pareils comme semblable semblables identique identiques meme")

var (
	// articles may stand between a group and the word that gives it its role.
	articles = set("le la les l un une des du de d au aux a ces nos leurs leur son sa ses chaque vos notre votre quelle quel quels quelles")
	// counting words make a population of what follows them.
	counting = set("combien pourcentage pourcent taux part proportion nombre nb % pct cb majorite moitie tiers quart base population echantillon ensemble plupart totalite chez parmi aupres")
	// introducing words say among whom.
	introducing = set("dans selon pour cote sein et ok concernant agissant")
	// owners make a group the thing owned, wanted or measured.
	owners = set("un une leur leurs son sa ses chaque")
	// gaining words have what people own or make after them.
	gaining = set("ont a avait avaient avoir ouvrir ouvrent creer creent construire construisent possede possedent veulent veut faut")
	// excluders set a group aside.
	excluders = set("hors sauf excepte hormis sans avec outre")
	// speaking words have whom they speak of after them.
	speaking = set("pensent disent jugent estiment attendent veulent croient souhaitent pensaient disaient jugeaient estimaient attendaient voulaient croyaient souhaitaient")
	// viewing words end the viewpoints that have whose they are after them.
	viewing = set("yeux croire dire dires aveu")
	// focus words ask which ones.
	focus = set("quelles quels")
)

func plural(noun, article string) bool {
	return article == "les" || article == "des" || article == "aux" || article == "ces" || article == "nos" ||
		strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "x")
}
