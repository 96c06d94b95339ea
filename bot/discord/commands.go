package discord

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// The commands and their options, as Discord sends them back.
const (
	askCommand       = "observatoire"
	adminCommand     = "observatoire-admin"
	optionQuestion   = "question"
	optionEdition    = "edition"
	optionPopulation = "population"
)

// english says the same in the two Englishes that Discord tells apart.
func english(s string) map[discordgo.Locale]string {
	return map[discordgo.Locale]string{discordgo.EnglishUS: s, discordgo.EnglishGB: s}
}

// commands are the set that is registered. Whoever may manage a server sees
// the command of administrators; CONSTAT_ADMINS alone says who may use it.
func commands() []*discordgo.ApplicationCommand {
	manage := int64(discordgo.PermissionManageServer)
	text := func(name, description, inEnglish string) *discordgo.ApplicationCommandOption {
		return &discordgo.ApplicationCommandOption{
			Type: discordgo.ApplicationCommandOptionString, Name: name, Autocomplete: true,
			Description: description, DescriptionLocalizations: english(inEnglish),
		}
	}
	act := func(name, nameInEnglish, description, inEnglish string) *discordgo.ApplicationCommandOption {
		return &discordgo.ApplicationCommandOption{
			Type: discordgo.ApplicationCommandOptionSubCommand, Name: name, NameLocalizations: english(nameInEnglish),
			Description: description, DescriptionLocalizations: english(inEnglish),
		}
	}
	askInEnglish := english("Ask what an observatory published, with its source (answers are in French)")
	adminInEnglish := english("Publish the editions of the observatory, or go back to an earlier version")
	return []*discordgo.ApplicationCommand{
		{
			Type: discordgo.ChatApplicationCommand, Name: askCommand,
			Description: "Demander ce qu'un observatoire a publié, avec sa source", DescriptionLocalizations: &askInEnglish,
			Contexts: &[]discordgo.InteractionContextType{
				discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
			},
			IntegrationTypes: &[]discordgo.ApplicationIntegrationType{
				discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
			},
			Options: []*discordgo.ApplicationCommandOption{
				text(optionQuestion, "La question, en français ; sans elle, une aide", "The question, in French; without it, some help"),
				text(optionEdition, "L'année de l'édition", "The year of the edition"),
				text(optionPopulation, "De qui il s'agit", "Whom it is about"),
			},
		},
		{
			Type: discordgo.ChatApplicationCommand, Name: adminCommand,
			Description: "Publier les éditions de l'observatoire, ou revenir à une version", DescriptionLocalizations: &adminInEnglish,
			DefaultMemberPermissions: &manage,
			Contexts:                 &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild},
			IntegrationTypes:         &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall},
			Options: []*discordgo.ApplicationCommandOption{
				act("état", "status", "Ce qui est publié, et ce qui attend de l'être", "What is published, and what waits to be"),
				act("publier", "publish", "Vérifier les éditions déposées, puis les publier", "Check the editions that were dropped, then publish them"),
				act("revenir", "back", "Revenir à une version déjà publiée", "Go back to a version published before"),
			},
		},
	}
}

// Register registers the commands, unless Discord holds the very same, and
// reports whether it had to. It needs the bot's token. Its error is told to
// the operator, in French.
func (d *Discord) Register(ctx context.Context) (changed bool, err error) {
	app, err := d.application(ctx)
	if err != nil {
		return false, err
	}
	address := d.address("applications", app, "commands")
	held, err := d.client.Send(ctx, http.MethodGet, address+"?with_localizations=true", nil, d.authorized())
	if err != nil {
		return false, told(err)
	}
	if fingerprint(held) == fingerprint(encoded(commands())) {
		return false, nil
	}
	if _, err := d.client.Send(ctx, http.MethodPut, address, commands(), d.authorized()); err != nil {
		return false, told(err)
	}
	return true, nil
}

// permissions are what the bot needs in a server: to see channels, to answer
// there and in threads, with embeds, and to reply to what it was asked.
const permissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages | discordgo.PermissionSendMessagesInThreads |
	discordgo.PermissionEmbedLinks | discordgo.PermissionReadMessageHistory

// Invitation is the address that invites the bot into a server. Its error is
// told to the operator, in French.
func (d *Discord) Invitation(ctx context.Context) (string, error) {
	app, err := d.application(ctx)
	if err != nil {
		return "", err
	}
	asks := url.Values{"client_id": {app}, "scope": {"bot applications.commands"}, "permissions": {strconv.Itoa(permissions)}}
	return officialURL + "/oauth2/authorize?" + asks.Encode(), nil
}

// fingerprint is a set of commands without what Discord adds to it, as text;
// empty when it is no set of commands.
func fingerprint(set []byte) string {
	var all []*discordgo.ApplicationCommand
	if json.Unmarshal(set, &all) != nil {
		return ""
	}
	byName := map[string]*discordgo.ApplicationCommand{}
	for _, c := range all {
		c.ID, c.ApplicationID, c.GuildID, c.Version = "", "", "", ""
		c.NSFW, c.DefaultPermission, c.DMPermission = nil, nil, nil
		plainOptions(c.Options)
		if len(c.Options) == 0 {
			c.Options = nil
		}
		byName[c.Name] = c
	}
	return string(encoded(byName))
}

// plainOptions makes what is absent and what is empty the same.
func plainOptions(all []*discordgo.ApplicationCommandOption) {
	for _, o := range all {
		if len(o.Options) == 0 {
			o.Options = nil
		}
		if len(o.Choices) == 0 {
			o.Choices = nil
		}
		if len(o.ChannelTypes) == 0 {
			o.ChannelTypes = nil
		}
		plainOptions(o.Options)
	}
}

// encoded is a value as JSON, its keys sorted.
func encoded(v any) []byte {
	text, _ := json.Marshal(v) // these types always marshal
	return text
}
