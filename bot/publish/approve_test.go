package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestTwoPeople publishes where two must agree, over a restart.
func TestTwoPeople(t *testing.T) {
	o := Options{State: t.TempDir(), Approvals: 2}
	p := open(t, o)
	dir := copied(t)
	made := plan(t, p, Changes{Paths: []string{dir}})
	if _, err := p.Publish(t.Context(), made, "slack:T1/U1"); !errors.Is(err, ErrApproval) {
		t.Errorf("published by one person: %v", err)
	}
	proposal, err := p.Propose(t.Context(), made, "slack:T1/U1")
	if err != nil || p.Live().Published != "" {
		t.Fatalf("%+v answers: %v", p.Live(), err)
	}

	p = open(t, o)
	pending, err := p.Pending()
	if err != nil || len(pending) != 1 || pending[0].ID != proposal.ID || pending[0].By != "slack:T1/U1" {
		t.Fatalf("pending %+v: %v", pending, err)
	}
	if _, err := p.Approve(t.Context(), proposal.ID, "slack:T1/U1"); !errors.Is(err, ErrSamePerson) {
		t.Errorf("approved by who proposed: %v", err)
	}
	live, err := p.Approve(t.Context(), proposal.ID, "discord:42")
	if err != nil || live.Published != proposal.ID {
		t.Fatalf("approved %+v: %v", live, err)
	}
	past, err := p.Journal().Publications()
	if err != nil || len(past) != 1 || past[0].By != "slack:T1/U1" || past[0].Second != "discord:42" {
		t.Errorf("journal %+v: %v", past, err)
	}
	if pending, _ := p.Pending(); len(pending) != 0 {
		t.Errorf("still pending %+v", pending)
	}
}

// TestStaleProposal holds that a proposal made before another publication is
// not published over it, and can be withdrawn; nothing else can.
func TestStaleProposal(t *testing.T) {
	stateDir := t.TempDir()
	alone, two := open(t, Options{State: stateDir}), open(t, Options{State: stateDir, Approvals: 2})
	dir := copied(t)
	proposal, err := two.Propose(t.Context(), plan(t, two, Changes{Paths: []string{dir}}), "slack:T1/U1")
	if err != nil {
		t.Fatal(err)
	}
	correct(t, dir, "46", "47")
	publish(t, alone, dir)
	var moved *MovedError
	if _, err := two.Approve(t.Context(), proposal.ID, "discord:42"); !errors.As(err, &moved) {
		t.Errorf("approved over another publication: %v", err)
	}
	for _, id := range []string{"", ".", "..", "../versions", "zzz"} {
		if err := two.Withdraw(id); err == nil {
			t.Errorf("withdrew %q", id)
		}
	}
	if err := two.Withdraw(proposal.ID); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Join(stateDir, proposalsFolder)); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}
