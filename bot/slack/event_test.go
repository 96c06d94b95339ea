package slack

import (
	"errors"
	"strings"
	"testing"

	"constat/bot/chat"

	"github.com/google/go-cmp/cmp"
)

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"<@UBOT> quelle part ?":               "quelle part ?",
		"quelle part <@UBOT>":                 "quelle part",
		"<@UBOT|constat> et <@U2|alice> ?":    "et alice ?",
		"dis <@U2> la part":                   "dis   la part",
		"dans <#C1|general> et <#C2>":         "dans #general et",
		"<!here> <!channel|tous> ?":           "tous ?",
		"<https://a.example|le site> dit":     "le site dit",
		"voir <https://a.example>":            "voir https://a.example",
		"<mailto:a@b.example|a@b.example>":    "a@b.example",
		"moins de 5 &lt; 6 &amp; plus &gt; 4": "moins de 5 < 6 & plus > 4",
		"&amp;lt;":                            "&lt;",
		"a < b > c":                           "a < b > c",
		"  ":                                  "",
	} {
		if got := plain(in, "UBOT"); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestDecode reads what Slack's own documentation shows.
func TestDecode(t *testing.T) {
	for name, test := range map[string]struct {
		kind, payload string
		want          chat.Event
		to            address
	}{
		"mention in a thread": {kindEvent, `{"team_id":"T1","event_id":"Ev1","authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],
			"event":{"type":"app_mention","user":"U1","text":"<@UBOT> et en 2016 ?","ts":"2.1","thread_ts":"1.1","channel":"C1"}}`,
			chat.Event{Keys: []string{"slack/Ev1", "slack/C1/2.1"}, Verb: chat.Ask, Text: "et en 2016 ?", Place: "slack/T1/C1/1.1", From: chat.Person{ID: "slack:T1/U1"}},
			address{channel: "C1", thread: "1.1", user: "U1", bot: "UBOT", resumes: true}},
		"direct message of an agent": {kindEvent, `{"team_id":"T1","event_id":"Ev1",
			"event":{"type":"message","channel_type":"im","user":"U1","text":"quelle part ?","ts":"2.1","channel":"D1","app_context":{"entities":[]}}}`,
			chat.Event{Keys: []string{"slack/Ev1", "slack/D1/2.1"}, Verb: chat.Ask, Text: "quelle part ?", Place: "slack/T1/D1/2.1", From: chat.Person{ID: "slack:T1/U1"}},
			address{channel: "D1", thread: "2.1", user: "U1", resumes: true}},
		"file in a direct message": {kindEvent, `{"team_id":"T1","event_id":"Ev1",
			"event":{"type":"message","subtype":"file_share","channel_type":"im","user":"U1","text":"quelle part ?","ts":"2.1","channel":"D1"}}`,
			chat.Event{Keys: []string{"slack/Ev1", "slack/D1/2.1"}, Verb: chat.Ask, Text: "quelle part ?", Place: "slack/T1/D1", From: chat.Person{ID: "slack:T1/U1"}},
			address{channel: "D1", user: "U1", resumes: true}},
		"command of an administrator": {kindCommand, `{"team_id":"T1","user_id":"U1","user_name":"alice","channel_id":"C1","command":"/observatoire-admin","text":"publier","response_url":"https://hooks.slack.com/x","trigger_id":"1.2.a","is_enterprise_install":"false"}`,
			chat.Event{Keys: []string{"slack/1.2.a"}, Verb: chat.Admin, Text: "publier", Private: true, From: chat.Person{ID: "slack:T1/U1", Name: "alice"}},
			address{channel: "C1", user: "U1", response: "https://hooks.slack.com/x", only: true}},
		"click before all": {kindClick, `{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","username":"alice"},"channel":{"id":"C1"},"container":{"message_ts":"3.1","channel_id":"C1","is_ephemeral":false},
			"message":{"user":"UBOT","ts":"3.1"},"trigger_id":"1.2.b","response_url":"https://hooks.slack.com/x","actions":[{"action_id":"f0","value":"1|e2-04"}]}`,
			chat.Event{Keys: []string{"slack/1.2.b"}, Verb: chat.Pick, Value: "1|e2-04", Place: "slack/T1/C1/3.1", Message: "C1/3.1", From: chat.Person{ID: "slack:T1/U1", Name: "alice"}},
			address{channel: "C1", thread: "3.1", user: "U1", bot: "UBOT", response: "https://hooks.slack.com/x"}},
		"click of one": {kindClick, `{"type":"block_actions","team":null,"enterprise":{"id":"E1"},"user":{"id":"U1","name":"alice","team_id":"T2"},"container":{"message_ts":"3.1","channel_id":"C1","is_ephemeral":true},
			"trigger_id":"1.2.b","response_url":"https://hooks.slack.com/x","actions":[{"action_id":"o1","value":"plan"}]}`,
			chat.Event{Keys: []string{"slack/1.2.b"}, Verb: chat.Confirm, Value: "plan", Private: true, Message: "C1/3.1", From: chat.Person{ID: "slack:T2/U1", Name: "alice"}},
			address{channel: "C1", user: "U1", response: "https://hooks.slack.com/x", only: true, replace: true}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := decode(test.kind, []byte(test.payload))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got.Event); diff != "" {
				t.Errorf("event (-want +got):\n%s", diff)
			}
			if got.to != test.to {
				t.Errorf("to %+v, want %+v", got.to, test.to)
			}
		})
	}
}

// FuzzDecode holds that no delivery, however it is made, is decoded into
// something that has no verb, nobody who did it, or no place to answer; that a
// message is known again by itself; and that the bot never hears a bot.
func FuzzDecode(f *testing.F) {
	for _, seed := range []struct{ contentType, body string }{
		{"application/json", `{"team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","user":"U1","text":"<@UBOT> ?","ts":"2.1","channel":"C1","blocks":[{"type":"rich_text"}]}}`},
		{"application/json", `{"team_id":"T1","event_id":"Ev1","event":{"type":"message","channel_type":"im","user":"U1","bot_id":"B1","text":"?","ts":"2.1","channel":"D1"}}`},
		{"application/json", `{"type":"url_verification","challenge":"c"}`},
		{"application/x-www-form-urlencoded", `command=%2Fobservatoire&text=x&user_id=U1&team_id=T1&response_url=https%3A%2F%2Fhooks.slack.com`},
		{"application/x-www-form-urlencoded", `payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22%C3%A9%22%7D%5D%7D`},
	} {
		f.Add(seed.contentType, seed.body)
	}
	f.Fuzz(func(t *testing.T, contentType, body string) {
		d, challenge, err := decodeRequest(contentType, []byte(body))
		if challenge != "" && err == nil {
			t.Error("a challenge that is also a question")
		}
		if err != nil {
			if d.Verb != "" && !errors.Is(err, errIgnored) {
				t.Errorf("half a delivery: %+v", d)
			}
			return
		}
		if d.Verb == "" || !strings.HasPrefix(d.From.ID, "slack:") {
			t.Errorf("nobody, or nothing: %+v", d)
		}
		if isEvent := d.to.response == "" && d.Verb == chat.Ask && !d.Private; isEvent && d.to.channel != "" && d.Place == "" && !d.to.only {
			t.Errorf("a message without a place: %+v", d)
		}
		if d.to.bot != "" && d.to.user == d.to.bot && d.to.resumes {
			t.Errorf("the bot hears itself: %+v", d)
		}
	})
}
