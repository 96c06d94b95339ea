// Package question reads a person's French into a Question: what is wanted,
// about whom, when, and in what state. It reads by rules, before any stemming.
package question

import (
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// A Question is what a person asks, understood.
type Question struct {
	Text  string // as typed, without what is not text
	Wants Wants
	About About  // what of an edition itself is asked; empty for a finding
	Noun  string // what "combien de" counts, folded and singular; empty when a population is counted

	Terms     []index.Term // what is looked up
	Subject   []string     // those of the Terms that a finding must say to answer
	Proper    []string     // those of the Subject that are typed as names: "Paris"
	Among     []string     // those of the Subject that say among whom or where: "dans les hôpitaux"
	Either    [][]string   // those of the Subject between which one has to choose: see alternatives
	Besides   []string     // what the answer must not be about: "à part la DSI"
	Publisher string       // the publisher of a source, as the person names it: "selon Weka"
	Study     string       // a word of the title of the study that must say it: "étude TIC"
	Topic     string       // the subject as the person typed it, to restate it

	Who        lexicon.Population
	Years      []int // editions or years asked, ascending
	Rank       int   // of the edition asked: "la deuxième"; lexicon.Latest for the last
	Horizon    int   // "d'ici à 2017"; 0 when none
	Stage      lexicon.Stage
	Negative   bool
	Demands    Demand          // what a finding must tell beside the subject
	Surpassing string          // the verb of "dépense le plus"; empty for other superlatives
	Ranked     string          // the noun of "quelle direction dépense le plus": one of these is asked; empty when none is named
	Gauge      string          // the noun of which the very amount, or growth, is asked: "quel est le budget"
	Members    string          // the noun of which the members are asked: "quels outils"
	Opinion    bool            // what people think, expect or put first, not what they do
	Summary    bool            // all that an edition publishes, of those named if any: "résumer l'édition 2016"
	Voices     []string        // the words that name those whose opinion is asked
	Verbs      []string        // those of the Subject that are surely verbs: how a thing is said, not the thing
	Focus      []string        // what a claim puts forward: "c'est la DRH qui"
	PartOf     string          // what a stated share is a part of, when no population: "14 % du budget"
	Act        string          // the verb whose actor is asked: "qui finance"; empty for all else
	Naming     []string        // the words by which the population is named
	Count      int             // how many things are asked: "les trois conditions"; 0 when not said
	Grows      bool            // a word of growth or fall stands in it
	Partly     bool            // about a population but for a part of it: no finding is
	Resized    bool            // about those of another size than those before: nobody says which
	Verbless   bool            // it has no verb: "part des communes avec un compost"
	Doubly     bool            // it denies twice: no finding says just that
	Show       string          // id of the finding picked
	Sources    bool            // where what was said is printed
	Offered    []string        // ids of findings among which the person has to pick again
	Before     string          // id of the finding that the turn before led with
	Unstated   bool            // nothing was stated of it: it was only offered
	Aside      Wants           // the wish that the conversation goes on with, when the message only asks more of what was said
	Added      bool            // the message adds a subject to that of the turn before
	Else       bool            // what else there is beside it
	Carried    string          // the state that the message came with
	Examples   []Example       // questions that are answered, for who does not know what to ask
	Followed   bool            // slots that the message does not name are those of the turn before
	Member     bool            // whether something is in a published list
	Titled     []string        // words of an observatory's name that the person typed
	Survey     string          // the word for the survey itself: "observatoire", "étude", folded
	Quoted     []figure.Figure // figures that the person states
	Claim      *Assertion      // how a claim uses the first of them; nil for other questions
	Corrected  []Correction
	Change     Change     // asked of a figure over the editions
	Course     Direction  // that what answers must say it goes; 0 for most questions
	Courses    []Question // the question for each way that a figure goes: "en hausse ou en baisse ?"; nil for most
	Sides      []Question // what is asked at once, in the order named; nil for most questions
	Several    bool       // the Sides are told apart in so many words: nothing answers them as one
	Order      Order      // asked of the figures of the Sides

	After    int    // "après 2014": the year that what is asked comes after; 0 when not said
	Restaged bool   // the message goes on with another stage than the one before
	Unsaid   Unsaid // of a message that changes a part of the subject before: the rest of it

	Holdings []Holding // of what is asked, whose it is, or which one

	Deeds []Deed // who does what to whom, where that is read surely

	beside []string // ids of the groups of the answer that is continued
	spelt  string   // Text with the corrections
}

// A Correction is a word that was read as another one.
type Correction struct{ Typed, Read string }

// An Example is a question that is known to be answered, and the finding that
// leads the answer.
type Example struct{ Text, Finding string }

// Wants says what would answer.
type Wants string

// What a question may want.
const (
	Share     Wants = "share"     // "quel pourcentage"
	Number    Wants = "number"    // "combien": a share or a count
	Amount    Wants = "amount"    // "quel montant"
	Date      Wants = "date"      // "quand", "à quel horizon"
	Place     Wants = "place"     // "où"
	Person    Wants = "person"    // "qui"
	Which     Wants = "which"     // "quels sont", "lesquels": names, not a figure
	List      Wants = "list"      // "la liste de": what is enumerated
	Reason    Wants = "reason"    // "pourquoi"
	Check     Wants = "check"     // a claim to confirm or refute
	Conflict  Wants = "conflict"  // every version, where sources disagree
	Overview  Wants = "overview"  // all that is published on a subject
	Statement Wants = "statement" // whatever is said of a subject

	// Those that no finding answers.
	Nothing       Wants = "nothing"        // no text, or it only continues
	Hello         Wants = "hello"          // "bonjour"
	Help          Wants = "help"           // "aide"
	Thanks        Wants = "thanks"         // "merci"
	Goodbye       Wants = "goodbye"        // "au revoir"
	Noted         Wants = "noted"          // "d'accord"
	Coverage      Wants = "coverage"       // "de quoi parlez-vous ?"
	Editions      Wants = "editions"       // "quelles éditions ?"
	Meaning       Wants = "meaning"        // "c'est quoi une intercommunalité ?"
	Advice        Wants = "opinion"        // "que pensez-vous de", "que recommandez-vous"
	Forecast      Wants = "forecast"       // what nobody has measured yet
	ThanksGoodbye Wants = "thanks_goodbye" // "merci et bonne journée"
	Download      Wants = "download"       // "où télécharger cette étude ?"
	Stale         Wants = "stale"          // a state that the loaded editions do not know
)

// Measured reports whether only a figure answers.
func (w Wants) Measured() bool { return w == Share || w == Number || w == Amount }

// Lasting reports that a duration is asked: "combien de temps", "en combien
// d'années".
func (q Question) Lasting() bool { return spans[q.Noun] }

// About names what of an edition itself is asked.
type About string

// What an edition file says of itself.
const (
	Publisher    About = "publisher"
	Presentation About = "presentation"
	Sample       About = "sample"
	Respondents  About = "respondents"
	Fieldwork    About = "fieldwork"
	Scope        About = "scope"
	Definition   About = "definition" // of a population
)

// settled reports that the conversation itself says what to answer with:
// nothing is looked up.
func (q Question) settled() bool { return q.Show != "" || q.Else || len(q.Offered) > 0 }

// Query is what the index looks up for the question.
func (q Question) Query() index.Query {
	terms := q.Terms
	for _, b := range q.Besides {
		terms = append(terms[:len(terms):len(terms)], index.Term{Text: b, Weight: unweighed})
	}
	for _, w := range q.Unsaid.Rest {
		terms = append(terms[:len(terms):len(terms)], index.Term{Text: w, Weight: unweighed})
	}
	return index.Query{
		Text: q.spelt, Terms: terms, Who: q.Who, Years: q.Years,
		Figure: q.Wants.Measured(), Limit: candidates,
	}
}

// unweighed terms change no rank: they are looked up to know who says them.
const unweighed = 1e-9

// candidates is how many hits the answer looks at: all that the index ranks.
const candidates = 50
