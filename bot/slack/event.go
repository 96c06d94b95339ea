package slack

import (
	"encoding/json"
	"errors"
	"html"
	"regexp"
	"strings"

	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// A delivery is what Slack delivered: what a person did, and where the reply
// goes.
type delivery struct {
	chat.Event
	to address
}

// An address is where a reply goes.
type address struct {
	channel  string
	thread   string // the first message of the thread; empty outside one
	user     string
	bot      string // user id of the bot there; empty when not told
	response string // response_url; empty for an event
	only     bool   // the reply is for the user alone
	replace  bool   // the reply takes the place of the message that was clicked
	first    bool   // only when nothing was said in the channel yet
	resumes  bool   // something may have been said before, there
}

// errIgnored means that a delivery is right, and not for us.
var errIgnored = errors.New("slack: not for us")

// The kinds of a delivery, as a socket names them.
const (
	kindEvent   = "events_api"
	kindCommand = "slash_commands"
	kindClick   = "interactive"
)

// decode reads what a socket carries, and what HTTP carries as JSON. It never
// fails for what it does not use: slack-go's own parser gives up a whole
// message for one block that it does not know, and the person would get no
// answer.
func decode(kind string, payload []byte) (delivery, error) {
	switch kind {
	case kindEvent:
		return decodeEvent(payload)
	case kindCommand:
		var c slack.SlashCommand
		if err := json.Unmarshal(payload, &c); err != nil {
			return delivery{}, err
		}
		return decodeCommand(c), nil
	case kindClick:
		return decodeClick(payload)
	}
	return delivery{}, errIgnored
}

// callback is the part of an event that is used.
// https://docs.slack.dev/apis/events-api
type callback struct {
	TeamID         string                     `json:"team_id"`
	EventID        string                     `json:"event_id"`
	Authorizations []slack.EventAuthorization `json:"authorizations"`
	Event          struct {
		Type        string          `json:"type"`
		SubType     string          `json:"subtype"`
		User        string          `json:"user"`
		BotID       string          `json:"bot_id"`
		Text        string          `json:"text"`
		TS          string          `json:"ts"`
		ThreadTS    string          `json:"thread_ts"`
		Channel     string          `json:"channel"`
		ChannelType string          `json:"channel_type"`
		Tab         string          `json:"tab"`
		Edited      json.RawMessage `json:"edited"`
		// AppContext comes with direct messages of applications in agent view,
		// where each message begins a thread.
		// https://docs.slack.dev/ai/migrating-to-agent-messaging
		AppContext json.RawMessage `json:"app_context"`
	} `json:"event"`
}

func decodeEvent(payload []byte) (delivery, error) {
	var c callback
	if err := json.Unmarshal(payload, &c); err != nil {
		return delivery{}, err
	}
	e := c.Event
	d := delivery{to: address{channel: e.Channel, thread: e.ThreadTS, user: e.User}}
	if len(c.Authorizations) > 0 && c.Authorizations[0].IsBot {
		d.to.bot = c.Authorizations[0].UserID
	}
	d.From.ID = personID(c.TeamID, e.User)
	d.Keys = keys(c.EventID)
	if e.Type == "app_home_opened" && e.Tab == "messages" && e.User != "" {
		d.Verb, d.to.first = chat.Welcome, true
		d.Place = place(c.TeamID, e.Channel, "")
		return d, nil
	}
	direct := e.ChannelType == "im"
	mentioned := e.Type == "app_mention" || e.Type == "message" && d.to.bot != "" && strings.Contains(e.Text, "<@"+d.to.bot+">")
	switch {
	case !mentioned && !(e.Type == "message" && direct),
		e.BotID != "" || e.User == "" || e.User == d.to.bot || e.User == "USLACKBOT",
		e.SubType != "" && e.SubType != "file_share" && e.SubType != "thread_broadcast",
		len(e.Edited) > 0 || e.Channel == "" || e.TS == "":
		return delivery{}, errIgnored
	}
	// A mention may come as app_mention and as message: it is one message.
	d.Keys = append(d.Keys, keys(e.Channel+"/"+e.TS)...)
	d.Verb, d.Text = chat.Ask, plain(e.Text, d.to.bot)
	d.to.resumes = direct || e.ThreadTS != ""
	if d.to.thread == "" && (!direct || len(e.AppContext) > 0) {
		d.to.thread = e.TS
	}
	d.Place = place(c.TeamID, e.Channel, d.to.thread)
	return d, nil
}

// decodeCommand reads a slash command. What it asks is answered to the person
// alone.
// https://docs.slack.dev/interactivity/implementing-slash-commands
func decodeCommand(c slack.SlashCommand) delivery {
	d := delivery{to: address{channel: c.ChannelID, user: c.UserID, response: c.ResponseURL, only: true}}
	d.Verb, d.Text, d.Private = chat.Ask, plain(c.Text, ""), true
	if c.Command == adminCommand {
		d.Verb = chat.Admin
	}
	d.Keys = keys(c.TriggerID)
	d.From = chat.Person{ID: personID(first(c.TeamID, c.EnterpriseID), c.UserID), Name: c.UserName}
	return d
}

// isDirect tells a conversation of two from a channel.
func isDirect(channel string) bool { return strings.HasPrefix(channel, "D") }

// keys are those of a delivery among those of all platforms.
func keys(id string) []string {
	if id == "" {
		return nil
	}
	return []string{"slack/" + id}
}

func personID(team, user string) string { return "slack:" + team + "/" + user }

func place(team, channel, thread string) chat.Place {
	return chat.Place(strings.TrimSuffix("slack/"+team+"/"+channel+"/"+thread, "/"))
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// reference is what Slack writes between angle brackets: a person, a channel,
// a special mention or a link, each with a label or without.
// https://docs.slack.dev/messaging/formatting-message-text
var reference = regexp.MustCompile(`<([@#!]?)([^<>|\s][^<>|]*)(?:\|([^<>]*))?>`)

// plain is a message as it was typed: references become what people read, the
// name of the bot goes, and escapes become their characters.
func plain(text, bot string) string {
	text = reference.ReplaceAllStringFunc(text, func(s string) string {
		part := reference.FindStringSubmatch(s)
		switch {
		case part[1] == "@" && (bot == "" || part[2] == bot || part[3] == ""):
			return " "
		case part[1] == "":
			return first(part[3], part[2])
		case part[1] == "#" && part[3] != "":
			return "#" + part[3]
		}
		return part[3]
	})
	return strings.TrimSpace(html.UnescapeString(text))
}
