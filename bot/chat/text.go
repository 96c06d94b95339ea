package chat

import (
	"net/url"
	"strings"
	"unicode"
)

// Printable drops control characters other than the end of a line, and the
// marks that turn the direction of a text.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// WebAddress is an address that a link may lead to: an absolute one of the
// web, without a password and without a character that ends a link in any
// markup. It is empty for any other.
func WebAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	address := strings.NewReplacer("(", "%28", ")", "%29", "|", "%7C").Replace(u.String())
	if strings.ContainsFunc(address, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune("<>[]`\"\\", r)
	}) {
		return ""
	}
	return address
}
