// Round by round, with those who still have songs.
func playOrder(wishes [][]int) []int {
	order := []int{}
	played := map[int]bool{}
	for len(wishes) > 0 {
		left := [][]int{}
		for _, songs := range wishes {
			for len(songs) > 0 && played[songs[0]] {
				songs = songs[1:]
			}
			if len(songs) > 0 {
				played[songs[0]] = true
				order = append(order, songs[0])
				left = append(left, songs[1:])
			}
		}
		wishes = left
	}
	return order
}
