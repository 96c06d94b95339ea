package discord

import (
	"slices"

	"github.com/bwmarrin/discordgo"
)

// A choice is one completion of an option.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// complete offers what completes the option that a person is typing.
func (d *Discord) complete(i interaction) response {
	choices := []choice{} // null is refused
	for _, text := range d.completions(i) {
		choices = append(choices, choice{text, text})
	}
	return response{discordgo.InteractionApplicationCommandAutocompleteResult, map[string][]choice{"choices": choices}}
}

func (d *Discord) completions(i interaction) []string {
	at := slices.IndexFunc(i.Data.Options, func(o option) bool { return o.Focused })
	if at < 0 || d.config.Suggest == nil {
		return nil
	}
	typed := i.text(i.Data.Options[at].Name)
	switch i.Data.Options[at].Name {
	case optionQuestion:
		return d.config.Suggest.Questions(typed, maxChoices, maxChoice)
	case optionEdition:
		return d.config.Suggest.Editions(typed, maxChoices, maxChoice)
	case optionPopulation:
		return d.config.Suggest.Populations(typed, maxChoices, maxChoice)
	}
	return nil
}
