// Package chat is what Slack and Discord share: what comes in from them, what
// goes out, and everything between that is not the clothes of one platform. A
// transport verifies, acknowledges and decodes a delivery into an Event, gives
// it to the Desk, and posts the Reply.
package chat

import (
	"context"

	"constat/bot/answer"
)

// An Event is one thing that a person did, decoded from any platform.
type Event struct {
	// Keys identify the delivery: the platform's own id, and what makes two
	// deliveries one ("channel/timestamp"). An event one of whose keys was seen
	// in the last ten minutes is a duplicate.
	Keys []string
	Verb Verb
	Text string // what the person typed; empty for a button
	// Value is what a button carries, most often a state; for Ask the state of
	// the answer that the message continues, empty when there is none.
	Value string
	// Before fetches the state that a message continues when the desk does not
	// remember its place; nil when the platform has no way. It is called at
	// most once, from the goroutine that answers.
	Before func(context.Context) string
	// Groups fetches the user groups that the person is in, as CONSTAT_ADMINS
	// writes them ("slack:T1/S9"); nil when the platform has none. It is called
	// only for what administrators alone may do.
	Groups  func(context.Context) []string
	From    Person
	Place   Place
	Private bool   // only the person sees the reply: it may be shared
	Message string // id of the message whose button was pressed
}

// A Verb says what an Event asks for. It is one letter, so that a verb, a bar
// and a state fit a Discord custom_id.
type Verb string

// The verbs.
const (
	Ask      Verb = "q" // a question in words
	Pick     Verb = "f" // a choice, a neighbour or a next step: Value is its state
	Cite     Verb = "c" // the citation to paste: Value is the answer's state
	Share    Verb = "p" // the answer, shown to the whole channel: Value is its state
	Report   Verb = "s" // something is wrong with a finding: Value is its id
	Reason   Verb = "r" // what is wrong: Value is a reason's letter and the id
	Welcome  Verb = "w" // the first contact: what can be asked
	Admin    Verb = "a" // a command of administrators: Text is état, publier or revenir
	Confirm  Verb = "o" // publish what was shown: Value is the plan
	Return   Verb = "v" // go back to a version: Value is the version
	Approve  Verb = "b" // agree to what another administrator proposed: Value is its version
	Withdraw Verb = "n" // publish nothing, or drop a proposal: Value is its version
)

// A Person is who did something. Nothing of it is ever journalled but an
// administrator's act.
type Person struct {
	ID   string // as CONSTAT_ADMINS writes it: "slack:T1/U1", "discord:42"
	Name string // shown when the person shares an answer; may be empty
}

// A Place is where a conversation goes on: a thread, a direct message. Events
// of one place are answered in the order they came; those without a place wait
// for nothing.
type Place string

// A Reply is what a transport shows. Nothing in it is markup: the renderer
// escapes every text.
type Reply struct {
	Notice  string        // what the program itself says, before the answer: lines of text
	Answer  answer.Answer // its Kind is empty when the Notice says all
	Buttons []Button      // the most useful first
	Public  bool          // for the whole channel, because By shared it
	By      Person

	undo func() // takes back what the reply was to do, when it was not delivered
}

// A Button is a next step. Verb and Value come back when it is pressed.
type Button struct {
	Label string // at most 75 code points
	Verb  Verb
	Value string // at most 90 bytes
	Main  bool   // the step that is expected
}
