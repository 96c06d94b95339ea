package publish

import (
	"context"

	"constat/bot/eval"
)

// Impact is what a version would change.
type Impact struct {
	Added        []string       `json:"added"` // ids of findings
	Changed      []string       `json:"changed"`
	Removed      []string       `json:"removed"`
	Contradicted []string       `json:"contradicted"` // that another finding contradicts from then on
	Asked        int            `json:"asked"`        // questions that were compared
	Answers      []AnswerChange `json:"answers"`      // those whose answer changes
}

// An AnswerChange is a question that would be answered otherwise.
type AnswerChange struct {
	ID    string   `json:"id"`
	Turns []string `json:"turns"`
}

func (p *Publisher) compare(ctx context.Context, plan *Plan, files []*eval.File) error {
	return nil
}
