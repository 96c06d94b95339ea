package publish

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/eval"
	"constat/bot/journal"
	"constat/bot/question"
	"constat/data/lexicon"
)

// Answers is what a version answers otherwise than another one.
type Answers struct {
	Asked      int            `json:"asked"`      // questions of the files
	Journalled int            `json:"journalled"` // frames of the journal
	Changed    []AnswerChange `json:"changed"`
}

// An AnswerChange is one question that is answered otherwise.
type AnswerChange struct {
	File   string   `json:"file"` // empty for a frame of the journal
	ID     string   `json:"id"`   // of the question in its file
	Turns  []string `json:"turns"`
	Before Said     `json:"before"`
	After  Said     `json:"after"`
}

// Said is what an answer comes to.
type Said struct {
	Kind    answer.Kind    `json:"kind"`
	Reason  answer.Reason  `json:"reason"`
	Verdict answer.Verdict `json:"verdict"`
	Cited   []string       `json:"cited"`
	Text    string         `json:"text"`
}

func said(a answer.Answer) Said {
	s := Said{a.Kind, a.Reason, a.Verdict, []string{}, a.Text}
	for _, c := range a.Cited {
		s.Cited = append(s.Cited, c.ID())
	}
	return s
}

func (s Said) same(other Said) bool {
	return s.Kind == other.Kind && s.Reason == other.Reason && s.Verdict == other.Verdict && s.Text == other.Text && slices.Equal(s.Cited, other.Cited)
}

// maxFrames is how many frames of the journal a plan asks again, the last
// ones: a second of work at most.
const maxFrames = 500

// compare asks the live version and the plan the same questions.
func (p *Publisher) compare(ctx context.Context, plan *Plan, files []*eval.File) error {
	answers := &plan.Impact.Answers
	answers.Changed = []AnswerChange{}
	for _, f := range files {
		for _, q := range f.Questions {
			answers.Asked++
			answers.add(ctx, p.bot.Handle, plan.bot.Handle, AnswerChange{File: f.Name, ID: q.ID, Turns: q.Turns})
		}
	}
	entries, err := p.journal.Questions()
	if err != nil {
		return err
	}
	frames := frames(entries)
	for i, frame := range frames {
		p.options.tell(replaying, i, len(frames))
		answers.Journalled++
		answers.add(ctx, p.bot.Handle, plan.bot.Handle, AnswerChange{Turns: []string{frame}})
	}
	return nil
}

// add asks one question of both, and keeps it when the answers differ.
func (a *Answers) add(ctx context.Context, before, after bot.Handler, c AnswerChange) {
	c.Before, c.After = said(last(ctx, before, c.Turns)), said(last(ctx, after, c.Turns))
	if !c.Before.same(c.After) {
		a.Changed = append(a.Changed, c)
	}
}

// last answers the last turn of a conversation.
func last(ctx context.Context, handle bot.Handler, turns []string) (a answer.Answer) {
	for _, turn := range turns {
		a = handle(ctx, bot.Message{Text: turn, State: a.State})
	}
	return a
}

// frames words the last frames that the journal keeps, each once: it does not
// keep what people typed, so a frame is asked in the words of the editions.
func frames(entries []journal.Entry) []string {
	var texts []string
	for _, e := range slices.Backward(entries) {
		text := ask(e.Understood)
		if text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		if len(texts) == maxFrames {
			break
		}
	}
	return texts
}

// asks word what is wanted; what is not there is asked by its subject alone.
var asks = map[question.Wants]string{
	question.Share:  "quelle part",
	question.Number: "combien",
	question.Amount: "quel montant",
	question.Date:   "quand",
	question.Place:  "où",
	question.Person: "qui",
	question.Reason: "pourquoi",
	question.Which:  "quels",
}

// ask words a frame; empty when it has no subject.
func ask(u answer.Understood) string {
	if u.Indicator == "" {
		return ""
	}
	words := []string{asks[question.Wants(u.Wants)], u.Indicator}
	words = append(words, u.Populations...)
	words = append(words, u.Status)
	for _, y := range u.Editions {
		words = append(words, fmt.Sprint(y))
	}
	return filled(" ", words...)
}

// entry is what the journal keeps of an answer.
func entry(a answer.Answer, knows func(word string) bool) journal.Entry {
	e := journal.Entry{Kind: a.Kind, Reason: a.Reason, Understood: a.Understood, Cited: said(a).Cited, Version: a.Version}
	e.Understood.Indicator = about(a, knows)
	return e
}

// about is the subject of an answer, in words of the editions. When nothing is
// cited it is what was published of other people or another time, or else what
// was typed: of that only the words that the editions know are kept, and a name
// or a slip of the pen is not.
func about(a answer.Answer, knows func(word string) bool) string {
	elsewhere := a.Reason == answer.OtherPopulation || a.Reason == answer.OtherEdition || a.Reason == answer.OtherStatus
	switch {
	case len(a.Cited) > 0 && a.Cited[0].Finding != nil:
		return a.Understood.Indicator // the finding's
	case elsewhere && len(a.Near) > 0 && a.Near[0].Finding != nil && a.Near[0].Finding.Indicator != "":
		return a.Near[0].Finding.Indicator
	}
	var known []string
	for _, w := range lexicon.Words(a.Understood.Indicator) {
		if knows(w.Text) {
			known = append(known, strings.ToLower(a.Understood.Indicator[w.Start:w.End])) // with its accents
		}
	}
	return strings.Join(known, " ")
}
