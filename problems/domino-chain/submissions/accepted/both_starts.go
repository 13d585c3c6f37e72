// With a first domino laid one way or the other, the rest has no choice.
func canLay(dominoes [][]int, turns int) bool {
	lay := func(open, turns int) bool {
		for _, d := range dominoes[1:] {
			switch open {
			case d[0]:
				open = d[1]
			case d[1]:
				open = d[0]
				turns--
			default:
				return false
			}
		}
		return turns >= 0
	}
	return lay(dominoes[0][1], turns) || lay(dominoes[0][0], turns-1)
}
