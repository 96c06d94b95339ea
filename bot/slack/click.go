package slack

import (
	"encoding/json"

	"constat/bot/chat"
)

// click is the part of a pressed button that is used.
// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
type click struct {
	Type        string `json:"type"`
	TriggerID   string `json:"trigger_id"`
	ResponseURL string `json:"response_url"`
	Team        id     `json:"team"`
	Enterprise  id     `json:"enterprise"`
	Channel     id     `json:"channel"`
	User        struct {
		ID     string `json:"id"`
		Name   string `json:"name"`
		Login  string `json:"username"`
		TeamID string `json:"team_id"`
	} `json:"user"`
	Container struct {
		MessageTS   string `json:"message_ts"`
		ThreadTS    string `json:"thread_ts"`
		ChannelID   string `json:"channel_id"`
		IsEphemeral bool   `json:"is_ephemeral"`
	} `json:"container"`
	Message struct {
		ThreadTS string `json:"thread_ts"`
		User     string `json:"user"`
	} `json:"message"`
	Actions []struct {
		ActionID string `json:"action_id"`
		Value    string `json:"value"`
	} `json:"actions"`
}

type id struct {
	ID string `json:"id"`
}

func decodeClick(payload []byte) (delivery, error) {
	var c click
	if err := json.Unmarshal(payload, &c); err != nil {
		return delivery{}, err
	}
	if c.Type != "block_actions" || len(c.Actions) == 0 || c.Actions[0].ActionID == "" || c.User.ID == "" {
		return delivery{}, errIgnored
	}
	action := c.Actions[0]
	channel := first(c.Channel.ID, c.Container.ChannelID)
	team := first(c.Team.ID, c.User.TeamID, c.Enterprise.ID)
	d := delivery{to: address{
		channel: channel, thread: first(c.Container.ThreadTS, c.Message.ThreadTS), user: c.User.ID,
		bot: c.Message.User, response: c.ResponseURL,
	}}
	d.Verb, d.Value = chat.Verb(action.ActionID[:1]), action.Value
	d.Keys = keys(c.TriggerID)
	d.From = chat.Person{ID: personID(team, c.User.ID), Name: first(c.User.Name, c.User.Login)}
	d.Message = channel + "/" + c.Container.MessageTS
	switch d.Verb {
	case chat.Ask, chat.Pick, chat.Welcome:
		// A conversation goes on where it is: privately, or before all.
		d.to.only = c.Container.IsEphemeral
	case chat.Reason, chat.Confirm, chat.Approve, chat.Return, chat.Withdraw:
		d.to.only, d.to.replace = true, c.Container.IsEphemeral
	default:
		d.to.only = true
	}
	d.Private = c.Container.IsEphemeral
	if d.to.only {
		return d, nil
	}
	if d.to.thread == "" && !isDirect(channel) {
		d.to.thread = c.Container.MessageTS
	}
	d.Place = place(team, channel, d.to.thread)
	return d, nil
}
