package question

import (
	"slices"
	"strings"

	"constat/data/lexicon"
)

// refuse returns what the question wants, or which wish no finding answers.
func (r *Reader) refuse(s *sentence, q Question) Wants {
	switch {
	case q.About == "" && s.asksMeaning(q):
		return Meaning
	case s.downloads(q):
		return Download
	case s.meta() != "":
		return s.meta()
	case s.advice():
		return Advice
	case s.forecast(r.newest, q):
		return Forecast
	case !q.Followed && q.About == "" && (len(q.Subject) == 0 && !q.talksOf() || s.continues(len(q.Subject))):
		return Nothing
	case !q.Followed && q.Carried == "" && s.orphan(q):
		return Nothing
	case q.Followed && len(q.Subject) == 0 && q.About == "":
		return Nothing
	}
	return q.Wants
}

// talksOf reports whether the question has anything to look for although no
// word of it is a subject.
func (q Question) talksOf() bool {
	return len(q.Quoted) > 0 && (q.Who.Named() || q.Wants == Conflict) || q.Wants == Overview && (len(q.Years) > 0 || q.Rank != 0) && q.Summary
}

// advice reports that the person wants an opinion: the bot has none. What
// respondents think is a finding, what the bot thinks is not.
func (s *sentence) advice() bool {
	for i, w := range s.words {
		if strings.HasPrefix(w.Text, "recommand") || strings.HasPrefix(w.Text, "conseill") && w.Text != "conseiller" && w.Text != "conseillers" {
			return true
		}
		next := s.at(i + 1)
		switch w.Text {
		case "tu", "vous":
			if adviceVerbs[next] || adviceVerbs[s.at(i-1)] {
				return true
			}
		case "faut":
			if (next == "il" || next == "on") && !s.has(reasonWords) && s.at(i-1) == "que" {
				return true // "que faut-il faire ?"
			}
		case "faudrait", "devrait", "devrions", "dois", "devons", "doit":
			if (next == "il" || next == "on" || next == "je" || next == "nous") && !s.has(numberWords) && !s.has(shareWords) && !s.says("s", "attendre") {
				return true
			}
		case "choisir":
			if s.has(choosing) || s.has(focus) || s.says("quel") || s.says("quelle") || s.at(i-1) == "que" {
				return true
			}
		case "avis":
			if s.at(i-1) == "votre" || s.at(i-1) == "ton" {
				return true
			}
		case "mieux":
			if s.at(i-1) == "vaut" || s.at(i-2) == "vaut" || s.at(i-2) == "est" && s.at(i-1) == "il" {
				return true
			}
		case "bien", "bon", "normal", "grave", "terrible", "inquietant", "suffisant", "decevant":
			if (next == "ou" && (s.at(i+2) == "pas" || s.at(i+2) == "mal" || s.at(i+2) == "mauvais")) || s.says("est", "ce", w.Text) && w.Text != "bien" {
				return true
			}
		}
	}
	return s.says("meilleur") || s.says("meilleure") || s.says("meilleurs") && s.has(questionWords)
}

// ought reports "faut-il": what one should do is told only by a finding that
// says so.
func (s *sentence) ought() bool {
	return (s.says("faut", "il") || s.says("faut", "on")) && !s.has(reasonWords) && !s.has(citing) && !s.says("qu", "il", "faut")
}

var adviceVerbs = set("penses pensez trouves trouvez preferes preferez crois croyez ferais feriez choisirais choisiriez suggeres suggerez aimes aimez")

// forecast reports that the person asks about what nobody has measured: a
// year after all that is published, or a future without a horizon.
func (s *sentence) forecast(newest int, q Question) bool {
	for _, y := range q.Years {
		if y > newest && s.future() {
			return true
		}
	}
	if q.Horizon > newest || (q.Wants == Date || q.Wants == Place) && s.has(coming) && (q.About != "" || s.future() || s.nextSurvey()) {
		return true
	}
	for i := range s.words {
		if s.at(i) == "dans" && (numerals[s.at(i+1)] || isNumber(s.at(i+1)) || s.at(i+1) == "quelques") && (s.at(i+2) == "ans" || s.at(i+2) == "annees" || s.at(i+2) == "mois") {
			return s.future()
		}
	}
	if s.says("a", "l", "avenir") || s.says("dans", "le", "futur") {
		return true
	}
	return q.Horizon == 0 && q.Wants.Measured() && s.future() && !s.says("ont", "ou", "auront") && !s.says("a", "ou", "aura") && !s.says("sont", "ou", "seront")
}

// coming tells what has not taken place yet: "le prochain congrès".
var coming = set("prochain prochaine prochains prochaines")

// nextSurvey reports that what has not taken place yet is a survey: "quand sort
// la prochaine enquête", in the present too.
func (s *sentence) nextSurvey() bool {
	for i := range s.words {
		if coming[s.at(i)] && (surveys[s.at(i+1)] || surveys[s.at(i-1)]) {
			return true
		}
	}
	return false
}

// future reports a verb in the future tense.
func (s *sentence) future() bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool {
		return futures[w.Text] || len(w.Text) > 6 && lexicon.ClassOf(w.Text) != lexicon.Function && (strings.HasSuffix(w.Text, "eront") || strings.HasSuffix(w.Text, "iront"))
	})
}

var futures = set("sera seront aura auront fera feront ira iront pourra pourront devra devront verra deviendra deviendront disparaitra disparaitront restera resteront")

// continues reports that the message only goes on with something said before:
// it begins as a reply and points back, or names no subject at all.
func (s *sentence) continues(subjects int) bool {
	opening := continuations[s.at(0)]
	if s.says("sinon") && subjects > 0 {
		return false // "et sinon, qui pilote …": another subject
	}
	for i := range s.words {
		switch {
		case s.at(i) == "l" && possession[s.at(i+1)], // "combien l'avaient engagé"
			s.at(i) == "s" && s.at(i+1) == "y",
			s.at(i) == "en" && possession[s.at(i+1)],
			s.at(i) == "d" && s.at(i+1) == "autre":
			return opening || subjects == 0
		}
	}
	return opening && subjects == 0
}

var (
	continuations = set("et ok non oui sinon mais alors donc puis bon ah pardon desole desolee dsl oups zut plutot")
	possession    = set("ont avaient a avait aurait auraient")
)
