package lexicon

import "strings"

// String names the stages as an edition file writes them: "adopté ou prévu".
func (s Stage) String() string {
	var names []string
	for _, n := range []struct {
		stage Stage
		name  string
	}{{Adopted, "adopté"}, {UnderWay, "en cours"}, {Planned, "prévu"}} {
		if s&n.stage != 0 {
			names = append(names, n.name)
		}
	}
	return strings.Join(names, " ou ")
}
