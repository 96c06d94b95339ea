package question

import "testing"

// TestIdioms drops what is said to whoever answers, and keeps the words of it
// that name something elsewhere.
func TestIdioms(t *testing.T) {
	frames(t, []struct{ said, want string }{
		{"peux-tu me sortir la part des jardiniers qui arrosent, en principe ?", "wants: share; subject: arrosent; who: jardiniers-amateurs"},
		{"à tout hasard, qu'est-ce qui ressort sur l'arrosage, dans les grandes lignes ?", "wants: statement; subject: arrosage"},
		{"un ordre de grandeur des données chiffrées portant sur le compost ?", "wants: statement; subject: compost"},
		{"à combien s'élève la surface cultivée, à la louche ?", "wants: number; subject: surface cultivee"},
		{"cmb de jardiniers n'ont jms de compost pcq pb d'arrosage", "wants: number; subject: compost probleme arrosage; who: jardiniers-amateurs; negative: true"},
		{"hello madame, nous aimerions savoir ce que vous avez sur le compost, merki", "wants: statement; subject: compost"},
		// No idiom: the words name what is asked.
		{"quelle part des jardiniers élèvent des poules ?", "wants: share; subject: elevent poules; who: jardiniers-amateurs"},
		{"les principes du compost et les ordres de plantation ?", "wants: statement; subject: principes compost ordres plantation"},
		{"quels jardins sortent des plants relatifs ?", "wants: which; subject: jardins sortent plants relatifs"},
		{"la part des PR et des DS", "wants: nothing"},
	})
}
