// Halves the interval in which the length is.
import "math"

func longestPiece(garlands []int, windows int) float64 {
	low, high := 0.0, 1e9
	for i := 0; i < 80; i++ {
		middle := (low + high) / 2
		pieces := 0.0
		for _, g := range garlands {
			pieces += math.Floor(float64(g) / middle)
		}
		if pieces >= float64(windows) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}
