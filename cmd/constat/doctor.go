package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"strings"

	"constat/bot/console"
	"constat/bot/publish"
)

var doctor = command{
	name:     "doctor",
	synopsis: "[OPTIONS]",
	summary:  "dit si cette installation peut répondre, et ce qui y manque",
	details: `Regarde, sans rien changer ni joindre aucun réseau, ce dont « constat serve » aurait
besoin avec les mêmes options et les mêmes variables d'environnement : les éditions, le
dossier d'état et chacune de ses versions, le journal, les secrets, les portes. Code de
sortie 1 si quelque chose est à corriger.`,
	examples: []string{
		"constat doctor --state /var/lib/constat --http 127.0.0.1:8080",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		data, state := dataFlag(fs), readStateFlag(fs)
		address := fs.String("http", "", "l'`ADRESSE` que serve écouterait")
		return func(ctx context.Context, sh shell, args []string) error {
			if len(args) > 0 {
				return misused("doctor ne prend que des options.")
			}
			return tellChecks(sh.stdout, checks(sh.getenv, *data, *state, *address))
		}
	},
}

// checks looks at everything that serve needs.
func checks(getenv func(string) string, data, state, address string) []publish.Check {
	var all []publish.Check
	if state != "" {
		all = publish.Inspect(state)
	}
	approvals, err := approvals(getenv)
	if err != nil {
		all = append(all, publish.Check{What: "CONSTAT_APPROVALS se lit", Err: err})
	}
	p, err := publish.Open(publish.Options{Data: data, State: state})
	if err != nil {
		return append(all, publish.Check{What: "les éditions se lisent", Err: err})
	}
	defer p.Close()
	findings := 0
	for _, e := range p.Editions() {
		findings += e.Findings
	}
	all = append(all, publish.Check{What: fmt.Sprintf("les éditions se lisent : version %s, %s, %s", p.Live().Version, plural(len(p.Editions()), "édition"), plural(findings, "constat"))})
	return append(all, doorChecks(p, getenv, data, address, approvals)...)
}

var errNoDoor = errors.New("aucune ne s'ouvre avec ces variables d'environnement et ces options :\n" + strings.TrimRight(doorsHelp(), "\n"))

// doorChecks looks at which doors would open.
func doorChecks(p *publish.Publisher, getenv func(string) string, data, address string, approvals int) []publish.Check {
	desk, ledger, err := openDesk(p, getenv, data, "", approvals)
	if err != nil {
		return []publish.Check{{What: "les administrateurs se lisent", Err: err}}
	}
	defer ledger.Close()
	doors, err := openDoors(&house{publisher: p, desk: desk, getenv: getenv, http: address, mux: http.NewServeMux()})
	if err == nil && len(doors) == 0 {
		err = errNoDoor
	}
	if err != nil {
		return []publish.Check{{What: "une porte s'ouvre", Err: err}}
	}
	var all []publish.Check
	for _, d := range doors {
		all = append(all, publish.Check{What: "porte : " + d.name})
	}
	return all
}

func tellChecks(w io.Writer, all []publish.Check) error {
	var b strings.Builder
	wrong := 0
	for _, c := range all {
		if c.Err == nil {
			fmt.Fprintf(&b, "  bon          %s\n", c.What)
			continue
		}
		wrong++
		fmt.Fprintf(&b, "  à corriger   %s : %s\n", c.What, strings.ReplaceAll(c.Err.Error(), "\n", "\n               "))
	}
	if _, err := io.WriteString(w, console.Clean(b.String())); err != nil {
		return err
	}
	if wrong > 0 {
		return errFailed
	}
	return nil
}
