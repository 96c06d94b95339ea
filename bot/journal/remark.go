package journal

import (
	"time"

	"go.etcd.io/bbolt"
)

// A Refusal is an attempt to publish by someone who may not.
type Refusal struct {
	At  time.Time `json:"at"`
	By  string    `json:"by"`
	Act string    `json:"act"` // what was attempted
}

// Refuse keeps an attempt to publish by someone who may not.
func (j *Journal) Refuse(by, act string) error {
	if j == nil {
		return nil
	}
	return j.update(keptFile, func(tx *bbolt.Tx) error { return add(tx, refusals, Refusal{j.now().UTC(), by, act}) })
}

// Refusals returns every refused attempt, the oldest first.
func (j *Journal) Refusals() (list []Refusal, err error) {
	err = j.view(keptFile, func(tx *bbolt.Tx) (err error) {
		list, err = all[Refusal](tx, refusals)
		return err
	})
	return list, err
}

// A Remark is what a reader thinks of an answer, without the reader.
type Remark struct {
	At      time.Time `json:"at"`
	Finding string    `json:"finding"` // id; empty for an answer that cites none
	Reason  string    `json:"reason"`  // one of those that the platforms offer
	Version string    `json:"version"`
}

// Remark keeps what a reader thinks of an answer. It is kept whatever the days
// of the questions.
func (j *Journal) Remark(r Remark) error {
	if j == nil {
		return nil
	}
	r.At = j.now().UTC()
	return j.update(keptFile, func(tx *bbolt.Tx) error { return add(tx, remarks, r) })
}

// Remarks returns every remark, the oldest first.
func (j *Journal) Remarks() (list []Remark, err error) {
	err = j.view(keptFile, func(tx *bbolt.Tx) (err error) {
		list, err = all[Remark](tx, remarks)
		return err
	})
	return list, err
}

// A Loss is questions that a process had accepted and never answered, counted
// by the process after it.
type Loss struct {
	At    time.Time `json:"at"`
	Count int       `json:"count"`
}

// Lose keeps how many accepted questions the process before left unanswered;
// none leave no entry.
func (j *Journal) Lose(n int) error {
	if j == nil || n == 0 {
		return nil
	}
	return j.update(keptFile, func(tx *bbolt.Tx) error { return add(tx, losses, Loss{j.now().UTC(), n}) })
}

// Losses returns every loss, the oldest first.
func (j *Journal) Losses() (list []Loss, err error) {
	err = j.view(keptFile, func(tx *bbolt.Tx) (err error) {
		list, err = all[Loss](tx, losses)
		return err
	})
	return list, err
}
