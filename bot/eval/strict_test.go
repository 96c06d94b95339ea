package eval

import (
	"slices"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
)

// Questions that no edition answers, whatever the indicator put in the place
// of "%": about other people, about another place, about who is for or against.
var unanswerable = []string{
	"% dans les hôpitaux ?", "% chez les agriculteurs ?", "% des musées", "% à l'étranger ?", "% en Allemagne ?", "% à Lyon ?",
	"quel pourcentage pour % dans l'armée ?", "qui est contre % ?", "qui est pour % ?", "les décideurs sont-ils contre % ?",
}

// TestStrict asks them of every indicator: an indicator is answered for its own
// population, or not at all.
func TestStrict(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	for name, library := range map[string]*data.Library{"published": published, "bibliotheques": invented(t, "testdata/bibliotheques")} {
		t.Run(name, func(t *testing.T) {
			b, err := bot.New(library)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			var asked []string
			for _, f := range library.Findings {
				if f.Indicator == "" || slices.Contains(asked, f.Indicator) {
					continue
				}
				asked = append(asked, f.Indicator)
				for _, pattern := range unanswerable {
					text := strings.Replace(pattern, "%", f.Indicator, 1)
					if a := b.Handle(t.Context(), bot.Message{Text: text}); a.Kind == answer.Found {
						t.Errorf("%q: cites %s, says %q", text, a.Cited[0].ID(), firstLine(a.Text))
					}
				}
			}
			if len(asked) == 0 {
				t.Fatal("nothing asked")
			}
		})
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
