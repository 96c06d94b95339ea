package bot

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"constat/bot/answer"
	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

const (
	// fewestPairs is how many changed questions the metamorphic test needs to
	// prove anything.
	fewestPairs = 800
	// keptForms is the part of the changes of form that must keep the answer.
	keptForms = 0.95
	// draws is how many populations of a kind a question is asked about, and
	// how many foreign nouns.
	draws = 3
)

// TestMetamorphic asks every published finding by rule, then changes one slot
// of the question, after which the finding must not be stated, or its form,
// after which it must still come first.
func TestMetamorphic(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	m := &metamorphosis{b: open(t, published), l: published, counts: map[string]*tally{}, seen: map[string]bool{}}
	known := func(w string) bool { return m.b.live.Load().index.Knows(lexicon.Fold(w)) }
	m.foreign = slices.DeleteFunc(slices.Clone(foreignNouns), known)
	m.strangers = slices.DeleteFunc(slices.Clone(strangers), known)
	measured, asked, figureless, told := 0, 0, 0, 0
	for i, f := range published.Findings {
		if testing.Short() && i%inShort != 0 {
			continue
		}
		if f.Figure == nil || !f.Figure.HasNumber() {
			figureless++
			if w, lead, ok := m.base(f, wordsOnly(f)); ok {
				told++
				m.changeForm(w, lead)
			} else {
				t.Logf("no question finds %s:%s", f.ID, m.refusals(wordsOnly(f)))
			}
			continue
		}
		measured++
		byIndicator, lead, ok := m.base(f, fromIndicator(f))
		if ok {
			m.changeSlots(f, byIndicator)
			m.changeForm(byIndicator, lead)
		}
		byStatement, lead, okToo := m.base(f, fromStatement(published.Lexicon, f))
		if okToo {
			m.changeSlots(f, byStatement)
			m.changeForm(byStatement, lead)
		}
		switch {
		case !ok && !okToo:
			t.Logf("no question finds %s:%s", f.ID, m.refusals(append(fromIndicator(f), fromStatement(published.Lexicon, f)...)))
			continue
		case !ok:
			t.Logf("only the editor's words find %s:%s", f.ID, m.refusals(fromIndicator(f)))
		}
		asked++
	}
	t.Logf("%d of %d findings with a number are found by a question, %d of %d without", asked, measured, told, figureless)
	m.report(t)
}

// metamorphosis is one run of the test over a library.
type metamorphosis struct {
	b         *Bot
	l         *data.Library
	foreign   []string // nouns that the library does not know
	strangers []string // populations that it does not know
	counts    map[string]*tally
	seen      map[string]bool // pairs that were tried
}

// A tally counts what became of the pairs of one change.
type tally struct {
	form      bool
	tried     int
	skipped   int // the change would change nothing, or cannot be said
	offenders []string
}

// tally returns the counts of a change.
func (m *metamorphosis) tally(change string, form bool) *tally {
	if m.counts[change] == nil {
		m.counts[change] = &tally{form: form}
	}
	return m.counts[change]
}

// ask returns what the bot answers to a question that stands alone.
func (m *metamorphosis) ask(question string) answer.Answer {
	return m.b.Handle(context.Background(), Message{Text: question})
}

// base returns the first of the questions that is answered with a finding or
// with one linked to it, and the finding that leads the answer.
func (m *metamorphosis) base(f *data.Finding, questions []wording) (wording, *data.Finding, bool) {
	for _, w := range questions {
		a := m.ask(w.String())
		if lead := first(a); lead != nil && (lead == f || slices.Contains(f.Restates, lead) || slices.Contains(f.Contradicts, lead)) {
			return w, lead, true
		}
	}
	return nil, nil, false
}

// refusals tells what was answered to questions that do not find a finding.
func (m *metamorphosis) refusals(questions []wording) string {
	if len(questions) == 0 {
		return " no template fits"
	}
	var b strings.Builder
	for _, w := range questions {
		fmt.Fprintf(&b, "\n\t%q: %s", w, summary(m.ask(w.String())))
	}
	return b.String()
}

// changeSlots changes one slot of a question at a time: the finding, and what
// says the same in other words, must no longer be stated.
func (m *metamorphosis) changeSlots(f *data.Finding, w wording) {
	for _, c := range m.slotChanges(f, w) {
		n := m.tally(c.name, false)
		if c.question == "" {
			n.skipped++
			continue
		}
		if m.again(w.String(), c.question) {
			continue
		}
		n.tried++
		a := m.ask(c.question)
		if a.Kind == answer.Found && slices.ContainsFunc(a.Cited, func(c answer.Citation) bool {
			return c.Finding == f || c.Finding != nil && slices.Contains(f.Restates, c.Finding)
		}) {
			n.offenders = append(n.offenders, fmt.Sprintf("%q → %q: %s", w, c.question, summary(a)))
		}
	}
}

// changeForm changes how a question is typed: the same finding must lead.
func (m *metamorphosis) changeForm(w wording, lead *data.Finding) {
	for _, c := range formChanges(w) {
		n := m.tally(c.name, true)
		if c.question == "" || c.question == w.String() {
			n.skipped++
			continue
		}
		if m.again(w.String(), c.question) {
			continue
		}
		n.tried++
		if a := m.ask(c.question); first(a) != lead {
			n.offenders = append(n.offenders, fmt.Sprintf("%q → %q: %s, not %s", w, c.question, summary(a), lead.ID))
		}
	}
}

// again reports whether a pair was tried already: findings that restate one
// another are asked alike.
func (m *metamorphosis) again(base, changed string) bool {
	pair := base + "\n" + changed
	known := m.seen[pair]
	m.seen[pair] = true
	return known
}

// report logs the counts and fails with the offenders.
func (m *metamorphosis) report(t *testing.T) {
	pairs, forms, kept := 0, 0, 0
	var changes []string
	for change := range m.counts {
		changes = append(changes, change)
	}
	slices.Sort(changes)
	var table, stated, lost strings.Builder
	for _, change := range changes {
		n := m.counts[change]
		pairs += n.tried
		fmt.Fprintf(&table, "\n%-28s %4d tried %4d offend %4d skipped", change, n.tried, len(n.offenders), n.skipped)
		list := &stated
		if n.form {
			list = &lost
			forms += n.tried
			kept += n.tried - len(n.offenders)
		}
		for _, o := range n.offenders {
			fmt.Fprintf(list, "\n%s: %s", change, o)
		}
	}
	t.Logf("%d pairs, %d of %d changes of form keep the answer%s", pairs, kept, forms, table.String())
	if pairs < fewestPairs {
		t.Errorf("%d pairs are too few to prove anything", pairs)
	}
	if stated.Len() > 0 {
		t.Errorf("a figure is stated although a slot changed:%s", stated.String())
	}
	switch {
	case float64(kept) < keptForms*float64(forms):
		t.Errorf("only %d of %d changes of form keep the answer:%s", kept, forms, lost.String())
	case lost.Len() > 0:
		t.Logf("changes of form that lose the answer:%s", lost.String())
	}
}

// first returns the finding that leads an answer, or nil.
func first(a answer.Answer) *data.Finding {
	if a.Kind != answer.Found || len(a.Cited) == 0 {
		return nil
	}
	return a.Cited[0].Finding
}

// summary says in a few words what was answered.
func summary(a answer.Answer) string {
	var ids []string
	for _, c := range a.Cited {
		ids = append(ids, c.ID())
	}
	for _, c := range append(slices.Clone(a.Choices), a.Near...) {
		ids = append(ids, "("+c.Finding.ID+")")
	}
	return strings.TrimSpace(strings.Join([]string{string(a.Kind), string(a.Reason), strings.Join(ids, " ")}, " "))
}

// A role says what a part of a question is for.
type role uint8

const (
	asks role = iota // "quelle part"
	whom             // "des collectivités locales"
	does             // "prévoient"
	what             // "une démarche d'open data"
	when             // "d'ici à 2017"
)

// A part is some words of a question in one role.
type part struct {
	role role
	text string
}

// A wording is a question cut into parts, so that one can be changed.
type wording []part

// String is the question as it is typed.
func (w wording) String() string {
	var words []string
	for _, p := range w {
		if p.text != "" {
			words = append(words, p.text)
		}
	}
	text := strings.Join(words, " ")
	for _, fix := range [][2]string{{" ,", ","}, {"  ", " "}} {
		text = strings.ReplaceAll(text, fix[0], fix[1])
	}
	return upperFirst(text) + " ?"
}

// part returns the text in a role, or nothing.
func (w wording) part(r role) string {
	for _, p := range w {
		if p.role == r {
			return p.text
		}
	}
	return ""
}

// with returns the question with another text in a role, added at its end when
// nothing has that role.
func (w wording) with(r role, text string) wording {
	changed := slices.Clone(w)
	i := slices.IndexFunc(changed, func(p part) bool { return p.role == r })
	if i < 0 {
		return append(changed, part{r, text})
	}
	changed[i].text = text
	return changed
}

// without returns the question without what has a role.
func (w wording) without(r role) wording {
	return slices.DeleteFunc(slices.Clone(w), func(p part) bool { return p.role == r })
}

// fromIndicator returns the questions about a finding in the words of its
// indicator, the most natural first.
func fromIndicator(f *data.Finding) []wording {
	if f.Indicator == "" {
		return nil
	}
	time := timeOf(f)
	people := peopleOf(f)
	about := part{whom, withOf(people)}
	switch head, _, _ := strings.Cut(people, " "); {
	case people == "":
		about.text = ""
	case strings.ToUpper(head) == head:
		about.text = "des " + people // "DSI de collectivités"
	}
	is := part{asks, "quel est"}
	switch {
	case plural(f.Indicator) && feminine(f.Indicator):
		is.text = "quelles sont"
	case plural(f.Indicator):
		is.text = "quels sont"
	case feminine(f.Indicator):
		is.text = "quelle est"
	}
	noun := wording{is, {what, withThe(f.Indicator)}, about, {when, time}}
	switch f.Figure.Kind {
	case figure.Share:
		verb, object := clause(f.Status, false, f.Indicator)
		return []wording{
			{{asks, "quelle part"}, about, {does, verb}, {what, object}, {when, time}},
			{{asks, "quel est le pourcentage"}, about, {does, "pour"}, {what, withThe(f.Indicator)}, {when, time}},
			noun,
		}
	case figure.Amount:
		return []wording{{{asks, "quel montant pour"}, {what, withThe(f.Indicator)}, about, {when, time}}, noun}
	case figure.Count:
		return []wording{
			{{asks, "combien de"}, {what, plurals(f.Figure.Unit)}, {does, "dans"}, {whom, withThe(people)}, {when, time}},
			{{asks, "combien de"}, {what, plurals(f.Figure.Unit) + " parmi " + withThe(f.Indicator)}, {when, time}},
			noun,
		}
	case figure.Change:
		return []wording{noun, {{asks, "quel est le taux"}, {what, withOf(f.Indicator)}, about, {when, time}}}
	}
	return []wording{noun}
}

// wordsOnly returns the questions about a finding that has no number.
func wordsOnly(f *data.Finding) []wording {
	var all []wording
	if f.Indicator != "" {
		about := part{whom, ""}
		if people := peopleOf(f); people != "" {
			about.text = "pour " + withThe(people)
		}
		all = append(all, wording{{asks, "qu'en est-il"}, {what, withOf(f.Indicator)}, about, {when, timeOf(f)}})
	}
	statement := lowerFirst(strings.TrimSuffix(f.Statement, "."))
	if vowel(statement) {
		return append(all, wording{{asks, "est-ce"}, {what, "qu'" + statement}})
	}
	return append(all, wording{{asks, "est-ce que"}, {what, statement}})
}

// fromStatement returns the question that a share's statement answers:
// "20 % des décideurs prévoient de…" gives "quelle part des décideurs
// prévoient de…". None when the statement is built otherwise.
func fromStatement(l *lexicon.Lexicon, f *data.Finding) []wording {
	statement := strings.TrimSuffix(f.Statement, ".")
	var share figure.Span
	for _, s := range figure.Find(statement) {
		if s.Kind == figure.Share {
			share = s
			break
		}
	}
	if share.End == 0 {
		return nil
	}
	before, after := strings.TrimSpace(statement[:share.Start]), statement[share.End:]
	if m := counted.FindStringSubmatch(statement[share.Start:share.End]); m != nil {
		after = " des " + plurals(m[1]) + after // "une collectivité sur deux"
	}
	time := ""
	if m := timeSaid.FindString(before); m != "" {
		before, time = strings.TrimSpace(strings.Replace(before, m, "", 1)), strings.TrimSpace(m)
	}
	if m := timeSaid.FindString(after); m != "" {
		after, time = strings.Replace(after, m, "", 1), strings.Trim(m, " ,")
	}
	before = strings.Trim(before, " ,")
	people, ok := strings.CutPrefix(after, " des ")
	if !ok || strings.HasSuffix(before, " à") {
		return nil
	}
	if time == "" {
		time = timeOf(f)
	}
	end := groupEnd(l, people)
	if end == 0 {
		return nil
	}
	who, rest := people[:end], strings.TrimSpace(people[end:])
	w := wording{{asks, strings.TrimSpace(lowerFirst(before) + " quelle part")}, {whom, "des " + who}}
	if verb := verbFirst.FindString(rest); verb != "" && before == "" {
		w = append(w, part{does, verb})
		rest = strings.TrimSpace(rest[len(verb):])
	}
	return []wording{append(w, part{what, rest}, part{when, lowerFirst(time)})}
}

var (
	counted   = regexp.MustCompile(`(\pL+) sur \pL+`)
	timeSaid  = regexp.MustCompile(`(?i),? ?\b(en 20\d\d|d'ici à 20\d\d|à l'horizon 20\d\d|jusqu'en 20\d\d)`)
	verbFirst = regexp.MustCompile(`^(?:n'|ne |se |s'|le |l')*\pL+(?: disent| pas)?`)
)

// groupEnd returns where the population ends that a text begins with, or 0.
func groupEnd(l *lexicon.Lexicon, text string) int {
	words := lexicon.Words(text)
	end := 0
	for _, m := range l.Mentions(words) {
		if m.Start > end && (end == 0 || slices.ContainsFunc(words[end:m.Start], func(w lexicon.Word) bool { return !ties[w.Text] })) {
			break
		}
		end = m.End
	}
	if _, size := lexicon.SizeOf(words); end > 0 && size[0] == end {
		end = size[1]
	}
	if end == 0 {
		return 0
	}
	return words[end-1].End
}

var ties = map[string]bool{"de": true, "d": true, "des": true, "du": true, "l": true, "la": true, "les": true}

// timeOf says the horizon of a finding, or the year it is about.
func timeOf(f *data.Finding) string {
	switch {
	case f.Horizon != 0:
		return fmt.Sprint("d'ici à ", f.Horizon)
	case len(f.Years) > 0:
		return fmt.Sprint("en ", f.Years[len(f.Years)-1])
	case f.Edition.Year != 0:
		return fmt.Sprint("en ", f.Edition.Year)
	}
	return ""
}

// yearOf says the year of a finding's edition.
func yearOf(f *data.Finding) string {
	if f.Edition.Year == 0 {
		return ""
	}
	return fmt.Sprint("en ", f.Edition.Year)
}

// peopleOf says the population of a finding, without asides and without what
// its indicator says already: the market of "marché des collectivités".
func peopleOf(f *data.Finding) string {
	people, _, _ := strings.Cut(f.Population, " (")
	head, rest, found := strings.Cut(people, " des ")
	if found && strings.Contains(f.Indicator, head) {
		return rest
	}
	return people
}

// clause says that people have, are at or plan an indicator, or that they do
// not. What has no stage is named by respondents.
func clause(s data.Status, negative bool, indicator string) (verb, object string) {
	object = withA(indicator)
	if negative {
		object = withDe(indicator)
	}
	pick := func(yes, not string) string {
		if negative {
			return not
		}
		return yes
	}
	bare := strings.HasPrefix(indicator, "recours ") && !negative // "ont recours au cloud"
	switch s {
	case data.Adopted:
		if bare {
			object = indicator
		}
		return pick("ont", "n'ont pas"), object
	case data.UnderWay:
		return pick("ont", "n'ont pas"), object + " en cours"
	case data.Planned:
		return pick("prévoient", "ne prévoient pas"), object
	case data.AdoptedOrPlanned:
		return pick("ont ou prévoient", "n'ont pas et ne prévoient pas"), object
	case data.None:
		return "n'ont pas", withDe(indicator)
	}
	return pick("citent", "ne citent pas"), withThe(indicator)
}

// A change is another question made of a first one; its question is empty when
// the change would change nothing or cannot be said.
type change struct{ name, question string }

// slotChanges returns the questions that differ in one slot.
func (m *metamorphosis) slotChanges(f *data.Finding, w wording) []change {
	r := seeded(w.String())
	var all []change
	add := func(name string, changed wording) {
		c := change{name: name}
		if changed != nil {
			c.question = changed.String()
		}
		all = append(all, c)
	}
	for _, kind := range []string{"sibling", "child", "not respondents", "unknown"} {
		names := m.others(f, kind)
		if kind == "unknown" {
			names = m.strangers
		}
		if len(names) == 0 || w.part(whom) == "" {
			add("slot population "+kind, nil)
			continue
		}
		for range draws {
			other := names[r.IntN(len(names))]
			text := withOf(other)
			if w.part(whom) == withThe(peopleOf(f)) {
				text = withThe(other)
			}
			add("slot population "+kind, w.with(whom, text))
		}
	}

	fronted := m.strangers
	for _, kind := range []string{"sibling", "child", "not respondents"} {
		fronted = append(slices.Clone(fronted), m.others(f, kind)...)
	}
	if w[0].role == asks && w[1].role == whom {
		for range draws {
			lead := fmt.Sprintf(fronts[r.IntN(len(fronts))], fronted[r.IntN(len(fronted))])
			add("slot population in front", append(wording{{asks, lead}}, w.without(whom)...))
		}
	} else {
		add("slot population in front", nil)
	}

	known := m.yearsAbout(f)
	years := slices.DeleteFunc([]int{2009, 2011, 2019, 2021, 2023}, func(y int) bool { return known[y] })
	in := func(year int) wording {
		return w.with(when, strings.TrimSpace(timeWords[r.IntN(len(timeWords))]+" "+strconv.Itoa(year)))
	}
	add("slot year of no edition", in(years[r.IntN(len(years))]))
	var editions []int
	for _, e := range m.l.Editions {
		if e.Year != 0 && !known[e.Year] && !slices.Contains(editions, e.Year) {
			editions = append(editions, e.Year)
		}
	}
	add("slot year of another edition", in(editions[r.IntN(len(editions))]))
	if strings.HasPrefix(w.part(when), "d'ici") {
		horizon := f.Horizon + 1 + r.IntN(3)
		for known[horizon] {
			horizon++
		}
		add("slot horizon", w.with(when, fmt.Sprint("d'ici à ", horizon)))
	} else {
		add("slot horizon", nil)
	}

	for _, s := range []data.Status{data.Adopted, data.UnderWay, data.Planned} {
		name := "slot status " + string(s)
		if !staged[f.Status] || f.Figure.Kind != figure.Share || s == f.Status {
			add(name, nil)
			continue
		}
		verb, object := otherStage(r, s, f.Indicator)
		changed := wording{{asks, "quelle part"}, {whom, w.part(whom)}, {does, verb}, {what, object}, {when, w.part(when)}}
		if s != data.Planned {
			changed = changed.with(when, yearOf(f)) // "d'ici à" is said of what is planned
		}
		add(name, changed)
	}

	add("slot negation", negated(f, w))
	if verb, object := clause(f.Status, false, f.Indicator); f.Figure.Kind == figure.Share && !f.Denies && w.part(does) == verb && w.part(what) == object {
		aucun := "n'ont aucun "
		if feminine(f.Indicator) {
			aucun = "n'ont aucune "
		}
		add("slot negation none", w.with(does, aucun).with(what, f.Indicator))
		add("slot negation without", w.with(does, "sont sans").with(what, f.Indicator))
	}

	for range draws {
		noun := m.foreign[r.IntN(len(m.foreign))]
		add("slot indicator head", replaced(f, w, noun))
		add("slot another noun", replacedLast(w, noun))
	}
	return all
}

// fronts introduce a population before the question.
var fronts = []string{"chez les %s,", "dans les %s,", "pour les %s,", "du côté des %s,", "concernant les %s,", "s'agissant des %s,", "%s :"}

// timeWords may stand before a year.
var timeWords = []string{"en", "pour", "dans l'édition", "dans l'enquête de", "à la fin de l'année"}

// otherStage says that people have, are at or plan an indicator, in one of
// several ways. "Ont des projets" says what is planned, so projects are ended.
func otherStage(r *rand.Rand, s data.Status, indicator string) (verb, object string) {
	ways := map[data.Status][]string{
		data.Adopted:  {"ont %s", "ont déjà %s", "disposent déjà %s", "ont adopté %s"},
		data.UnderWay: {"ont %s en cours", "sont en train de lancer %s", "mettent en place %s", "élaborent %s"},
		data.Planned:  {"prévoient %s", "envisagent %s", "comptent lancer %s", "ont l'intention d'engager %s", "souhaitent lancer %s"},
	}[s]
	if s == data.Adopted && strings.HasPrefix(indicator, "projet") {
		ways = []string{"ont achevé %s"}
	}
	way := ways[r.IntN(len(ways))]
	verb, tail, _ := strings.Cut(way, "%s")
	object = withA(indicator)
	if strings.HasPrefix(verb, "disposent") {
		object = "d'" + object
		if plural(indicator) {
			object = withDe(indicator)
		}
	}
	return strings.TrimSpace(verb), object + tail
}

// staged are the statuses that exclude another.
var staged = map[data.Status]bool{data.Adopted: true, data.UnderWay: true, data.Planned: true, data.AdoptedOrPlanned: true, data.None: true}

// others names the populations that a finding is not about: siblings of its
// own, groups within it, or people who do not answer for it.
func (m *metamorphosis) others(f *data.Finding, kind string) []string {
	groups := m.l.Lexicon.Groups()
	parents := map[string][]string{}
	for _, g := range groups {
		parents[g.ID] = g.Parents
	}
	var within func(id, whole string) bool
	within = func(id, whole string) bool {
		return slices.ContainsFunc(parents[id], func(p string) bool { return p == whole || within(p, whole) })
	}
	own := m.l.Lexicon.Organisations(f.Who)
	if len(own) == 0 {
		own = m.l.Lexicon.Organisations(f.Edition.Whole)
	}
	var names []string
	for _, g := range groups {
		all := pluralNames(g)
		if slices.Contains(f.Who.Groups, g.ID) || slices.Contains(own, g.ID) {
			continue
		}
		inside := slices.ContainsFunc(own, func(o string) bool { return within(g.ID, o) })
		around := slices.ContainsFunc(own, func(o string) bool { return within(o, g.ID) })
		switch {
		case kind == "child" && inside && !g.People,
			kind == "sibling" && !inside && !around && !g.People && siblings(own, g.ID, parents),
			kind == "not respondents" && g.People && !g.Respondent && !inside:
			names = append(names, all...)
		}
	}
	return names
}

// siblings reports whether a group has a parent in common with one of a
// population, or stands at the top as it does: communes and départements are
// siblings, collectivités and entreprises too.
func siblings(own []string, id string, parents map[string][]string) bool {
	return slices.ContainsFunc(own, func(o string) bool {
		if len(parents[o]) == 0 {
			return len(parents[id]) == 0
		}
		return slices.ContainsFunc(parents[o], func(p string) bool { return slices.Contains(parents[id], p) })
	})
}

// pluralNames are the names of a group in the plural. A group that only
// findings name has no clean name.
func pluralNames(g lexicon.Group) []string {
	if strings.HasPrefix(g.ID, "=") {
		return nil
	}
	var names []string
	for _, name := range g.Names {
		name = leadingArticle.ReplaceAllString(name, "")
		switch {
		case slices.Contains(names, name):
		case plural(name):
			names = append(names, name)
		case !strings.Contains(name, " ") && strings.ToLower(name) == name:
			names = append(names, name+"s")
		}
	}
	return names
}

var leadingArticle = regexp.MustCompile("^(les|des|aux) ")

// yearsAbout are the years that a finding, those linked to it and those of its
// indicator have anything to do with.
func (m *metamorphosis) yearsAbout(f *data.Finding) map[int]bool {
	known := map[int]bool{}
	for _, g := range m.l.Findings {
		if g != f && g.Indicator != f.Indicator && !slices.Contains(f.Contradicts, g) && !slices.Contains(f.Restates, g) {
			continue
		}
		known[g.Edition.Year], known[g.Horizon] = true, true
		for _, y := range g.Years {
			known[y] = true
		}
		for _, s := range fourDigits.FindAllString(g.Statement, -1) {
			y, _ := strconv.Atoi(s)
			known[y] = true
		}
	}
	return known
}

var fourDigits = regexp.MustCompile(`\d{4}`)

// negated returns the question about those who do not, or about those who do
// when the finding tells of those who do not. Nil when no verb is known.
func negated(f *data.Finding, w wording) wording {
	if f.Figure.Kind != figure.Share || w.part(does) == "" || w.part(does) == "pour" {
		return nil
	}
	verb, object := clause(f.Status, true, f.Indicator)
	if yes, is := clause(f.Status, false, f.Indicator); w.part(does) == yes && w.part(what) == is {
		if f.Status == data.None {
			verb, object = "ont", withA(f.Indicator)
		}
		return w.with(does, verb).with(what, object)
	}
	whole := w.part(does) + " " + w.part(what)
	if m := denied.FindStringSubmatchIndex(whole); m != nil {
		yes := strings.NewReplacer(" aucun ", " un ", " aucune ", " une ", " pas ", " ").Replace(whole[:m[0]] + whole[m[2]:])
		return w.with(does, "").with(what, yes)
	}
	verb = w.part(does)
	if lexicon.ClassOf(lexicon.Fold(verb)) == lexicon.Function && !strings.HasSuffix(verb, "nt") {
		return nil // no verb
	}
	not := "ne " + verb + " pas"
	if vowel(verb) {
		not = "n'" + verb + " pas"
	}
	return w.with(does, not).with(what, strings.TrimPrefix(w.part(what), "déjà "))
}

// denied finds a verb that is denied.
var denied = regexp.MustCompile(`\bn(?:e |')(\pL+ (?:pas|aucune?) )`)

// foreignNouns are nouns of other trades, which no finding says. Some are a
// letter away from words that are of ours.
var foreignNouns = strings.Fields(`piscine patinoire boulangerie vaccination tondeuse raquette pharmacie forêt baignade cuisine
	tramway potager tracteur camping violon fromage moulin vélodrome aquarium dentiste poulailler verger chauffage ramassage
	déneigement stationnement vignoble troupeau ascenseur saxophone parquet hamac
	plage monture statue savon livre chien portage`)

// strangers are populations of which no finding tells.
var strangers = strings.Fields("associations hôpitaux universités lycées notaires agriculteurs préfectures restaurants supermarchés orchestres")

// replaced returns the question with a noun of another trade for the head of
// the indicator, or for a noun that the statement shares with it.
func replaced(f *data.Finding, w wording, noun string) wording {
	text := w.part(what)
	head, rest, _ := strings.Cut(f.Indicator, " ")
	if i := strings.Index(text, f.Indicator); i >= 0 {
		for _, form := range []func(string) string{withThe, withA, withDe, withOf, func(s string) string { return s }} {
			if strings.HasPrefix(text, form(f.Indicator)) {
				tail := strings.TrimPrefix(text, form(f.Indicator))
				return w.with(what, form(strings.TrimSpace(noun+" "+rest))+tail)
			}
		}
	}
	said := map[string]bool{lexicon.Singular(lexicon.Fold(head)): true}
	for _, word := range lexicon.Words(f.Indicator) {
		said[lexicon.Singular(word.Text)] = true
	}
	words := lexicon.Words(text)
	best, most := -1, 0
	for i, word := range words {
		n := len(word.Text)
		if said[lexicon.Singular(word.Text)] {
			n += 100
		}
		if lexicon.ClassOf(word.Text) == lexicon.Subject && n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil
	}
	return w.with(what, text[:words[best].Start]+noun+text[words[best].End:])
}

// replacedLast returns the question with a noun of another trade for the last
// subject word of what it is about, when there are several.
func replacedLast(w wording, noun string) wording {
	text := w.part(what)
	words := lexicon.Words(text)
	last, many := -1, 0
	for i, word := range words {
		if lexicon.ClassOf(word.Text) == lexicon.Subject && utf8.RuneCountInString(word.Text) > 3 {
			last, many = i, many+1
		}
	}
	if many < 2 {
		return nil
	}
	return w.with(what, text[:words[last].Start]+noun+text[words[last].End:])
}

// formChanges returns the question typed otherwise.
func formChanges(w wording) []change {
	text := w.String()
	all := []change{
		{"form no accents", unaccented(text)},
		{"form upper case", strings.ToUpper(text)},
		{"form lower case", strings.ToLower(text)},
		{"form typographic apostrophe", strings.ReplaceAll(text, "'", "’")},
		{"form no apostrophe", strings.ReplaceAll(text, "'", " ")},
		{"form typing error", mistyped(text)},
		{"form typing error in what", ""},
		{"form polite", "Bonjour, pourriez-vous me dire " + lowerFirst(strings.TrimSuffix(text, " ?")) + " s'il vous plaît ? Merci"},
		{"form polite otherwise", fmt.Sprintf(politeness[seeded(text).IntN(len(politeness))], lowerFirst(strings.TrimSuffix(text, " ?")))},
	}
	if subject := mistyped(w.part(what)); subject != "" {
		all[6].question = w.with(what, subject).String()
	}
	early, subject := change{name: "form time first"}, change{name: "form people first"}
	if time := w.part(when); time != "" {
		early.question = upperFirst(time) + ", " + lowerFirst(w.without(when).String())
	}
	if people, ok := strings.CutPrefix(w.part(whom), "des "); ok && w[0].role == asks && w[0].text == "quelle part" {
		subject.question = "Parmi les " + people + ", " + lowerFirst(w.without(whom).String())
	}
	return append(all, early, subject)
}

// politeness is what people put around a question.
var politeness = []string{
	"Bonsoir, j'aimerais savoir %s, merci d'avance",
	"Salut, tu peux me dire %s stp ?",
	"Excusez-moi, sauriez-vous %s ? Merci beaucoup",
	"Bonjour à tous, je me demandais %s. Bonne journée",
	"Pouvez-vous m'indiquer %s ? Cordialement",
	"Petite question : %s ? Je vous remercie par avance",
}

// unaccented drops the accents of a text and keeps its case.
func unaccented(text string) string {
	var b strings.Builder
	for _, c := range text {
		folded := lexicon.Fold(string(c))
		switch {
		case c < utf8.RuneSelf || folded == "" || folded == "?":
			b.WriteRune(c)
		case unicode.IsUpper(c):
			b.WriteString(strings.ToUpper(folded))
		default:
			b.WriteString(folded)
		}
	}
	return b.String()
}

// mistyped swaps, drops or doubles one letter of the longest word, never the
// first; empty when no word has seven letters.
func mistyped(text string) string {
	const shortest = 7
	var longest []int
	for _, at := range letterRuns.FindAllStringIndex(text, -1) {
		if longest == nil || utf8.RuneCountInString(text[at[0]:at[1]]) > utf8.RuneCountInString(text[longest[0]:longest[1]]) {
			longest = at
		}
	}
	if longest == nil {
		return ""
	}
	word := []rune(text[longest[0]:longest[1]])
	if len(word) < shortest {
		return ""
	}
	r := seeded(text)
	i := 1 + r.IntN(len(word)-2)
	switch r.IntN(3) {
	case 0:
		for i+2 < len(word) && word[i] == word[i+1] {
			i++
		}
		word[i], word[i+1] = word[i+1], word[i]
	case 1:
		word = slices.Delete(word, i, i+1)
	default:
		word = slices.Insert(word, i, word[i])
	}
	return text[:longest[0]] + string(word) + text[longest[1]:]
}

var letterRuns = regexp.MustCompile(`\pL+`)

// seeded returns a source of chance that depends on a text alone, so that a
// new finding changes nothing for the others.
func seeded(text string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(text))
	return rand.New(rand.NewPCG(2015, h.Sum64()))
}

// French grammar, as far as the indicators need it.

// plural reports whether a noun phrase is in the plural.
func plural(np string) bool {
	head, _, _ := strings.Cut(np, " ")
	return (strings.HasSuffix(head, "s") || strings.HasSuffix(head, "x")) && head != "recours"
}

// feminine reports whether the head of a noun phrase is feminine.
func feminine(np string) bool {
	head, _, _ := strings.Cut(np, " ")
	head = strings.TrimSuffix(head, "s")
	return slices.ContainsFunc(feminineEndings, func(e string) bool { return strings.HasSuffix(head, e) })
}

var feminineEndings = strings.Fields("tion sion té ance ence ie che part date ure place ise ine oire euse ette forêt ade donnée alliance démarche mobilité plage statue")

// vowel reports whether "le" and "de" are elided before a word.
func vowel(word string) bool {
	folded := lexicon.Fold(word)
	return folded != "" && strings.ContainsRune("aeiouyh", rune(folded[0])) && !strings.HasPrefix(folded, "hamac")
}

// withThe puts the definite article before a noun phrase.
func withThe(np string) string {
	switch {
	case plural(np):
		return "les " + np
	case vowel(np):
		return "l'" + np
	case feminine(np):
		return "la " + np
	}
	return "le " + np
}

// withOf puts "de" and the definite article before a noun phrase.
func withOf(np string) string {
	switch {
	case plural(np):
		return "des " + np
	case vowel(np):
		return "de l'" + np
	case feminine(np):
		return "de la " + np
	}
	return "du " + np
}

// withA puts the indefinite article before a noun phrase.
func withA(np string) string {
	switch {
	case plural(np):
		return "des " + np
	case feminine(np):
		return "une " + np
	}
	return "un " + np
}

// withDe puts the "de" of a denied verb before a noun phrase.
func withDe(np string) string {
	if vowel(np) {
		return "d'" + np
	}
	return "de " + np
}

// plurals puts a noun in the plural.
func plurals(noun string) string {
	if plural(noun) {
		return noun
	}
	return noun + "s"
}

// upperFirst begins a text with a capital.
func upperFirst(text string) string {
	c, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(c)) + text[min(n, len(text)):]
}

// lowerFirst begins a text without a capital, unless its first word is an
// abbreviation.
func lowerFirst(text string) string {
	word := cmp.Or(letterRuns.FindString(text), text)
	if utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word {
		return text
	}
	c, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return string(unicode.ToLower(c)) + text[n:]
}
