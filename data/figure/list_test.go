package figure

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// An expression is one line of the list of expressions.
type expression struct {
	Expression  string
	Low, High   *float64
	Value, From *float64
	Unit        string
	Approximate bool
	Kind        Kind
	LowOpen     bool `yaml:"low_open"`
	HighOpen    bool `yaml:"high_open"`
	Negative    bool
}

func expressions(t testing.TB) []expression {
	t.Helper()
	data, err := os.ReadFile("testdata/figure-expressions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []expression
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&list); err != nil {
		t.Fatal(err)
	}
	return list
}

func (e expression) figure() Figure {
	return Figure{
		Wording: e.Expression, Kind: e.Kind, Value: e.Value, From: e.From, Low: e.Low, High: e.High,
		LowOpen: e.LowOpen, HighOpen: e.HighOpen, Unit: e.Unit, Approximate: e.Approximate, Negative: e.Negative,
	}
}

func TestReadList(t *testing.T) {
	for _, e := range expressions(t) {
		got, ok := Read(e.Expression)
		if !ok {
			t.Errorf("Read(%q) reads nothing", e.Expression)
			continue
		}
		got.Qualifier = "" // the list has none
		if diff := cmp.Diff(e.figure(), got); diff != "" {
			t.Errorf("Read(%q) (-want +got):\n%s", e.Expression, diff)
		}
	}
}
