package slack

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"unicode/utf8"

	"constat/bot/chat"
)

// A Manifest is what an application of Slack is made from.
// https://docs.slack.dev/reference/app-manifest
type Manifest struct {
	// Name is what people call the bot; "Observatoire" when empty. At most 35
	// code points.
	Name string
	// URL is the public address of POST /slack/events; empty for sockets.
	URL string
	// Agent opens the bot in Slack's agent view, which guests of a workspace
	// cannot use.
	// https://docs.slack.dev/ai/migrating-to-agent-messaging
	Agent bool
	// Threads lets the bot read back its own answers in a channel's thread, so
	// that a conversation there goes on over a restart. It needs to read the
	// messages of the channels that it is in.
	Threads bool
	// Groups lets CONSTAT_ADMINS name user groups.
	Groups bool
}

// maxName bounds the name of an application, in code points.
// https://docs.slack.dev/reference/app-manifest#display-information
const maxName = 35

// JSON writes the manifest. Its error is for the operator, in French.
func (m Manifest) JSON() ([]byte, error) {
	name := first(m.Name, botName)
	if utf8.RuneCountInString(name) > maxName {
		return nil, errors.New("le nom est trop long : Slack en prend 35 caractères")
	}
	if m.URL != "" {
		if u, err := url.Parse(m.URL); err != nil || u.Scheme != "https" || chat.WebAddress(m.URL) == "" {
			return nil, errors.New("l'adresse doit être publique et commencer par https:// : par exemple https://bot.exemple.fr/slack/events")
		}
	}
	features := object{
		// Slack's own default would forbid to write to the bot, and slack-go
		// leaves out what is false.
		"app_home":       object{"home_tab_enabled": false, "messages_tab_enabled": true, "messages_tab_read_only_enabled": false},
		"bot_user":       object{"display_name": name, "always_online": true},
		"slash_commands": m.commands(),
	}
	if m.Agent {
		features["agent_view"] = object{"agent_description": "Répond aux questions sur ce que l'observatoire a publié, avec la source."}
	}
	events, clicks := object{"bot_events": m.events()}, object{"is_enabled": true}
	if m.URL != "" {
		events["request_url"], clicks["request_url"] = m.URL, m.URL
	}
	all := object{
		"_metadata":           object{"major_version": 2, "minor_version": 1},
		"display_information": object{"name": name, "description": "Les chiffres publiés par l'observatoire, chacun avec sa source", "background_color": "#1c3d5a"},
		"features":            features,
		"oauth_config":        object{"scopes": object{"bot": m.scopes()}},
		"settings": object{
			"event_subscriptions": events, "interactivity": clicks,
			"socket_mode_enabled": m.URL == "", "org_deploy_enabled": false, "token_rotation_enabled": false,
		},
	}
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	lines.SetIndent("", "  ")
	lines.SetEscapeHTML(false)
	err := lines.Encode(all)
	return out.Bytes(), err
}

type object map[string]any

func (m Manifest) commands() []object {
	all := []object{
		{"command": command, "description": "Poser une question sur l'observatoire", "usage_hint": "quel pourcentage d'intercommunalités ont une stratégie ?"},
		{"command": adminCommand, "description": "Publier une édition (administrateurs)", "usage_hint": "état, publier ou revenir"},
	}
	for _, c := range all {
		c["should_escape"] = false // a name typed in a question stays as it is
		if m.URL != "" {
			c["url"] = m.URL
		}
	}
	return all
}

// scopes are what the bot may do, each for one reason.
func (m Manifest) scopes() []string {
	scopes := []string{
		"app_mentions:read", // hear who names it
		"chat:write",        // answer
		"commands",          // /observatoire
		"im:history",        // hear direct messages, and read back its own
	}
	if m.Threads {
		scopes = append(scopes, "channels:history", "groups:history")
	}
	if m.Groups {
		scopes = append(scopes, "usergroups:read")
	}
	if m.Agent {
		scopes = append(scopes, "assistant:write")
	}
	return scopes
}

func (m Manifest) events() []string {
	events := []string{"app_home_opened", "app_mention", "message.im"}
	if m.Agent {
		events = append(events, "app_context_changed") // direct messages then say that they are threads
	}
	return events
}
