// From the top of each column: crates gather until something holds them.
func settle(shaft [][]byte) {
	rows := len(shaft)
	for j := range shaft[0] {
		crates := 0
		for i := 0; i <= rows; i++ {
			if i == rows || shaft[i][j] == '#' && crates < 3 {
				for k := i - crates; k < i; k++ {
					shaft[k][j] = 'o'
				}
				crates = 0
				continue
			}
			if shaft[i][j] == 'o' {
				crates++
			}
			shaft[i][j] = '.'
		}
	}
}
