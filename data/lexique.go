package data

import (
	"maps"
	"slices"

	"go.yaml.in/yaml/v4"

	"constat/data/lexicon"
)

// LexiconFile is the name of the lexicon in a folder of editions.
const LexiconFile = "lexique.yaml"

// nearFile holds the near words of this repository's lexicon: they are too
// many for its file.
const nearFile = "proches.yaml"

// abbreviationLength is that of the words which are read only in capitals or
// after a plural article.
const abbreviationLength = 2

// readLexicon reads a lexicon file, and returns base with what it adds. A nil
// base is an empty lexicon. On a fault the base is returned as it was.
func readLexicon(base *lexicon.Lexicon, name string, src []byte) (*lexicon.Lexicon, []Fault) {
	if base == nil {
		base = lexicon.New(nil, nil, nil)
	}
	var faults Faults
	r := &reader{file: name, faults: &faults}
	src, ok := r.encoded(src, 1, unverified)
	if !ok {
		return base, faults
	}
	root := r.parse(src)
	if root == nil {
		return base, faults
	}
	var (
		groups        []lexicon.Group
		parents       []ref
		abbreviations = map[string]ref{}
		equivalents   [][]string
		near          [][]string
		expressions   []string
		kinds         []lexicon.Kind
		relations     [][]string
	)
	group := func(people bool) func(*yaml.Node) {
		return func(n *yaml.Node) {
			g := lexicon.Group{People: people}
			var over []ref
			r.mapping(n, "une population", []field{
				req("id", r.slug(&g.ID)),
				req("noms", r.list(r.each(&g.Names))),
				opt("parents", r.refs(&over, r.slug)),
				opt("repond", r.flag(&g.Respondent)),
				opt("quiconque", r.flag(&g.Anyone)),
				opt("compte", r.flag(&g.Counted)),
			})
			for _, p := range over {
				g.Parents = append(g.Parents, p.id)
			}
			parents = append(parents, over...)
			groups = append(groups, g)
		}
	}
	r.mapping(root, "un lexique", []field{
		opt("organisations", r.sequence("« organisations »", group(false))),
		opt("personnes", r.sequence("« personnes »", group(true))),
		opt("abreviations", func(n *yaml.Node) { r.abbreviations(n, abbreviations) }),
		opt("equivalents", r.sequence("« equivalents »", r.waysToSay(&equivalents, "une ligne d'équivalents a au moins deux façons de dire."))),
		opt("proches", r.sequence("« proches »", r.waysToSay(&near, "une ligne de mots proches a au moins deux façons de dire."))),
		opt("sortes", r.sequence("« sortes »", func(n *yaml.Node) {
			var k lexicon.Kind
			r.mapping(n, "une sorte d'organisation", []field{
				req("noms", r.list(r.each(&k.Names))),
				opt("comprend", r.list(r.each(&k.Holds))),
				opt("gens", r.list(r.each(&k.People))),
			})
			kinds = append(kinds, k)
		})),
		opt("adjectifs", r.sequence("« adjectifs »", r.waysToSay(&relations, "une ligne d'adjectifs a un adjectif et au moins un nom qui le dit."))),
		opt("expressions", r.list(r.each(&expressions))),
	})
	known := map[string]bool{}
	for _, g := range append(base.Groups(), groups...) {
		known[g.ID] = true
	}
	short := map[string]string{}
	for _, letters := range slices.Sorted(maps.Keys(abbreviations)) {
		short[letters] = abbreviations[letters].id
		parents = append(parents, abbreviations[letters])
	}
	for _, p := range parents {
		if !known[p.id] {
			r.faultAt(p.line, 0, "la population « %s » n'est pas dans le lexique : ajoutez-la, ou corrigez son nom.", p.id)
		}
	}
	faults.sort()
	if faults.Err() != nil {
		return base, faults
	}
	return base.Add(groups, short, equivalents, expressions...).AddNear(near).AddKinds(kinds).AddRelations(relations), faults
}

// waysToSay reads one line of texts that stand for one another.
func (r *reader) waysToSay(dst *[][]string, lonely string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var ways []string
		r.list(r.each(&ways))(n)
		if len(ways) == 1 {
			r.fault(resolve(n), "%s", lonely)
		}
		*dst = append(*dst, ways)
	}
}

// each reads texts that must show something into a list.
func (r *reader) each(dst *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var s string
		if r.phrase(&s)(n); s != "" {
			*dst = append(*dst, s)
		}
	}
}

// abbreviations reads "CC: communaute-de-communes".
func (r *reader) abbreviations(n *yaml.Node, dst map[string]ref) {
	n = resolve(n)
	if n.Kind != yaml.MappingNode {
		r.fault(n, "« abreviations » s'écrit avec des clés (« CC: communaute-de-communes »), et non comme %s.", kindOf(n))
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := resolve(n.Content[i]), resolve(n.Content[i+1])
		if len(key.Value) != abbreviationLength {
			r.fault(key, "« %s » n'a pas deux lettres : mettez-la dans les « noms » de sa population.", shortened(key.Value))
			continue
		}
		var id string
		if r.slug(&id)(value); id != "" {
			dst[key.Value] = ref{id, value.Line}
		}
	}
}
