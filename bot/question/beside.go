package question

import (
	"slices"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// What stands in a question beside its subject: a finding need not say it.

// placed marks what a rank is told from: "qu'est-ce qui arrive loin derrière
// la dématérialisation ?" is answered by what comes behind.
func (s *sentence) placed() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if !ranking[s.at(i)] || !s.ranksBefore(i) {
			continue
		}
		for k := i + 1; k < len(s.words) && !s.starts(k); k++ {
			marks[k] = true
		}
	}
	return marks
}

var (
	ranking     = set("derriere devant apres")
	rankingVerb = set("arrive arrivent vient viennent venait passe passent place placent classe suit suivent loin juste")
)

func (s *sentence) ranksBefore(i int) bool {
	const near = 3 // words: "arrive très loin derrière"
	for k := i - 1; k >= 0 && i-k <= near; k-- {
		if rankingVerb[s.at(k)] {
			return true
		}
	}
	return false
}

// focus marks the words between "c'est" and "qui": whom a claim is about, which
// the finding that settles it may well not name.
func (s *sentence) focus() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if s.at(i) != "c" || s.at(i+1) != "est" && s.at(i+1) != "sont" {
			continue
		}
		for k := i + 2; k < len(s.words) && k <= i+2+longestFocus && !s.starts(k); k++ {
			if s.at(k) != "qui" {
				continue
			}
			for n := i + 2; n < k; n++ {
				marks[n] = true
			}
			return marks
		}
	}
	return marks
}

// longestFocus is how many words are put forward at most: "c'est la direction
// des ressources humaines qui".
const longestFocus = 7

// monthOf reports a month or a season that stands before its year: the year is what is
// asked.
func (s *sentence) monthOf(i int) bool {
	next := s.at(i + 1)
	return (months[s.at(i)] || seasons[s.at(i)]) && len(next) == 4 && isNumber(next)
}

var (
	months  = set("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
	seasons = set("printemps ete automne hiver rentree")
)

// asked reports a word that only says what is wanted of the rest: the dates or
// the town of an event, "ça tombe quand".
func (s *sentence) asked(w string, wants Wants) bool {
	return (wants == Date || wants == Place) && moments[lexicon.Singular(w)] || wants == Date && strings.HasPrefix(w, "tomb")
}

var moments = set("date ville lieu endroit jour mois periode")

// asksName reports "comment s'appelle", which asks for a name.
func (s *sentence) asksName() bool {
	return s.says("comment", "s") && slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return naming(w.Text) })
}

// naming reports a form of a verb of naming.
func naming(w string) bool {
	return strings.HasPrefix(w, "appel") || strings.HasPrefix(w, "nomm") || strings.HasPrefix(w, "intitul")
}

// themes are words that ask what an edition is about, when nothing else is.
var themes = set("theme themes contenu sujet sujets")

// verb reports a word that is surely a verb: a finite form by its ending, or an
// infinitive that a verb or a pronoun leads to. A word behind an article or a
// preposition is a noun, and names a thing.
func (s *sentence) verb(i int) bool {
	const shortest = 5
	w, before := s.at(i), s.at(i-1)
	switch {
	case len(w) < shortest, nominal[before]:
		return false
	case subjectPronouns[before]: // "quand ils se lancent", "une qui se détache"
		return true
	case leading[before]:
		return hasEnding(w, infinitiveEndings)
	}
	return hasEnding(w, finiteEndings)
}

func hasEnding(w string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(w, e) })
}

var (
	nominal           = set("le la les un une des du de d au aux en dans par pour sur chez entre vers leur leurs son sa ses ce cet cette ces nos vos notre votre quel quelle quels quelles")
	subjectPronouns   = set("ils elles on se")
	leading           = set("faut peut peuvent doit doivent veut veulent s va vont faire")
	infinitiveEndings = strings.Fields("er ir re oir")
	finiteEndings     = strings.Fields("aient issent erait eraient eront irait iront ait ez")
)

// serves reports that one asks what a thing is good for: "qu'apporte le cloud",
// "à quoi sert un DPO".
func (s *sentence) serves() bool {
	return s.says("qu", "apporte") || s.says("qu", "apportent") || s.says("a", "quoi", "sert") || s.says("a", "quoi", "servent")
}

// manner reports "comment", which no figure answers.
func (s *sentence) manner() bool {
	return s.has(how) && !s.says("comment", "expliquer") && !s.says("comment", "s")
}

var how = set("comment")

// defines reports that one asks what a thing is: "qu'est-ce que le SaaS ?".
func (s *sentence) defines(subjects int) bool {
	const most = 3 // words of a thing's name
	if subjects == 0 || subjects > most || s.has(how) {
		return false
	}
	if n := len(s.words); n > len(definitions[2]) && slices.Equal(texts(s.words[n-len(definitions[2]):]), definitions[2]) {
		return !s.has(measures) && !slices.ContainsFunc(s.words[:n-len(definitions[2])], func(w lexicon.Word) bool { return lexicon.ClassOf(w.Text) == lexicon.Asking }) // "le SaaS, c'est quoi ?"
	}
	for _, run := range definitions {
		if n := len(run); len(s.words) > n && len(s.words) <= n+most+most && s.says(run...) && s.at(0) == run[0] {
			for i := n; i < len(s.words); i++ {
				if class := lexicon.ClassOf(s.at(i)); class == lexicon.Light || class == lexicon.Function && !articles[s.at(i)] || s.verb(i) {
					return false
				}
			}
			return true
		}
	}
	return false
}

var definitions = phrases("qu est ce que", "qu est ce qu", "c est quoi")

// partOf returns the noun that a stated share is a part of, when it is no
// population: "est-il vrai que 14 % du budget …". Empty otherwise.
func (s *sentence) partOf() string {
	if s.reads >= 0 {
		return "" // what it is a part of is what is asked
	}
	for _, f := range s.figures {
		if f.Kind != figure.Share {
			continue
		}
		i := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.Start >= f.End })
		if i < 0 || !articles[s.at(i)] || s.breaks(i) {
			continue // "24 % ? les deux articles"
		}
		for articles[s.at(i)] {
			i++
		}
		if lexicon.ClassOf(s.at(i)) == lexicon.Subject && s.at(i) != "" && !isNumber(s.at(i)) && !s.inMention(i) {
			return s.at(i)
		}
	}
	return ""
}
