package discord

import (
	"strings"
	"testing"

	"constat/bot/discord/discordtest"
)

func TestMessages(t *testing.T) {
	b := newBench(t, gardens)
	b.gateway()
	say := func(p discordtest.Person, text string, more map[string]any) string {
		t.Helper()
		id, err := b.fake.Say(p, text, more)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	// What is not said to the bot, or by a person, is not answered.
	say(inServer, published, nil)
	say(inServer, published, map[string]any{"mention_everyone": true})
	say(oneToOne, published, map[string]any{"author": map[string]any{"id": discordtest.BotID, "bot": true}})
	say(oneToOne, published, map[string]any{"author": map[string]any{"id": "43", "bot": true}})
	say(oneToOne, published, map[string]any{"webhook_id": "9"})
	say(oneToOne, published, map[string]any{"type": 6})
	say(oneToOne, published, map[string]any{"author": nil})
	// A mention is answered in its channel, to its message.
	id := say(inServer, "<@"+discordtest.BotID+"> "+published, discordtest.Mentioning())
	posted, err := b.fake.WaitMessages(b.ctx, inServer.Channel, 1)
	if err != nil {
		t.Fatal(err)
	}
	m := shownIn(t, posted[0].Body)
	if m.Reference == nil || m.Reference.MessageID != id || m.Nonce != id || m.Flags != 0 || m.Embeds[0].Title == "" {
		t.Errorf("posted: %s", posted[0].Body)
	}
	// A reply goes on from the answer that it replies to, and nothing else does.
	say(inServer, "et en 2021 ?", discordtest.Replying(posted[0]))
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 2); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[1].Body).text(); !strings.Contains(got, "2021") || !strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("the follow-up: %s", got)
	}
	say(inServer, "<@"+discordtest.BotID+"> et en 2021 ?", discordtest.Mentioning())
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 3); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[2].Body).text(); strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("a question of its own goes on from another: %s", got)
	}
	// An answer without a button of its own is known by its message.
	say(inServer, "combien de départements ont un compost ?", discordtest.Mentioning())
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 4); err != nil {
		t.Fatal(err)
	}
	say(inServer, "et les jardins partagés ?", discordtest.Replying(posted[3]))
	if posted, err = b.fake.WaitMessages(b.ctx, inServer.Channel, 5); err != nil {
		t.Fatal(err)
	}
	if got := shownIn(t, posted[4].Body).text(); !strings.Contains(strings.ToLower(got), "compost") {
		t.Errorf("from an abstention: %s", got)
	}
	// A direct message goes on from the one before it, in the order they came.
	for _, text := range []string{published, "et en 2021 ?", ""} {
		say(oneToOne, text, nil)
	}
	if posted, err = b.fake.WaitMessages(b.ctx, oneToOne.Channel, 3); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, p := range posted {
		texts = append(texts, strings.ToLower(shownIn(t, p.Body).text()))
	}
	if !strings.Contains(texts[0], "81 %") || !strings.Contains(texts[1], "2021") || !strings.Contains(texts[2], "je réponds sur") {
		t.Errorf("direct messages: %q", texts)
	}
	if n := len(b.fake.Messages(inServer.Channel)) + len(b.fake.Messages(oneToOne.Channel)); n != 8 {
		t.Errorf("%d messages were posted", n)
	}
}
