package discord

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"constat/bot/discord/discordtest"

	"github.com/bwmarrin/discordgo"
)

// TestRegister holds that the commands are registered when Discord holds none
// or others, and not when it holds the very same.
func TestRegister(t *testing.T) {
	b := newBench(t, gardens)
	register := func(want bool) {
		t.Helper()
		if changed, err := b.discord.Register(b.ctx); err != nil || changed != want {
			t.Errorf("changed %v, %v", changed, err)
		}
	}
	register(true)
	register(false)
	other := commands()
	other[0].Description = "Autre chose"
	if _, err := b.discord.client.Send(b.ctx, http.MethodPut, b.discord.address("applications", discordtest.AppID, "commands"), other, b.discord.authorized()); err != nil {
		t.Fatal(err)
	}
	b.fake.Limit(discordtest.Limit{Path: "/commands", Scope: "user", After: 10 * time.Millisecond, Times: 1})
	register(true)
	register(false)
	b.discord.config.Token = "wrong"
	if _, err := b.discord.Register(b.ctx); err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") || strings.Contains(err.Error(), "wrong") {
		t.Errorf("wrong token: %v", err)
	}
}

// TestCommands holds what a person may be shown: every text within Discord's
// limits, and the command of administrators hidden from others.
func TestCommands(t *testing.T) {
	for _, c := range commands() {
		var options func(all []*discordgo.ApplicationCommandOption)
		options = func(all []*discordgo.ApplicationCommandOption) {
			for _, o := range all {
				for _, text := range append([]string{o.Description}, o.DescriptionLocalizations[discordgo.EnglishUS], o.DescriptionLocalizations[discordgo.EnglishGB]) {
					if n := length(text); n < 1 || n > 100 {
						t.Errorf("%s: description of %d", o.Name, n)
					}
				}
				options(o.Options)
			}
		}
		options(c.Options)
		if hidden := c.DefaultMemberPermissions != nil; hidden != (c.Name == adminCommand) {
			t.Errorf("%s: hidden %v", c.Name, hidden)
		}
	}
}

func TestNew(t *testing.T) {
	for _, c := range []Config{
		{},
		{PublicKey: "zz"},
		{PublicKey: strings.Repeat("ab", 31)},
		{PublicKey: strings.Repeat("0", 64)},
		{Token: "Bot x"},
		{Token: "x", APIURL: "discord.com"},
	} {
		if _, err := New(c, nil); err == nil || strings.Contains(err.Error(), "zz") {
			t.Errorf("%+v: %v", c, err)
		}
	}
	for _, c := range []Config{{Token: "x"}, {PublicKey: strings.Repeat("ab", 32)}} {
		if _, err := New(c, nil); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
