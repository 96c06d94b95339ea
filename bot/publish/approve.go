package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A Proposal is a version that one person wants to publish, and that waits for
// another one to agree. It lies in the state folder, and outlives the process.
type Proposal struct {
	ID   string    `json:"version"` // of the version it would make
	By   string    `json:"by"`
	At   time.Time `json:"at"`
	Base current   `json:"base"` // what was published when its plan was made
}

const proposalFile = "proposition.json"

// ErrSamePerson is returned when the one who proposed would approve.
var ErrSamePerson = errors.New("une autre personne que celle qui a proposé doit approuver")

// Propose keeps a plan until someone else approves it. It is refused as
// Publish refuses. by is as in Publish.
func (p *Publisher) Propose(ctx context.Context, plan *Plan, by string) (Proposal, error) {
	if p.options.State == "" {
		return Proposal{}, ErrNoState
	}
	if err := plan.publishable(); err != nil {
		return Proposal{}, err
	}
	proposal := Proposal{plan.Version, by, time.Now().UTC().Round(0), plan.base}
	err := p.state.write(proposalsFolder, plan, func(done, total int) { p.options.tell(writing, done, total) })
	if err != nil {
		return Proposal{}, fmt.Errorf("la proposition n'a pas pu être gardée : %w", explained(err))
	}
	text, err := json.Marshal(proposal)
	if err != nil {
		return Proposal{}, err
	}
	return proposal, writeFile(filepath.Join(p.state.proposal(plan.Version), proposalFile), text)
}

func (s state) proposal(id string) string { return filepath.Join(s.dir, proposalsFolder, id) }

// Pending lists what waits for a second person, the oldest first.
func (p *Publisher) Pending() ([]Proposal, error) { return Proposals(p.options.State) }

// Proposals lists what waits for a second person in a state folder, the oldest
// first.
func Proposals(dir string) ([]Proposal, error) {
	if dir == "" {
		return nil, nil
	}
	paths, err := filepath.Glob(filepath.Join(state{dir}.proposal("*"), proposalFile))
	if err != nil {
		return nil, err
	}
	var list []Proposal
	for _, path := range paths {
		var proposal Proposal
		text, err := os.ReadFile(path)
		if err != nil || json.Unmarshal(text, &proposal) != nil {
			continue // being written, or withdrawn since
		}
		list = append(list, proposal)
	}
	slices.SortFunc(list, func(a, b Proposal) int { return a.At.Compare(b.At) })
	return list, nil
}

// proposal is the one of that name.
func (p *Publisher) proposal(id string) (Proposal, error) {
	pending, err := p.Pending()
	if err != nil {
		return Proposal{}, err
	}
	i := slices.IndexFunc(pending, func(proposal Proposal) bool { return proposal.ID == id })
	if i < 0 {
		return Proposal{}, fmt.Errorf("aucune proposition « %s » n'attend d'approbation", id)
	}
	return pending[i], nil
}

// Approve publishes a proposal, when by is not who proposed it and nothing else
// was published since. The version is built and proved again, by this program.
func (p *Publisher) Approve(ctx context.Context, id, by string) (Live, error) {
	proposal, err := p.proposal(id)
	if err != nil {
		return Live{}, err
	}
	if proposal.By == by {
		return Live{}, ErrSamePerson
	}
	_, files, err := readVersion(p.state.proposal(id))
	if err != nil {
		return Live{}, fmt.Errorf("la proposition %s est endommagée : %w", id, err)
	}
	plan, err := p.plan(ctx, proposal.Base, content{files, nil}, nil)
	if err != nil {
		return Live{}, err
	}
	defer plan.Close()
	live, err := p.publish(ctx, plan, proposal.By, by)
	if err != nil {
		return Live{}, err
	}
	return live, os.RemoveAll(p.state.proposal(id))
}

// Withdraw forgets a proposal.
func (p *Publisher) Withdraw(id string) error {
	if _, err := p.proposal(id); err != nil { // nothing else of the folder has such a name
		return err
	}
	return os.RemoveAll(p.state.proposal(id))
}
