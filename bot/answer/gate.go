package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// The gate is the last look at every outgoing text: a number leaves only when
// it stands in what is cited, offered or loaded. It re-reads the text as a
// person would, after rendering, and trusts nothing that made it.

// numbers are the numbers and figures that a text may state.
type numbers struct {
	digits map[string]bool // "44%", "2015", "26"
	texts  []string        // where figures worded in letters may come from
	urls   []string        // addresses, longest first: their digits are no figures
}

// Gate returns an error that names the first number of a text which the
// answer may not state, or nil. The text is the answer as it leaves, in any
// dress.
func Gate(a Answer, text string) error {
	for _, url := range a.allowed.urls {
		text = strings.ReplaceAll(text, url, " ")
	}
	for _, d := range digitsOf(text) {
		if !a.allowed.digits[d] {
			return fmt.Errorf("answer.Gate: %q stands in no cited finding", d)
		}
	}
	if worded := lettersOf(text); len(worded) > 0 {
		known := map[string]bool{}
		for _, t := range a.allowed.texts {
			for _, f := range lettersOf(t) {
				known[f] = true
			}
		}
		for _, f := range worded {
			if !known[f] {
				return fmt.Errorf("answer.Gate: the figure %s stands in no cited finding", f)
			}
		}
	}
	return nil
}

// Closed is what a person gets when the gate closes.
func (a Answer) Closed() Answer {
	return Answer{Kind: Abstained, Reason: NothingFound, Text: sayClosed, view: View{Lead: sayClosed}, Version: a.Version, Understood: a.Understood}
}

// Failed is what a person gets when the search itself failed: a fault of ours
// is never told as "the observatory does not say".
func Failed(l *data.Library) Answer {
	return Answer{Kind: Notice, Text: sayFailed, view: View{Lead: sayFailed}, Version: l.Version, Understood: Understood{Populations: []string{}, Editions: []int{}}}
}

// digitsOf returns the numbers that a text writes in digits, a percentage
// with its sign.
func digitsOf(text string) []string {
	words := lexicon.Words(text)
	var all []string
	for i, w := range words {
		if w.Text[0] < '0' || w.Text[0] > '9' {
			// "PES V2": a name whose digits are part of it must be known whole.
			if strings.ContainsAny(w.Text, "0123456789") {
				all = append(all, w.Text)
			}
			continue
		}
		d := w.Text
		if i+1 < len(words) && words[i+1].Text == "%" {
			d += "%"
		}
		all = append(all, d)
	}
	return all
}

// lettersOf returns the figures that a text words in letters as a share, a
// change or an amount: what they are worth, whatever the words.
func lettersOf(text string) []string {
	var all []string
	for _, s := range figure.Find(text) {
		switch s.Kind {
		case figure.Share, figure.FromTo, figure.Change, figure.Amount:
			all = append(all, worth(s.Figure))
		}
	}
	return all
}

func worth(f figure.Figure) string {
	bound := func(b *float64) string {
		if b == nil {
			return "-"
		}
		return strconv.FormatFloat(*b, 'f', -1, 64)
	}
	return strings.Join([]string{string(f.Kind), bound(f.Value), bound(f.From), bound(f.Low), bound(f.High), f.Unit}, " ")
}

// allow adds the numbers of texts that may be stated.
func (n *numbers) allow(texts ...string) {
	for _, t := range texts {
		for _, d := range digitsOf(t) {
			n.digits[d] = true
		}
	}
	n.texts = append(n.texts, texts...)
}

func (n *numbers) count(c int) {
	if c > 0 {
		n.digits[strconv.Itoa(c)] = true
	}
}

// allowance gathers what an answer may state: its cited findings whole, the
// names of what it offers, the editions that are loaded, and its own lists'
// lengths.
func allowance(l *data.Library, a Answer) numbers {
	n := numbers{digits: map[string]bool{}}
	if a.Kind == Notice {
		n.allow(topics(l)...)
	}
	n.count(len(l.Editions))
	n.count(len(l.Editions) - maxEditions)
	for _, e := range l.Editions {
		n.count(e.Year)
		n.count(e.Rank)
		n.allow(e.Period, e.Observatory)
	}
	for _, c := range a.Cited {
		n.edition(c)
		if c.Finding != nil {
			n.finding(c.Finding)
			for _, b := range breaks(l, c.Finding) {
				n.allow(b.Reason)
			}
		}
		for _, s := range c.Sources() {
			n.source(s)
		}
	}
	for _, offered := range [][]Choice{a.Near, a.Choices, a.FollowUps} {
		n.count(len(offered))
		for _, c := range offered {
			if f := c.Finding; f != nil {
				n.allow(f.Indicator, f.Population, withoutFigures(f.Statement), f.Sources[0].Publisher)
				n.count(f.Horizon)
				for _, y := range f.Years {
					n.count(y)
				}
			}
		}
	}
	if a.Told != nil {
		n.finding(a.Told)
	}
	for _, c := range a.Computed {
		n.allow(c.Text)
	}
	n.allow(a.Asked...)
	n.count(len(a.Cited))
	slices.SortFunc(n.urls, func(a, b string) int { return len(b) - len(a) })
	return n
}

func (n *numbers) edition(c Citation) {
	e := c.Edition
	n.allow(e.Caution)
	if c.Finding != nil {
		return
	}
	if s := e.Survey; s != nil {
		n.count(s.Size)
		n.allow(number(s.Size)+" "+s.Unit, s.Respondents, s.Dates, s.Caution)
	}
	if p := e.Presentation; p != nil {
		n.allow(p.Event, p.Place, Date(p.Date), p.Date, p.Caution)
	}
	n.allow(e.Scope, e.Publisher)
	for _, p := range e.Populations {
		n.allow(p.Text)
	}
}

func (n *numbers) finding(f *data.Finding) {
	n.allow(f.Statement, f.Population, f.Indicator, f.Caution, f.Speaker, f.Passage)
	n.count(f.Horizon)
	for _, y := range f.Years {
		n.count(y)
	}
	if f.Figure != nil {
		n.allow(f.Figure.Wording)
	}
	if b := f.Base; b != nil {
		n.count(b.Size)
		n.allow(b.Label)
	}
	for _, i := range f.Items {
		n.allow(i.Label, i.Detail, rank(i.Rank))
		if i.Figure != nil {
			n.allow(i.Figure.Wording)
		}
	}
}

func (n *numbers) source(s *data.Source) {
	n.allow(s.Title, s.Publisher, s.Author, s.Date, Date(s.Date), s.DateEstimate, s.Page, s.Caution)
	if s.URL != "" {
		n.urls = append(n.urls, s.URL)
	}
}
