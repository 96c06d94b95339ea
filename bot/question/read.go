package question

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
	"constat/index"
)

// A Reader reads questions about one library. It is safe for use by several
// goroutines.
type Reader struct {
	library    *data.Library
	index      *index.Index
	titles     map[string]bool // words of the observatories' names
	publishers map[string]bool // publishers of sources whose name is one word
	newest     int             // the last year that the library says anything of, horizons included
}

// NewReader returns a reader of questions about a library and its index.
func NewReader(l *data.Library, x *index.Index) *Reader {
	r := &Reader{library: l, index: x, titles: map[string]bool{}, publishers: map[string]bool{}}
	for _, e := range l.Editions {
		for _, w := range lexicon.Words(e.Title()) {
			r.titles[w.Text] = true
		}
		r.newest = max(r.newest, e.Year)
	}
	for _, e := range l.Editions {
		for _, s := range e.Sources {
			if words := lexicon.Words(s.Publisher); len(words) == 1 {
				r.publishers[words[0].Text] = true
			}
		}
	}
	for _, f := range l.Findings {
		r.newest = max(r.newest, f.Horizon)
		for _, y := range f.Years {
			r.newest = max(r.newest, y)
		}
	}
	return r
}

// The longest message that is read; what follows is left out. A question is
// rarely over 200 characters.
const maxRunes = 2000

// The most words looked up: a longer list costs time and tells nothing more.
const maxTerms = 64

// Read understands a message. It never fails: what cannot be understood is a
// question that wants Nothing.
func (r *Reader) Read(text, state string) Question {
	q := Question{Text: clean(text), Wants: Nothing}
	s := r.sentence(q.Text)
	q.Corrected, q.spelt = s.corrected, s.spelt()
	if len(s.words) > 0 {
		r.frame(s, &q)
	}
	if state != "" {
		before, err := ParseState(r.library, state)
		if err != nil {
			q.Wants = Stale
			return q
		}
		q = r.follow(s, q, before)
	}
	if len(s.words) > 0 && q.Wants != Shown {
		q.Wants = r.refuse(s, q)
	}
	return q
}

// frame reads every slot of a message that stands alone.
func (r *Reader) frame(s *sentence, q *Question) {
	q.Quoted = s.quoted()
	q.Who = s.population(r.library.Lexicon)
	q.Partly = s.partly
	s.when(q)
	q.Stage = s.stage(q.Horizon)
	q.Opinion = s.has(opinions) || s.hasPrefix("prefer") || s.hasPrefix("priori")
	words := s.untagged()
	q.Negative, q.Doubly = r.library.Lexicon.Denies(words), r.library.Lexicon.Doubly(words)
	q.Less = s.less()
	q.Wants, q.Member, q.Survey = s.wants(), s.member(), s.survey()
	s.subject(q)
	q.About = s.about(q)
}

// clean keeps what is text: valid UTF-8, no control characters, no more than
// maxRunes, outer spaces off.
func clean(text string) string {
	var b strings.Builder
	n := 0
	for i := 0; i < len(text) && n < maxRunes; n++ {
		c, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case c == utf8.RuneError && size == 1, unicode.IsControl(c):
			c = ' '
		case unicode.Is(unicode.Cf, c): // invisible marks: zero-width spaces, direction overrides
			continue
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// A sentence is the message cut into words, with what each word has been
// read as so far.
type sentence struct {
	text       string
	words      []lexicon.Word
	used       []bool        // said something other than the subject
	named      []bool        // names a group that is not the population
	typedStage lexicon.Stage // as the words were typed, before any correction
	except     []bool        // stands in "hors DSI"
	partly     bool          // a population is named but for a part of it
	besides    []bool        // stands in "à part la DSI": what the answer must not repeat
	figures    []figure.Span
	mentions   []lexicon.Mention
	titles     map[string]bool // words of the observatories' names
	publishers map[string]bool // publishers of sources whose name is one word
	corrected  []Correction
}

func (r *Reader) sentence(text string) *sentence {
	s := &sentence{text: text, words: lexicon.Words(text)}
	var tells []bool
	s.typedStage, tells = lexicon.Stages(s.words)
	for i := range s.words {
		if read, ok := r.correct(s.words[i].Text); ok && !tells[i] {
			s.corrected = append(s.corrected, Correction{Typed: text[s.words[i].Start:s.words[i].End], Read: read})
			s.words[i].Text = read
		}
	}
	s.used = make([]bool, len(s.words))
	s.named = make([]bool, len(s.words))
	s.besides, s.except = s.besidesWhat(), s.excluded()
	s.figures = figure.Find(text)
	s.titles, s.publishers = r.titles, r.publishers
	s.mentions = r.library.Lexicon.Mentions(s.words)
	return s
}

// spelt is the text with its words as they were read.
func (s *sentence) spelt() string {
	if len(s.corrected) == 0 {
		return s.text
	}
	var b strings.Builder
	end := 0
	for _, w := range s.words {
		b.WriteString(s.text[end:w.Start])
		if lexicon.Fold(s.text[w.Start:w.End]) == w.Text {
			b.WriteString(s.text[w.Start:w.End])
		} else {
			b.WriteString(w.Text)
		}
		end = w.End
	}
	return b.String() + s.text[end:]
}

// correct reads a word that nobody knows as the nearest known one.
func (r *Reader) correct(word string) (string, bool) {
	if lexicon.ClassOf(word) != lexicon.Subject || cueWords[word] || r.index.Knows(word) {
		return "", false
	}
	read, ok := r.index.Correct(word)
	if !ok || lexicon.ClassOf(read) == lexicon.Subject {
		return read, ok
	}
	// A word that is dropped must not swallow a subject: only the long words
	// of asking are typed wrong more often than they are another word.
	return read, longAsking[read]
}

// longAsking are the words of asking that people mistype.
var longAsking = set("pourcentage pourcentages proportion proportions combien observatoire barometre territorial territoriale territoriaux territoriales collectivites")

// Spelling returns the words, beside those of the findings, that a Reader
// takes a mistyped word for: an index is built with them.
func Spelling() []string { return slices.Sorted(maps.Keys(longAsking)) }

// use marks words[start:end] as having said something other than the subject.
func (s *sentence) use(start, end int) {
	for i := start; i < end; i++ {
		s.used[i] = true
	}
}

// at returns a word's text, or "" outside of the sentence.
func (s *sentence) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Text
}

// has reports whether one of the words stands in the sentence.
func (s *sentence) has(set map[string]bool) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return set[w.Text] })
}

// says reports whether the sentence holds a run of words.
func (s *sentence) says(phrase ...string) bool {
	for i := range s.words {
		n := 0
		for n < len(phrase) && s.at(i+n) == phrase[n] {
			n++
		}
		if n == len(phrase) {
			return true
		}
	}
	return false
}

// quoted returns the figures that the person states, dates and bare counts
// aside, and marks their numbers as used.
func (s *sentence) quoted() []figure.Figure {
	var quoted []figure.Figure
	for _, f := range s.figures {
		if f.Kind == figure.Date || f.Kind == figure.Duration || !f.HasNumber() || s.sizes(f) {
			continue
		}
		if f.Kind == figure.Count && f.High != nil && *f.High < 10 {
			continue // "deux directions" is grammar
		}
		quoted = append(quoted, f.Figure)
		for i, w := range s.words {
			if w.Start >= f.Start && w.End <= f.End && lexicon.ClassOf(w.Text) != lexicon.Subject || isNumber(w.Text) && w.Start >= f.Start && w.End <= f.End {
				s.used[i] = true
			}
		}
	}
	return quoted
}

// sizes reports whether a figure is the bound of a size class: "de moins de
// 3 500 habitants".
func (s *sentence) sizes(f figure.Span) bool {
	_, size := lexicon.SizeOf(s.words)
	return slices.ContainsFunc(s.words[size[0]:size[1]], func(w lexicon.Word) bool { return f.Start <= w.Start && w.End <= f.End })
}

func (s *sentence) inFigure(i int) bool {
	w := s.words[i]
	return slices.ContainsFunc(s.figures, func(f figure.Span) bool {
		return f.Kind != figure.Date && w.Start >= f.Start && w.End <= f.End
	})
}

func isNumber(w string) bool { return w != "" && '0' <= w[0] && w[0] <= '9' }

// when reads the years, the edition and the horizon.
func (s *sentence) when(q *Question) {
	for _, y := range lexicon.Years(s.words) {
		s.use(y.Start, y.End)
		switch {
		case y.Role == lexicon.By:
			q.Horizon = y.Last
		case y.First == y.Last:
			q.Years = append(q.Years, y.First)
		default:
			q.Years = append(q.Years, y.First, y.Last)
		}
	}
	slices.Sort(q.Years)
	q.Years = slices.Compact(q.Years)
	rank, span := lexicon.EditionRank(s.words)
	if rank != 0 {
		q.Rank = rank
		s.use(span[0], span[1])
	}
}

// stage reads how far the thing asked has gone.
func (s *sentence) stage(horizon int) lexicon.Stage {
	stage, tells := lexicon.Stages(s.words)
	if stage == 0 { // a correction may have taken a participle for another form
		stage = s.typedStage
	}
	if horizon != 0 { // "d'ici à 2017" alone does not tell what is planned from what is both
		others := slices.DeleteFunc(slices.Clone(s.words), func(w lexicon.Word) bool { return w.Text == "ici" || w.Text == "horizon" })
		if stage, _ = lexicon.Stages(others); stage&lexicon.Planned == 0 {
			stage = 0
		}
	}
	for i, t := range tells {
		s.used[i] = s.used[i] || t
	}
	if stage != 0 {
		for i := range s.words { // "prévoient d'adopter", "en train d'installer": the stage says it all
			if acquiring[s.at(i)] && (s.at(i-1) == "d" || s.at(i-1) == "de" || s.at(i-1) == "se" || s.at(i-1) == "s" || s.at(i-1) == "l") {
				s.use(i, i+1)
			}
		}
	}
	return stage
}

// small reports a number of one digit: "les 3 conditions" is grammar.
func small(w string) bool { return len(w) == 1 && isNumber(w) }

// opinions are words by which people think, expect, wish or rank.
var opinions = set(`pense pensent pensaient pensait juge jugent jugeaient jugeait estime estiment estimaient estimait croit croient croyaient dit disent disaient
	cite citent citaient attend attendent attendaient souhaite souhaitent souhaitaient veut veulent voulaient placent voit voient voyaient voyait constate constatent constataient
	considere considerent interet interesse interessent interessaient souligne soulignent reconnaissent mettent mettaient premier premiere tete classement projet projets avis opinion
	projette rang score cites cite citees importance pret prets prete pretes`)

// hasPrefix reports whether a word begins with letters.
func (s *sentence) hasPrefix(prefix string) bool {
	return slices.ContainsFunc(s.words, func(w lexicon.Word) bool { return strings.HasPrefix(w.Text, prefix) })
}

// untagged are the words without a last ", vrai ?", which denies nothing and
// would be read with a "pas" before it.
func (s *sentence) untagged() []lexicon.Word {
	n := len(s.words)
	if n > 1 && claimWords[s.at(n-1)] && strings.Contains(s.text[s.words[n-2].End:s.words[n-1].Start], ",") {
		return s.words[:n-1]
	}
	return s.words
}

// less reports a comparison downwards: "moins de place", not "moins de 10 %" or
// "au moins".
func (s *sentence) less() bool {
	for i := range s.words {
		if s.at(i) == "moins" && s.at(i-1) != "au" && s.at(i-1) != "du" && !s.inFigure(i) && !isNumber(s.at(i+2)) {
			return true
		}
	}
	return false
}

// acquiring are the infinitives of coming to have a thing.
var acquiring = set("adopter doter equiper installer lancer engager acquerir deployer passer")

// subject sets what is looked up and what a finding must say.
func (s *sentence) subject(q *Question) {
	_, size := lexicon.SizeOf(s.words)
	s.use(size[0], size[1])
	for _, run := range courtesies {
		s.useRun(run)
	}
	var typed []string
	for i, w := range s.words {
		class := lexicon.ClassOf(w.Text)
		if w.Text == "moins" && (s.at(i-1) == "la" || s.at(i-1) == "le" || s.at(i-1) == "les") {
			class = lexicon.Subject // "la moins impliquée"
		}
		if s.named[i] && class != lexicon.Function {
			class = lexicon.Subject // a group that is not whom it is about is what it is about
		}
		if class == lexicon.Function || class == lexicon.Asking {
			continue
		}
		if len(q.Terms) == maxTerms {
			break
		}
		q.Terms = append(q.Terms, index.Term{Text: w.Text, Weight: s.weight(w)})
		if class == lexicon.Subject && s.publishers[w.Text] && s.cites(i) {
			q.Publisher = w.Text
			continue
		}
		if s.except[i] {
			continue
		}
		if s.besides[i] {
			if class == lexicon.Subject {
				q.Besides = append(q.Besides, w.Text)
			}
			continue
		}
		if class == lexicon.Subject && !s.used[i] && !numerals[w.Text] && w.Text != "%" && !small(w.Text) {
			q.Subject = append(q.Subject, w.Text)
			if c := s.text[w.Start]; 'A' <= c && c <= 'Z' && !w.Capitals {
				q.Proper = append(q.Proper, w.Text)
			}
			typed = append(typed, s.text[w.Start:w.End])
		}
	}
	q.Topic = strings.Join(typed, " ")
	q.Noun = s.noun()
}

// noun returns the noun that "combien de" or "nombre de" counts, or nothing
// when that is a population.
func (s *sentence) noun() string {
	for i := range s.words {
		if !numberWords[s.at(i)] && s.at(i) != "nombre" {
			continue
		}
		next := s.at(i + 1)
		if next != "de" && next != "d" && next != "des" {
			continue
		}
		if i+2 < len(s.words) && lexicon.ClassOf(s.at(i+2)) == lexicon.Subject && !s.used[i+2] {
			return lexicon.Singular(s.at(i + 2))
		}
	}
	return ""
}

// excluded marks the words after "hors", "sauf", up to the next comma or word
// of asking: a finding need not say them.
func (s *sentence) excluded() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		if !excluding[s.at(i)] {
			continue
		}
		for k := i + 1; k < len(s.words) && !questionWords[s.at(k)] && !strings.ContainsAny(s.text[s.words[k-1].End:s.words[k].Start], ",;:?!)"); k++ {
			marks[k] = true
		}
	}
	return marks
}

var excluding = set("hors sauf excepte hormis")

// besidesWhat marks the words after "à part", "outre", up to the next
// comma or word of asking.
func (s *sentence) besidesWhat() []bool {
	marks := make([]bool, len(s.words))
	for i := range s.words {
		opens := s.at(i) == "part" && s.at(i-1) == "a" && s.at(i-2) != "quelle" || s.at(i) == "outre" || s.at(i) == "hormis" || s.at(i) == "dehors" && s.at(i-1) == "en"
		if !opens {
			continue
		}
		for k := i + 1; k < len(s.words) && !questionWords[s.at(k)] && !strings.ContainsAny(s.text[s.words[k-1].End:s.words[k].Start], ",;:?!"); k++ {
			marks[k] = true
		}
	}
	return marks
}

// cites reports that the word at i is given as a source: "selon Weka",
// "l'article de Weka", "que dit Weka".
func (s *sentence) cites(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if citing[s.at(k)] {
			return true
		}
	}
	return false
}

var citing = set("selon apres article page dit disait ecrit")

// courtesies are runs of words of which one alone could be a subject.
var courtesies = phrases("petite question", "merci d avance", "par avance", "bonne journee", "bonne soiree", "en avance merci")

// useRun marks every place of a run of words.
func (s *sentence) useRun(run []string) {
	for i := range s.words {
		n := 0
		for n < len(run) && s.at(i+n) == run[n] {
			n++
		}
		if n == len(run) {
			s.use(i, i+n)
		}
	}
}

// A corrected word counts for less: the correction may be wrong.
const correctedWeight = 0.7

func (s *sentence) weight(w lexicon.Word) float64 {
	for _, c := range s.corrected {
		if c.Read == w.Text {
			return correctedWeight
		}
	}
	return 1
}

// numerals are numbers in letters: they count something, they are no subject.
var numerals = set("deux trois quatre cinq six sept huit neuf dix cent mille zero vingt trente quarante cinquante soixante onze douze treize quatorze quinze seize demi")
