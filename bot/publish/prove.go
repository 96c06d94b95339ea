package publish

import (
	"context"
	"fmt"

	"constat/bot/eval"
)

// prove asks a plan the files of questions that go with its editions. A file
// with thresholds must reach them; in a file without, every question must be
// answered right.
func (p *Publisher) prove(ctx context.Context, plan *Plan, files []*eval.File) {
	plan.Proof, plan.Unproved = []eval.Report{}, []string{}
	for i, f := range files {
		p.tell("questions", i, len(files))
		r := eval.Run(ctx, plan.bot.Handle, plan.library, f)
		plan.Proof = append(plan.Proof, r)
		switch {
		case len(r.Missed) > 0:
			plan.Unproved = append(plan.Unproved, fmt.Sprintf("%s : le seuil « %s » n'est pas atteint (%.3f au lieu de %g).", r.File, r.Missed[0].Measure, r.Missed[0].Measured, r.Missed[0].Value))
		case len(f.Thresholds) == 0:
			for _, failure := range r.Failures {
				plan.Unproved = append(plan.Unproved, fmt.Sprintf("%s : la question « %s » n'a plus la réponse attendue.", r.File, failure.ID))
			}
		}
	}
}
