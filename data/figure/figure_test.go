package figure

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// short writes a figure in one line: kind, value, bounds, unit, qualifier.
func short(f Figure) string {
	number := func(p *float64) string {
		if p == nil {
			return "…"
		}
		return fmt.Sprint(*p)
	}
	open, closing := "[", "]"
	if f.LowOpen {
		open = "("
	}
	if f.HighOpen {
		closing = ")"
	}
	s := fmt.Sprintf("%s %s %s%s, %s%s %s", f.Kind, number(f.Value), open, number(f.Low), number(f.High), closing, f.Unit)
	if f.From != nil {
		s += " from " + number(f.From)
	}
	if f.Qualifier != "" {
		s += " «" + f.Qualifier + "»"
	}
	if f.Approximate {
		s += " ~"
	}
	if f.Negative {
		s += " not"
	}
	return s
}

// readings are wordings as pages print them, and what they say.
var readings = []struct{ wording, want string }{
	// Exact shares, with words around them.
	{"21 % prévoient de le faire", "share 21 [21, 21] percent"},
	{"62% pensent", "share 62 [62, 62] percent"},
	{"(42 %)", "share 42 [42, 42] percent"},
	{"analyse en temps réel (26%)", "share 26 [26, 26] percent"},
	{"stable dans 38%", "share 38 [38, 38] percent"},
	{"chute dans 36% des cas", "share 36 [36, 36] percent"},
	{"34% supplémentaires", "share 34 [34, 34] percent"},
	{"75% à une meilleure gestion", "share 75 [75, 75] percent"},
	{"20% à l'intelligence artificielle", "share 20 [20, 20] percent"},
	{"1,9% de la dépense totale", "share 1.9 [1.9, 1.9] percent"},
	{"1,9 % en moyenne du budget global", "share 1.9 [1.9, 1.9] percent"},
	{"40 % des interrogés", "share 40 [40, 40] percent"},
	{"44 p.100", "share 44 [44, 44] percent"},
	{"44 pourcents", "share 44 [44, 44] percent"},
	{"quatre-vingt-dix-sept pour cent", "share 97 [97, 97] percent"},
	{"quatre vingt dix sept pour cent", "share 97 [97, 97] percent"},
	{"soixante-dix-sept pour cent", "share 77 [77, 77] percent"},
	{"nonante et un pour cent", "share 91 [91, 91] percent"},
	{"cent pour cent", "share 100 [100, 100] percent"},
	{"- 44 % des collectivités", "share 44 [44, 44] percent"},
	// What a share is about is no second figure.
	{"plus de 60% des 130 décideurs", "share 60 (60, 100] percent «plus de» ~"},
	{"44 % (base : 120 décideurs)", "share 44 [44, 44] percent"},
	{"parmi les 120 décideurs, 44 %", "share 44 [44, 44] percent"},
	{"77 % des collectivités de 10 000 à 50 000 habitants", "share 77 [77, 77] percent"},
	{"plus d'un quart des communes de moins de 3 500 habitants", "share 25 (25, 100] percent «plus de» ~"},
	{"44 %, soit 44 %", "share 44 [44, 44] percent"},
	{"44 % en 2015", "share 44 [44, 44] percent"},
	// Parts.
	{"7 décideurs interrogés sur 10", "share 70 [65, 75] percent ~"},
	{"sept décideurs interrogés sur 10", "share 70 [65, 75] percent ~"},
	{"Un décideur sur deux", "share 50 [45, 55] percent ~"},
	{"une collectivité locale sur deux", "share 50 [45, 55] percent ~"},
	{"Plus d'un décideur de collectivité sur deux", "share 50 (50, 100] percent «plus de» ~"},
	{"deux directeurs des systèmes d'information sur trois", "share 66.6667 [61.6667, 71.6667] percent ~"},
	{"Un peu plus d'un sur dix", "share 10 (10, 11] percent «un peu plus de» ~"},
	{"Moins d'un répondant sur dix", "share 10 [0, 10) percent «moins de» ~"},
	{"1 sur 4", "share 25 [22.5, 27.5] percent ~"},
	{"huit sur dix", "share 80 [75, 85] percent ~"},
	{"neuf fois sur dix", "share 90 [85, 95] percent ~"},
	{"sept à huit élus sur dix", "share … [70, 80] percent"},
	{"une commune sur dix interrogées", "share 10 [9, 11] percent ~"},
	{"près des deux-tiers des cas", "share 66.6667 [61.6667, 66.6667) percent «près de» ~"},
	{"plus du tiers d'entre eux", "share 33.3333 (33.3333, 100] percent «plus de» ~"},
	{"Près des trois quarts", "share 75 [70, 75) percent «près de» ~"},
	{"Plus de la moitié d'entre eux", "share 50 (50, 100] percent «plus de» ~"},
	{"plus d'un quart de décideurs", "share 25 (25, 100] percent «plus de» ~"},
	{"les deux tiers", "share 66.6667 [61.6667, 71.6667] percent ~"},
	{"le quart", "share 25 [22.5, 27.5] percent ~"},
	{"¾ des communes", "share 75 [70, 80] percent ~"},
	{"un bon tiers", "share 33.3333 (33.3333, 36.6667] percent «un peu plus de» ~"},
	// Vague shares.
	{"la quasi-totalité des répondants", "share … [90, 100] percent «quasi-totalité» ~"},
	{"quasiment tous les élus", "share … [90, 100] percent «quasi-totalité» ~"},
	{"Une majorité", "share … (50, 100] percent «majorité» ~"},
	{"La très grande majorité", "share … [60, 100] percent «majorité» ~"},
	{"la plupart des communes", "share … (50, 100] percent «majorité» ~"},
	{"une minorité de communes", "share … [0, 50) percent «minorité» ~"},
	{"presque aucune commune", "share … [0, 10] percent «presque» ~"},
	// Qualifiers, before and after.
	{"pas plus de 12 %", "share 12 [0, 12] percent «au plus» ~"},
	{"ne dépasse pas 12 %", "share 12 [0, 12] percent «au plus» ~"},
	{"pas moins de 12 %", "share 12 [12, 100] percent «au moins» ~"},
	{"jusqu'à 20 %", "share 20 [0, 20] percent «jusqu'à» ~"},
	{"≥ 20 %", "share 20 [20, 100] percent «au moins» ~"},
	{">= 20 %", "share 20 [20, 100] percent «au moins» ~"},
	{"+ de 50 %", "share 50 (50, 100] percent «plus de» ~"},
	{"bien plus de la moitié", "share 50 [55, 100] percent «largement plus de» ~"},
	{"un peu moins de 30 %", "share 30 [27, 30) percent «un peu moins de» ~"},
	{"plus ou moins 40 %", "share 40 [36, 44] percent «environ» ~"},
	{"20 % au plus", "share 20 [0, 20] percent «au plus» ~"},
	{"environ 10 à 15 %", "share … [9, 16.5] percent «environ» ~"},
	// Changes.
	{"croître d'environ 1,6%", "change 1.6 [0.6, 2.6] percent «environ» ~"},
	{"une croissance de 1,3%", "change 1.3 [1.3, 1.3] percent"},
	{"en croissance de 1,7%", "change 1.7 [1.7, 1.7] percent"},
	{"taux de croissance annuelle de 1,5 %", "change 1.5 [1.5, 1.5] percent_per_year"},
	{"croissance annuel moyen de 4,1%", "change 4.1 [4.1, 4.1] percent_per_year"},
	{"4,1 % par an", "change 4.1 [4.1, 4.1] percent_per_year"},
	{"la baisse des dotations de 3 %", "change -3 [-3, -3] percent"},
	{"baisse de plus de 10 %", "change -10 […, -10) percent «plus de» ~"},
	{"recul de près de 10 %", "change -10 (-10, -9] percent «près de» ~"},
	{"en hausse d'un tiers", "change 33.3333 [30, 36.6667] percent ~"},
	{"baisse de moitié", "change -50 [-55, -45] percent ~"},
	{"une croissance de -3 %", "change -3 [-3, -3] percent"},
	{"une évolution de 3 %", "change 3 [3, 3] percent"},
	{"l'évolution de 60 % des collectivités", "share 60 [60, 60] percent"},
	{"30 % de contractuels", "share 30 [30, 30] percent"},
	{"10 % de hausse", "change 10 [10, 10] percent"},
	{"10 % plus élevé", "change 10 [10, 10] percent"},
	{"21 % plus tard", "share 21 [21, 21] percent"},
	{"10 % de moins de 30 ans", "share 10 [10, 10] percent"},
	{"gagne 44 % des voix", "share 44 [44, 44] percent"},
	{"12 points de pourcentage de plus", "change 12 [12, 12] point"},
	{"5 points d'accès", "count 5 [5, 5] point"},
	{"+3 M€", "change 3e+06 [3e+06, 3e+06] euro"},
	{"-3 communes", "change -3 [-3, -3] commune"},
	{"divisé par près de deux", "change 0.5 (0.5, 0.5556] factor «près de» ~"},
	{"de 3,2 % à 4,5 % par an", "from_to 4.5 [4.5, 4.5] percent_per_year from 3.2"},
	{"10 % de plus", "change 10 [10, 10] percent"},
	{"120 %", "change 120 [120, 120] percent"},
	{"+ 3 points", "change 3 [3, 3] point"},
	{"−2 pts", "change -2 [-2, -2] point"},
	{"-2,5 points", "change -2.5 [-2.5, -2.5] point"},
	{"trois points de moins", "change -3 [-3, -3] point"},
	{"une hausse de 5 points en deux ans", "change 5 [5, 5] point"},
	{"trois fois plus élevé", "change 3 [3, 3] factor"},
	{"plus de deux fois moins", "change 0.5 [0, 0.5) factor «plus de» ~"},
	{"a plus que doublé", "change 2 (2, …] factor «plus de» ~"},
	{"x3", "change 3 [3, 3] factor"},
	{"×3", "change 3 [3, 3] factor"},
	{"44 % en 2015, contre 32 % en 2013", "from_to 44 [44, 44] percent from 32"},
	{"passe de 32 à 44 %", "from_to 44 [44, 44] percent from 32"},
	{"passer de 2,4 milliards en 2010 à 2,6 milliards d'euros en 2012", "from_to 2.6e+09 [2.6e+09, 2.6e+09] euro from 2.4e+09"},
	// Counts.
	{"Les 100 décideurs de collectivités locales", "count 100 [100, 100] décideur"},
	{"100 collectivités locales interrogées", "count 100 [100, 100] collectivité"},
	{"plus de 150 métiers référencés", "count 150 (150, …] métier «plus de» ~"},
	{"trois grandes directions", "count 3 [3, 3] direction"},
	{"trois tiers-lieux", "count 3 [3, 3] tiers-lieu"},
	{"cinq réseaux", "count 5 [5, 5] réseau"},
	{"deux travaux", "count 2 [2, 2] travail"},
	{"12 procès", "count 12 [12, 12] procès"},
	{"un million deux cent mille habitants", "count 1.2e+06 [1.2e+06, 1.2e+06] habitant"},
	{"1 million 200 000 habitants", "count 1.2e+06 [1.2e+06, 1.2e+06] habitant"},
	{"2 à 3 millions d'habitants", "count … [2e+06, 3e+06] habitant"},
	{"une dizaine de milliers d'habitants", "count 10000 [9000, 11000] habitant ~"},
	{"deux ou trois communes", "count … [2, 3] commune"},
	{"3 agents par commune", "count 3 [3, 3] agent/commune"},
	{"412répondants", "count 412 [412, 412] répondant"},
	// Amounts.
	{"2,6 milliards d'euros", "amount 2.6e+09 [2.6e+09, 2.6e+09] euro"},
	{"2,56 milliard d'euros", "amount 2.56e+09 [2.56e+09, 2.56e+09] euro"},
	{"2,7 milliards d'euros en 2015", "amount 2.7e+09 [2.7e+09, 2.7e+09] euro"},
	{"de l'ordre de 2,6 milliards d'euros", "amount 2.6e+09 [2.34e+09, 2.86e+09] euro «environ» ~"},
	{"2,6 Md€", "amount 2.6e+09 [2.6e+09, 2.6e+09] euro"},
	{"12 M€", "amount 1.2e+07 [1.2e+07, 1.2e+07] euro"},
	{"450k€", "amount 450000 [450000, 450000] euro"},
	{"12 €/habitant", "amount 12 [12, 12] euro/habitant"},
	{"310 000 florins", "amount 310000 [310000, 310000] florin"},
	{"12 livres", "count 12 [12, 12] livre"},
	{"12 euros par habitant et par an", "amount 12 [12, 12] euro/habitant/an"},
	// Durations.
	{"35h", "duration 35 [35, 35] heure"},
	{"trois journées", "duration 3 [3, 3] journée"},
	{"deux ans et demi", "duration 30 [30, 30] month"},
	// Dates.
	{"le 9 juin 2015", "date 2015 [2015, 2015] year"},
	{"du 10 juin 2014", "date 2014 [2014, 2014] year"},
	{"d'ici à 2017", "date 2017 […, 2017] year"},
	{"dès 2015", "date 2015 [2015, …] year"},
	{"mi-2015", "date 2015 [2015, 2015] year"},
	{"entre 2000 et 2050 habitants", "count … [2000, 2050] habitant"},
	{"les années soixante", "date … [1960, 1969] year"},
	{"jusqu'en 2014", "date 2014 […, 2014] year"},
	{"les années 90", "date … [1990, 1999] year"},
	// Those who do not.
	{"44 % n'ont plus de site", "share 44 [44, 44] percent not"},
	{"44 % des collectivités sans élu", "share 44 [44, 44] percent not"},
	{"65 % ont pas de stratégie", "share 65 [65, 65] percent not"},
	{"44 % ne disposent que d'un site", "share 44 [44, 44] percent"},
	{"44 % sans doute", "share 44 [44, 44] percent"},
	{"44 % pensent que rien n'a changé", "share 44 [44, 44] percent"},
	{"44 % n'ont pas seulement un site", "share 44 [44, 44] percent"},
}

func TestRead(t *testing.T) {
	for _, c := range readings {
		f, ok := Read(c.wording)
		if !ok {
			t.Errorf("Read(%q) reads nothing, want %s", c.wording, c.want)
			continue
		}
		if got := short(f); got != c.want {
			t.Errorf("Read(%q)\n got %s\nwant %s", c.wording, got, c.want)
		}
		if f.Wording != c.wording {
			t.Errorf("Read(%q) gives the wording %q", c.wording, f.Wording)
		}
	}
}

// noReadings are wordings that hold no figure, or two.
var noReadings = []string{
	"", " ", "%", "44", "vingt-deux", "2015", "un", "une collectivité",
	"26e congrès du Coter Club", "25ème congrès", "le 1er rang", "n° 12 des communes", "trio de tête",
	"au premier rang de ces projets", "se partage la tête du classement", "pointe en tête", "tenir la première place des projets",
	"en tête de leurs priorités", "par ordre de préférence", "le cinquième projet", "une cinquième édition",
	"légèrement progresser", "devance la direction générale", "jugée primordiale", "quasiment d'égale importance", "très loin d'être gagné",
	"les plus impliquées", "loin derrière", "peu de collectivités", "quelques collectivités", "certains élus",
	"le 7 juin dernier", "de mars à mai derniers", "2015-07-01", "3/12/2015", "en 2014 et 2015",
	"44 % et 21 %", "44 et 21 %", "69 % ou sept sur dix", "un tiers et un quart", "44 % contre 32 % pour les ministères", "3 agents pour 10 000 habitants",
	"un tiers de confiance", "un tiers certificateur", "des tiers-lieux", "un quart d'heure", "trois quarts d'heure", "une demi-journée",
	"note de 7 sur 10", "24h/24", "7j/7", "24 heures sur 24", "12/20", "à double titre", "la plupart du temps", "la majorité municipale",
	"contre", "un tiers plus un quart", "presque tous les jours", "n'ont presque aucun site",
	"moins de 0 %", "12.06.2015", "B2B", "2G", "1234567890123456 communes", "62 pensent",
}

func TestReadNothing(t *testing.T) {
	for _, wording := range noReadings {
		if f, ok := Read(wording); ok {
			t.Errorf("Read(%q) reads %s", wording, short(f))
		}
	}
}

func TestFind(t *testing.T) {
	cases := []struct {
		text string
		want []string // wording: figure
	}{
		{"En 2015, 44 % des jardins ont un plan, contre 32 % en 2013.", []string{
			"En 2015: date 2015 [2015, 2015] year", "44 %: share 44 [44, 44] percent", "32 %: share 32 [32, 32] percent", "en 2013: date 2013 [2013, 2013] year"}},
		{"Le taux passe de 32 % à 44 %.", []string{"passe de 32 % à 44 %: from_to 44 [44, 44] percent from 32"}},
		{"vingt et un pour cent prévoient un plan…", []string{"vingt et un pour cent: share 21 [21, 21] percent"}},
		{"44 % de jardins avec un plan, c'est bien ?", []string{"44 %: share 44 [44, 44] percent"}},
		{"On me dit que la majorité des jardins avaient un plan.", []string{"la majorité: share … (50, 100] percent «majorité» ~"}},
		{"Dans près d’un jardin\nsur quatre, l'arrosage compte.", []string{"près d’un jardin\nsur quatre: share 25 [22.5, 25) percent «près de» ~"}},
		{"Plus de 60% des 130 jardiniers", []string{"Plus de 60%: share 60 (60, 100] percent «plus de» ~", "130 jardiniers: count 130 [130, 130] jardinier"}},
		{"les trois directions", []string{"trois directions: count 3 [3, 3] direction"}},
		{"44 % ont un plan et 21 % n'en ont pas.", []string{"44 %: share 44 [44, 44] percent", "21 %: share 21 [21, 21] percent not"}},
		{"44 % des 120 jardiniers n'ont pas de plan.", []string{"44 %: share 44 [44, 44] percent not", "120 jardiniers: count 120 [120, 120] jardinier not"}},
		{"- 44 % ici\n- 21 % là\n- 2 points de plus", []string{"44 %: share 44 [44, 44] percent", "21 %: share 21 [21, 21] percent", "2 points de plus: change 2 [2, 2] point"}},
		{"84 % (+3 points)", []string{"84 %: share 84 [84, 84] percent", "+3 points: change 3 [3, 3] point"}},
		{"En hausse moyenne de trois points, puis un recul d'un point.", []string{"hausse moyenne de trois points: change 3 [3, 3] point", "recul d'un point: change -1 [-1, -1] point"}},
		{"2,6 ou 2,7 milliards d'euros ?", []string{"2,6 ou 2,7 milliards d'euros: amount … [2.6e+09, 2.7e+09] euro"}},
		{"Un tiers des élus, près d'un tiers, le recours d'un tiers.", []string{"Un tiers: share 33.3333 [30, 36.6667] percent ~", "près d'un tiers: share 33.3333 [30, 33.3333) percent «près de» ~"}},
		{"depuis le 1er juin 2015, à partir de 2016, d'ici la fin 2017", []string{
			"depuis le 1er juin 2015: date 2015 [2015, …] year", "à partir de 2016: date 2016 [2016, …] year", "d'ici la fin 2017: date 2017 […, 2017] year"}},
		{"première phrase\n\n100\n\njardins", nil},
		{"\xff44 %\x00des\xfe", []string{"44 %: share 44 [44, 44] percent"}},
	}
	for _, c := range cases {
		var got []string
		for _, s := range Find(c.text) {
			got = append(got, s.Wording+": "+short(s.Figure))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"En un mot, c'est le premier projet, sur un seul site.",
		"d'une part les élus, d'autre part les agents",
		"un tiers de confiance, des données confiées à un tiers, un tiers externe, les tiers-lieux",
		"une demi-journée, un quart d'heure, il y a un jour, une semaine, une année",
		"Tous les jours, toutes les équipes, l'ensemble des données, aucun pourcentage exact n'est publié.",
		"La plupart du temps, la majorité municipale vote à la majorité.",
		"Voir le n° 3, page 12, le 26e congrès, l'article 5, le B2B et la 4G.",
		"l'une sur l'autre, l'un des deux, à deux, tous deux",
		"un logiciel neuf pour les agents, à double titre, la double compétence",
		"les plus impliquées, de plus en plus, plus ou moins, au moins, à peine",
		"Il a gagné deux fois la coupe, plus d'une fois.",
		"le 7 juin dernier, le 3/12, le 1/3, 14h30",
		"la première moitié de l'été, le dernier quart",
		"yo", "c koi ce bot", "stratégie transversale ?",
	} {
		for _, s := range Find(text) {
			t.Errorf("Find(%q) finds %q: %s", text, s.Wording, short(s.Figure))
		}
	}
}

// What a keyboard or a typesetter does to a wording changes nothing.
func TestReadSameWhenReset(t *testing.T) {
	resets := map[string]func(string) string{
		"no-break spaces":     strings.NewReplacer(" ", "\u00a0").Replace,
		"narrow spaces":       strings.NewReplacer(" ", "\u202f").Replace,
		"thin spaces":         strings.NewReplacer(" ", "\u2009").Replace,
		"curly apostrophes":   strings.NewReplacer("'", "’").Replace,
		"modifier apostrophe": strings.NewReplacer("'", "ʼ").Replace,
		"capitals":            strings.ToUpper,
		"no accents":          unaccented,
		"decomposed accents":  decomposed,
		"no-break hyphens":    strings.NewReplacer("-", "‑").Replace,
		"spaces around":       func(s string) string { return "  " + s + "\n" },
		"full stop":           func(s string) string { return s + "." },
	}
	var wordings []string
	for _, e := range expressions(t) {
		wordings = append(wordings, e.Expression)
	}
	for _, c := range readings {
		wordings = append(wordings, c.wording)
	}
	for name, reset := range resets {
		for _, wording := range wordings {
			want, _ := Read(wording)
			changed := reset(wording)
			got, ok := Read(changed)
			if !ok {
				t.Errorf("%s: Read(%q) reads nothing", name, changed)
				continue
			}
			got.Wording = want.Wording
			if name == "no accents" {
				want.Unit = unaccented(want.Unit)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: Read(%q) (-want +got):\n%s", name, changed, diff)
			}
		}
	}
}

func unaccented(s string) string {
	return strings.Map(func(c rune) rune {
		if plain, ok := plainLetters[unicode.ToLower(c)]; ok && len(plain) == 1 {
			if unicode.IsUpper(c) {
				return unicode.ToUpper(rune(plain[0]))
			}
			return rune(plain[0])
		}
		return c
	}, s)
}

func decomposed(s string) string {
	var b strings.Builder
	for _, c := range s {
		done := false
		for pair, letter := range composed {
			if letter == c {
				b.WriteRune(pair[0])
				b.WriteRune(pair[1])
				done = true
			}
		}
		if !done {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func TestBounds(t *testing.T) {
	f, _ := Read("plus de 150 métiers")
	if low, high := f.Bounds(); low != 150 || !math.IsInf(high, 1) || !f.HasNumber() {
		t.Errorf("Bounds of %s: %v, %v", short(f), low, high)
	}
	if (Figure{}).HasNumber() {
		t.Error("an empty figure has a number")
	}
}

// Long and hostile texts take a time that grows with their length only.
func TestFindLong(t *testing.T) {
	const length = 20_000
	for _, unit := range []string{"un ", "mille ", "cent ", "de ", "44 % ", "entre 1 et ", "plus de ", "baisse de ", "2015-", "1 000 ", "jardin sur ", "ne ", "\xff", "\u0301", "- ", "deux sur ", "un million ", "passe de 2 à "} {
		text := strings.Repeat(unit, length/len(unit))
		for _, s := range Find(text) {
			if s.Wording != text[s.Start:s.End] {
				t.Fatalf("%q: span %d:%d is not its wording", unit, s.Start, s.End)
			}
		}
		Read(text)
	}
}

// problem says what no figure may be.
func problem(f Figure) string {
	low, high := f.Bounds()
	switch {
	case !f.HasNumber():
		return "no number"
	case f.Unit == "" || !utf8.ValidString(f.Unit):
		return "no unit"
	case f.Low != nil && f.High != nil && (low > high || low == high && (f.LowOpen || f.HighOpen)):
		return "empty bounds"
	case f.LowOpen && f.Low == nil, f.HighOpen && f.High == nil:
		return "an open bound that is none"
	case f.Kind == Share && (f.Low == nil || f.High == nil || low < 0 || high > 100):
		return "a share outside 0..100"
	case (f.Kind == FromTo) != (f.From != nil):
		return "a former value out of place"
	}
	for _, p := range []*float64{f.Value, f.From, f.Low, f.High} {
		if p != nil && (math.IsNaN(*p) || math.IsInf(*p, 0)) {
			return "not a number"
		}
	}
	return ""
}

func seed(f *testing.F) {
	for _, e := range expressions(f) {
		f.Add(e.Expression)
	}
	for _, c := range readings {
		f.Add(c.wording)
	}
	for _, wording := range noReadings {
		f.Add(wording)
	}
}

func FuzzRead(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, wording string) {
		got, ok := Read(wording)
		if !ok {
			if diff := cmp.Diff(Figure{}, got); diff != "" {
				t.Fatalf("Read(%q) reads nothing, and yet:\n%s", wording, diff)
			}
			return
		}
		if p := problem(got); p != "" || got.Wording != wording {
			t.Fatalf("Read(%q): %s: %s", wording, p, short(got))
		}
		reset, ok := Read(strings.ReplaceAll(wording, " ", "\u202f"))
		reset.Wording = wording
		if diff := cmp.Diff(got, reset); !ok || diff != "" {
			t.Fatalf("Read(%q) with narrow spaces (-want +got):\n%s", wording, diff)
		}
	})
}

func FuzzFind(f *testing.F) {
	seed(f)
	f.Add("En 2015, 44 % des jardins ont un plan, contre 32 % en 2013.")
	f.Fuzz(checkFind)
}

// FuzzFindWords builds texts out of the words that the grammar knows, a byte
// each, so that shapes meet each other more often than letters would let them.
func FuzzFindWords(f *testing.F) {
	f.Add([]byte("un jardin sur deux"))
	f.Add([]byte{0, 50, 100, 150, 200, 250, 3, 2, 1})
	f.Fuzz(func(t *testing.T, picks []byte) {
		const longest = 24
		var b strings.Builder
		for _, pick := range picks[:min(len(picks), longest)] {
			word := vocabulary[int(pick)%len(vocabulary)]
			if word != "%" && word != "-" && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
		checkFind(t, b.String())
	})
}

var vocabulary = strings.Fields(`un une deux trois dix vingt cent mille million millions milliards 2 3 5 10 44 44,5 100 2015 2016 34 935 1/3 x3 26e % % % - + − < ≥ ~ / , . : ( ) €
	pour p. points point pt euros k€ Md€ ans mois an jours heures par an habitant habitants communes commune élus DSI travaux tiers quart quarts moitié cinquième cinquièmes
	le la les l' un de d' du des à au aux en entre et ou contre sur fois plus moins plus moins près peu presque environ jusqu'à quelque peine bon petit grande
	majorité plupart totalité quasi-totalité minorité toutes tous aucun dizaine dizaines centaine milliers trentaine quelques plusieurs
	hausse baisse croissance annuelle croître gagne perd passe évolution multiplié divisé doublé double triple a ont ne n' pas sans que qui n°
	depuis avant après dès fin juin années édition ici jusqu'en partir demi et demi dernières nouvelles au moins maximum supérieur inférieur lieu collectivité tiers-lieux projet`)

// checkFind holds what Find promises for any text.
func checkFind(t *testing.T, text string) {
	end := 0
	for _, s := range Find(text) {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("Find(%q): span %d:%d after %d", text, s.Start, s.End, end)
		}
		end = s.End
		if s.Wording != text[s.Start:s.End] {
			t.Fatalf("Find(%q): %q is not %q", text, s.Wording, text[s.Start:s.End])
		}
		if p := problem(s.Figure); p != "" {
			t.Fatalf("Find(%q): %q: %s: %s", text, s.Wording, p, short(s.Figure))
		}
		again, ok := Read(s.Wording)
		if !ok || !equal(again.Value, s.Value) || !equal(again.Low, s.Low) || !equal(again.High, s.High) {
			t.Fatalf("Find(%q): %q is %s there, %s (%t) alone", text, s.Wording, short(s.Figure), short(again), ok)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, wording := range []string{"44 % des collectivités", "plus d'une intercommunalité sur deux", "croissance annuelle moyenne de 4,1 %", "tenir la première place des projets"} {
		b.Run(wording, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(wording)
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	const sentence = "En 2015, près d'un jardin sur quatre avait un plan, contre 32 % des 130 jardiniers interrogés ; les trois directions en parlent, d'une part aux élus, d'autre part aux agents. "
	text := strings.Repeat(sentence, 10_000/len(sentence))
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
