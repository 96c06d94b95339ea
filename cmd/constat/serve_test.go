package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"constat/bot/publish"
)

const gardens = "../../data/testdata/jardins"

// A living house listens on an address of its own, with the doors of a test.
type living struct {
	*house
	address string
	wait    func() error // until it ends by itself, and returns how
	close   func() error // ends it as SIGTERM does, and returns how it ended
}

func live(t *testing.T, state string, doors ...door) living {
	t.Helper()
	p, err := publish.Open(publish.Options{Data: gardens, State: state})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	desk, ledger, err := openDesk(p, func(string) string { return "" }, gardens, state, 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ledger.Close() })
	h := &house{publisher: p, desk: desk, http: "127.0.0.1:0", mux: http.NewServeMux()}
	ctx, cancel := context.WithCancel(context.Background())
	said, says := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		ended <- h.live(ctx, shell{getenv: os.Getenv, stdout: says, stderr: os.Stderr}, doors, false)
		says.Close()
	}()
	lines := bufio.NewScanner(said)
	lines.Scan()
	address, ok := strings.CutPrefix(lines.Text(), "À l'écoute sur ")
	if !ok {
		t.Fatalf("serve says %q: %v", lines.Text(), <-ended)
	}
	for range doors {
		lines.Scan()
	}
	go io.Copy(io.Discard, said)
	l := living{house: h, address: address}
	l.wait = sync.OnceValue(func() error { return <-ended })
	l.close = func() error {
		cancel()
		return l.wait()
	}
	t.Cleanup(func() { l.close() })
	return l
}

func (l living) get(t *testing.T, path string) (int, string) {
	t.Helper()
	r, err := http.Get(l.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(body)
}

func idle(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

func TestProbes(t *testing.T) {
	l := live(t, "", door{"une porte", idle})
	version := l.publisher.Live().Version
	for path, want := range map[string]string{
		"/healthz": "ok",
		"/readyz":  version,
		"/metrics": `constat_version_info{version="` + version + `"} 1` + "\nconstat_findings 25\nconstat_lost_total 0\n",
	} {
		if code, body := l.get(t, path); code != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %q, want %q", path, code, body, want)
		}
	}
	if code, _ := l.get(t, "/"); code != http.StatusNotFound {
		t.Errorf("/: %d", code)
	}
	if err := l.close(); err != nil {
		t.Error(err)
	}
}

// TestDrain holds that what was accepted before the end is answered.
func TestDrain(t *testing.T) {
	accepted, answer := make(chan bool), make(chan bool)
	drained := false
	l := live(t, "", door{"une porte", func(ctx context.Context) error {
		<-ctx.Done()
		<-answer
		drained = true
		return nil
	}})
	l.mux.HandleFunc("POST /question", func(w http.ResponseWriter, r *http.Request) {
		accepted <- true
		<-answer
		io.WriteString(w, "réponse")
	})
	got := make(chan string, 1)
	go func() {
		r, err := http.Post(l.address+"/question", "text/plain", nil)
		if err != nil {
			got <- err.Error()
			return
		}
		defer r.Body.Close()
		var b bytes.Buffer
		b.ReadFrom(r.Body)
		got <- b.String()
	}()
	<-accepted
	ended := make(chan error, 1)
	go func() { ended <- l.close() }()
	answer <- true
	answer <- true
	if err := <-ended; err != nil || !drained {
		t.Errorf("ended with %v, the door drained: %v", err, drained)
	}
	if text := <-got; text != "réponse" {
		t.Errorf("the accepted question got %q", text)
	}
}

// TestBrokenDoor holds that a door which breaks ends the program, the others
// closed first.
func TestBrokenDoor(t *testing.T) {
	broken := errors.New("jeton refusé")
	l := live(t, "", door{"une porte", idle}, door{"Slack", func(context.Context) error { return broken }})
	if err := l.wait(); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "Slack : ") {
		t.Errorf("ended with %v", err)
	}
}

func TestSecret(t *testing.T) {
	file := filepath.Join(t.TempDir(), "jeton")
	if err := os.WriteFile(file, []byte("xoxb-fichier\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		env   map[string]string
		want  string
		fault string
	}{
		"none":    {map[string]string{}, "", ""},
		"value":   {map[string]string{"JETON": " xoxb-1 "}, "xoxb-1", ""},
		"file":    {map[string]string{"JETON_FILE": file}, "xoxb-fichier", ""},
		"both":    {map[string]string{"JETON": "xoxb-1", "JETON_FILE": file}, "", "JETON et JETON_FILE"},
		"no file": {map[string]string{"JETON_FILE": file + "x"}, "", "JETON_FILE n'est pas lisible"},
		"nothing": {map[string]string{"JETON_FILE": os.DevNull}, "", "JETON_FILE est vide"},
	} {
		got, err := secret(func(name string) string { return test.env[name] }, "JETON")
		if got != test.want || (err == nil) != (test.fault == "") || err != nil && !strings.Contains(err.Error(), test.fault) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
		if err != nil && strings.Contains(err.Error(), "xoxb") {
			t.Errorf("%s: the error tells the secret: %v", name, err)
		}
	}
}
