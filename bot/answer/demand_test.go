package answer

import (
	"testing"

	"constat/bot/question"
	"constat/data"
	"constat/data/figure"
	"constat/index"
)

// invent makes a finding of an observatory that nobody has.
func invent(statement, indicator string, status data.Status, wording string, items ...data.Item) *data.Finding {
	f := &data.Finding{Statement: statement, Indicator: indicator, Status: status, Items: items, Edition: &data.Edition{}}
	if wording != "" {
		f.Figure = &figure.Find(wording)[0].Figure
	}
	return f
}

// peopled makes one about a population.
func peopled(statement, indicator, wording, population string) *data.Finding {
	f := invent(statement, indicator, data.Qualitative, wording)
	f.Population = population
	return f
}

func members(labels ...string) []data.Item {
	var all []data.Item
	for _, l := range labels {
		all = append(all, data.Item{Label: l})
	}
	return all
}

// TestUnmet: a finding may say every word of a question and not tell what is
// asked.
func TestUnmet(t *testing.T) {
	for _, test := range []struct {
		demand question.Demand
		q      question.Question
		h      index.Hit
		told   bool
	}{
		{question.Superlative, question.Question{}, index.Hit{Finding: invent("Radis, choux et pois sont semés.", "semis", data.Qualitative, "", members("radis", "choux", "pois")...)}, false},
		{question.Superlative, question.Question{}, index.Hit{Finding: invent("Les légumes semés ont tous la même importance.", "semis", data.Perception, "")}, true},
		{question.Superlative, question.Question{}, index.Hit{Finding: invent("Les légumes semés ont leur importance.", "semis", data.Perception, "")}, false},
		{question.Superlative, question.Question{}, index.Hit{Finding: invent("Le radis est le légume le plus semé.", "semis", data.Qualitative, "")}, true},
		{question.Superlative, question.Question{}, index.Hit{Finding: invent("Radis, choux, pois.", "légumes semés", data.Ranking, "")}, true},
		{question.Superlative, question.Question{Surpassing: "depense"}, index.Hit{Finding: invent("Le service des finances est le plus actif.", "services actifs", data.Ranking, ""), Missing: []string{"depense"}}, false},
		{question.Superlative, question.Question{Ranked: "commune", Naming: []string{"communes"}}, index.Hit{Finding: invent("Le gel est la première cause de perte dans les communes.", "causes de perte", data.Ranking, "")}, false},
		{question.Superlative, question.Question{Ranked: "cause"}, index.Hit{Finding: invent("Le gel est la première cause de perte dans les communes.", "causes de perte", data.Ranking, "")}, true},
		{question.Superlative, question.Question{Ranked: "commune", Naming: []string{"communes"}}, index.Hit{Finding: invent("Radisville est la plus arrosée.", "communes les plus arrosées", data.Ranking, "")}, true},
		{question.Gauge, question.Question{Gauge: "budget"}, index.Hit{Finding: invent("Le budget est de 300 couronnes.", "budget", data.Adopted, "300 couronnes")}, true},

		{question.Numerous, question.Question{}, index.Hit{Finding: invent("Les jardins ont des radis et des choux.", "", data.Qualitative, "")}, false},
		{question.Numerous, question.Question{}, index.Hit{Finding: invent("Les jardins ont plus de radis que de choux.", "", data.Qualitative, "")}, true},

		{question.Placed, question.Question{}, index.Hit{Finding: invent("Les jardins sèment des radis et des choux.", "semis", data.Qualitative, "", members("radis", "choux")...)}, false},
		{question.Placed, question.Question{}, index.Hit{Finding: invent("Le chou est le deuxième légume semé.", "semis", data.Qualitative, "")}, true},
		{question.Placed, question.Question{}, index.Hit{Finding: invent("Radis, choux.", "semis", data.Ranking, "")}, true},
		{question.Speaker, question.Question{}, index.Hit{Finding: invent("Les semis restent rares.", "semis", data.Qualitative, "")}, false},

		{question.Meant, question.Question{Subject: []string{"compost"}}, index.Hit{Finding: invent("Le compost est un terreau de déchets.", "compost", data.Qualitative, "")}, true},
		{question.Meant, question.Question{Subject: []string{"compost"}}, index.Hit{Finding: invent("Pour 42 % des communes, avoir un compost est un but.", "compost", data.Perception, "42 %")}, false},
		{question.Meant, question.Question{Subject: []string{"compost"}}, index.Hit{Finding: invent("Acheter son compost est un luxe.", "compost", data.Qualitative, "")}, false},

		{question.Existing, question.Question{}, index.Hit{Finding: peopled("Le pays compte 900 jardins partagés.", "nombre de jardins partagés", "900 jardins", "jardins partagés")}, true},
		{question.Existing, question.Question{}, index.Hit{Finding: peopled("900 jardins partagés ont un compost.", "nombre de jardins partagés avec compost", "900 jardins", "jardins partagés")}, false},
		{question.Existing, question.Question{}, index.Hit{Finding: peopled("Les jardins partagés sont 60 % des jardins.", "nombre de jardins partagés", "60 %", "jardins partagés")}, false},

		{question.Day, question.Question{}, index.Hit{Finding: invent("L'enquête va d'octobre à novembre 2030.", "", data.Qualitative, "")}, false},
		{question.Day, question.Question{}, index.Hit{Finding: invent("Le marché se tient le 1er mai.", "", data.Qualitative, "")}, true},
		{question.Day, question.Question{}, index.Hit{Finding: invent("Les jardins ouvrent le samedi.", "", data.Qualitative, "")}, true},

		{question.HowMuch, question.Question{}, index.Hit{Finding: invent("Le budget baisse dans 36 % des communes.", "budget", data.Adopted, "36 %")}, false},
		{question.HowMuch, question.Question{}, index.Hit{Finding: invent("Dans 14 % des communes, le budget baisse de 2 %.", "budget", data.Adopted, "14 %")}, true},
		{question.HowMuch, question.Question{}, index.Hit{Finding: invent("Le budget baisse de 2 %.", "budget", data.Estimate, "baisse de 2 %")}, true},

		{question.Gauge, question.Question{Gauge: "budget"}, index.Hit{Finding: invent("78 % des communes ont un budget.", "budget", data.Adopted, "78 % des communes")}, false},
		{question.Gauge, question.Question{Gauge: "budget"}, index.Hit{Finding: invent("Les semis pèsent 14 % du budget.", "budget", data.Adopted, "14 % du budget")}, true},
		{question.Gauge, question.Question{Gauge: "budget"}, index.Hit{Finding: invent("Le budget est de 300 euros.", "budget", data.Adopted, "300 euros")}, true},

		{question.Done, question.Question{}, index.Hit{Finding: invent("Une commune sur deux aurait un compost.", "compost", data.Planned, "une commune sur deux")}, false},
		{question.Done, question.Question{}, index.Hit{Finding: invent("Le compost arrive en tête des achats que les communes ont en projet.", "achats", data.Ranking, "")}, false},
		{question.Done, question.Question{}, index.Hit{Finding: invent("Une commune sur deux a un compost.", "compost", data.Adopted, "une commune sur deux")}, true},

		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Des jardins achètent seuls des outils neufs, sans la commune.", "achats", data.Qualitative, "")}, false},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Aucun jardin ne prête d'outils.", "prêt", data.None, "")}, false},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Semis, outils et fumier coûtent cher.", "achats", data.Qualitative, "", members("semis", "outils", "fumier")...), Listed: []string{"outils"}}, false},
		{question.Members, question.Question{Members: "priorites", Subject: []string{"priorites", "semis"}}, index.Hit{Finding: invent("Le fumier est le premier des achats.", "achats prioritaires", data.Ranking, "", members("fumier", "semis d'hiver", "outils")...), Listed: []string{"semis"}}, false},
		{question.Members, question.Question{Members: "semis", Subject: []string{"semis"}}, index.Hit{Finding: invent("Le radis est semé d'abord.", "légumes", data.Ranking, "", members("semis d'hiver", "semis de printemps")...), Listed: []string{"semis"}}, true},
		{question.Members, question.Question{Members: "freins", Subject: []string{"freins"}}, index.Hit{Finding: invent("Les freins au compost disparaissent.", "freins", data.Qualitative, "")}, false},
		{question.Members, question.Question{Members: "freins", Subject: []string{"freins"}}, index.Hit{Finding: invent("La diversité des freins au compost surprend.", "compost", data.Qualitative, "")}, false},
		{question.Members, question.Question{Members: "freins", Subject: []string{"freins"}}, index.Hit{Finding: invent("L'odeur est un frein.", "freins", data.Qualitative, "")}, true},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Des jardins choisissent un outil sans prévenir la commune.", "achats", data.Qualitative, "")}, false},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Les jardins attendent des outils qui durent.", "achats", data.Qualitative, "")}, true},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Les outils sont la bêche et la houe.", "outils", data.Qualitative, "")}, true},
		{question.Members, question.Question{Members: "outils", Subject: []string{"outils"}}, index.Hit{Finding: invent("Bêche et houe servent tous les jours.", "outils", data.Qualitative, "", members("bêche", "houe")...)}, true},
	} {
		test.q.Demands = test.demand
		if got := unmet(test.q, test.h) == 0; got != test.told {
			t.Errorf("demand %b: %q tells it: %t, want %t", test.demand, test.h.Finding.Statement, got, test.told)
		}
	}
}

// TestJoint: the figure of several things is that of none of them.
func TestJoint(t *testing.T) {
	for _, test := range []struct {
		statement, figure string
		subject           []string
		want              bool
	}{
		{"12 % des communes ont un potager ou un verger.", "12 %", []string{"potager"}, true},
		{"12 % des communes ont un potager ou un verger.", "12 %", []string{"potager", "verger"}, false},
		{"12 % des communes ont un jardin potager, ou le prévoient.", "12 %", []string{"potager"}, false},
		{"12 % des communes ont ouvert un potager ou prévoient de le faire.", "12 %", []string{"potager"}, false},
		{"Rares sont les communes qui ont un potager ou un verger.", "", []string{"potager"}, false},
		{"12 % des communes ont un terrain, serres comprises.", "12 %", []string{"serres"}, true},
		{"12 % des communes ont un terrain, serres comprises.", "12 %", []string{"terrain"}, false},
		{"12 % des communes ont un terrain, serres comprises.", "12 %", []string{"terrain", "serres"}, false},
		{"12 % des communes ont un potager ou un verger.", "12 %", []string{"potager", "pommeraie"}, false}, // which may be a verger
		{"12 % des communes ont un potager et un verger.", "12 %", []string{"potager"}, false},              // who have both have one
	} {
		if got := joint(question.Question{Subject: test.subject}, invent(test.statement, "", data.Adopted, test.figure)); got != test.want {
			t.Errorf("%v in %q: joint %t, want %t", test.subject, test.statement, got, test.want)
		}
	}
}

// TestAside: what a figure brings about is not what it counts.
func TestAside(t *testing.T) {
	f := invent("On compte 150 plantes dans les jardins, ce qui occupe les gérants.", "plantes", data.Qualitative, "150 plantes")
	for subject, want := range map[string]bool{"gerants": true, "plantes": false, "jardins": false, "radis": false} {
		if got := aside(question.Question{Subject: []string{subject}}, f); got != want {
			t.Errorf("%q stands aside: %t, want %t", subject, got, want)
		}
	}
}

// TestAsDone: what people do is told neither by what they plan nor by what they
// think they could do, nor what is hard for them.
func TestAsDone(t *testing.T) {
	for _, test := range []struct {
		subject, statement string
		status             data.Status
		want               fit
	}{
		{"recrutent", "78 % des jardins disent avoir du mal à recruter.", data.Perception, conflicts},
		{"arrosent", "12 % des jardins veulent arroser moins.", data.Planned, conflicts},
		{"recruter", "78 % des jardins disent avoir du mal à recruter.", data.Perception, matches},
		{"recrutent", "78 % des jardins recrutent.", data.Adopted, matches},
	} {
		q := question.Question{Wants: question.Share, Subject: []string{test.subject}}
		if got := fitStage(q, invent(test.statement, "", test.status, test.statement)); got != test.want {
			t.Errorf("%q: %q fits %d, want %d", test.subject, test.statement, got, test.want)
		}
	}
	planned := invent("12 % des jardins prévoient un compost.", "", data.Planned, "12 %")
	for name, test := range map[string]struct {
		q    question.Question
		want fit
	}{
		"part des jardins avec un compost": {question.Question{Wants: question.Share, Verbless: true}, conflicts},
		"the same, going on":               {question.Question{Wants: question.Share, Verbless: true, Followed: true}, matches},
		"compost des jardins":              {question.Question{Wants: question.Statement, Verbless: true}, matches},
		"combien songent à un compost":     {question.Question{Wants: question.Number}, matches},
	} {
		if got := fitStage(test.q, planned); got != test.want {
			t.Errorf("%q: what is planned fits %d, want %d", name, got, test.want)
		}
	}
	for statement, want := range map[string]bool{"52 % des jardins pensent pouvoir arroser.": true, "52 % des jardins pensent que l'eau manque.": false} {
		if got := thinks(invent(statement, "", data.Perception, "52 %")); got != want {
			t.Errorf("%q tells what people think that they can do: %t, want %t", statement, got, want)
		}
	}
}
