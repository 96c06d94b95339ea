package question

import (
	"strings"

	"constat/data/lexicon"
)

// noun reads a word of a noun group, or what leads to one.
func (c *chunker) noun(i int) int {
	w := c.at(i)
	switch {
	case approximate[w] && (c.at(i+1) == "de" || c.at(i+1) == "d"):
	case w == "des" || w == "du" || w == "de" || w == "d":
		after := c.last()
		switch {
		case c.det == "%": // "44 % des communes"
			c.det, c.share = w, true
		case approximate[c.at(i-1)]: // "plus d'un tiers"
			c.open, c.det = false, w
		case after.kind == group && !c.broken(i), c.prep != "":
			if c.prep == "" {
				c.prep = "de"
			}
			c.open, c.det = false, w
		case w == "des", w == "du", fresh[c.at(i+1)]:
			c.open, c.det = false, w
		default:
			c.open, c.prep, c.det = false, "de", w
		}
	case prepositions[w] || w == "a" || w == "au" || w == "aux":
		if c.prep == "" || c.prep == "de" {
			c.prep = map[string]string{"aux": "a", "au": "a"}[w]
			if c.prep == "" {
				c.prep = w
			}
		}
		c.open = false
		if w == "aux" || w == "au" {
			c.det = w
		}
	case w == "%":
		c.open, c.det = false, "%"
	case determining[w] || isNumber(w) || numerals[w]:
		c.open, c.det = false, w
		if !determining[w] && (c.prep == "sur" || len(w) == 4 && isNumber(w)) { // "une commune sur deux", "en 2015"
			c.close()
		}
	case quantities[w] && !c.open:
		if next := c.at(i + 1); next == "des" || next == "de" || next == "du" || next == "d" || next == "sur" {
			c.det = "%"
			if c.prep == "de" {
				c.prep = ""
			}
			break
		}
		return c.word(i)
	case pronouns[w]:
		if i > 0 && c.words[i].Joined {
			break
		}
		c.add(chunk{kind: group, starts: i})
	case lexicon.ClassOf(w) == lexicon.Function, c.det == "" && c.prep == "" && !c.open && (adverb(w) || strings.HasSuffix(w, "ment")):
	default:
		return c.word(i)
	}
	return 1
}

// broken reports a comma or a stop before a word.
func (c *chunker) broken(i int) bool {
	return i > 0 && strings.ContainsAny(c.text[c.words[i-1].End:c.words[i].Start], ",;:.()?!")
}

// word adds a word, or a trade equivalent of several, to the noun group.
func (c *chunker) word(i int) int {
	w, n := c.at(i), 1
	means, length := c.lexicon.Equivalent(c.texts[i:])
	if length > 0 {
		w = means
		n = length
		if length > 1 {
			c.open = c.open && !determining[c.at(i-1)]
		}
	}
	if !c.open {
		c.inherit()
		c.all = append(c.all, chunk{
			kind: group, text: lexicon.Singular(w), prep: c.prep, asked: asks[c.det], counted: c.share, owned: possessives[c.det], starts: i,
			plural:   pluralDets[c.det] || c.det == "%" || strings.HasSuffix(c.at(i), "s") && !singularDets[c.det],
			detached: c.det == "" && c.prep == "",
		})
		c.close()
		c.open = true
	}
	if class := lexicon.ClassOf(c.at(i)); length > 0 || class == lexicon.Subject || class == lexicon.Study {
		k := &c.all[len(c.all)-1]
		if leadingAdjectives[k.text] && len(k.words) < 2 {
			k.text = lexicon.Singular(w)
		}
		k.words, k.typed = append(k.words, lexicon.Singular(w)), append(k.typed, c.texts[i:i+n]...)
		if length > 1 {
			k.names = append(k.names, lexicon.Singular(w))
		}
	}
	return n
}

// inherit gives a noun group the preposition of the one that it is listed with:
// "entre la DSI et les métiers".
func (c *chunker) inherit() {
	n := len(c.all)
	if c.prep != "" || n < 2 || c.all[n-1].kind != linked || c.all[n-2].kind != group {
		return
	}
	if listed := c.all[n-2].prep; listed == "entre" || c.det == "" {
		c.prep = listed
	}
}

// adverb reports a word that tells how or when, and no thing.
func adverb(w string) bool {
	return adverbs[w] || strings.HasSuffix(w, "ment") && len(w) > 6 && lexicon.ClassOf(w) == lexicon.Light
}
