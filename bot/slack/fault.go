package slack

import (
	"context"
	"errors"
	"fmt"
	"net"

	"github.com/slack-go/slack"
)

// errRefused marks an error that no second try mends.
var errRefused = errors.New("Slack le refuse")

// refusals are the answers of Slack to a token that will never do.
// https://docs.slack.dev/reference/methods/auth.test#errors
var refusals = map[string]string{
	"invalid_auth":           "ce jeton n'existe pas ou plus : copiez-le de nouveau",
	"not_authed":             "aucun jeton n'est donné",
	"account_inactive":       "l'application n'est plus installée dans cet espace : réinstallez-la",
	"token_revoked":          "ce jeton est révoqué : réinstallez l'application et copiez le nouveau",
	"token_expired":          "ce jeton est expiré : désactivez la rotation des jetons de l'application",
	"not_allowed_token_type": "ce n'est pas la bonne sorte de jeton",
	"missing_scope":          "il manque une portée à ce jeton : reprenez le manifeste de « constat slack manifest »",
}

// told is an error of Slack in the operator's words. variable names the token
// that was used.
func told(err error, variable string) error {
	code := codeOf(err)
	if hint := refusals[code]; hint != "" {
		return fmt.Errorf("%s : %w (%s) : %s", variable, errRefused, code, hint)
	}
	var network *net.OpError
	if errors.As(err, &network) {
		return errors.New("Slack n'a pas pu être joint : vérifiez la connexion")
	}
	return fmt.Errorf("Slack n'a pas répondu comme attendu : %s", code)
}

// codeOf names an error without what it may hold: an address, and in it a
// token.
func codeOf(err error) string {
	var refused slack.SlackErrorResponse
	var limited *slack.RateLimitedError
	var status slack.StatusCodeError
	var network *net.OpError
	switch {
	case errors.As(err, &refused):
		return refused.Err
	case errors.As(err, &limited):
		return "ratelimited"
	case errors.As(err, &status):
		return fmt.Sprintf("HTTP %d", status.Code)
	case errors.As(err, &network):
		return network.Op + ": " + network.Err.Error()
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return "délai dépassé"
	}
	return fmt.Sprintf("%T", err)
}
