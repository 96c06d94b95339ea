package publish

// Status is what an admin is shown.
type Status struct {
	Live     Live
	State    string // the state folder; empty when there is none, and nothing can be published
	Editions []Edition
}

// An Edition is one that answers.
type Edition struct {
	Series      string
	Year        int // 0 when none is known
	Observatory string
	Findings    int
}

// Status tells what answers, and whether something else waits.
func (p *Publisher) Status() Status {
	s := Status{Live: p.Live(), State: p.options.State}
	for _, e := range p.bot.Library().Editions {
		s.Editions = append(s.Editions, Edition{e.Series, e.Year, e.Observatory, len(e.Findings)})
	}
	return s
}
