package main

import (
	"fmt"
	"strings"
)

// halves tells the operator which variables are set that open nothing as they
// are, and what to add: one sentence a door. A variable that cannot be read is
// told by who opens the door.
func halves(getenv func(string) string, address string) []string {
	set := func(name string) bool {
		value, err := secret(getenv, name)
		return err != nil || value != ""
	}
	var all []string
	if s := halfSlack(set, address != ""); s != "" {
		all = append(all, s)
	}
	gateway := getenv("DISCORD_GATEWAY")
	if s := halfDiscord(set, address != "", gateway == gatewayOff); s != "" {
		all = append(all, s)
	}
	if gateway != "" && gateway != gatewayOff {
		all = append(all, fmt.Sprintf("DISCORD_GATEWAY n'accepte que « %s », et non « %s ».", gatewayOff, gateway))
	}
	return all
}

// gatewayOff is the value of DISCORD_GATEWAY that keeps the gateway closed;
// any other leaves it open.
const gatewayOff = "off"

func halfSlack(set func(string) bool, listens bool) string {
	bot, app, signing := set("SLACK_BOT_TOKEN"), set("SLACK_APP_TOKEN"), set("SLACK_SIGNING_SECRET")
	switch {
	case bot && (app || signing && listens), !bot && !app && !signing:
		return ""
	case bot && signing:
		return "SLACK_BOT_TOKEN et SLACK_SIGNING_SECRET sont données : ajoutez --http ADRESSE, ou SLACK_APP_TOKEN (connexions sortantes)."
	case bot:
		return "SLACK_BOT_TOKEN est donnée, mais il manque SLACK_APP_TOKEN (connexions sortantes), ou SLACK_SIGNING_SECRET avec --http."
	case app:
		return "SLACK_APP_TOKEN est donnée, mais il manque SLACK_BOT_TOKEN."
	case listens:
		return "SLACK_SIGNING_SECRET est donnée, mais il manque SLACK_BOT_TOKEN."
	}
	return "SLACK_SIGNING_SECRET est donnée, mais il manque SLACK_BOT_TOKEN, et --http ADRESSE."
}

func halfDiscord(set func(string) bool, listens, off bool) string {
	token, key := set("DISCORD_TOKEN"), set("DISCORD_PUBLIC_KEY")
	switch {
	case token && !off, key && listens:
		return ""
	case key:
		return "DISCORD_PUBLIC_KEY est donnée : ajoutez --http ADRESSE."
	case token:
		return "DISCORD_TOKEN est donnée, mais DISCORD_GATEWAY=off ferme la connexion sortante : ôtez-la, ou ajoutez DISCORD_PUBLIC_KEY avec --http."
	}
	return ""
}

// noDoor says why no door opens: what is half there, or else what opens one.
func noDoor(getenv func(string) string, address string) string {
	if half := halves(getenv, address); len(half) > 0 {
		return strings.Join(half, "\n")
	}
	return "il manque les variables d'environnement de l'une d'elles :\n" + strings.TrimRight(doorsHelp(), "\n")
}
