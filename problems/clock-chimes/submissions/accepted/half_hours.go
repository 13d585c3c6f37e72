// Looks at every half hour of the stay.
func minutes(clock string) int {
	digit := func(i int) int { return int(clock[i] - '0') }
	return (digit(0)*10+digit(1))*60 + digit(3)*10 + digit(4)
}

func countStrokes(arrival string, departure string) int {
	first, last := minutes(arrival), minutes(departure)
	if last < first {
		last += 1440
	}
	heard := 0
	for t := (first + 29) / 30 * 30; t <= last; t += 30 {
		switch day := t % 1440; {
		case day < 360 || day > 1320:
		case day%60 != 0:
			heard++
		default:
			heard += (day/60+11)%12 + 1
		}
	}
	return heard
}
