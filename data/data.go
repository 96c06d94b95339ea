// Package data holds what an observatory published: its editions, their
// findings and sources. If it is true in a report, it is here.
package data

import (
	"constat/data/figure"
	"constat/data/lexicon"
)

// A Library is every edition that was loaded, checked and linked. It never
// changes once read: all of it is safe for use by several goroutines.
type Library struct {
	Editions []*Edition       // by series, then from the oldest to the newest
	Findings []*Finding       // all of them, in ordinal order
	Lexicon  *lexicon.Lexicon // how people say populations and indicators
	Version  string           // fingerprint of the content: same content, same version

	byID   map[string]*Finding
	origin origin
}

// Finding returns the finding of that id.
func (l *Library) Finding(id string) (*Finding, bool) {
	f, ok := l.byID[id]
	return f, ok
}

// An Edition is one published run of a survey.
type Edition struct {
	Observatory  string // as printed on this edition
	Series       string // the editions of one survey share it
	Collection   string // series that may be answered together; empty when alone
	Publisher    string
	Year         int    // 0 when none is known: then it is the oldest
	Period       string // as printed, "2013-2015"
	Rank         int    // 2 for the second edition; 0 when unknown
	Scope        string // whom the survey as a whole represents
	Caution      string
	Survey       *Survey       // nil when nothing is known
	Presentation *Presentation // nil when nothing is known
	Populations  []Definition
	Indicators   []Indicator
	Sources      []*Source
	Findings     []*Finding
	File         string // where it was read
	FindingsFile string // name of the .jsonl file beside File that holds its findings; empty when File does

	Whole    lexicon.Population // Scope as the lexicon reads it
	Surveyed lexicon.Population // Survey.Respondents as the lexicon reads it
}

// Title is every word by which people call an edition: its observatory, its
// publisher, and where it was first shown.
func (e *Edition) Title() string {
	t := e.Observatory + " " + e.Publisher
	if p := e.Presentation; p != nil {
		t += " " + p.Event + " " + p.Place
	}
	return t
}

// A Survey tells who answered and when.
type Survey struct {
	Size        int    // respondents; 0 when unknown
	Unit        string // what Size counts: "décideurs"
	Respondents string
	Dates       string // free text
	Caution     string
}

// A Presentation tells where and when an edition was first shown.
type Presentation struct {
	Event, Place string
	Date         string // as Source.Date
	Sources      []*Source
	Caution      string
}

// A Definition is what an edition means by a population.
type Definition struct{ Name, Text string }

// An Indicator is what is measured, what people say instead, and where its
// series breaks.
type Indicator struct {
	Name    string
	Aliases []string
	Break   *Break // nil when the series does not break
}

// A Break makes figures before and after an edition not comparable.
type Break struct {
	Edition int
	Reason  string
}

// A Source is where a finding is printed.
type Source struct {
	ID            string
	Title         string // empty when unknown
	Reconstructed bool   // the title is not the printed one: shown without guillemets
	Publisher     string
	Author        string
	Date          string // "2015", "2015-06", "2015-07-01" or "2015-06-17/2015-06-18"; empty when unknown
	DateEstimate  string // free text, shown as an estimate
	URL           string
	Page          string
	Caution       string
}

// A Finding is one published statement with its figure, if any, and sources.
type Finding struct {
	ID            string
	Statement     string         // the editor's own sentence, never shown between guillemets
	Figure        *figure.Figure // nil when the source words none
	Population    string         // whom it is about, as written; may be empty
	Indicator     string         // what is measured; may be empty
	Years         []int          // the years it is about, when not the edition's
	Base          *Base
	Status        Status
	Horizon       int // for what is planned; 0 when none
	Items         []Item
	ItemsOpen     bool      // the source names some among others
	Sources       []*Source // the first is where the words are from
	Passage       string
	Attribution   Attribution
	Speaker       string
	Deduced       bool       // not stated in so many words
	OutsideSurvey bool       // known to the publisher, not a result of the survey
	Contradicts   []*Finding // both directions, in ordinal order
	Restates      []*Finding // the same in other words, both directions, in ordinal order
	Caution       string

	Edition *Edition
	Ordinal int // position in Library.Findings: breaks every tie
	Line    int // in Edition.File, or in its .jsonl file

	Who    lexicon.Population // Population as the lexicon reads it
	Denies bool               // it tells of those who do not: by status, figure or statement
}

// A Base is the respondents behind one figure.
type Base struct {
	Size  int
	Label string
}

// An Item is a member of a list, with its rank and figure when published.
type Item struct {
	Label  string
	Rank   int // 0 when the list is not ranked
	Figure *figure.Figure
	Detail string // "ex aequo"
}

// A Status says how real the thing counted is.
type Status string

// The statuses, as an edition file writes them.
const (
	Adopted          Status = "adopté"
	UnderWay         Status = "en cours"
	Planned          Status = "prévu"
	AdoptedOrPlanned Status = "adopté ou prévu"
	None             Status = "aucun"
	Perception       Status = "perception"
	Ranking          Status = "classement"
	Qualitative      Status = "qualitatif"
	Estimate         Status = "estimation"
)

// An Attribution says who makes the statement.
type Attribution string

// The attributions, as an edition file writes them.
const (
	Observatory Attribution = "observatoire" // the default
	Journalist  Attribution = "journaliste"
	Ambiguous   Attribution = "ambigu"
	Method      Attribution = "methode"
)
