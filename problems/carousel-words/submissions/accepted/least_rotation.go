// The least rotation of a word, in linear time, stands for all its rotations.
func least(s string) string {
	n, i, j, k := len(s), 0, 1, 0
	for i < n && j < n && k < n {
		a, b := s[(i+k)%n], s[(j+k)%n]
		if a == b {
			k++
			continue
		}
		if a > b {
			i += k + 1
		} else {
			j += k + 1
		}
		if i == j {
			j++
		}
		k = 0
	}
	if j < i {
		i = j
	}
	return s[i:] + s[:i]
}

func sameCarousels(words []string) [][]string {
	groups := map[string][]string{}
	for _, word := range words {
		key := least(word)
		groups[key] = append(groups[key], word)
	}
	found := [][]string{}
	for _, group := range groups {
		found = append(found, group)
	}
	return found
}
