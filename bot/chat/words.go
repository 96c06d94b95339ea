package chat

// Every French sentence that the chats say beside the answers. Spaces before
// ; : ! ? and » do not break.
const nbsp = "\u00a0"

const (
	sayFault         = "Un incident m'empêche de répondre" + nbsp + ": posez de nouveau votre question dans un instant, s'il vous plaît. L'incident est signalé."
	sayBusy          = "Trop de questions arrivent en même temps" + nbsp + ": posez de nouveau la vôtre dans un instant, s'il vous plaît."
	sayStopping      = "Le service redémarre" + nbsp + ": posez de nouveau votre question dans une minute, s'il vous plaît."
	sayUnknownButton = "Ce bouton n'est plus reconnu" + nbsp + ": posez votre question en toutes lettres, s'il vous plaît."
	sayShared        = "Cette réponse est déjà partagée dans la conversation."
	sayShares        = "Réponse partagée" + nbsp + ":"
	sayWhatIsWrong   = "Qu'est-ce qui ne va pas dans cette réponse" + nbsp + "?"
	sayThanks        = "Merci, c'est noté avec le constat concerné, sans votre nom."
)

// The labels of buttons.
const (
	labelCite   = "Citer"
	labelShare  = "Partager"
	labelReport = "Signaler une erreur"
)

// Busy is what a person is told when too much is open.
func Busy() Reply { return Reply{Notice: sayBusy} }

// Stopping is what a person is told while the program stops.
func Stopping() Reply { return Reply{Notice: sayStopping} }

// Shortened is said under an answer of which a part is left out.
const Shortened = "La réponse est trop longue pour un message" + nbsp + ": elle est abrégée."

// SharedBy is said above an answer that a person shares with a channel.
func SharedBy(p Person) string {
	if p.Name == "" {
		return sayShares
	}
	return "Réponse partagée par " + p.Name + nbsp + ":"
}
