package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// stance reports that the question asks who is for or against something:
// "qui est contre", "les élus sont-ils pour", "opposés à". What people do tells
// neither.
func (s *sentence) stance() bool {
	for i := range s.words {
		switch w := s.at(i); {
		case w == "contre", w == "pour" && !toWhat[s.at(i+1)]:
			verb, subject := s.verbBefore(i)
			if verb < 0 || w == "pour" && subject != "qui" && !persons[subject] {
				continue
			}
			return true
		case sided[lexicon.Singular(w)]:
			return true
		case strings.HasPrefix(w, "oppos") && (s.at(i+1) == "a" || s.at(i+1) == "au" || s.at(i+1) == "aux"):
			return true
		}
	}
	return false
}

// verbBefore returns the form of "être" that a word completes, but for adverbs
// ("est plutôt contre"), or -1; and the word that may be its subject.
func (s *sentence) verbBefore(i int) (verb int, subject string) {
	k := i - 1
	for k >= 0 && (lexicon.ClassOf(s.at(k)) == lexicon.Light || leaning[s.at(k)]) {
		k--
	}
	if persons[s.at(k)] && being[s.at(k-1)] {
		return k - 1, s.at(k) // "sont-ils contre"
	}
	if being[s.at(k)] {
		return k, s.at(k - 1)
	}
	return -1, ""
}

var (
	being   = set("est sont es etes etait etaient serait seraient")
	persons = set("ils elles il elle vous on")
	leaning = set("plutot tout a fait encore deja toujours vraiment pas")
	sided   = set("favorable defavorable hostile opposant partisan")
	toWhat  = set("qui quoi quand combien quel quelle")
)

// voices returns the words by which those are named whose opinion is asked:
// "que pensent les métiers de la DSI ?", "comment les usagers jugent-ils".
func (s *sentence) voices() []string {
	for i := range s.words {
		if !speaking[s.at(i)] {
			continue
		}
		first, end := i+1, i+1
		switch {
		case persons[s.at(i+1)] && s.words[i+1].Joined: // "les usagers jugent-ils"
			for first, end = i, i; first > 0 && !articles[s.at(first-1)] && !s.starts(first) && !questionWords[s.at(first-1)]; first-- {
			}
		case s.at(i+1) == "les" && s.at(i-1) == "que":
			for first, end = i+2, i+2; end < len(s.words) && !s.starts(end) && lexicon.ClassOf(s.at(end)) == lexicon.Subject; end++ {
			}
		}
		return slices.DeleteFunc(texts(s.words[first:end]), func(w string) bool {
			return lexicon.ClassOf(w) != lexicon.Subject || printed[w] || surveys[w]
		})
	}
	return nil
}

func texts(words []lexicon.Word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return all
}
