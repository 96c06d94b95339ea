package main

import (
	"net"
	"strings"
	"testing"
)

// TestListenAt holds that an address which cannot be listened to is told in
// French.
func TestListenAt(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for address, want := range map[string]string{
		taken.Addr().String(): "un autre programme l'occupe déjà",
		"8080":                "il faut un hôte et un port, comme 127.0.0.1:8080",
		"a:b:c":               "il faut un hôte et un port, comme 127.0.0.1:8080",
		"127.0.0.1:99999":     "il faut un hôte et un port, comme 127.0.0.1:8080",
	} {
		listener, err := listenAt(address)
		if err == nil {
			listener.Close()
		}
		if err == nil || !strings.HasSuffix(err.Error(), " : "+want) {
			t.Errorf("%s: %v, want %q", address, err, want)
		}
	}
}

// TestSecretOfNoFile holds that a file of a secret which cannot be read is told
// in French.
func TestSecretOfNoFile(t *testing.T) {
	for file, want := range map[string]string{"/nope": "il n'existe pas", t.TempDir(): "c'est un dossier"} {
		_, err := secret(environment("DISCORD_TOKEN_FILE="+file), "DISCORD_TOKEN")
		if err == nil || !strings.HasSuffix(err.Error(), "le fichier que nomme DISCORD_TOKEN_FILE n'est pas lisible : "+want) {
			t.Errorf("%s: %v, want %q", file, err, want)
		}
	}
}
