package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data"
	"constat/data/lexicon"
)

// Every French sentence that the bot can say is in this file, and how it
// writes numbers, dates and titles. Spaces before ; : ! ? » and % do not
// break.

const nbsp = "\u00a0"

// The sentences of an abstention. A %s is whom, when or what was asked.
const (
	sayNothingFound    = "L'observatoire ne dit rien sur ce point dans les études disponibles."
	sayNotMeasured     = "L'observatoire ne publie pas ce chiffre."
	sayNotTold         = "L'observatoire ne le dit pas."
	sayNoComplement    = "L'observatoire ne publie pas la part de ceux qui ne le font pas, et elle ne se déduit pas d'un chiffre publié."
	sayOtherPopulation = "L'observatoire ne donne pas ce résultat pour la population demandée (%s)."
	sayOtherEdition    = "Aucune étude disponible ne donne ce résultat pour %s."
	sayOtherStatus     = "L'observatoire ne donne pas ce résultat au stade demandé (%s)."
	sayUncontested     = "Aucune autre source disponible ne dit autre chose."
	sayOpinion         = "Je ne donne ni avis ni conseil" + nbsp + ": je rapporte ce que l'observatoire a publié, avec sa source."
	sayForecast        = "Je n'avance aucune prévision" + nbsp + ": je rapporte seulement ce que l'observatoire a publié."
	sayOffTopic        = "Ce sujet n'est pas traité par l'observatoire."
	sayEmpty           = "Sur quel sujet porte votre question" + nbsp + "? Par exemple" + nbsp + ": %s"
	sayEmptyAlone      = "Sur quel sujet porte votre question" + nbsp + "?"
	sayStale           = "Cette réponse n'est plus dans les études disponibles" + nbsp + ": posez de nouveau votre question, s'il vous plaît."
	sayClosed          = "Je préfère ne pas répondre" + nbsp + ": un chiffre de la réponse n'a pas pu être rattaché à sa source. L'incident est signalé."
	sayFailed          = "Je n'ai pas pu chercher la réponse" + nbsp + ": posez de nouveau votre question dans un instant, s'il vous plaît."
	sayNear            = "À rapprocher, sans y répondre" + nbsp + ":"
	sayNearOf          = "À rapprocher, sans y répondre (%s)" + nbsp + ":"
	sayRestated        = "Dit aussi, en d'autres mots" + nbsp + ":"
	sayContradicted    = "Les sources ne s'accordent pas. On lit ailleurs" + nbsp + ":"
	sayOnly            = " Il dit seulement ceci" + nbsp + ": "
	sayOverview        = "Voici ce qui est publié sur ce sujet" + nbsp + ":"
	sayNotListed       = "Non, la liste publiée ne la cite pas."
	sayUnconfirmed     = "L'observatoire ne le dit pas en ces termes. Voici ce qu'il publie" + nbsp + ":"
	sayUnlisted        = "Les listes publiées ne la citent pas, mais elles ne suffisent pas à l'exclure."
	sayDeduced         = "déduit de la page, qui ne l'énonce pas en toutes lettres"
	sayOutside         = "hors enquête"
	sayPrinted         = "Voici où c'est publié" + nbsp + ":"
	sayElse            = "Sur le même sujet, l'observatoire publie aussi" + nbsp + ":"
	sayNothingElse     = "L'observatoire ne publie rien d'autre sur ce sujet."
	sayChoose          = "Votre question peut se lire de plusieurs façons. Laquelle vous intéresse" + nbsp + "?"
)

// sayHelp greets and says what the bot does.
func sayHelp(l *data.Library) string {
	var b strings.Builder
	b.WriteString("Posez une question sur les résultats publiés")
	if names := observatories(l); len(names) > 0 {
		b.WriteString(" par " + join(names))
	}
	b.WriteString(nbsp + ": je réponds avec la formule de la source, sa population, son édition et son adresse, ou je dis que l'observatoire ne le publie pas.")
	if years := loadedYears(l); len(years) > 0 {
		b.WriteString("\n" + plural(len(years), "Année disponible", "Années disponibles") + nbsp + ": " + join(years) + ".")
	}
	if example := exampleOf(l); example != "" {
		b.WriteString("\nPar exemple" + nbsp + ": " + example)
	}
	return b.String()
}

func observatories(l *data.Library) []string {
	var names []string
	seen := map[string]bool{}
	for _, e := range l.Editions {
		if !seen[e.Publisher] {
			seen[e.Publisher] = true
			names = append(names, e.Publisher)
		}
	}
	return names
}

func loadedYears(l *data.Library) []string {
	var years []string
	seen := map[int]bool{0: true}
	for _, e := range l.Editions {
		if !seen[e.Year] {
			seen[e.Year] = true
			years = append(years, strconv.Itoa(e.Year))
		}
	}
	slices.Sort(years)
	return years
}

// What an edition says of itself. The first %s is the edition.
const (
	sayPublisher    = "L'éditeur est %[2]s (%[1]s)."
	sayPresentation = "%s" + nbsp + "; présentation" + nbsp + ": %s."
	saySample       = "%s" + nbsp + "; taille de l'échantillon" + nbsp + ": %s %s."
	sayRespondents  = "%s" + nbsp + "; répondants" + nbsp + ": %s."
	sayFieldwork    = "%s" + nbsp + "; dates de l'enquête" + nbsp + ": %s."
	sayScope        = "%s" + nbsp + "; champ" + nbsp + ": %s (%s)."
)

// title names an edition in full. Some observatories print the year in their
// name: it is not said twice.
func title(e *data.Edition) string {
	if e.Year != 0 && strings.Contains(e.Observatory, strconv.Itoa(e.Year)) {
		return e.Observatory
	}
	return e.Observatory + ", " + editionName(e)
}

// The labels of what a card shows under a heading of its own.
const (
	LabelSource  = "Source"
	LabelCaution = "Précaution"
	LabelListed  = "Liste publiée"
	LabelStudy   = "Étude"
)

// The labels that stand before what is shown on a line.
const (
	labelSource  = LabelSource + nbsp + ": "
	labelCaution = LabelCaution + nbsp + ": "
	labelListed  = LabelListed + nbsp + ": "
	labelStudy   = LabelStudy + nbsp + ": "
	labelSources = "La source en détail"
	labelOther   = "Autre version" + nbsp + ": "
	listOpen     = " (la source en nomme certains parmi d'autres)"
)

// The verdicts on a claim, as they open the answer.
const (
	sayConfirmed = "Oui, c'est ce que l'observatoire publie."
	sayDifferent = "Non, l'observatoire publie autre chose."
	sayUndecided = "Ce que l'observatoire publie ne permet ni de confirmer ni d'infirmer."
)

// statusWords say a status after a population and an edition.
var statusWords = map[data.Status]string{
	data.Adopted:          "adopté",
	data.UnderWay:         "en cours",
	data.Planned:          "prévu",
	data.AdoptedOrPlanned: "adopté ou prévu",
	data.None:             "constat d'absence",
	data.Perception:       "avis des répondants",
	data.Ranking:          "classement",
	data.Estimate:         "estimation",
}

// attributionWords say who makes a statement when it is not the observatory.
var attributionWords = map[data.Attribution]string{
	data.Journalist: "propos de l'auteur de la page, à ne pas prêter à l'observatoire",
	data.Ambiguous:  "la page ne dit pas si l'idée vient de l'observatoire ou de son auteur",
	data.Method:     "information sur l'enquête",
}

// brief tells a finding on one line, with the publisher of its source and its
// precaution. What the finding that leads the answer says already is left out.
func brief(l *data.Library, f, lead *data.Finding) string {
	s := strings.TrimSuffix(f.Statement, ".")
	if f.Figure != nil {
		s = quote(f.Figure.Wording)
		if f == lead || f.Indicator != lead.Indicator || lead.Figure == nil {
			if merged, ok := merge(s, f.Statement); ok {
				s = strings.TrimSuffix(merged, ".")
			} else {
				s += nbsp + ": " + goesOn(strings.TrimSuffix(f.Statement, "."))
			}
		}
	}
	s += " (" + frame(l, f)
	if len(f.Sources) > 0 {
		s += nbsp + "; " + f.Sources[0].Publisher
	}
	s += ")."
	if f.Caution != "" {
		s += " " + f.Caution
	}
	return s
}

// fields say whom a finding is about, when, how many answered, in what state
// the thing is and who says it.
func fields(l *data.Library, f *data.Finding) []Field {
	var all []Field
	add := func(label, value string) {
		if value != "" {
			all = append(all, Field{label, value})
		}
	}
	whom := f.Population
	if whom != "" && f.Attribution != data.Method && f.Status != data.Perception && l.Lexicon.OnlyRespondents(l.Lexicon.PeopleOf(f.Who)) {
		whom += ", d'après leurs réponses"
	}
	add("Population", whom)
	add("Édition", strings.TrimPrefix(editionOf(f), "édition "))
	if b := f.Base; b != nil {
		add("Base", strings.TrimSpace(number(b.Size)+" "+b.Label))
	}
	switch s := statusWords[f.Status]; {
	case s != "" && f.Horizon != 0:
		add("Statut", s+until(f))
	case s == "" && f.Horizon != 0:
		add("Horizon", strconv.Itoa(f.Horizon))
	default:
		add("Statut", s)
	}
	if f.Speaker != "" {
		add("Auteur des propos", f.Speaker)
	}
	add("Attribution", attributionWords[f.Attribution])
	if f.Deduced {
		add("Lecture", sayDeduced)
	}
	if f.OutsideSurvey {
		add("Portée", sayOutside)
	}
	return all
}

// frame is fields as they stand between parentheses.
func frame(l *data.Library, f *data.Finding) string {
	var parts []string
	for _, field := range fields(l, f) {
		switch field.Label {
		case "Édition":
			parts = append(parts, editionOf(f))
		case "Base", "Horizon":
			parts = append(parts, uncapital(field.Label)+nbsp+": "+field.Value)
		case "Auteur des propos":
			parts = append(parts, "propos "+of(field.Value))
		default:
			parts = append(parts, field.Value)
		}
	}
	return strings.Join(parts, ", ")
}

// until says the horizon of a finding.
func until(f *data.Finding) string {
	if f.Status == data.Planned || f.Status == data.AdoptedOrPlanned {
		return fmt.Sprintf(" d'ici à %d", f.Horizon)
	}
	return fmt.Sprintf(", à l'horizon %d", f.Horizon)
}

func editionOf(f *data.Finding) string {
	s := editionName(f.Edition)
	if len(f.Years) == 0 {
		return s
	}
	about := make([]string, len(f.Years))
	for i, y := range f.Years {
		about[i] = strconv.Itoa(y)
	}
	return s + ", portant sur " + join(about)
}

// according opens a citation: "Selon l'Observatoire … (Markess)". A name that
// begins with a word whose article is not known takes none.
func according(e *data.Edition) string {
	name := title(e)
	first, _, _ := strings.Cut(lexicon.Fold(name), " ")
	return "Selon " + articles[first] + name + " (" + e.Publisher + ")"
}

// tells goes on from "Selon …" with a statement: after a comma when its first
// word is no name.
func tells(f *data.Finding) string {
	s := strings.TrimSuffix(f.Statement, ".")
	if on := goesOn(s); on != s {
		return ", " + on
	}
	return nbsp + ": " + s
}

// goesOn is a sentence without its capital, when its first word is no name.
func goesOn(s string) string {
	if words := lexicon.Words(s); len(words) > 0 && lexicon.ClassOf(words[0].Text) == lexicon.Function {
		return uncapital(s)
	}
	return s
}

// articles of the words by which surveys call themselves.
var articles = map[string]string{
	"observatoire": "l'", "enquete": "l'", "etude": "l'", "barometre": "le ", "panorama": "le ", "sondage": "le ", "panel": "le ",
}

// editionName is "édition 2015", or the period as printed, or an avowal.
func editionName(e *data.Edition) string {
	switch {
	case e.Period != "" && unicode.IsLetter(rune(e.Period[0])):
		return "étude " + of(e.Period) // "étude de juin 2015"
	case e.Period != "":
		return "étude " + e.Period
	case e.Year != 0:
		return "édition " + strconv.Itoa(e.Year)
	}
	return "édition sans date connue"
}

// items lists what a finding enumerates.
func items(f *data.Finding) string {
	var all []string
	for _, i := range f.Items {
		s := i.Label
		if i.Rank != 0 {
			s = rank(i.Rank) + nbsp + ": " + s
		}
		switch {
		case i.Figure != nil && i.Detail != "":
			s += " (" + quote(i.Figure.Wording) + ", " + i.Detail + ")"
		case i.Figure != nil:
			s += " (" + quote(i.Figure.Wording) + ")"
		case i.Detail != "":
			s += " (" + i.Detail + ")"
		}
		all = append(all, s)
	}
	s := strings.Join(all, nbsp+"; ")
	if f.ItemsOpen {
		s += listOpen
	}
	return s
}

// SourceLine says where a finding is printed: title, publisher, author, date,
// page and address, and what is not known of them.
func SourceLine(s *data.Source) string {
	return Origin{Label: sourceLabel(s), URL: s.URL}.String()
}

// sourceLabel is SourceLine without the address.
func sourceLabel(s *data.Source) string {
	var parts []string
	switch {
	case s.Title != "" && s.Reconstructed:
		parts = append(parts, s.Title+" (titre reconstitué)")
	case s.Title != "":
		parts = append(parts, quote(s.Title))
	}
	parts = append(parts, s.Publisher)
	if s.Author != "" {
		parts = append(parts, s.Author)
	}
	switch {
	case s.Date != "":
		parts = append(parts, Date(s.Date))
	case s.DateEstimate != "":
		parts = append(parts, "date inconnue (estimée"+nbsp+": "+s.DateEstimate+")")
	default:
		parts = append(parts, "date inconnue")
	}
	if s.Page != "" {
		parts = append(parts, s.Page)
	}
	return strings.Join(parts, ", ")
}

var months = [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

// Date writes an edition's date as French does: "1er juillet 2015", "juin
// 2015", "du 17 au 18 juin 2014". Anything else comes back as it is.
func Date(d string) string {
	if from, to, ok := strings.Cut(d, "/"); ok {
		if len(from) == len("2006-01-02") && len(to) == len(from) && from[:7] == to[:7] {
			return "du " + day(from[8:]) + " au " + Date(to)
		}
		if len(from) == len("2006-01-02") {
			return "du " + Date(from) + " au " + Date(to)
		}
		return "de " + Date(from) + " à " + Date(to)
	}
	parts := strings.Split(d, "-")
	if len(parts) < 2 {
		return d
	}
	m, err := strconv.Atoi(parts[1])
	if err != nil || m < 1 || m > len(months) {
		return d
	}
	s := months[m-1] + " " + parts[0]
	if len(parts) == 3 {
		s = day(parts[2]) + " " + s
	}
	return s
}

func day(d string) string {
	if d = strings.TrimPrefix(d, "0"); d == "1" {
		return "1er"
	}
	return d
}

func rank(n int) string {
	if n == 1 {
		return "1er rang"
	}
	return strconv.Itoa(n) + "e rang"
}

// number writes a count with no-break spaces between thousands.
func number(n int) string {
	if n == 0 {
		return ""
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + nbsp + s[i:]
	}
	return s
}

func quote(s string) string { return "«" + nbsp + s + nbsp + "»" }

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// of elides "de" before a vowel: "d'Aurélie".
func of(name string) string {
	if folded := lexicon.Fold(name); folded != "" && strings.ContainsRune("aeiouyh", rune(folded[0])) {
		return "d'" + name
	}
	return "de " + name
}

func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " et " + words[len(words)-1]
}

func plural(n int, one, many string) string {
	if n > 1 {
		return many
	}
	return one
}
