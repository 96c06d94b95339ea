package discord

import (
	"strings"

	"constat/bot/answer"
	"constat/bot/chat"

	"github.com/bwmarrin/discordgo"
)

// A card is an embed, and its texts without the addresses that links lead to.
type card struct {
	*discordgo.MessageEmbed
	sources []string
}

// shown is what a person reads on a card.
func shown(c card) string {
	lines := []string{c.Title, c.Description}
	if c.Author != nil {
		lines = append(lines, c.Author.Name)
	}
	for _, f := range c.Fields {
		if f.Name != answer.LabelSource {
			lines = append(lines, f.Name, f.Value)
		}
	}
	return strings.Join(append(lines, c.sources...), "\n")
}

// A room is how much of a card its larger parts may take.
type room struct{ description, value int }

// whole is all that Discord gives. Where that is not enough for what is always
// shown, tight is: at most ten fields, and the name and address of a source.
var (
	whole = room{maxDescription, maxFieldValue}
	tight = room{1500, 200}
)

// embed shows an answer as a card: the figure first, then the statement, then
// whom it is about and where it is printed.
func embed(v answer.View) card {
	short, cut := chat.Fit(v, fits)
	switch {
	case fits(short):
		return draw(short, whole, cut)
	case total(draw(short, whole, true)) <= maxEmbeds:
		return draw(short, whole, true)
	}
	return draw(short, tight, true)
}

// fits reports whether a card shows a view without cutting any part.
func fits(v answer.View) bool {
	said := length(escape(description(v)))
	n, fields := said+length(chat.Shortened), 0
	field := func(label, value string) bool {
		size := length(escape(value))
		n += length(label) + size
		fields++
		return size <= maxFieldValue
	}
	ok := said <= maxDescription
	for _, f := range v.Fields {
		ok = field(f.Label, f.Value) && ok
	}
	ok = field(answer.LabelCaution, strings.Join(v.Notes, "\n")) && ok
	ok = field(answer.LabelStudy, strings.Join(v.Studies, "\n")) && ok
	for _, o := range v.Sources {
		ok = field(answer.LabelSource, o.Label+o.URL+"[]()") && ok
	}
	if v.Figure != "" {
		n += length(v.Lead) + length(escape(v.Figure))
		ok = ok && length(v.Lead) <= maxAuthor
	}
	return ok && n <= maxEmbeds && fields <= maxFields
}

// total counts what a card counts for in a message.
func total(c card) int {
	n := length(c.Title) + length(c.Description)
	if c.Author != nil {
		n += length(c.Author.Name)
	}
	if c.Footer != nil {
		n += length(c.Footer.Text)
	}
	for _, f := range c.Fields {
		n += length(f.Name) + length(f.Value)
	}
	return n
}

// draw lays a view out as a card, each part within its own limit.
func draw(v answer.View, room room, cut bool) card {
	c := card{MessageEmbed: &discordgo.MessageEmbed{}}
	if v.Figure != "" && v.Lead != "" {
		c.Author = &discordgo.MessageEmbedAuthor{Name: chat.Cut(chat.Printable(v.Lead), maxAuthor)}
	}
	if titled(v) {
		c.Title = escape(v.Figure)
	}
	c.Description = fitted(description(v), room.description)
	add := func(label, value string, inline bool) {
		if value = strings.TrimSpace(value); value != "" { // Discord refuses an empty one
			c.Fields = append(c.Fields, &discordgo.MessageEmbedField{Name: fitted(label, maxFieldName), Value: value, Inline: inline})
		}
	}
	for _, f := range v.Fields {
		value := fitted(f.Value, room.value)
		add(f.Label, value, length(value) <= maxInline)
	}
	add(answer.LabelCaution, fitted(strings.Join(v.Notes, "\n"), room.value), false)
	add(answer.LabelStudy, fitted(strings.Join(v.Studies, "\n"), room.value), false)
	for _, o := range v.Sources {
		add(answer.LabelSource, source(o, maxFieldValue), false)
		c.sources = append(c.sources, o.Label)
	}
	if cut {
		c.Footer = &discordgo.MessageEmbedFooter{Text: chat.Shortened}
	}
	return c
}

// maxInline is the longest value that stands beside another: what a third of
// an embed shows on two lines.
const maxInline = 60

// titled reports whether the figure stands alone at the head of the card. One
// that is too long opens the description instead: no figure is cut.
func titled(v answer.View) bool { return v.Figure != "" && length(escape(v.Figure)) <= maxTitle }

// description is the text of a card.
func description(v answer.View) string {
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	if v.Figure == "" {
		add(v.Lead)
	}
	if !titled(v) {
		add(v.Figure)
	}
	add(v.Statement)
	if v.Listed != "" {
		add(answer.LabelListed + "\u00a0: " + v.Listed + ".")
	}
	for _, g := range v.Groups {
		add(g.Heading)
		for _, l := range g.Lines {
			add("– " + l)
		}
	}
	return strings.Join(lines, "\n")
}
