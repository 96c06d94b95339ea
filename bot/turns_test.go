package bot

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"constat/bot/answer"
	"constat/data"
	"constat/data/lexicon"
)

// A turn changes one slot of the question before it.
type turn struct{ slot, words string }

// turns are what may be asked after a finding: each year, population and stage
// of what measures the same thing.
func turns(l *data.Library, f *data.Finding) []turn {
	var all []turn
	add := func(slot, words string) {
		if t := (turn{slot, words}); !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	for _, g := range l.Findings {
		if lexicon.Fold(g.Indicator) != lexicon.Fold(f.Indicator) || g.Figure == nil {
			continue
		}
		for _, y := range g.About() {
			add("year", fmt.Sprintf("et en %d ?", y))
		}
		if g.Population != "" {
			add("population", "et pour les "+g.Population+" ?")
		}
		switch g.Status {
		case data.Planned:
			add("stage", "et ceux qui le prévoient ?")
		case data.Adopted:
			add("stage", "et ceux qui l'ont déjà ?")
		}
	}
	return append(all, turn{"population", "et les départements ?"}, turn{"year", "et en 2019 ?"})
}

// inShort is which part of the findings, or of made up questions, a short run
// asks about: one in so many. The race detector runs ten times slower.
const inShort = 5

// TestTurnOrder changes two slots of a question in both orders: what is left
// is the same frame, and the same answer. A slot that is changed and changed
// back leaves the first answer.
func TestTurnOrder(t *testing.T) {
	ctx := context.Background()
	scripts, found, named := 0, 0, 0
	for name, b := range libraries(t) {
		l := b.Library()
		say := func(texts ...string) answer.Answer {
			var a answer.Answer
			for _, text := range texts {
				a = b.Handle(ctx, Message{Text: text, State: a.State})
			}
			return a
		}
		for i, f := range l.Findings {
			if testing.Short() && i%inShort != 0 {
				continue
			}
			if f.Indicator == "" || f.Figure == nil || len(f.About()) != 1 || f.Population == "" {
				continue
			}
			first := fmt.Sprintf("%s, quelle part des %s en %d ?", f.Indicator, f.Population, f.About()[0])
			start := say(first)
			if start.Kind != answer.Found || start.Cited[0].Finding != f {
				continue
			}
			all := turns(l, f)
			for i, one := range all {
				for _, other := range all[i+1:] {
					if one.slot == other.slot {
						continue
					}
					scripts++
					a, z := say(first, one.words, other.words), say(first, other.words, one.words)
					if a.Kind == answer.Found {
						found++
					}
					if neighbour(a) != neighbour(z) {
						named++ // one order names a neighbour that was just offered
						continue
					}
					if a.Kind != z.Kind || a.Reason != z.Reason || !slices.Equal(cited(a), cited(z)) {
						t.Errorf("%s: %q, then %q and %q: %s %s %q\nthe other way round: %s %s %q", name, first, one.words, other.words, a.Kind, a.Reason, cited(a), z.Kind, z.Reason, cited(z))
					}
				}
			}
			for _, there := range all {
				back := map[string]string{"year": fmt.Sprintf("et en %d ?", f.About()[0]), "population": "et pour les " + f.Population + " ?"}[there.slot]
				if back == "" {
					continue
				}
				scripts++
				if a := say(first, there.words, back); !slices.Equal(cited(a), cited(start)) {
					t.Errorf("%s: %q, %q and back by %q: %s %s %q, not %q", name, first, there.words, back, a.Kind, a.Reason, cited(a), cited(start))
				}
			}
		}
	}
	t.Logf("%d scripts of three turns, %d answered", scripts, found)
	if scripts < 200 || found < 30 || named > scripts/100 {
		t.Errorf("%d scripts, %d answered, %d name a neighbour: this proves nothing", scripts, found, named)
	}
}

// neighbour reports that an answer states what is adopted or planned, which
// answers no question about one of them unless it was offered.
func neighbour(a answer.Answer) bool {
	return a.Kind == answer.Found && a.Cited[0].Finding.Status == data.AdoptedOrPlanned
}

// cited are the ids of what an answer states: findings that contradict or
// restate one another in no order.
func cited(a answer.Answer) []string {
	var ids []string
	for _, c := range a.Cited {
		ids = append(ids, c.ID())
	}
	slices.Sort(ids)
	return ids
}
