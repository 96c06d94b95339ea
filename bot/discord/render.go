package discord

import (
	"log/slog"
	"strings"

	"constat/bot/answer"
	"constat/bot/chat"

	"github.com/bwmarrin/discordgo"
)

// A body is a message as it is created or edited. discordgo's own types lack
// the nonce.
// https://discord.com/developers/docs/resources/message#create-message
type body struct {
	Content         string                            `json:"content,omitempty"`
	Embeds          []*discordgo.MessageEmbed         `json:"embeds,omitempty"`
	Components      []discordgo.MessageComponent      `json:"components,omitempty"`
	AllowedMentions *discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Flags           discordgo.MessageFlags            `json:"flags,omitempty"`
	Reference       *discordgo.MessageReference       `json:"message_reference,omitempty"`
	Nonce           string                            `json:"nonce,omitempty"`
	EnforceNonce    bool                              `json:"enforce_nonce,omitempty"`
}

// nobody lets a message mention nobody. An edit that does not say so again
// would mention.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// The colours of the bar beside an embed.
const (
	colourFound     = 0x1f6feb
	colourClarify   = 0xbf8700
	colourAbstained = 0x6e7781
)

// render dresses a reply. What a person or an edition wrote is escaped, and
// the whole is within Discord's limits.
func render(r chat.Reply) body {
	b := body{Content: escape(opening(r)), Components: rows(r.Buttons), AllowedMentions: nobody()}
	if length(b.Content) > maxContent { // the report of a publication
		b.Content = ""
		b.Embeds = []*discordgo.MessageEmbed{{Description: fitted(opening(r), maxDescription)}}
	}
	if r.Answer.Kind == "" {
		return b
	}
	e := embed(r.Answer.View())
	if err := answer.Gate(r.Answer, shown(e)); err != nil {
		slog.Error("discord: answer withheld", "error", err)
		r.Answer = r.Answer.Closed()
		e, b.Components = embed(r.Answer.View()), nil
	}
	switch r.Answer.Kind {
	case answer.Found, answer.Notice:
		e.Color = colourFound
	case answer.Clarify:
		e.Color = colourClarify
	default:
		e.Color = colourAbstained
	}
	b.Embeds = []*discordgo.MessageEmbed{e.MessageEmbed}
	b.Content = fitted(opening(r), maxContent)
	return b
}

// opening is what the program says before the answer.
func opening(r chat.Reply) string {
	if !r.Public {
		return r.Notice
	}
	return strings.TrimSpace(r.Notice + "\n" + chat.SharedBy(r.By))
}

// plain is a reply as text alone, for when Discord refuses the card.
func plain(r chat.Reply) body {
	b := body{AllowedMentions: nobody()}
	if r.Answer.Kind == "" {
		b.Content = fitted(opening(r), maxContent)
		return b
	}
	v, cut := chat.Fit(r.Answer.View(), func(v answer.View) bool {
		return length(escape(opening(r)+v.String()))+length(chat.Shortened)+2 <= maxContent
	})
	tail := ""
	for _, o := range v.Sources {
		tail += "\n" + answer.LabelSource + "\u00a0: " + source(o, maxContent/4)
	}
	v.Sources = nil
	head := strings.TrimSpace(opening(r) + "\n" + v.String())
	if room := maxContent - length(tail); cut || length(escape(head)) > room {
		tail = "\n" + chat.Shortened + tail
	}
	b.Content = fitted(head, maxContent-length(tail)) + tail
	return b
}

// rows are the buttons of a reply: the next steps first, then what one does
// with an answer. A button whose custom_id cannot be told from another's, or
// is too long, is left out.
func rows(buttons []chat.Button) []discordgo.MessageComponent {
	var steps, deeds []discordgo.MessageComponent
	seen := map[string]bool{}
	for _, b := range buttons {
		id, label := writeCustomID(b), strings.TrimSpace(chat.Cut(chat.Printable(b.Label), maxLabel))
		if seen[id] || len(id) > maxCustomID || label == "" {
			continue
		}
		seen[id] = true
		button := discordgo.Button{Label: label, Style: discordgo.SecondaryButton, CustomID: id}
		if b.Main {
			button.Style = discordgo.PrimaryButton
		}
		if b.Verb == chat.Pick {
			steps = append(steps, button)
		} else {
			deeds = append(deeds, button)
		}
	}
	var all []discordgo.MessageComponent
	for _, group := range [][]discordgo.MessageComponent{steps, deeds} {
		for len(group) > 0 && len(all) < maxRows {
			n := min(len(group), maxButtons)
			all = append(all, discordgo.ActionsRow{Components: group[:n]})
			group = group[n:]
		}
	}
	return all
}
