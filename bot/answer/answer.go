// Package answer decides what can honestly be said of a question, and says
// it. An abstention is an Answer too.
package answer

import (
	"fmt"

	"constat/bot/question"
	"constat/data"
)

// An Answer is everything the bot can say to one message.
type Answer struct {
	Kind       Kind
	Reason     Reason        // why Kind is Abstained
	Verdict    Verdict       // on a claim
	Text       string        // the whole answer as plain French text: lines, no markup; see View for its parts
	Cited      []Citation    // exactly what Text states, best first; empty unless Kind is Found
	Computed   []Computed    // labelled arithmetic
	Asked      []string      // numbers of the person's own message that Text shows as theirs
	Notes      []string      // reading precautions, already part of Text
	Told       *data.Finding // what an abstention tells although it has no figure
	Near       []Choice      // neighbours that an abstention offers, without their figures
	Choices    []Choice      // 2 to 4 readings of a Clarify
	FollowUps  []Choice      // offered next steps
	State      string        // what a follow-up needs, at most 90 bytes
	Understood Understood
	Version    string // of the library that answered

	loose   bool          // what is Near is not on the subject of the question
	view    View          // what Text is made of
	library *data.Library // that it was composed from
	allowed numbers       // what its texts may state: see Gate
}

// Kind says what sort of answer it is.
type Kind string

// The kinds of an answer.
const (
	Found     Kind = "found"
	Clarify   Kind = "clarify"
	Abstained Kind = "abstained"
	Notice    Kind = "notice"
)

// Reason says why the bot does not answer.
type Reason string

// The reasons of an abstention.
const (
	NothingFound    Reason = "nothing_found"
	NotMeasured     Reason = "not_measured"
	OtherPopulation Reason = "other_population"
	OtherEdition    Reason = "other_edition"
	OtherStatus     Reason = "other_status"
	Opinion         Reason = "opinion"
	Prediction      Reason = "prediction"
	OffTopic        Reason = "off_topic"
	Empty           Reason = "empty"
)

// Verdict is what the findings say of a claim.
type Verdict string

// The verdicts on a claim.
const (
	Confirmed Verdict = "conforme"
	Different Verdict = "différent"
	Undecided Verdict = "indécidable"
	Unknown   Verdict = "introuvable" // comes with Abstained
)

// A Citation is a finding, or what the edition file itself says.
type Citation struct {
	Finding *data.Finding // nil when the edition itself is cited
	Edition *data.Edition
	About   question.About // what of the edition is cited, when Finding is nil

	said    string // what is told of the edition, when Finding is nil
	sources []*data.Source
}

// ID is the finding's id, or "edition:SERIE:YEAR" ("edition:SERIE" when the
// edition has no year).
func (c Citation) ID() string {
	switch {
	case c.Finding != nil:
		return c.Finding.ID
	case c.Edition.Year != 0:
		return fmt.Sprintf("edition:%s:%d", c.Edition.Series, c.Edition.Year)
	}
	return "edition:" + c.Edition.Series
}

// Sources are the finding's, or the edition's, the first being the one quoted.
// The slice belongs to the library.
func (c Citation) Sources() []*data.Source {
	if c.Finding != nil {
		return c.Finding.Sources
	}
	return c.sources
}

// A Choice is a reading that is offered, with the state that asks for it.
type Choice struct {
	Finding *data.Finding // nil when it is not one finding
	Label   string        // what a button says: no figure, at most 75 code points, one of its kind in an answer
	State   string        // what a click gives back, with an empty message

	long    string // Label in full, as a line of the text shows it
	sources bool   // to show where the finding is printed
}

// Computed is labelled arithmetic and the findings it stands on.
type Computed struct {
	Text     string   `json:"text"`
	Operands []string `json:"operands"`
}

// Understood restates the question's frame.
type Understood struct {
	Wants       string   `json:"wants"`
	Indicator   string   `json:"indicator"`
	Populations []string `json:"populations"`
	Editions    []int    `json:"editions"`
	Status      string   `json:"status"`
}
