// The index of who is hit, modulo those who are left.
func lastLetter(letters string, count int) byte {
	circle := []byte(letters)
	for at := 0; len(circle) > 1; {
		at = (at + count - 1) % len(circle)
		if circle[at] < 'a' {
			circle[at] += 'a' - 'A'
			at++
		} else {
			circle = append(circle[:at], circle[at+1:]...)
		}
	}
	return circle[0]
}
