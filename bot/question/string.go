package question

import (
	"fmt"
	"strings"
)

// String prints the slots that most questions fill, one a line, empty ones
// left out, for tests and goldens.
func (q Question) String() string {
	var b strings.Builder
	line := func(slot string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "[]" && s != "0" && s != "false" {
			fmt.Fprintf(&b, "%s: %s\n", slot, s)
		}
	}
	line("wants", q.Wants)
	line("about", q.About)
	line("noun", q.Noun)
	line("subject", strings.Join(q.Subject, " "))
	line("who", strings.Join(q.Who.Groups, " "))
	if q.Who.Size.Low != 0 || q.Who.Size.High != 0 {
		line("size", fmt.Sprintf("%g..%g", q.Who.Size.Low, q.Who.Size.High))
	}
	line("years", strings.Trim(fmt.Sprint(q.Years), "[]"))
	line("rank", q.Rank)
	line("horizon", q.Horizon)
	line("stage", q.Stage)
	line("negative", q.Negative)
	line("member", q.Member)
	for _, f := range q.Quoted {
		line("quoted", f.Wording)
	}
	if c := q.Change; c.Asked {
		line("change", strings.Trim(fmt.Sprintf("%s since:%d until:%d", []string{"down", "any", "up"}[c.Claimed+1], c.Since, c.Until), " "))
	}
	for _, side := range q.Sides {
		line("side", strings.ReplaceAll(strings.TrimSpace(side.String()), "\n", "; "))
	}
	for _, c := range q.Corrected {
		line("corrected", c.Typed+" → "+c.Read)
	}
	return b.String()
}
