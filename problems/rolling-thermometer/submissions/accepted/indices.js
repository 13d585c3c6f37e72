class RollingThermometer {
  /**
   * @param {number} span
   */
  constructor(span) {
    this.span = span;
    this.times = [];
    this.temperatures = [];
    this.first = 0;
    this.sum = 0;
    this.low = { queue: [], head: 0 };
    this.high = { queue: [], head: 0 };
  }

  /**
   * @param {number} time
   * @param {number} temperature
   * @return {void}
   */
  record(time, temperature) {
    const i = this.times.push(time) - 1;
    this.temperatures.push(temperature);
    this.sum += temperature;
    this.#enter(this.low, i, (other) => other >= temperature);
    this.#enter(this.high, i, (other) => other <= temperature);
  }

  /**
   * @param {number} time
   * @return {number}
   */
  average(time) {
    const count = this.size(time);
    return count === 0 ? 0 : this.sum / count;
  }

  /**
   * @param {number} time
   * @return {number[]}
   */
  extremes(time) {
    if (this.size(time) === 0) return [];
    return [this.low, this.high].map(({ queue, head }) => this.temperatures[queue[head]]);
  }

  /**
   * @param {number} time
   * @return {number}
   */
  size(time) {
    while (this.first < this.times.length && this.times[this.first] <= time - this.span) {
      this.sum -= this.temperatures[this.first++];
    }
    for (const ends of [this.low, this.high]) {
      while (ends.head < ends.queue.length && ends.queue[ends.head] < this.first) ends.head++;
    }
    return this.times.length - this.first;
  }

  #enter(ends, i, beaten) {
    while (ends.queue.length > ends.head && beaten(this.temperatures[ends.queue[ends.queue.length - 1]])) ends.queue.pop();
    ends.queue.push(i);
  }
}
