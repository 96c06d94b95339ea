package discord

import (
	"strings"
	"unicode/utf8"

	"constat/bot/answer"
	"constat/bot/chat"
)

// escaper keeps what people and editions wrote from being markup, a mention or
// a link: Discord shows a punctuation mark after a backslash as it is.
// https://discord.com/developers/docs/reference#message-formatting
var escaper = strings.NewReplacer(
	`\`, `\\`, "*", `\*`, "_", `\_`, "~", `\~`, "`", "\\`", "|", `\|`, "<", `\<`, ">", `\>`,
	"[", `\[`, "]", `\]`, "@", `\@`, "#", `\#`, "://", `:\/\/`,
)

// escape is a text that Discord shows letter for letter. Only a dash or a
// number that opens a line is still read, as a list: it looks the same.
func escape(s string) string { return escaper.Replace(chat.Printable(s)) }

// fitted is a text escaped, in at most most code points: it is cut until it
// fits in its dress, which is longer.
func fitted(s string, most int) string {
	if all := []rune(s); len(all) > 2*most {
		s = string(all[:2*most]) // what lies beyond is cut anyway
	}
	for room := most; room > 0; {
		dressed := escape(chat.Cut(s, room))
		n := length(dressed)
		if n <= most {
			return dressed
		}
		room = min(room-1, room*most/n)
	}
	return ""
}

// source is where a text is printed, as a link when its address is one and
// fits.
func source(o answer.Origin, most int) string {
	address := chat.WebAddress(o.URL)
	if room := most - length(address) - len("[]()"); address != "" && length(address) <= maxURL && room >= minLinkText {
		return "[" + fitted(o.Label, room) + "](" + address + ")"
	}
	return fitted(o.Label, most)
}

// minLinkText is the least that is worth showing of the name of a source.
const minLinkText = 40

// length counts code points.
func length(s string) int { return utf8.RuneCountInString(s) }
