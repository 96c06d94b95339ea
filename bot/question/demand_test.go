package question

import "testing"

// TestDemands reads what a finding must tell, and what asks for no more than
// the subject.
func TestDemands(t *testing.T) {
	r := reader(t)
	for _, test := range []struct {
		said string
		want Demand
	}{
		{"qui finance l'observatoire ?", Survey},
		{"comment se fait le compost ?", Manner},
		{"qu'est-ce que le compost ?", Meant},
		{"le compost, c'est quoi ?", Meant},
		{"le budget du compost, c'est quoi ?", 0},
		{"faut-il un compost ?", Duty},
		{"quelle part des communes a un compost ?", 0},

		{"y a-t-il un légume qui se détache ?", Superlative},
		{"quel légume sort du lot ?", Superlative},
		{"la peinture se détache-t-elle des serres ?", 0},
		{"quel légume sort de terre ?", 0},
		{"quel est le légume le plus semé ?", Superlative},
		{"quelle commune arrose le plus ?", Superlative},
		{"quelle commune arrose le plus souvent ?", 0},
		{"quel compost est le plus sûr ?", Superlative},
		{"qu'est-ce qui pousse le plus dans les jardins ?", 0},
		{"les radis sont-ils plus nombreux que les courgettes ?", Numerous},
		{"les radis sont-ils de plus en plus semés ?", 0},

		{"quels légumes sont semés ?", Members},
		{"quelles sont les trois grandes variétés de radis ?", Members},
		{"quels effets a le compost ?", 0},
		{"quel légume est semé ?", 0},

		{"depuis quelle année y a-t-il un compost ?", Onset | Moment},
		{"quel jour le compost a-t-il été installé ?", Day | Moment},
		{"quand les communes ont-elles prêté un terrain ?", Moment},
		{"pour quand les communes prévoient-elles un compost ?", 0},
		{"à quel horizon les communes prêteront-elles un terrain ?", 0},

		{"quel est le budget des jardins partagés ?", Gauge},
		{"quel taux de croissance pour le compost ?", Gauge},
		{"quelle évolution du compost ?", 0},
		{"de combien baisse l'arrosage ?", HowMuch},
		{"de combien de mètres est un jardin ?", 0},
		{"de quel pourcentage a chuté l'arrosage ?", HowMuch},
		{"de quel pourcentage de communes parle-t-on ?", 0},
		{"combien de communes en Bretagne ?", Headcount},
		{"combien de communes dans le compostage ?", 0},

		{"où se trouve Paris ?", Located},
		{"dans quelle ville est né le compost ?", Located},
		{"où a été présentée l'édition ?", 0},

		{"combien de communes ont réellement un compost ?", Done},
		{"quels semis réalisés par les communes ?", Done | Members},
		{"les communes veulent-elles vraiment un compost ?", Done},
		{"combien de communes prévoient réellement un compost ?", 0},
	} {
		if got := r.Read(test.said, "").Demands; got != test.want {
			t.Errorf("%q demands %b, want %b", test.said, got, test.want)
		}
	}
	for said, want := range map[string]string{"quelle commune arrose-t-elle le plus ?": "arrose", "quel est le légume le plus semé ?": ""} {
		if got := r.Read(said, "").Surpassing; got != want {
			t.Errorf("%q asks who does %q the most, want %q", said, got, want)
		}
	}
	for said, want := range map[string]string{"quelle commune arrose le plus ?": "commune", "quel est le légume le plus semé ?": "legume", "qu'est-ce qui pousse le plus ?": ""} {
		if got := r.Read(said, "").Ranked; got != want {
			t.Errorf("%q asks for one %q, want %q", said, got, want)
		}
	}
	for said, want := range map[string]string{"quels légumes sont semés ?": "legumes", "quelles sont les autres variétés de radis ?": "varietes", "lesquels ?": ""} {
		if got := r.Read(said, "").Members; got != want {
			t.Errorf("%q asks which %q, want %q", said, got, want)
		}
	}
}
