package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Fault is one thing that is wrong in a file, told in French to the person
// who wrote it: what is wrong, and how to mend it.
type Fault struct {
	File    string // as the reader was given it
	Line    int    // from 1
	Column  int    // from 1; 0 when the line says enough
	Finding string // id of the finding it stands in; empty outside of one
	Message string
	Warning bool // the file is usable all the same
}

// String returns "file:line: finding: message", with the column after the
// line when it is known and without the finding when there is none.
func (f Fault) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:", f.File, f.Line)
	if f.Column > 0 {
		fmt.Fprintf(&b, "%d:", f.Column)
	}
	if f.Finding != "" {
		fmt.Fprintf(&b, " %s:", f.Finding)
	}
	if f.Warning {
		b.WriteString(" avertissement :")
	}
	b.WriteString(" " + f.Message)
	return b.String()
}

// Faults are the faults of everything that was read, by file, then line, then
// column.
type Faults []Fault

// Err returns the faults that are not warnings as one error, or nil when there
// is none.
func (fs Faults) Err() error {
	if wrong, _ := fs.Split(); len(wrong) > 0 {
		return wrong
	}
	return nil
}

// Error returns the faults, one a line.
func (fs Faults) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Split returns the faults that forbid loading, and the warnings.
func (fs Faults) Split() (wrong, warnings Faults) {
	for _, f := range fs {
		if f.Warning {
			warnings = append(warnings, f)
		} else {
			wrong = append(wrong, f)
		}
	}
	return wrong, warnings
}

// sort orders the faults as they are shown, and drops those said twice.
func (fs *Faults) sort() {
	slices.SortFunc(*fs, func(a, b Fault) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			strings.Compare(a.Finding, b.Finding),
			strings.Compare(a.Message, b.Message),
		)
	})
	*fs = slices.Compact(*fs)
}
