package question

import (
	"slices"
	"strconv"
	"strings"

	"constat/data"
	"constat/data/lexicon"
)

// ParseState reads a carried state and holds it against a library: a finding
// or a group that it does not know is an error, never a guess. The error is
// always the same one.
func ParseState(l *data.Library, text string) (State, error) {
	var s State
	end := strings.LastIndexByte(text, '|')
	if len(text) > maxState || end < 0 || text[end+1:] != check(text[:end]) {
		return State{}, errState
	}
	parts := strings.Split(text[:end], "|")
	if len(parts) != 3 || parts[0] != stateVersion {
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
	if parts[2] != "" {
		for _, slot := range strings.Split(parts[2], ",") {
			if slot == "" || !s.read(l, slot[:1], slot[1:]) {
				return State{}, errState
			}
		}
	}
	if s.empty() {
		return State{}, errState
	}
	return s, nil
}

// read sets one slot; false when it is not one that this version writes.
func (s *State) read(l *data.Library, letter, value string) bool {
	flag := func(set *bool) bool {
		again := *set
		*set = true
		return value == "" && !again
	}
	var err error
	switch letter {
	case "o":
		return flag(&s.Offered)
	case "u":
		return flag(&s.Sources)
	case "m":
		return flag(&s.Near)
	case "l":
		return flag(&s.Loose)
	case "b":
		s.Subject = value
		_, known := l.Finding(value)
		return known
	case "n":
		return flag(&s.Negative)
	case "v":
		return flag(&s.Opinion)
	case "f":
		return value == "" && len(s.Findings) > 0 && s.frame(l)
	case "w":
		s.Wants = keyOf(wantsLetters, value)
		return s.Wants != ""
	case "a":
		s.About = keyOf(aboutLetters, value)
		return s.About != ""
	case "p":
		s.Who.Groups = strings.Split(value, "+")
		return !slices.ContainsFunc(s.Who.Groups, func(id string) bool { return !l.Lexicon.Has(id) })
	case "z":
		low, high, _ := strings.Cut(value, "+")
		var ok, okToo bool
		s.Who.Size.Low, ok = inhabitants(low)
		s.Who.Size.High, okToo = inhabitants(high)
		return ok && okToo && s.Who.Size != lexicon.Size{}
	case "y":
		for _, y := range strings.Split(value, "+") {
			n, ok := year(y)
			if !ok {
				return false
			}
			s.Years = append(s.Years, n)
		}
		return true
	case "k":
		s.Rank, err = strconv.Atoi(value)
		return err == nil && (s.Rank > 0 || s.Rank == lexicon.Latest)
	case "h":
		n, ok := year(value)
		s.Horizon = n
		return ok
	case "s":
		n, err := strconv.Atoi(value)
		s.Stage = lexicon.Stage(n)
		return err == nil && n > 0 && n <= int(lexicon.Adopted|lexicon.UnderWay|lexicon.Planned)
	}
	return false
}

// frame takes the slots of the first finding for those of the state.
func (s *State) frame(l *data.Library) bool {
	f, ok := l.Finding(s.Findings[0])
	if ok {
		s.Who, s.Years, s.Stage, s.Negative = f.Who, f.About(), data.Stages[f.Status], f.Denies
	}
	return ok
}

// inhabitants reads a bound of a size class; an empty one is none.
func inhabitants(text string) (float64, bool) {
	if text == "" {
		return 0, true
	}
	n, err := strconv.ParseUint(text, 10, 32)
	return float64(n), err == nil && n > 0
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
