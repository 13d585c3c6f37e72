func spin(lock [][]int, turns []int) {
	for d, turn := range turns {
		bottom, right := len(lock)-1-d, len(lock[0])-1-d
		places := []*int{}
		for c := d; c < right; c++ {
			places = append(places, &lock[d][c])
		}
		for r := d; r < bottom; r++ {
			places = append(places, &lock[r][right])
		}
		for c := right; c > d; c-- {
			places = append(places, &lock[bottom][c])
		}
		for r := bottom; r > d; r-- {
			places = append(places, &lock[r][d])
		}
		size := len(places)
		plates := make([]int, size)
		for i, place := range places {
			plates[(i+turn%size+size)%size] = *place
		}
		for i, place := range places {
			*place = plates[i]
		}
	}
}
