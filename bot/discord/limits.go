package discord

import "time"

// What Discord takes, counted in code points unless it says otherwise.
const (
	// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
	maxContent     = 2000
	maxTitle       = 256
	maxAuthor      = 256
	maxDescription = 4096
	maxFields      = 25
	maxFieldName   = 256
	maxFieldValue  = 1024
	maxFooter      = 2048
	maxEmbeds      = 6000 // all texts of all embeds of one message
	// https://discord.com/developers/docs/resources/message#embed-object
	maxURL = 2048
	// https://discord.com/developers/docs/components/reference#action-row
	maxRows    = 5
	maxButtons = 5 // in a row
	// https://discord.com/developers/docs/components/reference#button
	maxLabel    = 80
	maxCustomID = 100
	// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
	maxChoices = 25
	maxChoice  = 100
	// https://discord.com/developers/docs/resources/message#create-message
	maxNonce = 25
)

const (
	// prompt is how long an interaction may wait for its answer before it is
	// deferred. Discord gives up after 3 seconds, network included.
	// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
	prompt = 1500 * time.Millisecond
	// requestTimeout bounds one request to Discord.
	requestTimeout = 10 * time.Second
)
