package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"constat/bot"
	"constat/data"
)

// library reads the editions of a folder, or of the program when dir is
// empty. Its error is told to the person who wrote the editions.
func library(dir string) (*data.Library, error) {
	if dir == "" {
		l, err := data.Published()
		return l, unreadable("les éditions du programme", "constat check", err)
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("le dossier « %s » n'existe pas : vérifiez son nom après --data.", filepath.ToSlash(dir))
	}
	l, faults := data.ReadPaths([]string{dir}, nil)
	return l, unreadable("les éditions de « "+filepath.ToSlash(dir)+" »", "constat check "+quoted(filepath.ToSlash(dir)), faults.Err())
}

// unreadable says that editions cannot be used, each fault a line.
func unreadable(what, check string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s ne peuvent pas être utilisées :\n%w\nPour les vérifier : %s", what, err, check)
}

// open makes the bot that answers from the editions of a folder, or of the
// program when dir is empty. The caller closes it.
func open(dir string) (*bot.Bot, error) {
	l, err := library(dir)
	if err != nil {
		return nil, err
	}
	b, err := bot.New(l)
	if err != nil {
		return nil, fmt.Errorf("l'index n'a pas pu être construit : %w", err)
	}
	return b, nil
}
