package main

import (
	"cmp"
	"errors"
	"flag"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parse sets the flags that stand anywhere among the arguments, and returns
// the others. "--" ends the flags; "-" is an argument. The flag package tells
// its errors in English, so only its values are used: every error is a
// usageError in French, or flag.ErrHelp.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		if arg == "--" {
			return append(rest, args...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		name, value, given := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		if strings.ContainsFunc(name, unicode.IsSpace) { // a question that begins with a dash
			rest = append(rest, arg)
			continue
		}
		if name == "h" || name == "help" {
			return nil, flag.ErrHelp
		}
		f := fs.Lookup(name)
		if f == nil {
			return nil, unknownFlag(fs, arg)
		}
		switch {
		case given:
		case isSwitch(f):
			value = "true"
		case len(args) > 0:
			value, args = args[0], args[1:]
		}
		if value == "" {
			return nil, misused("l'option --%s attend une valeur.", name)
		}
		if err := fs.Set(name, value); err != nil {
			if isSwitch(f) {
				return nil, misused("l'option --%s ne prend pas de valeur.", name)
			}
			return nil, misused("l'option --%s n'accepte pas « %s » : %v.", name, value, err)
		}
	}
	return rest, nil
}

// isSwitch tells a flag that takes no value.
func isSwitch(f *flag.Flag) bool {
	b, ok := f.Value.(interface{ IsBoolFlag() bool })
	return ok && b.IsBoolFlag()
}

func unknownFlag(fs *flag.FlagSet, arg string) error {
	var names []string
	fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if near := nearest(strings.Trim(arg, "-"), names, 1); len(near) > 0 {
		return misused("l'option « %s » n'existe pas ; vouliez-vous taper « --%s » ?", arg, near[0])
	}
	return misused("l'option « %s » n'existe pas ; « -- » avant un texte qui commence par un tiret.", arg)
}

// dataFlag declares --data.
func dataFlag(fs *flag.FlagSet) *string {
	return fs.String("data", "", "lit les éditions de ce `DOSSIER`, au lieu de celles du programme")
}

// formatFlag declares --format; the first of the formats is the default.
func formatFlag(fs *flag.FlagSet, formats ...string) *string {
	chosen := formats[0]
	fs.Func("format", "affiche sous cette `FORME` : "+either(formats)+" ("+chosen+" par défaut)", oneOf(&chosen, formats...))
	return &chosen
}

// oneOf sets a value to one of some words.
func oneOf(chosen *string, words ...string) func(string) error {
	return func(s string) error {
		if !slices.Contains(words, s) {
			return errors.New("choisissez " + either(words))
		}
		*chosen = s
		return nil
	}
}

func either(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " ou " + words[last]
}

// countFlag declares a flag that takes a whole number from 1.
func countFlag(fs *flag.FlagSet, name string, value int, usage string) *int {
	fs.Func(name, usage, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return errors.New("il faut un nombre entier, 1 ou plus")
		}
		value = n
		return nil
	})
	return &value
}

// quoted writes a text as one word of a POSIX shell, between double quotes.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`, "`", "\\`").Replace(s) + `"`
}

// shellWord writes a text as one word of a POSIX shell, quoted where it must be.
func shellWord(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/._-", r)
	}) {
		return quoted(s)
	}
	return s
}

// nearest returns at most n of the names that differ from a word by few
// letters, the nearest first and in the order of names among equals.
func nearest(word string, names []string, n int) []string {
	type near struct {
		name     string
		distance int
	}
	var all []near
	for _, name := range names {
		if d := distance([]rune(word), []rune(name)); d <= max(2, utf8.RuneCountInString(word)/2) {
			all = append(all, near{name, d})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	var best []string
	for _, a := range all[:min(n, len(all))] {
		best = append(best, a.name)
	}
	return best
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			changed := diagonal
			if a[i] != b[j] {
				changed++
			}
			diagonal = row[j+1]
			row[j+1] = min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
