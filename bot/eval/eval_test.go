package eval

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
	"constat/data/figure"
)

func TestWilson(t *testing.T) {
	for _, test := range []struct {
		count, of int
		low, high float64
	}{
		// Newcombe, "Two-sided confidence intervals for the single proportion"
		// (1998), table I, method 3.
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
		// By symmetry, and of nothing.
		{20, 20, 1 - 0.1611, 1},
		{5, 10, 0.2366, 0.7634},
		{0, 0, 0, 1},
	} {
		r := rate(Count{test.count, test.of})
		if math.Abs(r.Low-test.low) > 5e-5 || math.Abs(r.High-test.high) > 5e-5 {
			t.Errorf("%d of %d: [%.4f, %.4f], want [%.4f, %.4f]", test.count, test.of, r.Low, r.High, test.low, test.high)
		}
	}
}

// found is an answer that cites these findings.
func found(ids ...string) answer.Answer {
	a := answer.Answer{Kind: answer.Found}
	for _, id := range ids {
		a.Cited = append(a.Cited, citation(id))
	}
	return a
}

func citation(id string) answer.Citation {
	e := &data.Edition{Series: "jardins", Year: 2021}
	if id == (answer.Citation{Edition: e}).ID() {
		return answer.Citation{Edition: e}
	}
	return answer.Citation{Finding: &data.Finding{ID: id, Edition: e}, Edition: e}
}

func TestJudge(t *testing.T) {
	yes, no := true, false
	one := Question{Answerable: &yes, Expected: []string{"a", "b"}}
	either := Question{Answerable: &yes, Expected: []string{"a|b"}, Match: Any}
	all := Question{Answerable: &yes, Expected: []string{"a|b", "c"}, Match: All}
	also := Question{Answerable: &yes, Expected: []string{"a"}, AlsoOK: []string{"x", "edition:jardins:2021"}}
	back := Question{Answerable: &yes, Expected: []string{"a"}, ClarifyOK: true}
	none := Question{Answerable: &no, Turns: []string{"41 %, c'est bien ?"}}
	noneAlso := Question{Answerable: &no, AlsoOK: []string{"x"}}
	abstained := answer.Answer{Kind: answer.Abstained, Reason: answer.NotMeasured}
	clarify := answer.Answer{Kind: answer.Clarify}
	near := func(text string) answer.Answer {
		value := 37.0
		f := &data.Finding{Figure: &figure.Figure{Wording: "37 % des jardiniers", Value: &value}}
		typed := &data.Finding{Figure: &figure.Figure{Wording: "41 %", Value: &value}}
		return answer.Answer{Kind: answer.Abstained, Text: text, Near: []answer.Choice{{Finding: f}, {Finding: typed}, {}}}
	}
	for _, test := range []struct {
		name string
		q    Question
		a    answer.Answer
		want Outcome
	}{
		{"one of the expected, first", one, found("b", "z"), Right},
		{"one of the expected, second", one, found("z", "b"), Wrong},
		{"none of the expected", one, found("z"), Wrong},
		{"abstained though published", one, abstained, Missed},
		{"asked back though published", one, clarify, Missed},
		{"greeted though published", one, answer.Answer{Kind: answer.Notice}, Missed},
		{"found nothing", one, found(), Wrong},
		{"either", either, found("b"), Right},
		{"all, in any order and with another", all, found("z", "c", "b"), Right},
		{"all but one", all, found("a", "b"), Wrong},
		{"only what is also right", also, found("edition:jardins:2021", "x"), Right},
		{"also right, beside another", also, found("x", "z"), Wrong},
		{"asking back is right too", back, clarify, Right},
		{"abstaining is not asking back", back, abstained, Missed},
		{"abstained, rightly", none, abstained, Right},
		{"asked back, rightly", none, clarify, Right},
		{"answered, falsely", none, found("a"), Invented},
		{"cited while abstaining", none, answer.Answer{Kind: answer.Abstained, Cited: found("a").Cited}, Invented},
		{"computed while abstaining", none, answer.Answer{Kind: answer.Abstained, Computed: []answer.Computed{{Text: "+3 points"}}}, Invented},
		{"also right without an answer", noneAlso, found("x"), Right},
		{"a neighbour, without its figure", none, near("Constat voisin : les jardiniers."), Right},
		{"a neighbour's figure", none, near("Constat voisin : 37 % des Jardiniers sèment."), Leaked},
		{"a neighbour's figure, inside another word", none, near("137 % des jardiniers"), Right},
		{"a figure that was typed", none, near("Je ne juge pas 41 %."), Right},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Judge(test.q, test.a); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestOffered counts, over what has an answer, what is answered and what is one
// click away; an offer beside what is false, or of something else, is neither.
func TestOffered(t *testing.T) {
	file, faults := Read("f.yaml", []byte(`
thresholds: {offered: 0.75}
questions:
  - {id: right, turns: [a], answerable: true, expected: [a]}
  - {id: near, turns: [offers a], answerable: true, expected: [b, "c|a"]}
  - {id: other, turns: [offers z], answerable: true, expected: [a]}
  - {id: wrong, turns: [z], answerable: true, expected: [a]}
  - {id: silent, turns: [offers z], answerable: false}
`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	r := Run(t.Context(), func(_ context.Context, m bot.Message) answer.Answer {
		if id, offers := strings.CutPrefix(m.Text, "offers "); offers {
			return answer.Answer{Kind: answer.Abstained, Near: []answer.Choice{{}, {Finding: &data.Finding{ID: id}}}}
		}
		return found(m.Text)
	}, nil, file)
	if want := (Count{2, 4}); r.Offered.Count != want {
		t.Errorf("offered %v, want %v", r.Offered.Count, want)
	}
	if want := []Miss{{Threshold{"offered", 0.75}, 0.5}}; !cmp.Equal(r.Missed, want) {
		t.Errorf("missed %v, want %v", r.Missed, want)
	}
}

func TestRun(t *testing.T) {
	file, faults := Read("f.yaml", []byte(`
thresholds: {wrong: 0.3, exact: 0.9, false: 0}
questions:
  - {id: right, turns: [bonjour, a], answerable: true, expected: [a], kind: figure}
  - {id: wrong, turns: [z], answerable: true, expected: ["a|b"], near: [z], kind: figure}
  - {id: missed, turns: [""], answerable: true, expected: [c], match: all, kind: who}
  - {id: false, turns: [a], answerable: false, kind: unanswerable, trap: year}
  - {id: silent, turns: [""], answerable: false, kind: unanswerable, trap: year}
`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	// It cites what the last turn names, and abstains when that is nothing; a
	// first turn must have been heard.
	handle := func(ctx context.Context, m bot.Message) answer.Answer {
		switch m.Text {
		case "bonjour":
			return answer.Answer{Kind: answer.Notice, State: "heard"}
		case "":
			return answer.Answer{Kind: answer.Abstained, Reason: answer.NothingFound}
		case "a":
			if m.State != "" && m.State != "heard" {
				t.Errorf("state %q", m.State)
			}
		}
		return found(m.Text)
	}
	r := Run(t.Context(), handle, &data.Library{Findings: []*data.Finding{{ID: "a"}, {ID: "b"}}}, file)
	type counts struct{ Exact, False, Wrong Count }
	if diff := cmp.Diff(counts{Count{1, 3}, Count{1, 2}, Count{2, 5}}, counts{r.Exact.Count, r.False.Count, r.Wrong.Count}); diff != "" {
		t.Errorf("measures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Group{
		{"figure", Count{1, 2}, Count{}, Count{1, 2}},
		{"unanswerable", Count{}, Count{1, 2}, Count{1, 2}},
		{"who", Count{0, 1}, Count{}, Count{0, 1}},
	}, r.Kinds); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Group{{"year", Count{}, Count{1, 2}, Count{1, 2}}}, r.Traps); diff != "" {
		t.Errorf("traps (-want +got):\n%s", diff)
	}
	var failures []string
	for _, f := range r.Failures {
		failures = append(failures, f.ID+" "+string(f.Outcome)+" "+strings.Join(f.Near, ","))
	}
	if diff := cmp.Diff([]string{"wrong wrong z", "missed missed ", "false false "}, failures); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"c"}, r.Unloaded); diff != "" {
		t.Errorf("unloaded (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Miss{
		{Threshold{"exact", 0.9}, 1.0 / 3}, {Threshold{"false", 0}, 0.5}, {Threshold{"wrong", 0.3}, 0.4},
	}, r.Missed); diff != "" {
		t.Errorf("missed thresholds (-want +got):\n%s", diff)
	}
}

func TestPercentile(t *testing.T) {
	var times []time.Duration
	for i := range 20 {
		times = append(times, time.Duration(i+1))
	}
	for _, test := range []struct {
		times []time.Duration
		p     int
		want  time.Duration
	}{{times, 50, 10}, {times, 95, 19}, {times, 100, 20}, {times[:1], 50, 1}, {times[:1], 95, 1}, {nil, 95, 0}} {
		if got := percentile(test.times, test.p); got != test.want {
			t.Errorf("percentile %d of %d: %d, want %d", test.p, len(test.times), got, test.want)
		}
	}
}

func TestReadFaults(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"not YAML", "questions:\n\t- id: x", "f.yaml:2: le fichier ne se lit pas comme du YAML"},
		{"not a mapping", "- id: x", "f.yaml:1: un fichier de questions"},
		{"empty", "", "f.yaml:1: un fichier de questions"},
		{"no question", "questions: []", "f.yaml:1: le fichier ne contient aucune question"},
		{"unknown key", "question: []", "f.yaml:1: la clé « question » est inconnue"},
		{"unknown threshold", "thresholds: {exakt: 1}\nquestions: []", "f.yaml:1: le seuil « exakt » est inconnu"},
		{"threshold in percent", "thresholds: {exact: 97}\nquestions: []", "f.yaml:1: le seuil « exact » va de 0 à 1"},
		{"threshold of words", "thresholds: {exact: tout}\nquestions: []", "f.yaml:1: « thresholds » s'écrit"},
		{"no id", "questions:\n- {turns: [a], answerable: false}", "f.yaml:2: la question doit avoir un « id »"},
		{"twice", "questions:\n- {id: a, turns: [a], answerable: false}\n- {id: a, turns: [a], answerable: false}", "f.yaml:3: a: cet « id » est déjà"},
		{"no turn", "questions:\n- {id: a, answerable: false}", "f.yaml:2: a: la question doit avoir au moins un tour"},
		{"a key near the one that lacks", "questions:\n- {id: a, turnes: [a], answerable: false}", "f.yaml:2: a: la question doit avoir au moins un tour dans « turns » (« turns », et non « turnes »)."},
		{"turns are not a list", "questions:\n- {id: a, turns: {b: c}, answerable: false}", "f.yaml:2: a: la question ne se lit pas"},
		{"answerable unsaid", "questions:\n- {id: a, turns: [a]}", "f.yaml:2: a: « answerable » doit dire"},
		{"nothing expected", "questions:\n- {id: a, turns: [a], answerable: true}", "f.yaml:2: a: une question qui a une réponse"},
		{"something expected", "questions:\n- {id: a, turns: [a], answerable: false, expected: [b]}", "f.yaml:2: a: une question sans réponse"},
		{"match", "questions:\n- {id: a, turns: [a], answerable: true, expected: [b], match: some}", "f.yaml:2: a: « match » est any ou all"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, faults := Read("f.yaml", []byte(test.src))
			if f != nil || !strings.HasPrefix(faults.Error(), test.want) {
				t.Errorf("got %q, want %q", faults.Error(), test.want)
			}
		})
	}
}

// TestUnknown names the expected findings that nobody published, as faults
// where they make an answer impossible.
func TestUnknown(t *testing.T) {
	library := &data.Library{Findings: []*data.Finding{{ID: "j1-01"}}}
	for _, test := range []struct{ name, questions, want string }{
		{"published", "{id: a, turns: [a], answerable: true, expected: [j1-01]}", ""},
		{"no such finding", "{id: a, turns: [a], answerable: true, expected: [j9-01]}", "f.yaml:2: a: « j9-01 » est attendu, et n'existe dans aucune édition."},
		{"one of two", "{id: a, turns: [a], answerable: true, expected: [j9-01, j1-01]}", "f.yaml:2: a: avertissement : « j9-01 » est attendu, et n'existe dans aucune édition."},
		{"both", "{id: a, turns: [a], answerable: true, match: all, expected: [j9-01, j1-01]}", "f.yaml:2: a: « j9-01 » est attendu, et n'existe dans aucune édition."},
		{"either", "{id: a, turns: [a], answerable: true, match: all, expected: [j9-01|j1-01]}", "f.yaml:2: a: avertissement : « j9-01 » est attendu, et n'existe dans aucune édition."},
		{"thresholds", "{id: a, turns: [a], answerable: true, expected: [j9-01]}\nthresholds: {exact: 0.5}", "f.yaml:2: a: avertissement : « j9-01 » est attendu, et n'existe dans aucune édition."},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, faults := Read("f.yaml", []byte("questions:\n- "+test.questions))
			if faults != nil {
				t.Fatal(faults)
			}
			if got := f.Unknown(library).Error(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
