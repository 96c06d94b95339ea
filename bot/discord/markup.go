package discord

import (
	"net/url"
	"strings"
	"unicode"
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
func escape(s string) string { return escaper.Replace(printable(s)) }

// printable drops control characters other than the end of a line, and the
// marks that turn the direction of a text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// fitted is a text escaped, in at most most code points.
func fitted(s string, most int) string {
	return shortest(s, most, escape)
}

// shortest cuts a text until it fits in its dress, which may be longer.
func shortest(s string, most int, dress func(string) string) string {
	for room := most; room > 0; {
		dressed := dress(chat.Cut(s, room))
		over := length(dressed) - most
		if over <= 0 {
			return dressed
		}
		room = min(room, length(s)) - over
	}
	return ""
}

// source is where a text is printed, as a link when its address is one and
// fits.
func source(o answer.Origin, most int) string {
	address := webAddress(o.URL)
	if room := most - length(address) - len("[]()"); address != "" && room >= minLinkText {
		return "[" + fitted(o.Label, room) + "](" + address + ")"
	}
	return fitted(o.Label, most)
}

// minLinkText is the least that is worth showing of the name of a source.
const minLinkText = 40

// webAddress is an address that a link may lead to: an absolute one of the
// web, with nothing in it that ends a link. It is empty for any other.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	address := strings.NewReplacer("(", "%28", ")", "%29").Replace(u.String())
	if len(address) > maxURL || strings.ContainsFunc(address, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune("<>[]`\"\\", r)
	}) {
		return ""
	}
	return address
}

// length counts code points.
func length(s string) int { return utf8.RuneCountInString(s) }
