// Package slack is the bot in Slack: commands, buttons, mentions and direct
// messages in, blocks out, over sockets or over HTTP. What it shares with
// Discord is bot/chat.
package slack

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"constat/bot/chat"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/slack-go/slack"
)

// A Config says how Slack is reached: by sockets when there is an AppToken,
// over HTTP otherwise.
type Config struct {
	BotToken string // xoxb-…
	AppToken string // xapp-…; empty without sockets
	Secret   string // that signs requests over HTTP; empty without HTTP
	// APIURL replaces https://slack.com/api/, for tests. Response addresses on
	// its host are then allowed.
	APIURL string
	// Limited is told of every 429 to a post; nil when nobody counts them.
	Limited func()
}

// Slack is one application's presence in a workspace. It is safe for use by
// several goroutines.
type Slack struct {
	config  Config
	desk    *chat.Desk
	api     *slack.Client
	client  *chat.Client
	pace    *pace
	greeted *lru.Cache[string, bool] // direct conversations where something was said
	aside   sync.WaitGroup           // what is posted beside the desk
	room    chan struct{}            // how much of it may be open
	user    atomic.Pointer[string]   // the bot's own name, once Slack told it
}

// New checks a configuration and sends nothing. Its error is told to the
// operator, in French, and holds no secret.
func New(config Config, desk *chat.Desk) (*Slack, error) {
	switch {
	case !strings.HasPrefix(config.BotToken, "xoxb-"):
		return nil, errors.New("SLACK_BOT_TOKEN ne commence pas par xoxb- : copiez « Bot User OAuth Token », page « OAuth & Permissions » de l'application")
	case config.AppToken != "" && !strings.HasPrefix(config.AppToken, "xapp-"):
		return nil, errors.New("SLACK_APP_TOKEN ne commence pas par xapp- : créez un « App-Level Token » avec la portée connections:write, page « Basic Information » de l'application")
	case config.AppToken == "" && config.Secret == "":
		return nil, errors.New("ni SLACK_APP_TOKEN ni SLACK_SIGNING_SECRET : sans l'un des deux, rien n'arrive de Slack")
	case strings.ContainsAny(config.BotToken+config.AppToken+config.Secret, " \t\r\n"):
		return nil, errors.New("un des secrets de Slack contient une espace : copiez-le seul")
	}
	s := &Slack{config: config, desk: desk, pace: newPace(postEvery), room: make(chan struct{}, maxAside)}
	transport := &http.Client{Timeout: requestTimeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	options := []slack.Option{slack.OptionHTTPClient(transport), slack.OptionAppLevelToken(config.AppToken)}
	test := ""
	if config.APIURL == "" {
		s.config.APIURL = slack.APIURL
	} else {
		base, err := url.Parse(config.APIURL)
		if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" || !strings.HasSuffix(base.Path, "/") {
			return nil, errors.New("SLACK_API_URL n'est pas une adresse qui finit par une barre : par exemple http://127.0.0.1:8000/api/")
		}
		test = base.Host
		options = append(options, slack.OptionAPIURL(config.APIURL))
	}
	s.api = slack.New(config.BotToken, options...)
	s.client = &chat.Client{
		HTTP: transport,
		Allowed: func(host string) bool {
			return host == "slack.com" || strings.HasSuffix(host, ".slack.com") || test != "" && host == test
		},
		Limited: config.Limited,
	}
	s.greeted, _ = lru.New[string, bool](remembered) // fails for a size below 1 only
	return s, nil
}

// Run lets people in until the context is done, then returns once what was
// accepted is answered: meanwhile sockets stay open, and who asks is told that
// the program stops. An error before that is for the operator, in French: a
// token is refused. Over HTTP it checks the token, once Slack can be reached,
// and Handler receives.
func (s *Slack) Run(ctx context.Context) error {
	// Sockets outlive the context by the drain.
	open, shut := context.WithCancel(context.WithoutCancel(ctx))
	defer shut()
	failed := make(chan error, 1+clients)
	var running sync.WaitGroup
	defer running.Wait()
	defer shut()
	running.Go(func() { s.checkToken(open, failed) })
	if s.config.AppToken != "" {
		for range clients {
			running.Go(func() { s.connect(open, failed) })
		}
	}
	var broken error
	select {
	case <-ctx.Done():
	case broken = <-failed:
	}
	drain, cancel := context.WithTimeout(open, drainWait)
	defer cancel()
	return errors.Join(broken, s.desk.Drain(drain), chat.Wait(drain, &s.aside))
}

// Check asks Slack whose the bot's token is, and returns the name of the
// workspace. Its error is for the operator, in French.
func (s *Slack) Check(ctx context.Context) (string, error) {
	who, err := s.api.AuthTestContext(ctx)
	if err != nil {
		return "", told(err, "SLACK_BOT_TOKEN")
	}
	s.user.Store(&who.User)
	return who.Team, nil
}

// name is how people call the bot.
func (s *Slack) name() string {
	if known := s.user.Load(); known != nil && *known != "" {
		return *known
	}
	return strings.ToLower(botName)
}

// checkToken reports a token that Slack refuses. While Slack cannot be
// reached it asks again, later and later.
func (s *Slack) checkToken(ctx context.Context, failed chan<- error) {
	for pause := firstPause; ; pause = min(2*pause, lastPause) {
		_, err := s.Check(ctx)
		switch {
		case err == nil || ctx.Err() != nil:
			return
		case errors.Is(err, errRefused):
			failed <- err
			return
		}
		slog.WarnContext(ctx, "slack: token not checked", "error", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// take gives a delivery to the desk, and tells the person when it is not
// accepted. It does not wait.
func (s *Slack) take(d delivery) chat.Taken {
	if d.to.resumes {
		d.Before = func(ctx context.Context) string { return s.stateBefore(ctx, d.to) }
	}
	d.Groups = func(ctx context.Context) []string { return s.groups(ctx, d.From.ID, d.to.user) }
	taken := s.desk.Take(d.Event, func(ctx context.Context, r chat.Reply) error { return s.deliver(ctx, d.to, r) })
	switch {
	case d.Verb == chat.Welcome: // nobody asked
	case taken == chat.Full:
		s.tell(d.to, chat.Busy())
	case taken == chat.Closed:
		s.tell(d.to, chat.Stopping())
	}
	return taken
}

// tell posts beside the desk, to the person alone.
func (s *Slack) tell(to address, r chat.Reply) {
	select {
	case s.room <- struct{}{}:
	default:
		slog.Warn("slack: person not told", "notice", r.Notice)
		return
	}
	s.aside.Go(func() {
		defer func() { <-s.room }()
		ctx, cancel := context.WithTimeout(context.Background(), asideWait)
		defer cancel()
		to.only, to.replace = true, false
		if err := s.deliver(ctx, to, r); err != nil {
			slog.WarnContext(ctx, "slack: person not told", "error", err)
		}
	})
}
