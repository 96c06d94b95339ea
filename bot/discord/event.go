package discord

import (
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"

	"constat/bot/chat"
)

// The kinds of interactions that we take.
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type
const (
	ping         = 1
	command      = 2
	component    = 3
	autocomplete = 4
)

// inDirect is the context of a direct message with the bot; the others are a
// server and a private channel, where other people read too.
// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-context-types
const inDirect = 1

// An interaction is a command, a pressed button or a text being completed. Its
// own type rather than discordgo's, which is empty when the message holds a
// component that the library does not know.
type interaction struct {
	ID          string  `json:"id"`
	Application string  `json:"application_id"`
	Token       string  `json:"token"`
	Type        int     `json:"type"`
	Guild       string  `json:"guild_id"`
	Channel     string  `json:"channel_id"`
	Context     *int    `json:"context"`
	Member      *member `json:"member"`
	User        *user   `json:"user"`
	Data        struct {
		Name     string   `json:"name"`
		Options  []option `json:"options"`
		CustomID string   `json:"custom_id"`
	} `json:"data"`
	Message *message `json:"message"`
}

type option struct {
	Name    string   `json:"name"`
	Value   any      `json:"value"`
	Focused bool     `json:"focused"`
	Options []option `json:"options"`
}

type member struct {
	Nick string `json:"nick"`
	User *user  `json:"user"`
}

type user struct {
	ID         string `json:"id"`
	Name       string `json:"username"`
	GlobalName string `json:"global_name"`
	Bot        bool   `json:"bot"`
}

// A message is what a person wrote in a channel, or the bot's own message that
// it replies to.
type message struct {
	ID         string   `json:"id"`
	Channel    string   `json:"channel_id"`
	Guild      string   `json:"guild_id"`
	Type       int      `json:"type"`
	Content    string   `json:"content"`
	Webhook    string   `json:"webhook_id"`
	Author     *user    `json:"author"`
	Member     *member  `json:"member"`
	Mentions   []user   `json:"mentions"`
	Referenced *message `json:"referenced_message"`
	Components []part   `json:"components"`
}

type part struct {
	CustomID   string `json:"custom_id"`
	Components []part `json:"components"`
}

// The kinds of messages that a person types.
// https://discord.com/developers/docs/resources/message#message-object-message-types
const (
	typed = 0
	reply = 19
)

var errInteraction = errors.New("discord: not an interaction")

// readInteraction decodes an interaction, whichever way it came.
func readInteraction(raw []byte) (interaction, error) {
	var i interaction
	if err := json.Unmarshal(raw, &i); err != nil || i.Type == 0 {
		return interaction{}, errInteraction
	}
	if i.Type != ping && (i.ID == "" || i.Token == "" || i.person().ID == "") {
		return interaction{}, errInteraction
	}
	return i, nil
}

// event is what an interaction asks of the desk. An interaction that we do not
// know has no verb, and the desk says so.
func (i interaction) event() chat.Event {
	e := chat.Event{Keys: []string{"discord:" + i.ID}, From: i.person(), Private: !i.direct()}
	if i.direct() {
		e.Place = place(i.Channel)
	}
	if i.Message != nil {
		e.Message = i.Message.ID
	}
	switch {
	case i.Type == component:
		e.Verb, e.Value = readCustomID(i.Data.CustomID)
	case i.Type == command && i.Data.Name == adminCommand:
		e.Verb = chat.Admin
		if len(i.Data.Options) > 0 {
			e.Text = i.Data.Options[0].Name
		}
	case i.Type == command && i.Data.Name == askCommand:
		e.Verb = chat.Ask
		e.Text = chat.Narrowed(i.text(optionQuestion), i.text(optionEdition), i.text(optionPopulation))
	}
	return e
}

// text is the value of an option; empty when it was not filled in.
func (i interaction) text(name string) string {
	for _, o := range i.Data.Options {
		if s, ok := o.Value.(string); ok && o.Name == name {
			return clean(s)
		}
	}
	return ""
}

// direct reports whether only the person and the bot are there.
func (i interaction) direct() bool {
	if i.Context != nil {
		return *i.Context == inDirect
	}
	return i.Guild == ""
}

func (i interaction) person() chat.Person {
	if i.Member != nil && i.Member.User != nil {
		return person(i.Member.User, i.Member)
	}
	return person(i.User, nil)
}

func person(u *user, m *member) chat.Person {
	if u == nil || u.ID == "" {
		return chat.Person{}
	}
	p := chat.Person{ID: "discord:" + u.ID, Name: u.Name}
	if u.GlobalName != "" {
		p.Name = u.GlobalName
	}
	if m != nil && m.Nick != "" {
		p.Name = m.Nick
	}
	return p
}

func place(channel string) chat.Place { return chat.Place("discord:" + channel) }

// event is what a message asks of the desk; false when it is not addressed to
// the bot, whose user id is self. A message that replies to the bot continues
// the answer replied to: its state is in the buttons or, for an answer that
// has none of its own, in what posted remembers.
func (m message) event(self string, posted func(message string) string) (chat.Event, bool) {
	direct := m.Guild == ""
	switch {
	case m.ID == "" || m.Channel == "" || m.Author == nil || m.Author.ID == "":
		return chat.Event{}, false
	case m.Author.Bot || m.Author.ID == self || m.Webhook != "" || m.Type != typed && m.Type != reply:
		return chat.Event{}, false
	case !direct && !slices.ContainsFunc(m.Mentions, func(u user) bool { return u.ID == self }):
		return chat.Event{}, false
	}
	e := chat.Event{Keys: []string{"discord:" + m.ID}, Verb: chat.Ask, Text: clean(m.Content), From: person(m.Author, m.Member)}
	if direct {
		e.Place = place(m.Channel)
	}
	if r := m.Referenced; r != nil && r.Author != nil && r.Author.ID == self {
		if e.Value = r.state(chat.Cite, chat.Share); e.Value == "" {
			e.Value = posted(r.ID)
		}
		if e.Value == "" {
			e.Value = r.state(chat.Pick)
		}
	}
	return e, true
}

// state is the value of the first button that has one of some verbs.
func (m message) state(verbs ...chat.Verb) string {
	for _, row := range m.Components {
		for _, button := range row.Components {
			if verb, value := readCustomID(button.CustomID); slices.Contains(verbs, verb) {
				return value
			}
		}
	}
	return ""
}

// A custom_id is a verb, a bar and a value.
func readCustomID(id string) (chat.Verb, string) {
	verb, value, _ := strings.Cut(id, "|")
	return chat.Verb(verb), value
}

func writeCustomID(b chat.Button) string { return string(b.Verb) + "|" + b.Value }

// tags are what Discord writes for people, roles, channels, commands, emoji
// and times.
// https://discord.com/developers/docs/reference#message-formatting
var tags = regexp.MustCompile(`<(@[!&]?|#|/[^<>:]{1,200}:|a?:\w{1,64}:|t:|id:)[^<>]{0,64}>`)

// clean is a typed text without Discord's own tags.
func clean(s string) string {
	return strings.TrimSpace(tags.ReplaceAllString(strings.ToValidUTF8(s, "\ufffd"), " "))
}
