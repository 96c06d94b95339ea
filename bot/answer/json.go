package answer

import (
	"encoding/json"
	"strconv"

	"constat/data"
	"constat/data/figure"
)

// The shapes below are the command-line contract's: their keys never change.

type answerJSON struct {
	Kind       Kind         `json:"kind"`
	Reason     Reason       `json:"reason"`
	Verdict    Verdict      `json:"verdict"`
	Text       string       `json:"text"`
	Cited      []citedJSON  `json:"cited"`
	Computed   []Computed   `json:"computed"`
	Notes      []string     `json:"notes"`
	Near       []choiceJSON `json:"near"`
	Choices    []choiceJSON `json:"choices"`
	FollowUps  []choiceJSON `json:"follow_ups"`
	State      string       `json:"state"`
	Understood Understood   `json:"understood"`
	Version    string       `json:"version"`
}

type citedJSON struct {
	Finding     string         `json:"finding"`
	Series      string         `json:"serie"`
	Collection  string         `json:"collection"`
	Observatory string         `json:"observatory"`
	Edition     *int           `json:"edition"`
	Period      string         `json:"period"`
	Statement   string         `json:"statement"`
	Population  string         `json:"population"`
	Indicator   string         `json:"indicator"`
	Status      string         `json:"status"`
	Horizon     string         `json:"horizon"`
	Attribution string         `json:"attribution"`
	Figure      *figure.Figure `json:"figure"`
	Items       []itemJSON     `json:"items"`
	Sources     []sourceJSON   `json:"sources"`
}

type itemJSON struct {
	Label  string         `json:"label"`
	Rank   int            `json:"rank,omitempty"`
	Figure *figure.Figure `json:"figure,omitempty"`
	Detail string         `json:"detail,omitempty"`
}

type sourceJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Author    string `json:"author"`
	Date      string `json:"date"`
	URL       string `json:"url"`
	Page      string `json:"page"`
}

type choiceJSON struct {
	Finding string `json:"finding,omitempty"`
	Label   string `json:"label"`
	State   string `json:"state"`
}

// MarshalJSON writes the answer as the command-line contract says, without
// its id. Lists are never null.
func (a Answer) MarshalJSON() ([]byte, error) {
	out := answerJSON{
		Kind: a.Kind, Reason: a.Reason, Verdict: a.Verdict, Text: a.Text,
		Cited: []citedJSON{}, Computed: listed(a.Computed), Notes: listed(a.Notes),
		Near: choices(a.Near), Choices: choices(a.Choices), FollowUps: choices(a.FollowUps),
		State: a.State, Understood: a.Understood, Version: a.Version,
	}
	for _, c := range a.Cited {
		out.Cited = append(out.Cited, cited(c))
	}
	return json.Marshal(out)
}

func cited(c Citation) citedJSON {
	e := c.Edition
	j := citedJSON{
		Finding: c.ID(), Series: e.Series, Collection: e.Collection, Observatory: e.Observatory, Period: e.Period,
		Items: []itemJSON{}, Sources: []sourceJSON{}, Attribution: string(data.Method),
	}
	if e.Year != 0 {
		j.Edition = &e.Year
	}
	for _, s := range c.Sources() {
		j.Sources = append(j.Sources, sourceJSON{s.ID, s.Title, s.Publisher, s.Author, s.Date, s.URL, s.Page})
	}
	f := c.Finding
	if f == nil {
		j.Statement = c.said
		return j
	}
	j.Statement, j.Population, j.Indicator = f.Statement, f.Population, f.Indicator
	j.Status, j.Attribution, j.Figure = string(f.Status), string(f.Attribution), f.Figure
	if f.Horizon != 0 {
		j.Horizon = strconv.Itoa(f.Horizon)
	}
	for _, i := range f.Items {
		j.Items = append(j.Items, itemJSON(i))
	}
	return j
}

func choices(all []Choice) []choiceJSON {
	out := make([]choiceJSON, len(all))
	for i, c := range all {
		out[i] = choiceJSON{Label: c.Label, State: c.State}
		if c.Finding != nil {
			out[i].Finding = c.Finding.ID
		}
	}
	return out
}

func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
