type RowOfSeats struct {
	bookings [][]int
}

func Constructor(seats int) RowOfSeats {
	return RowOfSeats{[][]int{{0, 0}, {seats + 1, seats + 1}}}
}

func (this *RowOfSeats) Reserve(people int) []int {
	for i := 1; i < len(this.bookings); i++ {
		free := this.bookings[i-1][1] + 1
		if this.bookings[i][0]-free >= people {
			rest := append([][]int{{free, free + people - 1}}, this.bookings[i:]...)
			this.bookings = append(this.bookings[:i], rest...)
			return []int{free, free + people - 1}
		}
	}
	return []int{}
}

func (this *RowOfSeats) Cancel(seat int) bool {
	for i, booking := range this.bookings {
		if booking[0] <= seat && seat <= booking[1] {
			this.bookings = append(this.bookings[:i], this.bookings[i+1:]...)
			return true
		}
	}
	return false
}

func (this *RowOfSeats) Gaps() [][]int {
	found := [][]int{}
	for i := 1; i < len(this.bookings); i++ {
		first, last := this.bookings[i-1][1]+1, this.bookings[i][0]-1
		if first <= last {
			found = append(found, []int{first, last})
		}
	}
	return found
}

func (this *RowOfSeats) Taken() int {
	sum := 0
	for _, booking := range this.bookings[1 : len(this.bookings)-1] {
		sum += booking[1] - booking[0] + 1
	}
	return sum
}
