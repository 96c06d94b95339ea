package answer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"constat/bot/question"
	"constat/data"
	"constat/data/lexicon"
)

// fitYears: an edition or year that is asked must match exactly.
func fitYears(l *data.Library, q question.Question, f *data.Finding) fit {
	if q.Rank != 0 && !l.Ranked(q.Rank, f.Edition) {
		return conflicts
	}
	if q.After != 0 && max(lastYear(f), f.Horizon) <= q.After && !contains(f.Statement, fmt.Sprintf("que %d", q.After)) && !contains(f.Statement, fmt.Sprintf("après %d", q.After)) {
		return conflicts
	}
	if q.Horizon != 0 && f.Horizon != q.Horizon {
		return conflicts
	}
	if len(q.Years) == 2 && f.Edition.Period == fmt.Sprintf("%d-%d", q.Years[0], q.Years[1]) {
		return matches // "l'étude 2013-2015"
	}
	about := f.About()
	looksBack := len(q.Years) == 2 && f.Edition.Year == q.Years[1] && f.Figure == nil && contains(f.Statement, strconv.Itoa(q.Years[0])) // "2015 par rapport à 2014"
	for _, y := range q.Years {
		if !slices.Contains(about, y) && !looksBack && !(y == f.Horizon && (q.Opinion || q.Stage == lexicon.Planned)) { // "prêts pour mai 2018"
			return conflicts
		}
	}
	return matches
}

func fitStage(q question.Question, f *data.Finding) fit {
	stage, exclusive := data.Stages[f.Status]
	opinion := (f.Status == data.Perception || f.Status == data.Ranking) && f.Figure != nil
	switch {
	case q.Stage == 0 && opinion && !q.Opinion && q.Wants == question.Check && len(q.Quoted) > 0:
		return conflicts // an opinion confirms no fact
	case q.Stage == 0 && q.Wants == question.Check && f.Status == data.Planned:
		return conflicts // what is planned does not confirm what is done
	case q.Stage == 0 && f.Status == data.Planned && q.Horizon == 0 && !q.Opinion && q.Verbless && !q.Followed && q.Wants == question.Share:
		return conflicts // "part des communes avec un compost" is no question about who means to have one
	case q.Stage == 0 && (f.Status == data.Planned || f.Status == data.Perception && !q.Opinion && q.Wants.Measured()) && q.Horizon == 0 && asDone(q, f):
		return conflicts // "combien versent" is no question about who means to, or finds it hard
	case q.Stage == 0:
		return matches
	case f.Status == data.None && !q.Negative:
		if !q.Wants.Measured() && q.Wants != question.Check {
			return matches // "ça existe ?": no
		}
		return conflicts
	case exclusive && stage != q.Stage:
		return conflicts
	case !exclusive && !opinion && f.Status != data.None && (q.Restaged || q.Unstated) && q.Followed && q.Wants.Measured():
		return conflicts // "et adoptés ?" asks another figure than one of no stage
	case opinion && !q.Opinion && !(q.Negative && f.Denies) && (q.Stage != lexicon.Planned || f.Horizon == 0) && (q.Wants.Measured() || q.Wants == question.Check):
		return conflicts // what people wish, expect or put first is not what they do
	}
	return matches
}

// asDone reports that the question says in a finite verb what a finding says
// as an infinitive only: "combien versaient", of those who "envisagent de
// verser".
func asDone(q question.Question, f *data.Finding) bool {
	said := lexicon.Words(f.Statement)
	return slices.ContainsFunc(q.Subject, func(asked string) bool {
		return slices.ContainsFunc(said, func(w lexicon.Word) bool { return conjugates(asked, w.Text) }) &&
			!slices.ContainsFunc(said, func(w lexicon.Word) bool { return w.Text == asked })
	})
}

// thinks reports a finding of what people think or hope that they can do:
// "pense pouvoir appliquer".
func thinks(f *data.Finding) bool {
	words := lexicon.Words(f.Statement)
	return f.Status == data.Perception && slices.ContainsFunc(words[:max(0, len(words)-1)], func(w lexicon.Word) bool {
		return slices.ContainsFunc(thinking, func(root string) bool { return strings.HasPrefix(w.Text, root) })
	}) && slices.ContainsFunc(words, func(w lexicon.Word) bool { return w.Text == "pouvoir" || w.Text == "savoir" || w.Text == "etre" })
}

// finite are the endings of the third person, in the tenses of surveys.
var finite = []string{"ent", "ait", "aient", "issent", "issait", "issaient"}

// conjugates reports whether a folded word is a third person of an infinitive
// in -er or -ir.
func conjugates(word, infinitive string) bool {
	stem, ok := strings.CutSuffix(infinitive, "er")
	if !ok {
		stem, ok = strings.CutSuffix(infinitive, "ir")
	}
	if !ok || len(stem) < 3 {
		return false
	}
	ending, ok := strings.CutPrefix(word, stem)
	return ok && slices.Contains(finite, ending)
}

// fitPolarity: who does not is answered only by a finding that counts them;
// the complement of a published share never is.
func fitPolarity(q question.Question, f *data.Finding) fit {
	switch {
	case q.Resized:
		return conflicts
	case q.Partly && f.Figure != nil:
		return conflicts
	case q.Doubly && (q.Wants.Measured() || q.Wants == question.Check):
		return conflicts
	case namesLack(q, f):
		if q.Negative {
			return conflicts // "ne sont pas en retard"
		}
		return matches
	case q.Wants == question.Check && len(q.Quoted) == 0, q.Negative == f.Denies, !q.Negative && !q.Wants.Measured() && q.Wants != question.Check:
		return matches
	}
	return conflicts
}

// namesLack reports that a finding denies, and that its indicator and the
// question name by the same noun what is lacking: "en retard" asks for those
// who did nothing.
func namesLack(q question.Question, f *data.Finding) bool {
	return f.Denies && slices.ContainsFunc(lexicon.Words(f.Indicator), func(w lexicon.Word) bool {
		return lacks[w.Text] && slices.ContainsFunc(q.Subject, func(said string) bool { return beginsAs(said, w.Text) })
	})
}

// lacks are nouns that deny by themselves.
var lacks = map[string]bool{
	"retard": true, "absence": true, "manque": true, "ignorance": true, "meconnaissance": true, "inaction": true,
	"defaut": true, "gratuite": true, "suppression": true, "refus": true, "rejet": true, "abandon": true, "desinteret": true, "penurie": true,
}

// beginsAs reports whether two words begin with the same letters: "gratuitement"
// and "gratuité".
func beginsAs(a, b string) bool {
	const enough = 6
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return a == b || n >= enough
}
