package figure

// Read reads a whole wording: a figure with whatever a page prints around it.
// The second result is false when the wording holds no figure, or more than
// one reading: it never guesses.
//
// Dates beside another figure ("2,7 milliards d'euros en 2015"), and what a
// figure is about ("60 % des 130 décideurs"), are not second figures. A rank,
// a lone number and a day without a year are none.
func Read(wording string) (Figure, bool) {
	r := reader{src: wording, tokens: tokenize(wording)}
	spans := r.scan()
	main, ok := r.only(spans)
	if !ok || r.coordinated(main) {
		return Figure{}, false
	}
	f := main.figure
	f.Wording = wording
	f.Negative = r.negated(main.end, len(r.tokens))
	return f, true
}

// Find returns the figures of a text in the order they stand, never
// overlapping. Bare numbers without a unit or noun are not figures; "tous",
// "aucun" and "l'ensemble" are none either, being said of anything in a
// longer text. Read gives each Wording the same bounds.
func Find(text string) []Span {
	r := reader{src: text, tokens: tokenize(text), inText: true}
	found := r.scan()
	if len(found) == 0 {
		return nil
	}
	spans := make([]Span, len(found))
	for k, s := range found {
		limit := len(r.tokens)
		for _, next := range found[k+1:] {
			if !r.introduced(next.start) {
				limit = next.start
				break
			}
		}
		f := s.figure
		start, end := r.at(s.start).start, r.at(s.end-1).end
		f.Wording = text[start:end]
		f.Negative = r.negated(s.end, limit)
		spans[k] = Span{f, start, end}
	}
	return spans
}

// A tokenSpan is a figure in tokens: start included, end excluded.
type tokenSpan struct {
	figure     Figure
	start, end int
}

// scan reads the figures of the text from left to right.
func (r *reader) scan() []tokenSpan {
	var spans []tokenSpan
	for i := 0; i < len(r.tokens); {
		f, end, ok := r.figureAt(i)
		if !ok {
			i = max(i+1, end)
			continue
		}
		spans = append(spans, tokenSpan{f, i, end})
		i = end
	}
	return spans
}

// only returns the one figure that a wording is about.
func (r *reader) only(spans []tokenSpan) (tokenSpan, bool) {
	best := 0
	for _, s := range spans {
		best = max(best, weight(s.figure))
	}
	var main *tokenSpan
	for k := range spans {
		s := &spans[k]
		switch w := weight(s.figure); {
		case w < best && (s.figure.Kind == Date || r.introduced(s.start)):
		case main == nil:
			main = s
		case same(main.figure, s.figure):
		case main.figure.Kind != Date && (s.figure.Kind == Count || s.figure.Kind == Duration) && r.introduced(s.start):
		default:
			return tokenSpan{}, false
		}
	}
	if main == nil {
		return tokenSpan{}, false
	}
	return *main, true
}

// weight ranks kinds: a share is about a count, and all of them are dated.
func weight(f Figure) int {
	switch f.Kind {
	case Date:
		return 1
	case Count, Duration:
		return 2
	}
	return 3
}

// introduced tells that the figure at token i only says what another is
// about: "des 130 décideurs", "(base : 120 décideurs)", "en deux ans".
func (r *reader) introduced(i int) bool {
	for i--; r.at(i).is("les") || r.at(i).is("(") || r.at(i).is(":") || r.at(i).is("="); i-- {
	}
	return r.at(i).has(introWord)
}

// coordinated tells that a bare number shares the figure's unit: "44 et 21 %"
// is two figures.
func (r *reader) coordinated(s tokenSpan) bool {
	links := func(t *token) bool {
		return t.is("et") || t.is("ou") || t.is("a") || t.kind == aMark && (t.is("-") || t.is("/") || t.is(","))
	}
	before, after := r.at(s.start-2), r.at(s.end+1)
	return before.kind == aNumber && links(r.at(s.start-1)) && (!before.year || s.figure.Kind == Date) ||
		after.kind == aNumber && links(r.at(s.end)) && s.figure.Kind == Date && after.year
}

func same(a, b Figure) bool {
	return a.Kind == b.Kind && a.Unit == b.Unit && equal(a.Value, b.Value) && equal(a.Low, b.Low) && equal(a.High, b.High) && equal(a.From, b.From)
}

func equal(a, b *float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// The words a negation may reach over.
const (
	negationReach  = 16 // from the figure to "ne"
	negationLength = 6  // from "ne" to "pas"
)

// negated tells that what follows the figure that ends at token i, before
// token limit and in the same clause, denies: "n'ont pas", "ne disposent
// d'aucune", "sans stratégie".
func (r *reader) negated(i, limit int) bool {
	limit = min(limit, i+negationReach)
	for k := i; k < limit; k++ {
		t := r.at(k)
		switch {
		case t.kind == aMark && !t.is("%") && !t.is("/"):
			return false
		case t.has(clauseWord):
			return false
		case t.is("ne") || t.is("n"):
			return !r.at(k-1).is("et") && r.denied(k+1)
		case t.is("aucun") || t.is("aucune"):
			return true
		case t.is("pas") && k > i: // "ont pas", as people type
			verb := r.at(k - 1)
			return verb.has(auxiliaryWord) && r.source(verb) != "à" && !r.at(k+1).is("seulement")
		case t.is("sans"):
			return r.without(i, k)
		}
	}
	return false
}

// denied tells that "ne", before token i, is closed by a negation, not by the
// "que" that only restricts.
func (r *reader) denied(i int) bool {
	for k := i; k < i+negationLength; k++ {
		switch t := r.at(k); {
		case t.has(negationWord):
			return !r.at(k + 1).is("seulement")
		case t.is("plus"):
			return !r.at(k+1).is("que") && !r.at(k+1).is("qu")
		case t.is("que") || t.is("qu") || t.kind != aWord:
			return false
		}
	}
	return false
}

// without tells that "sans", at token k, says what those counted lack: right
// after the figure or after whom it counts, and not "sans doute".
func (r *reader) without(i, k int) bool {
	switch r.at(k + 1).text {
	case "doute", "compter", "parler", "surprise", "attendre", "cesse", "que", "precedent", "ambiguite", "conteste":
		return false
	}
	const longest = 4 // "des collectivités locales françaises"
	if k == i {
		return true
	}
	if !r.at(i).has(ofWord) || k-i > longest {
		return false
	}
	for _, t := range r.tokens[i+1 : k] {
		if !t.content() || len(t.text) > 3 && t.text[len(t.text)-3:] == "ent" {
			return false
		}
	}
	return true
}
