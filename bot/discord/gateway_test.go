package discord

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"constat/bot/discord/discordtest"
)

// faults are every way in which a connection ends. Those that end the session
// too lose what was sent to it and not read: nobody accepted that.
var faults = []struct {
	discordtest.Fault
	early bool // comes to the connection after
	ends  bool // the session
}{
	{Fault: discordtest.Drop},
	{Fault: discordtest.EarlyReconnect, early: true},
	{Fault: discordtest.Invalid, ends: true},
	{Fault: discordtest.Reconnect},
	{Fault: discordtest.InvalidResumable},
	{Fault: discordtest.CloseUnknown},
	{Fault: discordtest.CloseSequence, ends: true},
	{Fault: discordtest.CloseTimeout, ends: true},
	{Fault: discordtest.CloseAway},
	{Fault: discordtest.EarlyDrop, early: true},
	{Fault: discordtest.EarlyInvalid, early: true, ends: true},
	{Fault: discordtest.EarlyClose, early: true},
	{Fault: discordtest.Mute, early: true},
	{Fault: discordtest.HelloReconnect, early: true},
}

// TestDisconnections disconnects fifty times in a row, in every way. Questions
// come just before, meanwhile and just after; each that is accepted, or that
// Discord gives again, is answered once.
func TestDisconnections(t *testing.T) {
	rounds := 50 // each takes the second that discordgo sleeps when it closes
	if testing.Short() {
		rounds = 3
	}
	b := newBench(t, gardens)
	var cancel context.CancelFunc
	b.ctx, cancel = context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	b.discord.pace.open = 3 * time.Second
	b.fake.Heartbeat(time.Second)
	b.gateway()
	asked := 0
	ask := func() {
		t.Helper()
		p := oneToOne
		p.Channel = fmt.Sprint(1000 + asked)
		if _, err := b.fake.Say(p, published, nil); err != nil {
			t.Fatal(err)
		}
		asked++
	}
	answeredAll := func() {
		t.Helper()
		for i := range asked {
			if _, err := b.fake.WaitMessages(b.ctx, fmt.Sprint(1000+i), 1); err != nil {
				t.Fatalf("question %d: %v; logs:\n%s", i, err, b.logs)
			}
		}
	}
	for round := range rounds {
		fault := faults[round%len(faults)]
		ask()
		if fault.ends {
			answeredAll()
		}
		now := fault.Fault
		if fault.early {
			b.fake.Next(fault.Fault)
			now = discordtest.Drop
		}
		for b.fake.Disturb(now) != nil { // a slow machine lost the connection by itself
			if err := b.fake.WaitReady(b.ctx); err != nil {
				t.Fatalf("round %d, %s: %v", round, fault.Fault, err)
			}
		}
		if !fault.ends {
			ask()
		}
		if err := b.fake.WaitReady(b.ctx); err != nil {
			t.Fatalf("round %d, %s: %v; logs:\n%s", round, fault.Fault, err, b.logs)
		}
		ask()
	}
	answeredAll()
	times := map[string]int{}
	for _, r := range b.fake.Requests() {
		if strings.HasSuffix(r.URL, "/messages") {
			times[r.URL]++
		}
	}
	for url, n := range times {
		if n != 1 {
			t.Errorf("%s: posted %d times", url, n)
		}
	}
	identified, resumed := b.fake.Sessions()
	t.Logf("%d disconnections, %d questions, each answered once; %d sessions, %d resumed", rounds, asked, identified, resumed)
	b.stop()
	if err := <-b.stopped; err != nil {
		t.Error(err)
	}
	noneLeft(t, "discordgo.(*Session)", "discord.(*Discord)", "discord.(*session)")
}

// noneLeft waits until no goroutine runs some functions.
func noneLeft(t *testing.T, functions ...string) {
	t.Helper()
	stacks := make([]byte, 1<<20)
	for deadline := time.Now().Add(10 * time.Second); ; runtime.Gosched() {
		all := string(stacks[:runtime.Stack(stacks, true)])
		left := ""
		for _, f := range functions {
			if strings.Contains(all, f) {
				left = f
			}
		}
		if left == "" {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s still runs:\n%s", left, all)
		}
	}
}

// TestFatalClosings holds that Run gives up when Discord will never let the
// bot in, and says why.
func TestFatalClosings(t *testing.T) {
	for fault, want := range map[discordtest.Fault]string{
		discordtest.Unauthorized: "DISCORD_TOKEN",
		discordtest.Disallowed:   "4014",
	} {
		b := newBench(t, gardens)
		b.fake.Next(fault)
		if err := b.discord.Run(b.ctx); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", fault, err)
		}
	}
}

// TestSilenceIsADisconnection holds that a connection on which nothing comes
// any more is opened again, although discordgo would wait.
func TestSilenceIsADisconnection(t *testing.T) {
	b := newBench(t, gardens)
	b.discord.pace.silence = 200 * time.Millisecond
	b.fake.Heartbeat(50 * time.Millisecond)
	b.gateway()
	b.fake.Deaf(true)
	if err := b.fake.WaitReconnected(b.ctx, 1); err != nil {
		t.Fatal(err)
	}
	b.fake.Deaf(false)
	if _, err := b.fake.Say(oneToOne, published, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := b.fake.WaitMessages(b.ctx, oneToOne.Channel, 1); err != nil {
		t.Error(err)
	}
}

// TestStopWhileConnecting holds that Run ends although Discord says nothing.
func TestStopWhileConnecting(t *testing.T) {
	b := newBench(t, gardens)
	b.discord.pace.open = time.Hour
	b.fake.Next(discordtest.Mute)
	ctx, cancel := context.WithCancel(b.ctx)
	done := make(chan error, 1)
	go func() { done <- b.discord.Run(ctx) }()
	if err := b.fake.WaitFaults(b.ctx); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	noneLeft(t, "discordgo.(*Session)")
}
