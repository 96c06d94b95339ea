package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// disk is a small file system of its own, which only an administrator of the
// machine can mount.
func disk(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=512k"); err != nil {
		tb.Skipf("no file system can be mounted here: %v", err)
	}
	tb.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			tb.Error(err)
		}
	})
	return dir
}

// fill writes until the disk is full but for so many bytes.
func fill(tb testing.TB, dir string, left int64) string {
	tb.Helper()
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		tb.Fatal(err)
	}
	file := filepath.Join(dir, "autre-chose")
	if err := os.WriteFile(file, make([]byte, int64(s.Bfree)*int64(s.Bsize)-left), 0o644); err != nil {
		tb.Fatal(err)
	}
	return file
}

// TestFullDisk publishes to a disk with less and less room: each time it is
// refused with its cause, the version that answers stays, for this process and
// for the next, and nothing is left half written.
func TestFullDisk(t *testing.T) {
	dir := disk(t)
	stateDir := filepath.Join(dir, "etat")
	p := open(t, Options{State: stateDir})
	jardins := copied(t)
	first := publish(t, p, jardins)
	before := listing(t, stateDir)
	correct(t, jardins, "46", "47")
	made := plan(t, p, Changes{Paths: []string{jardins}})
	for left := int64(0); left <= 16<<10; left += 4 << 10 {
		file := fill(t, dir, left)
		_, err := p.Publish(t.Context(), made, "test:marie")
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "rien n'a été publié, et la version "+first.Version+" répond toujours : le disque du dossier d'état est plein") {
			t.Errorf("%d bytes left: %v", left, err)
		}
		if p.Live() != first || !strings.Contains(say(t, p, rain), "46 %") {
			t.Errorf("%d bytes left: %+v answers", left, p.Live())
		}
		if got := listing(t, stateDir); got != before {
			t.Errorf("%d bytes left: the folder holds\n%s\nwant\n%s", left, got, before)
		}
		if next := open(t, Options{State: stateDir}); next.Live() != first {
			t.Errorf("%d bytes left: the next process serves %+v", left, next.Live())
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
	if live, err := p.Publish(t.Context(), made, "test:marie"); err != nil || live.Version == first.Version {
		t.Errorf("with room again: %+v, %v", live, err)
	}
}

// readOnly has a folder take no write any more: by its permissions, or as a
// file system where permissions do not hold whoever runs the tests.
func readOnly(tb testing.TB, dir string) {
	tb.Helper()
	if os.Geteuid() == 0 {
		if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			tb.Fatal(err)
		}
		return
	}
	set := func(folder, file os.FileMode) {
		err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
			mode := file
			if entry.IsDir() {
				mode = folder
			}
			return errors.Join(err, os.Chmod(name, mode))
		})
		if err != nil {
			tb.Error(err)
		}
	}
	set(0o555, 0o444)
	tb.Cleanup(func() { set(0o755, 0o644) })
}

// TestReadOnly serves a folder that takes no write, and refuses to publish to
// it.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	if os.Geteuid() == 0 {
		dir = disk(t)
	}
	p := open(t, Options{State: dir})
	jardins := copied(t)
	first := publish(t, p, jardins)
	readOnly(t, dir)
	next := open(t, Options{State: dir, Days: 1})
	if next.Live() != first {
		t.Errorf("%+v answers, want %+v", next.Live(), first)
	}
	correct(t, jardins, "46", "47")
	_, err := next.Publish(t.Context(), plan(t, next, Changes{Paths: []string{jardins}}), "test:marie")
	if err == nil || !strings.Contains(err.Error(), "la version "+first.Version+" répond toujours : le dossier d'état n'accepte pas d'écriture") {
		t.Errorf("published to a read-only folder: %v", err)
	}
	if !strings.Contains(say(t, next, rain), "46 %") || next.Live() != first {
		t.Errorf("%+v answers", next.Live())
	}
	if versions, err := next.Versions(); err != nil || len(versions) != 1 {
		t.Errorf("versions %+v: %v", versions, err)
	}
}
