package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"syscall"
)

// causes say in French why the system refuses a file or an address.
var causes = []struct {
	err    error
	french string
}{
	{fs.ErrNotExist, "il n'existe pas"},
	{syscall.EADDRINUSE, "un autre programme l'occupe déjà"},
	{syscall.EADDRNOTAVAIL, "cette machine n'a pas cette adresse"},
	{syscall.EISDIR, "c'est un dossier"},
	{fs.ErrPermission, "le système ne le permet pas à cet utilisateur"},
}

// inFrench tells an error of the system to the operator. One that it does not
// know stays as it is.
func inFrench(err error) error {
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return errors.New(c.french)
		}
	}
	var address *net.AddrError
	var host *net.DNSError
	switch {
	case errors.As(err, &host) && host.IsNotFound:
		return errors.New("cet hôte ou ce port n'existe pas")
	case errors.As(err, &address), errors.As(err, &host):
		return errors.New("il faut un hôte et un port, comme 127.0.0.1:8080")
	}
	return err
}

// listenAt opens the address of --http.
func listenAt(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("l'adresse « %s » ne peut pas être écoutée : %w", address, inFrench(err))
	}
	return listener, nil
}
