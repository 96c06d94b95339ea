package data

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"constat/data/lexicon"
)

// An origin is what a library was made of, kept to make another one with
// more editions.
type origin struct {
	lexicon *lexicon.Lexicon
	sums    [][]byte
	drafts  []*draft
}

// library links everything that was read into a library, and returns it with
// the faults; it is nil when one of them is not a warning.
func (c *collection) library() (*Library, Faults) {
	c.keepLoaded()
	slices.SortStableFunc(c.drafts, func(a, b *draft) int {
		return cmp.Or(strings.Compare(a.Series, b.Series), cmp.Compare(a.Year, b.Year), strings.Compare(a.File, b.File))
	})
	c.oneOfEach()
	byID := c.identify()
	c.link(byID)
	l := &Library{Lexicon: c.name(), Version: c.version(), byID: make(map[string]*Finding, len(byID)), origin: origin{c.lexicon, c.sums, c.drafts}}
	c.faults.sort()
	if c.faults.Err() != nil {
		return nil, c.faults
	}
	for _, d := range c.drafts {
		l.Editions = append(l.Editions, d.Edition)
		d.Whole, _ = l.Lexicon.Population(d.Scope)
		if d.Survey != nil {
			d.Surveyed, _ = l.Lexicon.Population(d.Survey.Respondents)
		}
		for _, f := range d.findings {
			f.Edition, f.Ordinal = d.Edition, len(l.Findings)
			f.Who, _ = l.Lexicon.Population(f.Population)
			f.Denies = f.Status == None || f.Figure != nil && f.Figure.Negative || l.Lexicon.Denies(lexicon.Words(f.Statement))
			d.Edition.Findings = append(d.Edition.Findings, f.Finding)
			l.Findings = append(l.Findings, f.Finding)
			l.byID[f.ID] = f.Finding
		}
	}
	for _, f := range l.Findings {
		for _, linked := range []*[]*Finding{&f.Contradicts, &f.Restates} {
			slices.SortFunc(*linked, func(a, b *Finding) int { return cmp.Compare(a.Ordinal, b.Ordinal) })
			*linked = slices.Compact(*linked)
		}
	}
	return l, c.faults
}

// keepLoaded takes over the loaded editions that were not read anew, as
// copies: the library they come from does not change.
func (c *collection) keepLoaded() {
	for _, loaded := range c.loaded {
		if !slices.ContainsFunc(c.drafts, loaded.sameRun) {
			c.drafts = append(c.drafts, loaded.copy())
		}
	}
}

// sameRun reports whether two drafts are of one series and year.
func (d *draft) sameRun(other *draft) bool {
	return d.Series == other.Series && d.Year == other.Year
}

func (d *draft) copy() *draft {
	kept, edition := *d, *d.Edition
	edition.Findings = nil
	kept.Edition, kept.given = &edition, false
	kept.findings = make([]*draftFinding, len(d.findings))
	for i, f := range d.findings {
		draft, finding := *f, *f.Finding
		finding.Contradicts, finding.Restates = nil, nil
		draft.Finding = &finding
		kept.findings[i] = &draft
	}
	return &kept
}

// oneOfEach checks that each edition of a series is there once.
func (c *collection) oneOfEach() {
	for i := 1; i < len(c.drafts); i++ {
		a, b := c.drafts[i-1], c.drafts[i]
		if a.doubtful || b.doubtful || !a.sameRun(b) {
			continue
		}
		message := fmt.Sprintf("l'édition %d de la série « %s » est déjà dans %s : gardez l'un des deux fichiers.", b.Year, b.Series, a.File)
		if b.Year == 0 {
			message = fmt.Sprintf("la série « %s » a déjà une édition sans année, dans %s : donnez une année à l'une des deux.", b.Series, a.File)
		}
		c.faults = append(c.faults, Fault{File: b.File, Line: b.line, Message: message})
	}
}

func (f *draftFinding) faultAt(line int, format string, args ...any) Fault {
	return Fault{File: f.file, Line: line, Finding: f.ID, Message: fmt.Sprintf(format, args...)}
}

// identify returns the findings by id, and checks that each has its own.
func (c *collection) identify() map[string]*draftFinding {
	byID := make(map[string]*draftFinding)
	owner := make(map[string]*draft)
	for _, d := range c.drafts {
		for _, f := range d.findings {
			if f.ID == "" {
				continue
			}
			first, twice := byID[f.ID]
			if !twice {
				byID[f.ID], owner[f.ID] = f, d
				continue
			}
			if other := owner[f.ID]; other.given != d.given {
				if other.doubtful || d.doubtful { // the one is perhaps to replace the other
					continue
				}
				if other.given { // told in the file that is read
					f, first = first, f
				}
			}
			c.faults = append(c.faults, f.faultAt(f.Line, "l'identifiant « %s » est déjà celui d'un autre constat (%s:%d) : donnez-lui un numéro qui n'a jamais servi.", f.ID, first.file, first.Line))
		}
	}
	return byID
}

// link makes contradictions and restatements known to both findings.
func (c *collection) link(byID map[string]*draftFinding) {
	for _, d := range c.drafts {
		for _, f := range d.findings {
			for _, to := range f.contradicts {
				if target := c.target(f, "contredit", to, byID); target != nil {
					f.Contradicts = append(f.Contradicts, target.Finding)
					target.Contradicts = append(target.Contradicts, f.Finding)
				}
			}
			for _, to := range f.restates {
				if slices.ContainsFunc(f.contradicts, func(other ref) bool { return other.id == to.id }) {
					c.faults = append(c.faults, f.faultAt(to.line, "« %s » est à la fois dans « contredit » et dans « redit » : choisissez.", to.id))
				}
				if target := c.target(f, "redit", to, byID); target != nil {
					f.Restates = append(f.Restates, target.Finding)
					target.Restates = append(target.Restates, f.Finding)
				}
			}
		}
	}
}

// target returns the finding that a link names, or nil with a fault.
func (c *collection) target(f *draftFinding, key string, to ref, byID map[string]*draftFinding) *draftFinding {
	target, known := byID[to.id]
	switch {
	case to.id == f.ID:
		c.faults = append(c.faults, f.faultAt(to.line, "le constat « %s » se cite lui-même dans « %s » : citez l'autre constat.", f.ID, key))
		return nil
	case known:
		return target
	case len(c.unread) > 0: // it may stand in the file that could not be read
		c.unverifiedLinks()
		return nil
	}
	advice := "vérifiez son identifiant."
	if near := nearestID(to.id, byID); near != "" {
		advice = "vouliez-vous écrire « " + near + " » ?"
	}
	c.faults = append(c.faults, f.faultAt(to.line, "« %s » cite le constat « %s », qui n'existe dans aucune édition : %s", key, to.id, advice))
	return nil
}

// unverifiedLinks warns, once, that findings may exist in the files that could
// not be read whole.
func (c *collection) unverifiedLinks() {
	for _, file := range c.unread {
		c.faults = append(c.faults, Fault{File: file, Line: 1, Warning: true,
			Message: "la lecture n'a pas été complète : des renvois (« contredit », « redit ») à ce qui n'a pas été lu n'ont pas été vérifiés."})
	}
}

// nearestID returns the id that was most likely meant: another number is
// another finding.
func nearestID(id string, byID map[string]*draftFinding) string {
	var alike []string
	for _, known := range slices.Sorted(maps.Keys(byID)) {
		if keptDigits(known) == keptDigits(id) {
			alike = append(alike, known)
		}
	}
	return Nearest(id, alike)
}

func keptDigits(s string) string { return strings.Map(keepDigits, s) }

func keepDigits(c rune) rune {
	if c < '0' || c > '9' {
		return -1
	}
	return c
}

// name returns the lexicon of the library: that of its files, the populations
// that its editions declare, and those that only findings name, with a warning
// at the first finding of each file that does.
func (c *collection) name() *lexicon.Lexicon {
	declared := make(map[string]lexicon.Naming)
	wholes := make(map[string]bool)
	for _, d := range c.drafts {
		wholes[lexicon.Fold(d.Scope)] = true
		for _, p := range d.Populations {
			if isBlank(p.Name) || knows(c.lexicon, p.Name) {
				continue
			}
			n := declared[p.Name]
			n.Name, n.Definition = p.Name, n.Definition+" "+p.Text
			declared[p.Name] = n
		}
	}
	known := c.lexicon.With(namings(declared, wholes))
	found := make(map[string]lexicon.Naming)
	for _, d := range c.drafts {
		warned := make(map[string]bool)
		for _, f := range d.findings {
			if f.Population == "" {
				continue
			}
			if knows(known, f.Population) {
				continue
			}
			found[f.Population] = lexicon.Naming{Name: f.Population}
			// "communes du littoral" are communes, but not all of them.
			if _, ok := known.Population(f.Population); ok || !d.given || warned[f.Population] {
				continue
			}
			warned[f.Population] = true
			advice := "ajoutez-la à « populations » si elle est bien écrite."
			if near := known.Nearest(f.Population, 3); len(near) > 0 {
				advice = "les plus proches sont " + quoted(near) + " ; si elle est bien écrite, ajoutez-la à « populations »."
			}
			warning := f.faultAt(f.who, "la population « %s » est inconnue du lexique : %s", shortened(f.Population), advice)
			warning.Warning = true
			c.faults = append(c.faults, warning)
		}
	}
	return known.With(namings(found, wholes)).Called(append(namings(declared, wholes), namings(found, wholes)...))
}

// namings returns how editions name whom they count, in the order of the
// names. Wholes are the folded names of those that surveys represent.
func namings(byName map[string]lexicon.Naming, wholes map[string]bool) []lexicon.Naming {
	var all []lexicon.Naming
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		n := byName[name]
		n.Whole = wholes[lexicon.Fold(name)]
		all = append(all, n)
	}
	return all
}

// knows reports whether a lexicon understands every word of a name: "communes
// de moins de 3 500 habitants", but not "communes du littoral".
func knows(l *lexicon.Lexicon, name string) bool {
	words := lexicon.Words(name)
	understood := make([]bool, len(words))
	mark := func(start, end int) {
		for i := start; i < end; i++ {
			understood[i] = true
		}
	}
	_, size := lexicon.SizeOf(words)
	mark(size[0], size[1])
	for _, m := range l.Mentions(words) {
		mark(m.Start, m.End)
	}
	for i, w := range words {
		if !understood[i] && lexicon.ClassOf(w.Text) != lexicon.Function {
			return false
		}
	}
	return true
}

// version returns the fingerprint of everything that was read, whatever the
// order and the names of the files.
func (c *collection) version() string {
	const shown = 12 // hexadecimal digits: short enough to be read aloud, and 48 bits
	sums := make([][]byte, len(c.drafts))
	for i, d := range c.drafts {
		sums[i] = d.sum
	}
	slices.SortFunc(sums, bytes.Compare)
	whole := sha256.New()
	for _, s := range append(slices.Clone(c.sums), sums...) {
		whole.Write(fingerprint(s))
	}
	return hex.EncodeToString(whole.Sum(nil))[:shown]
}
