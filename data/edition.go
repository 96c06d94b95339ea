package data

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A draft is an edition that was read and is not linked to the others yet.
type draft struct {
	*Edition
	findings []*draftFinding
	line     int    // of its year, for faults
	sum      []byte // fingerprint of what was read
	given    bool   // read now, and not taken over from a loaded library
	doubtful bool   // its series or year could not be read
}

// edition reads the root of an edition file. open opens the file of findings
// that it may name.
func (r *reader) edition(root *yaml.Node, open func(name string) (fs.File, error)) *draft {
	root = resolve(root)
	e := &Edition{File: r.file}
	d := &draft{Edition: e, line: root.Line, given: true}
	var constats, presentation *yaml.Node
	var shownIn []ref

	if _, questions := child(root, "questions"); questions {
		if _, serie := child(root, "serie"); !serie {
			r.fault(root, "ce fichier contient des questions et non une édition : il se vérifie avec « constat eval ».")
			return nil
		}
	}
	keys := []field{
		req("observatoire", r.phrase(&e.Observatory)),
		req("serie", r.slug(&e.Series)),
		opt("collection", r.slug(&e.Collection)),
		req("editeur", r.phrase(&e.Publisher)),
		{"edition", present, func(n *yaml.Node) { d.line = resolve(n).Line; r.editionYear(&e.Year)(n) }},
		opt("periode", r.period(&e.Period)),
		opt("rang", r.rank(&e.Rank)),
		opt("champ", r.text(&e.Scope)),
		opt("precaution", r.text(&e.Caution)),
		opt("enquete", func(n *yaml.Node) { e.Survey = r.survey(n) }),
		opt("presentation", func(n *yaml.Node) { presentation = n; e.Presentation, shownIn = r.presentation(n) }),
		opt("populations", r.sequence("« populations »", func(n *yaml.Node) { e.Populations = append(e.Populations, r.definition(n)) })),
		opt("indicateurs", r.sequence("« indicateurs »", func(n *yaml.Node) { e.Indicators = append(e.Indicators, r.indicator(n)) })),
		req("sources", r.sequence("« sources »", func(n *yaml.Node) { r.source(n, e) })),
		req("constats", func(n *yaml.Node) { constats = resolve(n) }),
	}
	if !r.mapping(root, "une édition", keys) {
		return nil
	}
	year, there := child(root, "edition")
	d.doubtful = e.Series == "" || !there || e.Year == 0 && !isNull(year)
	r.periodAgrees(root, e)
	if n, there := child(root, "sources"); there && resolve(n).Kind == yaml.SequenceNode && len(resolve(n).Content) == 0 {
		r.fault(resolve(n), "« sources » est vide : une édition a au moins une source.")
	}
	if presentation != nil {
		e.Presentation.Sources = r.sourcesOf(e, shownIn)
	}
	if constats != nil {
		r.findings(d, constats, open)
		r.indicatorsAgree(d)
	}
	return d
}

// child returns the value of a key.
func child(n *yaml.Node, key string) (*yaml.Node, bool) {
	if n.Kind != yaml.MappingNode {
		return nil, false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1], true
		}
	}
	return nil, false
}

// findings reads the list of findings, or the file that is named in its place.
func (r *reader) findings(d *draft, n *yaml.Node, open func(string) (fs.File, error)) {
	if n.Kind == yaml.SequenceNode {
		if len(n.Content) == 0 {
			r.warn(n, "cette édition n'a aucun constat.")
		}
		for _, element := range n.Content {
			if r.cut[element.Line] {
				continue
			}
			if f := r.draftFinding(element, d.Edition); f != nil {
				d.findings = append(d.findings, f)
			}
		}
		return
	}
	n, ok := r.scalar(n, "la liste des constats ou le nom d'un fichier .jsonl")
	if !ok {
		return
	}
	name := n.Value
	switch {
	case strings.ContainsAny(name, `/\:`) || strings.HasPrefix(name, "."):
		r.fault(n, "« %s » n'est pas un nom de fichier simple : le fichier des constats est dans le même dossier que l'édition, écrivez son nom seul.", shortened(name))
		return
	case !strings.HasSuffix(name, ".jsonl"):
		r.fault(n, "« %s » n'est ni une liste de constats, ni le nom d'un fichier .jsonl.", shortened(name))
		return
	}
	file, err := open(name)
	if err != nil {
		r.unread = true
		r.fault(n, "le fichier « %s » n'est pas lisible à côté de cette édition : vérifiez son nom.", shortened(name))
		return
	}
	defer file.Close()
	d.FindingsFile = name
	lines := &reader{file: path.Join(path.Dir(r.file), name), faults: r.faults}
	d.findings, d.sum = lines.jsonl(file, d.Edition)
	r.unread = r.unread || lines.unread
	if len(d.findings) == 0 {
		r.warn(n, "cette édition n'a aucun constat.")
	}
}

func (r *reader) survey(n *yaml.Node) *Survey {
	var s Survey
	r.mapping(n, "« enquete »", []field{
		opt("effectif", r.counted(&s.Size)),
		opt("unite", r.text(&s.Unit)),
		opt("repondants", r.text(&s.Respondents)),
		opt("dates", r.text(&s.Dates)),
		opt("precaution", r.text(&s.Caution)),
	})
	return &s
}

func (r *reader) presentation(n *yaml.Node) (*Presentation, []ref) {
	var p Presentation
	var sources []ref
	r.mapping(n, "« presentation »", []field{
		opt("evenement", r.text(&p.Event)),
		opt("lieu", r.text(&p.Place)),
		opt("date", r.date(&p.Date)),
		opt("source", r.refs(&sources, r.word)),
		opt("precaution", r.text(&p.Caution)),
	})
	return &p, sources
}

func (r *reader) definition(n *yaml.Node) Definition {
	var d Definition
	r.mapping(n, "une population", []field{
		req("nom", r.phrase(&d.Name)),
		opt("definition", r.text(&d.Text)),
	})
	return d
}

func (r *reader) indicator(n *yaml.Node) Indicator {
	var i Indicator
	r.mapping(n, "un indicateur", []field{
		req("nom", r.phrase(&i.Name)),
		opt("dit_aussi", r.list(func(n *yaml.Node) {
			var alias string
			if r.phrase(&alias)(n); alias != "" {
				i.Aliases = append(i.Aliases, alias)
			}
		})),
		opt("rupture", func(n *yaml.Node) {
			i.Break = new(Break)
			r.mapping(n, "« rupture »", []field{
				req("edition", r.editionYear(&i.Break.Edition)),
				opt("raison", r.text(&i.Break.Reason)),
			})
		}),
	})
	return i
}

func (r *reader) source(n *yaml.Node, e *Edition) {
	s := new(Source)
	if !r.mapping(n, "une source", []field{
		req("id", r.word(&s.ID)),
		opt("titre", r.text(&s.Title)),
		opt("titre_reconstitue", r.flag(&s.Reconstructed)),
		req("editeur", r.phrase(&s.Publisher)),
		opt("auteur", r.text(&s.Author)),
		opt("date", r.date(&s.Date)),
		opt("date_estimee", r.text(&s.DateEstimate)),
		opt("url", r.address(&s.URL)),
		opt("page", r.text(&s.Page)),
		opt("precaution", r.text(&s.Caution)),
	}) {
		return
	}
	url, hasURL := child(resolve(n), "url")
	page, hasPage := child(resolve(n), "page")
	if (!hasURL || isNull(url)) && (!hasPage || isNull(page)) {
		r.fault(resolve(n), "cette source n'a ni « url » ni « page » : écrivez au moins l'une des deux, pour qu'on puisse la retrouver.")
	}
	if s.ID == "" {
		return
	}
	if _, twice := findSource(e, s.ID); twice {
		r.fault(resolve(n), "la source « %s » est déjà déclarée dans ce fichier : donnez-lui un autre identifiant.", s.ID)
		return
	}
	e.Sources = append(e.Sources, s)
}

func findSource(e *Edition, id string) (*Source, bool) {
	for _, s := range e.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return nil, false
}

// sourcesOf returns the sources that the ids stand for.
func (r *reader) sourcesOf(e *Edition, ids []ref) []*Source {
	var sources []*Source
	for _, id := range ids {
		if s, ok := findSource(e, id.id); ok {
			sources = append(sources, s)
			continue
		}
		known := make([]string, len(e.Sources))
		for i, s := range e.Sources {
			known[i] = s.ID
		}
		advice := " : ajoutez-la à « sources »."
		if near := Nearest(id.id, known); near != "" {
			advice = " ; vouliez-vous écrire « " + near + " » ?"
		}
		r.faultAt(id.line, 0, "la source « %s » est inconnue de ce fichier%s", id.id, advice)
	}
	return sources
}

var years = regexp.MustCompile(`\b\d{4}\b`)

// period reads a period as printed: "2013-2015", "juin 2015".
func (r *reader) period(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		r.text(dst)(n)
		found := years.FindAllString(*dst, -1)
		if len(found) > 1 && found[len(found)-1] < found[0] {
			r.fault(resolve(n), "la période « %s » finit avant de commencer : écrivez le début, puis la fin.", shortened(*dst))
			*dst = ""
		}
	}
}

// periodAgrees checks that an edition bears the first year of its period.
func (r *reader) periodAgrees(root *yaml.Node, e *Edition) {
	found := years.FindAllString(e.Period, -1)
	if len(found) == 0 || e.Year == 0 {
		return
	}
	if first, _ := strconv.Atoi(found[0]); first != e.Year {
		n, _ := child(root, "periode")
		r.fault(resolve(n), "la période « %s » commence en %d et l'édition est datée de %d : « edition » porte la première année de la période.", shortened(e.Period), first, e.Year)
	}
}
