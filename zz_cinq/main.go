package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"constat/data"
	"constat/data/figure"
)

func main() {
	if len(os.Args) > 1 {
		_, faults := data.ReadPaths(os.Args[1:], nil)
		for _, f := range faults {
			fmt.Println(f.Warning, f.File, f.Line, f.Finding, f.Message)
		}
		fmt.Println(len(faults), "faults+warnings")
		return
	}
	s := bufio.NewScanner(os.Stdin)
	for s.Scan() {
		f, ok := figure.Read(s.Text())
		b, _ := json.Marshal(f)
		fmt.Println(s.Text(), ok, string(b))
	}
}
