package chat

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"sync"

	"constat/bot"
	"constat/bot/answer"
	"constat/data"
	"constat/data/lexicon"
)

// A Suggester completes what a person types with questions that are ready:
// each was asked, and is answered. It is safe for use by several goroutines.
type Suggester struct {
	library func() *data.Library
	handle  bot.Handler

	mu     sync.Mutex
	ready  *suggestions
	making bool
}

// NewSuggester returns a suggester for whatever library is current. It asks
// handle much that no person asked.
func NewSuggester(library func() *data.Library, handle bot.Handler) *Suggester {
	return &Suggester{library: library, handle: handle}
}

// Refresh asks every question that could be suggested, at about a millisecond
// each, unless the current library was asked before.
func (s *Suggester) Refresh(ctx context.Context) {
	l := s.library()
	s.mu.Lock()
	busy := s.making || s.ready != nil && s.ready.version == l.Version
	s.making = s.making || !busy
	s.mu.Unlock()
	if busy {
		return
	}
	made := suggest(ctx, l, s.handle)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.making = false
	if ctx.Err() == nil {
		s.ready = made
	}
}

// found reports whether a question is answered. A fault of ours while nobody
// waits is a question that is not suggested.
func found(ctx context.Context, handle bot.Handler, text string) (yes bool) {
	defer func() {
		if fault := recover(); fault != nil {
			slog.ErrorContext(ctx, "chat: suggestion failed", "fault", fault)
			yes = false
		}
	}()
	return handle(ctx, bot.Message{Text: text}).Kind == answer.Found
}

// current returns what was asked last, and has it asked again when another
// version is current since.
func (s *Suggester) current() *suggestions {
	s.mu.Lock()
	ready := s.ready
	s.mu.Unlock()
	if ready == nil {
		s.Refresh(context.Background())
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.ready == nil {
			return &suggestions{} // another goroutine is asking
		}
		return s.ready
	}
	if ready.version != s.library().Version {
		go s.Refresh(context.Background())
	}
	return ready
}

// Questions returns at most n questions of at most most code points that
// complete a text, the best first.
func (s *Suggester) Questions(typed string, n, most int) []string {
	return complete(s.current().questions, typed, n, most)
}

// Populations returns whom findings are about, completed in the same way.
func (s *Suggester) Populations(typed string, n, most int) []string {
	return complete(s.current().populations, typed, n, most)
}

// Editions returns the years of the editions, the newest first.
func (s *Suggester) Editions(typed string, n, most int) []string {
	return complete(s.current().editions, typed, n, most)
}

// Narrowed is a question with the edition and the population that a person
// chose beside it; both may be empty.
func Narrowed(question, edition, population string) string {
	var to []string
	if edition != "" {
		to = append(to, "édition "+edition)
	}
	if population != "" {
		to = append(to, population)
	}
	if len(to) == 0 {
		return question
	}
	return strings.TrimSpace(question + " (" + strings.Join(to, ", ") + ")")
}

// suggestions are what one version of the library can complete.
type suggestions struct {
	version                          string
	questions, populations, editions []suggestion
}

// A suggestion is a text and its folded words.
type suggestion struct {
	text  string
	words []string
}

func newSuggestion(text string) suggestion {
	s := suggestion{text: text}
	for _, w := range lexicon.Words(text) {
		s.words = append(s.words, w.Text)
	}
	return s
}

// suggest gathers the indicators of a library, alone and with their population
// and edition, the newest first, and keeps those that are answered when they
// are asked.
func suggest(ctx context.Context, l *data.Library, handle bot.Handler) *suggestions {
	var alone, framed, populations, editions []string
	for _, f := range slices.Backward(l.Findings) {
		if f.Indicator != "" {
			alone = append(alone, f.Indicator)
		}
		var year string
		if f.Edition.Year != 0 {
			year = strconv.Itoa(f.Edition.Year)
			editions = append(editions, year)
		}
		if f.Indicator != "" && f.Population != "" && year != "" {
			framed = append(framed, f.Indicator+", "+f.Population+", édition "+year)
		}
		if f.Population != "" {
			populations = append(populations, f.Population)
		}
	}
	slices.SortStableFunc(editions, func(a, b string) int { return cmp.Compare(b, a) })
	made := &suggestions{version: l.Version, populations: once(populations), editions: once(editions)}
	for _, s := range once(append(alone, framed...)) {
		if ctx.Err() != nil {
			break
		}
		if found(ctx, handle, s.text) {
			made.questions = append(made.questions, s)
		}
	}
	return made
}

// once keeps the first of the texts that are the same once folded.
func once(texts []string) []suggestion {
	seen := map[string]bool{}
	var all []suggestion
	for _, t := range texts {
		if folded := lexicon.Fold(t); !seen[folded] {
			seen[folded] = true
			all = append(all, newSuggestion(t))
		}
	}
	return all
}

// complete returns the suggestions that hold the most of the typed words, the
// last of which may be unfinished as may be all others; among these, those
// that begin like the text, then in their order. What no suggestion holds and
// what says nothing ("combien de", "s'il vous plaît") does not count.
func complete(all []suggestion, typed string, n, most int) []string {
	words := told(newSuggestion(typed).words)
	type ranked struct {
		text        string
		held, opens int
	}
	var best []ranked
	for _, s := range all {
		r := ranked{text: s.text}
		for _, w := range words {
			if slices.ContainsFunc(s.words, func(in string) bool { return strings.HasPrefix(in, w) }) {
				r.held++
			}
		}
		for r.opens < len(words) && r.opens < len(s.words) && strings.HasPrefix(s.words[r.opens], words[r.opens]) {
			r.opens++
		}
		if len([]rune(s.text)) <= most && (r.held > 0 || len(words) == 0) {
			best = append(best, r)
		}
	}
	slices.SortStableFunc(best, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.held, a.held), cmp.Compare(b.opens, a.opens))
	})
	var texts []string
	for _, r := range best[:min(n, len(best))] {
		texts = append(texts, r.text)
	}
	return texts
}

// told are the words that say something, or all of them when none does: the
// first letters of a word may be an article.
func told(words []string) []string {
	says := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return lexicon.ClassOf(w) == lexicon.Function })
	if len(says) == 0 {
		return words
	}
	return says
}
