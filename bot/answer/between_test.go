package answer

import (
	"testing"

	"constat/data"
)

// TestRankingBetween: a ranking that answers both sides of a comparison orders
// them, the shortest first; what is no ranking, or answers one side, does not.
func TestRankingBetween(t *testing.T) {
	pair := invent("Le radis passe devant le chou.", "légumes semés", data.Ranking, "", members("radis", "chou")...)
	long := invent("Le pois, le radis, le chou.", "légumes semés", data.Ranking, "", members("pois", "radis", "chou")...)
	radish := invent("Le radis est le deuxième légume semé.", "légumes semés", data.Ranking, "", members("pois", "radis")...)
	said := invent("Radis et choux sont semés au printemps.", "légumes semés", data.Qualitative, "")
	side := func(told ...*data.Finding) part {
		var facts []fact
		for _, f := range told {
			facts = append(facts, fact{answers: []*data.Finding{f}})
		}
		return part{facts: facts}
	}
	for _, test := range []struct {
		name  string
		sides []part
		want  *data.Finding
	}{
		{"both", []part{side(radish, pair), side(pair)}, pair},
		{"the shortest", []part{side(long, pair), side(pair, long)}, pair},
		{"one side only", []part{side(radish), side(pair)}, nil},
		{"no ranking", []part{side(said), side(said)}, nil},
	} {
		if got := rankingBetween(test.sides); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
