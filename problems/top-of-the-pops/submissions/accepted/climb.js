// The charts as an array: a song that is played climbs, place by place found by halving.
class TopOfThePops {
  /**
   * @param {string[]} songs
   */
  constructor(songs) {
    this.plays = new Map(songs.map((song) => [song, 0]));
    this.charts = [...songs].sort();
  }

  /**
   * @param {string} song
   * @return {void}
   */
  play(song) {
    const plays = this.plays.get(song) ?? 0;
    this.withdraw(song);
    this.plays.set(song, plays + 1);
    this.charts.splice(this.#place(song), 0, song);
  }

  /**
   * @param {string} song
   * @return {boolean}
   */
  withdraw(song) {
    if (!this.plays.has(song)) return false;
    this.charts.splice(this.#place(song), 1);
    return this.plays.delete(song);
  }

  /**
   * @param {number} count
   * @return {string[]}
   */
  top(count) {
    return this.charts.slice(0, count);
  }

  /**
   * @param {string} song
   * @return {number}
   */
  rankOf(song) {
    return this.plays.has(song) ? this.#place(song) + 1 : -1;
  }

  #place(song) {
    const plays = this.plays.get(song);
    let [low, high] = [0, this.charts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.charts[middle];
      const more = this.plays.get(other) - plays;
      if (more > 0 || (more === 0 && other < song)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
