// Only the fires left and right of a tent matter.
import (
	"math"
	"sort"
)

func coldest(fires []float64, tents []float64) float64 {
	sort.Float64s(fires)
	worst := 0.0
	for _, tent := range tents {
		i := sort.SearchFloat64s(fires, tent)
		near := math.Inf(1)
		if i < len(fires) {
			near = fires[i] - tent
		}
		if i > 0 {
			near = math.Min(near, tent-fires[i-1])
		}
		worst = math.Max(worst, near)
	}
	return worst
}
