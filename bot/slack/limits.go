package slack

import "time"

// Slack's limits, in code points unless it is said otherwise. A change of one
// is a change of its page.
const (
	// https://docs.slack.dev/reference/block-kit/blocks
	maxBlocks = 50
	// https://docs.slack.dev/reference/block-kit/blocks/header-block
	maxHeader = 150
	// https://docs.slack.dev/reference/block-kit/blocks/section-block
	maxSection = 3000
	maxFields  = 10
	maxField   = 2000
	// https://docs.slack.dev/reference/block-kit/blocks/context-block
	maxElements = 10
	// https://docs.slack.dev/reference/block-kit/blocks/actions-block
	maxActions = 25
	// https://docs.slack.dev/reference/block-kit/block-elements/button-element
	maxLabel = 75
	maxValue = 2000
	maxURL   = 3000
	// shownLabel is how much of a button's text Slack's clients are sure to
	// show, by the same page. A longer one is written beside its button.
	shownLabel = 30
	// advisedText is what Slack advises for the text of a message, and maxText
	// what it cuts at.
	// https://docs.slack.dev/reference/methods/chat.postMessage#truncating
	advisedText = 4000
	maxText     = 40000
	// maxShown bounds all texts of a message's blocks. Slack publishes no sum
	// for ordinary blocks (its error is msg_blocks_too_long): this is the one
	// that it gives for markdown blocks.
	// https://docs.slack.dev/reference/block-kit/blocks/markdown-block
	maxShown = 12000
)

// What the parts of an answer may take, so that those which are always kept
// fit together in every limit above.
const (
	maxLead      = 1000
	maxFigure    = 500
	maxStatement = 1000
	maxAttribute = 200 // the value of a field
	maxSource    = 600 // without its address
	maxLine      = 600
	maxRow       = 150  // the label beside a button
	maxOpening   = 1500 // what the program says before an answer
	maxNotice    = 8000 // and what it says instead of one: within maxText even when every sign is escaped by five
)

const (
	// requestTimeout bounds one request to Slack.
	requestTimeout = 10 * time.Second
	// postEvery is the least time between two messages in one channel.
	// https://docs.slack.dev/apis/web-api/rate-limits
	postEvery = time.Second
	// historyLimit is how many messages are read back: what Slack gives at
	// once to any application.
	// https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
	historyLimit = 15
	// clients is how many sockets are open: while one is renewed, the other
	// receives. Slack allows 10.
	// https://docs.slack.dev/apis/events-api/using-socket-mode
	clients = 2
	// ackWait bounds the hand-over of an acknowledgement: Slack waits 3 s.
	ackWait = 3 * time.Second
	// maxMessage bounds what is read of a socket at once.
	maxMessage = 1 << 20
	// firstPause and lastPause bound the wait before a client that stopped is
	// started again, doubled each time.
	firstPause = time.Second
	lastPause  = time.Minute
	// asideWait bounds what is posted beside the desk.
	asideWait = 20 * time.Second
	// maxAside is how many posts beside the desk may be open: who is told that
	// the desk is full must not fill the memory.
	maxAside = 64
	// drainWait bounds the drain: longer than the desk gives to one event.
	drainWait = 3 * time.Minute
	// remembered is how many channels and people are kept in memory.
	remembered = 4096
)
