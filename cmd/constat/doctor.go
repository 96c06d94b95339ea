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
	p, err := publish.Open(publish.Options{Data: data, State: state})
	if err != nil {
		return append(all, publish.Check{What: "éditions", Err: err})
	}
	defer p.Close()
	findings := 0
	for _, e := range p.Editions() {
		findings += e.Findings
	}
	all = append(all, publish.Check{What: "éditions", Good: fmt.Sprintf("version %s, %s, %s", p.Live().Version, plural(len(p.Editions()), "édition"), plural(findings, "constat"))})
	return append(all, doorChecks(p, getenv, data, address)...)
}

// doorChecks looks at which doors would open, and at every variable and option
// that they need, wrong ones included.
func doorChecks(p *publish.Publisher, getenv func(string) string, data, address string) []publish.Check {
	var all []publish.Check
	approvals, err := approvals(getenv)
	if err != nil {
		all = append(all, publish.Check{What: "accord", Err: err})
	}
	desk, ledger, err := openDesk(p, getenv, data, "", approvals)
	if err != nil {
		all = append(all, publish.Check{What: "administrateurs", Err: err})
		list := getenv
		getenv = func(name string) string { // the doors are looked at all the same
			if strings.HasPrefix(name, "CONSTAT_ADMINS") {
				return ""
			}
			return list(name)
		}
		if desk, ledger, err = openDesk(p, getenv, data, "", approvals); err != nil {
			return all
		}
	}
	defer ledger.Close()
	if address != "" {
		listener, err := listenAt(address)
		if err == nil {
			err = listener.Close()
		}
		all = append(all, publish.Check{What: "--http", Good: "l'adresse « " + address + " » est libre", Err: err})
	}
	h, open := &house{publisher: p, desk: desk, getenv: getenv, http: address, mux: http.NewServeMux()}, 0
	wrong := false
	for _, platform := range []struct {
		name string
		open func(*house) ([]door, error)
	}{{"Slack", openSlack}, {"Discord", openDiscord}} {
		doors, err := platform.open(h)
		if err != nil {
			wrong = true
			all = append(all, publish.Check{What: platform.name, Err: err})
		}
		for _, d := range doors {
			open++
			all = append(all, publish.Check{What: "porte", Good: d.name})
		}
	}
	if open == 0 && !wrong {
		return append(all, publish.Check{What: "portes", Err: errors.New("aucune ne s'ouvre : " + noDoor(getenv, address))})
	}
	for _, half := range halves(getenv, address) {
		all = append(all, publish.Check{What: "variables", Err: errors.New(half)})
	}
	return all
}

func tellChecks(w io.Writer, all []publish.Check) error {
	var b strings.Builder
	wrong := 0
	for _, c := range all {
		if c.Err == nil {
			fmt.Fprintf(&b, "  bon          %s : %s\n", c.What, c.Good)
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
