package slack

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/chat/chattest"
	"constat/data"
)

// TestSameAsConsole holds that each question of the evaluation shows in Slack
// the figures, the findings and the sources that the console prints.
func TestSameAsConsole(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	b := answering(t, published)
	desk := newDesk(t, b.Handle)
	found := 0
	for _, q := range chattest.Questions(t, filepath.Join("..", "eval", "testdata", "markess.yaml")) {
		state := ""
		for i, text := range q.Turns {
			if strings.TrimSpace(text) == "" { // a chat helps instead
				continue
			}
			want := b.Handle(t.Context(), bot.Message{Text: text, State: state})
			e := chat.Event{Verb: chat.Ask, Text: text, Place: chat.Place("slack/T1/C1/" + q.ID), From: chat.Person{ID: "slack:T1/U1"}}
			got := desk.Reply(t.Context(), e)
			if chattest.Cited(got.Answer) != chattest.Cited(want) || got.Answer.Kind != want.Kind {
				t.Errorf("%s, turn %d: cites %q, the console %q", q.ID, i, chattest.Cited(got.Answer), chattest.Cited(want))
			}
			if want.Kind == answer.Found {
				found++
			}
			m := render(got)
			blocks := visible(t, m)
			for _, line := range words(want.View()) {
				if !strings.Contains(blocks, line) {
					t.Errorf("%s: the blocks do not show %q:\n%s", q.ID, line, blocks)
				}
			}
			if m.text != escape(want.Text) {
				t.Errorf("%s: the text is not the console's:\n%s\n%s", q.ID, m.text, want.Text)
			}
			state = want.State
		}
	}
	if found < 20 {
		t.Errorf("%d answers compared", found)
	}
}

// words are the parts of an answer that Slack must show as they are.
func words(v answer.View) []string {
	all := []string{v.Lead, v.Figure, v.Statement, v.Listed}
	for _, f := range v.Fields {
		all = append(all, f.Label, f.Value)
	}
	for _, g := range v.Groups {
		all = append(append(all, g.Heading), g.Lines...)
	}
	all = append(append(all, v.Notes...), v.Studies...)
	for _, o := range v.Sources {
		all = append(all, o.Label, chat.WebAddress(o.URL))
	}
	return all
}

// visible is what a person sees of the blocks, and the addresses of links. It
// fails the test when a block could be read as markup.
func visible(tb testing.TB, m message) string {
	tb.Helper()
	encoded, err := json.Marshal(m.blocks)
	if err != nil {
		tb.Fatal(err)
	}
	var blocks any
	if err := json.Unmarshal(encoded, &blocks); err != nil {
		tb.Fatal(err)
	}
	var all []string
	walk(blocks, func(o map[string]any) {
		s, _ := o["text"].(string)
		switch o["type"] {
		case "mrkdwn": // only the labels of fields
			label, value, ok := strings.Cut(s, "*\n")
			if !ok || !strings.HasPrefix(label, "*") || strings.ContainsAny(label[1:]+value, "*_~`<>@#") || o["verbatim"] != true {
				tb.Errorf("markup: %q", s)
			}
			s = unescape(strings.Replace(s[1:], "*", "", 1))
		case "link":
			address, _ := o["url"].(string)
			if chat.WebAddress(address) != address || address == "" {
				tb.Errorf("a link to %q", address)
			}
			s += "\n" + address
		case "plain_text":
			if o["emoji"] != false {
				tb.Errorf("smileys are read from %q", s)
			}
		case "text":
		case "user", "channel", "usergroup", "broadcast", "emoji", "date":
			tb.Errorf("an element of type %s", o["type"])
		}
		all = append(all, s)
	})
	return strings.Join(all, "\n")
}

func walk(v any, found func(map[string]any)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			walk(e, found)
		}
	case map[string]any:
		found(v)
		for _, key := range []string{"text", "fields", "elements", "accessory"} {
			walk(v[key], found)
		}
	}
}

func unescape(s string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(s)
}

// holds fails the test when a message breaks a limit of Slack, or lost what an
// answer must keep.
func holds(tb testing.TB, r chat.Reply, m message) {
	tb.Helper()
	shown := visible(tb, m)
	if n := length(shown); len(m.blocks) > 0 && n > maxShown+maxURL+1000 {
		tb.Errorf("%d code points in all blocks", n)
	}
	if len(m.blocks) > maxBlocks {
		tb.Errorf("%d blocks", len(m.blocks))
	}
	if n := length(m.text); n == 0 || n > maxText {
		tb.Errorf("a text of %d code points", n)
	}
	encoded, err := json.Marshal(m.blocks)
	if err != nil {
		tb.Fatal(err)
	}
	var blocks []map[string]any
	if err := json.Unmarshal(encoded, &blocks); err != nil {
		tb.Fatal(err)
	}
	ids := map[any]bool{}
	for _, b := range blocks {
		most := map[any]int{"header": maxHeader, "section": maxSection}[b["type"]]
		if text, ok := b["text"].(map[string]any); ok && length(text["text"].(string)) > most {
			tb.Errorf("a %s of %d code points", b["type"], length(text["text"].(string)))
		}
		fields, _ := b["fields"].([]any)
		if len(fields) > maxFields {
			tb.Errorf("%d fields", len(fields))
		}
		elements, _ := b["elements"].([]any)
		if b["type"] == "actions" && len(elements) > maxActions || b["type"] == "context" && len(elements) > maxElements {
			tb.Errorf("%d elements", len(elements))
		}
		if accessory, ok := b["accessory"]; ok {
			elements = append(elements, accessory)
		}
		for _, f := range fields {
			if text := f.(map[string]any)["text"].(string); length(text) > maxField {
				tb.Errorf("a field of %d code points", length(text))
			}
		}
		walk(elements, func(o map[string]any) {
			if o["type"] != "button" {
				return
			}
			label := o["text"].(map[string]any)["text"].(string)
			value, _ := o["value"].(string)
			if label == "" || length(label) > maxLabel || length(value) > maxValue || ids[o["action_id"]] {
				tb.Errorf("button %v", o)
			}
			ids[o["action_id"]] = true
		})
		walk(b, func(o map[string]any) {
			if text, ok := o["text"].(string); ok && text == "" {
				tb.Errorf("an empty text in %v", b)
			}
		})
	}
	for _, mention := range []string{"<!", "<@", "<#", "@here", "@channel", "@everyone"} {
		if strings.Contains(shown, mention) || strings.Contains(m.text, mention) {
			tb.Errorf("it mentions by %q", mention)
		}
	}
	if strings.ContainsAny(m.text, "<>") {
		tb.Errorf("not escaped: %q", m.text)
	}
	v, _ := tame(r.Answer.View())
	if r.Answer.Kind != answer.Found || answer.Gate(r.Answer, v.String()) != nil {
		return
	}
	for _, kept := range []string{v.Figure, sourceOf(v)} {
		if !strings.Contains(unescape(m.text), kept) || len(m.blocks) > 0 && !strings.Contains(shown, kept) {
			tb.Errorf("lost %q:\n%s\n%s", kept, m.text, shown)
		}
	}
}

func sourceOf(v answer.View) string {
	if len(v.Sources) == 0 {
		return ""
	}
	return v.Sources[0].Label
}

// TestStrange holds the limits and the duties of a message for replies as bad
// as can be, in each of its dresses.
func TestStrange(t *testing.T) {
	record(t)
	for i, r := range strange(t) {
		for j, dress := range dresses {
			t.Run(fmt.Sprintf("%d/%d", i, j), func(t *testing.T) { holds(t, r, dress(r)) })
		}
	}
}

// TestCutIsSaid holds that a person knows when an answer is cut.
func TestCutIsSaid(t *testing.T) {
	l := chattest.Hostile(t, strings.Repeat("très long ", 500))
	a := answering(t, l).Handle(t.Context(), bot.Message{Text: "quelle part des serres ont un poêle ?"})
	for i, dress := range dresses {
		m := dress(chat.Reply{Answer: a})
		if !strings.Contains(m.text, chat.Shortened) || len(m.blocks) > 0 && !strings.Contains(visible(t, m), chat.Shortened) {
			t.Errorf("dress %d does not say so", i)
		}
	}
	short := render(chat.Reply{Answer: answering(t, chattest.Hostile(t, "bref")).Handle(t.Context(), bot.Message{Text: "quelle part des serres ont un poêle ?"})})
	if strings.Contains(short.text, chat.Shortened) {
		t.Errorf("a short answer is called cut: %s", short.text)
	}
}

// FuzzRender holds the limits and the duties of a message for any text of an
// edition, of a person and of a button.
func FuzzRender(f *testing.F) {
	f.Add("<!channel> *gras*", "Citer", "alice", 3)
	f.Add(strings.Repeat("&<>é\u202e ", 90), "", "", 30)
	f.Add("", "", "", 1)
	f.Fuzz(func(t *testing.T, text, label, name string, n int) {
		r := chat.Reply{Notice: text, Public: n%2 == 0, By: chat.Person{Name: name}}
		for i := range max(0, n%40) {
			r.Buttons = append(r.Buttons, chat.Button{Label: label, Verb: []chat.Verb{chat.Pick, chat.Cite}[i%2], Value: name, Main: i == 0})
		}
		for _, dress := range dresses {
			holds(t, r, dress(r))
		}
		v := answer.View{
			Lead: text, Figure: "« 62 % »", Statement: label + text, Listed: name, Notes: []string{text, label},
			Fields: []answer.Field{{Label: "Population", Value: text}, {Label: label, Value: name}}, Sources: []answer.Origin{{Label: label, URL: text}, {Label: name, URL: "https://serres.example/" + label}},
			Groups: []answer.Group{{Heading: text, Lines: []string{label, text}}, {Heading: label, Lines: []string{name}, Plain: true}},
		}
		v, cut := tame(v)
		v, dropped := chat.Fit(v, func(v answer.View) bool { return draw(r, v, cut).fits() })
		r.Answer.Kind = answer.Found
		c := draw(r, v, cut || dropped)
		if !c.fits() {
			t.Errorf("%d blocks, %d code points", len(c.blocks), c.size)
		}
		visible(t, message{blocks: c.blocks})
	})
}

// BenchmarkRender dresses the answer that people get most: a figure.
func BenchmarkRender(b *testing.B) {
	bot := jardins(b)
	desk := newDesk(b, bot.Handle)
	r := desk.Reply(b.Context(), chat.Event{Verb: chat.Ask, Text: askCompost, Private: true})
	for b.Loop() {
		render(r)
	}
}
