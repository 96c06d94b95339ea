package chat

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
)

func TestMetrics(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d, got := newDesk(t, echo), &replies{}
		for _, key := range []string{"1", "2", "2"} {
			d.Take(Event{Keys: []string{key}, Verb: Ask, Text: "pucerons"}, got.deliver)
		}
		d.Take(Event{Verb: "?"}, func(context.Context, Reply) error { return errors.New("refused, for a test") })
		d.Limited("slack")()
		synctest.Wait()
		var b bytes.Buffer
		d.WriteMetrics(&b)
		for _, want := range []string{
			`constat_deliveries_total{taken="accepted"} 3`, `constat_deliveries_total{taken="duplicate"} 1`,
			`constat_replies_total{kind="notice"} 2`, `constat_replies_total{kind="program"} 1`,
			"constat_reply_seconds_count 3", "constat_undelivered_total 1", `constat_limited_total{platform="slack"} 1`, "constat_lost_total 0",
		} {
			if !strings.Contains(b.String(), want+"\n") {
				t.Errorf("metrics lack %q:\n%s", want, &b)
			}
		}
		if strings.Contains(b.String(), "pucerons") {
			t.Error("metrics tell what was asked")
		}
	})
}
