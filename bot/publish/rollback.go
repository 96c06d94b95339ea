package publish

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"constat/bot"
	"constat/bot/journal"
)

// A Version is one that was published, and is kept.
type Version struct {
	ID       string    `json:"version"`
	At       time.Time `json:"at"` // first published
	By       string    `json:"by"`
	Editions int       `json:"editions"`
	Findings int       `json:"findings"`
	Live     bool      `json:"live"`
}

// Versions lists what was published, the newest first; empty when nothing was.
func (p *Publisher) Versions() ([]Version, error) { return Versions(p.options.State) }

// Versions lists what was published in a state folder, without loading it.
func Versions(dir string) ([]Version, error) {
	if dir == "" {
		return nil, ErrNoState
	}
	s := state{dir}
	past, now, err := s.history()
	if err != nil {
		return nil, err
	}
	list := []Version{}
	for _, p := range past {
		if slices.ContainsFunc(list, func(v Version) bool { return v.ID == p.Version }) {
			continue
		}
		m, err := readManifest(s.path(p.Version))
		if err != nil {
			continue // removed by hand
		}
		list = append(list, Version{p.Version, p.At, p.By, m.Editions, m.Findings, p.Version == now.Version})
	}
	slices.Reverse(list)
	return list, nil
}

// history is every publication, that which answers included even when it is
// not in the journal yet.
func (s state) history() ([]journal.Publication, current, error) {
	past, err := s.journal().Publications()
	var altered *journal.AlteredError
	if err != nil && !errors.As(err, &altered) { // an altered list is shown by report, and goes back all the same
		return nil, current{}, err
	}
	now, err := s.current()
	return append(past, missing(past, now)...), now, err
}

// Rollback makes a published version answer again. An empty id means the one
// before the live one: going back twice goes back two versions. An id may be
// cut as long as it names one version. by is as in Publish.
func (p *Publisher) Rollback(ctx context.Context, id, by string) (Live, error) {
	b, s, next, now, err := p.state.back(p.options, id, by)
	if err != nil {
		return Live{}, err
	}
	defer b.Close()
	return p.commit(ctx, next, now, b, s, func() error { return nil })
}

// Rollback goes back in the state folder of the options, whose live version
// need not be usable.
func Rollback(ctx context.Context, o Options, id, by string) (Live, error) {
	s := state{o.State}
	b, _, next, now, err := s.back(o, id, by)
	if err != nil {
		return Live{}, err
	}
	defer b.Close()
	c, err := s.commit(ctx, s.journal(), next, now, func() error { return nil })
	if err != nil {
		return Live{}, fmt.Errorf("rien n'a changé, et la version %s répond toujours : %w", now.Version, explained(err))
	}
	return c.live(b), nil
}

// back builds the version to go back to, and the publication that does it. The
// caller closes the bot.
func (s state) back(o Options, id, by string) (*bot.Bot, source, journal.Publication, current, error) {
	fail := func(err error) (*bot.Bot, source, journal.Publication, current, error) {
		return nil, source{}, journal.Publication{}, current{}, err
	}
	if s.dir == "" {
		return fail(ErrNoState)
	}
	past, now, err := s.history()
	if err != nil {
		return fail(err)
	}
	if id, err = s.target(id, past, now); err != nil {
		return fail(err)
	}
	o.tell(reading, 0, 0)
	from, err := s.open(id)
	if err != nil {
		return fail(err)
	}
	o.tell(indexing, 0, 0)
	b, err := build(from.library)
	if err != nil {
		return fail(err)
	}
	return b, from, journal.Publication{By: by, Act: journal.RolledBack, Version: id}, now, nil
}

// target is the version that an id means.
func (s state) target(id string, past []journal.Publication, now current) (string, error) {
	if now.Version == "" {
		return "", errors.New("rien n'a encore été publié : il n'y a pas de version à laquelle revenir")
	}
	if id == "" {
		return before(past)
	}
	list, err := Versions(s.dir)
	if err != nil {
		return "", err
	}
	var found []string
	for _, v := range list {
		if strings.HasPrefix(v.ID, id) {
			found = append(found, v.ID)
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("aucune version publiée ne s'appelle « %s » : « constat versions » les montre", id)
	case len(found) > 1:
		return "", fmt.Errorf("« %s » commence le nom de plusieurs versions (%s) : écrivez-le en entier", id, strings.Join(found, ", "))
	case found[0] == now.Version:
		return "", fmt.Errorf("la version %s est déjà celle qui répond", found[0])
	}
	return found[0], nil
}

// before is the version that answered before the live one, going back as often
// as one went back already.
func before(past []journal.Publication) (string, error) {
	var stack []string
	for _, p := range past {
		if i := slices.Index(stack, p.Version); p.Act == journal.RolledBack && i >= 0 {
			stack = stack[:i+1]
			continue
		}
		stack = append(stack, p.Version)
	}
	if len(stack) < 2 {
		return "", errors.New("aucune version n'a été publiée avant celle qui répond")
	}
	return stack[len(stack)-2], nil
}
