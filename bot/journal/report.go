package journal

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"constat/bot/answer"
	"constat/data/lexicon"
)

// A Report is what people asked and did not get, and what they say of what
// they got.
type Report struct {
	Days       int           `json:"days"` // on which something was asked
	Asked      int           `json:"asked"`
	Found      int           `json:"found"`
	Unanswered []Unanswered  `json:"unanswered"` // the most frequent first
	Remarks    []RemarkCount `json:"remarks"`    // the most frequent first
	Refusals   []Refusal     `json:"refusals"`
	Lost       int           `json:"lost"` // accepted, and never answered because the program was killed
	Published  int           `json:"publications"`
	RolledBack int           `json:"rollbacks"`
	Altered    *AlteredError `json:"altered"` // the list of publications is not what was written
}

// An Unanswered is questions that were understood the same and abstained from
// for the same reason.
type Unanswered struct {
	Count      int               `json:"count"`
	Last       string            `json:"last"` // day
	Reason     answer.Reason     `json:"reason"`
	Understood answer.Understood `json:"understood"`
}

// A RemarkCount is how often a reason was given for a finding.
type RemarkCount struct {
	Count   int    `json:"count"`
	Finding string `json:"finding"`
	Reason  string `json:"reason"`
}

// Report sums up the journal.
func (j *Journal) Report() (Report, error) {
	r := Report{Unanswered: []Unanswered{}, Remarks: []RemarkCount{}, Refusals: []Refusal{}}
	past, err := j.Publications()
	if err != nil && !errors.As(err, &r.Altered) {
		return r, err
	}
	for _, p := range past {
		if p.Act == RolledBack {
			r.RolledBack++
		} else {
			r.Published++
		}
	}
	entries, err := j.Questions()
	if err != nil {
		return r, err
	}
	r.questions(entries)
	remarks, err := j.Remarks()
	if err != nil {
		return r, err
	}
	r.remarks(remarks)
	refusals, err := j.Refusals()
	if err != nil {
		return r, err
	}
	r.Refusals = append(r.Refusals, refusals...)
	losses, err := j.Losses()
	for _, l := range losses {
		r.Lost += l.Count
	}
	return r, err
}

func (r *Report) questions(entries []Entry) {
	groups := map[string]*Unanswered{}
	days := map[string]bool{}
	for _, e := range entries {
		days[e.Day] = true
		r.Asked++
		if e.Kind == answer.Found {
			r.Found++
		}
		if e.Kind != answer.Abstained {
			continue
		}
		key := e.frame()
		if groups[key] == nil {
			groups[key] = &Unanswered{Reason: e.Reason, Understood: e.Understood}
		}
		groups[key].Count++
		groups[key].Understood.Indicator = max(groups[key].Understood.Indicator, e.Understood.Indicator) // accents come after letters
		groups[key].Last = max(groups[key].Last, e.Day)
	}
	r.Days = len(days)
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		r.Unanswered = append(r.Unanswered, *groups[key])
	}
	slices.SortStableFunc(r.Unanswered, func(a, b Unanswered) int { return cmp.Compare(b.Count, a.Count) })
}

// frame is what a question was about, and why it was not answered: how it was
// asked makes no difference, accents included.
func (e Entry) frame() string {
	u := e.Understood
	return fmt.Sprintf("%s|%s|%q|%v|%s", e.Reason, lexicon.Fold(u.Indicator), u.Populations, u.Editions, u.Status)
}

func (r *Report) remarks(all []Remark) {
	counts := map[string]*RemarkCount{}
	for _, m := range all {
		key := m.Finding + "|" + m.Reason
		if counts[key] == nil {
			counts[key] = &RemarkCount{Finding: m.Finding, Reason: m.Reason}
		}
		counts[key].Count++
	}
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		r.Remarks = append(r.Remarks, *counts[key])
	}
	slices.SortStableFunc(r.Remarks, func(a, b RemarkCount) int { return cmp.Compare(b.Count, a.Count) })
}
