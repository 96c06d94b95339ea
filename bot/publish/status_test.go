package publish

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestStatus tells an admin what the folder says otherwise than what answers,
// and nothing that is not so.
func TestStatus(t *testing.T) {
	dir := copied(t)
	p := open(t, Options{Data: dir, State: t.TempDir()})
	if s := p.Status(); s.Folder.Summary() != "" || s.FolderFault != nil || len(s.Editions) != 2 || s.Editions[1].Findings != 13 {
		t.Errorf("at the start: %+v", s)
	}
	live := publish(t, p, dir)
	correct(t, dir, "46", "47")
	edit(t, filepath.Join(dir, "jardins-2023.jsonl"), `"id": "j2-13"`, `"id": "j2-14"`)
	if s := p.Status(); s.Live != live || s.Folder.Summary() != "1 ajouté, 1 modifié, 1 retiré" {
		t.Errorf("after an edit: %q, %+v", s.Folder.Summary(), s)
	}
	edit(t, filepath.Join(dir, "jardins-2023.jsonl"), "j2-gazette", "j2-nulle-part")
	if s := p.Status(); s.Folder != nil || s.FolderFault == nil || !strings.Contains(s.FolderFault.Error(), "jardins-2023.jsonl:") {
		t.Errorf("with a fault: %+v", s)
	}
}

// TestProgress holds that a bar never goes back, from opening to writing.
func TestProgress(t *testing.T) {
	var told []Progress
	p := open(t, Options{State: t.TempDir(), Progress: func(p Progress) { told = append(told, p) }})
	publish(t, p, copied(t))
	for i, now := range told {
		if i > 0 && now.Part < told[i-1].Part || now.Part < 0 || now.Part >= 1 {
			t.Errorf("%+v after %+v", now, told[max(i-1, 0)])
		}
	}
	if first, last := told[0].Phase, told[len(told)-1].Phase; first != opening || last != writing {
		t.Errorf("from %s to %s", first, last)
	}
}
