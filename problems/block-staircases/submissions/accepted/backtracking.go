// Column by column, each higher than the one before.
func staircases(blocks int, highest int) [][]int {
	found := [][]int{}
	columns := []int{}
	var build func(left, least int)
	build = func(left, least int) {
		if left == 0 {
			found = append(found, append([]int{}, columns...))
		}
		for height := least; height <= left && height <= highest; height++ {
			columns = append(columns, height)
			build(left-height, height+1)
			columns = columns[:len(columns)-1]
		}
	}
	build(blocks, 1)
	return found
}
