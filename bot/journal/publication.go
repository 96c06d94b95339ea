package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// A Publication is one change of the version that answers. They are only ever
// appended, and chained: an entry that is altered, removed from between others
// or put in shows, though the last ones may be cut off unseen. It guards
// against a hand that slips, not against one that can write the whole chain
// again.
type Publication struct {
	At       time.Time `json:"at"`
	By       string    `json:"by"`               // as the platform names a person: "slack:T1/U2"
	Second   string    `json:"second,omitempty"` // who approved it, when two must agree
	Act      Act       `json:"act"`
	Version  string    `json:"version"`  // that answers from then on
	Replaced string    `json:"replaced"` // that answered before; empty for the first
	Chain    string    `json:"chain"`    // fingerprint of this entry and of all those before
}

// An Act is how a version came to answer.
type Act string

// The acts.
const (
	Published  Act = "publication"
	RolledBack Act = "retour"
)

// AlteredError says that the list of publications is not what was written.
type AlteredError struct{ Entry int } // from 1

func (e *AlteredError) Error() string {
	return fmt.Sprintf("le journal des publications a été modifié : son entrée %d n'est pas celle qui avait été écrite.", e.Entry)
}

// Record appends what do returns, none when it is empty, after what happened
// before. It holds the lock of the journal meanwhile, so that do may look and
// change the state folder without another process doing the same. An error of
// do is returned as it is, and nothing is appended.
func (j *Journal) Record(do func(past []Publication) ([]Publication, error)) error {
	err := j.update(keptFile, func(tx *bbolt.Tx) error {
		past, err := all[Publication](tx, publications)
		if err != nil {
			return err
		}
		next, err := do(past)
		if err == nil && len(next) == 0 {
			err = errNothing
		}
		if err != nil {
			return err
		}
		for _, p := range next {
			before := ""
			if len(past) > 0 {
				before = past[len(past)-1].Chain
			}
			p.At = p.At.UTC().Round(0)
			p.Chain = p.chained(before)
			past = append(past, p)
			if err := add(tx, publications, p); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errNothing) {
		return nil
	}
	return err
}

// errNothing ends a transaction that has nothing to write.
var errNothing = errors.New("nothing")

// Publications returns every publication, the oldest first. The error is an
// *AlteredError beside the list when the chain of fingerprints is broken.
func (j *Journal) Publications() ([]Publication, error) {
	var list []Publication
	err := j.view(keptFile, func(tx *bbolt.Tx) (err error) {
		list, err = all[Publication](tx, publications)
		return err
	})
	if err != nil {
		return nil, err
	}
	before := ""
	for i, p := range list {
		if p.Chain != p.chained(before) {
			return list, &AlteredError{i + 1}
		}
		before = p.Chain
	}
	return list, nil
}

func (p Publication) chained(before string) string {
	p.Chain = before
	text, err := json.Marshal(p)
	if err != nil {
		panic(err) // unreachable: texts and a time
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
