package french

import "testing"

func TestIsWord(t *testing.T) {
	for word, want := range map[string]bool{
		"previsions": true, "pressions": true, "collectivites": true, "adopterait": true, "coeur": true, "region": true,
		"previsionss": false, "colectivites": false, "budjet": false, "intercomunalites": false, "": false, "zzzzz": false,
		"prévisions": false, // not folded
	} {
		if got := IsWord(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func BenchmarkIsWord(b *testing.B) {
	for b.Loop() {
		IsWord("previsions")
	}
}
