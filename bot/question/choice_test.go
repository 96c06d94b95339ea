package question

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAlternatives holds what a question leaves to choose between.
func TestAlternatives(t *testing.T) {
	r := reader(t)
	for said, want := range map[string][][]string{
		"quel outil pour le compost : la pelle ou la fourche ?":         {{"pelle"}, {"fourche"}},
		"le compost est-il collectif ou vraiment individuel ?":          {nil, {"individuel"}},
		"combien ont un compost ou un composteur ?":                     nil, // counted jointly
		"le compost est-il utile ou pas ?":                              nil,
		"le compost coûte plus ou moins cher que le terreau ?":          nil,
		"l'arrosage est-il en hausse ou en baisse ?":                    nil, // each is asked
		"compost ou terreau, que disent les jardiniers du sol vivant ?": nil, // the choice is not the end of it
	} {
		if got := r.Read(said, "").Either; !cmp.Equal(got, want) {
			t.Errorf("%q leaves to choose between %q, want %q", said, got, want)
		}
	}
}
