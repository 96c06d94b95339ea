package slack

// The French that only Slack needs. What both platforms say is in bot/chat.
const nbsp = "\u00a0"

const (
	labelSee = "Voir"
	sayNext  = "Pour continuer" + nbsp + ":"
	// sayNotIn is told to a person whose answer could not be posted where they
	// are. %s is the name that invites the bot.
	sayNotIn = "Je ne peux pas écrire dans cette conversation" + nbsp + ": invitez-moi en y tapant /invite @%s, puis posez de nouveau votre question."
)

// botName is what the manifest names the bot, unless it is told otherwise.
const botName = "Observatoire"

// The commands, as people type them.
const (
	command      = "/observatoire"
	adminCommand = "/observatoire-admin"
)
