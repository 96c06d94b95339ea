package data

import (
	"strings"
	"testing"

	"constat/data/lexicon"
)

// TestWhom: respondents stand for the people whom the survey asked, and for
// those whom it represents; people of whom more is said stand for no others.
func TestWhom(t *testing.T) {
	l := &Library{Lexicon: lexicon.New([]lexicon.Group{
		{ID: "lac", Names: []string{"lacs"}},
		{ID: "repondant", Names: []string{"répondants"}, People: true, Respondent: true, Anyone: true},
		{ID: "garde", Names: []string{"gardes"}, People: true, Respondent: true},
		{ID: "pecheur", Names: []string{"pêcheurs"}, People: true},
	}, nil, nil)}
	read := func(text string) lexicon.Population {
		who, _ := l.Lexicon.Population(text)
		return who
	}
	e := &Edition{Whole: read("lacs"), Surveyed: read("gardes de lacs")}
	for published, want := range map[string]string{
		"répondants":         "garde lac repondant",
		"gardes":             "garde lac",
		"gardes interrogés":  "garde lac",
		"pêcheurs":           "pecheur",
		"lacs":               "lac",
		"répondants de lacs": "lac repondant",
		"":                   "",
	} {
		if got := strings.Join(l.Whom(&Finding{Who: read(published), Edition: e}).Groups, " "); got != want {
			t.Errorf("%q: %q, want %q", published, got, want)
		}
	}
}
