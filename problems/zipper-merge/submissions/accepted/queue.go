func mergeLanes(lanes []*ListNode) *ListNode {
	waiting := []*ListNode{}
	for _, lane := range lanes {
		if lane != nil {
			waiting = append(waiting, lane)
		}
	}
	road := &ListNode{}
	tail := road
	for i := 0; i < len(waiting); i++ {
		car := waiting[i]
		if car.Next != nil {
			waiting = append(waiting, car.Next)
		}
		tail.Next = car
		tail = car
	}
	tail.Next = nil
	return road.Next
}
