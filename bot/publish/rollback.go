package publish

import (
	"context"
	"errors"
	"fmt"
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
func (p *Publisher) Versions() ([]Version, error) {
	if p.options.State == "" {
		return nil, ErrNoState
	}
	past, err := p.history()
	if err != nil {
		return nil, err
	}
	now, err := p.state.current()
	if err != nil {
		return nil, err
	}
	var list []Version
	seen := map[string]bool{}
	for _, pub := range past {
		if seen[pub.Version] {
			continue
		}
		seen[pub.Version] = true
		m, err := readManifest(p.state.path(pub.Version))
		if err != nil {
			continue // removed by hand
		}
		list = append([]Version{{pub.Version, pub.At, pub.By, m.Editions, m.Findings, pub.Version == now.Version}}, list...)
	}
	return list, nil
}

// history is every publication, that which answers included even when it is
// not noted yet.
func (p *Publisher) history() ([]journal.Publication, error) {
	past, err := p.journal.Publications()
	if err != nil {
		return nil, err
	}
	now, err := p.state.current()
	return append(past, missing(past, now)...), err
}

// Rollback makes a published version answer again. An empty id means the one
// before the live one: going back twice goes back two versions. An id may be
// cut as long as it names one version.
func (p *Publisher) Rollback(ctx context.Context, id, by string) (Live, error) {
	if p.options.State == "" {
		return Live{}, ErrNoState
	}
	now, err := p.state.current()
	if err != nil {
		return Live{}, err
	}
	if id, err = p.target(id, now); err != nil {
		return Live{}, err
	}
	p.tell("lecture", 0, 0)
	s, err := p.state.open(id)
	if err != nil {
		return Live{}, err
	}
	p.tell("index", 0, 0)
	b, err := bot.New(s.library)
	if err != nil {
		return Live{}, fmt.Errorf("l'index n'a pas pu être construit : %w", err)
	}
	defer b.Close()
	next := journal.Publication{By: by, Act: journal.RolledBack, Version: id}
	return p.commit(ctx, next, now, func() error { return nil }, func() (*bot.Bot, source, error) { return b, s, nil })
}

// target is the version to go back to.
func (p *Publisher) target(id string, now current) (string, error) {
	if now.Version == "" {
		return "", errors.New("rien n'a encore été publié : il n'y a pas de version où revenir")
	}
	if id == "" {
		past, err := p.history()
		if err != nil {
			return "", err
		}
		return before(past)
	}
	list, err := p.Versions()
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
		if p.Act == journal.RolledBack {
			if i := lastIndex(stack, p.Version); i >= 0 {
				stack = stack[:i+1]
				continue
			}
		}
		stack = append(stack, p.Version)
	}
	if len(stack) < 2 {
		return "", errors.New("aucune version n'a été publiée avant celle qui répond")
	}
	return stack[len(stack)-2], nil
}

func lastIndex(list []string, s string) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] == s {
			return i
		}
	}
	return -1
}
