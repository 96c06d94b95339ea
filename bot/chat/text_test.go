package chat

import "testing"

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"une ligne\nune autre": "une ligne\nune autre",
		"a\x00b\rc\u202ed":     "abcd",
		"l'été\u00a0!":         "l'été\u00a0!",
		"\xff":                 "\ufffd",
	} {
		if got := Printable(in); got != want {
			t.Errorf("Printable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://jardins.example/rapport.pdf?page=2#s": "https://jardins.example/rapport.pdf?page=2#s",
		"http://jardins.example/a_(b)":                 "http://jardins.example/a_%28b%29",
		"https://jardins.example/a|b":                  "https://jardins.example/a%7Cb",
		"javascript:alert(1)":                          "",
		"https://":                                     "",
		"//jardins.example":                            "",
		"https://moi:secret@jardins.example":           "",
		"https://jardins.example/>|<!channel>":         "https://jardins.example/%3E%7C%3C%21channel%3E",
		"https://[::1]/":                               "",
		"page 12":                                      "",
	} {
		if got := WebAddress(in); got != want {
			t.Errorf("WebAddress(%q) = %q, want %q", in, got, want)
		}
	}
}
