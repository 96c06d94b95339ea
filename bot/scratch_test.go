package bot

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"testing"

	"constat/data"
)

func TestScratch(t *testing.T) {
	l, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(l)
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open("/tmp/scratch/q.txt")
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		q := b.reader.Read(sc.Text(), "")
		a := b.Handle(context.Background(), Message{Text: sc.Text()})
		ids := ""
		for _, c := range a.Cited {
			ids += c.ID() + " "
		}
		fmt.Printf("== %s\n   wants=%s about=%s subj=%q who=%v years=%v stage=%d neg=%v quoted=%d noun=%q corr=%v\n   %s %s [%s] %s\n", sc.Text(), q.Wants, q.About, q.Subject, q.Who.Groups, q.Years, q.Stage, q.Negative, len(q.Quoted), q.Noun, q.Corrected, a.Kind, a.Reason, ids, a.Verdict)
		if os.Getenv("FULL") != "" {
			fmt.Println(a.Text)
		}
		if os.Getenv("HITS") != "" {
			h, _ := b.Search(context.Background(), Message{Text: sc.Text()}, 6)
			for _, x := range h {
				fmt.Println("     ", x.Finding.ID, x.Score, x.Missing)
			}
		}
	}
}
