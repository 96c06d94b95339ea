package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"constat/bot"
	"constat/bot/eval"
	"constat/data"
)

// A Plan is a version that was built beside the live one and compared with it.
// It is published or thrown away; either way it is closed.
type Plan struct {
	Version   string   `json:"version"`  // that would answer
	Replaces  string   `json:"replaces"` // that answers now
	Unchanged bool     `json:"unchanged"`
	Displaced int      `json:"displaced"` // editions of the program that give way to a folder, and of which findings are withdrawn
	Unread    bool     `json:"unread"`    // questions stand beside a file that was given by itself
	Warnings  []string `json:"warnings"`  // of the files that were given
	Proof     []Proof  `json:"proof"`     // one a file of questions
	Unproved  []string `json:"unproved"`  // why it may not be published; empty when it may
	Impact    Impact   `json:"impact"`

	base    current // what was published when the plan was made
	content content
	library *data.Library
	bot     *bot.Bot
}

// Changes are what is to be published.
type Changes struct {
	Paths []string // files and folders
	// Only makes Paths all that is published: the editions that they do not
	// hold are withdrawn. Else they are added to what is published.
	Only bool
}

// Plan reads files and folders and checks them; its error lists every fault,
// with file and line. Then it builds the version they would make, asks it the
// questions that the folder holds, and compares it with the live one. Nothing
// is written, and the live version is changed only by another process that
// published: Plan takes its version over first.
//
// The editions given are added to the live version, where they replace those
// of their series and year. Nothing is ever withdrawn unless Only says so; but
// the editions of the program, as long as nothing else is published, give way
// to a whole folder.
func (p *Publisher) Plan(ctx context.Context, c Changes) (*Plan, error) {
	if len(c.Paths) == 0 {
		return nil, errors.New("donnez au moins une édition, ou un dossier d'éditions")
	}
	if _, err := p.Reload(ctx); err != nil {
		return nil, err
	}
	live, published := p.serving()
	p.options.tell(reading, 0, 0)
	base, err := p.base(live, published.Version != "", c)
	if err != nil {
		return nil, err
	}
	content, warnings, err := gather(base, c.Paths)
	if err != nil {
		return nil, err
	}
	plan, err := p.plan(ctx, published, content, warnings)
	if err == nil && p.displaces(published.Version != "", c) && len(plan.Impact.Removed) > 0 {
		plan.Displaced = len(live.library.Editions)
	}
	if err == nil {
		plan.Unread = slices.ContainsFunc(c.Paths, besideQuestions)
	}
	return plan, err
}

// displaces reports whether the editions of the program give way to a folder:
// nothing else is published.
func (p *Publisher) displaces(published bool, c Changes) bool {
	return !published && !c.Only && p.options.Data == "" && slices.ContainsFunc(c.Paths, isFolder)
}

// serving is what answers, and the publication that made it answer.
func (p *Publisher) serving() (source, current) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.source, p.current
}

// base is what the paths are added to.
func (p *Publisher) base(live source, published bool, c Changes) (source, error) {
	switch {
	case c.Only:
		return source{}, nil
	case !published && p.options.Data != "": // it may have changed since the start
		return openData(p.options.Data)
	case p.displaces(published, c):
		return source{}, nil
	}
	return live, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// besideQuestions reports whether a file stands beside a folder of questions,
// which only its own folder brings along.
func besideQuestions(path string) bool {
	return !isFolder(path) && isFolder(filepath.Join(filepath.Dir(path), questionsFolder))
}

// plan builds, proves and compares.
func (p *Publisher) plan(ctx context.Context, published current, c content, warnings data.Faults) (*Plan, error) {
	p.options.tell(checking, 0, 0)
	l, faults := data.Read(c.files)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	plan := &Plan{Version: bot.Version(l), Replaces: p.bot.Version(), base: published, content: c, library: l, Warnings: []string{}}
	for _, w := range warnings {
		plan.Warnings = append(plan.Warnings, w.String())
	}
	plan.Unchanged = plan.Version == plan.Replaces && (published.Version != "" || p.options.State == "")
	p.options.tell(indexing, 0, 0)
	var err error
	if plan.bot, err = build(l); err != nil {
		return nil, err
	}
	files, err := c.read()
	if err == nil {
		p.prove(ctx, plan, files)
		plan.Impact = difference(p.bot.Library(), l)
		err = p.compare(ctx, plan, files)
	}
	if err = errors.Join(err, ctx.Err()); err != nil {
		plan.Close()
		return nil, err
	}
	return plan, nil
}

// Close frees what the plan built.
func (plan *Plan) Close() error { return plan.bot.Close() }

// read reads the files of questions.
func (c content) read() ([]*eval.File, error) {
	var files []*eval.File
	var faults data.Faults
	for _, name := range c.questions() {
		f, wrong := eval.Read(c.from[name], c.files[name].Data)
		faults = append(faults, wrong...)
		files = append(files, f)
	}
	return files, faults.Err()
}
