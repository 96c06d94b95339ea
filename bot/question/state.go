package question

import (
	"errors"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"constat/data/lexicon"
)

// A State is what a follow-up needs to know of the answer it continues. It
// rides in the buttons of the bot's own messages, and no program keeps it. The
// findings carry the subject; the slots are those that the person named.
//
// A button carries the state of one finding that is Offered, and a click is
// that state with an empty message: it shows the finding, and the conversation
// goes on from there as if the person had asked for it in words.
type State struct {
	Findings []string // the first cited, or those offered, best first
	Offered  bool     // they were offered by name: nothing was said of them yet
	Near     bool     // they were offered as neighbours, that do not answer what was asked
	Loose    bool     // they are about something else too: nothing goes on from them
	Subject  string   // the finding that the conversation is about, when it is not the first
	Sources  bool     // offered to show where the first is printed
	Wants    Wants
	About    About
	Who      lexicon.Population
	Years    []int
	Rank     int
	Horizon  int
	Stage    lexicon.Stage
	Negative bool
	Opinion  bool
}

// A state is version|findings|slots|check, such as
// "1|e2-04|ws,pintercommunalite,s1|k2f". Lists are joined by "+".
const (
	stateVersion = "1"
	// maxState keeps a state within a Discord custom_id (100) with a prefix:
	// https://discord.com/developers/docs/components/reference
	maxState = 90
	// checkLength is how many letters at the end of a state hold the others
	// together: a state that lost its last slots would answer another question.
	checkLength = 3
	// separators stand in no id that a state carries.
	separators = "|,+"
)

// The letters of the wishes and aspects that are carried.
var (
	wantsLetters = map[Wants]string{Share: "s", Number: "n", Amount: "a", Date: "d", Place: "l", Person: "p", Reason: "r", Check: "c", Conflict: "x", Overview: "o", Statement: "t", Which: "q", List: "i"}
	aboutLetters = map[About]string{Publisher: "p", Presentation: "s", Sample: "n", Respondents: "r", Fieldwork: "f", Scope: "c", Definition: "d"}
)

var errState = errors.New("question: not a state of this version")

// String returns the state as it is carried, at most maxState bytes: what does
// not fit is left out, the last offered first. When the slots do not fit
// beside one finding, the state says that they are those of the finding. It is
// empty when there is nothing to go on from.
func (s State) String() string {
	if s.empty() {
		return ""
	}
	slots := s.slots()
	if slices.ContainsFunc(s.Who.Groups, func(id string) bool { return strings.ContainsAny(id, separators) }) {
		slots = s.own()
	}
	for n := len(s.Findings); n >= min(1, len(s.Findings)); n-- {
		if text := join(s.Findings[:n], slots); len(text) <= maxState {
			return text
		}
		if n == 0 {
			return ""
		}
	}
	if text := join(s.Findings[:1], s.own()); len(text) <= maxState {
		return text
	}
	return ""
}

// empty reports that there is nothing to go on from.
func (s State) empty() bool { return len(s.Findings) == 0 && s.About == "" && s.Subject == "" }

func join(findings []string, slots string) string {
	text := stateVersion + "|" + strings.Join(findings, "+") + "|" + slots
	return text + "|" + check(text)
}

// check sums a state up in checkLength digits of base 36. It tells states that
// were cut or mistyped, not forged ones: those say nothing that is not
// published.
func check(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	digits := strconv.FormatUint(uint64(h.Sum32()), 36)
	return digits[max(0, len(digits)-checkLength):]
}

// own are the slots of a state whose frame is that of its finding.
func (s State) own() string {
	return strings.TrimPrefix(State{Offered: s.Offered, Near: s.Near, Loose: s.Loose, Sources: s.Sources, Wants: s.Wants}.slots()+",f", ",")
}

func (s State) slots() string {
	var slots []string
	add := func(letter, value string) {
		if value != "" && value != "0" {
			slots = append(slots, letter+value)
		}
	}
	flag := func(letter string, set bool) {
		if set {
			slots = append(slots, letter)
		}
	}
	flag("o", s.Offered)
	flag("m", s.Near)
	flag("l", s.Loose)
	add("b", s.Subject)
	flag("u", s.Sources)
	add("w", wantsLetters[s.Wants])
	add("a", aboutLetters[s.About])
	add("p", strings.Join(s.Who.Groups, "+"))
	if size := s.Who.Size; size != (lexicon.Size{}) {
		add("z", bound(size.Low)+"+"+bound(size.High))
	}
	var years []string
	for _, y := range s.Years {
		years = append(years, strconv.Itoa(y))
	}
	add("y", strings.Join(years, "+"))
	add("k", strconv.Itoa(s.Rank))
	add("h", strconv.Itoa(s.Horizon))
	add("s", strconv.Itoa(int(s.Stage)))
	flag("n", s.Negative)
	flag("v", s.Opinion)
	return strings.Join(slots, ",")
}

// bound writes a number of inhabitants; none is empty.
func bound(n float64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
