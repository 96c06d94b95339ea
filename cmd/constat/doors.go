package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"constat/bot/chat"
	"constat/bot/discord"
	"constat/bot/publish"
	"constat/bot/slack"
)

// An opening is which variables open a door, and what it leads to, as help
// shows them.
type opening struct{ variables, opens string }

var openings = []opening{
	{"SLACK_BOT_TOKEN et SLACK_APP_TOKEN", "Slack, par connexions sortantes"},
	{"SLACK_BOT_TOKEN et SLACK_SIGNING_SECRET, avec --http", "Slack, à l'adresse /slack/events"},
	{"DISCORD_TOKEN, sauf si DISCORD_GATEWAY=off", "Discord, par connexion sortante"},
	{"DISCORD_PUBLIC_KEY, avec --http", "les commandes de Discord, à l'adresse /discord/interactions"},
}

// doorsHelp lists which variables open which door.
func doorsHelp() string {
	var b strings.Builder
	for _, o := range openings {
		fmt.Fprintf(&b, "  %s : %s\n", o.variables, o.opens)
	}
	return b.String()
}

// openDoors opens what the environment says. Its error is for the operator.
func openDoors(h *house) ([]door, error) {
	slack, err := openSlack(h)
	if err != nil {
		return nil, err
	}
	discord, err := openDiscord(h)
	return append(slack, discord...), err
}

// openDesk opens the desk that both platforms share, and counts what the
// process before had accepted and not answered. The ledger is the caller's to
// close, after the desk is drained.
func openDesk(p *publish.Publisher, getenv func(string) string, data, state string, approvals int) (*chat.Desk, *chat.Ledger, error) {
	list, err := secret(getenv, "CONSTAT_ADMINS")
	if err != nil {
		return nil, nil, err
	}
	admins, err := chat.ReadAdmins(list)
	if err != nil {
		return nil, nil, misused("CONSTAT_ADMINS : %v.", err)
	}
	ledger, err := openLedger(state)
	if err != nil {
		return nil, nil, err
	}
	if lost := ledger.Lost(); lost > 0 {
		slog.Warn("serve: the process before had accepted questions that it never answered", "count", lost)
		if err := p.Journal().Lose(lost); err != nil {
			slog.Error("serve: lost questions not journalled", "error", err)
		}
	}
	desk := chat.NewDesk(p.Handle, ledger)
	desk.Administer(chat.Office{Publisher: p, Admins: admins, Data: data, Approvals: approvals})
	return desk, ledger, nil
}

// openLedger keeps the deliveries in the state folder. A folder that cannot be
// written is no reason to answer nobody: they are kept in memory then.
func openLedger(state string) (*chat.Ledger, error) {
	if state == "" {
		return chat.OpenLedger("", time.Now)
	}
	err := os.MkdirAll(state, 0o755)
	if err == nil {
		var ledger *chat.Ledger
		if ledger, err = chat.OpenLedger(filepath.Join(state, "deliveries.db"), time.Now); err == nil {
			return ledger, nil
		}
	}
	slog.Error("serve: deliveries are remembered until a restart only", "error", err)
	return chat.OpenLedger("", time.Now)
}

// openSlack opens Slack over sockets, which need no address, or else over HTTP.
func openSlack(h *house) ([]door, error) {
	c := slack.Config{APIURL: h.getenv("SLACK_API_URL"), Limited: h.desk.Limited("slack")}
	err := secrets(h.getenv, map[string]*string{"SLACK_BOT_TOKEN": &c.BotToken, "SLACK_APP_TOKEN": &c.AppToken, "SLACK_SIGNING_SECRET": &c.Secret})
	sockets := c.AppToken != ""
	if err != nil || c.BotToken == "" || !sockets && (c.Secret == "" || h.http == "") {
		return nil, err
	}
	s, err := slack.New(c, h.desk)
	if err != nil {
		return nil, misused("%v.", err)
	}
	if sockets {
		return []door{{"Slack, par connexions sortantes", s.Run}}, nil
	}
	h.mux.Handle("/slack/events", s.Handler())
	return []door{{"Slack, à l'adresse /slack/events", s.Run}}, nil
}

// openDiscord opens Discord's gateway, its interactions over HTTP, or both:
// commands come one way, mentions and direct messages over the gateway.
func openDiscord(h *house) ([]door, error) {
	c := discord.Config{AppID: h.getenv("DISCORD_APP_ID"), APIURL: h.getenv("DISCORD_API_URL"), Limited: h.desk.Limited("discord")}
	err := secrets(h.getenv, map[string]*string{"DISCORD_TOKEN": &c.Token, "DISCORD_PUBLIC_KEY": &c.PublicKey})
	if h.http == "" {
		c.PublicKey = ""
	}
	overHTTP, overGateway := c.PublicKey != "", c.Token != "" && h.getenv("DISCORD_GATEWAY") != gatewayOff
	if err != nil || !overHTTP && !overGateway {
		return nil, err
	}
	c.Suggest = chat.NewSuggester(h.publisher.Library, h.publisher.Try)
	d, err := discord.New(c, h.desk)
	if err != nil {
		return nil, misused("%v.", err)
	}
	wait := d.Run
	var doors []door
	if overGateway {
		doors = append(doors, door{name: "Discord, par connexion sortante"})
	} else {
		wait = untilDone
	}
	if overHTTP {
		h.mux.Handle("/discord/interactions", d.Interactions())
		doors = append(doors, door{name: "Discord, à l'adresse /discord/interactions"})
	}
	doors[0].run = func(ctx context.Context) error {
		go c.Suggest.Refresh(ctx)
		go registerCommands(ctx, d, c.Token)
		err := wait(ctx)
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
		defer cancel()
		return errors.Join(err, h.desk.Drain(drain), d.Wait(drain))
	}
	return doors, nil
}

func untilDone(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// registerCommands has Discord know the commands, when it does not yet. What
// fails is told: the commands that Discord knows go on working.
func registerCommands(ctx context.Context, d *discord.Discord, token string) {
	if token == "" {
		slog.InfoContext(ctx, "serve: without DISCORD_TOKEN, commands are registered by constat discord register only")
		return
	}
	changed, err := d.Register(ctx)
	switch {
	case err != nil:
		slog.ErrorContext(ctx, "serve: commands not registered; constat discord register does it", "error", err)
	case changed:
		slog.InfoContext(ctx, "serve: commands registered at Discord")
	}
}

// secrets reads several secrets; its error is of the first that cannot be
// read, in the order of their names.
func secrets(getenv func(string) string, all map[string]*string) error {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		value, err := secret(getenv, name)
		if err != nil {
			return err
		}
		*all[name] = value
	}
	return nil
}
