package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"constat/bot/console"
	"constat/bot/publish"
)

var versions = command{
	name:     "versions",
	synopsis: "[OPTIONS]",
	summary:  "montre les versions publiées, et celle qui répond",
	examples: []string{
		"constat versions --state /var/lib/constat",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		state, format := readStateFlag(fs), formatFlag(fs, "text", "json")
		return func(ctx context.Context, sh shell, args []string) error {
			if len(args) > 0 {
				return misused("versions ne prend que des options.")
			}
			return listVersions(sh.stdout, *state, *format)
		}
	},
}

func listVersions(w io.Writer, state, format string) error {
	if state == "" {
		return errNoState
	}
	list, err := publish.Versions(state)
	if err != nil {
		return err
	}
	pending, err := publish.Proposals(state)
	if err != nil {
		return err
	}
	if format == "json" {
		line, err := console.Line(struct {
			Versions []publish.Version  `json:"versions"`
			Pending  []publish.Proposal `json:"pending"` // a second person must approve them
		}{list, append([]publish.Proposal{}, pending...)})
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	}
	var b strings.Builder
	if len(list) == 0 {
		fmt.Fprintf(&b, "Rien n'a encore été publié dans « %s ».\n", state)
	}
	table := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for _, v := range list {
		live := ""
		if v.Live {
			live = "répond"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s, %s\t%s\n", v.ID, moment(v.At), v.By, plural(v.Editions, "édition"), plural(v.Findings, "constat"), live)
	}
	table.Flush()
	if len(pending) > 0 {
		b.WriteString("\nEn attente de l'accord d'une autre personne :\n")
	}
	for _, p := range pending {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", p.ID, moment(p.At), p.By, approveCommand(state, p.ID))
	}
	table.Flush()
	_, err = io.WriteString(w, console.Clean(strings.ReplaceAll(b.String(), " \n", "\n")))
	return err
}

// approveCommand is what a second person types to publish a proposal.
func approveCommand(state, id string) string {
	return "constat publish --state " + shellWord(state) + " --approve " + id
}

// errNoState is told by what only reads a state folder.
var errNoState = errors.New("donnez le dossier d'état avec --state DOSSIER")

// moment writes a time of here: "25/11/2026 15:48".
func moment(t time.Time) string { return t.Local().Format("02/01/2006 15:04") }

var rollback = command{
	name:     "rollback",
	synopsis: "[OPTIONS] [VERSION]",
	summary:  "revient à une version publiée, par défaut la précédente",
	details: `VERSION est un nom que montre « constat versions », ou son début. Sans VERSION, revenir
deux fois recule de deux versions.`,
	examples: []string{
		"constat rollback --state /var/lib/constat",
		"constat rollback --state /var/lib/constat 3f2a91",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		state := readStateFlag(fs)
		return func(ctx context.Context, sh shell, args []string) error {
			switch {
			case *state == "":
				return errNoState
			case len(args) > 1:
				return misused("donnez une seule version.")
			}
			progress := newBar(sh)
			live, err := publish.Rollback(ctx, publish.Options{State: *state, Progress: progress.tell}, strings.Join(args, ""), person())
			progress.close()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(sh.stdout, "La version %s répond de nouveau.\n", live.Version)
			return err
		}
	},
}
