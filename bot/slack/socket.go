package slack

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"log/slog"
	"time"

	"github.com/slack-go/slack"
	"github.com/slack-go/slack/socketmode"
)

// connect keeps one socket open until the context ends, or reports why Slack
// will never open it.
func (s *Slack) connect(ctx context.Context, failed chan<- error) {
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		started := time.Now()
		err := s.converse(ctx)
		if time.Since(started) > lastPause { // it was open, and this is another fault
			pause = firstPause
		}
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, errRefused):
			failed <- err
			return
		}
		slog.WarnContext(ctx, "slack: socket closed", "error", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// converse runs one client, which opens its socket again by itself, and
// receives what comes over it.
func (s *Slack) converse(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	client := socketmode.New(s.api,
		socketmode.OptionReadLimit(maxMessage),
		socketmode.OptionLog(log.New(io.Discard, "", 0)))
	stopped := make(chan error, 1)
	go func() { stopped <- client.RunContext(ctx) }()
	for {
		select {
		case err := <-stopped:
			if cause := context.Cause(ctx); errors.Is(cause, errRefused) {
				return cause
			}
			return told(err, "SLACK_APP_TOKEN")
		case event := <-client.Events:
			if err := s.heard(ctx, client, event); err != nil {
				cancel(err)
			}
		}
	}
}

// heard does what one event of a client asks. Its error says that Slack will
// never open the socket: slack-go itself would try for ever.
func (s *Slack) heard(ctx context.Context, client *socketmode.Client, event socketmode.Event) error {
	switch event.Type {
	case socketmode.EventTypeEventsAPI, socketmode.EventTypeSlashCommand, socketmode.EventTypeInteractive:
		s.receiveEnvelope(ctx, client, event.Request)
	case socketmode.EventTypeErrorBadMessage:
		// What slack-go cannot parse it does not acknowledge, and Slack would
		// deliver it again: an envelope of another kind, or a message that
		// holds a block of a later year. The second is read all the same.
		bad, _ := event.Data.(*socketmode.ErrorBadMessage)
		var request socketmode.Request
		if bad == nil || json.Unmarshal(bad.Message, &request) != nil || request.EnvelopeID == "" {
			slog.WarnContext(ctx, "slack: envelope not understood")
			return nil
		}
		s.receiveEnvelope(ctx, client, &request)
	case socketmode.EventTypeConnectionError:
		failure, _ := event.Data.(*slack.ConnectionErrorEvent)
		if failure == nil {
			return nil
		}
		err := told(failure.ErrorObj, "SLACK_APP_TOKEN")
		slog.WarnContext(ctx, "slack: socket not opened", "error", err, "attempt", failure.Attempt, "next", failure.Backoff)
		if errors.Is(err, errRefused) {
			return err
		}
	case socketmode.EventTypeConnected:
		slog.InfoContext(ctx, "slack: socket open")
	case socketmode.EventTypeErrorWriteFailed:
		slog.WarnContext(ctx, "slack: acknowledgement not sent")
	}
	return nil
}

// receiveEnvelope has an envelope answered and acknowledges it: the desk takes
// it without waiting, and so nothing is acknowledged that a drain could miss.
func (s *Slack) receiveEnvelope(ctx context.Context, client *socketmode.Client, request *socketmode.Request) {
	d, err := decode(request.Type, request.Payload)
	switch {
	case errors.Is(err, errIgnored):
	case err != nil:
		slog.WarnContext(ctx, "slack: delivery not understood", "error", err)
	default:
		s.take(d)
	}
	ack, cancel := context.WithTimeout(ctx, ackWait)
	defer cancel()
	if err := client.AckCtx(ack, request.EnvelopeID, nil); err != nil {
		slog.WarnContext(ctx, "slack: acknowledgement not sent", "error", codeOf(err))
	}
}
