package discord

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/chat"
	"constat/bot/chat/chattest"

	"github.com/bwmarrin/discordgo"
)

// strange are replies as bad as an edition or a person could make them.
func strange() []chat.Reply {
	all := []chat.Reply{
		chat.Busy(), chat.Stopping(),
		{Notice: strings.Repeat("Une ligne de ce qui change.\n", 900), Buttons: []chat.Button{{Label: "Publier", Verb: chat.Confirm, Value: "a|b", Main: true}, {Label: "Ne rien publier", Verb: chat.Withdraw}}},
		{Notice: strings.Repeat("mot", 9000)},
	}
	for _, text := range []string{
		strings.Repeat("très long ", 2000), strings.Repeat("*_~", 3000), "@everyone @here <@1> <@&2> <#3> <t:0:R> </observatoire:1> <a:b:4>",
		"**gras** __souligné__ ~~barré~~ `code` ```bloc``` ||caché||\n# titre\n> citation\n-# petit\n[lien](http://ailleurs.example)",
		"a\u202eb\x00c\r\nd https://ailleurs.example/x", "\\", "mot",
	} {
		many := make([]chat.Button, 0, 40)
		for range 40 {
			many = append(many, chat.Button{Label: text, Verb: chat.Pick, Value: text})
		}
		all = append(all,
			chat.Reply{Notice: text, Buttons: many},
			chat.Reply{Answer: answer.Answer{Kind: answer.Notice, Text: text}},
			chat.Reply{Notice: text, Answer: answer.Answer{Kind: answer.Clarify, Text: text}, Public: true, By: chat.Person{Name: text}},
		)
	}
	return all
}

func TestStrangeReplies(t *testing.T) {
	for _, r := range append(strange(), hostile(t)...) {
		holds(t, render(r))
		holds(t, plain(r))
	}
}

// hostile are answers from editions whose every text is as bad as can be.
func hostile(t testing.TB) []chat.Reply {
	t.Helper()
	var all []chat.Reply
	for _, r := range strange() {
		l := chattest.Hostile(t, r.Notice[:min(len(r.Notice), 2000)])
		if l == nil {
			continue
		}
		b, err := bot.New(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range chattest.HostileQuestions {
			all = append(all, chat.Reply{Answer: b.Handle(t.Context(), bot.Message{Text: q})})
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

var (
	// escapedMark is a mark that Discord shows as it is.
	escapedMark = regexp.MustCompile(`\\[[:punct:]]`)
	// ourLink is a link that we make.
	ourLink = regexp.MustCompile(`\[((?:[^\[\]]|\\.)*)\]\((https?://[^\s()<>]+)\)`)
	// markup is what Discord would read.
	markup = regexp.MustCompile("[*_~`|<>@#\\[\\]\\\\]|://")
)

// holds checks that Discord takes a message, and reads no markup in it but our
// links.
func holds(t *testing.T, b body) {
	t.Helper()
	texts := []string{b.Content}
	if n := length(b.Content); n > maxContent {
		t.Errorf("content of %d", n)
	}
	all := 0
	for _, e := range b.Embeds {
		all += total(card{MessageEmbed: e})
		texts = append(texts, e.Title, e.Description)
		for name, over := range map[string]bool{
			"title": length(e.Title) > maxTitle, "description": length(e.Description) > maxDescription, "fields": len(e.Fields) > maxFields,
			"author": e.Author != nil && length(e.Author.Name) > maxAuthor, "footer": e.Footer != nil && length(e.Footer.Text) > maxFooter,
		} {
			if over {
				t.Errorf("%s too long: %+v", name, e)
			}
		}
		for _, f := range e.Fields {
			if strings.TrimSpace(f.Name) == "" || strings.TrimSpace(f.Value) == "" || length(f.Name) > maxFieldName || length(f.Value) > maxFieldValue {
				t.Errorf("field of %d and %d: %+v", length(f.Name), length(f.Value), f)
			}
			texts = append(texts, f.Name, f.Value)
		}
	}
	if all > maxEmbeds {
		t.Errorf("embeds of %d", all)
	}
	for _, text := range texts {
		if !utf8.ValidString(text) {
			t.Errorf("not UTF-8: %q", text)
		}
		for _, link := range ourLink.FindAllStringSubmatch(text, -1) {
			if chat.WebAddress(link[2]) == "" {
				t.Errorf("a link to %q", link[2])
			}
		}
		bare := escapedMark.ReplaceAllString(ourLink.ReplaceAllString(text, "$1"), "")
		if m := markup.FindString(bare); m != "" {
			t.Errorf("%q is read as markup in %q", m, text)
		}
	}
	if b.AllowedMentions == nil || b.AllowedMentions.Parse == nil || len(b.AllowedMentions.Parse) > 0 {
		t.Errorf("mentions: %+v", b.AllowedMentions)
	}
	if len(b.Components) > maxRows {
		t.Errorf("%d rows", len(b.Components))
	}
	seen := map[string]bool{}
	for _, row := range b.Components {
		buttons := row.(discordgo.ActionsRow).Components
		if len(buttons) == 0 || len(buttons) > maxButtons {
			t.Errorf("%d buttons in a row", len(buttons))
		}
		for _, c := range buttons {
			button := c.(discordgo.Button)
			if seen[button.CustomID] || button.CustomID == "" || len(button.CustomID) > maxCustomID || strings.TrimSpace(button.Label) == "" || length(button.Label) > maxLabel {
				t.Errorf("button %+v", button)
			}
			seen[button.CustomID] = true
		}
	}
}

// keeps checks that a card shows what is never dropped, or says that it is
// shortened.
func keeps(t *testing.T, v answer.View, c card) {
	t.Helper()
	if f := chat.Printable(v.Figure); f != "" && c.Title != escape(f) && !strings.HasPrefix(c.Description, escape(f)) && length(f) < 1000 {
		t.Errorf("the figure %q is not whole: %q %q", v.Figure, c.Title, c.Description)
	}
	if len(v.Sources) > 0 && strings.TrimSpace(chat.Printable(v.Sources[0].Label)) != "" {
		shown := false
		for _, f := range c.Fields {
			shown = shown || f.Name == answer.LabelSource
		}
		if !shown {
			t.Errorf("no source of %+v in %+v", v.Sources, c.Fields)
		}
	}
	whole := escape(v.Statement)
	if !strings.Contains(c.Description, whole) && c.Footer == nil {
		t.Errorf("cut without a word: %q in %q", whole, c.Description)
	}
}

// TestLongAnswerIsCut holds that an answer that is too long loses what is
// missed least, says so, and keeps its figure and its source.
func TestLongAnswerIsCut(t *testing.T) {
	v := answer.View{
		Figure: "«\u00a045 % des jardins\u00a0»", Statement: "45 % des jardins ont un composteur.",
		Fields:  []answer.Field{{Label: "Population", Value: "jardins"}, {Label: "Édition", Value: "2023"}},
		Groups:  []answer.Group{{Heading: "Dit aussi\u00a0:", Lines: strings.Split(strings.Repeat("«\u00a012 %\u00a0» d'une ligne longue|", 300), "|")}},
		Studies: []string{"Une étude"},
		Sources: []answer.Origin{{Label: "Rapport", URL: "https://rapport.example/a(b)"}, {Label: "Gazette", URL: "https://gazette.example"}},
	}
	c := embed(v)
	keeps(t, v, c)
	if c.Footer == nil || c.Footer.Text != chat.Shortened {
		t.Errorf("does not say that it is cut: %+v", c.Footer)
	}
	if last := c.Fields[len(c.Fields)-1]; last.Value != "[Rapport](https://rapport.example/a%28b%29)" {
		t.Errorf("source: %q", last.Value)
	}
	for _, line := range strings.Split(c.Description, "\n")[2:] {
		if line != "– «\u00a012 %\u00a0» d'une ligne longue" {
			t.Errorf("a line is cut: %q", line)
		}
	}
	short := v
	short.Groups = nil
	if c := embed(short); c.Footer != nil || len(c.Fields) != 5 {
		t.Errorf("nothing is to be cut: %+v", c)
	}
}

// TestVerdictAndFigure holds that a verdict stands above the figure.
func TestVerdictAndFigure(t *testing.T) {
	c := embed(answer.View{Lead: "Non, l'observatoire publie autre chose.", Figure: "«\u00a045 %\u00a0»", Statement: "45 % des jardins."})
	if c.Author == nil || c.Author.Name != "Non, l'observatoire publie autre chose." || c.Title != "«\u00a045 %\u00a0»" || c.Description != "45 % des jardins." {
		t.Errorf("%+v %q %q", c.Author, c.Title, c.Description)
	}
}

// TestWithheld holds that a card with a number of nobody's is not shown.
func TestWithheld(t *testing.T) {
	b := library(t, gardens)
	a := b.Handle(t.Context(), bot.Message{Text: published})
	ok := render(chat.Reply{Answer: a})
	a.Cited, a.Kind = nil, answer.Found
	forged := answer.Answer{Kind: answer.Found, Text: "99 % des jardins."}
	closed := render(chat.Reply{Answer: forged, Buttons: []chat.Button{{Label: "Citer", Verb: chat.Cite, Value: "1|x"}}})
	if len(ok.Embeds) != 1 || ok.Embeds[0].Title == "" {
		t.Errorf("a right answer is withheld: %+v", ok.Embeds)
	}
	if strings.Contains(closed.Embeds[0].Description, "99") || len(closed.Components) != 0 {
		t.Errorf("shown: %+v", closed.Embeds[0])
	}
}

// FuzzRender renders a view and buttons of any text.
func FuzzRender(f *testing.F) {
	for _, r := range strange() {
		text := opening(r) + r.Answer.Text
		text = text[:min(len(text), 2000)]
		f.Add(text, text, "mot", "https://source.example/a(b)", uint8(3))
		f.Add("mot", "mot", text, text, uint8(12))
	}
	f.Fuzz(func(t *testing.T, lead, statement, label, address string, n uint8) {
		if n > 12 || len(lead)+len(statement)+len(label)+len(address) > 8000 {
			return // many times what any edition holds
		}
		v := answer.View{Lead: lead, Statement: statement, Figure: "«\u00a0" + label + "\u00a0»"}
		r := chat.Reply{Notice: lead, By: chat.Person{Name: label}, Public: n%2 == 0}
		for i := range n {
			v.Fields = append(v.Fields, answer.Field{Label: "Population", Value: label})
			v.Notes = append(v.Notes, statement)
			v.Sources = append(v.Sources, answer.Origin{Label: label, URL: address})
			v.Groups = append(v.Groups, answer.Group{Heading: label, Lines: []string{statement, label}, Offered: i%2 == 0})
			r.Buttons = append(r.Buttons, chat.Button{Label: label, Verb: chat.Pick, Value: address})
		}
		v.Fields = v.Fields[:min(len(v.Fields), 8)] // as many as answers have
		c := embed(v)
		keeps(t, v, c)
		b := render(r)
		b.Embeds = append(b.Embeds[:0], c.MessageEmbed)
		holds(t, b)
		r.Answer = answer.Answer{Kind: answer.Notice, Text: statement}
		holds(t, plain(r))
	})
}

// FuzzReadInteraction holds that no delivery breaks the decoder, and that what
// it takes has what an answer needs.
func FuzzReadInteraction(f *testing.F) {
	for _, seed := range []string{
		`{"type":1}`, `{"type":2,"id":"1","token":"t","user":{"id":"2"},"data":{"name":"observatoire","options":[{"name":"question","value":"compost"}]}}`,
		`{"type":3,"id":"1","token":"t","member":{"user":{"id":"2"},"nick":"x"},"context":0,"data":{"custom_id":"f|1|e2-04"},"message":{"id":"9","components":[{"type":18}]}}`,
		`{"type":2,"id":"1","token":"t","user":{"id":"2"},"data":{"name":"observatoire-admin","options":[{"name":"publier"}]}}`, `[]`, `null`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		i, err := readInteraction(raw)
		if err != nil || i.Type == ping {
			return
		}
		e := i.event()
		if e.From.ID == "discord:" || e.From.ID == "" || len(e.Keys) != 1 || e.Keys[0] == "discord:" || i.Token == "" {
			t.Errorf("%s: %+v", raw, e)
		}
		if !utf8.ValidString(e.Text) || e.Private == (e.Place != "") {
			t.Errorf("%s: %+v", raw, e)
		}
	})
}

// FuzzMessage holds that no message breaks the decoder, and that the bot never
// hears itself or another program.
func FuzzMessage(f *testing.F) {
	f.Add("<@9> compost ?", "42", "7", "", 0, false)
	f.Add("compost ?", "9", "", "", 19, true)
	f.Fuzz(func(t *testing.T, content, author, guild, webhook string, kind int, program bool) {
		m := message{ID: "1", Channel: "2", Guild: guild, Type: kind, Content: content, Webhook: webhook, Author: &user{ID: author, Bot: program}, Mentions: []user{{ID: "9"}}}
		e, addressed := m.event("9", func(string) string { return "" })
		if !addressed {
			return
		}
		if author == "9" || author == "" || program || webhook != "" {
			t.Errorf("heard %+v", m)
		}
		if tags.MatchString(e.Text) && !tags.MatchString(strings.ReplaceAll(e.Text, " ", "")) {
			t.Errorf("tags are left in %q", e.Text)
		}
	})
}
