package main

import (
	"fmt"
	"os"
	"strings"
)

// secret returns the value of a variable, or what the file says that the
// variable of the same name and _FILE names; empty when neither is set. Its
// error names the variable and never the value.
func secret(getenv func(string) string, name string) (string, error) {
	value, file := getenv(name), getenv(name+"_FILE")
	switch {
	case value != "" && file != "":
		return "", misused("%s et %s_FILE sont données toutes les deux : gardez l'une.", name, name)
	case file == "":
		return strings.TrimSpace(value), nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("le fichier que nomme %s_FILE n'est pas lisible : %w", name, inFrench(err))
	}
	if value = strings.TrimSpace(string(text)); value == "" {
		return "", fmt.Errorf("le fichier que nomme %s_FILE est vide", name)
	}
	return value, nil
}

// approvals is how many people must agree to publish.
func approvals(getenv func(string) string) (int, error) {
	switch v := getenv("CONSTAT_APPROVALS"); v {
	case "", "1":
		return 1, nil
	case "2":
		return 2, nil
	default:
		return 0, misused("CONSTAT_APPROVALS vaut 1 ou 2, et non « %s ».", v)
	}
}
