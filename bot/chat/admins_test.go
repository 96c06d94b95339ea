package chat

import (
	"context"
	"strings"
	"testing"
)

func TestReadAdmins(t *testing.T) {
	for list, wrong := range map[string]string{
		"":                                       "",
		"slack:T1/U1":                            "",
		" slack:T1/U1 ,discord:42, slack:E1/W2,": "",
		"U1":                                     "« U1 »",
		"slack:U1":                               "« slack:U1 »",
		"slack:T1/C1":                            "« slack:T1/C1 »",
		"discord:marie":                          "« discord:marie »",
		"discord:42,everyone":                    "« everyone »",
	} {
		_, err := ReadAdmins(list)
		if wrong == "" && err != nil || wrong != "" && (err == nil || !strings.Contains(err.Error(), wrong)) {
			t.Errorf("%q: error %v, want one that names %q", list, err, wrong)
		}
	}
}

func TestAllow(t *testing.T) {
	asked := 0
	in := func(ids ...string) func(context.Context) []string {
		return func(context.Context) []string { asked++; return ids }
	}
	for _, c := range []struct {
		list  string
		event Event
		want  bool
	}{
		{"", Event{From: Person{ID: "slack:T1/U1"}}, false},
		{"", Event{}, false},
		{"slack:T1/U1", Event{From: Person{ID: "slack:T1/U1"}}, true},
		{"slack:T1/U1", Event{From: Person{ID: "slack:T2/U1"}}, false},
		{"slack:T1/U1", Event{From: Person{ID: "slack:T1/U2"}, Groups: in("slack:T1/U1")}, false},
		{"slack:T1/S9", Event{From: Person{ID: "slack:T1/U2"}, Groups: in("slack:T1/S1", "slack:T1/S9")}, true},
		{"slack:T1/S9", Event{From: Person{ID: "slack:T1/U2"}, Groups: in("slack:T1/S1", "slack:T2/S9")}, false},
		{"slack:T1/S9", Event{From: Person{ID: "slack:T1/S9"}}, true}, // no person has such an id
		{"discord:42", Event{From: Person{ID: "discord:42"}}, true},
		{"discord:42", Event{From: Person{ID: "discord:421"}}, false},
	} {
		a, err := ReadAdmins(c.list)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Allow(t.Context(), c.event); got != c.want {
			t.Errorf("list %q, %+v: %v, want %v", c.list, c.event.From, got, c.want)
		}
	}
	if asked != 2 {
		t.Errorf("groups looked up %d times, want 2: only when the list names one", asked)
	}
}
