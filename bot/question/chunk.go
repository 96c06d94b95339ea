package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// A chunk is a piece of a sentence, as the reading of roles needs it.
type chunk struct {
	kind     chunkKind
	text     string // of a verb: the main one, folded; of a noun group: its first noun
	words    []string
	typed    []string  // the same as they are typed
	names    []string  // of those, what several words name together: "direction générale"
	prep     string    // the preposition before a noun group
	asked    bool      // "quels outils", "qui"
	counted  bool      // "44 % des communes", "combien de communes"
	owned    ownership // those of "leurs priorités"
	plural   bool
	passive  bool // of a verb: "est pilotée"
	pronoun  bool // of a verb: it stands before its pronoun, "pilote-t-elle"
	causes   bool // of a verb: "fait perdre"
	anyone   bool // of a verb: "voit-on"
	loose    bool // of a verb: an infinitive or a gerund, which has no subject of its own
	starts   int  // where its first word stands
	detached bool // of a noun group: nothing but a preposition ties it to the one before
}

// ownership says how many have a thing, where a possessive tells.
type ownership uint8

const (
	oneOwner   ownership = iota + 1 // "ses priorités"
	manyOwners                      // "leurs priorités"
)

type chunkKind uint8

const (
	group  chunkKind = iota // a noun with its adjectives
	deed                    // a verb
	linked                  // "et", "ou"
	comma
	stop     // the end of a sentence, and all that parts as much
	relative // "qui", of what stands before it
	that     // "que": a sentence of its own follows
	inviting // "que", "quand", "comment": a noun may follow its verb
)

// chunker cuts a sentence into chunks.
type chunker struct {
	lexicon *lexicon.Lexicon
	text    string
	words   []lexicon.Word
	texts   []string
	bare    bool // typed without accents: "a" may be "à"
	all     []chunk

	prep, det string
	share     bool // "44 % des", "combien de" leads to the next noun
	open      bool // the last chunk is a noun group that goes on
}

func chunks(l *lexicon.Lexicon, text string) []chunk {
	c := chunker{lexicon: l, text: text, words: lexicon.Words(text)}
	c.texts = texts(c.words)
	c.bare = !slices.ContainsFunc(c.words, func(w lexicon.Word) bool { return w.Accents })
	for i := 0; i < len(c.words); {
		c.boundary(i)
		i += c.read(i)
	}
	return c.all
}

func (c *chunker) at(i int) string {
	if i < 0 || i >= len(c.texts) {
		return ""
	}
	return c.texts[i]
}

// last returns the chunk that was read last; an empty stop before the first.
func (c *chunker) last() chunk {
	if len(c.all) == 0 {
		return chunk{kind: stop}
	}
	return c.all[len(c.all)-1]
}

func (c *chunker) add(k chunk) {
	c.all = append(c.all, k)
	c.close()
}

func (c *chunker) close() { c.prep, c.det, c.share, c.open = "", "", false, false }

// boundary adds what the punctuation before a word parts.
func (c *chunker) boundary(i int) {
	if i == 0 {
		return
	}
	switch gap := c.text[c.words[i-1].End:c.words[i].Start]; {
	case strings.ContainsAny(gap, ".;:?!()\n") || strings.Contains(gap, " – ") || strings.Contains(gap, " — "):
		c.add(chunk{kind: stop})
	case strings.Contains(gap, ","):
		c.add(chunk{kind: comma})
	}
}

// read takes what begins at a word, and tells how many words it took.
func (c *chunker) read(i int) int {
	w, next := c.at(i), c.at(i+1)
	opens := c.last().kind == stop || c.last().kind == comma
	switch {
	case w == "est" && next == "ce" && (c.at(i+2) == "que" || c.at(i+2) == "qu"):
		return 3
	case w == "est" && next == "ce" && c.at(i+2) == "qui":
		c.add(chunk{kind: group, asked: true, starts: i})
		return 3
	case w == "c" && (next == "est" || next == "sont"):
		return 2
	case w == "que" || w == "qu":
		kind := that
		if opens && c.prep == "" {
			kind = inviting
		}
		c.add(chunk{kind: kind})
		return 1
	case w == "qui":
		if c.last().kind == stop && c.det == "" || c.prep != "" || opens && strings.Contains(c.text, "?") {
			c.add(chunk{kind: group, asked: true, prep: c.prep, starts: i})
		} else {
			c.add(chunk{kind: relative})
		}
		return 1
	case w == "combien" && (next == "de" || next == "d"):
		c.close()
		c.det = "%"
		return 1
	case openers[w] || w == "ou" && (c.words[i].Accents || i == 0):
		c.add(chunk{kind: inviting})
		return 1
	case w == "quoi": // "en quoi", "sur quoi"
		c.add(chunk{kind: inviting})
		return 1
	case w == "dont":
		c.add(chunk{kind: that})
		return 1
	case w == "mais":
		c.add(chunk{kind: stop})
		return 1
	case w == "peut" && next == "etre" && c.words[i+1].Joined:
		return 2
	case w == "et" || w == "ou" || w == "ni" || w == "puis":
		c.add(chunk{kind: linked})
		return 1
	}
	if n := c.verb(i); n > 0 {
		return n
	}
	return c.noun(i)
}
