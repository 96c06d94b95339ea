package publish

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"constat/bot"
)

// watchEvery is how often Watch looks at the state folder: one small file.
const watchEvery = time.Second

// Watch takes over the versions that other processes publish, until the
// context is done.
func (p *Publisher) Watch(ctx context.Context) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if _, err := p.Reload(ctx); err != nil {
				slog.ErrorContext(ctx, "publish: the published version was not taken over", "error", err)
			}
		}
	}
}

// Reload takes over the version that the state folder says is published, and
// reports whether it is another one. When it cannot be loaded the one that
// answers goes on, and the error is returned once: Reload does not try it
// again until current says something else.
func (p *Publisher) Reload(ctx context.Context) (bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, err := p.state.current()
	if err != nil || now.Version == "" || now.same(p.current) || now.same(p.failed) {
		return false, err
	}
	s, err := p.state.open(now.Version)
	if err == nil {
		var b *bot.Bot
		if b, err = build(s.library); err == nil {
			defer b.Close()
			p.take(b, s, now)
			slog.InfoContext(ctx, "publish: took over a version", "version", now.Version, "by", now.By)
			return true, nil
		}
	}
	p.failed = now
	return false, fmt.Errorf("la version %s n'a pas pu être chargée, et la version %s répond toujours : %w", now.Version, p.bot.Version(), err)
}
