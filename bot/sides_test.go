package bot

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"constat/bot/answer"
	"constat/data"
	"constat/data/lexicon"
)

// invented are the observatories that declare their populations and have no
// lexicon.
func invented(t *testing.T) map[string]*Bot {
	l, faults := data.Read(os.DirFS("eval/testdata/veterinaires"))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return map[string]*Bot{"bibliotheques": sylvanie(t), "veterinaires": open(t, l)}
}

// populations returns the names that the editions declare.
func populations(l *data.Library) []string {
	var names []string
	for _, e := range l.Editions {
		for _, p := range e.Populations {
			if !slices.Contains(names, p.Name) {
				names = append(names, p.Name)
			}
		}
	}
	return names
}

func indicators(l *data.Library) []string {
	var names []string
	for _, f := range l.Findings {
		if f.Indicator != "" && !slices.Contains(names, f.Indicator) {
			names = append(names, f.Indicator)
		}
	}
	return names
}

// TestSwappedSides: naming two populations in the other order tells the same
// findings in the other order, and changes nothing else.
func TestSwappedSides(t *testing.T) {
	compared := 0
	for name, b := range invented(t) {
		l := b.Library()
		for _, asked := range []string{"%s : les %s ou les %s ?", "%s : compare les %s et les %s", "%s, les %s contre les %s", "Y a-t-il plus de %s dans les %s ou dans les %s ?"} {
			for _, indicator := range indicators(l) {
				for i, x := range populations(l) {
					for k, y := range populations(l)[:i] {
						if testing.Short() && (i+k)%inShort != 0 {
							continue
						}
						one := b.Handle(context.Background(), Message{Text: fmt.Sprintf(asked, indicator, x, y)})
						other := b.Handle(context.Background(), Message{Text: fmt.Sprintf(asked, indicator, y, x)})
						if one.Kind != other.Kind || one.Reason != other.Reason || one.Verdict != other.Verdict {
							t.Errorf("%s, "+asked+": %s, swapped %s", name, indicator, x, y, summary(one), summary(other))
							continue
						}
						a, c := sideBySide(one), sideBySide(other)
						if len(a) == 2 {
							compared++
							if !about(l, a[0], x) || !about(l, a[1], y) {
								t.Errorf("%s, "+asked+": tells %v first", name, indicator, x, y, a)
							}
							slices.Reverse(c)
						}
						if !slices.Equal(a, c) {
							t.Errorf("%s, "+asked+": %v, swapped %v", name, indicator, x, y, a, c)
						}
						if sorted(one.Text) != sorted(other.Text) {
							t.Errorf("%s, "+asked+"\n%s\nswapped:\n%s", name, indicator, x, y, one.Text, other.Text)
						}
					}
				}
			}
		}
	}
	if least := 20; compared < least {
		t.Errorf("%d comparisons answered, want %d at least", compared, least)
	}
}

// sideBySide returns the ids of the two findings told first.
func sideBySide(a answer.Answer) []string {
	var ids []string
	for _, c := range a.Cited[:min(2, len(a.Cited))] {
		ids = append(ids, c.ID())
	}
	return ids
}

// about reports whether a finding is about the population of a name, or about
// people who answer for it.
func about(l *data.Library, id, name string) bool {
	f, ok := l.Finding(id)
	who, _ := l.Lexicon.Population(name)
	return ok && l.Lexicon.Relate(who, l.Whom(f)) == lexicon.Same
}

func sorted(text string) string {
	lines := strings.Split(text, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// TestNobodysFigure: a population of which nothing is published never gets the
// figure of another one, by whatever name it goes.
func TestNobodysFigure(t *testing.T) {
	asked := 0
	for name, b := range invented(t) {
		l := b.Library()
		for _, population := range populations(l) {
			who, _ := l.Lexicon.Population(population)
			for _, indicator := range indicators(l) {
				if slices.ContainsFunc(l.Findings, func(f *data.Finding) bool {
					return f.Indicator == indicator && l.Lexicon.Relate(who, l.Whom(f)) == lexicon.Same
				}) {
					continue
				}
				for _, said := range shortNames(population) {
					for _, question := range []string{"%[2]s dans les %[1]s ?", "combien de %[1]s, %[2]s ?", "%[2]s : les %[1]s", "évolution : %[2]s, %[1]s"} {
						text := fmt.Sprintf(question, said, indicator)
						asked++
						if a := b.Handle(context.Background(), Message{Text: text}); a.Kind == answer.Found && first(a) != nil && first(a).Indicator == indicator {
							t.Errorf("%s, %q: nothing is published of %s, and %s", name, text, population, summary(a))
						}
					}
				}
			}
		}
	}
	if least := 400; asked < least {
		t.Errorf("%d questions asked, want %d at least", asked, least)
	}
}

// shortNames are ways to type a population: in full, without accents, cut off,
// its initials.
func shortNames(name string) []string {
	var cut, letters []string
	for _, w := range strings.Fields(name) {
		r := []rune(w)
		cut = append(cut, string(r[:min(len(r), 4)]))
		letters = append(letters, strings.ToUpper(string(r[:1])))
	}
	return []string{name, unaccented(name), strings.Join(cut, " "), strings.Join(letters, "")}
}

// TestOneEditionIsNoEvolution: an edition alone has no evolution to tell.
func TestOneEditionIsNoEvolution(t *testing.T) {
	edition, err := os.ReadFile("eval/testdata/bibliotheques/bibliotheques-sylvanie-2020.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, faults := data.Read(fstest.MapFS{"edition.yaml": {Data: edition}})
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	b := open(t, l)
	for _, text := range []string{"évolution du wifi gratuit dans les médiathèques", "le wifi gratuit des médiathèques a-t-il augmenté depuis 2018 ?", "wifi gratuit des médiathèques entre 2018 et 2020"} {
		if a := b.Handle(context.Background(), Message{Text: text}); a.Kind == answer.Found || len(a.Computed) > 0 {
			t.Errorf("%q: %s\n%s", text, summary(a), a.Text)
		}
	}
}
