package answer

import (
	"slices"

	"constat/bot/question"
	"constat/index"
)

// aimsElsewhere reports that the finding has a verb of the question, in the
// infinitive, done to another thing, and names the thing asked elsewhere:
// "comptent sur le compost pour rendre le sol fertile", for who asks how to
// make the compost fertile.
func (r roles) aimsElsewhere(asked question.Deed, h index.Hit) bool {
	object := asked.Others[0]
	if r.saysOtherwise(h, object) {
		return false
	}
	another, named := false, false
	isObject := func(t question.Thing) bool { return formsOfOne(t.Head, object.Head) }
	for _, d := range r.told {
		switch {
		case d.Aim && kin(d.Verb, asked.Verb):
			if isObject(d.Others[0]) {
				return false
			}
			another = true
		case !d.Aim:
			named = named || slices.ContainsFunc(d.Agents, isObject) || slices.ContainsFunc(d.Others, isObject)
		}
	}
	return another && named
}
