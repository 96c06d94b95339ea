package question

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"constat/index"
)

// TestFrames reads French as people type it; the frame is written as
// Question.String prints it, lines joined by "; ".
func TestFrames(t *testing.T) {
	r := reader(t)
	for _, test := range []struct{ said, want string }{
		{"quelle part des jardiniers amateurs récupère l'eau de pluie ?", "wants: share; subject: recupere eau pluie; who: jardiniers-amateurs"},
		{"pct jardiniers qui recuperent l eau en 2021", "wants: share; subject: recuperent eau; who: jardiniers-amateurs; years: 2021"},
		{"combien de communes prêtent un terrain ?", "wants: number; subject: pretent terrain; who: commune"},
		{"Combien d'outils possède un jardin ?", "wants: number; noun: outil; subject: outils jardin; stage: adopté"},
		{"part des communes de moins de 3 500 habitants qui prêtent un terrain", "wants: share; subject: pretent terrain; who: commune; size: 0..3500"},
		{"combien comptent le faire d'ici 2024 ?", "wants: nothing"},
		{"combien de jardins ont déjà un compost (sans ceux qui le prévoient) ?", "wants: number; noun: jardin; subject: jardins compost; stage: adopté"},
		{"part des jardins partages qui n ont pas de compost", "wants: share; subject: compost; who: jardins-partages; stage: adopté; negative: true"},
		{"où a été présentée la première édition ?", "wants: place; about: presentation; rank: 1"},
		{"y a-t-il des jardins partagés où l'on peut composter ?", "wants: overview; subject: composter; who: jardins-partages"},
		{"c'était où, le compost ?", "wants: place; subject: compost"},
		{"le compost au printemps 2023", "wants: statement; subject: compost; years: 2023"},
		{"le printemps des jardins", "wants: statement; subject: printemps jardins"},
		{"le compostage est-il en pleine mutation ?", "wants: statement; subject: compostage mutation; stage: en cours"},
		{"doit-on s'attendre à plus de compost ?", "wants: statement; subject: compost"},
		{"combien d'élus par commune ?", "wants: number; noun: elu; subject: elus; who: commune"},
		{"le manque de communes gêne-t-il le compost ?", "wants: statement; subject: manque communes gene compost"},
		{"où en est le compostage dans les jardins partagés ?", "wants: statement; subject: compostage; who: jardins-partages"},
		{"qui publie l'observatoire des jardins ?", "wants: person; about: publisher; subject: publie"},
		{"combien de jardiniers ont répondu en 2023 ?", "wants: number; about: sample; who: jardiniers-amateurs; years: 2023"},
		{"Je suis élue et je prépare une note : quelle part des communes prête un terrain ?", "wants: share; subject: prete terrain; who: commune"},
		{"Nous avons un compost. Combien de communes en ont un ?", "wants: number; subject: compost; who: commune; stage: adopté"},
		{"Terre, fumier, bref le compost : quelle part des communes ?", "wants: share; subject: compost; who: commune"},
		{"c'est dit quelque part, le compost ?", "wants: statement; subject: compost"},
		{"d'où vient le compost des communes ?", "wants: statement; subject: compost; who: commune"},
		{"à votre avis, faut-il un compost ?", "wants: opinion"},
		{"quels sont les légumes les plus semés ?", "wants: which; subject: legumes semes"},
		{"qu'avez-vous sur le compost ?", "wants: overview; subject: compost"},
		{"la majorité des communes prête un terrain, vrai ou faux ?", "wants: check; subject: prete terrain; who: commune; quoted: la majorité"},
		{"37 % ou 41 % des jardiniers récupèrent l'eau ?", "wants: conflict; subject: recuperent eau; who: jardiniers-amateurs; quoted: 37 % ou 41 %"},
		{"combien de jardins auront un compost en 2040 ?", "wants: forecast"},
		{"bonjour", "wants: hello"},
		{"et en 2023 ?", "wants: nothing"},
		{"", "wants: nothing"},
	} {
		got := strings.ReplaceAll(strings.TrimSpace(r.Read(test.said, "").String()), "\n", "; ")
		if strings.Count(test.want, ";") == 0 { // the wish alone matters
			got, _, _ = strings.Cut(got, ";")
		}
		if got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.said, got, test.want)
		}
	}
}

// FuzzRead: whatever is typed, the frame is bounded and the subject is part of
// what is looked up.
func FuzzRead(f *testing.F) {
	r := reader(f)
	for _, said := range []string{"quelle part des jardiniers amateurs récupère l'eau de pluie ?", "et en 2023 ?", "à part les communes, qui d'autre ?", "37 % ou 41 %", "de moins de 3 500 habitants", "\xff\x00"} {
		f.Add(said, "")
		f.Add(said, signed("1|j1-01|ws,y2021"))
	}
	f.Fuzz(func(t *testing.T, said, state string) {
		q := r.Read(said, state)
		if len(q.Terms) > maxTerms+16 || utf8.RuneCountInString(q.Text) > maxRunes+100 || !utf8.ValidString(q.Text) {
			t.Errorf("%d terms, %d runes", len(q.Terms), utf8.RuneCountInString(q.Text))
		}
		for _, w := range q.Subject {
			if !slices.ContainsFunc(q.Terms, func(term index.Term) bool { return term.Text == w }) {
				t.Errorf("subject %q is not looked up in %q", w, said)
			}
		}
		if again := r.Read(said, state); again.String() != q.String() {
			t.Errorf("%q is read in two ways:\n%s\n%s", said, q, again)
		}
	})
}
