class RowOfSeats {
  /**
   * @param {number} seats
   */
  constructor(seats) {
    this.bookings = [[0, 0], [seats + 1, seats + 1]];
  }

  /**
   * @param {number} people
   * @return {number[]}
   */
  reserve(people) {
    const i = this.bookings.findIndex(([first], k) => k > 0 && first - this.bookings[k - 1][1] > people);
    if (i < 0) return [];
    const free = this.bookings[i - 1][1] + 1;
    const booking = [free, free + people - 1];
    this.bookings.splice(i, 0, booking);
    return booking;
  }

  /**
   * @param {number} seat
   * @return {boolean}
   */
  cancel(seat) {
    const i = this.bookings.findIndex(([first, last]) => first <= seat && seat <= last);
    if (i < 0) return false;
    this.bookings.splice(i, 1);
    return true;
  }

  /**
   * @return {number[][]}
   */
  gaps() {
    const found = [];
    for (let i = 1; i < this.bookings.length; i++) {
      const free = [this.bookings[i - 1][1] + 1, this.bookings[i][0] - 1];
      if (free[0] <= free[1]) found.push(free);
    }
    return found;
  }

  /**
   * @return {number}
   */
  taken() {
    return this.bookings.slice(1, -1).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  }
}
