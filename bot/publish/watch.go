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
	p.watch(ctx, tick.C)
}

// watch looks at every tick. What could not be taken over is not tried again
// until something else is published: it would read and build for nothing.
func (p *Publisher) watch(ctx context.Context, tick <-chan time.Time) {
	var failed current
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		now, err := p.state.current()
		if err == nil && now.same(failed) {
			continue
		}
		if _, err := p.Reload(ctx); err != nil {
			failed = now
			slog.ErrorContext(ctx, "publish: the published version was not taken over", "error", err)
		}
	}
}

// Reload takes over the version that the state folder says is published, and
// reports whether it is another one. When it cannot be loaded the one that
// answers goes on.
func (p *Publisher) Reload(ctx context.Context) (bool, error) {
	p.changing.Lock()
	defer p.changing.Unlock()
	now, err := p.state.current()
	if err != nil || now.Version == "" || now.same(p.current) { // who changes p.current holds p.changing
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
	return false, fmt.Errorf("la version %s n'a pas pu être chargée, et la version %s répond toujours : %w", now.Version, p.bot.Version(), err)
}
