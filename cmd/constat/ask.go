package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"constat/bot"
	"constat/bot/answer"
	"constat/bot/console"
)

var ask = command{
	name:     "ask",
	synopsis: "[OPTIONS] QUESTION… | -",
	summary:  "pose une question, ou une conversation : un tour par argument",
	details: `Chaque QUESTION est un tour, entre guillemets ; la réponse au dernier est affichée.
Avec « - », chaque ligne de l'entrée est une conversation à part : un texte, ou
{"id":"q1","state":"","turns":["…","…"]} ; les réponses sortent dans le même ordre.
Sans question, une conversation s'ouvre sur le terminal ; si l'entrée n'est pas un
terminal, chacune de ses lignes est un tour d'une même conversation.`,
	examples: []string{
		`constat ask "quel pourcentage d'intercommunalités ont une stratégie ?"`,
		`constat ask "stratégie transversale 2015 ?" "et dans les interco ?"`,
		`constat ask --format citation "combien de métiers dans les collectivités ?"`,
		`constat ask --format json - < questions.txt`,
	},
	flags: func(fs *flag.FlagSet) func(context.Context, shell, []string) error {
		a := asking{
			data:   dataFlag(fs),
			format: formatFlag(fs, "text", "json", "citation"),
			timing: fs.Bool("timing", false, "ajoute à chaque réponse JSON « micros », la durée du dernier tour en microsecondes"),
		}
		return a.run
	},
}

// asking is one run of ask.
type asking struct {
	data   *string
	format *string
	timing *bool
}

func (o asking) run(ctx context.Context, sh shell, turns []string) error {
	if err := checkTurns("ask", o.typed(), turns); err != nil {
		return err
	}
	if *o.timing && *o.format != "json" {
		return misused("l'option --timing ajoute une clé au JSON : ajoutez --format json.")
	}
	b, err := open(*o.data)
	if err != nil {
		return err
	}
	defer b.Close()
	in, out, interactive := terminal(sh)
	switch {
	case len(turns) == 0 && interactive && *o.format == "text":
		return console.Converse(ctx, b.Handle, in, out, bold(sh))
	case len(turns) == 0:
		return o.talk(ctx, sh, b.Handle)
	case turns[0] == "-":
		first := true
		return eachLine(sh.stdin, func(line string) error {
			err := o.answer(ctx, sh, b.Handle, console.Parse(line), first)
			first = false
			return err
		})
	}
	return o.answer(ctx, sh, b.Handle, console.Conversation{Turns: turns}, true)
}

// answer writes the answer to a conversation.
func (o asking) answer(ctx context.Context, sh shell, handle bot.Handler, c console.Conversation, first bool) error {
	m := c.Last(ctx, handle)
	start := time.Now()
	a := handle(ctx, m)
	return o.write(sh, c.ID, a, time.Since(start), first)
}

// talk answers the lines of an input that is not a terminal as one
// conversation.
func (o asking) talk(ctx context.Context, sh shell, handle bot.Handler) error {
	var took time.Duration
	timed := func(ctx context.Context, m bot.Message) answer.Answer {
		start := time.Now()
		defer func() { took = time.Since(start) }()
		return handle(ctx, m)
	}
	turns, err := console.Talk(ctx, timed, sh.stdin, func(a answer.Answer, first bool) error {
		return o.write(sh, "", a, took, first)
	})
	if err == nil && turns == 0 {
		return misused("aucune question : donnez-la entre guillemets, ou sur l'entrée.")
	}
	return err
}

// write shows one answer, in one write: it is read as soon as it is there.
func (o asking) write(sh shell, id string, a answer.Answer, took time.Duration, first bool) error {
	var text string
	switch *o.format {
	case "json":
		var extra map[string]int64
		if *o.timing {
			extra = map[string]int64{"micros": took.Microseconds()}
		}
		line, err := console.JSON(id, a, extra)
		if err != nil {
			return err
		}
		_, err = sh.stdout.Write(line)
		return err
	case "citation":
		text = console.Clean(a.Sentence()) + "\n"
	default:
		text = console.Text(a, bold(sh))
	}
	if !first {
		text = "\n" + text
	}
	_, err := io.WriteString(sh.stdout, text)
	return err
}

// typed writes the flags again, to show a command to copy.
func (o asking) typed() string {
	var s string
	if *o.data != "" {
		s += " --data " + quoted(*o.data)
	}
	if *o.format != "text" {
		s += " --format " + *o.format
	}
	if *o.timing {
		s += " --timing"
	}
	return s
}

// maxOneWord is how many turns of one word a conversation may hold before it
// is taken for a question whose quotes were forgotten.
const maxOneWord = 2

// checkTurns refuses a question without its quotes, and turns beside "-".
func checkTurns(command, flags string, turns []string) error {
	if slices.Contains(turns, "-") && len(turns) > 1 {
		return misused("« - » lit l'entrée et ne va avec aucune question.")
	}
	words := 0
	for _, t := range turns {
		if len(strings.Fields(t)) == 1 {
			words++
		}
	}
	if words <= maxOneWord {
		return nil
	}
	return &usageError{fmt.Sprintf("la question s'écrit entre guillemets. Tapez :\n  constat %s%s %s", command, flags, quoted(strings.Join(turns, " "))), true}
}

// eachLine does something with every line of the input, as it comes.
func eachLine(in io.Reader, do func(line string) error) error {
	for line, err := range console.Lines(in) {
		if err != nil {
			return fmt.Errorf("l'entrée n'a pas pu être lue jusqu'au bout : %w", err)
		}
		if err := do(line); err != nil {
			return err
		}
	}
	return nil
}

// terminal returns the files of a person at a terminal, and whether there is
// one.
func terminal(sh shell) (in, out *os.File, ok bool) {
	in, isIn := sh.stdin.(*os.File)
	out, isOut := sh.stdout.(*os.File)
	if !isIn || !isOut || sh.getenv("TERM") == "dumb" {
		return nil, nil, false
	}
	return in, out, term.IsTerminal(int(in.Fd())) && term.IsTerminal(int(out.Fd()))
}

// bold reports whether the output is a terminal that shows bold.
func bold(sh shell) bool {
	out, ok := sh.stdout.(*os.File)
	return ok && sh.getenv("NO_COLOR") == "" && sh.getenv("TERM") != "dumb" && term.IsTerminal(int(out.Fd()))
}
