package answer

import "testing"

// TestKin: two words are kin when they may be forms of one, or say that a figure
// goes the same way; never when they say that it goes another.
func TestKin(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"recourir", "recours", true},
		{"montait", "augmente", true},
		{"baisse", "recule", true},
		{"baisse", "augmente", false},
		{"baisse", "baissait", true},
		{"haie", "haut", false},
	} {
		if got := kin(test.a, test.b); got != test.want {
			t.Errorf("kin(%q, %q) = %v", test.a, test.b, got)
		}
	}
}
