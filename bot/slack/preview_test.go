package slack

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"testing"

	"constat/bot"
	"constat/bot/chat"
	"constat/data"
)

var preview = flag.String("preview", "", "write the answers of TestPreview to this HTML file; otherwise they are an artefact of the test")

// TestPreview draws replies about as a person sees them, to be looked at.
func TestPreview(t *testing.T) {
	published, err := data.Published()
	if err != nil {
		t.Fatal(err)
	}
	b := answering(t, published)
	desk := newDesk(t, b.Handle)
	var shown []drawn
	for _, question := range []string{
		"quel pourcentage d'intercommunalités ont une stratégie ?",
		"et les régions, combien ont une stratégie numérique transversale ?",
		"quels sont les freins à l'évolution de la DSI ?",
		"est-il vrai que 64 % des collectivités ont une stratégie numérique transversale ?",
		"stratégie numérique",
		"aide",
	} {
		r := desk.Reply(t.Context(), chat.Event{Verb: chat.Ask, Text: question, Private: true, From: chat.Person{ID: "slack:T1/U1"}})
		shown = append(shown, drawReply(t, question, r))
	}
	a := b.Handle(t.Context(), bot.Message{Text: "quel pourcentage d'intercommunalités ont une stratégie ?"})
	shown = append(shown,
		drawReply(t, "Partager", chat.Reply{Answer: a, Public: true, By: chat.Person{Name: "marie.gasnier"}}),
		drawReply(t, "Citer", desk.Reply(t.Context(), chat.Event{Verb: chat.Cite, Value: a.State, From: chat.Person{ID: "slack:T1/U1"}})),
		drawReply(t, "Signaler une erreur", desk.Reply(t.Context(), chat.Event{Verb: chat.Report, Value: "e2-04"})))
	var page bytes.Buffer
	if err := previewPage.Execute(&page, shown); err != nil {
		t.Fatal(err)
	}
	name := *preview
	if name == "" {
		name = filepath.Join(t.ArtifactDir(), "slack.html")
	}
	if err := os.WriteFile(name, page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(page.Bytes(), []byte("<h3>")); got < 3 {
		t.Errorf("%d figures at the head of a card, want one in each of three answers", got)
	}
}

// A drawn reply is its blocks, as generic JSON that a template walks.
type drawn struct {
	Asked  string
	Blocks []map[string]any
}

func drawReply(t *testing.T, asked string, r chat.Reply) drawn {
	t.Helper()
	encoded, err := json.Marshal(render(r).blocks)
	if err != nil {
		t.Fatal(err)
	}
	d := drawn{Asked: asked}
	if err := json.Unmarshal(encoded, &d.Blocks); err != nil {
		t.Fatal(err)
	}
	return d
}

// previewPage follows the measures of Slack's own client. The markup of fields
// is the only one that it reads.
var previewPage = template.Must(template.New("page").Funcs(template.FuncMap{
	"markup": func(s string) (template.HTML, error) {
		label, value, ok := bytes.Cut([]byte(s), []byte("*\n"))
		if !ok || len(label) == 0 || label[0] != '*' {
			return "", fmt.Errorf("no field: %q", s)
		}
		return template.HTML("<b>" + string(label[1:]) + "</b><br>" + string(value)), nil // escaped by the renderer, as Slack wants
	},
}).Parse(`<!doctype html><html lang="fr"><meta charset="utf-8"><title>Réponses dans Slack</title>
<style>
body{font:15px/22px Lato,"DejaVu Sans",sans-serif;color:#1d1c1d;max-width:680px;margin:24px auto}
.message{border-top:1px solid #ddd;padding:12px 0}.who b{font-weight:900}.who i{background:#ddd;border-radius:2px;font:normal 10px/14px sans-serif;padding:1px 3px;margin-left:4px}
.asked{color:#616061}h3{font-size:18px;margin:8px 0}p,ul{margin:4px 0 8px;white-space:pre-wrap}li{white-space:pre-wrap}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 24px;margin:4px 0 8px}.context{font-size:13px;line-height:18px;color:#616061;margin:4px 0}
.row{display:flex;justify-content:space-between;gap:16px;margin:4px 0 8px}.row p{margin:0}
button{font:bold 13px/28px Lato,"DejaVu Sans",sans-serif;background:#fff;border:1px solid #bbb;border-radius:4px;padding:0 12px;margin:0 8px 4px 0;white-space:nowrap}
button.primary{background:#007a5a;color:#fff;border-color:#007a5a}a{color:#1264a3}
</style>
{{define "button"}}<button class="{{.style}}">{{.text.text}}</button>{{end}}
{{define "inline"}}{{range .}}{{if .url}}<a href="{{.url}}">{{.text}}</a>{{else if .style}}<b>{{.text}}</b>{{else}}{{.text}}{{end}}{{end}}{{end}}
{{range .}}<div class="message"><p class="asked">{{.Asked}}</p><div class="who"><b>Observatoire</b><i>APPLI</i></div>
{{range .Blocks}}{{if eq .type "header"}}<h3>{{.text.text}}</h3>
{{else if eq .type "section"}}{{if .fields}}<div class="fields">{{range .fields}}<div>{{if eq .type "mrkdwn"}}{{markup .text}}{{else}}{{.text}}{{end}}</div>{{end}}</div>
{{else if .accessory}}<div class="row"><p>{{.text.text}}</p>{{template "button" .accessory}}</div>
{{else}}<p>{{.text.text}}</p>{{end}}
{{else if eq .type "context"}}<div class="context">{{range .elements}}{{.text}}{{end}}</div>
{{else if eq .type "rich_text"}}{{range .elements}}{{if eq .type "rich_text_list"}}<ul>{{range .elements}}<li>{{template "inline" .elements}}</li>{{end}}</ul>{{else}}<p>{{template "inline" .elements}}</p>{{end}}{{end}}
{{else if eq .type "actions"}}<div>{{range .elements}}{{template "button" .}}{{end}}</div>{{end}}{{end}}</div>
{{end}}</html>
`))
