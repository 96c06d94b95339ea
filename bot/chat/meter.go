package chat

import (
	"io"
	"time"

	"github.com/VictoriaMetrics/metrics"
)

// A meter counts what passes a desk. Nothing of it tells who asked what.
type meter struct{ set *metrics.Set }

func newMeter(ledger *Ledger) meter {
	m := meter{metrics.NewSet()}
	m.set.NewCounter("constat_lost_total").Set(uint64(ledger.Lost()))
	return m
}

// takenNames are the labels of what became of a delivery.
var takenNames = map[Taken]string{Accepted: "accepted", Duplicate: "duplicate", Full: "full", Closed: "closed"}

func (m meter) took(t Taken) {
	m.set.GetOrCreateCounter(`constat_deliveries_total{taken="` + takenNames[t] + `"}`).Inc()
}

// replied counts a reply by its kind, and how long the person waited for it.
func (m meter) replied(r Reply, since time.Time, delivered bool) {
	kind := string(r.Answer.Kind)
	if kind == "" {
		kind = "program"
	}
	m.set.GetOrCreateCounter(`constat_replies_total{kind="` + kind + `"}`).Inc()
	m.set.GetOrCreateHistogram("constat_reply_seconds").UpdateDuration(since)
	if !delivered {
		m.set.GetOrCreateCounter("constat_undelivered_total").Inc()
	}
}

// Limited returns what counts the 429 of a platform.
func (d *Desk) Limited(platform string) func() {
	return d.meter.set.GetOrCreateCounter(`constat_limited_total{platform="` + platform + `"}`).Inc
}

// WriteMetrics writes what passed the desk, in the text format of Prometheus:
// https://prometheus.io/docs/instrumenting/exposition_formats
func (d *Desk) WriteMetrics(w io.Writer) { d.meter.set.WritePrometheus(w) }
