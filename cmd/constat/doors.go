package main

import (
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"constat/bot/chat"
	"constat/bot/publish"
	"constat/bot/slack"
)

// openings is every door of the program, in the order that help shows them.
var openings = []opening{
	{"SLACK_BOT_TOKEN et SLACK_APP_TOKEN", "Slack, par connexions sortantes", openSlackSocket},
	{"SLACK_BOT_TOKEN et SLACK_SIGNING_SECRET, avec --http", "Slack, à l'adresse /slack/events", openSlackHTTP},
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

// openSlackSocket opens Slack over sockets, which nobody needs to reach.
func openSlackSocket(h *house) ([]door, error) {
	config, err := slackConfig(h)
	if err != nil || config.BotToken == "" || config.AppToken == "" {
		return nil, err
	}
	config.Secret = "" // one way in: Slack sends to sockets when there are any
	s, err := slack.New(config, h.desk)
	if err != nil {
		return nil, misused("%v.", err)
	}
	return []door{{"Slack, par connexions sortantes", s.Run}}, nil
}

// openSlackHTTP opens Slack over HTTP, unless sockets are.
func openSlackHTTP(h *house) ([]door, error) {
	config, err := slackConfig(h)
	if err != nil || config.BotToken == "" || config.AppToken != "" || config.Secret == "" || h.http == "" {
		return nil, err
	}
	s, err := slack.New(config, h.desk)
	if err != nil {
		return nil, misused("%v.", err)
	}
	h.mux.Handle("/slack/events", s.Handler())
	return []door{{"Slack, à l'adresse /slack/events", s.Run}}, nil
}

func slackConfig(h *house) (slack.Config, error) {
	c := slack.Config{APIURL: h.getenv("SLACK_API_URL"), Limited: h.desk.Limited("slack")}
	err := secrets(h.getenv, map[string]*string{"SLACK_BOT_TOKEN": &c.BotToken, "SLACK_APP_TOKEN": &c.AppToken, "SLACK_SIGNING_SECRET": &c.Secret})
	return c, err
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
