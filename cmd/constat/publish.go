package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os/user"

	"constat/bot/console"
	"constat/bot/publish"
	"constat/data"
)

var publishing = command{
	name:     "publish",
	synopsis: "[OPTIONS] CHEMIN…",
	summary:  "publie des éditions, après avoir montré ce qu'elles changent",
	details: `Un CHEMIN est une édition (.yaml) ou un dossier d'éditions. Elles s'ajoutent à ce qui est
publié : une édition y remplace celle de même série et de même année, et rien n'est retiré
sans --only. Tant que rien n'est publié, un fichier s'ajoute aux éditions de --data, ou à
défaut à celles du programme ; un dossier tient lieu de celles du programme.

La nouvelle version est vérifiée, construite à côté de celle qui répond, éprouvée sur les
fichiers de son dossier « questions », puis prend sa place d'un coup. Un fichier de
questions sans seuils (thresholds) doit recevoir toutes les réponses attendues. « constat
serve » la prend avec --watch, ou à la réception de SIGHUP.`,
	examples: []string{
		"constat publish --dry-run --state /var/lib/constat editions",
		"constat publish --state /var/lib/constat competences-2018.yaml",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		o := publication{
			state:   stateFlag(fs),
			data:    fs.String("data", "", "part des éditions de ce `DOSSIER` tant que rien n'est publié : celui donné à serve"),
			dry:     fs.Bool("dry-run", false, "montre ce qui changerait, sans rien publier"),
			only:    fs.Bool("only", false, "retire les éditions que les chemins ne contiennent pas"),
			approve: fs.String("approve", "", "publie la proposition de cette `VERSION`, faite par quelqu'un d'autre"),
			format:  formatFlag(fs, "text", "json"),
		}
		return o.run
	},
}

// publication is one run of publish.
type publication struct {
	state, data, approve, format *string
	dry, only                    *bool
}

func (o publication) run(ctx context.Context, sh shell, paths []string) error {
	switch {
	case *o.approve == "" && len(paths) == 0:
		return misused("donnez au moins une édition, ou un dossier d'éditions.")
	case *o.approve != "" && len(paths) > 0:
		return misused("--approve publie ce qui a été proposé : il ne va avec aucun chemin.")
	case *o.state == "" && !*o.dry:
		return publish.ErrNoState
	}
	p, progress, err := publisher(sh, publish.Options{Data: *o.data, State: *o.state})
	if err != nil {
		return err
	}
	defer p.Close()
	if *o.approve != "" {
		live, err := p.Approve(ctx, *o.approve, person())
		progress.close()
		if err != nil {
			return err
		}
		return o.write(sh.stdout, outcome{Published: true, Live: live.Version}, nil)
	}
	done, plan, err := o.publish(ctx, p, paths)
	progress.close()
	if plan == nil {
		return err
	}
	defer plan.Close()
	return errors.Join(o.write(sh.stdout, done, plan), err)
}

var errUnproved = errors.New("cette version n'a pas réussi l'épreuve des questions : rien n'a été publié.")

// outcome is what came of a run.
type outcome struct {
	Published bool          `json:"published"`
	Proposed  bool          `json:"proposed"` // a second person must approve
	Live      string        `json:"live"`     // version that answers
	Plan      *publish.Plan `json:"plan,omitempty"`
}

// publish plans and publishes, or proposes. The plan is nil when there is
// nothing to show; the caller closes it.
func (o publication) publish(ctx context.Context, p *publish.Publisher, paths []string) (outcome, *publish.Plan, error) {
	plan, err := p.Plan(ctx, publish.Changes{Paths: paths, Only: *o.only})
	var faults data.Faults
	switch {
	case errors.As(err, &faults):
		return outcome{}, nil, fmt.Errorf("rien n'a été publié : ces fichiers ont des fautes.\n%w", err)
	case err != nil:
		return outcome{}, nil, err
	}
	done := outcome{Live: p.Live().Version, Plan: plan}
	switch {
	case len(plan.Unproved) > 0 && (*o.dry || plan.Unchanged):
		return done, plan, errFailed
	case len(plan.Unproved) > 0: // the plan tells them
		return done, plan, errUnproved
	case *o.dry || plan.Unchanged:
		return done, plan, nil
	}
	live, err := p.Publish(ctx, plan, person())
	if errors.Is(err, publish.ErrApproval) {
		_, err = p.Propose(ctx, plan, person())
		done.Proposed = err == nil
		return done, plan, err
	}
	if err == nil {
		done.Published, done.Live = true, live.Version
	}
	return done, plan, err
}

func (o publication) write(w io.Writer, done outcome, plan *publish.Plan) error {
	if *o.format == "json" {
		line, err := console.Line(done)
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	}
	text := ""
	if plan != nil {
		text = plan.Text() + "\n"
	}
	switch {
	case done.Published:
		text += fmt.Sprintf("Publié : la version %s répond.\n", done.Live)
	case done.Proposed:
		text += fmt.Sprintf("Proposé : une autre personne publie cette version avec « %s », ou depuis Slack ou Discord.\n", approveCommand(*o.state, plan.Version))
	default:
		text += fmt.Sprintf("Rien n'a été publié : la version %s répond.\n", done.Live)
	}
	_, err := io.WriteString(w, console.Clean(text))
	return err
}

// publisher opens a state folder with a bar that shows the progress of what is
// done there. The caller closes both, the bar before it writes anything.
func publisher(sh shell, o publish.Options) (*publish.Publisher, *bar, error) {
	var err error
	if o.Approvals, err = approvals(sh.getenv); err != nil {
		return nil, nil, err
	}
	progress := newBar(sh)
	o.Progress = progress.tell
	p, err := publish.Open(o)
	if err != nil {
		progress.close()
	}
	return p, progress, err
}

// person names who is at the terminal, for the journal.
func person() string {
	if u, err := user.Current(); err == nil {
		return "terminal:" + u.Username
	}
	return "terminal"
}
