package question

import (
	"slices"

	"constat/data/lexicon"
)

// A Demand is what a finding's own words must tell beside the subject of the
// question. Demands add up; the zero value asks for nothing.
type Demand uint32

// The demands.
const (
	Manner      Demand = 1 << iota // how a thing is done: no figure tells
	Meant                          // what a thing is
	Superlative                    // which one is the most so: only a ranking tells
	Duty                           // what one should do
	Survey                         // the survey itself: "qui finance l'observatoire ?"
	Side                           // who is for or against it
	Fewer                          // a comparison downwards: "moins de place"
	Onset                          // since when
	HowMuch                        // by how much a thing changes: "de combien"
	Numerous                       // who are more: "plus nombreux que"
	Day                            // on which day
	Moment                         // when a thing is or was, not by when people plan it
	Done                           // what is done in fact: "réellement", "réalisés"
	Gauge                          // how much a thing is or grows: "quel est le budget"
	Members                        // which ones: "quels outils"
	Headcount                      // how many there are at a place
	Located                        // where a thing lies, or was born
	Speaker                        // who said it
	Placed                         // where it stands in a ranking
	Existing                       // how many of a population there are
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
	surpassing, most := s.superlative()
	q.Surpassing, q.Gauge, q.Members = surpassing, s.gauge(), s.members()
	if most {
		q.Ranked = s.asksOf()
	}
	add(Manner, s.manner() && !q.Grows && !s.has(moves))
	add(Meant, s.defines(len(q.Subject)))
	add(Superlative, (most || s.arrives()) && !settles)
	add(Duty, s.ought() && !q.Lasting() || // "combien de temps faut-il": what it takes
		q.Wants == Person && (s.says("qui", "doit") || s.says("qui", "doivent")))
	add(Survey, q.Wants == Person && s.endsWithSurvey() || s.onlyTitled(q))
	add(Side, s.stance())
	add(Fewer, s.less())
	add(Onset, s.onset())
	add(HowMuch, q.Wants.Measured() && ((q.Grows || s.has(falls) || s.has(rises)) && (s.byHowMuch() || s.byWhatShare()) || s.fromTo() >= 0))
	add(Numerous, s.outnumbers())
	add(Day, q.Wants == Date && s.asksDay())
	add(Moment, q.Wants == Date && len(q.Quoted) == 0 && q.Stage&lexicon.Planned == 0 && !s.forward())
	add(Done, q.Stage&lexicon.Planned == 0 && s.has(doing))
	add(Speaker, s.said != nil)
	add(Placed, s.ranks != nil)
	add(Existing, s.existing(q) >= 0)
	add(Gauge, q.Gauge != "")
	add(Members, q.Members != "")
	add(Located, q.Wants == Place && s.lies())
	add(Headcount, q.Wants == Number && len(q.Subject) > 0 && !slices.ContainsFunc(q.Subject, func(w string) bool {
		return !slices.Contains(q.Among, w) || !slices.Contains(q.Proper, w)
	}))
	return d
}

// doing words insist that a thing is done, not planned.
var doing = set("reellement effectivement vraiment realise realises realisee realisees effectue effectues effectuee effectuees")
