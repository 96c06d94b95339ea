package data

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"constat/data/figure"
	"constat/data/lexicon"
)

// figure reads a "chiffre": the figure in its source's words, or the long form
// that says what the words alone do not.
func (r *reader) figure(n *yaml.Node) *figure.Figure {
	n = resolve(n)
	if n.Kind == yaml.MappingNode && hasAny(n, "formule", "valeur", "unite", "moderateur") {
		return r.longFigure(n)
	}
	var wording string
	if r.phrase(&wording)(n); wording == "" {
		return nil
	}
	f, ok := figure.Read(wording)
	switch {
	case isAboveWhole(wording):
		r.fault(n, "« %s » : une part ne dépasse pas 100 %%. %s", shortened(wording), changeAdvice)
	case !ok && isReversed(wording):
		r.fault(n, "« %s » finit avant de commencer : écrivez la plus petite borne d'abord.", shortened(wording))
	case !ok && (n.Tag == "!!int" || n.Tag == "!!float"):
		r.fault(n, "« %s » est un nombre sans unité : écrivez la formule de la source, par exemple « %s %% des communes ».", wording, wording)
	case !ok:
		r.fault(n, "« %s » ne se lit pas comme un chiffre : reprenez les mots de la source, écrivez la forme longue (formule, valeur, unite, moderateur) ou, pour un rang ou un décompte, « liste ».", shortened(wording))
	default:
		if wrong := boundsFault(f); wrong != "" {
			r.fault(n, "« %s » %s", shortened(wording), wrong)
			return nil
		}
		return &f
	}
	return nil
}

// aboveWhole is a percentage of more than a hundred.
var aboveWhole = regexp.MustCompile(`(?:^|[^\d.,])(?:1\d\d|[2-9]\d\d|\d{4,})(?:[.,]\d+)?[ \x{A0}\x{202F}]*(?:%|pour ?cent)`)

// interval is two numbers that bound a figure.
var interval = regexp.MustCompile(`(\d+(?:[.,]\d+)?)[ %\x{A0}\x{202F}]*(?:à|et|-|–)[ \x{A0}\x{202F}]*(\d+(?:[.,]\d+)?)`)

// isReversed reports whether an interval gives its upper bound first.
func isReversed(wording string) bool {
	m := interval.FindStringSubmatch(wording)
	if m == nil {
		return false
	}
	number := func(s string) float64 {
		v, _ := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		return v
	}
	return number(m[2]) < number(m[1])
}

// changes are the words by which a percentage may be of more than a hundred.
var changes = regexp.MustCompile(`(?i)hausse|augment|croiss|croît|progress|bond|gagn|multipl|évol|supplément|\+`)

const changeAdvice = "Si c'est une évolution, gardez les mots qui le disent (« en hausse de 120 % »)."

// isAboveWhole reports whether a wording gives a share of more than the whole.
func isAboveWhole(wording string) bool {
	return aboveWhole.MatchString(wording) && !changes.MatchString(wording)
}

// boundsFault returns what no true figure says of itself, or "".
func boundsFault(f figure.Figure) string {
	if f.Low != nil && f.High != nil && *f.Low > *f.High {
		return "finit avant de commencer : écrivez la plus petite borne d'abord."
	}
	if f.Kind != figure.Share && f.Kind != figure.FromTo {
		return ""
	}
	for _, v := range []*float64{f.Value, f.From, f.Low, f.High} {
		if v != nil && (*v > 100 || *v < 0 || math.IsNaN(*v)) {
			return "n'est pas une part possible : elle est comprise entre 0 et 100 %."
		}
	}
	return ""
}

// A declared figure is what the long form says beside its wording.
type declared struct {
	wording   string
	value     *float64
	unit      string
	qualifier string // empty when exact or not said
	exact     bool   // "exact" was written
}

// qualifiers are those that the long form may name.
var qualifiers = []string{exactly, "environ", "près de", "presque", "à peine", "moins de", "au plus", "jusqu'à",
	"plus de", "un peu plus de", "au moins", "majorité", "quasi-totalité", "peu"}

const exactly = "exact"

func (r *reader) longFigure(n *yaml.Node) *figure.Figure {
	var d declared
	noted := len(*r.faults)
	r.mapping(n, "« chiffre »", []field{
		req("formule", r.phrase(&d.wording)),
		opt("valeur", r.number(&d.value)),
		opt("unite", r.text(&d.unit)),
		opt("moderateur", choice(r, &d.qualifier, "un modérateur", qualifiers...)),
	})
	if wrong, _ := (*r.faults)[noted:].Split(); len(wrong) > 0 {
		return nil
	}
	if d.qualifier == exactly {
		d.qualifier, d.exact = "", true
	}
	at := func(key string) *yaml.Node {
		if v, ok := child(n, key); ok {
			return resolve(v)
		}
		return n
	}
	if isAboveWhole(d.wording) {
		r.fault(at("formule"), "« %s » : une part ne dépasse pas 100 %%. %s", shortened(d.wording), changeAdvice)
		return nil
	}
	all := readings(d.wording)
	said := func(f figure.Figure) bool { return folded(f.Qualifier) == folded(d.qualifier) }
	if d.qualifier != "" && !says(d.wording, d.qualifier) && !slices.ContainsFunc(all, said) {
		r.fault(at("moderateur"), "le modérateur « %s » n'est pas dans la formule « %s ».", d.qualifier, shortened(d.wording))
		return nil
	}
	if d.value != nil {
		if wrong := d.impossible(); wrong != "" {
			r.fault(at("valeur"), "%s", wrong)
			return nil
		}
	}
	f, key, wrong := d.agree(all)
	if wrong != "" {
		r.fault(at(key), "%s", wrong)
		return nil
	}
	if wrong := boundsFault(f); wrong != "" {
		r.fault(n, "« %s » %s", shortened(d.wording), wrong)
		return nil
	}
	f.Wording = d.wording
	return &f
}

// readings returns how a wording may be read: as a whole, or each of the
// figures it holds.
func readings(wording string) []figure.Figure {
	var all []figure.Figure
	if f, ok := figure.Read(wording); ok {
		all = append(all, f)
	}
	for _, s := range figure.Find(wording) {
		all = append(all, s.Figure)
	}
	return all
}

// says reports whether a wording holds a qualifier, elided or contracted:
// "plus d'un quart" and "plus du tiers" say "plus de".
func says(wording, qualifier string) bool {
	if contains(wording, qualifier) {
		return true
	}
	if stem, ok := strings.CutSuffix(qualifier, " de"); ok {
		for _, form := range []string{"d", "du", "des"} {
			if contains(wording, stem+" "+form) {
				return true
			}
		}
	}
	if stem, ok := strings.CutSuffix(qualifier, " à"); ok || strings.HasSuffix(qualifier, "'à") {
		stem = strings.TrimSuffix(stem, "'à")
		return contains(wording, stem+" au") || contains(wording, stem+" aux") || contains(wording, strings.TrimSuffix(qualifier, "'à")+" au")
	}
	return false
}

// contains reports whether the words of a part follow each other in a text.
func contains(text, part string) bool {
	return strings.Contains(" "+folded(text)+" ", " "+folded(part)+" ")
}

// folded returns the folded words of a text, between single spaces.
func folded(s string) string {
	words := lexicon.Words(s)
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}

// impossible returns why a value cannot be, or "".
func (d declared) impossible() string {
	v := *d.value
	if whole, ok := outOf(d.unit); ok {
		if v > whole || v < 0 {
			return fmt.Sprintf("%s sur %s n'est pas une part possible.", french(v), french(whole))
		}
	}
	return ""
}

// agree returns the reading of the words that says what is declared. When none
// does, it returns the key that is at fault, and why.
func (d declared) agree(all []figure.Figure) (f figure.Figure, key, wrong string) {
	if len(all) == 0 {
		switch {
		case d.value != nil:
			return f, "valeur", fmt.Sprintf("la formule « %s » ne contient pas de nombre que l'on sache lire : retirez « valeur », ou reprenez les mots de la source.", shortened(d.wording))
		case d.qualifier == "":
			return f, "formule", fmt.Sprintf("« %s » ne se lit pas comme un chiffre : ajoutez son « moderateur », ou retirez « chiffre » (un rang ou un décompte va dans « liste »).", shortened(d.wording))
		}
		return figure.Figure{Wording: d.wording, Qualifier: d.qualifier, Kind: figure.Share, Unit: "percent", Approximate: true}, "", ""
	}
	key, wrong = "valeur", ""
	best := -1 // how many of value, unit and qualifier the nearest reading grants
	for _, f := range all {
		granted, k, w := d.compare(f)
		if w == "" {
			if annual(d.unit) {
				f.Kind, f.Unit = figure.Change, "percent_per_year"
			}
			return f, "", ""
		}
		if granted > best {
			best, key, wrong = granted, k, w
		}
	}
	return f, key, wrong
}

// compare looks at one reading. It returns how much of it agrees, and what
// does not.
func (d declared) compare(f figure.Figure) (granted int, key, wrong string) {
	scale, unitOK := scaleOf(d.unit, f)
	if !unitOK {
		return 0, "unite", fmt.Sprintf("l'unité « %s » ne s'accorde pas avec la formule « %s », qui se lit en %s.", shortened(d.unit), shortened(d.wording), frenchUnit(f.Unit))
	}
	if d.value != nil {
		if f.Value == nil {
			return 1, "valeur", fmt.Sprintf("la formule « %s » ne nomme pas un nombre précis : retirez « valeur ».", shortened(d.wording))
		}
		said := *d.value * scale
		if !close(said, *f.Value) && !(f.Kind == figure.Change && close(-said, *f.Value)) {
			return 1, "valeur", fmt.Sprintf("la valeur %s ne s'accorde pas avec la formule « %s », qui se lit %s.", strings.TrimSpace(french(*d.value)+" "+d.unit), shortened(d.wording), d.read(f))
		}
	}
	if d.exact && f.Qualifier != "" {
		return 2, "moderateur", fmt.Sprintf("la formule « %s » n'est pas exacte : elle dit « %s ».", shortened(d.wording), f.Qualifier)
	}
	if d.qualifier != "" && f.Value != nil && folded(d.qualifier) != folded(f.Qualifier) {
		if f.Qualifier == "" {
			return 2, "moderateur", fmt.Sprintf("le modérateur « %s » ne porte pas sur le chiffre de la formule « %s ».", d.qualifier, shortened(d.wording))
		}
		return 2, "moderateur", fmt.Sprintf("le modérateur de la formule « %s » est « %s », et non « %s ».", shortened(d.wording), f.Qualifier, d.qualifier)
	}
	return 3, "", ""
}

// close reports whether two numbers are the same but for the rounding of a
// fraction.
func close(a, b float64) bool {
	const rounding = 0.005 // a third is written 33.33
	return math.Abs(a-b) <= max(rounding, 1e-6*math.Abs(b))
}

// number reads a decimal number.
func (r *reader) number(dst **float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		n, ok := r.scalar(n, "un nombre")
		if !ok {
			return
		}
		v, err := strconv.ParseFloat(n.Value, 64)
		switch {
		case err == nil && !isPlain(n):
			r.fault(n, "« %s » est entre guillemets et se lit comme un texte : enlevez les guillemets.", shortened(n.Value))
		case decimal.MatchString(n.Value) && err == nil:
			*dst = &v
		case frenchDecimal.MatchString(n.Value):
			r.fault(n, "« %s » s'écrit ici avec un point : %s.", n.Value, strings.Replace(n.Value, ",", ".", 1))
		case spacedDigit.MatchString(n.Value):
			r.fault(n, "« %s » n'est pas un nombre%s", shortened(n.Value), integerAdvice(n.Value))
		default:
			r.fault(n, "« %s » n'est pas un nombre : écrivez-le en chiffres, et son unité dans « unite ».", shortened(n.Value))
		}
	}
}

var (
	decimal       = regexp.MustCompile(`^[-+]?\d{1,15}(\.\d{1,6})?$`)
	frenchDecimal = regexp.MustCompile(`^[-+]?\d{1,15},\d{1,6}$`)
)
