package answer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
)

// maxLabel is how long a label is at most, in code points: a button's text
// has 75 on Slack and 80 on Discord.
// https://docs.slack.dev/reference/block-kit/block-elements/button-element
// https://discord.com/developers/docs/components/reference#button
const maxLabel = 75

// A side is one thing by which findings are told apart.
type side int

// The sides, in the order in which a label says them.
const (
	subject side = iota
	nature
	population
	edition
	state
	sides
)

// say words a side of a finding; empty when it has none.
func (s side) say(f *data.Finding) string {
	switch s {
	case subject:
		return f.Indicator
	case nature:
		if f.Figure != nil && (f.Figure.Kind == figure.Change || f.Figure.Kind == figure.FromTo) {
			return sayChange
		}
		return ""
	case population:
		return f.Population
	case edition:
		return editionOf(f)
	}
	return stateOf(f)
}

// stateOf says the status of a finding, and its horizon.
func stateOf(f *data.Finding) string {
	s := statusWords[f.Status]
	if s != "" && f.Horizon != 0 {
		s += until(f)
	}
	return s
}

// choicesOf offers findings, without their figures, by what tells them from one
// another; beside a lead, by what tells each from it. Two labels are never the
// same: a finding that no words tell from one before it is not offered.
func choicesOf(l *data.Library, lead *data.Finding, all []*data.Finding) []Choice {
	var choices []Choice
	for _, f := range all {
		others, full := all, whole(all)
		if lead != nil {
			others, full = []*data.Finding{lead}, whole([]*data.Finding{lead, f})
		}
		var ways [][]string
		if lead != nil && slices.Contains(lead.Contradicts, f) {
			other := labelOther + f.Sources[0].Publisher
			ways = append(ways, []string{other}, []string{other, editionOf(f)})
		} else if !confused(all, f) {
			apart := differing(l, f, others)
			if len(apart) == 0 && alonePublished(f, others) {
				ways = append(ways, append(said(f, full), f.Sources[0].Publisher))
			}
			ways = append(ways, said(f, apart), said(f, short(f, all, apart)))
			if len(apart) > 0 {
				ways = append(ways, said(f, full), said(f, short(f, all, full)))
			}
		}
		choices = offer(l, choices, f, ways...)
	}
	return choices
}

// alonePublished reports whether no other finding is published where one is.
func alonePublished(f *data.Finding, others []*data.Finding) bool {
	return !slices.ContainsFunc(others, func(g *data.Finding) bool { return g != f && g.Sources[0].Publisher == f.Sources[0].Publisher })
}

// confused reports whether findings that share the subject of one have the
// same sides: only their statements tell them apart, and then all of them are
// told by those.
func confused(all []*data.Finding, one *data.Finding) bool {
	return slices.ContainsFunc(all, func(f *data.Finding) bool {
		return subject.say(f) == subject.say(one) && slices.ContainsFunc(all, func(g *data.Finding) bool { return g != f && twins(f, g) })
	})
}

// nearOf offers neighbours by all that they are about: what tells them from
// the question is not what tells them from one another.
func nearOf(l *data.Library, all []*data.Finding) []Choice {
	var choices []Choice
	for _, f := range all {
		way := whole(all)
		choices = offer(l, choices, f, said(f, way), said(f, short(f, all, way)))
	}
	return choices
}

// offer adds a finding under the first wording that fits a button and no other
// one has, or else under what its statement says around the figure. The line of
// the text is the first wording, in full, unless it is taken.
func offer(l *data.Library, choices []Choice, f *data.Finding, ways ...[]string) []Choice {
	plain := phrase(l, f.Statement)
	ways = append(ways, []string{plain}, []string{plain, f.Sources[0].Publisher})
	ways = slices.DeleteFunc(ways, func(parts []string) bool { return len(parts) == 0 })
	long := strings.Join(ways[0], ", ")
	slices.SortStableFunc(ways, func(a, b []string) int { return excess(a) - excess(b) })
	for _, parts := range ways {
		label := fitted(slices.Clone(parts))
		if slices.ContainsFunc(choices, func(c Choice) bool { return c.long == long }) {
			long = strings.Join(parts, ", ")
		}
		if !slices.ContainsFunc(choices, func(c Choice) bool { return c.Label == label }) {
			return append(choices, Choice{Finding: f, Label: label, long: long})
		}
	}
	return choices
}

// excess is by how many code points parts do not fit a button.
func excess(parts []string) int {
	return max(0, utf8.RuneCountInString(strings.Join(parts, ", "))-maxLabel)
}

// differing are the sides by which a finding is told from others. Respondents
// and the organisations for which they answer are one population.
func differing(l *data.Library, f *data.Finding, others []*data.Finding) []side {
	var apart []side
	for s := range sides {
		if s.say(f) != "" && slices.ContainsFunc(others, func(g *data.Finding) bool {
			return s.say(f) != s.say(g) && (s != population || !question.SamePeople(l, f, g))
		}) {
			apart = append(apart, s)
		}
	}
	return apart
}

// whole are all sides, but for the subject when every finding shares it.
func whole(all []*data.Finding) []side {
	if common(all) != "" {
		return []side{population, edition, state}
	}
	return []side{subject, population, edition, state}
}

// distinct reports whether no other finding is worded like this one.
func distinct(f *data.Finding, all []*data.Finding, way []side) bool {
	words := strings.Join(said(f, way), ", ")
	return words != "" && !slices.ContainsFunc(all, func(g *data.Finding) bool { return g != f && strings.Join(said(g, way), ", ") == words })
}

// short leaves out the sides that are not needed to tell a finding from the
// others, as long as it does not fit a button.
func short(f *data.Finding, all []*data.Finding, way []side) []side {
	for _, s := range []side{state, edition, population} {
		rest := slices.DeleteFunc(slices.Clone(way), func(t side) bool { return s == t })
		if excess(said(f, way)) > 0 && distinct(f, all, rest) {
			way = rest
		}
	}
	return way
}

func said(f *data.Finding, way []side) []string {
	var parts []string
	for _, s := range way {
		if words := s.say(f); words != "" {
			parts = append(parts, words)
		}
	}
	return parts
}

// common is the subject that findings share, or nothing.
func common(all []*data.Finding) string {
	if len(all) < 2 || slices.ContainsFunc(all, func(f *data.Finding) bool { return subject.say(f) != subject.say(all[0]) }) {
		return ""
	}
	return subject.say(all[0])
}

func twins(f, g *data.Finding) bool {
	for s := range sides {
		if s.say(f) != s.say(g) {
			return false
		}
	}
	return true
}

// fitted joins parts to a label that fits a button: the longest part gives up
// its last words first.
func fitted(parts []string) string {
	for {
		over := excess(parts)
		if over == 0 {
			return spaced(capital(strings.Join(parts, ", ")))
		}
		longest := 0
		for i, p := range parts {
			if utf8.RuneCountInString(p) > utf8.RuneCountInString(parts[longest]) {
				longest = i
			}
		}
		parts[longest] = cut(parts[longest], over)
	}
}

// cut drops the last words of a text, at least so many code points of it, and
// says so.
func cut(text string, over int) string {
	runes := []rune(strings.TrimSuffix(text, "…"))
	keep := max(0, len(runes)-over-1)
	short := string(runes[:keep])
	if at := strings.LastIndexAny(short, " "+nbsp); at > 0 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:("+nbsp) + "…"
}
