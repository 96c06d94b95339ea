package slack

import (
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/chat"
	"constat/bot/chat/chattest"
)

// strange are replies that an edition or a person made as bad as they can:
// the longest, the emptiest, and what would be markup, mentions or links.
func strange(tb testing.TB) []chat.Reply {
	tb.Helper()
	replies := []chat.Reply{
		{Notice: "."}, chat.Busy(), chat.Stopping(), chat.Fault(),
		{Notice: strings.Repeat("Une ligne de ce qui change.\n", 900), Buttons: []chat.Button{{Label: "Publier", Verb: chat.Confirm, Value: "p", Main: true}, {Label: "Ne rien publier", Verb: chat.Withdraw}}},
		{Notice: strings.Repeat("mot", 9000)}, {Notice: strings.Repeat("&", 9000)},
	}
	for _, text := range []string{
		strings.Repeat("très long ", 500), strings.Repeat("&<>", 1200), "<!channel> <!here|ici> <@U2> <#C2> <https://ailleurs.example|cliquez>",
		"*gras* _italique_ ~barré~ `code` ```bloc``` :tada: @here @channel @everyone #general", "a\u202eb\x00c\r\nd", "\u00a0",
	} {
		library := chattest.Hostile(tb, text)
		if library == nil {
			replies = append(replies, chat.Reply{Notice: text, Buttons: []chat.Button{{Label: text, Verb: chat.Report, Value: "w-01"}}})
			continue
		}
		b := answering(tb, library)
		for _, q := range chattest.HostileQuestions {
			a := b.Handle(tb.Context(), bot.Message{Text: q})
			buttons := []chat.Button{{Label: text, Verb: chat.Pick, Value: a.State, Main: true}, {Label: "Citer", Verb: chat.Cite, Value: a.State}}
			replies = append(replies, chat.Reply{Answer: a, Buttons: buttons}, chat.Reply{Answer: a, Notice: text, Public: true, By: chat.Person{ID: "slack:T1/U1", Name: text}})
		}
	}
	return replies
}
