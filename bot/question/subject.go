package question

import (
	"strings"

	"constat/data/lexicon"
	"constat/index"
)

// The most words looked up: a longer list costs time and tells nothing more.
const maxTerms = 64

// acquiring are the infinitives of coming to have a thing.
var acquiring = set("adopter doter equiper installer lancer engager acquerir deployer passer")

// subject sets what is looked up and what a finding must say.
func (s *sentence) subject(q *Question) {
	_, size := lexicon.SizeOf(s.words)
	s.use(size[0], size[1])
	placed, focus, named := s.placed(), make([]bool, len(s.words)), s.asksName()
	if q.Wants == Check {
		focus = s.focus()
	}
	var typed []string
	q.Noun = s.noun()
	for i, w := range s.words {
		if s.aside[i] {
			continue
		}
		class := lexicon.ClassOf(w.Text)
		if w.Text == "moins" && (s.at(i-1) == "la" || s.at(i-1) == "le" || s.at(i-1) == "les") {
			class = lexicon.Subject // "la moins impliquée"
		}
		if class == lexicon.Light && !opinions[w.Text] && s.at(i-1) == "plus" && articles[s.at(i-2)] {
			class = lexicon.Subject // "les plus utilisés": in what it is the most so
		}
		if s.named[i] && class != lexicon.Function {
			class = lexicon.Subject // a group that is not whom it is about is what it is about
		}
		if class == lexicon.Function || class == lexicon.Asking {
			continue
		}
		if len(q.Terms) == maxTerms {
			break
		}
		q.Terms = append(q.Terms, index.Term{Text: w.Text, Weight: s.weight(w)})
		if class == lexicon.Subject && s.publishers[w.Text] && s.cites(i) {
			q.Publisher = w.Text
			continue
		}
		if focus[i] {
			q.Focus = append(q.Focus, w.Text)
			continue
		}
		if placed[i] || named && naming(w.Text) || q.Wants == Check && claimWords[w.Text] || s.monthOf(i) || s.atPlace(i) && !s.outside(i) || s.asked(w.Text, q.Wants) || s.quantifies(i) || s.numberOne(i) || s.asksPartie(i) {
			continue
		}
		if q.Wants == Overview && summaries[w.Text] || spans[q.Noun] && spanning[w.Text] {
			continue
		}
		if q.Wants == Reason && s.at(i-1) == "comment" {
			continue // "comment expliquer que"
		}
		if levels[w.Text] && q.Wants.Measured() {
			continue // "combien pesait"
		}
		if s.said != nil && s.said[i] || s.ranks != nil && s.ranks[i] || q.Member && w.Text == "partie" {
			continue
		}
		if w.Text == s.editor && (s.cites(i) || s.at(i-1) == "chez" || s.at(i-1) == "par") {
			continue
		}
		if w.Text == "avis" && (s.at(i-1) == "son" || s.at(i-1) == "leur") || w.Text == "somme" && s.at(i-1) == "quelle" {
			continue
		}
		if s.except[i] && !s.outside(i) || q.Wants == Conflict && (conflictWords[w.Text] || s.inFigure(i) && w.Text == "pres") {
			continue
		}
		if s.besides[i] && !s.outside(i) {
			if class == lexicon.Subject {
				q.Besides = append(q.Besides, w.Text)
			}
			continue
		}
		if class == lexicon.Subject && !s.used[i] && !numerals[w.Text] && w.Text != "%" && !small(w.Text) {
			q.Subject = append(q.Subject, w.Text)
			if c := s.text[w.Start]; 'A' <= c && c <= 'Z' && !w.Capitals && !s.opensSentence(i) {
				q.Proper = append(q.Proper, w.Text)
			}
			if s.verb(i) {
				q.Verbs = append(q.Verbs, w.Text)
			}
			typed = append(typed, s.text[w.Start:w.End])
		}
	}
	if i := s.existing(q); i >= 0 {
		for _, w := range s.words[s.mentions[i].Start:s.mentions[i].End] {
			if lexicon.ClassOf(w.Text) != lexicon.Function {
				q.Subject = append(q.Subject, w.Text)
			}
		}
	}
	if s.serves() {
		q.Subject, q.Terms = append(q.Subject, "apport"), append(q.Terms, index.Term{Text: "apport", Weight: 1})
	}
	if named {
		q.Subject, q.Terms = append(q.Subject, "nom"), append(q.Terms, index.Term{Text: "nom", Weight: 1})
	}
	if len(q.Subject) == 0 && q.Survey != "" {
		for _, w := range s.words {
			if themes[w.Text] {
				q.Subject, q.Terms = append(q.Subject, w.Text), append(q.Terms, index.Term{Text: w.Text, Weight: 1})
			}
		}
	}
	q.Topic = strings.Join(typed, " ")
}

// noun returns the noun that "combien de" or "nombre de" counts, or nothing
// when that is a population.
func (s *sentence) noun() string {
	for i := range s.words {
		if !numberWords[s.at(i)] && s.at(i) != "nombre" {
			continue
		}
		of := i + 1
		if next := s.at(of); next != "de" && next != "d" && next != "des" {
			of = s.behindPronoun(i)
		}
		if of > 0 && (spans[lexicon.Singular(s.at(of+1))] || of+1 < len(s.words) && lexicon.ClassOf(s.at(of+1)) == lexicon.Subject && !s.used[of+1]) {
			return lexicon.Singular(s.at(of + 1))
		}
	}
	return ""
}

// behindPronoun returns where the "de" stands that a "combien" is parted from
// by a verb and its pronoun: "combien une serre compte-t-elle de plants". What
// is not plural is not counted: "dépense-t-elle d'eau". 0 when there is none.
func (s *sentence) behindPronoun(combien int) int {
	if s.at(combien+1) == "y" { // "combien y a-t-il de": existing reads it
		return 0
	}
	for i := combien + 2; i+2 < len(s.words); i++ {
		if s.words[i].Joined && pronouns[s.at(i)] {
			if next := s.at(i + 1); (next == "de" || next == "d") && plural(s.at(i+2), next) {
				return i + 1
			}
		}
	}
	return 0
}

var (
	// spans are what a duration is counted in, in the singular.
	spans = map[string]bool{"temp": true, "an": true, "annee": true, "moi": true, "semaine": true, "jour": true, "heure": true, "journee": true, "minute": true, "trimestre": true}
	// spanning words only ask for a duration.
	spanning = set("temps bout delai")
)

// quantifies reports a word that tells how many, without a figure: "peu de",
// "top 3".
func (s *sentence) quantifies(i int) bool {
	next := s.at(i + 1)
	return s.at(i) == "peu" && (next == "de" || next == "d") || s.at(i) == "top" && isNumber(next)
}

// opensSentence reports whether a word is the first of a sentence, where a
// capital tells nothing.
func (s *sentence) opensSentence(i int) bool {
	return i == 0 || strings.ContainsAny(s.text[s.words[i-1].End:s.words[i].Start], ".?!:«\n")
}

// excluded marks the words after "hors", "sauf", up to the next comma, word of
// asking or complement that says among whom: a finding need not say them.
func (s *sentence) excluded() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if !excluding[s.at(i)] {
			continue
		}
		for k := i + 1; k < len(s.words) && !questionWords[s.at(k)] && (k == i+1 || !bringing[s.at(k)]) && !strings.ContainsAny(s.text[s.words[k-1].End:s.words[k].Start], ",;:?!)"); k++ {
			marks[k] = true
		}
	}
	return marks
}

// bringing words end what is set aside: "hors DSI dans les communes".
var bringing = set("dans chez parmi aupres des en a")

var excluding = set("hors sauf excepte hormis")

// besidesWhat marks the words after "à part", "outre", up to the next
// comma or word of asking.
func (s *sentence) besidesWhat() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		opens := s.at(i) == "part" && s.at(i-1) == "a" && s.at(i-2) != "quelle" || s.at(i) == "outre" || s.at(i) == "hormis" || s.at(i) == "dehors" && s.at(i-1) == "en"
		if !opens {
			continue
		}
		for k := i + 1; k < len(s.words) && !questionWords[s.at(k)] && !strings.ContainsAny(s.text[s.words[k-1].End:s.words[k].Start], ",;:?!"); k++ {
			marks[k] = true
		}
	}
	return marks
}

// cites reports that the word at i is given as a source: "selon Weka",
// "l'article de Weka", "que dit Weka".
func (s *sentence) cites(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if citing[s.at(k)] {
			return true
		}
	}
	return false
}

var citing = set("selon apres article page dit disait ecrit")

// A corrected word counts for less: the correction may be wrong.
const correctedWeight = 0.7

func (s *sentence) weight(w lexicon.Word) float64 {
	for _, c := range s.corrected {
		if c.Read == w.Text {
			return correctedWeight
		}
	}
	return 1
}

// numerals are numbers in letters: they count something, they are no subject.
var numerals = set("quarts deux trois quatre cinq six sept huit neuf dix cent mille zero vingt trente quarante cinquante soixante onze douze treize quatorze quinze seize demi")
