package slack

import (
	"strings"

	"constat/bot/answer"
	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// A card is blocks in the making, and what a person reads on them.
type card struct {
	blocks []slack.Block
	shown  []string // the texts, without the addresses of links
	size   int      // of all texts, in code points
}

// fits reports whether Slack takes the card.
func (c *card) fits() bool { return len(c.blocks) <= maxBlocks && c.size <= maxShown }

func (c *card) add(b slack.Block, texts ...string) {
	c.blocks = append(c.blocks, b)
	for _, t := range texts {
		c.size += length(t)
	}
	c.shown = append(c.shown, texts...)
}

// section is a paragraph.
func (c *card) section(text string) {
	if text = strings.TrimSpace(text); text != "" {
		c.add(slack.NewSectionBlock(plainObject(chat.Cut(text, maxSection)), nil, nil), text)
	}
}

// lead opens the answer. A verdict and an abstention are what the person reads
// first, so they are bold; help is a text of several lines.
func (c *card) lead(a answer.Answer, v answer.View) {
	if a.Kind == answer.Notice || strings.Contains(v.Lead, "\n") {
		c.section(v.Lead)
		return
	}
	c.rich(text(v.Lead, bold))
}

// figure is the formula of the source, in the largest type that holds it.
func (c *card) figure(figure string) {
	switch {
	case figure == "":
	case length(figure) <= maxHeader:
		c.add(slack.NewHeaderBlock(plainObject(figure)), figure)
	default:
		c.rich(text(figure, bold))
	}
}

// labelled is a paragraph after a label.
func (c *card) labelled(label, value string) {
	if value != "" {
		c.rich(text(label+nbsp+": ", bold), text(value, nil))
	}
}

// fields say whom the figure is about, two in a line. Labels are bold by
// markup, so a value that could be markup makes its field plain.
func (c *card) fields(all []answer.Field) {
	var objects []*slack.TextBlockObject
	var texts []string
	for _, f := range all {
		if strings.TrimSpace(f.Label+f.Value) == "" {
			continue
		}
		plain := f.Label + "\n" + f.Value
		object := plainObject(plain)
		if f.Label != "" && !strings.ContainsAny(plain, "*_~`:@#/") {
			object = slack.NewTextBlockObject(slack.MarkdownType, "*"+escape(f.Label)+"*\n"+escape(f.Value), false, true)
		}
		objects, texts = append(objects, object), append(texts, plain)
	}
	if len(objects) > 0 {
		c.add(slack.NewSectionBlock(nil, objects, nil), texts...)
	}
}

// group is a heading and its lines. A line that a button stands for has the
// button beside it.
func (c *card) group(g answer.Group, a answer.Answer, all []*step) {
	if strings.TrimSpace(g.Heading) != "" {
		c.rich(text(g.Heading, bold))
	}
	var items []slack.RichTextElement
	var texts []string
	flush := func() {
		if len(items) > 0 {
			c.add(slack.NewRichTextBlock("", list{slack.RTEList, slack.RTEListBullet, items}), texts...)
		}
		items, texts = nil, nil
	}
	for i, line := range g.Lines {
		switch s := stepOf(all, g, a, i); {
		case s != nil:
			flush()
			s.label = line // in full
			c.row(s)
		case g.Plain:
			c.section(line)
		case strings.TrimSpace(line) != "":
			items, texts = append(items, slack.NewRichTextSection(text(line, nil))), append(texts, line)
		}
	}
	flush()
}

// stepOf is the step that a line of a group is about, nil when there is none.
func stepOf(all []*step, g answer.Group, a answer.Answer, line int) *step {
	state := ""
	for _, choices := range [][]answer.Choice{a.Near, a.Choices} {
		if g.Offered && len(choices) == len(g.Lines) {
			state = choices[line].State
		}
	}
	for _, s := range all {
		if !s.shown && s.Verb == chat.Pick && (s.Value == state || s.label == g.Lines[line]) {
			return s
		}
	}
	return nil
}

// row is a step whose label is too long for a button.
func (c *card) row(s *step) {
	s.shown = true
	label := chat.Cut(s.label, maxRow)
	c.add(slack.NewSectionBlock(plainObject(label), nil, slack.NewAccessory(s.button(labelSee))), label)
}

// rest are the steps that are not shown yet: what one can ask next, then what
// one does with an answer.
func (c *card) rest(all []*step) {
	var next, deeds []slack.BlockElement
	headed := false
	for _, s := range all {
		switch {
		case s.shown:
			continue
		case s.Verb != chat.Pick && s.Verb != chat.Ask && length(s.label) <= maxLabel:
			deeds = append(deeds, s.button(s.label))
		case length(s.label) > shownLabel:
			if !headed {
				c.rich(text(sayNext, bold))
				headed = true
			}
			c.row(s)
			continue
		default:
			next = append(next, s.button(s.label))
		}
		c.shown = append(c.shown, s.label)
		c.size += length(s.label)
	}
	c.actions(next)
	c.actions(deeds)
}

func (c *card) actions(buttons []slack.BlockElement) {
	if len(buttons) > 0 {
		c.add(slack.NewActionBlock("", buttons...))
	}
}

func (s *step) button(label string) *slack.ButtonBlockElement {
	b := slack.NewButtonBlockElement(s.id, s.Value, plainObject(chat.Cut(label, maxLabel)))
	if s.Main {
		b.Style = slack.StylePrimary
	}
	if label != s.label {
		b.AccessibilityLabel = chat.Cut(label+nbsp+": "+s.label, maxLabel)
	}
	return b
}

// source is where the words are printed, as a link when there is an address.
func (c *card) source(o answer.Origin) {
	if o.Label == "" {
		o.Label = o.URL
	}
	if o.URL == "" {
		c.labelled(answer.LabelSource, o.Label)
		return
	}
	c.rich(text(answer.LabelSource+nbsp+": ", bold), slack.NewRichTextSectionLinkElement(o.URL, o.Label, nil))
}

// asides are remarks in small type.
func (c *card) asides(label string, all []string) {
	for _, s := range all {
		c.aside(label + nbsp + ": " + s)
	}
}

func (c *card) aside(s string) {
	if strings.TrimSpace(s) != "" {
		c.add(slack.NewContextBlock("", plainObject(s)), s)
	}
}
