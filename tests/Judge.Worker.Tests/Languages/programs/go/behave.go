package main

import (
	"fmt"
	"os"
)

func main() {
	var what string
	fmt.Scan(&what)
	switch what {
	case "exit":
		os.Exit(3)
	case "crash":
		panic("crashed")
	case "loop":
		for {
		}
	}
	var kept [][]byte
	for {
		fresh := make([]byte, 1<<20)
		for i := range fresh {
			fresh[i] = 7
		}
		kept = append(kept, fresh)
	}
}
