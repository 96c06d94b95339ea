package question

import (
	"slices"

	"constat/data/lexicon"
)

// A remark is a message with no question of its own: it speaks of the answer
// before, or of the conversation.
type remark int

const (
	noRemark remark = iota
	lost            // "je ne comprends pas"
	noted           // "d'accord", "super"
	again           // "peux-tu préciser ?", "ah bon ?", "la formule exacte": the answer says it all
	explain         // "explique"
)

// remarks are the runs of words that make each remark, the longest first:
// nothing else but fillers stands beside them.
var remarks = []struct {
	remark remark
	runs   [][]string
}{
	{lost, phrases("je ne comprends pas", "je ne comprends rien", "je comprends pas", "je comprends rien", "je n ai pas compris", "je n ai rien compris", "j ai pas compris", "pas compris", "rien compris", "pas clair", "je suis perdu", "je suis perdue")},
	{again, phrases("ah bon", "ah oui", "vraiment", "serieux", "serieusement", "precise", "precisez", "preciser", "precision", "precisions", "precisement", "repete", "repetez", "repeter", "redis", "redites", "reformule", "reformulez", "reformuler",
		"cite", "citez", "citation", "formule", "formulation", "population", "c est a dire", "de qui parle t on", "de qui parlez", "de qui parles", "de qui s agit il")},
	{explain, phrases("explique", "expliquez", "expliquer", "explication", "explications", "pour quelle raison", "pour quelles raisons", "comment ca se fait", "comment cela se fait")},
	{noted, phrases("j ai compris", "je comprends", "je vois", "bien recu", "d accord", "daccord", "c est note", "tres bien", "super", "parfait", "genial", "excellent", "interessant", "compris", "entendu", "cool", "top", "nickel", "impeccable", "formidable", "bravo", "dommage")},
}

// besideRemarks are the words that may stand beside a remark.
var besideRemarks = set("peux peut pouvez pourriez pourrais tu vous me moi m nous svp stp s il te plait merci ca cela c est ce la le l les un une peu plus bien tres oui ok ah donc et alors hein quelle est exacte exactement reponse resultat chiffre texte phrase cite citez formule formulation")

// remark returns what a message that asks nothing of its own does.
func (s *sentence) remark() remark {
	for _, r := range remarks {
		for _, run := range r.runs {
			at := s.find(run...)
			if at < 0 {
				continue
			}
			others := slices.Concat(s.words[:at], s.words[at+len(run):])
			if !slices.ContainsFunc(others, func(w lexicon.Word) bool { return !besideRemarks[w.Text] }) {
				return r.remark
			}
		}
	}
	return noRemark
}

// remarked answers a remark on the answer before with that answer, or with
// what it offers. A remark that agrees to an offer takes it: see named.
func (r *Reader) remarked(s *sentence, q Question, state State) (Question, bool) {
	shown := Question{Text: q.Text, Corrected: q.Corrected, spelt: q.spelt, Followed: true}
	doubts := q.Wants == Conflict && len(q.Subject) == 0 && len(q.Quoted) == 0 && !q.Who.Named() && !s.says("d", "accord")
	said := s.remark()
	switch {
	case len(state.Findings) == 0:
		return q, false
	case said == again && !state.Offered:
		shown.Show = state.Findings[0]
	case said == again, doubts && state.Offered: // nothing was stated: there is only the offer
		shown.Offered = state.Findings
	default:
		return q, false
	}
	return shown.framed(state), true
}
