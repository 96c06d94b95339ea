package question

import (
	"slices"
	"strings"

	"constat/data/figure"
	"constat/data/lexicon"
)

// An Assertion is how a sentence uses its figure. Claims and statements are
// read by the same rules, so that one can be held against the other.
type Assertion struct {
	Counted string             // the noun of which the figure is a part, folded and singular; empty when unsaid
	Who     lexicon.Population // those counted, when the noun is a population
	Weighs  bool               // so much is what something amounts to: "pèse 1,9 % des dépenses"
	Thinks  bool               // those counted think or say it: "jugent indispensable"
	That    bool               // what they say has a subject of its own: "disent que", "pour 78 % des élus"
	Is      bool               // those counted are said to be something: "sont des usagers"
	Later   bool               // it is yet to come: "vont changer"
	Verb    string             // what those counted do, when the word after them is surely a verb: "s'allient"
	Not     []string           // words that "non" denies: "non structurées"
	Strict  []string           // words that leave no exception or judge: "tous", "bonne"
	Verbs   []string           // light verbs that are not said of having or doing: "cherchent"
	Words   []string           // what is said with the figure: neither those counted nor the stage
}

// Assert reads how a sentence uses a figure: the one given when it stands in
// it, else the first that is not a date. False when there is none.
func Assert(l *lexicon.Lexicon, text string, wanted *figure.Figure) (Assertion, bool) {
	span, ok := figureOf(text, wanted)
	if !ok {
		return Assertion{}, false
	}
	a := asserted{words: lexicon.Words(text), span: span, text: text}
	a.mentions = l.Mentions(a.words)
	for a.first < len(a.words) && a.words[a.first].End <= span.Start {
		a.first++
	}
	a.end = a.first
	for a.end < len(a.words) && a.words[a.end].Start < span.End {
		a.end++
	}
	a.counted()
	return a.read(), true
}

func figureOf(text string, wanted *figure.Figure) (figure.Span, bool) {
	spans := slices.DeleteFunc(figure.Find(text), func(s figure.Span) bool {
		return s.Kind == figure.Date || s.Kind == figure.Duration || !s.HasNumber() || s.Kind == figure.Count && s.High != nil && *s.High < 10
	})
	if wanted != nil {
		if i := slices.IndexFunc(spans, func(s figure.Span) bool {
			return s.Kind == wanted.Kind && s.Unit == wanted.Unit && sameBounds(s.Figure, *wanted)
		}); i >= 0 {
			return spans[i], true
		}
	}
	if len(spans) == 0 {
		return figure.Span{}, false
	}
	return spans[0], true
}

func sameBounds(a, b figure.Figure) bool {
	lowA, highA := a.Bounds()
	lowB, highB := b.Bounds()
	return lowA == lowB && highA == highB
}

// asserted is a sentence with the place of its figure and of those counted.
type asserted struct {
	text       string
	words      []lexicon.Word
	mentions   []lexicon.Mention
	span       figure.Span
	first, end int // words of the figure
	noun       int // where the counted noun stands, or -1
	after      int // the first word after those counted
	who        []string
}

func (a *asserted) at(i int) string {
	if i < 0 || i >= len(a.words) {
		return ""
	}
	return a.words[i].Text
}

// counted finds the noun that a share is of: in the figure itself, "une
// commune sur deux", or after it, "44 % des communes".
func (a *asserted) counted() {
	a.noun, a.after = -1, a.end
	if a.span.Kind != figure.Share && a.span.Kind != figure.FromTo {
		return
	}
	over := slices.IndexFunc(a.words[a.first:a.end], func(w lexicon.Word) bool { return w.Text == "sur" })
	for i := a.first + 1; i < a.first+over; i++ {
		if before := a.at(i - 1); before == "un" || before == "une" || isNumber(before) || numerals[before] {
			a.noun = i
			break
		}
	}
	if a.noun < 0 && partitive[a.at(a.end)] {
		i := a.end
		for i < len(a.words) && (articles[a.at(i)] || sized[a.at(i)] && a.mentionAt(i) < 0) {
			i++
		}
		if i < len(a.words) && a.at(i) != "entre" {
			a.noun = i
		}
	}
	if a.noun < 0 {
		return
	}
	a.after = max(a.end, a.noun+1)
	for _, m := range a.mentions {
		// "décideurs de collectivités": those that are tied to the first are counted with it.
		if m.Start == a.noun || len(a.who) > 0 && m.Start >= a.after && !slices.ContainsFunc(a.words[a.after:m.Start], func(w lexicon.Word) bool { return !articles[w.Text] }) && m.Start-a.after > 0 {
			a.who = append(a.who, m.ID)
			a.after = max(a.after, m.End)
		}
	}
	slices.Sort(a.who)
	a.who = slices.Compact(a.who)
}

func (a *asserted) mentionAt(i int) int {
	return slices.IndexFunc(a.mentions, func(m lexicon.Mention) bool { return m.Start == i })
}

func (a *asserted) read() Assertion {
	r := Assertion{Who: lexicon.Population{Groups: a.who}}
	if a.noun >= 0 {
		r.Counted = lexicon.Singular(a.at(a.noun))
	}
	for k := a.first - 1; k >= a.first-weighReach; k-- {
		r.Weighs = r.Weighs || weighing[a.at(k)]
	}
	before := a.at(a.first - 1)
	r.That = before == "pour" || before == "selon" || before == "apres" && a.at(a.first-2) == "d" ||
		before == "de" && (aims[a.at(a.first-2)] || aims[a.at(a.first-3)]) // "l'objectif stratégique de 42 % des …"
	for k := a.after; k < len(a.words) && k < a.after+copulaReach; k++ {
		r.Is = r.Is || copulas[a.at(k)] && (articles[a.at(k+1)] && a.at(k+1) != "de" && a.at(k+1) != "d" && a.at(k+1) != "au" && a.at(k+1) != "aux")
	}
	_, tells := lexicon.Stages(a.words)
	for k := a.after; k < len(a.words); k++ {
		if w := a.at(k); lexicon.ClassOf(w) == lexicon.Subject {
			if lightVerb(w) && !tells[k] {
				r.Verb = w
			}
			break
		}
	}
	for i, w := range a.words {
		if i >= a.first && i < a.after {
			continue
		}
		a.word(&r, i, w.Text, tells[i])
	}
	r.Thinks = r.Thinks || r.That
	return r
}

// word adds what one word says to the assertion.
func (a *asserted) word(r *Assertion, i int, w string, tells bool) {
	class := lexicon.ClassOf(w)
	switch {
	case holding(w) && i >= a.after:
		r.Thinks = true
		for k := i + 1; k <= i+thatReach; k++ {
			r.That = r.That || a.at(k) == "que" || a.at(k) == "qu"
		}
		return
	case w == "non" && lexicon.ClassOf(a.at(i+1)) == lexicon.Subject && a.at(i-1) != "ou":
		r.Not = append(r.Not, a.at(i+1))
		return
	case strict[w] && !(a.at(i+1) == "les" && periods[lexicon.Singular(a.at(i+2))]):
		r.Strict = append(r.Strict, w)
		return
	case (w == "vont" || w == "va" || w == "allaient") && infinitive(a.at(i+1)), class == lexicon.Subject && len(w) > len("eront") && strings.HasSuffix(w, "eront"):
		r.Later = true
	}
	switch {
	case tells:
	case (class == lexicon.Subject || courses[w] != 0) && !isNumber(w) && w != "%" && !numerals[w] && !monthNames[w]:
		r.Words = append(r.Words, w)
	case (class == lexicon.Light || class == lexicon.Asking) && i >= a.after && (lightVerb(w) || participled[a.at(i-1)]) && !plainVerbs[w] && !claimWords[w]:
		r.Verbs = append(r.Verbs, w)
	}
}

// How far the words that tell the use of a figure stand, in words.
const (
	weighReach  = 2 // "pèse environ 2 %"
	copulaReach = 3 // "44 % des communes rurales sont des …"
	thatReach   = 3 // "disent tous deux que"
)

var (
	// aims are what people have in mind: who has one thinks so.
	aims      = set("objectif but priorite souci preoccupation ambition attente crainte")
	partitive = set("de des du d les entre")
	sized     = set("grandes grands petites petits nouvelles nouveaux jeunes principales principaux autres")
	weighing  = set("pese pesent pesait represente representent representait equivaut equivalent atteint atteignent constitue absorbe absorbent consacre consacrent")
	copulas   = set("est sont etait etaient sera seront devient deviennent")
	periods   = set("jour semaine mois an annee") // "toutes les semaines" is how often, not how many
	strict    = set("tous toutes toujours uniquement exclusivement seuls seules entierement totalement bon bonne bons bonnes veritable veritables")
	// participled auxiliaries have a participle after them.
	participled = set("ont avaient ete")
	// plainVerbs say no more than that people have or do a thing.
	plainVerbs = set("font fait faisaient utilisent utilisaient utilise disposent disposaient dispose possedent possedaient existent existaient existe mettent mis mise mises dote dotes dotee dotees")
)

// holders begin the verbs of saying and thinking; what they hold is only as
// true as they are right.
var holders = strings.Fields("disent disai declar affirm constat indiqu estim jug pens croi croy consider trouv soulign reconn voient voyai")

func holding(w string) bool {
	return (strings.HasSuffix(w, "nt") || w == "pense" || w == "estime" || w == "juge" || w == "croit" || w == "dit") && !strings.HasSuffix(w, "ement") &&
		(w == "dit" || slices.ContainsFunc(holders, func(h string) bool { return strings.HasPrefix(w, h) }))
}

func infinitive(w string) bool {
	return len(w) > 3 && (strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir") || strings.HasSuffix(w, "re"))
}

// lightVerb reports a third person in the plural, which adverbs end like.
func lightVerb(w string) bool {
	return strings.HasSuffix(w, "ent") && !slices.ContainsFunc([]string{"ement", "mment", "aiment", "moment"}, func(e string) bool { return strings.HasSuffix(w, e) })
}
