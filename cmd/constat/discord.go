package main

import (
	"context"
	"flag"
	"fmt"

	"constat/bot/discord"
)

var discordCommand = command{
	name:     "discord",
	synopsis: "register",
	summary:  "fait connaître ses commandes à Discord, et donne l'adresse qui invite le bot",
	details: `« constat discord register » enregistre /observatoire et /observatoire-admin auprès de
Discord, si elles ont changé ; « constat serve » le fait aussi quand il démarre. Il lui
faut DISCORD_TOKEN (ou DISCORD_TOKEN_FILE) ; DISCORD_APP_ID est demandé à Discord s'il
manque. Discord peut mettre une heure à montrer une commande nouvelle partout.`,
	examples: []string{"constat discord register"},
	flags: func(*flag.FlagSet) func(context.Context, shell, []string) error {
		return func(ctx context.Context, sh shell, args []string) error {
			if len(args) != 1 || args[0] != "register" {
				return misused("écrivez « constat discord register ».")
			}
			return register(ctx, sh)
		}
	},
}

// register registers the commands of Discord.
func register(ctx context.Context, sh shell) error {
	c := discord.Config{AppID: sh.getenv("DISCORD_APP_ID"), APIURL: sh.getenv("DISCORD_API_URL")}
	var err error
	if c.Token, err = secret(sh.getenv, "DISCORD_TOKEN"); err != nil {
		return err
	}
	if c.Token == "" {
		return misused("il manque DISCORD_TOKEN : le jeton de la page « Bot » de l'application.")
	}
	d, err := discord.New(c, nil)
	if err != nil {
		return misused("%v.", err)
	}
	changed, err := d.Register(ctx)
	if err != nil {
		return err
	}
	said := "Discord connaît déjà ces commandes : rien n'a changé."
	if changed {
		said = "Les commandes sont enregistrées."
	}
	invitation, err := d.Invitation(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sh.stdout, "%s\nPour inviter le bot dans un serveur :\n%s\n", said, invitation)
	return err
}
