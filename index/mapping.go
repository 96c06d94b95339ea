package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"

	"constat/index/french"
)

// text is the one field of a document: everything that a finding says, in
// one. A title of its own, or a field for each kind of text, ranks worse: the
// sources of an edition share their titles.
const text = "text"

// newMapping maps a finding to what Bleve keeps of it: the postings of its
// words and how often they stand there, nothing else. Findings lie in memory
// beside the index, so nothing is stored; candidates are scored here, so no
// positions are kept; grams and pairs of words are read from the record of a
// candidate, because indexing them takes ten times the room for the same
// ranking. A dynamic mapping would index three times slower.
func newMapping() mapping.IndexMapping {
	field := bleve.NewTextFieldMapping()
	field.Analyzer = french.Analyzer
	field.Store = false
	field.IncludeTermVectors = false
	field.DocValues = false
	field.IncludeInAll = false

	finding := bleve.NewDocumentStaticMapping()
	finding.AddFieldMappingsAt(text, field)

	m := bleve.NewIndexMapping()
	m.DefaultMapping = finding
	m.DefaultAnalyzer = french.Analyzer
	m.StoreDynamic = false
	m.IndexDynamic = false
	m.DocValuesDynamic = false
	return m
}

// Fingerprint names how this program indexes a finding: indexes made under
// different ones do not find the same.
func Fingerprint() string {
	m, err := json.Marshal(newMapping())
	if err != nil {
		panic(err) // unreachable: a mapping is made of names and switches
	}
	sum := sha256.Sum256(m)
	return hex.EncodeToString(sum[:])
}
