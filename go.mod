module constat

go 1.26
