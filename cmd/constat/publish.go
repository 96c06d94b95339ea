package main

import (
	"context"
	"flag"
	"fmt"
	"os/user"

	"constat/bot/publish"
)

var publishing = command{
	name:     "publish",
	synopsis: "[OPTIONS] CHEMIN…",
	summary:  "publie des éditions, après examen de ce qu'elles changent",
	details: `Un CHEMIN est une édition (.yaml) ou un dossier d'éditions, qui s'ajoutent à ce qui est
publié : une édition y remplace celle de même série et de même année, et rien n'est retiré
sans --only. Les éditions du programme ne sont gardées que si seuls des fichiers sont donnés.
Avant de répondre, la version est vérifiée, puis éprouvée sur les fichiers de son
dossier « questions ».`,
	examples: []string{
		"constat publish --dry-run --state /var/lib/constat editions",
		"constat publish --state /var/lib/constat competences-2018.yaml",
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		p := publication{
			state:  stateFlag(fs),
			data:   fs.String("data", "", "`DOSSIER` donné à serve, dont partir tant que rien n'est publié"),
			dry:    fs.Bool("dry-run", false, "montre ce qui changerait, sans rien publier"),
			only:   fs.Bool("only", false, "retire les éditions que les chemins ne contiennent pas"),
			format: formatFlag(fs, "text", "json"),
		}
		return p.run
	},
}

// publication is one run of publish.
type publication struct {
	state, data, format *string
	dry, only           *bool
}

func (o publication) run(ctx context.Context, sh shell, paths []string) error {
	if len(paths) == 0 {
		return misused("donnez au moins une édition, ou un dossier d'éditions.")
	}
	if *o.state == "" && !*o.dry {
		return misused("%v.", publish.ErrNoState)
	}
	p, err := publish.Open(publish.Options{Data: *o.data, State: *o.state})
	if err != nil {
		return err
	}
	defer p.Close()
	plan, err := p.Plan(ctx, publish.Changes{Paths: paths, Only: *o.only})
	if err != nil {
		return err
	}
	defer plan.Close()
	if *o.dry {
		return nil
	}
	live, err := p.Publish(ctx, plan, person())
	if err != nil {
		return err
	}
	fmt.Fprintf(sh.stdout, "Version %s publiée.\n", live.Version)
	return nil
}

// person names who is at the terminal, for the journal.
func person() string {
	if u, err := user.Current(); err == nil {
		return "terminal:" + u.Username
	}
	return "terminal"
}
