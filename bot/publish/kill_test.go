package publish

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", 15, "how many times TestKill kills a publishing process")

// publishes names, for a process of the tests, the state folder and the
// editions that it publishes until it is killed.
const publishes = "CONSTAT_TEST_PUBLISHES"

func TestMain(m *testing.M) {
	if where := os.Getenv(publishes); where != "" {
		state, dir, _ := strings.Cut(where, "|")
		if err := publishOn(state, dir); err != nil {
			fmt.Println("failed", err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// opened is the figure that is changed from version to version.
var opened = regexp.MustCompile(`\d+ communes`)

// publishOn publishes version after version, and says before each what it is
// and after each that it is published.
func publishOn(state, dir string) error {
	p, err := Open(Options{State: state})
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "jardins-2023.jsonl")
	for {
		text, err := os.ReadFile(filepath.Join(jardins, "jardins-2023.jsonl")) // and not file, which may be half written
		if err != nil {
			return err
		}
		n := rand.IntN(1 << 30)
		lines := opened.ReplaceAllString(string(text), fmt.Sprintf("%d communes", n))
		if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
			return err
		}
		plan, err := p.Plan(context.Background(), Changes{Paths: []string{dir}})
		if err != nil {
			return err
		}
		fmt.Println("publishes", plan.Version, n)
		if _, err := p.Publish(context.Background(), plan, "test:marie"); err != nil {
			return err
		}
		fmt.Println("published", plan.Version, n)
		plan.Close()
	}
}

const openings = "combien de communes ont ouvert un jardin partagé en 2022 ?"

// TestKill kills a publishing process again and again, at a random moment of a
// publication. Each time the next process serves a whole version, which is the
// last one that was published or the one that was being published, and
// everything that was published is there and in the journal.
func TestKill(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	stateDir, dir := t.TempDir(), copied(t)
	if err := os.RemoveAll(filepath.Join(dir, questionsFolder)); err != nil { // they hold up what is tried here
		t.Fatal(err)
	}
	numbers := map[string]string{} // by version
	var published []string
	begun := 0 // publications that were under way when the process was killed
	for i := range *kills {
		child := exec.Command(program)
		child.Env = append(os.Environ(), publishes+"="+stateDir+"|"+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		under, left := "", 1+rand.IntN(2)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			word := strings.Fields(lines.Text())
			switch word[0] {
			case "publishes":
				under, numbers[word[1]] = word[1], word[2]
				if left--; left == 0 {
					// A publication takes some ten milliseconds here.
					time.AfterFunc(rand.N(20*time.Millisecond), func() { child.Process.Kill() })
				}
			case "published":
				under, published = "", append(published, word[1])
			default:
				t.Fatalf("kill %d: %s", i, lines.Text())
			}
		}
		child.Wait()

		p, err := Open(Options{State: stateDir})
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		live := p.Live()
		last := ""
		if len(published) > 0 {
			last = published[len(published)-1]
		}
		if live.Published != last && live.Published != under {
			t.Fatalf("kill %d: %q is published, want %q or %q", i, live.Published, last, under)
		}
		if under != "" {
			begun++
		}
		if live.Published == under && under != "" {
			published = append(published, under)
		}
		if live.Published != "" {
			if live.Version != live.Published || !strings.Contains(say(t, p, openings), numbers[live.Version]+" communes") {
				t.Fatalf("kill %d: version %s says %s", i, live.Version, say(t, p, openings))
			}
		}
		past, _, err := p.state.history()
		if err != nil || len(past) != len(published) {
			t.Fatalf("kill %d: %d publications are told, want %d: %v", i, len(past), len(published), err)
		}
		for n, id := range published {
			if past[n].Version != id {
				t.Fatalf("kill %d: publication %d is %s, want %s", i, n, past[n].Version, id)
			}
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, id := range published {
		if _, err := (state{stateDir}).open(id); err != nil {
			t.Errorf("%s was published and is lost: %v", id, err)
		}
	}
	t.Logf("%d kills, %d of them while a version was being published; %d versions published", *kills, begun, len(published))
}
