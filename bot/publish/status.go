package publish

import (
	"fmt"
	"strings"
)

// Status is what an admin is shown.
type Status struct {
	Live     Live
	State    string // the state folder; empty when there is none, and nothing can be published
	Editions []Edition
	// Folder is what publishing the --data folder alone would change: nothing
	// when all its lists are empty. Its answers are not compared. It is nil
	// without such a folder, and when the folder cannot be read.
	Folder *Impact
	// FolderFault is why the --data folder cannot be read: its faults.
	FolderFault error
}

// An Edition is one that answers.
type Edition struct {
	Series      string
	Year        int // 0 when none is known
	Observatory string
	Findings    int
}

// Editions lists what answers, as the library orders it.
func (p *Publisher) Editions() []Edition {
	var list []Edition
	for _, e := range p.bot.Library().Editions {
		list = append(list, Edition{e.Series, e.Year, e.Observatory, len(e.Findings)})
	}
	return list
}

// Status tells what answers, and whether the --data folder says something
// else. It reads the folder.
func (p *Publisher) Status() Status {
	s := Status{Live: p.Live(), State: p.options.State, Editions: p.Editions()}
	if p.options.Data == "" {
		return s
	}
	folder, err := openData(p.options.Data)
	if err != nil {
		s.FolderFault = err
		return s
	}
	changes := difference(p.bot.Library(), folder.library)
	s.Folder = &changes
	return s
}

// Summary says in a few words what changes in what is published: "2 ajoutés,
// 1 modifié"; empty when nothing does.
func (i Impact) Summary() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{len(i.Added), "ajouté"}, {len(i.Changed), "modifié"}, {len(i.Removed), "retiré"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s%s", p.n, p.what, plural(p.n)))
		}
	}
	return strings.Join(parts, ", ")
}
