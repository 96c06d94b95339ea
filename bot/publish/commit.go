package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"
	"syscall"
	"time"

	"constat/bot"
	"constat/bot/journal"
)

// ErrUnchanged is returned when what would be published is what answers.
var ErrUnchanged = errors.New("rien à publier : ces éditions sont déjà celles qui répondent, mot pour mot")

// ErrApproval is returned when a second person must agree: see Propose.
var ErrApproval = errors.New("une seconde personne doit approuver cette publication : proposez-la")

// A MovedError says that another version was published since a plan was made.
type MovedError struct{ Version, By string }

func (e *MovedError) Error() string {
	return fmt.Sprintf("la version %s a été publiée entre-temps par %s : refaites l'examen, il montrera ce qui change par rapport à elle", e.Version, e.By)
}

// Publish makes a plan answer. It is refused, and nothing changes, when the
// plan is unproved or another version was published since the plan was made. A
// plan that changes nothing returns ErrUnchanged. by names who publishes, as
// the platform does: "slack:T1/U2". The plan is still to be closed.
func (p *Publisher) Publish(ctx context.Context, plan *Plan, by string) (Live, error) {
	switch {
	case p.options.State == "":
		return Live{}, ErrNoState
	case p.options.Approvals > 1:
		return Live{}, ErrApproval
	}
	return p.publish(ctx, plan, by, "")
}

func (p *Publisher) publish(ctx context.Context, plan *Plan, by, second string) (Live, error) {
	if err := plan.publishable(); err != nil {
		return Live{}, err
	}
	next := journal.Publication{By: by, Second: second, Act: journal.Published, Version: plan.Version}
	return p.commit(ctx, next, plan.base, plan.bot, source{plan.content.files, plan.library}, func() error {
		return p.state.write(versionsFolder, plan, func(done, total int) { p.options.tell(writing, done, total) })
	})
}

// publishable says why a plan may not be published, if it may not.
func (plan *Plan) publishable() error {
	switch {
	case plan.Unchanged:
		return ErrUnchanged
	case len(plan.Unproved) > 0:
		return fmt.Errorf("cette version n'a pas réussi l'épreuve des questions : rien n'a été publié.\n%s", strings.Join(plan.Unproved, "\n"))
	}
	return nil
}

// commit makes a publication the one that answers: on the disk, then in this
// process, by a bot that is ready.
func (p *Publisher) commit(ctx context.Context, next journal.Publication, base current, b *bot.Bot, s source, write func() error) (Live, error) {
	p.changing.Lock()
	defer p.changing.Unlock()
	c, err := p.state.commit(ctx, p.journal, next, base, write)
	if err != nil {
		return Live{}, fmt.Errorf("rien n'a été publié, et la version %s répond toujours : %w", p.bot.Version(), explained(err))
	}
	p.take(b, s, c)
	return p.Live(), nil
}

// take makes this process answer from a version. The caller holds p.changing.
func (p *Publisher) take(b *bot.Bot, s source, c current) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bot.Swap(b)
	p.source, p.current = s, c
}

// commit writes a version and makes it the one that answers, unless another
// one than base does. It holds the lock of the journal, so that one process at
// a time does it. Whatever fails before current is replaced leaves the old
// version answering. What fails after it only keeps the publication out of the
// list of the journal, where the next commit puts it.
func (s state) commit(ctx context.Context, j *journal.Journal, next journal.Publication, base current, write func() error) (current, error) {
	if err := s.note(j); err != nil {
		return current{}, err
	}
	flipped := false
	err := j.Record(func([]journal.Publication) ([]journal.Publication, error) {
		now, err := s.current()
		if err != nil {
			return nil, err
		}
		if !now.same(base) {
			return nil, &MovedError{now.Version, now.By}
		}
		if err := write(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next.At, next.Replaced = time.Now().UTC().Round(0), now.Version
		if err := s.setCurrent(current{next}); err != nil {
			return nil, err
		}
		flipped = true
		return []journal.Publication{next}, nil
	})
	if !flipped {
		return current{}, err
	}
	if err != nil {
		slog.Error("publish: published, but not in the journal yet", "version", next.Version, "error", err)
	}
	return current{next}, nil
}

// note puts the publication that answers into the list of the journal, where
// it is missing when the process that published it was killed in between. It
// is a transaction of its own, over before anything else is published: two
// kills in a row lose nothing either.
func (s state) note(j *journal.Journal) error {
	return j.Record(func(past []journal.Publication) ([]journal.Publication, error) {
		now, err := s.current()
		return missing(past, now), err
	})
}

// explained tells why a folder does not take what is written to it.
func explained(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("le disque du dossier d'état est plein (%w)", err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("le dossier d'état n'accepte pas d'écriture (%w)", err)
	}
	return err
}

// missing is the publication that answers, when a process was killed between
// making it answer and noting it.
func missing(past []journal.Publication, now current) []journal.Publication {
	if now.Version == "" || len(past) > 0 && past[len(past)-1].At.Equal(now.At) {
		return nil
	}
	return []journal.Publication{now.Publication}
}
