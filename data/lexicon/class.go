package lexicon

import "slices"

// A unit is what a size counts.
type unit uint8

const (
	inhabitant unit = iota
	employee
)

// counted are the words for it.
var counted = [...]map[string]bool{
	inhabitant: wordSet("habitant habitants hab habs hbts"),
	employee:   wordSet("salarie salaries salariee salariees personne personnes employe employes employee employees collaborateur collaborateurs agent agents etp"),
}

// A class is a population that its definition bounds by a size.
type class struct {
	id   string
	unit unit
	size Size
	of   []string // groups that the definition names: "entreprises de 10 à 49 salariés"
}

// bounding words may stand between a population and its size.
var bounding = wordSet("de d qui comptent comptant employant emploient ayant avec entre dont l effectif est compris comprise a ont sont")

// classesOf returns the populations whose definitions bound them by a size,
// and by nothing before it but what they are: "cabinets installés dans une
// commune de moins de 900 habitants" are not of that size.
func (l *Lexicon) classesOf(names []Naming) []class {
	var classes []class
	for _, n := range names {
		who, _ := l.Population(n.Name)
		if len(who.Groups) != 1 || !l.groups[who.Groups[0]].Declared() {
			continue
		}
		words := Words(n.Definition)
		for u := range counted {
			size, span := sizeIn(words, unit(u))
			if size == (Size{}) || slices.ContainsFunc(words[:span[0]], func(w Word) bool { return ClassOf(w.Text) == Function && !bounding[w.Text] }) {
				continue
			}
			c := class{id: who.Groups[0], unit: unit(u), size: size}
			for _, m := range append(l.Mentions(words[:span[0]]), l.Mentions(words[:1])...) { // "entreprises industrielles" are "entreprises" too
				c.of = append(c.of, m.ID)
			}
			if !slices.ContainsFunc(classes, func(o class) bool { return o.id == c.id }) {
				classes = append(classes, c)
			}
		}
	}
	return classes
}

// classed reads the size that stands beside a mention as the population that
// is defined by it: "usines de 10 à 49 salariés" are "petites industries",
// and "petites industries (10 à 49 salariés)" are too. Any other size is left
// to be read, and to be missed.
func (l *Lexicon) classed(words []Word, found []Mention) []Mention {
	for u := range counted {
		size, span := sizeIn(words, unit(u))
		if size == (Size{}) {
			continue
		}
		i := slices.IndexFunc(found, func(m Mention) bool {
			return m.End <= span[0] && !slices.ContainsFunc(words[m.End:span[0]], func(w Word) bool { return !bounding[w.Text] })
		})
		if i < 0 {
			continue
		}
		var ids []string
		for _, c := range l.classes {
			if c.size == size && c.unit == unit(u) && (c.id == found[i].ID || l.contains(found[i].ID, c.id) || slices.Contains(c.of, found[i].ID)) {
				ids = append(ids, c.id)
			}
		}
		if len(ids) != 1 {
			continue
		}
		end := span[1]
		found[i].ID, found[i].End = ids[0], end
		found = slices.DeleteFunc(found, func(m Mention) bool { return m.Start > found[i].Start && m.Start < end }) // its "agents"
	}
	return found
}
