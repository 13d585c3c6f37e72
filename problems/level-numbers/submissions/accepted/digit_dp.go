// From left to right: below the bound already (by the rest of the sum), or still equal to it.
import (
	"strconv"
	"strings"
)

func ofLength(most string) int64 {
	towers, tight := len(most), 0
	free := make([]int64, towers)
	for i := range most {
		after := make([]int64, towers)
		for rest, count := range free {
			for d := 0; d < 10; d++ {
				after[(rest+d)%towers] += count
			}
		}
		first := 0
		if i == 0 {
			first = 1
		}
		top := int(most[i] - '0')
		for d := first; d < top; d++ {
			after[(tight+d)%towers]++
		}
		tight += top
		free = after
	}
	if tight%towers == 0 {
		return free[0] + 1
	}
	return free[0]
}

func upTo(n int64) int64 {
	if n == 0 {
		return 0
	}
	most := strconv.FormatInt(n, 10)
	count := ofLength(most)
	for length := 1; length < len(most); length++ {
		count += ofLength(strings.Repeat("9", length))
	}
	return count
}

func countLevel(low int64, high int64) int64 {
	return upTo(high) - upTo(low-1)
}
