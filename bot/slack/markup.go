package slack

import (
	"strings"
	"unicode/utf8"

	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// plainObject is a text that nothing is read from: no markup, no mention, no
// link, no smiley.
func plainObject(s string) *slack.TextBlockObject {
	return slack.NewTextBlockObject(slack.PlainTextType, s, false, false)
}

// A list is slack-go's without the zero values that it writes: Slack's own
// types know no offset.
type list struct {
	Type     slack.RichTextElementType     `json:"type"`
	Style    slack.RichTextListElementType `json:"style"`
	Elements []slack.RichTextElement       `json:"elements"`
}

func (l list) RichTextElementType() slack.RichTextElementType { return l.Type }

var bold = &slack.RichTextSectionTextStyle{Bold: true}

func text(s string, style *slack.RichTextSectionTextStyle) *slack.RichTextSectionTextElement {
	return slack.NewRichTextSectionTextElement(s, style)
}

// rich is a paragraph whose parts differ in style, and of which nothing is
// read as markup.
func (c *card) rich(parts ...slack.RichTextSectionElement) {
	var texts []string
	for _, p := range parts {
		switch e := p.(type) {
		case *slack.RichTextSectionTextElement:
			texts = append(texts, e.Text)
		case *slack.RichTextSectionLinkElement:
			texts = append(texts, e.Text)
		}
	}
	shown := strings.Join(texts, "")
	if strings.TrimSpace(shown) != "" {
		c.add(slack.NewRichTextBlock("", slack.NewRichTextSection(parts...)), shown)
	}
}

// parts divides a text into sections, between two lines where it can.
func parts(s string) []string {
	var all []string
	current := ""
	for line := range strings.SplitSeq(s, "\n") {
		line = chat.Cut(line, maxSection)
		if current != "" && length(current)+1+length(line) > maxSection {
			all, current = append(all, current), ""
		}
		current = strings.TrimPrefix(current+"\n"+line, "\n")
	}
	return append(all, current)
}

// joiner is a character that is not seen, and that stands between what would
// be a mention where a text is parsed after all.
const joiner = "\u2060"

var defuser = strings.NewReplacer("<!", "<"+joiner+"!", "<@", "<"+joiner+"@", "<#", "<"+joiner+"#",
	"@here", "@"+joiner+"here", "@channel", "@"+joiner+"channel", "@everyone", "@"+joiner+"everyone")

// safe is a text that can be shown, and mentions nobody.
func safe(s string) string { return defuser.Replace(chat.Printable(s)) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// escape keeps a text from being a mention, a channel or a link.
// https://docs.slack.dev/messaging/formatting-message-text#escaping
func escape(s string) string { return escaper.Replace(s) }

// length counts code points.
func length(s string) int { return utf8.RuneCountInString(s) }
