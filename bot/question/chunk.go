package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
	"constat/index/french"
)

// A chunk is a piece of a sentence, as the reading of roles needs it.
type chunk struct {
	kind     chunkKind
	text     string // of a verb: the main one, folded; of a noun group: its first noun
	words    []string
	typed    []string // the same as they are typed
	names    []string // of those, what several words name together: "direction générale"
	prep     string   // the preposition before a noun group
	asked    bool     // "quels outils", "qui"
	plural   bool
	passive  bool // of a verb: "est pilotée"
	pronoun  bool // of a verb: it stands before its pronoun, "pilote-t-elle"
	causes   bool // of a verb: "fait perdre"
	loose    bool // of a verb: an infinitive or a gerund, which has no subject of its own
	starts   int  // where its first word stands
	detached bool // of a noun group: nothing but a preposition ties it to the one before
}

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

func (c *chunker) close() { c.prep, c.det, c.open = "", "", false }

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

var openers = set("quand comment combien pourquoi")

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

// noun reads a word of a noun group, or what leads to one.
func (c *chunker) noun(i int) int {
	w := c.at(i)
	switch {
	case approximate[w] && (c.at(i+1) == "de" || c.at(i+1) == "d"):
	case w == "des" || w == "du" || w == "de" || w == "d":
		after := c.last()
		switch {
		case c.det == "%": // "44 % des communes"
			c.det = w
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
			kind: group, text: lexicon.Singular(w), prep: c.prep, asked: asks[c.det], starts: i,
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

var (
	determining  = set("le la les l un une des du de d au aux ce cet cette ces leur leurs son sa ses nos notre vos votre quel quelle quels quelles chaque plusieurs quelques tous toutes")
	asks         = set("quel quelle quels quelles")
	pluralDets   = set("les des aux ces leurs ses nos vos quels quelles plusieurs quelques")
	singularDets = set("le la un une du au ce cet cette son sa notre votre quel quelle chaque")
	prepositions = set("dans chez pour par sur avec sans entre vers parmi selon apres avant contre aupres en hors outre sauf comme sous envers via depuis des lors face cote")
	pronouns     = set("il elle ils elles on")
	subjects     = set("il elle ils elles on n ne y qui nous vous je")
	clitics      = set("ne n se s y lui")
	quantities   = set("part parts pourcentage proportion taux nombre majorite moitie tiers quart quarts plupart partie ensemble totalite")
	beings       = set("est sont etait etaient sera seront serait seraient soit soient fut ete")
	seeming      = set("dit disent disait disaient voit voient voyait voyaient sent sentent sentait sentaient trouve trouvent trouvait trouvaient") // "se disent tentés"
	helpers      = set("a ont avait avaient aura auront aurait auraient ait aient doit doivent devait devaient devrait devraient devra devront peut peuvent pourrait pourraient veut veulent voulait voulaient va vont allait allaient fait font faisait faisaient fera feront faut")
	causing      = set("fait font faisait faisaient fera feront")
	going        = set("venu venue alle allee devenu devenue reste restee passe passee arrive arrivee parti partie entre entree ne nee sorti sortie monte montee tombe tombee")
	adverbs      = set("pres environ aussi encore deja souvent parfois toujours plutot surtout seulement tres trop bien meme vraiment plus moins autant ensuite enfin desormais peu beaucoup tout toute pas jamais")
	leadsOn      = set("devant derriere dans chez pour par sur avec sans entre vers parmi aupres en tres plus moins aussi encore deja souvent")
	// leadingAdjectives stand before their noun.
	leadingAdjectives = set("autre nouvelle nouveau nouvel premier premiere principal principale grand grande petit petite meilleur meilleure vrai vraie")
	approximate       = set("plus moins pres autour")
	fresh             = set("autres nouveaux nouvelles nouveau nouvel nombreux nombreuses")
)
