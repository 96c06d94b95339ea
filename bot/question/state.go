package question

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"constat/data"
	"constat/data/lexicon"
)

// A State is what a follow-up needs to know of the answer it continues. It
// rides in the buttons of the bot's own messages, and no program keeps it. The
// findings carry the subject; the slots are those that the person named.
type State struct {
	Findings []string // the first cited, or those offered, best first
	Offered  bool     // they were offered by name: nothing was said of them yet
	Wants    Wants
	About    About
	Who      []string // ids of groups
	Years    []int
	Horizon  int
	Stage    lexicon.Stage
	Negative bool
}

// A state is version|findings|slots, such as
// "1|e2-04|ws,pintercommunalite,s1". Lists are joined by "+".
const (
	stateVersion = "1"
	// maxState keeps a state within a Discord custom_id (100) with a prefix:
	// https://discord.com/developers/docs/components/reference
	maxState = 90
)

// The letters of the wishes and aspects that are carried.
var (
	wantsLetters = map[Wants]string{Share: "s", Number: "n", Amount: "a", Date: "d", Place: "l", Person: "p", Reason: "r", Check: "c", Conflict: "x", Overview: "o", Statement: "t", Which: "q", List: "i"}
	aboutLetters = map[About]string{Publisher: "p", Presentation: "s", Sample: "n", Respondents: "r", Fieldwork: "f", Scope: "c"}
)

var errState = errors.New("question: not a state of this version")

// String returns the state as it is carried, at most maxState bytes: what does
// not fit is left out, the last offered first.
func (s State) String() string {
	if len(s.Findings) == 0 && s.About == "" {
		return ""
	}
	for {
		text := stateVersion + "|" + strings.Join(s.Findings, "+") + "|" + s.slots()
		switch {
		case len(text) <= maxState:
			return text
		case len(s.Findings) > 1:
			s.Findings = s.Findings[:len(s.Findings)-1]
		default:
			s.Who = nil
			if len(s.Findings) == 0 {
				return ""
			}
			if len(s.slots()) == 0 || len(s.Years) == 0 {
				return stateVersion + "|" + s.Findings[0] + "|"
			}
			s.Years = s.Years[:len(s.Years)-1]
		}
	}
}

func (s State) slots() string {
	var slots []string
	add := func(letter, value string) {
		if value != "" && value != "0" {
			slots = append(slots, letter+value)
		}
	}
	if s.Offered {
		slots = append(slots, "o")
	}
	add("w", wantsLetters[s.Wants])
	add("a", aboutLetters[s.About])
	add("p", strings.Join(s.Who, "+"))
	var years []string
	for _, y := range s.Years {
		years = append(years, strconv.Itoa(y))
	}
	add("y", strings.Join(years, "+"))
	add("h", strconv.Itoa(s.Horizon))
	add("s", strconv.Itoa(int(s.Stage)))
	if s.Negative {
		slots = append(slots, "n")
	}
	return strings.Join(slots, ",")
}

// ParseState reads a carried state and holds it against a library: a finding
// or a group that it does not know is an error, never a guess. The error is
// always the same one.
func ParseState(l *data.Library, text string) (State, error) {
	var s State
	parts := strings.Split(text, "|")
	if len(text) > maxState || len(parts) < 2 || len(parts) > 3 || parts[0] != stateVersion {
		return State{}, errState
	}
	if parts[1] != "" {
		s.Findings = strings.Split(parts[1], "+")
	}
	for _, id := range s.Findings {
		if _, known := l.Finding(id); !known {
			return State{}, errState
		}
	}
	if len(parts) == 3 && parts[2] != "" {
		for _, slot := range strings.Split(parts[2], ",") {
			if slot == "" || !s.read(l, slot[:1], slot[1:]) {
				return State{}, errState
			}
		}
	}
	if len(s.Findings) == 0 && s.About == "" {
		return State{}, errState
	}
	return s, nil
}

// read sets one slot; false when it is not one that this version writes.
func (s *State) read(l *data.Library, letter, value string) bool {
	switch letter {
	case "o":
		s.Offered = true
		return value == ""
	case "n":
		s.Negative = true
		return value == ""
	case "w":
		s.Wants = keyOf(wantsLetters, value)
		return s.Wants != ""
	case "a":
		s.About = keyOf(aboutLetters, value)
		return s.About != ""
	case "p":
		s.Who = strings.Split(value, "+")
		return !slices.ContainsFunc(s.Who, func(id string) bool { return !l.Lexicon.Has(id) })
	case "y":
		for _, y := range strings.Split(value, "+") {
			n, ok := year(y)
			if !ok {
				return false
			}
			s.Years = append(s.Years, n)
		}
		return true
	case "h":
		n, ok := year(value)
		s.Horizon = n
		return ok
	case "s":
		n, err := strconv.Atoi(value)
		s.Stage = lexicon.Stage(n)
		return err == nil && n > 0 && s.Stage <= lexicon.Adopted|lexicon.UnderWay|lexicon.Planned
	}
	return false
}

func year(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && len(text) == 4 && n >= 1000
}

func keyOf[K ~string](m map[K]string, value string) K {
	for k, v := range m {
		if v == value {
			return k
		}
	}
	return ""
}
