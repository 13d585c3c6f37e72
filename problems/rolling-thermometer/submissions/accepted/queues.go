type reading struct {
	time        int
	temperature float64
}

type RollingThermometer struct {
	span           int
	all, low, high []reading
	sum            float64
}

func Constructor(span int) RollingThermometer {
	return RollingThermometer{span: span}
}

func (this *RollingThermometer) Record(time int, temperature float64) {
	r := reading{time, temperature}
	this.all = append(this.all, r)
	this.sum += temperature
	for len(this.low) > 0 && this.low[len(this.low)-1].temperature >= temperature {
		this.low = this.low[:len(this.low)-1]
	}
	this.low = append(this.low, r)
	for len(this.high) > 0 && this.high[len(this.high)-1].temperature <= temperature {
		this.high = this.high[:len(this.high)-1]
	}
	this.high = append(this.high, r)
}

func (this *RollingThermometer) Average(time int) float64 {
	count := this.Size(time)
	if count == 0 {
		return 0
	}
	return this.sum / float64(count)
}

func (this *RollingThermometer) Extremes(time int) []float64 {
	if this.Size(time) == 0 {
		return []float64{}
	}
	return []float64{this.low[0].temperature, this.high[0].temperature}
}

func (this *RollingThermometer) Size(time int) int {
	for len(this.all) > 0 && this.all[0].time <= time-this.span {
		this.sum -= this.all[0].temperature
		this.all = this.all[1:]
	}
	for len(this.low) > 0 && this.low[0].time <= time-this.span {
		this.low = this.low[1:]
	}
	for len(this.high) > 0 && this.high[0].time <= time-this.span {
		this.high = this.high[1:]
	}
	return len(this.all)
}
