// One index reads, the other one writes; an int has 64 bits.
func compactLog(readings []int, change int) int {
	kept := 1
	for _, x := range readings {
		difference := x - readings[kept-1]
		if difference >= change || -difference >= change {
			readings[kept] = x
			kept++
		}
	}
	return kept
}
