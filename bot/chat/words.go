package chat

import (
	"cmp"
	"fmt"
	"strconv"
	"time"

	"constat/bot/answer"
	"constat/bot/publish"
)

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
	sayNoJournal     = "Merci. Ce service ne tient pas de journal" + nbsp + ": signalez l'erreur à l'un de ses administrateurs."
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

// Fault is what a person is told when their reply could not be given.
func Fault() Reply { return Reply{Notice: sayFault} }

// Shortened is said under an answer of which a part is left out.
const Shortened = "La réponse est trop longue pour un message" + nbsp + ": elle est abrégée."

// SharedBy is said above an answer that a person shares with a channel.
func SharedBy(p Person) string {
	if p.Name == "" {
		return sayShares
	}
	return "Réponse partagée par " + p.Name + nbsp + ":"
}

// What administrators are told.
const (
	sayNotAdmin  = "Cette commande est réservée aux administrateurs de l'observatoire. Votre demande est notée."
	sayCommands  = "Les commandes sont" + nbsp + ": état, publier, revenir."
	sayCancelled = "Rien n'a été publié."
	sayChanged   = "Le dossier, ou la version qui répond, a changé depuis l'examen" + nbsp + ": rien n'a été publié. Refaites l'examen."
	sayPublished = "C'est fait" + nbsp + ": la version %s répond maintenant."
	sayProposed  = "La version %s est proposée" + nbsp + ": une autre personne de la liste des administrateurs doit l'approuver, avec la commande état."
	sayPending   = "En attente d'approbation" + nbsp + ": version %s, proposée par %s %s."
	sayDropped   = "La proposition %s est abandonnée. Rien n'a été publié."
	sayVersions  = "Versions publiées, la plus récente d'abord" + nbsp + ":"
	sayNoVersion = "Aucune autre version n'a été publiée" + nbsp + ": il n'y a rien à quoi revenir."
	sayEmbedded  = "Version %s" + nbsp + ": elle n'a pas été publiée, c'est celle du dossier ou du programme."
	sayLive      = "Version %s, publiée par %s %s."
	sayEdition   = "– %s" + nbsp + ": %s"
	sayFolder    = "Le dossier à publier ne dit pas la même chose" + nbsp + ": %s. La commande publier montre ce qui changerait."
	sayFaults    = "Le dossier à publier a des fautes" + nbsp + ": la commande publier les montre."
	sayNoState   = "Sans dossier d'état (--state), rien ne peut être publié."
)

// The labels of administrators' buttons.
const (
	labelPublish  = "Examiner et publier"
	labelConfirm  = "Publier"
	labelCancel   = "Ne rien publier"
	labelRollback = "Revenir en arrière"
	labelReturn   = "Revenir à %s"
	labelApprove  = "Approuver %s"
	labelDrop     = "Abandonner %s"
)

func statusText(s publish.Status) string {
	text := fmt.Sprintf(sayEmbedded, s.Live.Version)
	if s.Live.Published != "" {
		text = fmt.Sprintf(sayLive, s.Live.Published, s.Live.By, moment(s.Live.At))
	}
	for _, e := range s.Editions {
		year := "sans date connue"
		if e.Year != 0 {
			year = "édition " + strconv.Itoa(e.Year)
		}
		text += "\n" + fmt.Sprintf(sayEdition, e.Observatory+", "+year, findings(e.Findings))
	}
	switch {
	case s.FolderFault != nil:
		text += "\n" + sayFaults
	case s.Folder != nil && s.Folder.Summary() != "":
		text += "\n" + fmt.Sprintf(sayFolder, s.Folder.Summary())
	}
	if s.State == "" {
		text += "\n" + sayNoState
	}
	return text
}

func versionLine(v publish.Version) string {
	line := fmt.Sprintf("– %s, publiée par %s %s"+nbsp+": %s", v.ID, cmp.Or(v.By, "une personne non nommée"), moment(v.At), findings(v.Findings))
	if v.Live {
		line += " (elle répond)"
	}
	return line
}

func findings(n int) string {
	if n > 1 {
		return strconv.Itoa(n) + " constats"
	}
	return strconv.Itoa(n) + " constat"
}

// moment writes a time as French does: "le 25 novembre 2026 à 9 h 05".
func moment(t time.Time) string {
	return "le " + answer.Date(t.Format(time.DateOnly)) + t.Format(" à 15"+nbsp+"h"+nbsp+"04")
}
