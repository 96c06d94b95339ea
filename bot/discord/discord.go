// Package discord is the bot in Discord: commands, buttons, mentions and
// direct messages in, embeds out. What it shares with Slack is bot/chat.
package discord

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"constat/bot/chat"

	lru "github.com/hashicorp/golang-lru/v2"
)

// A Config says how Discord is reached. An interaction comes over HTTP when
// there is a PublicKey, over the gateway otherwise.
type Config struct {
	Token     string // of the bot, without "Bot "; empty when only HTTP answers
	AppID     string // asked from Discord when empty
	PublicKey string // 64 hexadecimal digits; empty without HTTP
	APIURL    string // replaces https://discord.com, for tests
	// Suggest completes what a person types; nil offers nothing.
	Suggest *chat.Suggester
	// Limited is told of every 429; nil when nobody counts them.
	Limited func()
	// Now is the clock that signatures are held against; nil is time.Now.
	Now func() time.Time
}

const officialURL = "https://discord.com"

// apiVersion is the newest of Discord's interface.
// https://discord.com/developers/docs/reference#api-versioning
const apiVersion = "/api/v10"

// remembered is how many of the bot's messages are known by their state.
const remembered = 4096

// Discord is one application's presence in Discord. It is safe for use by
// several goroutines.
type Discord struct {
	config Config
	desk   *chat.Desk
	key    ed25519.PublicKey // nil without HTTP
	base   *url.URL
	client *chat.Client
	lanes  lanes
	pace   pace
	posted *lru.Cache[string, string] // message id → state
	aside  sync.WaitGroup             // what is sent beside the desk
}

// New checks a configuration and sends nothing. Its error is told to the
// operator, in French.
func New(config Config, desk *chat.Desk) (*Discord, error) {
	d := &Discord{config: config, desk: desk, pace: usual}
	if config.PublicKey != "" {
		key, err := hex.DecodeString(config.PublicKey)
		if err != nil || len(key) != ed25519.PublicKeySize || bytes.Equal(key, make([]byte, len(key))) { // anyone could sign for zeros
			return nil, fmt.Errorf("DISCORD_PUBLIC_KEY n'est pas une clé : il faut les %d chiffres hexadécimaux de « Public Key », page « General Information » de l'application", hex.EncodedLen(ed25519.PublicKeySize))
		}
		d.key = key
	}
	if config.Token == "" && d.key == nil {
		return nil, errors.New("ni DISCORD_TOKEN ni DISCORD_PUBLIC_KEY : sans l'un des deux, rien n'arrive de Discord")
	}
	if strings.ContainsAny(config.Token, " \t\r\n") {
		return nil, errors.New("DISCORD_TOKEN contient une espace : copiez le jeton seul, sans « Bot » devant")
	}
	if d.config.APIURL == "" {
		d.config.APIURL = officialURL
	}
	base, err := url.Parse(d.config.APIURL)
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, errors.New("DISCORD_API_URL n'est pas une adresse : il faut http://HÔTE:PORT ou https://HÔTE")
	}
	d.base = &url.URL{Scheme: base.Scheme, Host: base.Host}
	if d.config.Now == nil {
		d.config.Now = time.Now
	}
	d.client = &chat.Client{
		HTTP:    &http.Client{Timeout: requestTimeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		Allowed: func(host string) bool { return host == d.base.Host },
		Limited: config.Limited,
	}
	d.posted, _ = lru.New[string, string](remembered) // fails for a size below 1 only
	return d, nil
}

// Wait returns when everything that was sent beside the desk is sent, or the
// context ends. Call it after the desk is drained.
func (d *Discord) Wait(ctx context.Context) error { return chat.Wait(ctx, &d.aside) }

// address is one of Discord's interface; each part is escaped.
func (d *Discord) address(parts ...string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = url.PathEscape(p)
	}
	return d.base.String() + apiVersion + "/" + strings.Join(escaped, "/")
}

// authorized is the header of what only the bot may do.
func (d *Discord) authorized() http.Header {
	return http.Header{"Authorization": {"Bot " + d.config.Token}}
}

// application is the id of the application, asked from Discord when it is not
// configured.
func (d *Discord) application(ctx context.Context) (string, error) {
	if d.config.AppID != "" {
		return d.config.AppID, nil
	}
	answered, err := d.client.Send(ctx, http.MethodGet, d.address("applications", "@me"), nil, d.authorized())
	if err != nil {
		return "", told(err)
	}
	var app struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(answered, &app); err != nil || app.ID == "" {
		return "", errors.New("Discord ne dit pas l'identifiant de l'application : donnez-le par DISCORD_APP_ID")
	}
	return app.ID, nil
}

// told is an error of the client in the operator's words.
func told(err error) error {
	var refused *chat.Refusal
	switch {
	case errors.As(err, &refused) && refused.Status == http.StatusUnauthorized:
		return errors.New("Discord refuse DISCORD_TOKEN : copiez de nouveau le jeton, page « Bot » de l'application")
	case errors.As(err, &refused) && refused.Status == http.StatusTooManyRequests:
		return errors.New("Discord demande d'attendre : recommencez dans quelques minutes")
	case errors.As(err, &refused):
		return fmt.Errorf("Discord refuse la demande (code HTTP %d) : %s", refused.Status, reasonOf(refused.Body))
	}
	return errors.New("Discord n'a pas pu être joint : vérifiez la connexion")
}

// reasonOf is what Discord says of a refusal, on one line.
func reasonOf(body []byte) string {
	var said struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
	}
	if json.Unmarshal(body, &said) != nil || said.Message == "" {
		return "sans explication"
	}
	return strings.ReplaceAll(chat.Printable(fmt.Sprintf("%s (%d)", said.Message, said.Code)), "\n", " ")
}
