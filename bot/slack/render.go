package slack

import (
	"log/slog"
	"strconv"
	"strings"

	"constat/bot/answer"
	"constat/bot/chat"

	"github.com/slack-go/slack"
)

// A message is a reply as Slack shows it. The text is what notifications,
// screen readers and old clients say, and holds the figure and the source too.
type message struct {
	blocks []slack.Block
	text   string // escaped
}

// render dresses a reply: the figure first, then the statement, whom it is
// about and where it is printed. What a person or an edition wrote stands in
// blocks that parse nothing.
func render(r chat.Reply) message {
	c := dress(r)
	if r.Answer.Kind != "" {
		if err := answer.Gate(r.Answer, strings.Join(c.shown, "\n")); err != nil {
			slog.Error("slack: answer withheld", "error", err)
			r.Answer, r.Buttons = r.Answer.Closed(), nil
			c = dress(r)
		}
	}
	return message{c.blocks, summary(r)}
}

// dress lays a reply out, and drops what does not fit.
func dress(r chat.Reply) *card {
	if r.Answer.Kind == "" {
		return draw(r, answer.View{}, false)
	}
	v, cut := tame(r.Answer.View())
	v, dropped := chat.Fit(v, func(v answer.View) bool { return draw(r, v, cut).fits() })
	return draw(r, v, cut || dropped)
}

// tame cuts each part to what it may take, so that the parts which are always
// kept fit together. It reports whether it cut anything.
func tame(v answer.View) (answer.View, bool) {
	whole := true
	cut := func(s string, most int) string {
		s = safe(s)
		short := chat.Cut(s, most)
		whole = whole && short == s
		return short
	}
	cutAll := func(all []string) []string {
		out := make([]string, len(all))
		for i, s := range all {
			out[i] = cut(s, maxLine)
		}
		return out
	}
	v.Lead, v.Figure, v.Statement = cut(v.Lead, maxLead), cut(v.Figure, maxFigure), cut(v.Statement, maxStatement)
	v.Listed, v.Notes, v.Studies = cut(v.Listed, maxSection), cutAll(v.Notes), cutAll(v.Studies)
	fields := make([]answer.Field, min(len(v.Fields), maxFields))
	for i := range fields {
		fields[i] = answer.Field{Label: cut(v.Fields[i].Label, maxLabel), Value: cut(v.Fields[i].Value, maxAttribute)}
	}
	groups := make([]answer.Group, len(v.Groups))
	for i, g := range v.Groups {
		groups[i] = g
		groups[i].Heading, groups[i].Lines = cut(g.Heading, maxLine), cutAll(g.Lines)
	}
	sources := make([]answer.Origin, len(v.Sources))
	for i, o := range v.Sources {
		sources[i] = answer.Origin{Label: cut(o.Label, maxSource), URL: chat.WebAddress(o.URL)}
		if length(sources[i].URL) > maxURL {
			sources[i].URL = ""
		}
		if o.URL != "" && sources[i].URL == "" { // an address that leads nowhere is shown, not linked
			sources[i].Label = cut(o.Label+", "+o.URL, maxSource)
		}
	}
	v.Fields, v.Groups, v.Sources = fields, groups, sources
	return v, !whole
}

// draw lays a view out as blocks.
func draw(r chat.Reply, v answer.View, cut bool) *card {
	c := &card{}
	c.aside(sharedBy(r))
	for _, part := range parts(notice(r)) {
		c.section(part)
	}
	c.shown = nil // what the program says is not the answer's
	all := steps(r)
	if r.Answer.Kind != "" {
		c.lead(r.Answer, v)
		c.figure(v.Figure)
		c.section(v.Statement)
		c.labelled(answer.LabelListed, v.Listed)
		c.fields(v.Fields)
		for _, g := range v.Groups {
			c.group(g, r.Answer, all)
		}
		for _, o := range v.Sources {
			c.source(o)
		}
		c.asides(answer.LabelCaution, v.Notes)
		c.asides(answer.LabelStudy, v.Studies)
		if cut {
			c.aside(chat.Shortened)
		}
	}
	c.rest(all)
	return c
}

// notice is what the program itself says.
func notice(r chat.Reply) string {
	if r.Answer.Kind == "" {
		return chat.Cut(safe(r.Notice), maxNotice)
	}
	return chat.Cut(safe(r.Notice), maxOpening)
}

// sharedBy names who shared the answer; it is empty when nobody did.
func sharedBy(r chat.Reply) string {
	if !r.Public {
		return ""
	}
	return chat.Cut(safe(chat.SharedBy(r.By)), maxAttribute)
}

// A step is a button with its whole label.
type step struct {
	chat.Button
	id    string
	label string
	shown bool
}

// steps are the buttons of a reply. The label of a choice is the one that the
// answer gives it: the button's own may be cut.
func steps(r chat.Reply) []*step {
	var all []*step
	for i, b := range r.Buttons {
		if i == maxActions || b.Verb == "" || len(b.Value) > maxValue {
			break
		}
		s := &step{Button: b, id: string(b.Verb) + strconv.Itoa(i), label: safe(b.Label)}
		for _, group := range [][]answer.Choice{r.Answer.Choices, r.Answer.Near, r.Answer.FollowUps} {
			for _, choice := range group {
				if b.Verb == chat.Pick && choice.State == b.Value {
					s.label = safe(choice.Label)
				}
			}
		}
		if strings.TrimSpace(s.label) != "" {
			all = append(all, s)
		}
	}
	return all
}

// renderFewer is a reply in the plainest blocks, for when Slack refuses the
// others: the text, and the buttons.
func renderFewer(r chat.Reply) message {
	c := &card{}
	for _, part := range parts(plainText(r)) {
		c.section(part)
	}
	var buttons []slack.BlockElement
	for _, s := range steps(r) {
		buttons = append(buttons, s.button(s.label))
	}
	c.actions(buttons)
	return message{c.blocks, summary(r)}
}

// renderText is a reply without blocks.
func renderText(r chat.Reply) message { return message{text: summary(r)} }

// summary is a reply as text, escaped, within what Slack cuts at and, when it
// can be, within what it advises.
func summary(r chat.Reply) string {
	text := escape(plainText(r))
	switch {
	case strings.TrimSpace(text) == "": // nobody gets an empty message
		return escape(chat.Fault().Notice)
	case length(text) <= maxText:
		return text
	}
	// Only a text of nothing but signs that are escaped grows so: the figure
	// and its source are what must not be lost.
	v, _ := tame(r.Answer.View())
	least := []string{v.Figure, chat.Shortened}
	for _, o := range v.Sources[:min(1, len(v.Sources))] {
		least = append(least, answer.LabelSource+nbsp+": "+o.String())
	}
	return escape(strings.Join(least, "\n"))
}

// plainText is a reply as lines of text, the source last.
func plainText(r chat.Reply) string {
	head := strings.TrimSpace(sharedBy(r) + "\n" + notice(r))
	if r.Answer.Kind == "" {
		return head
	}
	v, cut := tame(r.Answer.View())
	v, dropped := chat.Fit(v, func(v answer.View) bool {
		return length(escape(head+"\n"+v.String()))+length(chat.Shortened) < advisedText
	})
	if err := answer.Gate(r.Answer, v.String()); err != nil {
		slog.Error("slack: answer withheld", "error", err)
		v, cut, dropped = r.Answer.Closed().View(), false, false
	}
	if cut || dropped {
		v.Notes = append(v.Notes[:len(v.Notes):len(v.Notes)], chat.Shortened)
	}
	return strings.TrimSpace(head + "\n" + v.String())
}
