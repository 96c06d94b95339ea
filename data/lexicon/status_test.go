package lexicon

import (
	"strings"
	"testing"
	"time"
)

func TestStages(t *testing.T) {
	const both = Adopted | Planned
	for text, want := range map[string]struct {
		stage Stage
		tells string
	}{
		// What is there, or done.
		"quelle part a adopté une stratégie":  {Adopted, "adopte"},
		"quelles communes ont adopte un plan": {Adopted, "adopte"},
		"combien disposent d'un site":         {Adopted, "disposent"},
		"communes dotées d'une stratégie":     {Adopted, "dotees"},
		"écoles équipées":                     {Adopted, "equipees"},
		"combien sont équipés":                {Adopted, "sont equipes"},
		"ont mis en place un comité":          {Adopted, "mis en place"},
		"outils en place":                     {Adopted, "en place"},
		"elles utilisent le cloud":            {Adopted, "utilisent"},
		"combien recourent au SaaS":           {Adopted, "recourent au"},
		"ont une stratégie":                   {Adopted, ""},
		"ont-elles une stratégie ?":           {Adopted, ""},
		"ont déjà une stratégie":              {Adopted, ""},
		"ont un projet d'ouverture":           {Adopted, ""}, // under way as often as planned
		"n'ont pas de stratégie":              {Adopted, ""},
		"ont pas de strategie":                {Adopted, ""},
		"la collectivité a une stratégie":     {Adopted, ""},
		"celles qui l'ont déjà":               {Adopted, ""},
		"combien en ont ?":                    {Adopted, ""},
		"ont nommé un référent":               {Adopted, ""},
		"ont déployé la fibre":                {Adopted, ""},
		"l'avaient engagé":                    {Adopted, ""},
		"part déjà engagée ?":                 {Adopted, ""},
		"se sont lancées":                     {Adopted, ""},
		"existe-t-il une stratégie":           {Adopted, ""},
		"des solutions mises en place":        {Adopted, "mises en place"},

		// What goes on.
		"c'est en cours":                   {UnderWay, "en cours"},
		"en train de changer":              {UnderWay, "en train de"},
		"en voie d'équipement":             {UnderWay, "en voie d"},
		"elles expérimentent la vidéo":     {UnderWay, "experimentent"},
		"combien élaborent un plan":        {UnderWay, "elaborent"},
		"mettent en place un comité":       {UnderWay, "mettent en place"},
		"adoption en cours":                {UnderWay, "en cours"},
		"mise en place en cours":           {UnderWay, "mise en place en cours"},
		"la mue a déjà commencé, en cours": {UnderWay, "en cours"},

		// What is planned.
		"combien prévoient une stratégie":               {Planned, "prevoient"},
		"prévoient d'adopter le cloud":                  {Planned, "prevoient"},
		"l'envisageaient":                               {Planned, "envisageaient"},
		"combien comptent se doter d'un site":           {Planned, "comptent"},
		"combien comptent s'y mettre ?":                 {Planned, "comptent"},
		"comptaient-ils appliquer le RGPD":              {Planned, "comptaient"},
		"vont-elles ouvrir leurs données":               {Planned, "vont"},
		"veulent investir":                              {Planned, "veulent"},
		"devraient s'être lancées":                      {Planned, "devraient"},
		"et en projet ?":                                {Planned, "en projet"},
		"ont des projets d'ouverture":                   {Planned, "ont des projets"},
		"ont le projet d'ouvrir":                        {Planned, "ont le projet"},
		"ont l'intention de recruter":                   {Planned, "ont l intention de"},
		"un plan est à l'étude":                         {Planned, "est a l etude"},
		"d'ici à 2017":                                  {Planned, "d ici"},
		"auront adopté d'ici 2017":                      {Planned, "auront adopte d ici"},
		"une stratégie adoptée d'ici 2017":              {Planned, "adoptee d ici"},
		"communes et villes dotées prévoient":           {Planned, "dotees prevoient"},
		"ont adopté le cloud et la mobilité d'ici 2017": {Planned, "adopte d ici"},

		// Both, only when coordinated.
		"ont adopté ou prévoient une stratégie":         {both, "adopte prevoient"},
		"ont adopté un plan ou le prévoient":            {both, "adopte prevoient"},
		"adopté ou prévu":                               {both, "adopte prevu"},
		"utilisent le cloud ou comptent l'adopter":      {both, "utilisent comptent"},
		"ont un directeur ou prévoient d'en choisir un": {both, "prevoient"},
		"en cours ou prévu":                             {UnderWay | Planned, "en cours prevu"},

		// Set aside.
		"ont adopté un plan (sans celles qui le prévoient)":     {Adopted, "adopte prevoient"},
		"sans compter celles qui prévoient, combien ont adopté": {Adopted, "prevoient adopte"},
		"celles qui l'ont, pas celles qui prévoient":            {Adopted, "prevoient"},

		// Neither.
		"":                                   {0, ""},
		"la stratégie numérique":             {0, ""},
		"une mairie compte 150 métiers":      {0, ""},
		"elles comptent sur le numérique":    {0, ""},
		"elles comptent parmi les premières": {0, ""},
		"elles comptent entre 3 et 5 agents": {0, ""},
		"élaboration d'un plan":              {0, ""},
		"les pratiques numériques":           {0, ""},
		"la planification urbaine":           {0, ""},
		"les prévisions de budget":           {0, ""},
		"leurs équipes":                      {0, ""},
		"une équipe dédiée":                  {0, ""},
		"les cours d'eau":                    {0, ""},
		"un train de mesures":                {0, ""},
		"la mise en place du RGPD":           {0, "la mise en place"},
		"accès à une borne":                  {0, ""},
		"de mars à mai":                      {0, ""},
		"rapport a la DSI":                   {0, ""},
		"il y a une stratégie":               {0, ""},
		"répondu à l'étude 2015":             {0, ""},
		"à l'intention des élus":             {0, ""},
		"ont déclaré changer":                {0, ""},
		"vont bien":                          {0, ""},
	} {
		words := Words(text)
		stage, tells := Stages(words)
		var told []string
		for i, w := range words {
			if tells[i] {
				told = append(told, w.Text)
			}
		}
		if got := strings.Join(told, " "); stage != want.stage || got != want.tells {
			t.Errorf("%q: %03b told by %q, want %03b by %q", text, stage, got, want.stage, want.tells)
		}
	}
}

func TestNegative(t *testing.T) {
	for text, want := range map[string]bool{
		"combien n'ont pas de stratégie":     true,
		"qui n ont pas de strategie":         true,
		"cb ont pas de strat":                true,
		"celles qui ont pa de site":          true,
		"COMBIEN N'ONT PAS":                  true,
		"elle a pas de site":                 true,
		"savaient même pas":                  true,
		"n'ont pas encore commencé":          true,
		"y a pas de plan":                    true,
		"sans stratégie":                     true,
		"sans avoir commencé":                true,
		"aucune commune":                     true,
		"n'ont aucun projet":                 true,
		"n'ont jamais testé":                 true,
		"n'ont plus de budget":               true,
		"ne peut plus s'en tenir là":         true,
		"n'y a-t-il plus":                    true,
		"n'ont rien prévu":                   true,
		"personne ne pilote":                 true,
		"dépourvues de site":                 true,
		"faute de moyens":                    true,
		"en l'absence de plan":               true,
		"combien ignorent le RGPD":           true,
		"ni site ni plan":                    true,
		"communes non équipées":              true,
		"départements non équipés":           true,
		"collectivités non dotées d'un site": true,
		"n'ont guère avancé":                 true,

		"":                             false,
		"combien ont une stratégie":    false,
		"c'est vrai, non ?":            false,
		"oui ou non":                   false,
		"données non structurées":      false,
		"n'est-ce pas ?":               false,
		"n est ce pas":                 false,
		"bien ou pas ?":                false,
		"pourquoi pas":                 false,
		"pas loin de 44 %":             false,
		"pas moins de 150 métiers":     false,
		"pas plus de 10 %":             false,
		"pas mal de communes":          false,
		"pas seulement les DSI":        false,
		"pas vrai ?":                   false,
		"le premier pas":               false,
		"ont franchi le pas":           false,
		"pas à pas":                    false,
		"dans le Pas-de-Calais":        false,
		"Pas-de-Calais":                false,
		"sans doute":                   false,
		"sans aucun doute":             false,
		"sans contact":                 false,
		"plus de 150":                  false,
		"plus d'une sur deux":          false,
		"de plus en plus":              false,
		"le point sur le RGPD":         false,
		"plus que jamais":              false,
		"chaque personne":              false,
		"hors DSI":                     false,
		"il en faut un":                false,
		"sans celles qui le prévoient": false,
		"celles qui l'ont, pas celles qui prévoient": false,
		"l'absence répétée":                          false,
		"non":                                        false,
		"pas":                                        true,
	} {
		if got := Negative(Words(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// FuzzFrame reads whatever is typed: nothing panics, and what is found stands
// in the words.
func FuzzFrame(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	l := testLexicon()
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		inside := func(what string, start, end int) {
			if start < 0 || end < start || end > len(words) {
				t.Errorf("%s: [%d:%d] of %d words", what, start, end, len(words))
			}
		}
		after := 0
		for _, m := range l.Mentions(words) {
			inside("mention", m.Start, m.End)
			if m.Start < after || m.End == m.Start {
				t.Errorf("mention %v begins before %d, or is empty", m, after)
			}
			after = m.End
		}
		for _, y := range Years(words) {
			inside("year", y.Start, y.End)
			if y.First < firstYear || y.Last > lastYear || y.Last < y.First || y.End == y.Start {
				t.Errorf("year %+v", y)
			}
		}
		size, span := SizeOf(words)
		inside("size", span[0], span[1])
		if (size == Size{}) != (span[0] == span[1]) || size.High != 0 && size.Low > size.High {
			t.Errorf("size %v in %v", size, span)
		}
		rank, span := EditionRank(words)
		inside("rank", span[0], span[1])
		if (rank == 0) != (span[0] == span[1]) {
			t.Errorf("rank %d in %v", rank, span)
		}
		if stage, tells := Stages(words); len(tells) != len(words) || stage > Adopted|UnderWay|Planned {
			t.Errorf("stage %b of %d words in %d", stage, len(words), len(tells))
		}
		Negative(words)
		if who, ok := l.Population(text); ok != (len(who.Groups) > 0) || ok && l.Relate(who, who) != Same {
			t.Errorf("%v is not itself", who)
		}
		if c := l.Canonical(texts(words)); len(c) > len(words) {
			t.Errorf("%d words for %d", len(c), len(words))
		}
		if n := len(l.Nearest(text, 3)); n > 3 {
			t.Errorf("%d nearest", n)
		}
	})
}

// What is longest to read takes time in proportion to its length.
func TestLongTextsAreReadInLinearTime(t *testing.T) {
	l := testLexicon()
	for _, part := range []string{
		"communauté de la ", "1 111 ", "n ", "ne ", "d'ici à la fin de ", "habitants et ", "10 000 habitants et ", "sans celles ", "2014 à ", "comptent s'y ", "la mise en ", "a",
	} {
		text := strings.Repeat(part, 200_000/len(part))
		start := time.Now()
		words := Words(text)
		l.Mentions(words)
		Years(words)
		SizeOf(words)
		EditionRank(words)
		Stages(words)
		Negative(words)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes of %q take %v", len(text), part, took)
		}
	}
}

func BenchmarkStages(b *testing.B) {
	words := Words(benchmarkQuestion)
	for b.Loop() {
		Stages(words)
	}
}

// TestDenials: "aucun" denies with its "ne", and once more after a "pas".
func TestDenials(t *testing.T) {
	for text, want := range map[string]int{
		"combien n'ont aucun compost":       1,
		"combien n'ont pas aucun compost":   2,
		"combien n'ont ni compost ni serre": 1,
		"combien n'ignorent pas le compost": 2,
		"combien ont un compost":            0,
	} {
		if got := Denials(Words(text)); got != want {
			t.Errorf("%q denies %d times, want %d", text, got, want)
		}
	}
}
