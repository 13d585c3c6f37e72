func order(loads []int, limit int) []int {
	sort.Ints(loads)
	low, high, lean := 0, len(loads)-1, 0
	result := []int{}
	for range loads {
		if lean > 0 {
			result = append(result, loads[low])
			low++
		} else {
			result = append(result, loads[high])
			high--
		}
		lean += result[len(result)-1]
	}
	return result
}
