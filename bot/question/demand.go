package question

// A Demand is what a finding's own words must tell beside the subject of the
// question. Demands add up; the zero value asks for nothing.
type Demand uint16

// The demands.
const (
	Manner      Demand = 1 << iota // how a thing is done: no figure tells
	Meant                          // what a thing is
	Superlative                    // which one is the most so: only a ranking tells
	Duty                           // what one should do
	Survey                         // the survey itself: "qui finance l'observatoire ?"
	Side                           // who is for or against it
	Fewer                          // a comparison downwards: "moins de place"
	Onset                          // "depuis quand"
	HowMuch                        // by how much what was said before changes: "de combien"
)

// Has reports whether one of some demands is made.
func (d Demand) Has(any Demand) bool { return d&any != 0 }

// demands reads all of them. The subject and the wish are read before.
func (s *sentence) demands(q *Question) Demand {
	settles := q.Wants.Measured() || q.Wants == Check || q.Wants == Conflict
	var d Demand
	add := func(one Demand, made bool) {
		if made {
			d |= one
		}
	}
	add(Manner, s.manner() && !q.Grows && !s.has(moves))
	add(Meant, s.defines(len(q.Subject)))
	add(Superlative, s.superlative() && !settles)
	add(Duty, s.ought() || q.Wants == Person && (s.says("qui", "doit") || s.says("qui", "doivent")))
	add(Survey, q.Wants == Person && s.endsWithSurvey() || s.onlyTitled(q))
	add(Side, s.stance())
	add(Fewer, s.less())
	add(Onset, s.says("depuis", "quand"))
	return d
}
