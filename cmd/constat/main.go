// Constat answers questions about what an observatory published, and always
// says where the figure is printed. This folder is flags and environment: one
// file a subcommand, everything else is a package.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// commands is the table of subcommands, in the order that help shows them.
var commands = []command{ask, show, search, figures, check, evaluate, publishing, versions, rollback, report, doctor, serve, slackCommand, discordCommand}

// A command is one subcommand. Its texts are French.
type command struct {
	name     string
	synopsis string // what follows the name
	summary  string // one line, for the list of commands
	details  string // what help says more
	examples []string
	// flags declares the flags of one run, and returns what runs it once they
	// are set, with the arguments that are not flags.
	flags func(*flag.FlagSet) func(context.Context, shell, []string) error
}

// A shell is what a command is given of the world.
type shell struct {
	getenv func(string) string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// A usageError is a command that was typed wrong: exit code 2.
type usageError struct {
	message string
	told    bool // the message says what to type: no need to name the help
}

func (e *usageError) Error() string { return e.message }

func misused(format string, args ...any) error {
	return &usageError{message: fmt.Sprintf(format, args...)}
}

// errFailed is a failure of which everything was printed already: exit code 1.
var errFailed = errors.New("failed")

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr))
}

// run does what the arguments say and returns the exit code: 0 when it is
// done, 1 when it failed, 2 when it was typed wrong.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) int {
	name, err := dispatch(ctx, args, shell{getenv, stdin, stdout, stderr})
	var wrong *usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "constat : %s\n", wrong.message)
		if !wrong.told {
			fmt.Fprintf(stderr, "Pour l'aide : %s\n", strings.TrimSpace("constat help "+name))
		}
		return 2
	case !errors.Is(err, errFailed):
		fmt.Fprintf(stderr, "constat : %s\n", sentence(err.Error()))
	}
	return 1
}

// sentence ends an error that is one line with a full stop. Several lines end
// as they are: the last may be a command to copy.
func sentence(text string) string {
	if strings.Contains(text, "\n") || slices.ContainsFunc([]string{".", "!", "?", "…"}, func(end string) bool { return strings.HasSuffix(text, end) }) {
		return text
	}
	return text + "."
}

// dispatch runs the command that the arguments name, and returns its name.
func dispatch(ctx context.Context, args []string, sh shell) (string, error) {
	if len(args) == 0 || isHelp(args[0]) {
		return "", help(sh.stdout, args[min(1, len(args)):])
	}
	cmd, ok := lookup(args[0])
	if !ok {
		return "", unknownCommand(args)
	}
	fs := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	do := cmd.flags(fs)
	rest, err := parse(fs, args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		return cmd.name, cmd.help(sh.stdout)
	case err != nil:
		return cmd.name, err
	}
	return cmd.name, do(ctx, sh, rest)
}

func lookup(name string) (command, bool) {
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == name })
	if i < 0 {
		return command{}, false
	}
	return commands[i], true
}

// misplacedOption tells of an option that stands before the command: where it
// goes, if a command has it.
func misplacedOption(arg string) error {
	name, _, _ := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	for _, c := range commands {
		fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
		c.flags(fs)
		if fs.Lookup(name) != nil {
			return misused("une option se place après la commande : constat %s %s", c.name, arg)
		}
	}
	return misused("l'option « %s » n'existe pas, et une option se place après la commande.", arg)
}

func unknownCommand(args []string) error {
	name := args[0]
	if len(strings.Fields(name)) > 1 { // a question without its command
		return &usageError{fmt.Sprintf("pour poser une question, tapez :\n  constat ask %s", quoted(name)), true}
	}
	if strings.HasPrefix(name, "-") {
		return misplacedOption(name)
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	if near := nearest(name, names, 1); len(near) > 0 {
		return misused("la commande « %s » n'existe pas ; vouliez-vous taper « %s » ?", name, near[0])
	}
	return misused("la commande « %s » n'existe pas. Les commandes sont %s.", name, strings.Join(names, ", "))
}
