package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"constat/bot/chat"
	"constat/bot/publish"
)

var serve = command{
	name:     "serve",
	synopsis: "[OPTIONS]",
	summary:  "répond dans Slack et Discord, selon les variables d'environnement",
	details: `Les portes qui s'ouvrent dépendent des seules variables d'environnement ; un secret peut
venir d'un fichier, nommé par la même variable suivie de _FILE :
` + doorsHelp() + `
DISCORD_APP_ID, facultatif, est l'identifiant de l'application, demandé à Discord sinon.
CONSTAT_ADMINS dit seul qui peut publier depuis Slack et Discord : slack:T…/U…,
slack:T…/S… (un groupe), discord:ID, séparés par des virgules. CONSTAT_APPROVALS=2 demande
l'accord d'une seconde personne de cette liste.

Avec --http, GET /healthz, /readyz et /metrics répondent aussi. SIGTERM arrête le
programme une fois répondues les questions acceptées ; SIGHUP prend la version publiée
dans --state.

Le journal garde, dans le dossier d'état, les publications et les remarques. Les
questions n'y sont gardées que si --journal-days est donné : comment elles ont été
comprises et ce qui a été cité, ni leur texte ni qui les a posées. Le programme les
efface après ce nombre de jours ; pour les effacer plus tôt, supprimez les fichiers
journal/questions-*.db du dossier d'état.`,
	examples: []string{
		"constat serve --data editions --state /var/lib/constat --watch",
		"constat serve --state /var/lib/constat --http 127.0.0.1:8080",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		s := serving{
			data:  dataFlag(fs),
			state: stateFlag(fs),
			http:  fs.String("http", "", "écoute à cette `ADRESSE`, par exemple 127.0.0.1:8080"),
			watch: fs.Bool("watch", false, "prend les versions qu'un autre processus publie dans --state"),
			days:  countFlag(fs, "journal-days", 0, "garde les questions `N` jours dans le journal, sans texte ni nom (non gardées par défaut)"),
		}
		return s.run
	},
}

// stateFlag declares the --state of what publishes, or answers what is
// published.
func stateFlag(fs *flag.FlagSet) *string {
	return fs.String("state", "", "garde les versions publiées dans ce `DOSSIER`")
}

// readStateFlag declares the --state of what looks at what was published.
func readStateFlag(fs *flag.FlagSet) *string {
	return fs.String("state", "", "lit le dossier d'état `DOSSIER`, celui donné à publish et à serve")
}

// serving is one run of serve.
type serving struct {
	data, state, http *string
	watch             *bool
	days              *int
}

// A house is what the doors are given: what answers, where they listen, and
// what the environment says.
type house struct {
	publisher *publish.Publisher
	desk      *chat.Desk
	getenv    func(string) string
	http      string         // address listened to; empty for none
	mux       *http.ServeMux // of that address
}

// A door is one way in. Run lets people in until the context is done, and
// returns once what it accepted is answered; an error before that closes the
// program. A door that only hangs on the mux has no run.
type door struct {
	name string // as serve prints it, in French
	run  func(context.Context) error
}

func (s serving) run(ctx context.Context, sh shell, args []string) error {
	if len(args) > 0 {
		return misused("serve ne prend que des options.")
	}
	if *s.state == "" && (*s.watch || *s.days > 0) {
		return misused("--watch et --journal-days demandent un dossier d'état : ajoutez --state DOSSIER.")
	}
	approvals, err := approvals(sh.getenv)
	if err != nil {
		return err
	}
	p, err := publish.Open(publish.Options{Data: *s.data, State: *s.state, Days: *s.days, Approvals: approvals})
	if err != nil {
		return err
	}
	defer p.Close()
	if err := s.opens(p, sh.getenv); err != nil {
		return err
	}
	desk, ledger, err := openDesk(p, sh.getenv, *s.data, *s.state, approvals)
	if err != nil {
		return err
	}
	defer ledger.Close()
	h := &house{publisher: p, desk: desk, getenv: sh.getenv, http: *s.http, mux: http.NewServeMux()}
	doors, err := openDoors(h)
	if err != nil {
		return err
	}
	for _, half := range halves(sh.getenv, *s.http) {
		fmt.Fprintf(sh.stderr, "constat : %s\n", half)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends it at once
	return h.live(ctx, sh, doors, *s.watch)
}

// opens reports, before anything is written, that a door opens: its error is
// for the operator.
func (s serving) opens(p *publish.Publisher, getenv func(string) string) error {
	ledger, err := openLedger("")
	if err != nil {
		return err
	}
	defer ledger.Close()
	doors, err := openDoors(&house{publisher: p, desk: chat.NewDesk(p.Handle, ledger), getenv: getenv, http: *s.http, mux: http.NewServeMux()})
	if err == nil && len(doors) == 0 {
		err = misused("aucune porte n'est ouverte : %s", noDoor(getenv, *s.http))
	}
	return err
}

// drainTime bounds how long an HTTP request may go on after SIGTERM: longer
// than a platform waits for one.
const drainTime = 30 * time.Second

// live opens the doors, until the context is done or one of them breaks, then
// waits for what was accepted to be answered.
func (h *house) live(ctx context.Context, sh shell, doors []door, watch bool) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var rooms sync.WaitGroup
	defer rooms.Wait()
	if h.http != "" {
		listener, err := listenAt(h.http)
		if err != nil {
			return err
		}
		h.health(ctx)
		fmt.Fprintf(sh.stdout, "À l'écoute sur http://%s\n", listener.Addr())
		rooms.Go(func() { cancel(h.listen(ctx, listener)) })
	}
	if watch {
		rooms.Go(func() { h.publisher.Watch(ctx) })
	}
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	rooms.Go(func() { h.reload(ctx, hangup) })
	for _, d := range doors {
		fmt.Fprintf(sh.stdout, "Porte ouverte : %s\n", d.name)
		if d.run != nil {
			rooms.Go(func() {
				if err := d.run(ctx); err != nil {
					cancel(fmt.Errorf("%s : %w", d.name, err))
				}
			})
		}
	}
	<-ctx.Done()
	rooms.Wait()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

// listen serves HTTP until the context is done, then answers what it has
// accepted.
func (h *house) listen(ctx context.Context, listener net.Listener) error {
	server := &http.Server{Handler: h.mux, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
	defer cancel()
	return server.Shutdown(drain)
}

// reload takes over the published version each time it is asked to.
func (h *house) reload(ctx context.Context, asked <-chan os.Signal) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-asked:
			if _, err := h.publisher.Reload(ctx); err != nil {
				slog.ErrorContext(ctx, "serve: the published version was not taken over", "error", err)
			}
		}
	}
}

// health answers the probes of an orchestrator: alive, ready to be asked, and
// measured.
func (h *house) health(ctx context.Context) {
	h.mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "ok") })
	h.mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil {
			http.Error(w, "arrêt en cours", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, h.publisher.Live().Version)
	})
	h.mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		h.measure(w)
	})
}

// measure writes metrics in the text format of Prometheus:
// https://prometheus.io/docs/instrumenting/exposition_formats
func (h *house) measure(w io.Writer) {
	live, findings := h.publisher.Live(), 0
	for _, e := range h.publisher.Editions() {
		findings += e.Findings
	}
	metrics.WriteGaugeUint64(w, fmt.Sprintf("constat_version_info{version=%q}", live.Version), 1)
	metrics.WriteGaugeUint64(w, "constat_findings", uint64(findings))
	if !live.At.IsZero() {
		metrics.WriteGaugeUint64(w, "constat_published_timestamp_seconds", uint64(live.At.Unix()))
	}
	h.desk.WriteMetrics(w)
	metrics.WriteProcessMetrics(w)
}
