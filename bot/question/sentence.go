package question

import (
	"maps"
	"slices"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// A sentence is the message cut into words, with what each word has been
// read as so far.
type sentence struct {
	text       string
	words      []lexicon.Word
	used       []bool        // said something other than the subject
	named      []bool        // names a group that is not the population
	typedStage lexicon.Stage // as the words were typed, before any correction
	except     []bool        // stands in "hors DSI"
	relative   bool          // a year is told from another one, and none is named
	resized    bool          // it names only a size of those before
	partly     bool          // a population is named but for a part of it
	aside      []bool        // tells why the person asks
	besides    []bool        // stands in "à part la DSI": what the answer must not repeat
	figures    []figure.Span
	lexicon    *lexicon.Lexicon
	mentions   []lexicon.Mention
	clusters   [][]string      // ids of the groups of each population that is named, in order
	gaps       [][2]int        // words between those populations
	titles     map[string]bool // words of the observatories' names
	publishers map[string]bool // publishers of sources whose name is one word
	places     map[string]bool // where every edition is about
	editor     string          // the publisher of every edition, when it is one word
	said       []bool          // asks who said it
	ranks      []bool          // asks for a place in a ranking
	reads      int             // where the readings of a figure begin, -1 when there are none
	corrected  []Correction
}

func (r *Reader) sentence(text string) *sentence { return r.sentenceOf(text, lexicon.Words(text)) }

// sentenceOf reads a text whose words may be more than are typed.
func (r *Reader) sentenceOf(text string, words []lexicon.Word) *sentence {
	s := &sentence{text: text, words: words}
	for i, w := range s.words {
		if !w.Capitals { // "PR" and "DS" are somebody's abbreviations
			s.words[i].Text = lexicon.Whole(w.Text)
		}
	}
	var tells []bool
	s.typedStage, tells = lexicon.Stages(s.words)
	for i := range s.words {
		if read, ok := r.correct(s.words[i].Text); ok && !tells[i] {
			s.corrected = append(s.corrected, Correction{Typed: text[s.words[i].Start:s.words[i].End], Read: read})
			s.words[i].Text = read
		}
	}
	s.used = make([]bool, len(s.words))
	s.named = make([]bool, len(s.words))
	s.besides, s.except = s.besidesWhat(), s.excluded()
	s.figures = slices.DeleteFunc(figure.Find(text), func(f figure.Span) bool {
		return s.percentOfYear(slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.End == f.End }))
	})
	s.titles, s.publishers, s.editor, s.places = r.titles, r.publishers, r.editor, r.places
	s.lexicon = r.library.Lexicon
	s.mentions = s.lexicon.Mentions(s.words)
	for _, run := range idioms {
		s.useRun(run)
	}
	s.aside, s.said, s.ranks = s.talk(), s.speaker(), s.ranked()
	if s.reads = s.readings(); s.reads >= 0 {
		for i := range s.words[s.reads:] {
			s.aside[s.reads+i] = true
		}
	}
	return s
}

// spelt is the text with its words as they were read.
func (s *sentence) spelt() string {
	if len(s.corrected) == 0 {
		return s.text
	}
	var b strings.Builder
	end := 0
	for _, w := range s.words {
		b.WriteString(s.text[end:w.Start])
		if lexicon.Fold(s.text[w.Start:w.End]) == w.Text {
			b.WriteString(s.text[w.Start:w.End])
		} else {
			b.WriteString(w.Text)
		}
		end = w.End
	}
	return b.String() + s.text[end:]
}

// correct reads a word that nobody knows as the nearest known one.
func (r *Reader) correct(word string) (string, bool) {
	if lexicon.ClassOf(word) != lexicon.Subject || cueWords[word] {
		return "", false
	}
	read, ok := r.index.Correct(word)
	if !ok && !r.index.Knows(word) {
		if common, spelt := lexicon.Misspelt(word); spelt {
			return common, true
		}
	}
	if !ok || lexicon.ClassOf(read) == lexicon.Subject {
		return read, ok
	}
	// A word that is dropped must not swallow a subject: only the long words
	// of asking are typed wrong more often than they are another word.
	return read, longAsking[read] || len(read) >= longLight && slipped(word, read) || r.titles[read] && len(read) >= longTitle
}

// longLight is how long a word that is dropped is at least for a slip of the
// finger to be taken for it.
const longLight = 7

// slipped reports that two words differ by one letter too many or too few, or
// by two neighbours that are swapped: a letter replaced makes another word.
func slipped(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// longAsking are the words of asking that people mistype.
var longAsking = set("pourcentage pourcentages proportion proportions combien observatoire barometre")

// longTitle is how long a word of an observatory's name is at least for a
// mistyped word to be taken for it.
const longTitle = 8

// Spelling returns the words, beside those of the findings, that a Reader
// takes a mistyped word for: an index is built with them.
func Spelling() []string { return slices.Sorted(maps.Keys(longAsking)) }

// use marks words[start:end] as having said something other than the subject.
func (s *sentence) use(start, end int) {
	for i := start; i < end; i++ {
		s.used[i] = true
	}
}

// at returns a word's text, or "" outside of the sentence.
func (s *sentence) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Text
}

// has reports whether one of the words stands in the sentence.
func (s *sentence) has(set map[string]bool) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return set[w.Text] })
}

// says reports whether the sentence holds a run of words.
func (s *sentence) says(phrase ...string) bool {
	for i := range s.words {
		n := 0
		for n < len(phrase) && s.at(i+n) == phrase[n] {
			n++
		}
		if n == len(phrase) {
			return true
		}
	}
	return false
}

// quoted returns the figures that the person states, dates and bare counts
// aside, and marks their numbers as used.
func (s *sentence) quoted() []figure.Figure {
	var quoted []figure.Figure
	for _, f := range s.figures {
		if f.Kind == figure.Date || f.Kind == figure.Duration || !f.HasNumber() || s.sizes(f) {
			continue
		}
		if f.Kind == figure.Count && f.High != nil && *f.High < 10 {
			continue // "deux directions" is grammar
		}
		if f.Kind == figure.Count && f.Value == nil && strings.HasSuffix(s.text[:f.Start], "(") && strings.HasPrefix(s.text[f.End:], ")") {
			s.useText(f.Start, f.End) // "petites entreprises (10 à 49 personnes)" says whom
			continue
		}
		if i := slices.IndexFunc(s.words, func(w lexicon.Word) bool { return w.Start >= f.Start }); numerals[s.at(i)] && s.at(i-1) == "les" && s.at(i+1) == "%" {
			continue // "les deux %" too
		}
		quoted = append(quoted, f.Figure)
		for i, w := range s.words {
			if w.Start >= f.Start && w.End <= f.End && lexicon.ClassOf(w.Text) != lexicon.Subject || isNumber(w.Text) && w.Start >= f.Start && w.End <= f.End {
				s.used[i] = true
			}
		}
	}
	return quoted
}

// useText marks the words that stand in text[start:end].
func (s *sentence) useText(start, end int) {
	for i, w := range s.words {
		s.used[i] = s.used[i] || w.Start >= start && w.End <= end
	}
}

// sizes reports whether a figure is the bound of a size class: "de moins de
// 3 500 habitants".
func (s *sentence) sizes(f figure.Span) bool {
	_, size := lexicon.SizeOf(s.words)
	return slices.ContainsFunc(s.words[size[0]:size[1]], func(w lexicon.Word) bool { return f.Start <= w.Start && w.End <= f.End }) ||
		slices.ContainsFunc(s.mentions, func(m lexicon.Mention) bool { // "petites industries (10 à 49 salariés)", which defines them
			return s.words[m.Start].Start < f.Start && f.End <= s.words[m.End-1].End
		})
}

func (s *sentence) inFigure(i int) bool {
	w := s.words[i]
	return slices.ContainsFunc(s.figures, func(f figure.Span) bool {
		return f.Kind != figure.Date && w.Start >= f.Start && w.End <= f.End
	})
}

func isNumber(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

// small reports a number of one digit: "les 3 conditions" is grammar.
func small(w string) bool { return len(w) == 1 && isNumber(w) }

// hasPrefix reports whether a word begins with letters.
func (s *sentence) hasPrefix(prefix string) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return strings.HasPrefix(w.Text, prefix) })
}

// untagged are the words without a last ", vrai ?", which denies nothing and
// would be read with a "pas" before it.
func (s *sentence) untagged() []lexicon.Word {
	n := len(s.words)
	if n > 1 && claimWords[s.at(n-1)] && strings.Contains(s.text[s.words[n-2].End:s.words[n-1].Start], ",") {
		return s.words[:n-1]
	}
	if i := s.differ(); i >= 0 && s.disagrees() { // "ne disent pas pareil" denies nothing of the subject
		return slices.Concat(s.words[:max(0, i-2)], s.words[i+1:])
	}
	return s.words
}

// useRun marks every place of a run of words.
func (s *sentence) useRun(run []string) {
	for i := range s.words {
		n := 0
		for n < len(run) && s.at(i+n) == run[n] {
			n++
		}
		if n == len(run) {
			s.use(i, i+n)
		}
	}
}
