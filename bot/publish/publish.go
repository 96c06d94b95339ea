// Package publish is the life of editions: it reads the version that answers,
// plans the next one beside it, proves it, shows what it would change, swaps
// it in, and goes back.
//
// A state folder holds the versions. This package alone reads and writes, of
// what lies there:
//
//	current             which version answers, since when, by whom: one line of JSON
//	versions/ID/        the files of a version, as a --data folder holds them, and manifest.json
//	propositions/ID/    the same, of what waits for a second person
//	journal/            see package journal
//
// A version is named by the fingerprint of its content and of how the program
// indexes it, and its files never change. It is written under another name,
// synced, and renamed; then current is replaced by a rename. So a process that
// is killed leaves a whole version answering: the old one or the new one. No
// index is kept: it is built from the files, which their fingerprints check,
// in about a second for 10,000 findings.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/journal"
	"constat/data"
)

// Options say where editions are.
type Options struct {
	Data  string // folder of editions that answers until a version is published; empty for those of the program
	State string // state folder, made when it is first published to; empty for none
	// Days is how many days the questions that are asked stay in the journal,
	// as package journal tells; 0 keeps none.
	Days int
	// Approvals is how many people must agree to publish: 2, or 1 when it is 0.
	Approvals int
	// Progress, when it is not nil, is told how far a long work is. It is called
	// from the goroutine that works.
	Progress func(Progress)
}

// ErrNoState is returned by what needs a state folder when there is none.
var ErrNoState = errors.New("publier demande un dossier d'état, qui garde les versions : donnez-le avec --state DOSSIER")

// A Publisher answers from the version that is published, and publishes. It is
// safe for use by several goroutines.
type Publisher struct {
	options Options
	state   state
	journal *journal.Journal
	bot     *bot.Bot

	changing sync.Mutex // held by who changes what answers, from its first look to its last

	mu      sync.Mutex // of what follows
	source  source     // what answers
	current current    // the publication that made it answer
}

// Live is what answers.
type Live struct {
	Version   string    // that answers carry
	Published string    // name of the version in the state folder; empty when none is published
	At        time.Time // since when; zero when none is published
	By        string    // who published it or went back to it
}

// Open loads the version that the state folder says is published; else the
// --data folder; else the editions of the program. Its error is told to the
// person who started the program. The caller closes the publisher.
func Open(o Options) (*Publisher, error) {
	p := &Publisher{options: o, state: state{o.State}}
	var err error
	if p.source, p.current, err = p.start(); err != nil {
		return nil, err
	}
	if p.bot, err = build(p.source.library); err != nil {
		return nil, err
	}
	if o.State != "" {
		p.journal = journal.Open(p.state.journalFolder(), o.Days)
	}
	return p, nil
}

func build(l *data.Library) (*bot.Bot, error) {
	b, err := bot.New(l)
	if err != nil {
		return nil, fmt.Errorf("l'index n'a pas pu être construit : %w", err)
	}
	return b, nil
}

// start reads what answers at the start.
func (p *Publisher) start() (source, current, error) {
	p.options.tell(opening, 0, 0)
	now, err := p.state.current()
	if err != nil {
		return source{}, now, err
	}
	var s source
	switch {
	case now.Version != "":
		s, err = p.state.open(now.Version)
	case p.options.Data != "":
		s, err = openData(p.options.Data)
	default:
		s, err = openProgram()
	}
	return s, now, err
}

// Close waits for the questions under way, and writes the journal.
func (p *Publisher) Close() error {
	return errors.Join(p.bot.Close(), p.journal.Close())
}

// Handle answers a message from the version that is live. It is a bot.Handler.
func (p *Publisher) Handle(ctx context.Context, m bot.Message) answer.Answer {
	a := p.bot.Handle(ctx, m)
	if p.journal.Keeps() {
		p.journal.Asked(entry(a, p.bot.Knows))
	}
	return a
}

// Try answers as Handle does, and journals nothing: nobody asked.
func (p *Publisher) Try(ctx context.Context, m bot.Message) answer.Answer {
	return p.bot.Handle(ctx, m)
}

// Journal is the journal of a state folder, to be read without loading what
// answers.
func Journal(dir string) *journal.Journal { return state{dir}.journal() }

// Journal is what happened in the state folder; nil when there is none.
func (p *Publisher) Journal() *journal.Journal { return p.journal }

// Library is what answers now.
func (p *Publisher) Library() *data.Library { return p.bot.Library() }

// Live is what answers now.
func (p *Publisher) Live() Live {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.current.live(p.bot)
}

// A source is a folder of files and the library that they hold.
type source struct {
	files   fs.FS
	library *data.Library
}

func openData(dir string) (source, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return source{}, fmt.Errorf("le dossier « %s » n'existe pas : vérifiez son nom après --data.", filepath.ToSlash(dir))
	}
	l, faults := data.ReadPaths([]string{dir}, nil)
	if err := faults.Err(); err != nil {
		return source{}, fmt.Errorf("les éditions de « %s » ne peuvent pas être utilisées :\n%w", filepath.ToSlash(dir), err)
	}
	return source{files: os.DirFS(dir), library: l}, nil
}

func openProgram() (source, error) {
	l, err := data.Published()
	return source{files: data.PublishedFiles(), library: l}, err
}
