package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestClassOf(t *testing.T) {
	for class, words := range map[Class]string{
		// What names, negates, counts, compares or measures a subject is kept.
		Subject: `strategie numerique cloud hausse baisse stable premier premiere leader tete grand grande petit petites nouveau nouveaux
			deployer deploye lancer lance engager engagee nommer nomme participer participent moyens besoins cours train voie mode genre
			publication evolution 2015 % xyz totalement uniquement exclusivement partiellement obligatoirement cher`,
		Function: "le la les de d n pas plus moins sans aucun ont a est et ou celles deja devraient face",
		Asking:   "quel combien pourcentage part taux cb merci svp bonjour cc quand comment jms pcq rebonjour mouais aimerions",
		Study:    "edition enquete observatoire barometre annee",
		Light: `recense recenser comptent compter existe existait estiment estimaient juge jugent jugeait declarent repondent repondu
			constatent different actuellement autres hors valeur niveau territoire locales place tiers majorite personnes`,
	} {
		for _, w := range strings.Fields(words) {
			if got := ClassOf(w); got != class {
				t.Errorf("%q is of class %d, want %d", w, got, class)
			}
		}
	}
}

// A word in two lists has the class of the last one, silently.
func TestListsAreFoldedAndApart(t *testing.T) {
	seen := map[string]int{}
	for i, list := range []string{functionWords, askingWords, studyWords, lightWords, greetingWords, fillerWords, wishingWords} {
		for _, w := range strings.Fields(list) {
			if Fold(w) != w || len(Words(w)) != 1 {
				t.Errorf("%q is not one folded word", w)
			}
			if other, ok := seen[w]; ok && other != i {
				t.Errorf("%q is in two lists", w)
			}
			seen[w] = i
		}
	}
}

// Short forms stand for one word each, which is no short form itself.
func TestWhole(t *testing.T) {
	for short, whole := range map[string]string{"jms": "jamais", "cmb": "combien", "pcq": "parce", "pb": "probleme", "tt": "tout", "compost": "compost"} {
		if got := Whole(short); got != whole {
			t.Errorf("%q is short for %q, want %q", short, got, whole)
		}
	}
	for short, whole := range shortSpellings {
		if Fold(short) != short || len(Words(short)) != 1 || Whole(whole) != whole || ClassOf(short) == Subject {
			t.Errorf("%q for %q", short, whole)
		}
	}
}

func TestVerbForms(t *testing.T) {
	for infinitive, want := range map[string]string{
		"recenser":   "recenser recense recensent recensait recenseront recensee",
		"juger":      "juger juge jugent jugeait jugeant jugeons",
		"considerer": "considere considerent consideraient",
		"repondre":   "repondre repond repondent repondu repondaient repondant",
	} {
		forms := verbForms(infinitive)
		for _, w := range strings.Fields(want) {
			if !slices.Contains(forms, w) {
				t.Errorf("%q is no form of %q: %v", w, infinitive, forms)
			}
		}
	}
	if slices.Contains(verbForms("repondre"), "reponre") {
		t.Error("a form without its d")
	}
}
