package bot

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"constat/bot/answer"
	"constat/bot/question"
)

// breaks are spaces where a line must not break, and doubled ones.
var breaks = regexp.MustCompile(`« | [;:?!%»]|  | [,.]| $|\d \d{3}(\D|$)`)

// slips are articles and elisions that no careful hand leaves, in the bot's own
// words.
var slips = regexp.MustCompile(`(?i)\b(de les?|à les?|d'les?|(de|que|je|ne|le|la) [aeiouéèêàâîôû]\w+)\b`)

// TestWords reads what the bot says of every finding, of itself, and in reply
// to made up questions, as a proofreader: spaces everywhere but in the formulas
// of the sources, articles and elisions in its own words.
func TestWords(t *testing.T) {
	for name, b := range libraries(t) {
		var messages []Message
		for _, f := range b.Library().Findings {
			messages = append(messages, Message{State: question.State{Findings: []string{f.ID}, Offered: true}.String()}, Message{State: question.State{Findings: []string{f.ID}, Offered: true, Sources: true}.String()})
		}
		for _, said := range []string{"bonjour", "aide", "merci", "de quoi parles-tu ?", "quelles éditions ?", "c'est quoi une intercommunalité ?", "", "qu'en pensez-vous ?", "combien de répondants ?", "qui publie l'étude ?", "où a-t-elle été présentée ?"} {
			messages = append(messages, Message{Text: said})
		}
		r := rand.New(rand.NewPCG(7, 1901))
		asked := 1000
		if testing.Short() {
			asked /= inShort
		}
		for range asked {
			messages = append(messages, Message{Text: ask(r, b.Library())})
		}
		for _, m := range messages {
			a := b.Handle(t.Context(), m)
			for line := range strings.Lines(a.Text) {
				if at := breaks.FindString(quoted.ReplaceAllString(strings.TrimSuffix(line, "\n"), "X")); at != "" {
					t.Errorf("%s: %q in %q", name, at, line)
				}
			}
			for _, own := range ownWords(a) {
				if at := slips.FindString(own); at != "" {
					t.Errorf("%s: %q in %q", name, at, own)
				}
			}
		}
	}
}

// quoted are formulas and titles, and addresses.
var quoted = regexp.MustCompile(`«\x{a0}[^»]*\x{a0}»|https?://\S+`)

// ownWords are the parts of an answer that no edition wrote.
func ownWords(a answer.Answer) []string {
	v := a.View()
	all := []string{v.Lead}
	for _, g := range v.Groups {
		all = append(all, g.Heading)
	}
	return slices.DeleteFunc(all, func(s string) bool { return a.Told != nil && s == v.Lead })
}
