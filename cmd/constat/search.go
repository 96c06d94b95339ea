package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"constat/bot"
	"constat/bot/console"
	"constat/index"
)

var search = command{
	name:     "search",
	synopsis: "[OPTIONS] QUESTION | -",
	summary:  "montre les constats trouvés, leur rang et leurs points",
	details: `Plusieurs QUESTIONS sont les tours d'une conversation, comme pour ask. Avec « - »,
chaque ligne de l'entrée est un texte ou {"id","turns"}, et donne une ligne de JSON :
{"id","hits":[{"finding","score","why"}]}.`,
	examples: []string{
		`constat search "stratégie des intercommunalités"`,
		`constat search --limit 3 --format json "open data"`,
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		o := searching{
			data:   dataFlag(fs),
			limit:  countFlag(fs, "limit", 10, "montre au plus `N` constats (10 par défaut)"),
			format: new(string),
		}
		fs.Func("format", "affiche sous cette `FORME` : text ou json (text par défaut, json avec « - »)", oneOf(o.format, "text", "json"))
		return o.run
	},
}

// searching is one run of search.
type searching struct {
	data   *string
	limit  *int
	format *string // empty when it was not said
}

func (o searching) run(ctx context.Context, sh shell, turns []string) error {
	if len(turns) == 0 {
		return misused("donnez une question entre guillemets, ou « - » pour lire l'entrée.")
	}
	if err := checkTurns("search", "", turns); err != nil {
		return err
	}
	b, err := open(*o.data)
	if err != nil {
		return err
	}
	defer b.Close()
	if turns[0] != "-" {
		return o.search(ctx, sh, b, console.Conversation{Turns: turns}, *o.format == "json")
	}
	return eachLine(sh.stdin, func(line string) error {
		return o.search(ctx, sh, b, console.Parse(line), *o.format != "text")
	})
}

func (o searching) search(ctx context.Context, sh shell, b *bot.Bot, c console.Conversation, asJSON bool) error {
	hits, err := b.Search(ctx, c.Last(ctx, b.Handle), *o.limit)
	if err != nil {
		return fmt.Errorf("la recherche a échoué : %w", err)
	}
	text := hitsText(hits)
	if asJSON {
		if text, err = hitsJSON(c.ID, hits); err != nil {
			return err
		}
	}
	_, err = io.WriteString(sh.stdout, text)
	return err
}

func hitsJSON(id string, hits []index.Hit) (string, error) {
	type hit struct {
		Finding string   `json:"finding"`
		Score   float64  `json:"score"`
		Why     []string `json:"why"`
	}
	line := struct {
		ID   string `json:"id"`
		Hits []hit  `json:"hits"`
	}{id, []hit{}}
	for _, h := range hits {
		line.Hits = append(line.Hits, hit{h.Finding.ID, rounded(h.Score), why(h)})
	}
	text, err := console.Line(line)
	return string(text), err
}

func hitsText(hits []index.Hit) string {
	if len(hits) == 0 {
		return "Aucun constat.\n"
	}
	var b strings.Builder
	for i, h := range hits {
		fmt.Fprintf(&b, "%2d. %s  %s  %s\n", i+1, h.Finding.ID, points(h.Score), h.Finding.Statement)
		fmt.Fprintf(&b, "    %s\n", strings.Join(slices.DeleteFunc(why(h), isZero), " "))
		if len(h.Missing) > 0 {
			fmt.Fprintf(&b, "    ne dit pas : %s\n", strings.Join(h.Missing, ", "))
		}
	}
	return console.Clean(b.String())
}

// why names every point of a hit: "population:+3.0".
func why(h index.Hit) []string {
	all := make([]string, len(h.Why))
	for i, p := range h.Why {
		sign := "+"
		if rounded(p.Value) < 0 {
			sign = ""
		}
		all[i] = p.Name + ":" + sign + points(p.Value)
	}
	return all
}

func isZero(point string) bool { return strings.HasSuffix(point, ":+0.0") }

// points writes a number of points, with at least one decimal.
func points(v float64) string {
	s := strconv.FormatFloat(rounded(v), 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// rounded drops what adding thousandths leaves behind them, and the sign of
// zero.
func rounded(v float64) float64 { return math.Round(v*1000)/1000 + 0 }
