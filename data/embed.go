package data

import (
	"embed"
	"io/fs"
	"sync"
)

//go:embed editions lexique.yaml proches.yaml
var published embed.FS

// Published returns the editions of this repository, embedded in the program,
// with its lexicon. It is read once, and shared.
func Published() (*Library, error) { return readPublished() }

var readPublished = sync.OnceValues(func() (*Library, error) {
	c := newCollection(nil)
	c.folder(place{published, "editions", "data/editions"})
	l, faults := c.library()
	return l, faults.Err()
})

// PublishedFiles returns the folder that Published reads, but for the lexicon,
// which is every library's.
func PublishedFiles() fs.FS {
	folder, err := fs.Sub(published, "editions")
	if err != nil {
		panic(err) // unreachable: the name is a valid one
	}
	return folder
}
