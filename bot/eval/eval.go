package eval

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
)

// An Outcome is what an answer is worth.
type Outcome string

// The outcomes.
const (
	Right    Outcome = "right"
	Missed   Outcome = "missed" // nothing is stated, though it is published
	Wrong    Outcome = "wrong"  // other findings are stated than those asked
	Invented Outcome = "false"  // something is stated, though nothing is published
	Leaked   Outcome = "leak"   // an abstention gives the figure of a neighbour
)

// A Report is what a file of questions measures.
type Report struct {
	File         string    `json:"file"`
	Questions    int       `json:"questions"`
	Exact        Rate      `json:"exact"`   // over answerable questions
	Offered      Rate      `json:"offered"` // over answerable questions: exact, or what is expected is one click away
	False        Rate      `json:"false"`   // over unanswerable questions
	Wrong        Rate      `json:"wrong"`   // over all questions
	MedianMicros int64     `json:"median_micros"`
	P95Micros    int64     `json:"p95_micros"`
	Kinds        []Group   `json:"kinds"`
	Traps        []Group   `json:"traps"`
	Failures     []Failure `json:"failures"`
	Unloaded     []string  `json:"unloaded"` // expected findings that no loaded edition has
	Missed       []Miss    `json:"missed"`   // thresholds of the file that are not reached
}

// A Group is the measures of the questions of one kind, or one trap.
type Group struct {
	Name  string `json:"name"`
	Exact Count  `json:"exact"`
	False Count  `json:"false"`
	Wrong Count  `json:"wrong"`
}

// A Count is so many of so many.
type Count struct {
	Count int `json:"count"`
	Of    int `json:"of"`
}

// A Failure is one question that was not answered right.
type Failure struct {
	ID       string        `json:"id"`
	Outcome  Outcome       `json:"outcome"`
	Kind     string        `json:"kind"`
	Trap     string        `json:"trap"`
	Turns    []string      `json:"turns"`
	Expected []string      `json:"expected"`
	Match    string        `json:"match"`
	Answer   answer.Kind   `json:"answer"`
	Reason   answer.Reason `json:"reason"`
	Cited    []string      `json:"cited"`
	Near     []string      `json:"near"` // those of the question's neighbours that were cited
	Text     string        `json:"text"`
}

// A Miss is a threshold and what was measured instead.
type Miss struct {
	Threshold
	Measured float64 `json:"measured"`
}

// Run asks every question of a file, one after the other so that times can be
// compared, and measures the answers. The library is the one that answers.
func Run(ctx context.Context, handle bot.Handler, library *data.Library, file *File) Report {
	r := Report{File: file.Name, Questions: len(file.Questions), Failures: []Failure{}, Unloaded: unloaded(library, file), Missed: []Miss{}}
	var all Group
	var offered Count
	var times []time.Duration
	kinds, traps := map[string]*Group{}, map[string]*Group{}
	for _, q := range file.Questions {
		a, took := ask(ctx, handle, q)
		times = append(times, took)
		o := Judge(q, a)
		all.add(q, a, o)
		if *q.Answerable {
			offered.add(o == Right || o == Missed && offers(q, a))
		}
		group(kinds, q.Kind).add(q, a, o)
		if q.Trap != "" {
			group(traps, q.Trap).add(q, a, o)
		}
		if o != Right {
			r.Failures = append(r.Failures, failure(q, a, o))
		}
	}
	r.Exact, r.Offered, r.False, r.Wrong = rate(all.Exact), rate(offered), rate(all.False), rate(all.Wrong)
	r.Kinds, r.Traps = sorted(kinds), sorted(traps)
	slices.Sort(times)
	r.MedianMicros, r.P95Micros = percentile(times, 50).Microseconds(), percentile(times, 95).Microseconds()
	for _, t := range file.Thresholds {
		measured := map[string]Rate{"exact": r.Exact, "offered": r.Offered, "false": r.False, "wrong": r.Wrong}[t.Measure].Rate
		if atLeast[t.Measure] && measured < t.Value || !atLeast[t.Measure] && measured > t.Value {
			r.Missed = append(r.Missed, Miss{t, measured})
		}
	}
	return r
}

// ask folds the turns of a question, and times the last.
func ask(ctx context.Context, handle bot.Handler, q Question) (a answer.Answer, took time.Duration) {
	for _, turn := range q.Turns {
		start := time.Now()
		a = handle(ctx, bot.Message{Text: turn, State: a.State})
		took = time.Since(start)
	}
	return a, took
}

// Judge says what an answer is worth. An answerable question is right when
// the answer is found and cites what is expected; an unanswerable one when
// nothing is stated, not even the figure of a neighbour.
func Judge(q Question, a answer.Answer) Outcome {
	cited := ids(a)
	found := a.Kind == answer.Found
	switch {
	case found && (holds(q, cited) || only(cited, q.AlsoOK)):
		return Right
	case !*q.Answerable && (found || len(cited) > 0 || len(a.Computed) > 0):
		return Invented
	case found:
		return Wrong
	case leaks(q, a):
		return Leaked
	case !*q.Answerable || q.ClarifyOK && a.Kind == answer.Clarify:
		return Right
	}
	return Missed
}

// holds reports whether the cited ids are what is expected: for Any the first
// is one of them, for All each of them is there.
func holds(q Question, cited []string) bool {
	if len(q.Expected) == 0 || len(cited) == 0 {
		return false
	}
	among := func(ids []string) func(string) bool {
		return func(alternatives string) bool {
			return slices.ContainsFunc(ids, func(id string) bool {
				return slices.Contains(strings.Split(alternatives, "|"), id)
			})
		}
	}
	if q.Match == All {
		return !slices.ContainsFunc(q.Expected, func(e string) bool { return !among(cited)(e) })
	}
	return slices.ContainsFunc(q.Expected, among(cited[:1]))
}

// offers reports whether an answer that states nothing offers something that is
// expected, as a neighbour or a reading: the person is one click from it.
func offers(q Question, a answer.Answer) bool {
	return slices.ContainsFunc(slices.Concat(a.Near, a.Choices), func(c answer.Choice) bool {
		return c.Finding != nil && slices.ContainsFunc(q.Expected, func(alternatives string) bool {
			return slices.Contains(strings.Split(alternatives, "|"), c.Finding.ID)
		})
	})
}

// only reports whether every id is an accepted one, and there is one.
func only(ids, accepted []string) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(id string) bool { return !slices.Contains(accepted, id) })
}

func ids(a answer.Answer) []string {
	all := []string{}
	for _, c := range a.Cited {
		all = append(all, c.ID())
	}
	return all
}

// leaks reports whether an answer that cites nothing words the figure of a
// neighbour that it offers, other than one that the person typed.
func leaks(q Question, a answer.Answer) bool {
	typed := strings.Join(q.Turns, "\n")
	return slices.ContainsFunc(slices.Concat(a.Near, a.Choices), func(c answer.Choice) bool {
		if c.Finding == nil || c.Finding.Figure == nil || !c.Finding.Figure.HasNumber() {
			return false
		}
		wording := c.Finding.Figure.Wording
		return says(a.Text, wording) && !says(typed, wording)
	})
}

// says reports whether a text holds some words, whole, in any case and with
// any spaces.
func says(text, words string) bool {
	plain := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), unicode.IsSpace), " ")
	}
	text, words = plain(text), plain(words)
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 || words == "" {
			return false
		}
		start, end := from+i, from+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !wordRune(before) && !wordRune(after) {
			return true
		}
		from = end
	}
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func (g *Group) add(q Question, a answer.Answer, o Outcome) {
	if *q.Answerable {
		g.Exact.add(o == Right)
	} else {
		g.False.add(o != Right)
	}
	g.Wrong.add(a.Kind == answer.Found && o != Right)
}

func (c *Count) add(yes bool) {
	c.Of++
	if yes {
		c.Count++
	}
}

func group(groups map[string]*Group, name string) *Group {
	g := groups[name]
	if g == nil {
		g = &Group{Name: name}
		groups[name] = g
	}
	return g
}

func sorted(groups map[string]*Group) []Group {
	all := []Group{}
	for _, g := range groups {
		all = append(all, *g)
	}
	slices.SortFunc(all, func(a, b Group) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

func failure(q Question, a answer.Answer, o Outcome) Failure {
	f := Failure{
		ID: q.ID, Outcome: o, Kind: q.Kind, Trap: q.Trap, Turns: q.Turns,
		Expected: append([]string{}, q.Expected...), Match: cmp.Or(q.Match, Any),
		Answer: a.Kind, Reason: a.Reason, Cited: ids(a), Near: []string{}, Text: a.Text,
	}
	for _, id := range q.Near {
		if slices.Contains(f.Cited, id) {
			f.Near = append(f.Near, id)
		}
	}
	return f
}

// unloaded lists the expected findings that the library does not have, in the
// order of the file: questions about them cannot be answered right.
func unloaded(l *data.Library, file *File) []string {
	missing := []string{}
	if l == nil {
		return missing
	}
	known := published(l)
	for _, q := range file.Questions {
		for _, e := range q.Expected {
			for id := range strings.SplitSeq(e, "|") {
				if !known[id] {
					known[id] = true
					missing = append(missing, id)
				}
			}
		}
	}
	return missing
}

// published holds the ids of the findings and the editions of a library.
func published(l *data.Library) map[string]bool {
	known := map[string]bool{}
	for _, f := range l.Findings {
		known[f.ID] = true
	}
	for _, e := range l.Editions {
		known[answer.Citation{Edition: e}.ID()] = true
	}
	return known
}

// percentile returns the time that p percent of them do not exceed: the
// nearest rank, of sorted times.
func percentile(times []time.Duration, p int) time.Duration {
	if len(times) == 0 {
		return 0
	}
	return times[(len(times)*p+99)/100-1]
}
