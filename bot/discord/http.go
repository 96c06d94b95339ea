package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"net/http"
	"slices"
	"strconv"

	"constat/bot/chat"

	"github.com/bwmarrin/discordgo"
)

// Interactions serves POST /discord/interactions. Discord sends requests that
// are signed wrong on purpose, and takes the address away when one is let in.
// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
func (d *Discord) Interactions() http.Handler { return http.HandlerFunc(d.serve) }

func (d *Discord) serve(w http.ResponseWriter, r *http.Request) {
	raw, ok := chat.Verified(w, r, d.signed)
	if !ok {
		return
	}
	i, err := readInteraction(raw)
	if err != nil {
		slog.Warn("discord: delivery not understood", "error", err)
		http.Error(w, "not an interaction", http.StatusBadRequest)
		return
	}
	say := func(said response) error { return write(w, said) }
	switch i.Type {
	case ping:
		err = say(response{Type: discordgo.InteractionResponsePong})
	case autocomplete:
		err = say(d.complete(i))
	default:
		if !d.take(i, say) {
			w.WriteHeader(http.StatusAccepted) // it came before, and is answered there
		}
	}
	if err != nil {
		slog.Warn("discord: first word not written", "error", err)
	}
}

// signed checks that a delivery is Discord's, and of now.
func (d *Discord) signed(h http.Header, raw []byte) bool {
	signature, err := hex.DecodeString(h.Get("X-Signature-Ed25519"))
	timestamp := h.Get("X-Signature-Timestamp")
	return err == nil && d.key != nil && len(signature) == ed25519.SignatureSize &&
		chat.Fresh(timestamp, d.config.Now()) &&
		ed25519.Verify(d.key, slices.Concat([]byte(timestamp), raw), signature)
}

// write sends a response whole: what comes later may only come after it.
func write(w http.ResponseWriter, said response) error {
	encoded, err := json.Marshal(said)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(encoded)))
	if _, err := w.Write(encoded); err != nil {
		return err
	}
	return http.NewResponseController(w).Flush()
}
