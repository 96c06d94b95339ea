package french

import "testing"

// Every form that the table makes is a word of French, as far as the list of
// words goes.
func TestConjugatedFormsAreWords(t *testing.T) {
	made, unlisted := 0, set("promue promues")
	for _, c := range irregularVerbs {
		for _, stem := range c.verbs() {
			for _, form := range c.forms(stem) {
				if len(form) < 5 {
					continue
				}
				made++
				if !IsWord(form) && !unlisted[form] {
					t.Errorf("%s of %s is no word", form, stem+c.infinitive)
				}
			}
		}
	}
	if made < 1000 {
		t.Errorf("%d forms only", made)
	}
	for noun, infinitive := range madeFrom {
		if !IsWord(noun) && len(noun) >= 5 || len(conjugated[infinitive]) == 0 {
			t.Errorf("%s of %s: no word, or of no verb of the table", noun, infinitive)
		}
	}
}
