package publish

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"constat/bot/answer"
)

// typeset puts a no-break space where French wants one.
var typeset = strings.NewReplacer(" :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!", " »", "\u00a0»", "« ", "«\u00a0", " %", "\u00a0%").Replace

// maxShown is how much of each list Text shows: what one reads before
// publishing. JSON has all of it.
const maxShown = 20

// shown is the beginning of a list; the line after it counts the rest.
func shown[T any](b *strings.Builder, list []T, write func(T)) {
	for _, one := range list[:min(maxShown, len(list))] {
		write(one)
	}
	if left := len(list) - maxShown; left > 0 {
		fmt.Fprintf(b, "  et %d de plus\n", left)
	}
}

// Text shows an admin what the plan would change, as plain lines: what is
// published, then the proof, then the answers. Long lists are cut.
func (plan *Plan) Text() string {
	var b strings.Builder
	if plan.Unchanged {
		fmt.Fprintf(&b, "Version %s : elle répond déjà, rien ne change.\n", plan.Version)
	} else {
		fmt.Fprintf(&b, "Version %s, à la place de %s : %s, %s.\n", plan.Version, plan.Replaces, count(len(plan.library.Editions), "édition"), count(len(plan.library.Findings), "constat"))
	}
	if plan.Displaced > 0 {
		n := len(plan.Impact.Removed)
		fmt.Fprintf(&b, "Rien n'étant encore publié, ce dossier remplace les %s du programme (%s retiré%s). Pour les garder, donnez ses fichiers plutôt que le dossier.\n", count(plan.Displaced, "édition"), count(n, "constat"), plural(n))
	}
	shown(&b, plan.Warnings, func(w string) { fmt.Fprintf(&b, "%s\n", w) })
	plan.Impact.write(&b)
	plan.writeProof(&b)
	plan.Impact.Answers.write(&b)
	return typeset(b.String())
}

func (i Impact) write(b *strings.Builder) {
	statements(b, "ajouté", i.Added)
	if n := len(i.Changed); n > 0 {
		fmt.Fprintf(b, "\nModifié%s (%d) :\n", plural(n), n)
	}
	shown(b, i.Changed, func(c Change) {
		fmt.Fprintf(b, "  %s\n", named(c.Finding, c.Edition))
		for _, f := range c.Fields {
			fmt.Fprintf(b, "    %s\n      avant : %s\n      après : %s\n", f.Key, cmp.Or(f.Before, "(rien)"), cmp.Or(f.After, "(rien)"))
		}
	})
	statements(b, "retiré", i.Removed)
	if n := len(i.Contradicted); n > 0 {
		fmt.Fprintf(b, "\nContradiction%s (%d) :\n", plural(n), n)
	}
	shown(b, i.Contradicted, func(c Contradiction) {
		for _, by := range c.By {
			fmt.Fprintf(b, "  %s est maintenant contredit par %s\n", c.Finding, by)
		}
		for _, by := range c.NoLonger {
			fmt.Fprintf(b, "  %s n'est plus contredit par %s\n", c.Finding, by)
		}
	})
}

func named(finding, edition string) string {
	if finding == "" {
		return "édition " + edition
	}
	return finding + " (" + edition + ")"
}

func statements(b *strings.Builder, what string, all []Statement) {
	if n := len(all); n > 0 {
		fmt.Fprintf(b, "\nConstat%[1]s %[2]s%[1]s (%[3]d) :\n", plural(n), what, n)
	}
	shown(b, all, func(s Statement) { fmt.Fprintf(b, "  %s : %s\n", named(s.Finding, s.Edition), s.Text) })
}

func (plan *Plan) writeProof(b *strings.Builder) {
	const unread = "Un fichier est donné seul : le dossier « " + questionsFolder + " » à côté n'est pas lu."
	switch {
	case len(plan.Proof) == 0 && plan.Unread:
		b.WriteString("\nÉpreuve : aucune question. " + unread + "\n")
		return
	case len(plan.Proof) == 0:
		b.WriteString("\nÉpreuve : aucune question.\n")
		return
	}
	b.WriteString("\nÉpreuve :\n")
	if plan.Unread {
		b.WriteString("  " + unread + "\n")
	}
	for _, r := range plan.Proof {
		fmt.Fprintf(b, "  %s : %s sur %d, %s sur %d\n", r.File, count(r.Exact.Count, "exacte"), r.Exact.Of, count(r.False.Count, "fausse"), r.False.Of)
	}
	shown(b, plan.Unproved, func(why string) { fmt.Fprintf(b, "  Refusé : %s\n", why) })
}

func (a Answers) write(b *strings.Builder) {
	asked := count(a.Asked, "question")
	if a.Journalled > 0 {
		asked += fmt.Sprintf(" et %d du journal", a.Journalled)
	}
	switch n := len(a.Changed); {
	case a.Asked+a.Journalled == 0:
		return
	case n == 0:
		fmt.Fprintf(b, "\nAucune réponse ne change, sur %s.\n", asked)
	default:
		fmt.Fprintf(b, "\nRéponse%s qui change%s (%d, sur %s) :\n", plural(n), map[bool]string{true: "nt"}[n > 1], n, asked)
	}
	shown(b, a.Changed, func(c AnswerChange) {
		fmt.Fprintf(b, "  %s\n", cmp.Or(strings.TrimSpace(c.File+" "+c.ID), "journal"))
		for _, turn := range c.Turns {
			fmt.Fprintf(b, "    > %s\n", turn)
		}
		c.Before.write(b, "avant", c.After.Text)
		c.After.write(b, "après", c.Before.Text)
	})
}

// write shows an answer, and of its text the lines that the other has not.
func (s Said) write(b *strings.Builder, when, other string) {
	fmt.Fprintf(b, "    %s : %s\n", when, s.summary())
	known := strings.Split(other, "\n")
	for _, line := range strings.Split(s.Text, "\n") {
		if !slices.Contains(known, line) {
			fmt.Fprintf(b, "      | %s\n", line)
		}
	}
}

// summary says what an answer comes to.
func (s Said) summary() string {
	switch s.Kind {
	case answer.Found:
		return "répond, " + strings.Join(s.Cited, ", ")
	case answer.Clarify:
		return "demande de préciser"
	case answer.Abstained:
		return "s'abstient"
	}
	return "informe"
}

func count(n int, noun string) string {
	return fmt.Sprintf("%d %s%s", n, noun, plural(n))
}

func plural(n int) string {
	if n > 1 {
		return "s"
	}
	return ""
}
