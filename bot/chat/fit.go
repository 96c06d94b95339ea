package chat

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/bot/answer"
	"constat/data/figure"
)

// Fit drops whole parts of an answer, in the order that answer.View gives,
// until it fits. It reports whether a part that nothing else shows was
// dropped: the person is then told that the answer is cut.
func Fit(v answer.View, fits func(answer.View) bool) (answer.View, bool) {
	cut := false
	for !fits(v) {
		dropped, shown := drop(&v)
		if !dropped {
			return v, cut
		}
		cut = cut || !shown
	}
	return v, cut
}

// drop takes out what is missed least. It reports whether anything was left to
// drop, and whether buttons show it still.
func drop(v *answer.View) (dropped, shown bool) {
	switch groups := v.Groups; {
	case len(v.Studies) > 0:
		v.Studies = nil
	case v.Listed != "":
		v.Listed = ""
	case lastGroup(groups, true) >= 0:
		i := lastGroup(groups, true)
		v.Groups = append(groups[:i:i], groups[i+1:]...)
		return true, true
	case len(v.Sources) > 1:
		v.Sources = v.Sources[:len(v.Sources)-1]
	case len(groups) > 0:
		last := groups[len(groups)-1]
		v.Groups = groups[:len(groups)-1]
		if n := len(last.Lines) - 1; n > 0 {
			last.Lines = last.Lines[:n]
			v.Groups = append(v.Groups[:len(v.Groups):len(v.Groups)], last)
		}
	case len(v.Notes) > 0:
		v.Notes = v.Notes[:len(v.Notes)-1]
	default:
		return false, false
	}
	return true, false
}

func lastGroup(groups []answer.Group, offered bool) int {
	for i := len(groups) - 1; i >= 0; i-- {
		if groups[i].Offered == offered {
			return i
		}
	}
	return -1
}

// cutMark stands where a text was cut.
const cutMark = " […]"

// Cut shortens a text to at most most code points, at a space that stands in
// no figure, and says so by an ellipsis between brackets. A text of one long
// word is cut within it, and one that is a single figure is left out rather
// than cut.
func Cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	room := most - utf8.RuneCountInString(cutMark)
	if room < 1 {
		return ""
	}
	end := len(string([]rune(text)[:room]))
	figures := figure.Find(text)
	inFigure := func(at int) bool {
		for _, f := range figures {
			if f.Start < at && at < f.End {
				return true
			}
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[at:], unicode.IsSpace))
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	for at := end; at > 0; at-- {
		if (text[at] == ' ' || text[at] == '\n') && !inFigure(at) {
			return strings.TrimRight(text[:at], " \n,;:–") + cutMark
		}
	}
	for ; end > 0; end-- {
		if utf8.RuneStart(text[end]) && !inFigure(end) {
			break
		}
	}
	if end == 0 {
		return strings.TrimSpace(cutMark)
	}
	return text[:end] + cutMark
}
