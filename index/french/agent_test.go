package french

import (
	"testing"

	"constat/data/lexicon"
)

func TestAgent(t *testing.T) {
	for word, want := range map[string]bool{"administrateurs": true, "utilisatrice": true, "administration": false, "utiliser": false} {
		if got := Agent(lexicon.Fold(word)); got != want {
			t.Errorf("%s names who does it: %t, want %t", word, got, want)
		}
	}
	if says("coup", "coupe") || says("coupe", "coup") {
		t.Error("coup and coupe: one word, want two")
	}
}
