package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
	"constat/index/french"
)

// verb reads a verb with its auxiliary and its pronoun.
func (c *chunker) verb(i int) int {
	w := c.at(i)
	before := c.at(i - 1)
	inverted := i+1 < len(c.words) && c.words[i+1].Joined && (c.at(i+1) == "t" || pronouns[c.at(i+1)])
	if french.Infinitive(w) && !inverted {
		if determining[before] && before != "l" && before != "les" && before != "la" && before != "le" {
			return 0
		}
		c.add(chunk{kind: deed, text: w, loose: true, prep: c.prep, starts: i})
		return 1
	}
	if strings.HasSuffix(w, "ant") && c.prep == "en" {
		c.add(chunk{kind: deed, text: w, loose: true, prep: c.prep, starts: i})
		return 1
	}
	if !inverted && !c.finite(i) {
		return 0
	}
	k := chunk{kind: deed, text: w, starts: i, plural: strings.HasSuffix(w, "nt")}
	reflexive := before == "s" || before == "se"
	being, helping := beings[w] || reflexive && seeming[w], helpers[w]
	n := i + 1
	for n < len(c.words) {
		next := c.at(n)
		switch {
		case c.words[n].Joined && (next == "t" || pronouns[next]):
			k.pronoun = k.pronoun || next != "t"
			k.anyone = k.anyone || next == "on"
		case adverb(next) && !french.Participle(next), next == "pas", next == "se", next == "s":
		case (being || helping) && next == "ete":
			being = true
		case being && french.Participle(next) && !determining[c.at(n-1)]:
			k.text, k.passive = next, (!reflexive || seeming[w]) && !going[lexicon.Singular(next)]
			c.add(k)
			return n + 1 - i
		case helping && clitics[next] || helping && next == "l" && french.Infinitive(c.at(n+1)):
		case helping && (french.Participle(next) || french.Infinitive(next)):
			k.text, k.causes = next, causing[w]
			c.add(k)
			return n + 1 - i
		default:
			c.add(k)
			return n - i
		}
		n++
	}
	c.add(k)
	return n - i
}

// finite reports whether a word that may be a verb is one where it stands.
func (c *chunker) finite(i int) bool {
	w, before, next := c.at(i), c.at(i-1), c.at(i+1)
	verbal := beings[w] || helpers[w] || french.Finite(w)
	switch {
	case !verbal, w == "a" && (c.words[i].Accents || c.bare && !subjects[before]):
		return false
	case c.last().kind == relative, clitics[before], c.last().kind == group && c.last().asked && len(c.last().words) == 0:
		return true
	case determining[before], c.prep != "", prepositions[w]:
		return false
	case beings[w], helpers[w]:
		return true
	case c.last().kind == inviting:
		return true
	case c.last().kind == linked: // a second verb: "inventent des usages et attendent"
		return strings.HasSuffix(w, "nt") && slices.ContainsFunc(c.all, func(k chunk) bool { return k.kind == deed && k.plural })
	case c.last().kind != group && !subjects[before]:
		return false
	case !strings.HasSuffix(w, "e"):
		return true
	}
	if typed := strings.ToLower(c.text[c.words[i].Start:c.words[i].End]); strings.HasSuffix(typed, "é") || i+1 == len(c.words) && c.spoke() {
		return false
	}
	return i+1 == len(c.words) || determining[next] && next != "de" && next != "d" && next != "des" && next != "du" || next == "a" || next == "que" || next == "qu" || adverb(next) || leadsOn[next]
}

// spoke reports whether a verb was read already.
func (c *chunker) spoke() bool {
	return slices.ContainsFunc(c.all, func(k chunk) bool { return k.kind == deed && !k.loose })
}
