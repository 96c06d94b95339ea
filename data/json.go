package data

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"go.yaml.in/yaml/v4"
)

// maxLine is the longest line of a .jsonl file, in bytes: a finding fits in a
// page.
const maxLine = 64 << 10

// jsonl reads findings, one a line, and the fingerprint of their file. It
// holds one line at a time: the file may be of any length.
func (r *reader) jsonl(file io.Reader, e *Edition) ([]*draftFinding, []byte) {
	var findings []*draftFinding
	sum := sha256.New()
	lines := bufio.NewReaderSize(io.TeeReader(file, sum), maxLine+1)
	for number := 1; ; number++ {
		line, err := lines.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			r.unread = true
			r.faultAt(number, 0, "la ligne dépasse %d Kio : un constat tient en moins.", maxLine>>10)
			for err == bufio.ErrBufferFull {
				_, err = lines.ReadSlice('\n')
			}
			line = nil
		}
		if err != nil && err != io.EOF {
			r.unread = true
			r.faultAt(number, 0, "la lecture du fichier s'est interrompue ici.")
			return nil, nil
		}
		if f := r.jsonLine(line, number, e); f != nil {
			findings = append(findings, f)
		}
		if err == io.EOF {
			return findings, sum.Sum(nil)
		}
	}
}

func (r *reader) jsonLine(line []byte, number int, e *Edition) *draftFinding {
	line, ok := r.encoded(bytes.TrimRight(line, "\r\n"), number, "")
	if !ok || len(bytes.TrimSpace(line)) == 0 {
		r.unread = r.unread || !ok
		return nil
	}
	n, err := jsonNode(line, number)
	if err != nil {
		if id := jsonID.FindSubmatch(line); id != nil {
			r.finding = string(id[1])
		}
		r.unread = true
		r.faultAt(number, 0, "%s", jsonMessage(err))
		r.finding = ""
		return nil
	}
	return r.draftFinding(n, e)
}

// jsonID finds the id of a finding in a line that is not JSON.
var jsonID = regexp.MustCompile(`"id" *: *"([a-z0-9-]{1,40})"`)

var (
	errNest = fmt.Errorf("les éléments s'emboîtent sur plus de %d niveaux : un constat n'en a pas besoin", maxDepth)
	errMore = errors.New("la ligne continue après la fin du constat : écrivez un constat par ligne")
)

func jsonMessage(err error) string {
	switch {
	case errors.Is(err, errNest), errors.Is(err, errMore):
		return err.Error() + "."
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "la ligne s'arrête avant la fin du constat : un constat tient sur une ligne, entre « { » et « } »."
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("la ligne ne se lit pas comme du JSON, vers le caractère %d : vérifiez les guillemets, les virgules et les accolades.", syntax.Offset)
	}
	return "la ligne ne se lit pas comme du JSON : vérifiez les guillemets, les virgules et les accolades."
}

// jsonNode reads one line of JSON into the nodes that a YAML file gives, so
// that both are read by the same tables. Duplicate keys are kept, to be told.
func jsonNode(line []byte, number int) (*yaml.Node, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	n, err := jsonValue(d, number, 0)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err == nil {
		return nil, errMore
	} else if err != io.EOF {
		return nil, err
	}
	return n, nil
}

func jsonValue(d *json.Decoder, number, depth int) (*yaml.Node, error) {
	if depth > maxDepth {
		return nil, errNest
	}
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Line: number}
	switch v := token.(type) {
	case json.Delim:
		n.Kind, n.Style = yaml.SequenceNode, yaml.FlowStyle
		if v == '{' {
			n.Kind = yaml.MappingNode
		}
		for d.More() {
			child, err := jsonValue(d, number, depth+1)
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, child)
		}
		_, err = d.Token()
		return n, err
	case string:
		n.Tag, n.Value, n.Style = "!!str", v, yaml.DoubleQuotedStyle
	case json.Number:
		n.Tag, n.Value = "!!float", v.String()
		if _, err := v.Int64(); err == nil {
			n.Tag = "!!int"
		}
	case bool:
		n.Tag, n.Value = "!!bool", fmt.Sprint(v)
	case nil:
		n.Tag, n.Value = "!!null", "null"
	}
	return n, nil
}
