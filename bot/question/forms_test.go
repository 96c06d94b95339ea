package question

import (
	"strings"
	"testing"
)

// frames reads messages and compares their frames, lines joined by "; ".
func frames(t *testing.T, tests []struct{ said, want string }) {
	t.Helper()
	r := reader(t)
	for _, test := range tests {
		got := strings.ReplaceAll(strings.TrimSpace(r.Read(test.said, "").String()), "\n", "; ")
		if got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.said, got, test.want)
		}
	}
}

// TestForms reads the forms by which people ask for a measure.
func TestForms(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"compost 2023 %", "wants: share; subject: compost; years: 2023"},
		{"compost en hausse de 2000 %", "wants: statement; subject: compost hausse; quoted: hausse de 2000 %"},
		{"la part qui a un compost", "wants: share; subject: compost; stage: adopté"},
		{"les communes, à part qui prête un terrain ?", "wants: person; subject: prete terrain; who: commune"},
		{"cmb de communes prêtent un terrain", "wants: number; subject: pretent terrain; who: commune"},
		{"dans quelle mesure les communes prêtent-elles un terrain ?", "wants: statement; subject: pretent terrain; who: commune"},
		{"sous quelle mesure cadastrale ?", "wants: which; subject: cadastrale"},
		{"aux yeux des jardiniers, quelque chose sur l'arrosage ?", "wants: statement; subject: arrosage; who: jardiniers-amateurs"},
		{"les yeux du jardin", "wants: statement; subject: yeux jardin"},
	})
}

// TestVersions reads figures between which a person hesitates.
func TestVersions(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"combien de réponses : 130 ou plus de 200 ?", "wants: conflict; noun: reponse; subject: reponses; quoted: 130; quoted: 200"},
		{"130 jardiniers ou plus de 200 ?", "wants: conflict; who: jardiniers-amateurs; quoted: 200; quoted: 130 jardiniers"},
		{"le compost, 54 % ou 24 % ? les deux articles ne disent pas pareil", "wants: conflict; subject: compost; quoted: 54 %; quoted: 24 %"},
		{"le compost en 2021 ou 2023 ?", "wants: statement; subject: compost; years: 2021 2023"},
		{"deux ou trois arrosages ?", "wants: statement; subject: arrosages"},
	})
}
