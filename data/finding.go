package data

import (
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// longStatement is where a sentence stops being one that a chat can show
// beside its figure and source, in characters.
const longStatement = 300

// A draftFinding is a finding that was read and is not linked to others yet.
type draftFinding struct {
	*Finding
	file        string // where Line counts
	who         int    // line of its population
	what        int    // line of its indicator
	contradicts []ref
	restates    []ref
}

var (
	statuses     = []Status{Adopted, UnderWay, Planned, AdoptedOrPlanned, None, Perception, Ranking, Qualitative, Estimate}
	attributions = []Attribution{Observatory, Journalist, Ambiguous, Method}
)

// draftFinding reads one finding of an edition, or returns nil when it is not
// even a group of keys.
func (r *reader) draftFinding(n *yaml.Node, e *Edition) *draftFinding {
	n = resolve(n)
	f := &Finding{Line: n.Line, Attribution: Observatory}
	d := &draftFinding{Finding: f, file: r.file, who: n.Line}
	var sources []ref

	if id, ok := child(n, "id"); ok && slugForm.MatchString(resolve(id).Value) {
		r.finding = resolve(id).Value // so that every fault names it
	}
	defer func() { r.finding = "" }()

	ok := r.mapping(n, "un constat", []field{
		req("id", r.slug(&f.ID)),
		req("enonce", r.statement(&f.Statement)),
		opt("chiffre", func(n *yaml.Node) { f.Figure = r.figure(n) }),
		opt("population", func(n *yaml.Node) { d.who = resolve(n).Line; r.text(&f.Population)(n) }),
		opt("indicateur", func(n *yaml.Node) { d.what = resolve(n).Line; r.text(&f.Indicator)(n) }),
		opt("annee", r.list(r.aboutYear(f))),
		opt("base", func(n *yaml.Node) { f.Base = r.base(n) }),
		opt("statut", choice(r, &f.Status, "un statut", statuses...)),
		opt("horizon", r.year(&f.Horizon)),
		opt("liste", r.sequence("« liste »", func(n *yaml.Node) { f.Items = append(f.Items, r.item(n)) })),
		opt("liste_ouverte", r.flag(&f.ItemsOpen)),
		req("source", r.refs(&sources, r.word)),
		opt("passage", r.text(&f.Passage)),
		opt("attribution", choice(r, &f.Attribution, "une attribution", attributions...)),
		opt("locuteur", r.text(&f.Speaker)),
		opt("deduit", r.flag(&f.Deduced)),
		opt("hors_enquete", r.flag(&f.OutsideSurvey)),
		opt("contredit", r.refs(&d.contradicts, r.slug)),
		opt("redit", r.refs(&d.restates, r.slug)),
		opt("precaution", r.text(&f.Caution)),
	})
	if !ok {
		return nil
	}
	f.Sources = r.sourcesOf(e, sources)
	if s, there := child(n, "source"); there && resolve(s).Kind == yaml.SequenceNode && len(resolve(s).Content) == 0 {
		r.fault(resolve(s), "« source » est vide : un constat a au moins une source.")
	}
	r.statusAgrees(n, f, e)
	r.statementAgrees(n, f)
	r.ranksAgree(n, f)
	return d
}

func (r *reader) statement(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		r.phrase(dst)(n)
		if length := utf8.RuneCountInString(*dst); length > longStatement {
			r.warn(resolve(n), "l'énoncé a %d caractères : au-delà de %d, il se lit mal dans une messagerie.", length, longStatement)
		}
	}
}

// aboutYear reads one year that a finding is about.
func (r *reader) aboutYear(f *Finding) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n := resolve(n); n.Kind == yaml.ScalarNode && yearRange.MatchString(n.Value) {
			m := yearRange.FindStringSubmatch(n.Value)
			r.fault(n, "« %s » n'est pas une année : écrivez la liste des années, par exemple [%s, %s].", n.Value, m[1], m[2])
			return
		}
		var year int
		if r.year(&year)(n); year != 0 && !slices.Contains(f.Years, year) {
			f.Years = append(f.Years, year)
		}
	}
}

func (r *reader) base(n *yaml.Node) *Base {
	var b Base
	r.mapping(n, "« base »", []field{
		opt("effectif", r.counted(&b.Size)),
		opt("libelle", r.text(&b.Label)),
	})
	return &b
}

// item reads one member of a list: a text, or keys.
func (r *reader) item(n *yaml.Node) Item {
	var i Item
	n = resolve(n)
	if _, keys := child(n, "libelle"); n.Kind != yaml.MappingNode || !keys && !hasAny(n, "rang", "chiffre", "precision") {
		r.phrase(&i.Label)(n)
		return i
	}
	r.mapping(n, "un élément de « liste »", []field{
		req("libelle", r.phrase(&i.Label)),
		opt("rang", r.rank(&i.Rank)),
		opt("chiffre", func(n *yaml.Node) { i.Figure = r.figure(n) }),
		opt("precision", r.text(&i.Detail)),
	})
	return i
}

func hasAny(n *yaml.Node, keys ...string) bool {
	return slices.ContainsFunc(keys, func(k string) bool { _, ok := child(n, k); return ok })
}
