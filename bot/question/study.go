package question

import (
	"slices"
	"strings"

	"constat/data"
	"constat/data/lexicon"
)

// A study is named by words of its title, or by who publishes it.

// study moves the word of a title behind "étude" or "enquête" from the subject
// to q.Study: it names the study. Something else must be asked.
func (s *sentence) study(q *Question) {
	for i := range s.words {
		w := s.at(i)
		if !surveys[s.at(i-1)] || s.breaks(i) || !s.titles[w] || !slices.Contains(q.Subject, w) || len(q.Subject) < 2 {
			continue
		}
		q.Study = w
		q.Subject = slices.DeleteFunc(slices.Clone(q.Subject), func(o string) bool { return o == w })
		q.Topic = strings.Join(slices.DeleteFunc(strings.Fields(q.Topic), func(o string) bool { return lexicon.Fold(o) == w }), " ")
		return
	}
}

// soleEditor returns the publisher of every edition, folded, when it is one and
// one word: "selon Markess" then tells nothing apart.
func soleEditor(l *data.Library) string {
	name := ""
	for i, e := range l.Editions {
		words := lexicon.Words(e.Publisher)
		if len(words) != 1 || i > 0 && words[0].Text != name {
			return ""
		}
		name = words[0].Text
	}
	return name
}
