package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

func isHelp(arg string) bool {
	return slices.Contains([]string{"help", "-h", "-help", "--help", "aide"}, arg)
}

// help prints the help of a command, or of the program when none is named.
func help(w io.Writer, names []string) error {
	if len(names) == 0 || isHelp(names[0]) {
		return programHelp(w)
	}
	cmd, ok := lookup(names[0])
	if !ok {
		return unknownCommand(names)
	}
	return cmd.help(w)
}

func programHelp(w io.Writer) error {
	var b strings.Builder
	b.WriteString("constat répond aux questions sur ce qu'un observatoire a publié, avec la formule et la source, ou dit qu'il n'a pas la donnée.\n\n")
	b.WriteString("Usage :\n  constat COMMANDE [OPTIONS] [ARGUMENTS]\n\nCommandes :\n")
	table := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	for _, c := range commands {
		fmt.Fprintf(table, "  %s\t%s\n", c.name, c.summary)
	}
	fmt.Fprintf(table, "  help\taffiche cette aide, ou celle d'une commande\n")
	table.Flush()
	b.WriteString("\nExemples :\n")
	for _, c := range commands {
		b.WriteString("  " + c.examples[0] + "\n")
	}
	b.WriteString("\nSans --data, les éditions contenues dans le programme sont utilisées. Seule serve a besoin de jetons et du réseau.\n")
	b.WriteString("Code de sortie : 0 si tout va bien (une abstention aussi), 1 en cas d'échec, 2 si la commande est mal tapée.\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func (c command) help(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "constat %s : %s\n\nUsage :\n  constat %s %s\n", c.name, c.summary, c.name, c.synopsis)
	if c.details != "" {
		b.WriteString("\n" + c.details + "\n")
	}
	b.WriteString("\nOptions :\n")
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	c.flags(fs)
	table := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	fs.VisitAll(func(f *flag.Flag) {
		value, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(table, "  %s\t%s\n", strings.TrimSpace("--"+f.Name+" "+value), usage)
	})
	fmt.Fprintf(table, "  --help\taffiche cette aide\n")
	table.Flush()
	b.WriteString("\nLes options se placent avant ou après les arguments ; « -- » y met fin.\n\nExemples :\n")
	for _, e := range c.examples {
		b.WriteString("  " + e + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
