package answer

import (
	"fmt"
	"strings"
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

func worded(t *testing.T, wording string) *figure.Figure {
	t.Helper()
	f, ok := figure.Read(wording)
	if !ok {
		t.Fatalf("%q is no figure", wording)
	}
	f.Wording = wording
	return &f
}

// TestIncomparable: each thing by which two findings differ keeps their
// figures from being held against one another.
func TestIncomparable(t *testing.T) {
	first := &data.Edition{Series: "mares", Year: 2019, Indicators: []data.Indicator{{Name: "canards", Break: &data.Break{Edition: 2023}}}}
	second := &data.Edition{Series: "mares", Year: 2021}
	l := &data.Library{Editions: []*data.Edition{first, second}}
	finding := func() *data.Finding {
		return &data.Finding{Edition: first, Indicator: "mares curées", Population: "mares", Status: data.Adopted, Figure: worded(t, "12 % des mares")}
	}
	for _, test := range []struct {
		differs string
		by      func(*data.Finding)
		want    string
	}{
		{"nothing", func(*data.Finding) {}, ""},
		{"edition", func(f *data.Finding) { f.Edition = second }, ""},
		{"accents", func(f *data.Finding) { f.Indicator = "Mares curees" }, ""},
		{"figure", func(f *data.Finding) { f.Figure = nil }, whyNoFigure},
		{"number", func(f *data.Finding) { f.Figure = &figure.Figure{Kind: figure.Share} }, whyNoFigure},
		{"series", func(f *data.Finding) { f.Edition = &data.Edition{Series: "lacs", Year: 2019} }, whySeries},
		{"indicator", func(f *data.Finding) { f.Indicator = "mares comblées" }, whyIndicator},
		{"no indicator", func(f *data.Finding) { f.Indicator = "" }, whyIndicator},
		{"status", func(f *data.Finding) { f.Status = data.Planned }, whyStatus},
		{"unit", func(f *data.Finding) { f.Figure = worded(t, "12 mares") }, whyUnit},
		{"kind", func(f *data.Finding) { f.Figure = worded(t, "une hausse de 12 %") }, whyUnit},
		{"denial", func(f *data.Finding) { f.Denies = true }, whyUnit},
		{"population over editions", func(f *data.Finding) { f.Edition, f.Population = second, "étangs" }, whyPopulation},
		{"population in one edition", func(f *data.Finding) { f.Population = "étangs" }, ""},
		{"size over editions", func(f *data.Finding) { f.Edition, f.Who.Size = second, lexicon.Size{High: 50} }, whyPopulation},
		{"contradiction", func(f *data.Finding) { f.Contradicts = []*data.Finding{f} }, whyContradicted},
		{"attribution", func(f *data.Finding) { f.Attribution = data.Journalist }, whyHearsay},
		{"deduction", func(f *data.Finding) { f.Deduced = true }, whyHearsay},
	} {
		changed := finding()
		test.by(changed)
		if got := incomparable(l, finding(), changed); got != test.want {
			t.Errorf("%s: %q, want %q", test.differs, got, test.want)
		}
		if got := incomparable(l, changed, finding()); got != test.want {
			t.Errorf("%s, the other way: %q, want %q", test.differs, got, test.want)
		}
	}
}

// TestBroken: a break parts the editions before it from its own.
func TestBroken(t *testing.T) {
	editions := []*data.Edition{{Series: "mares", Year: 2019}, {Series: "mares", Year: 2021}, {Series: "mares", Year: 2023, Indicators: []data.Indicator{{Name: "Canards", Break: &data.Break{Edition: 2021}}}}, {Series: "lacs", Year: 2021}}
	l := &data.Library{Editions: editions}
	for _, test := range []struct {
		indicator string
		a, b      int
		want      bool
	}{
		{"canards", 0, 1, true}, {"canards", 1, 0, true}, {"canards", 0, 2, true}, {"canards", 1, 2, false}, {"canards", 0, 0, false}, {"grenouilles", 0, 1, false}, {"canards", 3, 3, false},
	} {
		a := &data.Finding{Indicator: test.indicator, Edition: editions[test.a]}
		b := &data.Finding{Indicator: test.indicator, Edition: editions[test.b]}
		if got := broken(l, a, b) != nil; got != test.want {
			t.Errorf("%s from %d to %d: %v", test.indicator, a.Edition.Year, b.Edition.Year, got)
		}
	}
}

// TestMoved: which way a figure went, and whether a difference may be computed.
func TestMoved(t *testing.T) {
	const unknown = 9
	for _, test := range []struct {
		old, recent string
		want        question.Direction
		computed    string
	}{
		{"12 %", "15 %", question.Up, "+3 points"},
		{"15 %", "12 %", question.Down, "−3 points"},
		{"12,5 %", "14 %", question.Up, "+1,5 point"},
		{"12 %", "12 %", 0, "0 point"},
		{"44 000 euros", "45 300 euros", question.Up, "+1 300 euros"},
		{"2,56 milliards d'euros", "2,6 milliards d'euros", question.Up, "+40 000 000 euros"},
		{"un tiers", "deux tiers", question.Up, ""},
		{"deux tiers", "67 %", unknown, ""},
		{"près de la moitié", "60 %", question.Up, ""},
		{"plus d'un tiers", "la moitié", unknown, ""},
		{"entre 20 et 30 %", "25 %", unknown, ""},
		{"entre 20 et 30 %", "35 %", question.Up, ""},
		{"environ 12 %", "environ 12 %", unknown, ""},
	} {
		old, recent := worded(t, test.old), worded(t, test.recent)
		went, known := moved(*old, *recent)
		if !known {
			went = unknown
		}
		if went != test.want {
			t.Errorf("from %q to %q: %d, want %d", test.old, test.recent, went, test.want)
		}
		got := ""
		if exact(old) && exact(recent) {
			got = difference(*recent.Value-*old.Value, recent.Unit)
		}
		if got = strings.ReplaceAll(got, nbsp, " "); got != test.computed {
			t.Errorf("from %q to %q: %q computed, want %q", test.old, test.recent, got, test.computed)
		}
	}
}

func TestSpanned(t *testing.T) {
	published := []int{2014, 2016, 2018, 2020}
	for _, test := range []struct {
		name  string
		c     question.Change
		named []int
		want  string
	}{
		{"no bound", question.Change{}, nil, "[2014 2020]"},
		{"since", question.Change{Since: 2016}, []int{2016}, "[2016 2020]"},
		{"since a year that is not published", question.Change{Since: 2015}, []int{2015}, "[]"},
		{"since the last", question.Change{Since: 2020}, []int{2020}, "[]"},
		{"until", question.Change{Until: 2018}, []int{2018}, "[2014 2018]"},
		{"in the last year", question.Change{}, []int{2020}, "[2018 2020]"},
		{"in another year", question.Change{}, []int{2016}, "[2016 2020]"},
		{"before", question.Change{Before: true, Until: 2018}, nil, "[2016 2018]"},
		{"before the first", question.Change{Before: true, Until: 2014}, nil, "[]"},
	} {
		if got := fmt.Sprint(spanned(published, test.c, test.named)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
	if got := spanned(published[:1], question.Change{}, nil); got != nil {
		t.Errorf("one year alone: %v", got)
	}
}

// TestGateComputed: a computed number leaves only when the answer says that it
// was computed.
func TestGateComputed(t *testing.T) {
	e := &data.Edition{Series: "mares", Year: 2019, Observatory: "Observatoire des mares", Publisher: "Institut des mares"}
	f := &data.Finding{ID: "m1", Statement: "12 % des mares sont curées.", Figure: worded(t, "12 %"), Edition: e}
	l := &data.Library{Editions: []*data.Edition{e}, Findings: []*data.Finding{f}}
	for _, text := range []string{"+3 points", "−3 points", "+1 300 euros", "un écart de 3 points"} {
		a := Answer{Kind: Found, Cited: []Citation{{Finding: f, Edition: e}}}
		a.allowed = allowance(l, a)
		if Gate(a, "12 % puis "+text) == nil {
			t.Errorf("%q went out, and nothing says that it was computed", text)
		}
		a.Computed = []Computed{{Text: text, Operands: []string{"m1", "m2"}}}
		a.allowed = allowance(l, a)
		if err := Gate(a, "12 % puis "+text); err != nil {
			t.Errorf("%q was computed: %v", text, err)
		}
	}
}
