package question

import (
	"errors"
	"strings"
)

// A State is what a follow-up needs to know of the answer it continues. It
// rides in the buttons of the bot's own messages.
type State struct {
	Finding string // the first cited, or the nearest
}

// stateVersion opens every state string: another version is not understood.
const stateVersion = "1"

// maxState keeps a state within a Discord custom_id (100) with a prefix.
const maxState = 90

var errState = errors.New("question: not a state of this version")

// String returns the state as it is carried.
func (s State) String() string {
	if s.Finding == "" {
		return ""
	}
	return stateVersion + "|" + s.Finding
}

// ParseState reads a carried state. The error is always the same: a state is
// understood, or it is not.
func ParseState(text string) (State, error) {
	version, finding, ok := strings.Cut(text, "|")
	if !ok || version != stateVersion || finding == "" || len(text) > maxState || strings.Contains(finding, "|") {
		return State{}, errState
	}
	return State{Finding: finding}, nil
}
