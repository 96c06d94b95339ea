package slack

import (
	"context"
	"log/slog"
	"slices"
	"strings"

	"github.com/slack-go/slack"
)

// metadataType names the metadata of the bot's messages, which any application
// in the channel may read: it holds the state of the answer and nothing about
// a person.
// https://docs.slack.dev/messaging/message-metadata
const metadataType = "constat_answer"

func metadata(state string) *slack.SlackMetadata {
	return &slack.SlackMetadata{EventType: metadataType, EventPayload: map[string]any{"state": state}}
}

// stateBefore reads back the state of the bot's last answer in a conversation,
// by one request. When it cannot, the message is a fresh question.
func (s *Slack) stateBefore(ctx context.Context, to address) string {
	var messages []slack.Message
	var more bool
	var err error
	if to.thread == "" {
		var page *slack.GetConversationHistoryResponse
		page, err = s.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{ChannelID: to.channel, Limit: historyLimit, IncludeAllMetadata: true})
		if err == nil {
			messages = page.Messages
			slices.Reverse(messages) // the newest came first
		}
	} else {
		messages, more, _, err = s.api.GetConversationRepliesContext(ctx, &slack.GetConversationRepliesParameters{ChannelID: to.channel, Timestamp: to.thread, Limit: historyLimit, IncludeAllMetadata: true})
	}
	if err != nil {
		slog.InfoContext(ctx, "slack: conversation not read back", "error", codeOf(err))
		return ""
	}
	if more { // a thread comes from its first message, and its last is not here
		return ""
	}
	for _, m := range slices.Backward(messages) {
		if m.Metadata.EventType == metadataType && m.BotID != "" && (to.bot == "" || m.User == to.bot) {
			state, _ := m.Metadata.EventPayload["state"].(string)
			return state
		}
	}
	return ""
}

// untouched reports whether nothing was said yet in a direct conversation. It
// asks Slack once for each, and says false when it cannot know: a first
// message twice is worse than none.
func (s *Slack) untouched(ctx context.Context, channel string) bool {
	if s.greeted.Contains(channel) {
		return false
	}
	page, err := s.api.GetConversationHistoryContext(ctx, &slack.GetConversationHistoryParameters{ChannelID: channel, Limit: 1})
	if err != nil {
		slog.InfoContext(ctx, "slack: conversation not read back", "error", codeOf(err))
		return false
	}
	s.greeted.Add(channel, true)
	return len(page.Messages) == 0
}

// groups are the user groups that a person is in, as CONSTAT_ADMINS writes
// them. person is the id that the desk knows, whose workspace they are of.
func (s *Slack) groups(ctx context.Context, person, user string) []string {
	all, err := s.api.GetUserGroupsContext(ctx, slack.GetUserGroupsOptionIncludeUsers(true))
	if err != nil {
		slog.WarnContext(ctx, "slack: user groups not read", "error", codeOf(err))
		return nil
	}
	workspace := strings.TrimSuffix(person, user)
	var in []string
	for _, g := range all {
		if slices.Contains(g.Users, user) {
			in = append(in, workspace+g.ID)
		}
	}
	return in
}
