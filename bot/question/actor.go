package question

import (
	"strings"

	"constat/data/lexicon"
)

// act returns the verb whose actor is asked, "qui finance", "par qui est nommé
// le DPO", folded; empty when "qui" asks who somebody is. Only a finding that
// says of somebody that he does just that answers.
func (s *sentence) act() string {
	for i := range s.words {
		if s.at(i) != "qui" || s.at(i-1) == "ce" {
			continue
		}
		k := i + 1
		for auxiliary[s.at(k)] {
			k++
		}
		if copula[s.at(k)] {
			for k++; auxiliary[s.at(k)]; k++ {
			}
			if k >= len(s.words) || !s.participle(k) {
				return ""
			}
		}
		if articles[s.at(k)] || s.inMention(k) { // "avec qui les collectivités mutualisent-elles"
			k = s.invertedVerb(k)
		}
		if k < len(s.words) && lexicon.ClassOf(s.at(k)) != lexicon.Function && !s.inMention(k) && !s.inFigure(k) {
			return s.at(s.leading(k))
		}
		return ""
	}
	return ""
}

// leading returns where the noun stands that tells what who holds it does,
// "tient les rênes", or the verb itself.
func (s *sentence) leading(k int) int {
	if grips[s.at(k)] && articles[s.at(k+1)] && reins[s.at(k+2)] {
		return k + 2
	}
	return k
}

// invertedVerb returns where a verb stands before its pronoun, from a word on;
// past the end when none does.
func (s *sentence) invertedVerb(from int) int {
	for k := from; k+1 < len(s.words); k++ {
		if next := s.words[k+1]; (next.Text == "t" || subjectPronouns[next.Text] || next.Text == "il" || next.Text == "elle") && s.text[next.Start-1] == '-' {
			return k
		}
	}
	return len(s.words)
}

// participle reports a word that is typed with the ending of a past participle.
func (s *sentence) participle(i int) bool {
	typed := strings.ToLower(s.text[s.words[i].Start:s.words[i].End])
	return hasEnding(typed, participleEndings) || hasEnding(s.at(i), []string{"ertes", "erte", "erts", "ert"})
}

var participleEndings = strings.Fields("é ée és ées")

var (
	grips     = set("tient tiennent tenait tenaient")
	reins     = set("renes barre commandes manettes gouvernail")
	auxiliary = set("se s en y l lui ne n a ont avait avaient doit doivent peut peuvent va vont deja vraiment aussi")
	copula    = set("est sont etait etaient fut")
)
