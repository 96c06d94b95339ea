package question

import (
	"slices"
	"testing"
)

// TestRemarks: a remark is the whole message; beside a subject, a year or a
// denial the same words are part of a question.
func TestRemarks(t *testing.T) {
	r := reader(t)
	for message, want := range map[string]remark{
		"d'accord": noted, "Super, merci !": noted, "très bien": noted, "j'ai compris": noted,
		"je n'ai pas compris": lost, "c'est pas clair": lost,
		"peux-tu préciser ?": again, "précisez, s'il vous plaît": again, "cite la formule exacte": again, "et la population ?": again, "ah bon ?": again,
		"explique-moi ça": explain, "pour quelle raison ?": explain,
		"": noRemark, "merci": noRemark, "pas d'accord": noRemark, "précise l'arrosage": noRemark, "explique l'arrosage": noRemark,
		"les sources sont-elles d'accord ?": noRemark, "et la population des communes ?": noRemark, "d'accord, et en 2022 ?": noRemark, "non, pas super": noRemark,
	} {
		if got := r.sentence(message).remark(); got != want {
			t.Errorf("%q: %d, want %d", message, got, want)
		}
	}
}

// TestWeather: the "temps" of the sky is no subject of a finding.
func TestWeather(t *testing.T) {
	r := reader(t)
	for message, want := range map[string]string{
		"quel temps fait-il à Paris ?":       sky,
		"quel temps fera-t-il demain ?":      sky,
		"quel temps l'arrosage prend-il ?":   "temps",
		"combien gagnent du temps au jardin": "temps",
	} {
		if q := r.Read(message, ""); !slices.Contains(q.Subject, want) {
			t.Errorf("%q is about %q, want %q among them", message, q.Subject, want)
		}
	}
}
