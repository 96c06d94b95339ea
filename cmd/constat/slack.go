package main

import (
	"context"
	"flag"
	"fmt"

	"constat/bot/slack"
)

var slackCommand = command{
	name:     "slack",
	synopsis: "manifest [OPTIONS]",
	summary:  "écrit le manifeste de l'application Slack, à coller dans Slack",
	details: `« constat slack manifest » écrit le manifeste à coller sur https://api.slack.com/apps
(« Create New App », « From a manifest »). Sans --url, l'application reçoit par Socket
Mode ; avec --url, par HTTP, à l'adresse publique de POST /slack/events. Les portées
sont les seules nécessaires ; --threads, --groups et --agent en ajoutent.`,
	examples: []string{
		"constat slack manifest",
		"constat slack manifest --url https://bot.exemple.fr/slack/events --groups",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		var m slack.Manifest
		fs.StringVar(&m.Name, "name", "", "`NOM` de l'application et du robot, 35 caractères au plus (Observatoire par défaut)")
		fs.StringVar(&m.URL, "url", "", "reçoit par HTTP à cette `ADRESSE` publique")
		fs.BoolVar(&m.Agent, "agent", false, "s'ouvre dans la vue des agents de Slack ; les invités de l'espace n'y ont pas accès")
		fs.BoolVar(&m.Threads, "threads", false, "relit ses réponses dans les fils, pour les continuer après un redémarrage ; donne à lire les canaux où il est invité")
		fs.BoolVar(&m.Groups, "groups", false, "permet de nommer des groupes dans CONSTAT_ADMINS")
		return func(ctx context.Context, sh shell, args []string) error {
			if len(args) != 1 || args[0] != "manifest" {
				return misused("écrivez « constat slack manifest », suivi d'options.")
			}
			out, err := m.JSON()
			if err != nil {
				return fmt.Errorf("le manifeste n'est pas écrit : %w", err)
			}
			_, err = sh.stdout.Write(out)
			return err
		}
	},
}
