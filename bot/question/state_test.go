package question

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"constat/data"
	"constat/data/lexicon"
	"constat/index"
)

func jardins(tb testing.TB) *data.Library {
	tb.Helper()
	l, faults := data.Read(os.DirFS("../../data/testdata/jardins"))
	if err := faults.Err(); err != nil {
		tb.Fatal(err)
	}
	return l
}

func reader(tb testing.TB) *Reader {
	tb.Helper()
	l := jardins(tb)
	x, err := index.Build(l)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { x.Close() })
	return NewReader(l, x, func() time.Time { return time.Date(2024, time.June, 1, 0, 0, 0, 0, time.UTC) })
}

func TestStateRoundTrip(t *testing.T) {
	l := jardins(t)
	for _, s := range []State{
		{Findings: []string{"j1-01"}},
		{Findings: []string{"j1-01", "j1-02", "j2-04"}, Offered: true, Wants: Share, Who: lexicon.Population{Groups: []string{"commune"}, Size: lexicon.Size{High: 3500}}, Years: []int{2021}},
		{About: Sample, Wants: Number, Years: []int{2023}},
		{Findings: []string{"j1-04"}, Wants: Number, Horizon: 2024, Stage: lexicon.Planned, Negative: true},
		{Findings: []string{"j1-01"}, Who: lexicon.Population{Groups: []string{"commune", "jardiniers-amateurs"}}, Years: []int{2021, 2023}, Stage: lexicon.Adopted | lexicon.Planned},
	} {
		text := s.String()
		if len(text) > maxState {
			t.Errorf("%q has %d bytes", text, len(text))
		}
		got, err := ParseState(l, text)
		if err != nil {
			t.Errorf("ParseState(%q): %v", text, err)
			continue
		}
		if diff := cmp.Diff(s, got); diff != "" {
			t.Errorf("%q came back otherwise:\n%s", text, diff)
		}
	}
}

// TestStateFits drops what does not fit, never the first finding.
func TestStateFits(t *testing.T) {
	long := strings.Repeat("x", 40)
	s := State{Findings: []string{long, long, long}, Wants: Share, Who: lexicon.Population{Groups: []string{long}}, Years: []int{2014, 2015, 2016, 2017}, Stage: lexicon.Adopted, Negative: true}
	text := s.String()
	if len(text) > maxState || !strings.HasPrefix(text, "1|"+long) {
		t.Errorf("%q, %d bytes", text, len(text))
	}
}

// signed is a state with its check, whatever it says.
func signed(text string) string { return text + "|" + check(text) }

func TestStaleStates(t *testing.T) {
	l := jardins(t)
	for _, text := range []string{
		"", "1", "1|", "1||", "2|j1-01|", "1|j9-99|", "1|j1-01|zz", "1|j1-01|p", "1|j1-01|pnobody", "1|j1-01|y20", "1|j1-01|s9", "1|j1-01|s0", "1|j1-01|z", "1|j1-01|z+", "1|j1-01|z0+5", "1|j1-01|k0",
		"1|j1-01|ws|x", "1|j1-01+|", "1|j1-01|ws,", "j1-01", strings.Repeat("1|j1-01|", 20), "1|j1-01|n1", "1|j1-01|n,n", "\x00", "1|JSON{}|", "1||f", "1|j1-01|s259",
	} {
		for _, text := range []string{text, signed(text)} {
			if s, err := ParseState(l, text); err == nil {
				t.Errorf("ParseState(%q) = %+v, want an error", text, s)
			}
		}
	}
}

// TestAlteredStates cuts states everywhere, and changes, drops and doubles
// every byte of them: none is read as another state.
func TestAlteredStates(t *testing.T) {
	l := jardins(t)
	for _, s := range []State{
		{Findings: []string{"j1-01"}, Offered: true},
		{Findings: []string{"j1-01", "j1-02", "j2-04"}, Wants: Share, Who: lexicon.Population{Groups: []string{"commune"}, Size: lexicon.Size{High: 3500}}, Years: []int{2021}, Stage: lexicon.Planned, Negative: true},
		{About: Sample, Wants: Number, Years: []int{2023}},
	} {
		text := s.String()
		var altered []string
		for i := range text {
			altered = append(altered, text[:i], text[i:][min(1, i):], text[:i]+text[i+1:], text[:i]+text[i:i+1]+text[i:])
			for _, c := range []byte("1s+,|\x00") {
				altered = append(altered, text[:i]+string(c)+text[i+1:])
			}
		}
		for _, other := range altered {
			if got, err := ParseState(l, other); err == nil && other != text && got.String() != text {
				t.Errorf("%q, altered to %q, is read as %+v", text, other, got)
			}
		}
	}
}

// FuzzParseState: a state is refused, or written back to one that is read the
// same. It is given its check, without which none is read.
func FuzzParseState(f *testing.F) {
	l := jardins(f)
	for _, s := range []string{"1|j1-01|", "1|j1-01+j1-02|o,ws,pcommune,z1000+3500,y2021,h2024,s3,n", "1||as,y2023", "2|j1-01", "1|j1-01|y2021+2023", "1|j1-01|o,u,f", "1|j1-01|k-1,v"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if s, err := ParseState(l, text); err == nil && s.String() == "" {
			t.Errorf("%q was read, and is nothing", text)
		}
		text = signed(text)
		s, err := ParseState(l, text)
		if err != nil {
			return
		}
		again, err := ParseState(l, s.String())
		if err != nil {
			t.Fatalf("%q was read, and written back as %q, which is not", text, s.String())
		}
		if cmp.Diff(s, again) != "" && !strings.Contains(s.String(), "f|") && len(s.String()) < maxState-8 {
			t.Errorf("%q came back otherwise: %s", text, cmp.Diff(s, again))
		}
	})
}
