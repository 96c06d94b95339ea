package publish

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"constat/bot/answer"
	"constat/bot/eval"
)

// A Proof is what a file of questions measured. The keys are those of eval.
type Proof struct {
	File      string      `json:"file"`
	Questions int         `json:"questions"`
	Exact     eval.Count  `json:"exact"`    // over answerable questions
	False     eval.Count  `json:"false"`    // over unanswerable questions
	Wrong     eval.Count  `json:"wrong"`    // over all questions
	Failures  []string    `json:"failures"` // ids of the questions not answered right
	Missed    []eval.Miss `json:"missed"`
}

// prove asks a plan the files of questions that go with its editions. A file
// with thresholds must reach them; in a file without, every question must be
// answered right.
func (p *Publisher) prove(ctx context.Context, plan *Plan, files []*eval.File) {
	plan.Proof, plan.Unproved = []Proof{}, []string{}
	for i, f := range files {
		p.options.tell(proving, i, len(files))
		r := eval.Run(ctx, plan.bot.Handle, plan.library, f)
		proof := Proof{r.File, r.Questions, r.Exact.Count, r.False.Count, r.Wrong.Count, []string{}, r.Missed}
		for _, failure := range r.Failures {
			proof.Failures = append(proof.Failures, failure.ID)
		}
		plan.Proof = append(plan.Proof, proof)
		for _, m := range r.Missed {
			plan.Unproved = append(plan.Unproved, fmt.Sprintf("%s : le seuil « %s » n'est pas atteint (%s au lieu de %s).", r.File, m.Measure, decimal(m.Measured), decimal(m.Value)))
		}
		if len(f.Thresholds) > 0 {
			continue
		}
		for _, failure := range r.Failures {
			plan.Unproved = append(plan.Unproved, fmt.Sprintf("%s : %s : %s.", r.File, failure.ID, unlike(failure, r.Unloaded)))
		}
	}
}

// unlike says what was expected of an answer, and what came; absent are the
// expected findings that no edition has.
func unlike(f eval.Failure, absent []string) string {
	var nowhere, expected []string
	for _, e := range f.Expected {
		ids := strings.Split(e, "|")
		expected = append(expected, strings.Join(ids, " ou "))
		for _, id := range ids {
			if slices.Contains(absent, id) {
				nowhere = append(nowhere, id)
			}
		}
	}
	switch {
	case f.Outcome == eval.Leaked:
		return "la réponse s'abstient, et donne le chiffre d'un constat voisin"
	case f.Outcome == eval.Invented:
		return "attendu aucune réponse, obtenu " + cmp.Or(strings.Join(f.Cited, ", "), "un calcul")
	case len(nowhere) > 0 && len(nowhere) == len(expected):
		return "attendu " + strings.Join(nowhere, ", ") + ", qui n'existe dans aucune édition"
	}
	got := map[answer.Kind]string{answer.Abstained: "une abstention", answer.Clarify: "une demande de précision", answer.Notice: "une information"}[f.Answer]
	first := ""
	if f.Match == eval.Any && len(f.Cited) > 0 {
		first = " en premier"
	}
	return "attendu " + strings.Join(expected, ", ") + first + ", obtenu " + cmp.Or(strings.Join(f.Cited, ", "), got)
}

// decimal writes a part of one: "0,97".
func decimal(n float64) string {
	return strings.Replace(fmt.Sprintf("%.4g", n), ".", ",", 1)
}
