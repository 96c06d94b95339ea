package index

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"constat/data"
	"constat/data/figure"
	"constat/data/lexicon"
)

// The invented observatory of these tests. No number here was ever published.

var gardenLexicon = lexicon.New(
	[]lexicon.Group{
		{ID: "jardin", Names: []string{"jardins"}},
		{ID: "partage", Names: []string{"jardins partagés"}, Parents: []string{"jardin"}},
		{ID: "botanique", Names: []string{"jardins botaniques"}, Parents: []string{"jardin"}},
		{ID: "jardinier", Names: []string{"jardiniers"}, People: true, Respondent: true},
	},
	nil,
	[][]string{{"récupération d'eau", "eau de pluie"}, {"DEV", "direction des espaces verts"}},
)

// garden holds one finding a line: edition, id, population, indicator, figure,
// statement, each after a bar; list items after another.
const garden = `
2041 | j41-01 | jardins | arrosage économe | 31 % | 31 % des jardins arrosent au goutte-à-goutte.
2041 | j41-02 | jardins partagés | arrosage économe | plus d'un sur deux | Plus d'un jardin partagé sur deux arrose au goutte-à-goutte.
2041 | j41-03 | jardins | récupération d'eau | 12 % | 12 % des jardins ont adopté la récupération d'eau.
2041 | j41-04 | jardins | compostage | 58 % | 58 % des jardins compostent leurs déchets verts.
2041 | j41-05 | jardins | compostage | 9 % | 9 % des jardins prévoient de composter leurs déchets d'ici à 2043.
2041 | j41-06 | jardiniers | formation | 40 % | 40 % des jardiniers interrogés ont suivi une formation à la taille.
2041 | j41-07 | jardins | ruches | 7 % | 7 % des jardins abritent des ruches.
2041 | j41-08 | jardins | freins | | Les freins cités par les jardiniers. | manque d'eau ; manque de bras ; sol pauvre
2041 | j41-09 | jardins botaniques | étiquetage | 83 % | 83 % des jardins botaniques étiquettent leurs arbres.
2043 | j43-01 | jardins | arrosage économe | 38 % | 38 % des jardins arrosent au goutte-à-goutte.
2043 | j43-02 | jardins partagés | arrosage économe | deux sur trois | Deux jardins partagés sur trois arrosent au goutte-à-goutte.
2043 | j43-03 | jardins | récupération d'eau | près d'un quart | Près d'un quart des jardins récupèrent l'eau de pluie.
2043 | j43-04 | jardins | compostage | 64 % | 64 % des jardins compostent leurs déchets verts.
2043 | j43-05 | jardins | pilotage | 15 % | Dans 15 % des jardins, la direction des espaces verts pilote les plantations.
2043 | j43-06 | jardins | budget | 34 935 euros | Un jardin dépense en moyenne 34 935 euros par an.
2043 | j43-07 | jardins | numérique | 22 % | 22 % des jardins ont une carte numérique de leurs allées.
2043 | j43-08 | jardins | numérisation | 5 % | 5 % des jardins ont numérisé leurs herbiers.
2043 | j43-09 | jardins | outils | | Les outils les plus partagés. | bêche ; sécateur ; brouette
`

func gardenLibrary(t testing.TB) *data.Library {
	t.Helper()
	l := &data.Library{Lexicon: gardenLexicon}
	source := &data.Source{ID: "gazette", Title: "La gazette des potagers"}
	editions := make(map[string]*data.Edition)
	for line := range strings.Lines(strings.TrimSpace(garden)) {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		e := editions[cells[0]]
		if e == nil {
			year, err := strconv.Atoi(cells[0])
			if err != nil {
				t.Fatal(err)
			}
			e = &data.Edition{
				Observatory: "Observatoire des jardins", Year: year,
				Indicators: []data.Indicator{{Name: "arrosage économe", Aliases: []string{"irrigation"}}},
			}
			editions[cells[0]] = e
			l.Editions = append(l.Editions, e)
		}
		f := &data.Finding{
			ID: cells[1], Population: cells[2], Indicator: cells[3], Statement: cells[5],
			Edition: e, Ordinal: len(l.Findings), Sources: []*data.Source{source},
		}
		if cells[4] != "" {
			f.Figure = &figure.Figure{Wording: cells[4]}
		}
		if len(cells) > 6 {
			for item := range strings.SplitSeq(cells[6], ";") {
				f.Items = append(f.Items, data.Item{Label: strings.TrimSpace(item)})
			}
		}
		f.Who, _ = l.Lexicon.Population(f.Population)
		l.Findings = append(l.Findings, f)
		e.Findings = append(e.Findings, f)
	}
	return l
}

// grown is a library of n findings, made of garden words: as alike as the
// findings of one survey are.
func grown(n int) *data.Library {
	verbs := strings.Fields("arrosent compostent abritent taillent bouturent partagent recensent protègent plantent étiquettent irriguent mutualisent financent observent")
	things := strings.Fields("rosiers fougères tomates ruches mares haies bassins allées serres pommiers vivaces semis herbiers nichoirs pelouses massifs treilles potagers vergers orties compost paillis bulbes")
	means := strings.Fields("goutte-à-goutte associations bénévoles écoles subventions apprentis saisonniers capteurs calendriers ateliers gazettes concours mécènes")
	places := []string{"jardins", "jardins partagés", "jardins botaniques", "jardiniers"}
	l := &data.Library{Lexicon: gardenLexicon}
	source := &data.Source{Title: "La gazette des potagers"}
	state := uint32(1)
	pick := func(from []string) string {
		state = state*1664525 + 1013904223 // the usual linear congruence: any will do
		return from[int(state>>16)%len(from)]
	}
	for i := range n {
		year := 2000 + i%40
		if i < 40 {
			l.Editions = append(l.Editions, &data.Edition{Year: year})
		}
		thing, place := pick(things), pick(places)
		f := &data.Finding{
			ID: fmt.Sprintf("g%04d", i), Ordinal: i, Edition: l.Editions[i%40], Population: place, Sources: []*data.Source{source},
			Statement: fmt.Sprintf("%d %% des %s %s leurs %s avec des %s et des %s lot%d.", 1+i%99, place, pick(verbs), thing, pick(means), pick(means), i/7),
			Indicator: thing + " avec " + pick(means),
			Figure:    &figure.Figure{Wording: fmt.Sprintf("%d %%", 1+i%99)},
		}
		f.Who, _ = l.Lexicon.Population(place)
		l.Findings = append(l.Findings, f)
	}
	return l
}

// simpleQuery reads a question as simply as a query allows.
func simpleQuery(x *Index, text string) Query {
	q := Query{Text: text}
	q.Who, _ = x.lexicon.Population(text)
	for _, w := range lexicon.Words(text) {
		switch lexicon.ClassOf(w.Text) {
		case lexicon.Function, lexicon.Asking:
			continue
		}
		term := Term{Text: w.Text, Weight: 1}
		if better, ok := x.Correct(w.Text); ok {
			term = Term{Text: better, Weight: correctedWeight}
		}
		q.Terms = append(q.Terms, term)
		if year, err := strconv.Atoi(w.Text); err == nil && year > 1000 && year < 2100 {
			q.Years = append(q.Years, year)
		}
	}
	folded := lexicon.Fold(text)
	for _, asking := range []string{"combien", "pourcentage", "proportion", "quel taux", "quelle part", "quel nombre", "quel est le nombre"} {
		q.Figure = q.Figure || strings.Contains(folded, asking)
	}
	return q
}

// correctedWeight is what the reader of questions gives to a corrected word.
const correctedWeight = 0.7
